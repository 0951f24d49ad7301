using Notable.Gathering;
using Notable.Imaging;
using Notable.Kernel.Scripting;
using Notable.Learning;
using TorchSharp;

namespace Notable.Cli.Support;

/// <summary>What a notebook's cells see without asking: the library and the namespaces of everyday C#.</summary>
internal static class NotebookEnvironment
{
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
