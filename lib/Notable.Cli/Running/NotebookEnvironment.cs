using System.Runtime.CompilerServices;
using Notable.Gathering;
using Notable.Imaging;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Precompiled;
using Notable.Learning;
using TorchSharp;

namespace Notable.Cli.Running;

/// <summary>The default references and imports of a notebook's cells: the library and common namespaces.</summary>
internal static class NotebookEnvironment
{
    /// <summary>Returns the environment for an app. A program without the compiler serves precompiled cells and needs none of it.</summary>
    public static ScriptEnvironment ForApp(string notebook)
    {
        ResultFormats.Register();
        return PrecompiledCells.CanCompile ? For(notebook) : ScriptEnvironment.Default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ScriptEnvironment For(string notebook)
    {
        ResultFormats.Register();
        return ScriptEnvironment.Default.With(
            [typeof(SampleData).Assembly, typeof(Picture).Assembly, typeof(torch).Assembly, typeof(Learner).Assembly, typeof(Predictor).Assembly, typeof(IImageSource).Assembly],
            ["Notable", "Notable.Gathering", "Notable.Imaging", "Notable.Learning", "TorchSharp"]) with
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(notebook)),
        };
    }
}
