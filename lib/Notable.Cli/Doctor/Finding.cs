namespace Notable.Cli.Doctor;

/// <summary>The result of a check.</summary>
internal enum Status
{
    /// <summary>As expected, or only information.</summary>
    Ok,
    /// <summary>It works, but slower or with fewer features.</summary>
    Warn,
    /// <summary>Something essential does not work.</summary>
    Fail,
}

/// <summary>A line of the report.</summary>
/// <param name="Section">The section: versions, system, libtorch, devices, processor, memory, self-test.</param>
/// <param name="Name">What was checked.</param>
/// <param name="Value">What was found.</param>
/// <param name="Status">The result of the check.</param>
/// <param name="Advice">What to do, or the consequence; null if there is none.</param>
internal sealed record Finding(string Section, string Name, string Value, Status Status = Status.Ok, string? Advice = null);
