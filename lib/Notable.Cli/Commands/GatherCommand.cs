using System.CommandLine;
using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary><c>notable gather</c>: searches for pictures and fetches them.</summary>
internal static class GatherCommand
{
    private const string AnyLicense = "any";

    public static Command Create()
    {
        var queries = new Argument<string[]>("QUERY")
        {
            Description = "what to search for, in quotes where it has several words; with several queries each gets a sub-folder, named like it or by NAME=words (usd50=\"50 dollar bill\")",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string>("-o", "--output") { Description = "the folder for the pictures; sources.jsonl in it tells where each came from, skipped.jsonl what was not kept and why", Required = true };
        var source = new Option<string?>("--source")
        {
            Description = $"where to search: {string.Join(", ", ImageSources.Names)} (brave wants a key in {BraveSource.KeyVariable}; bing is retired and wants --endpoint), "
                + "a folder of photos, or a .csv of addresses; left out: openverse and commons together",
        };
        var max = NumberOption.Of("--max", 100, 1, 10_000, "the most pictures to find for each query");
        var license = new Option<string>("--license")
        {
            Description = $"licenses in Creative Commons' short form (by-nc too where nobody earns money), or {AnyLicense}", DefaultValueFactory = _ => string.Join(',', ImageQuery.FreeLicenses),
        };
        var minSize = NumberOption.Of("--min-size", 0, 0, 10_000, "leave out pictures whose shorter side is known to have fewer pixels");
        var photos = new Option<bool>("--photos") { Description = "photos only, no drawings, as far as the source can tell" };
        var endpoint = new Option<Uri?>("--endpoint")
        {
            Description = "the address of a service that speaks like the source",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address : Wrong<Uri?>(result, $"--endpoint takes an http or https address, not '{result.Tokens[0].Value}'"),
        };
        var isPrivate = new Option<bool>("--allow-private") { Description = "fetch also from this computer and private networks" };
        var json = new Option<bool>("--json") { Description = "one JSON object an address: file, outcome, reason, image_url, page_url, license, provider, query" };

        var command = new Command("gather", "Search for pictures and fetch them: a few at once, with robots rules and limits heeded. Run again it goes on where it stopped. "
            + $"Put your e-mail or web address into {UserAgent.ContactVariable}: services answer better when they know whom to write to. Exit code 1 when a query brought no picture.")
        {
            queries, output, source, max, license, minSize, photos, endpoint, isPrivate, json,
        };
        command.Validators.Add(result =>
        {
            var words = result.GetValue(queries) ?? [];
            foreach (var error in GatherTarget.Errors(words, result.GetValue(source)))
                result.AddError(error);
        });
        command.SetAction((parsed, stop) => Failure.GuardAsync(() => Gatherer.RunAsync(new()
        {
            Targets = GatherTarget.Of(parsed.GetValue(queries) ?? [], parsed.GetValue(source), parsed.GetRequiredValue(output)),
            Source = parsed.GetValue(source) is { } name ? ImageSources.Find(name, parsed.GetValue(endpoint)) : ImageSources.Default(),
            Query = new("")
            {
                Max = parsed.GetValue(max), MinShortSide = parsed.GetValue(minSize), PhotosOnly = parsed.GetValue(photos),
                Licenses = parsed.GetRequiredValue(license) is AnyLicense ? [] : parsed.GetRequiredValue(license).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            },
            Download = new() { AllowPrivateAddresses = parsed.GetValue(isPrivate) },
            Json = parsed.GetValue(json),
        }, stop)));
        return command;
    }

    private static T? Wrong<T>(System.CommandLine.Parsing.ArgumentResult result, string error)
    {
        result.AddError(error);
        return default;
    }
}
