namespace Notable.Learning;

/// <summary>A geometric augmentation: one draw is one map of one picture's coordinates.</summary>
public interface IHomographyDraw
{
    /// <summary>The map for one picture.</summary>
    Homography Draw(Random random);
}
