using System.Reflection;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>
/// Finds the notebook extensions of packages: classes that implement <see cref="IKernelExtension"/>, and scripts named
/// <c>extension.dib</c>. Loads the classes; if one fails, a warning is shown.
/// </summary>
internal static class Extensions
{
    /// <summary>Loads the classes of packages.</summary>
    public static async Task LoadAssembliesAsync(IReadOnlyList<RestoredPackage> packages, CompositeKernel root, KernelInvocationContext context)
    {
        foreach (var package in packages)
        {
            PackageLoading.OfferFolder(FolderOf(package));
            foreach (var file in Directory.GetFiles(FolderOf(package), "*.dll").Order(StringComparer.Ordinal))
                await LoadAssemblyAsync(file, package, root, context).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the packages that have extensions.</summary>
    public static RestoredPackage[] Among(IReadOnlyList<RestoredPackage> packages) => [.. packages.Where(package => Directory.Exists(FolderOf(package)))];

    /// <summary>Returns the folder of a package's extensions, which may not exist.</summary>
    private static string FolderOf(RestoredPackage package) => Path.Combine(package.Folder, "interactive-extensions", "dotnet");

    /// <summary>Returns the path of a package's script, which may not exist.</summary>
    public static string ScriptOf(RestoredPackage package) => Path.Combine(FolderOf(package), "extension.dib");

    private static async Task LoadAssemblyAsync(string file, RestoredPackage package, CompositeKernel root, KernelInvocationContext context)
    {
        Type[] types;
        try
        {
            types = [.. Load(file).GetExportedTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IKernelExtension)))];
        }
        catch (BadImageFormatException)
        {
            // A native library beside the extension.
            return;
        }
        catch (Exception error)
        {
            Warn(context, $"The extensions of {package.Id} could not be loaded: {Describe(error)}");
            return;
        }
        foreach (var type in types)
            try
            {
                var extension = (IKernelExtension)Activator.CreateInstance(type)!;
                await extension.OnLoadAsync(root).ConfigureAwait(false);
                Announce(context, $"the extension {type.Name}", package);
                context.Publish(new KernelExtensionLoaded(extension, context.Command));
            }
            catch (Exception error)
            {
                Warn(context, $"The extension {type.Name} of {package.Id} failed to load: {Describe(error)}");
            }
    }

    private static Assembly Load(string file)
    {
        var name = AssemblyName.GetAssemblyName(file);
        return AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(one => one.GetName().Name == name.Name) ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }

    public static string Describe(Exception error)
    {
        var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
        return $"{cause.GetType().Name}: {cause.Message}";
    }

    /// <summary>Says that an extension was loaded, unless it came with a dependency, whose name would mean nothing to the reader.</summary>
    public static void Announce(KernelInvocationContext context, string extension, RestoredPackage package)
    {
        if (!package.IsNamed)
            return;
        var sentence = $"Loaded {extension} of {package.Id} {package.Version}";
        context.Publish(new DisplayedValueProduced(sentence, context.Command, [new FormattedValue(MimeTypes.Text, sentence)]));
    }

    public static void Warn(KernelInvocationContext context, string sentence) =>
        context.Publish(new StandardErrorValueProduced(context.Command, [new FormattedValue(MimeTypes.Text, $"Warning: {sentence}\n")]));
}
