namespace Notable.Learning.Tests.Augment;

/// <summary>Gives back draws that were logged elsewhere, and fails where others are asked for.</summary>
internal sealed class LoggedRandom(IEnumerable<double> doubles, IEnumerable<int> integers) : Random
{
    private readonly Queue<double> doubles = new(doubles);
    private readonly Queue<int> integers = new(integers);

    public bool IsEmpty => doubles.Count + integers.Count == 0;

    public override double NextDouble() => doubles.Dequeue();

    public override int Next(int minValue, int maxValue)
    {
        var value = integers.Dequeue();
        Assert.InRange(value, minValue, maxValue - 1);
        return value;
    }
}
