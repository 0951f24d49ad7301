using Notable.Kernel.Language;

namespace Notable.Kernel.Tests.Language;

public class CompleteCells
{
    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("#!time\n1", "complete", "")]
    [InlineData("#!html\n<b>{", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("void F()\n{\n    if (true) {", "incomplete", "        ")]
    [InlineData("Console.WriteLine(", "incomplete", "")]
    [InlineData("#!nothing", "invalid", "")]
    [InlineData("int 5x;", "invalid", "")]
    public void Enter_runs_a_whole_cell_and_goes_on_with_half_a_one(string code, string status, string indent) =>
        Assert.Equal(new Completeness(status, indent), Completeness.Of(code));
}
