using System.CommandLine;
using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary><c>notable gather</c>: searches for pictures and downloads them.</summary>
internal static class GatherCommand
{
    private const string AnyLicense = "any";

    public static Command Create()
    {
        var queries = new Argument<string[]>("QUERY")
        {
            Description = "what to search for, in quotes if it has several words; each of several queries gets its own sub-folder, named after it or by NAME=words (usd50=\"50 dollar bill\")",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string>("-o", "--output") { Description = "the folder for the pictures; sources.jsonl in it records where each came from, skipped.jsonl what was not kept and why", Required = true };
        var source = new Option<string?>("--source")
        {
            Description = $"where to search: {string.Join(", ", ImageSources.Names)} (brave needs a key in {BraveSource.KeyVariable}; bing was shut down and needs --endpoint), "
                + "a folder of photos, or a .csv file of addresses; default: openverse and commons",
        };
        var max = NumberOption.Of("--max", 100, 1, 10_000, "maximum number of pictures per query");
        var license = new Option<string>("--license")
        {
            Description = $"licenses in Creative Commons' short form (add by-nc for noncommercial use), or {AnyLicense}", DefaultValueFactory = _ => string.Join(',', ImageQuery.FreeLicenses),
        };
        var minSize = NumberOption.Of("--min-size", 0, 0, 10_000, "minimum length of the shorter side in pixels, if the source knows it");
        var photos = new Option<bool>("--photos") { Description = "photos only, no drawings, if the source can tell them apart" };
        var endpoint = new Option<Uri?>("--endpoint")
        {
            Description = "the address of a service with the same API as the source",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address : Wrong<Uri?>(result, $"--endpoint takes an http or https address, not '{result.Tokens[0].Value}'"),
        };
        var isPrivate = new Option<bool>("--allow-private") { Description = "also download from this computer and private networks" };
        var json = new Option<bool>("--json") { Description = "one JSON object per address: file, outcome, reason, image_url, page_url, license, provider, query" };

        var command = new Command("gather", "Search for pictures and download them, a few at a time, respecting robots.txt and rate limits. A second run continues where the first one stopped. "
            + $"Put your e-mail or web address into {UserAgent.ContactVariable}: services want to know whom to contact. The exit code is 1 if a query found no picture.")
        {
            queries, output, source, max, license, minSize, photos, endpoint, isPrivate, json,
        };
        command.Validators.Add(result =>
        {
            var words = result.GetValue(queries) ?? [];
            foreach (var error in GatherTarget.Errors(words, result.GetValue(source)))
                result.AddError(error);
        });
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => GatherRun.RunAsync(new()
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
