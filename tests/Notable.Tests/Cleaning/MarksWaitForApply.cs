using Notable.Gathering;
using Notable.Learning;
using Notable.Testing;

namespace Notable.Tests.Cleaning;

public sealed class MarksWaitForApply : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly CleanerPicture a, b, c;
    private readonly CleaningSession session;

    public MarksWaitForApply()
    {
        (a, b, c) = (Picture("usd50/a.jpg", 3, Subset.Train), Picture("usd50/b.jpg", 2, Subset.Train), Picture("usd100/a.jpg", 1, Subset.Valid));
        session = new(new FolderChanges(root["bills"]), [a, b, c], suspects: [b]);
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void Pictures_are_listed_by_class_and_half()
    {
        Assert.Equal([a, b], session.In("usd50", Subset.Train));
        Assert.Empty(session.In("usd50", Subset.Valid));
        Assert.Equal([c], session.In("usd100", Subset.Valid));
        Assert.Equal(["usd100", "usd50"], session.Classes);
    }

    [Fact]
    public void Marks_are_counted_and_move_nothing()
    {
        session.Set(a, Mark.Delete);
        session.Set(c, new Mark("usd50"));
        Assert.Equal((1, 1), (session.ToDelete, session.ToMove));
        Assert.Equal(3, Directory.GetFiles(root["bills"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Undo_goes_back_mark_by_mark()
    {
        session.Set(a, Mark.Delete);
        session.Set(a, new Mark("usd100"));
        session.Set(b, Mark.Delete);
        Assert.Equal(b, session.UndoMark());
        Assert.Equal(new Mark("usd100"), session[a]);
        Assert.Equal(a, session.UndoMark());
        Assert.Equal(Mark.Delete, session[a]);
        session.UndoMark();
        Assert.Null(session[a]);
        Assert.False(session.CanUndoMark);
        Assert.Null(session.UndoMark());
    }

    [Fact]
    public void The_same_mark_again_is_no_step()
    {
        session.Set(a, Mark.Delete);
        session.Set(a, Mark.Delete);
        session.Set(b, null);
        session.UndoMark();
        Assert.False(session.CanUndoMark);
    }

    [Fact]
    public void Apply_moves_and_the_moved_are_listed_no_more()
    {
        session.Set(a, Mark.Delete);
        session.Set(b, new Mark("usd100"));
        var report = session.Apply();
        Assert.Equal(2, report.Applied.Count);
        Assert.Empty(session.In("usd50", Subset.Train));
        Assert.Empty(session.SuspectsLeft);
        Assert.Equal((0, 0), (session.ToDelete, session.ToMove));
        Assert.True(File.Exists(root["bills.trash/usd50/a.jpg"]));
        Assert.True(File.Exists(root["bills/usd100/b.jpg"]));
    }

    [Fact]
    public void What_was_applied_comes_back()
    {
        session.Set(a, Mark.Delete);
        session.Set(b, new Mark("usd100"));
        session.Apply();
        Assert.True(session.CanUndoChanges);
        Assert.Equal(2, session.UndoChanges().Applied.Count);
        Assert.Equal([a, b], session.In("usd50", Subset.Train));
        Assert.False(session.CanUndoChanges);
        Assert.True(File.Exists(session.PathOf(a)));
    }

    [Fact]
    public void A_mark_whose_file_cannot_move_stays()
    {
        session.Set(a, Mark.Delete);
        session.Set(b, Mark.Delete);
        File.Delete(session.PathOf(a));
        var report = session.Apply();
        Assert.Equal(a.File, Assert.Single(report.Failed).File);
        Assert.Equal(Mark.Delete, session[a]);
        Assert.Null(session[b]);
    }

    [Fact]
    public void Where_classes_are_no_folders_nothing_can_move_between_them()
    {
        Assert.True(session.CanMove);
        Assert.False(new CleaningSession(session.Changes, [a with { Class = "fifty" }]).CanMove);
    }

    private CleanerPicture Picture(string file, double loss, Subset subset)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(root[$"bills/{file}"])!);
        File.WriteAllText(root[$"bills/{file}"], file);
        return new(file, Path.GetDirectoryName(file)!, subset, loss, "");
    }
}
