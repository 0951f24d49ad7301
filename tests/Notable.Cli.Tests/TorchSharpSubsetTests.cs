using System.Reflection;
using Notable.Testing;
using TorchSharp;

namespace Notable.Cli.Tests;

/// <summary>What the libraries above the engine take from namespace TorchSharp: the part that must fit the TorchSharp package.</summary>
public class TorchSharpSubsetTests
{
    [Fact]
    public void Only_the_approved_part_is_used()
    {
        var engine = typeof(torch).Assembly;
        string[] users = ["Notable.Learning", "Notable", "notable-cli"];
        var lines = users.SelectMany(user => UsedMembers.Of(Assembly.Load(user), engine))
            .Where(member => Space(member).StartsWith(nameof(TorchSharp), StringComparison.Ordinal))
            .Select(member => Signatures.Of(member).Replace("TorchSharp.", "")).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(lines);
        Approved.Lines(lines, "tests", "Notable.Torch.Tests", "Approved", "TorchSharpSubset.txt");
    }

    private static string Space(MemberInfo member) => (member as Type ?? member.DeclaringType)!.Namespace ?? "";
}
