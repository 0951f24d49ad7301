using System.Globalization;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Notable.Cli;

// Files, JSON and notebooks have the same numbers on every machine. A cell that wants a reader's culture names it: new CultureInfo("de-DE").
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// Not a RootCommand, which would call itself notable-cli, as the file is called.
var root = new Command("notable", "C# notebooks that take you from photos to a trained image classifier to a web page.") { new HelpOption(), new VersionOption() };
foreach (var command in Verbs.For(args))
    root.Add(command);
var parsed = root.Parse(args);
// A kernel is stopped by its front end; ctrl-C stops its cell.
TimeSpan? termination = parsed.CommandResult.Command.Hidden ? null : TimeSpan.FromSeconds(30);
// The whole help of a verb would push the message off the screen. Without a verb, the list of verbs is the answer.
var verb = parsed.CommandResult.Command;
if (verb.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
{
    Console.Error.WriteLine(UnknownWord.Describe(word, verb));
    PointToHelp();
    return ExitCode.Usage;
}
var isVerb = verb != root && verb.Subcommands.Count == 0;
if (isVerb && parsed.Action is ParseErrorAction wrong)
    wrong.ShowHelp = false;
var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = termination });
if (isVerb && parsed.Errors.Count > 0)
    PointToHelp();
return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;

void PointToHelp() =>
    Console.Error.WriteLine($"See: {string.Join(' ', verb.Parents.Select(parent => parent.Name).Append(verb.Name))} --help");
