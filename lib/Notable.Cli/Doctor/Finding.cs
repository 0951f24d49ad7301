namespace Notable.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum Status
{
    /// <summary>As it should be, or a plain fact.</summary>
    Ok,
    /// <summary>It works, but slower or less than it could.</summary>
    Warn,
    /// <summary>Something essential does not work.</summary>
    Fail,
}

/// <summary>One line of the report.</summary>
/// <param name="Section">What it is about: versions, system, libtorch, devices, processor, memory, self-test.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Value">What was found.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Advice">What to do about it, or what follows from it; null where nothing does.</param>
internal sealed record Finding(string Section, string Name, string Value, Status Status = Status.Ok, string? Advice = null);
