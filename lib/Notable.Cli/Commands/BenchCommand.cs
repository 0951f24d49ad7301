using System.CommandLine;
using System.Runtime.Loader;

namespace Notable.Cli.Commands;

/// <summary>
/// <c>notable bench</c>. The benchmarks are not part of the program: they are built from tests/Benchmarks and loaded when the verb is used.
/// </summary>
internal static class BenchCommand
{
    private const string Library = "Benchmarks.dll", Factory = "Benchmarks.BenchCommand", Method = "Create";

    /// <summary>Returns the verb: the one from tests/Benchmarks if it is used and built, otherwise one that says how to build it.</summary>
    /// <param name="args">The words of the command line.</param>
    public static Command Create(string[] args) => args is ["bench", ..] && Find() is { } file ? Load(file) : Missing();

    /// <summary>
    /// Returns the path of the built benchmarks: beside the program, or in the build output of the repository the program was built in.
    /// </summary>
    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        List<string> places = [Path.Combine(folder.FullName, Library)];
        while (folder is not null && folder.Name != "artifacts")
            folder = folder.Parent;
        if (folder is not null)
            places.Add(Path.Combine(folder.FullName, "bin", "Benchmarks", "release", Library));
        return places.FirstOrDefault(File.Exists);
    }

    private static Command Load(string file)
    {
        var create = AssemblyLoadContext.Default.LoadFromAssemblyPath(file).GetType(Factory)?.GetMethod(Method)
            ?? throw new InvalidOperationException($"'{file}' has no {Factory}.{Method}: it is not the assembly of tests/Benchmarks");
        return create.CreateDelegate<Func<Command>>()();
    }

    private static Command Missing()
    {
        var command = new Command("bench", "Measure speed and memory. Needs a checkout of the repository: the benchmarks are in tests/Benchmarks.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(_ => ErrorReporting.Guard(() => throw new InvalidOperationException(
            $"{Library} was not found. The benchmarks come with the repository, not with the program: use 'environment/notable bench' there, "
            + "which builds them")));
        return command;
    }
}
