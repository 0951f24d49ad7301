using Browser.Fixtures;
using Notable.Gathering;
using Notable;
using Notable.Testing;
using static Browser.Fixtures.CleanerPage;

namespace Browser;

public class PicturesAreCleaned(BrowserFixture browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Marks_survive_switching_and_turning_undo_takes_the_last_one_and_Apply_moves_files(bool onPhone)
    {
        await using var app = await CleanerApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone);
        await visitor.OpenAsync(app.Address);
        var (before50, before100) = (app.Files("usd50"), app.Files("usd100"));

        await ChooseAsync(visitor, "Show", "usd50");
        var toDelete = await MarkAsync(visitor, card: 0, "delete");
        var toMove = await MarkAsync(visitor, card: 2, "to usd100");
        await MarkAsync(visitor, card: 3, "delete");
        await visitor.SeeAsync("3 marked: 2 to delete, 1 to move.");
        await visitor.ScreenshotAsync(onPhone ? "cleaner-phone-marked" : "cleaner-desktop-marked");

        await ClickAsync(visitor, "Undo");
        await visitor.SeeAsync("2 marked: 1 to delete, 1 to move.");
        await ChooseAsync(visitor, "Show", "usd100");
        await ChooseAsync(visitor, "Half", "validation");
        Assert.Equal("keep", await MarkOfAsync(visitor, card: 0));
        await ChooseAsync(visitor, "Half", "training");
        await ChooseAsync(visitor, "Show", "usd50");
        await ClickAsync(visitor, "Next");
        await visitor.SeeAsync("13 to 24 of");
        await ClickAsync(visitor, "Previous");
        await visitor.SeeAsync("1 to 12 of");
        Assert.Equal("delete", await MarkOfAsync(visitor, card: 0));
        Assert.Equal("to usd100", await MarkOfAsync(visitor, card: 2));
        Assert.Equal("keep", await MarkOfAsync(visitor, card: 3));
        Assert.Equal(before50, app.Files("usd50"));
        Assert.Equal(before100, app.Files("usd100"));

        await ClickAsync(visitor, "Apply");
        await visitor.SeeAsync("Nothing is marked.");
        await visitor.SeeAsync("1 picture moved to the trash");
        await visitor.ScreenshotAsync(onPhone ? "cleaner-phone-applied" : "cleaner-desktop-applied");

        var name = Path.GetFileName(toMove);
        var moved = before100.Contains($"usd100/{name}") ? $"usd100/{Path.GetFileNameWithoutExtension(name)} (2).jpg" : $"usd100/{name}";
        Assert.Equal(before50.Except([toDelete, toMove]), app.Files("usd50"));
        Assert.Equal(before100.Append(moved).Order(StringComparer.Ordinal), app.Files("usd100"));
        Assert.Equal([toDelete], app.Changes.Trashed);
        Assert.Equal([(ChangeAction.Delete, toDelete, toDelete), (ChangeAction.Move, toMove, moved), (ChangeAction.Done, null, null)],
            app.Changes.Log.Select(line => (line.Action, line.From, line.To)));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task With_keys_alone_a_picture_is_deleted_brought_back_and_deleted_for_good()
    {
        await using var app = await CleanerApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        var before = app.Files("usd100");

        await Cards(visitor).First.Locator("select").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("d");
        await visitor.SeeAsync("1 marked: 1 to delete, 0 to move.");
        await PressAsync(visitor, "Apply");
        await visitor.SeeAsync("1 picture moved to the trash");
        Assert.Equal(before.Length - 1, app.Files("usd100").Length);

        await PressAsync(visitor, "Undo apply");
        await visitor.SeeAsync("1 picture moved back.");
        Assert.Equal(before, app.Files("usd100"));

        await Cards(visitor).First.Locator("select").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("d");
        await visitor.SeeAsync("1 marked");
        await PressAsync(visitor, "Apply");
        await PressAsync(visitor, "Empty the trash (1)");
        Assert.Single(app.Changes.Trashed);
        await PressAsync(visitor, "Delete 1 picture permanently?");
        await visitor.SeeAsync("1 picture deleted permanently.");
        Assert.Empty(app.Changes.Trashed);
        Assert.Equal(before.Length - 1, app.Files("usd100").Length);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task In_a_notebook_of_Jupyter_it_does_the_same()
    {
        using var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder["notes"], perClass: 32, seed: 3);
        await using var visitor = await browser.VisitorAsync();
        await using var server = await NotebookServer.StartAsync(
            "# Clean the notes",
            CleanerApp.Cell(folder["notes"]));
        await server.OpenAsync(visitor);
        await NotebookServer.RunAllAsync(visitor);
        await Cards(visitor).Nth(11).WaitForAsync();

        await ChooseAsync(visitor, "Show", "usd50");
        var toDelete = await MarkAsync(visitor, card: 0, "delete");
        await MarkAsync(visitor, card: 2, "to usd100");
        await visitor.SeeAsync("2 marked: 1 to delete, 1 to move.");
        await ClickAsync(visitor, "Undo");
        await visitor.SeeAsync("1 marked: 1 to delete, 0 to move.");
        await ChooseAsync(visitor, "Show", "usd100");
        await ChooseAsync(visitor, "Show", "usd50");
        Assert.Equal("delete", await MarkOfAsync(visitor, card: 0));
        await visitor.ScreenshotAsync("cleaner-jupyter-marked");
        await ClickAsync(visitor, "Apply");
        await visitor.SeeAsync("1 picture moved to the trash");

        var changes = new FolderChanges(folder["notes"]);
        Assert.Equal([toDelete], changes.Trashed);
        Assert.Equal([(ChangeAction.Delete, toDelete), (ChangeAction.Done, null)], changes.Log.Select(line => (line.Action, line.From)));
        Assert.False(File.Exists(folder[$"notes/{toDelete}"]));
        Assert.Equal(63, Directory.GetFiles(folder["notes"], "*.jpg", SearchOption.AllDirectories).Count(file => !changes.Trashed.Any(file.Contains)));
    }

    [Fact]
    public async Task A_page_holds_a_dozen_small_pictures_and_fits_a_phone()
    {
        await using var app = await CleanerApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.OpenAsync(app.Address);

        Assert.Equal(12, await Cards(visitor).CountAsync());
        Assert.True(await visitor.Page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('.widget-image')].map(i => Math.max(i.naturalWidth, i.naturalHeight)))") <= 240);
        Assert.True(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        var (first, second) = ((await Cards(visitor).Nth(0).BoundingBoxAsync())!, (await Cards(visitor).Nth(1).BoundingBoxAsync())!);
        Assert.Equal(first.Y, second.Y);
        Assert.True((await Cards(visitor).First.Locator("select").BoundingBoxAsync())!.Height >= 28);
    }
}
