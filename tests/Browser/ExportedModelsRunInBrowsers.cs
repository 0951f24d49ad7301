using System.Globalization;
using System.Text.RegularExpressions;
using Browser.Fixtures;
using Notable;
using Notable.Imaging;
using Notable.Learning;
using Notable.Testing;

namespace Browser;

/// <summary>An exported model in onnxruntime-web answers as <see cref="Predictor"/> does.</summary>
public sealed partial class ExportedModelsRunInBrowsers(BrowserFixture browser) : IDisposable
{
    private const string Site = "http://models.test/";
    private const double Most = 0.02;
    private const int EveryNth = 20;
    private readonly TemporaryFolder folder = new();
    private Picture? picture;

    public void Dispose() => folder.Dispose();

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
        if (Environment.GetEnvironmentVariable("NOTABLE_LONG") != "1")
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

    /// <summary>Opens an empty page with the exported model and onnxruntime-web, all of it answered from files.</summary>
    private async Task<Visitor> OpenAsync(string snippet = "")
    {
        var packages = await NodePackages.InstallAsync("tests", "Browser", "onnxruntime-web");
        OnnxExport.Convert(Model, folder["bills.onnx"]);
        var visitor = await browser.VisitorAsync();
        var (imports, code) = (string.Join('\n', snippet.Split('\n').Where(IsImport)), string.Join('\n', snippet.Split('\n').Where(line => !IsImport(line))));
        await visitor.Page.RouteAsync($"{Site}**", async route =>
        {
            var name = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
            await (name switch
            {
                "" => route.FulfillAsync(new() { ContentType = "text/html", Body = Page(imports, code) }),
                "pixels" => route.FulfillAsync(new() { ContentType = "application/octet-stream", BodyBytes = picture!.Pixels.ToArray() }),
                "bills.onnx" => route.FulfillAsync(new() { Path = folder[name] }),
                "favicon.ico" => route.FulfillAsync(new() { ContentType = "image/x-icon", Body = "" }),
                _ => route.FulfillAsync(new()
                {
                    Path = Path.Combine(packages, "node_modules", "onnxruntime-web", "dist", Path.GetFileName(name)),
                    ContentType = name.EndsWith(".wasm", StringComparison.Ordinal) ? "application/wasm" : "text/javascript",
                }),
            });
        });
        await visitor.Page.GotoAsync(Site);
        await visitor.Page.WaitForFunctionAsync("window.isReady");
        return visitor;
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
