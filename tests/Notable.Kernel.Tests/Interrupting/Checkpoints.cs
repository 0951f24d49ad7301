using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Interrupting.Checkpoints;
using Notable.Kernel.Interrupting;

namespace Notable.Kernel.Tests.Interrupting;

public class Checkpoints
{
    private const string Class = "global::Notable.Kernel.Interrupting.Checkpoint";

    [Theory]
    [InlineData("while (true) { }", "while (true) {!; }")]
    [InlineData("for (;;) x++;", "for (;;) {!;x++;}")]
    [InlineData("foreach (var i in new[] { 1 })\n    x++;", "foreach (var i in new[] { 1 })\n    {!;x++;}")]
    [InlineData("do x++; while (x < 9);", "do {!;x++;} while (x < 9);")]
    [InlineData("while (true) while (true) x++;", "while (true) {!;while (true) {!;x++;}}")]
    [InlineData("int F(int n) => n;", "int F(int n) {>;return    n ;}")]
    [InlineData("void F() => x++;", "void F() {>;   x++ ;}")]
    [InlineData("async Task F() => await Task.Delay(1);", "async Task F() {>>;   ?Task.Delay(1)) ;}")]
    [InlineData("int F() => throw new Exception();", "int F() => throw new Exception();")]
    [InlineData("Func<int, int> f = i => i;", "Func<int, int> f = i => {>;return i;};")]
    [InlineData("Action f = () => x++;", "Action f = () => {>;x++;};")]
    [InlineData("Func<Task> f = async () => await Task.Delay(1);", "Func<Task> f = async () => {>>;?Task.Delay(1));};")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> f = () => 1;", "System.Linq.Expressions.Expression<Func<int>> f = () => 1;")]
    [InlineData("int P => x;", "int P { get {>;return    x ;} }")]
    [InlineData("class A { int p; public int P { get => p; set => p = value; } }", "class A { int p; public int P { get {>;return    p ;} set {>;   p = value ;} } }")]
    [InlineData("class A { public int P { get; set; } = 1; }", "class A { public int P { get; set; } = 1; }")]
    [InlineData("class A { public int this[int i] => i; }", "class A { public int this[int i] { get {>;return    i ;} } }")]
    [InlineData("class A { public A() { } }", "class A { public A() {>; } }")]
    [InlineData("class A { public static A operator -(A a) => a; }", "class A { public static A operator -(A a) {>;return    a ;} }")]
    [InlineData("class A { int p; public ref int P => ref p; }", "class A { int p; public ref int P => ref p; }")]
    [InlineData("Action f = delegate { };", "Action f = delegate {>; };")]
    [InlineData("await Task.Delay(1);", "?Task.Delay(1));")]
    [InlineData("1 + 1", "1 + 1")]
    public async Task Loops_calls_and_awaits_get_one_and_still_compile(string code, string expected)
    {
        var options = ScriptOptions.Default.AddReferences(typeof(Checkpoint).Assembly, typeof(Enumerable).Assembly)
            .AddImports("System", "System.Threading.Tasks");
        var before = CSharpScript.Create("var x = 0;", options);
        var compilation = before.ContinueWith(code).GetCompilation();
        var written = CheckpointWriter.Write(compilation, compilation.SyntaxTrees.Single());
        Assert.Equal(Squeeze(expected), Squeeze(written.Replace($"await {Class}.Await(", "?").Replace($" {Class}.Pass(); ", "!;").Replace($" {Class}.Enter(); ", ">;").Replace($" {Class}.EnterAsync(); ", ">>;")));
        Assert.Equal(code.Count(letter => letter == '\n'), written.Count(letter => letter == '\n'));
        Assert.DoesNotContain(before.ContinueWith(written).Compile(TestContext.Current.CancellationToken), one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        await Task.CompletedTask;
    }

    private static string Squeeze(string text) => text.Replace(" ", "");
}
