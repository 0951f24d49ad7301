using System.CommandLine;
using Notable.Cli.Commands;
using Notable.Learning.Acceleration;

namespace Notable.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class Verbs
{
    private static readonly (string Name, bool UsesTorch, Func<Command> Create)[] All =
    [
        ("gather", false, GatherCommand.Create),
        ("verify", false, VerifyCommand.Create),
        ("train", true, TrainCommand.Create),
        ("predict", false, PredictCommand.Create),
        ("export", false, ExportCommand.Create),
        ("run", true, RunCommand.Create),
        ("convert", false, ConvertCommand.Create),
        ("kernel", true, KernelCommand.Create),
        ("app", true, AppCommand.Create),
        ("publish", true, PublishCommand.Create),
        ("samples", true, SamplesCommand.Create),
        ("bench", true, BenchCommand.Create),
        ("doctor", true, DoctorCommand.Create),
    ];

    /// <summary>
    /// The one verb that the words start with, else all of them: describing a verb loads the libraries behind it, and a prediction should not
    /// wait for those of the others.
    /// </summary>
    public static IEnumerable<Command> For(string[] words)
    {
        var asked = Array.FindAll(All, verb => words is [var first, ..] && verb.Name == first);
        var verbs = asked is [_] ? asked : All;
        if (verbs.Any(verb => verb.UsesTorch))
            RegisterTorch();
        return verbs.Select(verb => verb.Create());
    }

    // Before anything uses torch: a notebook may bring TorchSharp itself. Apart from its caller: the method loads TorchSharp.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void RegisterTorch() => TorchSharpOnOldLinux.Register();
}
