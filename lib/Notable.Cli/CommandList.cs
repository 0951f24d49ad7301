using System.CommandLine;
using Notable.Cli.Commands;
using Notable.Learning.Acceleration;

namespace Notable.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandList
{
    private static readonly (string Name, bool UsesTorch, Func<string[], Command> Create)[] All =
    [
        ("gather", false, _ => GatherCommand.Create()),
        ("verify", false, _ => VerifyCommand.Create()),
        ("train", true, _ => TrainCommand.Create()),
        ("predict", false, _ => PredictCommand.Create()),
        ("export", false, _ => ExportCommand.Create()),
        ("run", true, _ => RunCommand.Create()),
        ("convert", false, _ => ConvertCommand.Create()),
        ("kernel", true, _ => KernelCommand.Create()),
        ("app", true, _ => AppCommand.Create()),
        ("publish", true, _ => PublishCommand.Create()),
        ("samples", true, _ => SamplesCommand.Create()),
        ("bench", true, BenchCommand.Create),
        ("doctor", true, _ => DoctorCommand.Create()),
    ];

    /// <summary>The verbs of a published app's program, which has no training, compiler or downloads.</summary>
    private static readonly string[] Served = ["predict", "export", "app"];

    private static bool IsServed { get; } = !File.Exists(Path.Combine(AppContext.BaseDirectory, "TorchSharp.dll"));

    /// <summary>
    /// Returns the verb that the command line starts with, or all verbs. Describing a verb loads its libraries, and a prediction should
    /// not wait for those of the others.
    /// </summary>
    public static IEnumerable<Command> For(string[] words)
    {
        var all = IsServed ? Array.FindAll(All, verb => Served.Contains(verb.Name)) : All;
        var asked = Array.FindAll(all, verb => words is [var first, ..] && verb.Name == first);
        var verbs = asked is [_] ? asked : all;
        if (!IsServed && verbs.Any(verb => verb.UsesTorch))
            RegisterTorch();
        return verbs.Select(verb => verb.Create(words));
    }

    // Before anything uses torch, since a notebook may load TorchSharp itself. Not inlined, because the method loads TorchSharp.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void RegisterTorch() => TorchSharpOnOldLinux.Register();
}
