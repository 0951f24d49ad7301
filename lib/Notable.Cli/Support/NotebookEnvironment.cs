using System.Runtime.CompilerServices;
using Notable.Gathering;
using Notable.Imaging;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Precompiled;
using Notable.Learning;
using TorchSharp;

namespace Notable.Cli.Support;

/// <summary>What a notebook's cells see without asking: the library and the namespaces of everyday C#.</summary>
internal static class NotebookEnvironment
{
    /// <summary>The same for a program that serves a notebook: one without the compiler serves cells that were compiled ahead, and compiles none.</summary>
    public static ScriptEnvironment ForApp(string notebook)
    {
        Showing.Register();
        return PrecompiledCells.CanCompile ? For(notebook) : ScriptEnvironment.Default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ScriptEnvironment For(string notebook)
    {
        Showing.Register();
        return ScriptEnvironment.Default.With(
            [typeof(SampleData).Assembly, typeof(Picture).Assembly, typeof(torch).Assembly, typeof(Learner).Assembly, typeof(Predictor).Assembly, typeof(IImageSource).Assembly],
            ["Notable", "Notable.Gathering", "Notable.Imaging", "Notable.Learning", "TorchSharp"]) with
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(notebook)),
        };
    }
}
