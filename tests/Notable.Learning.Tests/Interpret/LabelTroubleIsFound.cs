using System.Security.Cryptography;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Interpret;

public class LabelTroubleIsFound
{
    [Fact]
    public void The_mislabeled_and_the_off_topic_come_by_turns_and_each_once()
    {
        float[][] probabilities = [[0.9f, 0.1f], [0.2f, 0.8f], [0.05f, 0.95f], [0.4f, 0.6f]];
        var suspects = LabelTrouble.Ranked(["a", "b", "c", "d"], [0, 0, 0, 1], ["x", "y"], probabilities, [0.9f, 0.1f, 0.3f, 0.2f]);

        Assert.Equal(["c", "a", "b", "d"], suspects.Select(suspect => suspect.Item));
        Assert.Equal([SuspicionKind.Mislabeled, SuspicionKind.OffTopic, SuspicionKind.Mislabeled, SuspicionKind.OffTopic], suspects.Select(suspect => suspect.Kind));
        Assert.Equal(["looks like y (95 %)", "unlike the other pictures"], suspects.Take(2).Select(suspect => suspect.Reason));
    }

    [Fact]
    public void A_picture_is_judged_by_the_others_only()
    {
        // Two clouds, and one point of each cloud under the other's label.
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var features = torch.randn([60, 8]);
        using (torch.no_grad())
            features.slice(0, 0, 30, 1).add_(4);
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? 0 : 1)];
        (labels[7], labels[41]) = (1, 0);

        var probabilities = LinearProbe.OutOfFold(features, labels, classes: 2, folds: 5, repeats: 2, seed: 3, CancellationToken.None);

        Assert.All(probabilities, row => Assert.Equal(1, row.Sum(), 3));
        int[] worst = [.. Enumerable.Range(0, 60).OrderBy(i => probabilities[i][labels[i]]).Take(2).Order()];
        Assert.Equal([7, 41], worst);
        Assert.Equal(probabilities, LinearProbe.OutOfFold(features, labels, 2, 5, 2, seed: 3, CancellationToken.None));
    }

    [Fact]
    public void What_lies_far_from_all_others_is_strange()
    {
        using var scope = torch.NewDisposeScope();
        var strangeness = Density.Strangeness(torch.tensor([1, 0, 1, 0.1f, 0.9f, 0.05f, -1, 1], [4, 2]), neighbors: 2);
        Assert.Equal(3, Array.IndexOf(strangeness, strangeness.Max()));
        Assert.InRange(strangeness[0], 0, 0.01);
        Assert.InRange(strangeness[3], 1.5, 2);
    }

    /// <summary>
    /// Which pictures were planted is known by their bytes: those of a picture of another class. Four show the other denomination, four no
    /// bill at all.
    /// </summary>
    [Fact]
    public void In_a_messy_collection_most_of_what_was_planted_is_among_the_first_twenty()
    {
        var (messy, weights) = (Repository.Shared("data", "bills-messy"), Repository.Shared("weights", "resnet18.safetensors"));
        var classes = Directory.GetFiles(Repository.Shared("data", "bills"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.Shared("data", "bills-other"), "*", SearchOption.AllDirectories)).ToLookup(Hash, Labels.ParentFolder);
        var planted = ImageFiles.In(messy).Where(file => classes[Hash(file)].Any(name => name != Labels.ParentFolder(file))).ToHashSet();
        Assert.Equal(8, planted.Count);

        var block = new DataBlock { Blocks = (new ImageBlock { SkipUnreadable = true }, new CategoryBlock()) };
        var trouble = LabelTrouble.Find(block.DataLoaders(messy, cancellation: TestContext.Current.CancellationToken), Architectures.ResNet18, weights, torch.CPU, TestContext.Current.CancellationToken);

        var found = trouble.Suspects.Take(20).Count(suspect => planted.Contains(suspect.Item));
        TestContext.Current.SendDiagnosticMessage($"{found} of {planted.Count} among the first 20");
        Assert.InRange(found, 7, 8);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
