using System.Text.Json.Nodes;

namespace Notable.Display.Tests;

public class RecordingChangesTests
{
    /// <summary>A front end that knows nothing but the changes.</summary>
    private sealed class Mirror
    {
        public List<JsonObject> Outputs { get; } = [];

        public void Apply(OutputChange change)
        {
            switch (change.Kind)
            {
                case OutputChangeKind.Added:
                    Assert.Equal(Outputs.Count, change.Index);
                    Outputs.Add(change.Output!);
                    break;
                case OutputChangeKind.Appended:
                    Outputs[change.Index]["text"] = (string)Outputs[change.Index]["text"]! + (string)change.Output!["text"]!;
                    break;
                case OutputChangeKind.Replaced:
                    Outputs[change.Index] = change.Output!;
                    break;
                case OutputChangeKind.Cleared:
                    Outputs.Clear();
                    break;
            }
        }
    }

    [Fact]
    public void Following_the_changes_of_many_threads_gives_the_same_outputs()
    {
        var target = new RecordingTarget(new RecordingLimits { MaxStreamCharacters = 3_000, MaxOutputs = 500 });
        var mirror = new Mirror();
        target.Changed += mirror.Apply;

        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            switch (i % 7)
            {
                case 0 or 1:
                    target.Display(MimeBundle.Text($"{i}"), $"id{i % 10}");
                    break;
                case 2:
                    target.Update($"id{i % 10}", MimeBundle.Text($"updated {i}"));
                    break;
                case 3 when i % 500 == 3:
                    target.Clear(wait: i % 1000 == 3);
                    break;
                default:
                    target.Write(i % 3 == 0 ? OutputStream.Out : OutputStream.Error, $"{i} ");
                    break;
            }
        });

        Assert.Equal(target.Outputs.ToJsonString(), new JsonArray([.. mirror.Outputs]).ToJsonString());
    }

    [Fact]
    public void Concurrent_text_is_neither_lost_nor_torn()
    {
        var target = new RecordingTarget();

        Parallel.For(0, 1_000, i => target.Write(OutputStream.Out, $"<{i}>"));

        var text = (string)Assert.Single(target.Outputs)!["text"]!;
        Assert.Equal(Enumerable.Range(0, 1_000), text.Trim('<', '>').Split("><").Select(int.Parse).Order());
    }

    [Fact]
    public void A_display_is_told_with_its_id()
    {
        var target = new RecordingTarget();
        var changes = new List<OutputChange>();
        target.Changed += changes.Add;

        target.Display(MimeBundle.Text("a"), "x");
        target.Update("x", MimeBundle.Text("b"));
        target.Write(OutputStream.Out, "c");

        Assert.Equal([("x", OutputChangeKind.Added), ("x", OutputChangeKind.Replaced), (null, OutputChangeKind.Added)],
            changes.Select(change => (change.DisplayId, change.Kind)));
    }
}
