using Microsoft.DotNet.Interactive;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>Loads the extensions of packages into an interactive session. If one fails, a warning is shown.</summary>
internal static class ExtensionLoading
{
    /// <summary>Loads the extensions of newly added packages.</summary>
    public static async Task LoadAsync(IReadOnlyList<RestoredPackage> packages, CompositeKernel root, KernelInvocationContext context)
    {
        var extended = Extensions.Among(packages);
        await Extensions.LoadAssembliesAsync(extended, root, context).ConfigureAwait(false);
        foreach (var package in extended.Where(package => File.Exists(Extensions.ScriptOf(package))))
            await RunScriptAsync(Extensions.ScriptOf(package), package, root, context).ConfigureAwait(false);
    }

    private static async Task RunScriptAsync(string script, RestoredPackage package, CompositeKernel root, KernelInvocationContext context)
    {
        try
        {
            // Not as a separate command: if it failed, the cell would fail too.
            if (await root.ChildKernels.OfType<CSharpKernel>().Single().RunScriptAsync(script, context).ConfigureAwait(false) is { } error)
                Extensions.Warn(context, $"The extension script of {package.Id} failed: {error.Message}");
            else
                Extensions.Announce(context, "the extension script", package);
        }
        catch (Exception error)
        {
            Extensions.Warn(context, $"The extension script of {package.Id} failed: {Extensions.Describe(error)}");
        }
    }
}
