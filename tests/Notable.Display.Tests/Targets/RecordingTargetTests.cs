namespace Notable.Display.Tests;

public class RecordingTargetTests
{
    private readonly RecordingTarget target = new();

    private string Recorded => target.Outputs.ToJsonString();

    [Fact]
    public void Adjacent_text_of_one_stream_is_one_output()
    {
        target.Write(OutputStream.Out, "a");
        target.Write(OutputStream.Out, "");
        target.Write(OutputStream.Out, "b\n");
        target.Write(OutputStream.Error, "c");
        target.Write(OutputStream.Out, "d");

        Assert.Equal(
            """[{"output_type":"stream","name":"stdout","text":"ab\n"},{"output_type":"stream","name":"stderr","text":"c"},{"output_type":"stream","name":"stdout","text":"d"}]""",
            Recorded);
    }

    [Fact]
    public void Displays_results_and_errors_are_as_nbformat_has_them()
    {
        target.Display(MimeBundle.Text("a"), "id");
        target.Result(MimeBundle.Text("b"), 3);
        target.Error("IOException", "gone", ["line 1"]);

        Assert.Equal(
            """[{"output_type":"display_data","data":{"text/plain":"a"},"metadata":{}},{"output_type":"execute_result","execution_count":3,"data":{"text/plain":"b"},"metadata":{}},{"output_type":"error","ename":"IOException","evalue":"gone","traceback":["line 1"]}]""",
            Recorded);
    }

    [Fact]
    public void An_update_replaces_every_output_of_its_id_in_place()
    {
        target.Display(MimeBundle.Text("a"), "x");
        target.Display(MimeBundle.Text("b"), "y");
        target.Display(MimeBundle.Text("c"), "x");

        target.Update("x", MimeBundle.Text("new"));
        target.Update("unknown", MimeBundle.Text("lost"));

        Assert.Equal(["new", "b", "new"], target.Outputs.Select(output => (string)output!["data"]!["text/plain"]!));
    }

    [Fact]
    public void Clearing_removes_at_once()
    {
        target.Write(OutputStream.Out, "a");
        target.Clear(wait: false);

        Assert.Equal("[]", Recorded);
    }

    [Fact]
    public void Clearing_may_wait_for_the_next_output()
    {
        target.Write(OutputStream.Out, "a");
        target.Clear(wait: true);
        Assert.Single(target.Outputs);

        target.Write(OutputStream.Out, "b");

        Assert.Equal("b", (string)Assert.Single(target.Outputs)!["text"]!);
    }
}
