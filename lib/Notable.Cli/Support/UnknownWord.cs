using System.CommandLine;

namespace Notable.Cli.Support;

/// <summary>The message for a word that is no command or option.</summary>
internal static class UnknownWord
{
    /// <summary>Returns the message, with the most similar command if there is one.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="parent">The command whose subcommands were possible.</param>
    public static string Describe(string word, Command parent)
    {
        if (word.StartsWith('-'))
            return $"Unknown option '{word}'.";
        var (name, changes) = parent.Subcommands.Where(command => !command.Hidden)
            .Select(command => (command.Name, Changes: Distance(word.ToLowerInvariant(), command.Name))).MinBy(candidate => candidate.Changes);
        // Short words resemble each other by chance.
        return $"Unknown command '{word}'." + (changes <= name.Length / 3 ? $" Did you mean '{name}'?" : "");
    }

    /// <summary>Returns how many letters must be inserted, removed, replaced or swapped with the next to turn one word into the other.</summary>
    private static int Distance(string from, string to)
    {
        var changes = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            for (var j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    changes[i, j] = i + j;
                    continue;
                }
                var replaced = changes[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                changes[i, j] = Math.Min(replaced, 1 + Math.Min(changes[i - 1, j], changes[i, j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    changes[i, j] = Math.Min(changes[i, j], 1 + changes[i - 2, j - 2]);
            }
        return changes[from.Length, to.Length];
    }
}
