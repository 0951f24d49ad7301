using System.Globalization;

namespace Notable.Cli.Doctor;

/// <summary>All findings, in the order of the sections. A check that fails with an exception is a finding too.</summary>
internal sealed class DoctorReport
{
    /// <summary>The checks by section. libtorch is early, because later checks use it and loading it is tried only once.</summary>
    private static readonly (string Section, Func<IEnumerable<Finding>> Check)[] Checks =
    [
        ("versions", Versions.Check),
        ("system", SystemFindings.Check),
        ("libtorch", Libtorch.Check),
        ("devices", Devices.Check),
        ("processor", Processor.Check),
        ("memory", MemoryFindings.Check),
        ("self-test", SelfTest.Check),
    ];

    private DoctorReport(IReadOnlyList<Finding> findings) => Findings = findings;

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether nothing essential failed.</summary>
    public bool Usable => Findings.All(f => f.Status != Status.Fail);

    public static DoctorReport Make() => new([.. Checks.SelectMany(c => Guarded(c.Section, c.Check))]);

    public void WriteJson() => JsonLines.Write(new
    {
        Usable,
        Findings = Findings.Select(f => new { f.Section, f.Name, f.Value, Status = f.Status.ToString().ToLowerInvariant(), f.Advice }),
    });

    public void WriteText(TextWriter to)
    {
        var width = Findings.Max(f => f.Name.Length);
        foreach (var section in Findings.GroupBy(f => f.Section))
        {
            to.WriteLine(section.Key);
            foreach (var f in section)
            {
                to.WriteLine($"  {Mark(f.Status)}  {f.Name.PadRight(width)}  {Indented(f.Value, width)}");
                if (f.Advice is not null)
                    to.WriteLine($"          {"".PadRight(width)}{Indented(f.Advice, width)}");
            }
        }
        var (failed, warned) = (Findings.Count(f => f.Status == Status.Fail), Findings.Count(f => f.Status == Status.Warn));
        to.WriteLine(Usable
            ? string.Create(CultureInfo.InvariantCulture, $"usable{(warned == 0 ? "" : $"; {warned} to improve")}")
            : string.Create(CultureInfo.InvariantCulture, $"not usable: {failed} failed"));
    }

    private static string Mark(Status status) => status switch { Status.Ok => "ok  ", Status.Warn => "warn", _ => "FAIL" };

    private static string Indented(string text, int width) => text.ReplaceLineEndings("\n").Replace("\n", "\n" + new string(' ', width + 10));

    private static IReadOnlyList<Finding> Guarded(string section, Func<IEnumerable<Finding>> check)
    {
        List<Finding> found = [];
        try
        {
            foreach (var finding in check())
                found.Add(finding);
        }
        catch (Exception e)
        {
            found.Add(new(section, "check", e.Message, Status.Fail, $"this check itself failed ({e.GetType().Name})"));
        }
        return found;
    }
}
