namespace Notable.Gathering;

/// <summary>The result of restoring a quarantine.</summary>
/// <param name="Restored">The restored files, as relative paths.</param>
/// <param name="Held">Files that remain in the quarantine because their path is taken.</param>
public sealed record RestoreReport(IReadOnlyList<string> Restored, IReadOnlyList<string> Held);
