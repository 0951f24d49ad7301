using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Uploads
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public async Task Each_file_reaches_the_handler_with_its_bytes()
    {
        var upload = frontEnd.Show(() => new FileUpload { Multiple = true });
        List<(string, string, long)> seen = [];
        upload.OnChange(async file =>
        {
            await Task.Yield();
            seen.Add((file.Name, Convert.ToHexString(file.Content.Span), file.Size));
        });
        await frontEnd.UploadAsync(upload, ("a.jpg", [1, 2]), ("b.jpg", []));
        Assert.Equal([("a.jpg", "0102", 2), ("b.jpg", "", 0)], seen);
    }

    [Fact]
    public async Task The_same_file_chosen_again_reaches_the_handler_again()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        var count = 0;
        upload.OnChange(_ => count++);
        await frontEnd.UploadAsync(upload, ("a.jpg", [1]));
        await frontEnd.UploadAsync(upload, ("a.jpg", [1]));
        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public async Task Bytes_that_were_handled_are_let_go_unless_asked_to_be_kept(bool keep, int length)
    {
        var upload = frontEnd.Show(() => new FileUpload { KeepFiles = keep });
        upload.OnChange(_ => { });
        await frontEnd.UploadAsync(upload, ("a.jpg", [1, 2]));
        Assert.Equal(length, upload.Value.Single().Content.Length);
        Assert.Equal(2, upload.Value.Single().Size);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public async Task A_notebook_keeps_them_and_an_app_does_not(bool isApp, int length)
    {
        var upload = frontEnd.Show(() => new FileUpload());
        upload.Manager.Trust = new FrontEndTrust { ReleasesFiles = isApp };
        upload.OnChange(_ => { });
        await frontEnd.UploadAsync(upload, ("a.jpg", [1, 2]));
        Assert.Equal(length, upload.Value.Single().Content.Length);
    }

    [Fact]
    public async Task Bytes_that_no_handler_took_stay_in_the_value()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.UploadAsync(upload, ("a.jpg", [1, 2]));
        Assert.Equal(2, upload.Value.Single().Content.Length);
    }

    [Fact]
    public async Task A_file_is_never_sent_back()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.UploadAsync(upload, ("a.jpg", new byte[1000]));
        await frontEnd.SendAsync(upload.ModelId, new JsonObject { ["method"] = "request_state" });
        Assert.All(frontEnd.Messages, message => Assert.Empty(message.Buffers));
        Assert.DoesNotContain("value", frontEnd.Messages[0].Data["state"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public async Task Setting_no_files_clears_the_front_end()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.UploadAsync(upload, ("a.jpg", [1]));
        frontEnd.Take();
        upload.Value = [];
        Assert.Equal("""{"value":[]}""", frontEnd.Messages.Single().Data["state"]!.ToJsonString());
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\photos\\a.jpg", "a.jpg")]
    [InlineData("a\nb\0.jpg", "a_b_.jpg")]
    public async Task A_files_name_is_no_path_and_has_no_control_characters(string sent, string expected)
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.UploadAsync(upload, (sent, [1]));
        Assert.Equal(expected, upload.Value.Single().Name);
    }

    [Fact]
    public async Task A_long_name_is_cut()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.UploadAsync(upload, (new string('x', 100_000), [1]));
        Assert.Equal(255, upload.Value.Single().Name.Length);
    }

    [Fact]
    public async Task A_file_over_the_hosts_limit_becomes_a_sentence()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        string? sentence = null;
        upload.OnRefused(reason => sentence = reason);
        await frontEnd.CustomAsync(upload, new JsonObject { ["event"] = "refused", ["size"] = 23_400_000, ["limit"] = 20_000_000 });
        Assert.Equal("This file is too large: it has 23.4 MB, the limit is 20 MB. Please choose a smaller one.", sentence);
        Assert.Equal(sentence, upload.Error);
        await frontEnd.UploadAsync(upload, ("a.jpg", [1]));
        Assert.Empty(upload.Error);
    }

    [Fact]
    public async Task A_refusal_without_its_numbers_is_ignored()
    {
        var upload = frontEnd.Show(() => new FileUpload());
        await frontEnd.CustomAsync(upload, new JsonObject { ["event"] = "refused", ["size"] = "big" });
        Assert.Single(frontEnd.Refused);
        Assert.Empty(upload.Error);
    }
}
