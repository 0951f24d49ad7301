using Notable.Kernel.Tests.Packages;

namespace Notable.Kernel.Tests.Hosting;

/// <summary>What packages bring for notebooks: classes and a script. They are restored by the SDK from a folder.</summary>
public sealed class ExtensionsOfPackages : PolyglotCells
{
    private const string Library = "namespace Stamped; public record Bill(int Worth);";
    private const string Extension = """
        using System.Threading.Tasks;
        using Microsoft.DotNet.Interactive;
        using Microsoft.DotNet.Interactive.Directives;
        using Microsoft.DotNet.Interactive.Formatting;
        public class StampExtension : IKernelExtension
        {
            public Task OnLoadAsync(Kernel kernel)
            {
                Formatter.Register<Stamped.Bill>(bill => $"<b>${bill.Worth}</b>", "text/html");
                kernel.AddDirective(new KernelActionDirective("#!stamp"), (_, context) => { context.Display("stamped", "text/plain"); return Task.CompletedTask; });
                return Task.CompletedTask;
            }
        }
        """;

    private const string Script = """
        #!csharp
        using Stamped;
        var hundred = new Bill(100);

        #!html
        <p>Stamps are ready</p>
        """;

    private static string Stamps => MadePackage.Directives("Notable.Test.Stamps", Library, Extension, Script);

    [Fact]
    public async Task A_class_and_a_script_are_loaded_and_each_is_named_once()
    {
        var (outcome, shown) = await Run(Stamps);

        Assert.True(outcome.Error is null, outcome.Error?.Message);
        var told = Told(shown);
        Assert.Equal(1, Count(told, "Loaded the extension StampExtension of Notable.Test.Stamps 1.0.0"));
        Assert.Equal(1, Count(told, "Loaded the extension script of Notable.Test.Stamps 1.0.0"));
        Assert.Contains("<p>Stamps are ready</p>", Told(shown, "text/html"));
        var (value, _) = await Run("hundred");
        Assert.Equal("<b>$100</b>", (string?)value.Value!.Content("text/html"));
        Assert.Equal("stamped", await Text("#!stamp"));
        Assert.DoesNotContain("Loaded", await Text($"{Stamps}\n1"));
    }

    private static string Broken => MadePackage.Directives("Notable.Test.Torn", "namespace Torn; public static class Known { public const int Value = 7; }", """
        using System.Threading.Tasks;
        using Microsoft.DotNet.Interactive;
        public class Torn : IKernelExtension { public Task OnLoadAsync(Kernel kernel) => throw new System.InvalidOperationException("no ink"); }
        public class Whole : IKernelExtension { public Task OnLoadAsync(Kernel kernel) => Task.CompletedTask; }
        """, "#!csharp\nint wrong = \"text\";");

    [Fact]
    public async Task One_that_fails_costs_a_warning_and_not_the_cell()
    {
        var text = await Text($"{Broken}\nTorn.Known.Value");

        Assert.Contains("Warning: The extension Torn of Notable.Test.Torn failed to load: InvalidOperationException: no ink", text);
        Assert.Contains("Loaded the extension Whole of Notable.Test.Torn", text);
        Assert.Contains("Warning: The extension script of Notable.Test.Torn failed:", text);
        Assert.EndsWith("7", text);
        Assert.Equal("2", await Text("1 + 1"));
    }

    [Fact]
    public async Task Those_of_a_dependency_are_loaded_but_only_their_failures_are_reported()
    {
        var dependency = MadePackage.Directives("Notable.Test.Ink", extension: """
            using System.Threading.Tasks;
            using Microsoft.DotNet.Interactive;
            using Microsoft.DotNet.Interactive.Directives;
            public class Dry : IKernelExtension { public Task OnLoadAsync(Kernel kernel) => throw new System.InvalidOperationException("no ink"); }
            public class Wet : IKernelExtension
            {
                public Task OnLoadAsync(Kernel kernel)
                {
                    kernel.AddDirective(new KernelActionDirective("#!ink"), (_, context) => { context.Display("inked", "text/plain"); return Task.CompletedTask; });
                    return Task.CompletedTask;
                }
            }
            """, script: "#!csharp\nvar black = 1;");
        var text = await Text($"{MadePackage.Directives("Notable.Test.Pen", needs: dependency)}\nblack + 1");

        Assert.Contains("Warning: The extension Dry of Notable.Test.Ink failed to load: InvalidOperationException: no ink", text);
        Assert.DoesNotContain("Loaded", text);
        Assert.EndsWith("2", text);
        Assert.Equal("inked", await Text("#!ink"));
    }

    [Fact]
    public async Task They_hold_where_a_notebook_is_compiled_as_a_whole()
    {
        var session = await Cells.RunAsync(Stamps, "hundred");

        var outputs = string.Concat(session.Runs.Select(run => run.Outputs.ToJsonString()));
        Assert.Contains("Stamps are ready", outputs);
        Assert.Contains("$100", outputs);
    }

    [Fact]
    public async Task There_one_that_fails_costs_no_more_either()
    {
        var session = await Cells.RunAsync(Broken, "Torn.Known.Value");

        Assert.Equal("7", session.Runs[^1].Text());
    }

    [Fact]
    public async Task An_assembly_that_this_program_has_older_is_told_of()
    {
        const string newer = "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] namespace Newtonsoft.Json; public class Newer { }";
        var directives = MadePackage.Directives("Newtonsoft.Json", newer);

        Assert.Contains("Warning: Newtonsoft.Json 1.0.0", await Text($"{directives}\n1"));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_needed_and_told_of_where_it_was_asked()
    {
        const string gone = "#i \"nuget: https://feed.invalid/v3/index.json\"";
        var directives = MadePackage.Directives("Notable.Test.Elsewhere", "public static class Elsewhere { public const int Value = 6; }");
        // Any version: all feeds are asked.
        var newest = MadePackage.Directives("Notable.Test.Anywhere", "public static class Anywhere { public const int Value = 7; }").Split(", 1.0.0")[0] + ", *-*\"";

        Assert.EndsWith("6", await Text($"{gone}\n{directives}\nElsewhere.Value"));
        var text = await Text($"{newest}\nAnywhere.Value");
        Assert.EndsWith("7", text);
        Assert.Contains("feed.invalid", text);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
