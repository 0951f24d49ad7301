using System.CommandLine;
using Notable.Shared;

namespace Notable.Cli.Options;

/// <summary>The message for a word that is no command or option.</summary>
internal static class UnknownCommand
{
    /// <summary>Returns the message, with the most similar command if there is one.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="parent">The command whose subcommands were possible.</param>
    public static string Describe(string word, Command parent)
    {
        if (word.StartsWith('-'))
            return $"Unknown option '{word}'.";
        var names = parent.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
        return $"Unknown command '{word}'." + (NearestName.Of(word, names) is { } meant ? $" Did you mean '{meant}'?" : "");
    }
}
