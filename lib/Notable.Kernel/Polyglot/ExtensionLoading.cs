using System.Reflection;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Polyglot;

/// <summary>
/// Loads what packages bring for notebooks: classes that implement <see cref="IKernelExtension"/>, and scripts named
/// <c>extension.dib</c>. One that fails costs a warning.
/// </summary>
internal static class ExtensionLoading
{
    /// <summary>Loads the extensions of packages that have come new.</summary>
    public static async Task LoadAsync(IReadOnlyList<RestoredPackage> packages, CompositeKernel root, KernelInvocationContext context)
    {
        RestoredPackage[] extended = [.. packages.Where(package => Directory.Exists(FolderOf(package)))];
        await LoadAssembliesAsync(extended, root, context).ConfigureAwait(false);
        foreach (var package in extended.Where(package => File.Exists(ScriptOf(package))))
            await RunScriptAsync(ScriptOf(package), package, root, context).ConfigureAwait(false);
    }

    /// <summary>Loads the classes alone.</summary>
    public static async Task LoadAssembliesAsync(IReadOnlyList<RestoredPackage> packages, CompositeKernel root, KernelInvocationContext context)
    {
        foreach (var package in packages)
        {
            PackageLoading.OfferFolder(FolderOf(package));
            foreach (var file in Directory.GetFiles(FolderOf(package), "*.dll").Order(StringComparer.Ordinal))
                await LoadAssemblyAsync(file, package, root, context).ConfigureAwait(false);
        }
    }

    /// <summary>Where a package keeps its extensions; the folder need not be there.</summary>
    public static string FolderOf(RestoredPackage package) => Path.Combine(package.Folder, "interactive-extensions", "dotnet");

    /// <summary>A package's script; the file need not be there.</summary>
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
            // A native library that lies beside the extension.
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
                Say(context, $"Loaded the extension {type.Name} of {package.Id} {package.Version}");
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

    private static async Task RunScriptAsync(string script, RestoredPackage package, CompositeKernel root, KernelInvocationContext context)
    {
        try
        {
            // Not as a command of its own: the cell would fail with it.
            if (await root.ChildKernels.OfType<CSharpKernel>().Single().RunScriptAsync(script, context).ConfigureAwait(false) is { } error)
                Warn(context, $"The extension script of {package.Id} failed: {error.Message}");
            else
                Say(context, $"Loaded the extension script of {package.Id} {package.Version}");
        }
        catch (Exception error)
        {
            Warn(context, $"The extension script of {package.Id} failed: {Describe(error)}");
        }
    }

    private static string Describe(Exception error)
    {
        var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
        return $"{cause.GetType().Name}: {cause.Message}";
    }

    private static void Say(KernelInvocationContext context, string sentence) =>
        context.Publish(new DisplayedValueProduced(sentence, context.Command, [new FormattedValue(MimeTypes.Text, sentence)]));

    private static void Warn(KernelInvocationContext context, string sentence) =>
        context.Publish(new StandardErrorValueProduced(context.Command, [new FormattedValue(MimeTypes.Text, $"Warning: {sentence}\n")]));
}
