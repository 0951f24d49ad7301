namespace Notable.Learning;

/// <summary>The halves of a data set.</summary>
public enum Subset
{
    /// <summary>What is trained with.</summary>
    Train,

    /// <summary>What is measured with.</summary>
    Valid,
}
