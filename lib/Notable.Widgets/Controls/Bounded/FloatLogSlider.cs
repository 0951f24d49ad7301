namespace Notable.Widgets;

public partial class FloatLogSlider
{
    internal override void Settle() => Value = Bounds.Clamp(Value, Math.Pow(Base, Min), Math.Pow(Base, Max));
}
