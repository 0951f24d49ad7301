using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary><c>#r "nuget: PACKAGE"</c> and <c>#i "nuget: SOURCE"</c>, anywhere in a cell, and the extensions of packages.</summary>
internal static class PackageDirectives
{
    public static void AddTo(CSharpKernel kernel, CompositeKernel root)
    {
        List<PackageName> asked = [];
        kernel.AddDirective<ReferPackage>(Directive("#r", "adds a package (\"nuget: Name, 1.2\") or references an assembly (\"path\")"), (command, context) =>
        {
            try
            {
                if (PackageName.Read(command.Bare) is { } package)
                    asked.Add(package);
            }
            catch (PackageException wrong)
            {
                context.Fail(context.Command, message: wrong.Message);
            }
            return Task.CompletedTask;
        });
        kernel.AddDirective<ReferSource>(Directive("#i", "adds a package source: a feed (https) or a folder"), (command, context) =>
        {
            if (PackageSources.Read(command.Bare) is not { } source)
                context.Fail(context.Command, message: PackageSources.Expected);
            else if (!kernel.Session.Packages.AddSource(source, kernel.Session.Folder))
                context.Fail(context.Command, message: PackageSources.NoSource(source));
            return Task.CompletedTask;
        });
        // The parser adds this command after the last package of a cell.
        kernel.AddDirective(new KernelActionDirective("#!nuget-restore") { Hidden = true }, async (_, context) =>
        {
            PackageName[] packages = [.. asked];
            asked.Clear();
            await RestoreAsync(kernel, root, packages, context).ConfigureAwait(false);
        });
    }

    private static KernelActionDirective Directive(string name, string help) => new(name)
    {
        Description = help,
        Parameters = { new KernelDirectiveParameter("--reference") { AllowImplicitName = true, Required = true } },
    };

    private static async Task RestoreAsync(CSharpKernel kernel, CompositeKernel root, IReadOnlyList<PackageName> packages, KernelInvocationContext context)
    {
        var names = packages.Select(package => package.ToString()).ToArray();
        var shown = Guid.NewGuid().ToString("n");
        var installing = Bundle([], names);
        context.Publish(new DisplayedValueProduced(installing, context.Command, installing.ToFormattedValues(), shown));
        try
        {
            var added = await Task.Run(() => kernel.Session.Packages.Bring(packages, context.CancellationToken)).ConfigureAwait(false);
            Update(Bundle([.. added.Where(package => package.IsNamed).Select(one => $"{one.Id}, {one.Version}")], []));
            foreach (var sentence in kernel.Session.Packages.Warnings)
                context.Publish(new StandardErrorValueProduced(context.Command, [new FormattedValue(MimeTypes.Text, $"Warning: {sentence}\n")]));
            foreach (var package in added)
                context.Publish(new PackageAdded(new ResolvedPackageReference(package.Id, package.Version, package.Assemblies, package.Folder), context.Command));
            await ExtensionLoading.LoadAsync(added, root, context).ConfigureAwait(false);
        }
        catch (PackageException failed)
        {
            Update(Bundle([], []));
            context.Fail(context.Command, new CellFailedException(new CellError("PackageException", failed.Message.Split('\n')[0], failed.Message.Split('\n'))), failed.Message);
        }

        void Update(MimeBundle bundle) =>
            context.Publish(new DisplayedValueUpdated(bundle, shown, context.Command, bundle.ToFormattedValues()));
    }

    private static MimeBundle Bundle(string[] installed, string[] installing) =>
        MimeBundle.Of(new InstallPackagesMessage([], installing, installed, installing.Length), MimeTypes.Html, MimeTypes.Text);

    /// <param name="reference">The argument of the directive.</param>
    /// <param name="targetKernelName">The target kernel.</param>
    internal abstract class Refer(string reference, string? targetKernelName) : KernelCommand(targetKernelName)
    {
        public string Reference => reference;

        /// <summary>The argument without quotes.</summary>
        internal string Bare => reference.Trim().Trim('"').Trim();
    }

    internal sealed class ReferPackage(string reference, string? targetKernelName = null) : Refer(reference, targetKernelName);

    internal sealed class ReferSource(string reference, string? targetKernelName = null) : Refer(reference, targetKernelName);
}
