namespace Notable.Testing;

/// <summary>Texts that change only on purpose: compared line by line with a file that is part of the repository.</summary>
public static class Approved
{
    private const string Variable = "NOTABLE_APPROVE";

    /// <summary>Fails with the lines that are new and those that are gone, and says how to accept them.</summary>
    /// <param name="lines">What was found, in order.</param>
    /// <param name="file">The approved file, from the repository's root.</param>
    public static void Lines(IReadOnlyCollection<string> lines, params string[] file)
    {
        var path = Repository.Path(file);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllLines(path, lines);
            return;
        }
        var approved = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] differences = [.. approved.Except(lines).Select(line => $"- {line}"), .. lines.Except(approved).Select(line => $"+ {line}")];
        Assert.True(differences.Length == 0 && approved.SequenceEqual(lines),
            $"{string.Join('/', file)} differs (- approved, + found):\n{string.Join('\n', differences)}\nTo accept, run this test with {Variable}=1 and commit the file.");
    }
}
