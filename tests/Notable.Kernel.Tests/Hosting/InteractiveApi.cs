using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Input;

namespace Notable.Kernel.Tests.Hosting;

/// <summary>What notebooks call of .NET Interactive itself.</summary>
public sealed class InteractiveApi : PolyglotCells
{
    [Theory]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernel.Current.Name", "csharp")]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernel.Root.GetType().Name", "CompositeKernel")]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernelInvocationContext.Current.Display(\"shown\");", "shown")]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernelInvocationContext.Current.DisplayAs(\"as\", \"text/plain\");", "as")]
    [InlineData("\"as\".DisplayAs(\"text/plain\");", "as")]
    [InlineData("display(\"a\", \"text/plain\");", "a")]
    [InlineData("1.Display(\"text/plain\", \"text/html\");", "1")]
    [InlineData("using Microsoft.DotNet.Interactive;\nvar sent = await Kernel.Root.SubmitCodeAsync(\"Console.Write(40 + 2);\"); Console.Write(sent.Events.Count > 0);", "42True")]
    [InlineData("Kernel.Root.GetType().Name", "CompositeKernel")]
    [InlineData("KernelInvocationContext.Current.Display(Formatter.ListExpansionLimit);", "20")]
    public async Task It_works_in_cells(string cell, string shown) => Assert.Equal(shown, await Text(cell));

    [Theory]
    [InlineData("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ndiv[@class: \"box\"](b(\"x\"))", "<div class=\"box\"><b>x</b></div>")]
    [InlineData("HTML(\"<i>x</i>\")", "<i>x</i>")]
    [InlineData("display(HTML(\"<i>x</i>\"), \"text/html\");", "<i>x</i>")]
    [InlineData("Javascript(\"alert(1)\");", "<script type=\"text/javascript\">alert(1)</script>")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\nclass Note { public int Worth => 50; }\nFormatter.Register<Note>(note => $\"<u>{note.Worth}</u>\", \"text/html\");\nnew Note()", "<u>50</u>")]
    [InlineData("new[] { new { A = 1 } }.DisplayTable();", "<td><span>A</span></td>")]
    public async Task Markup_is_shown(string cell, string html)
    {
        var (outcome, shown) = await Run(cell);

        Assert.Null(outcome.Error);
        Assert.Contains(html, Told(shown, "text/html") + (string?)outcome.Value?.Content("text/html"));
    }

    [Fact]
    public async Task A_display_is_replaced_in_place()
    {
        var (_, shown) = await Run("var a = display(\"one\"); a.Update(\"two\");\nvar b = 3.Display(); b.Update(4);");

        Assert.Equal("two4", Told(shown));
    }

    [Fact]
    public async Task A_format_that_throws_fails_its_cell_alone()
    {
        var error = await Error("using Microsoft.DotNet.Interactive.Formatting;\nclass Torn { }\nFormatter.Register<Torn>(_ => throw new Exception(\"no ink\"), \"text/html\");\nnew Torn()");

        Assert.Equal(("FormatterException", "The format of Torn for text/html failed: Exception: no ink"), (error.Name, error.Message));
        Assert.Equal("1", await Text("1"));
    }

    [Fact]
    public async Task Questions_are_put_to_the_person()
    {
        Ask.Use(new Answers());

        Assert.Equal("Name? answered", await Text("await GetInputAsync(\"Name?\")"));
        Assert.Equal("Word? hidden", await Text("(await GetPasswordAsync(\"Word?\")).GetClearTextPassword()"));
        Assert.Equal("Value? answered", await Text("#!set --name asked --value @input:\"Value?\"\nasked"));
    }

    [Fact]
    public async Task Where_nobody_is_there_to_answer_the_cell_says_so() => Assert.Contains("Nobody can be asked here", (await Error("await GetInputAsync(\"Name?\")")).Message);

    [Fact]
    public async Task Events_are_told_as_other_kernels_tell_them()
    {
        var result = await Kernels.Root.SendAsync(new SubmitCode("Console.Write(\"out\"); Console.Error.Write(\"err\"); display(1); 2"), TestContext.Current.CancellationToken);

        Assert.Equal("out", result.Events.OfType<StandardOutputValueProduced>().Single().FormattedValues.Single().Value);
        Assert.Equal("err", result.Events.OfType<StandardErrorValueProduced>().Single().FormattedValues.Single().Value);
        Assert.Equal("1", result.Events.OfType<DisplayedValueProduced>().Single().FormattedValues.Single().Value);
        Assert.Equal(2, result.Events.OfType<ReturnValueProduced>().Single().Value);
        Assert.IsType<CommandSucceeded>(result.Events[^1]);
        var failed = await Kernels.Root.SendAsync(new SubmitCode("int wrong = \"x\";"), TestContext.Current.CancellationToken);
        Assert.Contains("CS0029", failed.Events.OfType<CommandFailed>().Single().Message);
    }

    [Fact]
    public async Task Editors_are_answered_by_commands()
    {
        var token = TestContext.Current.CancellationToken;
        var completed = await Kernels.Root.SendAsync(new RequestCompletions("Console.Wri", new LinePosition(0, 11)), token);
        Assert.Contains(completed.Events.OfType<CompletionsProduced>().Single().Completions, item => item.DisplayText == "WriteLine");
        var hovered = await Kernels.Root.SendAsync(new RequestHoverText("Console.WriteLine", new LinePosition(0, 10)), token);
        Assert.Contains("Console.WriteLine", hovered.Events.OfType<HoverTextProduced>().Single().Content.Single().Value);
        var help = (await Kernels.Root.SendAsync(new RequestSignatureHelp("string.Join(\",\", ", new LinePosition(0, 17)), token)).Events.OfType<SignatureHelpProduced>().Single();
        Assert.Equal(1, help.ActiveParameterIndex);
        Assert.Contains("Join", help.Signatures[0].Label);
        var wrong = await Kernels.Root.SendAsync(new RequestDiagnostics("int x = \"\";"), token);
        Assert.Equal("CS0029", wrong.Events.OfType<DiagnosticsProduced>().Single().Diagnostics.Single().Code);
    }

    [Fact]
    public async Task An_interrupt_stops_the_cell_and_leaves_the_kernels_usable()
    {
        var target = new RecordingTarget();
        var started = new TaskCompletionSource();
        target.Changed += _ => started.TrySetResult();
        var running = Kernels.RunAsync("Console.WriteLine(\"started\"); while (true) { }", 1, target);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Kernels.Interrupt();

        Assert.Equal("CellInterruptedException", (await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Error?.Name);
        Assert.Equal("1", await Text("1"));
    }

    [Fact]
    public async Task What_a_task_shows_after_its_cell_arrives()
    {
        var target = new RecordingTarget();
        await Kernels.RunAsync("var gate = new TaskCompletionSource(); _ = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });", 1, target);
        var late = new TaskCompletionSource();
        target.Changed += _ => late.TrySetResult();

        await Text("gate.SetResult();");

        await late.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("late", Told(target));
    }

    private sealed class Answers : IQuestions
    {
        public string Ask(string prompt, bool isSecret) => $"{prompt} {(isSecret ? "hidden" : "answered")}";
    }
}
