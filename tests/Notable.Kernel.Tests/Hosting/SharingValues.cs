using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Notable.Kernel.Tests.Hosting;

public sealed class SharingValues : PolyglotCells
{
    [Fact]
    public async Task A_stored_text_becomes_a_variable()
    {
        await Text("#!value --name note\nfifty dollars");

        Assert.Equal("fifty dollars", await Text("#!share --from value note\nnote"));
        Assert.Equal("13", await Text("#!set --name again --value @value:note\nagain.Length"));
    }

    [Fact]
    public async Task Json_becomes_a_document()
    {
        await Text("#!value --name data --mime-type application/json\n{\"a\": [1, 2]}");

        Assert.Equal("2", await Text("#!share data --from value\ndata.RootElement.GetProperty(\"a\").GetArrayLength()"));
    }

    [Fact]
    public async Task A_variable_is_set_to_a_literal() => Assert.Equal("5", await Text("#!set --name five --value 5\nfive"));

    [Fact]
    public async Task Programs_read_and_set_variables_by_commands()
    {
        await Text("var list = new List<int> { 1, 2 };");
        var read = await Kernels.Root.SendAsync(new RequestValue("list", targetKernelName: "csharp"), TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], Assert.IsType<List<int>>(read.Events.OfType<ValueProduced>().Single().Value));

        await Kernels.Root.SendAsync(new SendValue("given", new Dictionary<string, int[]> { ["a"] = [7] }, null, "csharp"), TestContext.Current.CancellationToken);

        Assert.Equal("7", await Text("given[\"a\"][0]"));
        var infos = await Kernels.Root.SendAsync(new RequestValueInfos("csharp"), TestContext.Current.CancellationToken);
        Assert.Equal(["list", "given"], infos.Events.OfType<ValueInfosProduced>().Single().ValueInfos.Select(info => info.Name));
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        Assert.Contains("nothing", (await Error("#!share --from value nothing")).Message);
        Assert.Contains("nothing", (await Error("#!set --name x --value @csharp:nothing")).Message);
        Assert.Equal("1", await Text("1"));
    }
}
