using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>
/// Loads the extensions of packages for notebooks that are compiled as a whole, for a run or for visitors. Their formatters apply to
/// the whole process; their scripts are compiled with the notebook.
/// </summary>
internal static class HostExtensions
{
    private static readonly Lazy<CompositeKernel> host = new(() =>
    {
        var root = new CompositeKernel("notable-host");
        root.RegisterCommandHandler<LoadExtensions>((command, context) => Extensions.LoadAssembliesAsync(command.Packages, root, context));
        return root;
    });

    /// <summary>Loads the extensions of packages.</summary>
    /// <returns>The paths of the scripts to run.</returns>
    public static IReadOnlyList<string> Load(IReadOnlyList<RestoredPackage> packages)
    {
        var extended = Extensions.Among(packages);
        if (extended.Length == 0)
            return [];
        var result = host.Value.SendAsync(new LoadExtensions(extended)).GetAwaiter().GetResult();
        IDisplayTarget target = DisplayTarget.InUse ?? ConsoleTarget.Standard;
        // Visitors of a page need not read it, so all of it goes to the error stream.
        foreach (var said in result.Events.OfType<DisplayEvent>().Where(one => one is DisplayedValueProduced or StandardErrorValueProduced))
            target.Write(OutputStream.Error, string.Concat(said.FormattedValues.Select(one => one.Value)).TrimEnd('\n') + "\n");
        return [.. extended.Select(Extensions.ScriptOf).Where(File.Exists)];
    }

    private sealed class LoadExtensions(IReadOnlyList<RestoredPackage> packages) : KernelCommand
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public IReadOnlyList<RestoredPackage> Packages => packages;
    }
}
