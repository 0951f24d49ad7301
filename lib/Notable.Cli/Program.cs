using System.Globalization;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Notable.Cli;

// Files, JSON and notebooks have the same number format on every machine. A cell can use another culture explicitly: new CultureInfo("de-DE").
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// Not a RootCommand, which would use the name of the file, notable-cli.
var root = new Command("notable", "C# notebooks that take you from photos to a trained image classifier to a web page. 'notable COMMAND --help' says more about a command.") { new HelpOption(), new VersionOption() };
foreach (var command in CommandList.For(args))
    root.Add(command);
var parsed = root.Parse(args);
// A kernel is stopped by its front end; Ctrl+C stops its cell.
TimeSpan? termination = parsed.CommandResult.Command.Hidden ? null : TimeSpan.FromSeconds(30);
// Failure reports the errors of a verb in a sentence; System.CommandLine reports usage errors. The full help of a verb would push the
// message off the screen. Without a verb, the list of verbs is shown.
var verb = parsed.CommandResult.Command;
if (verb.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
{
    Console.Error.WriteLine(UnknownCommand.Describe(word, verb));
    PointToHelp();
    return ExitCode.Usage;
}
if (verb == root)
    foreach (var command in root.Subcommands)
        command.Description = FirstSentence(command.Description!);
var isVerb = verb != root && verb.Subcommands.Count == 0;
if (isVerb && parsed.Action is ParseErrorAction wrong)
    wrong.ShowHelp = false;
var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = termination });
if (isVerb && parsed.Errors.Count > 0)
    PointToHelp();
return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;

// The list of verbs has one line for each; the rest of its description is in its own help.
static string FirstSentence(string text) => text.Split('\n')[0].Split(". ")[0].TrimEnd('.') + ".";

void PointToHelp() =>
    Console.Error.WriteLine($"See: {string.Join(' ', verb.Parents.Select(parent => parent.Name).Append(verb.Name))} --help");
