using System.Globalization;
using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!time</c></summary>
internal sealed class Time : Magic
{
    public override string Name => "#!time";

    public override string Help => "says how long the rest of the cell takes";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) => [new TimedPart()];
}

/// <summary>Runs pieces of a cell and shows how long they took, even if they fail.</summary>
internal sealed class TimedPart : CellPart
{
    public List<CellPart> Parts { get; } = [];

    public static string Describe(TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"Wall time: {(time.TotalSeconds < 1 ? $"{time.TotalMilliseconds:0.##} ms" : $"{time.TotalSeconds:0.###} s")}");

    public override async Task RunAsync(SessionState session)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            foreach (var part in Parts)
                await part.RunAsync(session).ConfigureAwait(false);
        }
        finally
        {
            Describe(TimeProvider.System.GetElapsedTime(start)).Display();
        }
    }
}
