using System.Globalization;
using System.Text.RegularExpressions;
using Browser.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable;
using Notable.Imaging;
using Notable.Learning;
using Notable.Testing;

namespace Browser;

/// <summary>An exported model in onnxruntime-web answers as <see cref="Predictor"/> does.</summary>
public sealed partial class ExportedModelsRunInBrowsers(BrowserFixture browser) : IAsyncDisposable
{
    private const double Most = 0.02;
    private const int EveryNth = 20;
    private readonly TemporaryFolder folder = new();
    private Picture? picture;
    private WebApplication? site;

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Drawn_notes_get_the_predictors_probabilities()
    {
        await using var visitor = await OpenAsync();
        foreach (var denomination in (int[])[50, 100])
            Assert.InRange(await DifferenceAsync(visitor, SampleNotes.Draw(denomination, seed: 4)), 0, Most);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Dev_photos_get_the_predictors_probabilities()
    {
        string[] photos = [.. new[] { "bills", "bills-other" }.SelectMany(name => Directory.GetFiles(Repository.Shared("data", name), "*.jpg", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];
        // All of them take minutes.
        if (!LongTests.AreOn)
            photos = [.. photos.Where((_, index) => index % EveryNth == 0)];
        await using var visitor = await OpenAsync();
        var (largest, where) = (0.0, "");
        foreach (var photo in photos)
        {
            var opened = Picture.Open(photo, Predictor.Load(Model).Card.Transform.Decode);
            var difference = await DifferenceAsync(visitor, opened);
            if (difference > largest)
                (largest, where) = (difference, $"{Path.GetFileName(photo)}, {opened.Width} x {opened.Height}");
        }
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{photos.Length} photos: largest difference {largest:0.0000} ({where})"));
        Assert.InRange(largest, 0, Most);
    }

    [Fact]
    public async Task The_lines_in_the_docs_run_as_they_are()
    {
        await using var visitor = await OpenAsync(snippet: Snippet().Match(File.ReadAllText(Repository.Path("docs", "onnx.md"))).Groups[1].Value);
        picture = SampleNotes.Draw(100, seed: 4);
        var logged = await visitor.Page.EvaluateAsync<double[]>("run()");
        Assert.InRange(Difference(Expected(picture), logged), 0, Most);
    }

    private static string Model => Repository.Path("notebooks", "models", "bills.safetensors");

    /// <summary>Opens an empty page with the exported model and onnxruntime-web, all of it from files.</summary>
    private async Task<Visitor> OpenAsync(string snippet = "")
    {
        var packages = await NodePackages.InstallAsync("tests", "Browser", "onnxruntime-web");
        OnnxExport.Convert(Model, folder["bills.onnx"]);
        var visitor = await browser.VisitorAsync();
        var (imports, code) = (string.Join('\n', snippet.Split('\n').Where(IsImport)), string.Join('\n', snippet.Split('\n').Where(line => !IsImport(line))));
        await visitor.Page.GotoAsync(await ServeAsync(Page(imports, code), Path.Combine(packages, "node_modules", "onnxruntime-web", "dist")));
        await visitor.Page.WaitForFunctionAsync("window.isReady");
        return visitor;
    }

    /// <summary>Serves the page, the model and the runtime. (The test driver could answer for a site, but takes a second for each megabyte.)</summary>
    private async Task<string> ServeAsync(string page, string runtime)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/", () => Results.Content(page, "text/html"));
        site.MapGet("/favicon.ico", () => Results.NoContent());
        site.MapGet("/pixels", () => Results.Bytes(picture!.Pixels.ToArray()));
        site.MapGet("/bills.onnx", () => Results.File(folder["bills.onnx"]));
        site.MapGet("/ort/{name}", (string name) => Results.File(
            Path.Combine(runtime, Path.GetFileName(name)), name.EndsWith(".wasm", StringComparison.Ordinal) ? "application/wasm" : "text/javascript"));
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site.Urls.Single();
    }

    private static bool IsImport(string line) => line.StartsWith("import ", StringComparison.Ordinal);

    // Threads would need a page that is isolated from others; they change no number.
    private static string Page(string imports, string code) => $$"""
        <!DOCTYPE html>
        <script type="importmap">{ "imports": { "onnxruntime-web": "./ort/ort.wasm.min.mjs" } }</script>
        <script type="module">
        {{(imports.Length > 0 ? imports : "import * as ort from \"onnxruntime-web\";")}}
        ort.env.wasm.numThreads = 1;
        window.ask = async (width, height) => {
          window.session ??= await ort.InferenceSession.create("bills.onnx");
          const rgb = new Uint8Array(await (await fetch("pixels")).arrayBuffer());
          const { probabilities } = await window.session.run({ image: new ort.Tensor("uint8", rgb, [height, width, 3]) });
          return Array.from(probabilities.data);
        };
        window.run = async () => {
          const rgb = new Uint8Array(await (await fetch("pixels")).arrayBuffer());
          const [width, height] = [{{WidthOf}}, {{HeightOf}}];
          const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => i % 4 === 3 ? 255 : rgb[Math.floor(i / 4) * 3 + i % 4]);
          let logged;
          const console = { log: value => { logged = Array.from(value); } };
          { {{code}} }
          return logged;
        };
        window.isReady = true;
        </script>
        """;

    private static int WidthOf => SampleNotes.Draw(100, seed: 4).Width;

    private static int HeightOf => SampleNotes.Draw(100, seed: 4).Height;

    private async Task<double> DifferenceAsync(Visitor visitor, Picture asked)
    {
        picture = asked;
        var found = await visitor.Page.EvaluateAsync<double[]>("([width, height]) => ask(width, height)", new[] { asked.Width, asked.Height });
        return Difference(Expected(asked), found);
    }

    private static double Difference(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        return expected.Zip(found, (one, other) => Math.Abs(one - other)).Max();
    }

    /// <summary>The predictor's probabilities: the classes, then neither.</summary>
    private static double[] Expected(Picture asked)
    {
        var answer = Predictor.Load(Model).Predict(asked);
        return [.. answer.Probabilities.Values, .. answer.Neither is { } neither ? [neither] : (double[])[]];
    }

    [GeneratedRegex("```js\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
