using Notable.AppHost.Supervision;
using Notable.Testing;

namespace Notable.AppHost.Tests;

/// <summary>Notebooks behind links, as a Kubernetes volume mounts them: a link to a folder that is replaced as a whole.</summary>
public class LinkedNotebooksAreWatched
{
    [Fact]
    public void A_change_of_what_the_link_leads_to_is_seen()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["first"]);
        Directory.CreateDirectory(folder["second"]);
        File.WriteAllText(folder["first/app.ipynb"], "one");
        File.WriteAllText(folder["second/app.ipynb"], "one and two");
        Directory.CreateSymbolicLink(folder["data"], "first");
        File.CreateSymbolicLink(folder["app.ipynb"], Path.Combine("data", "app.ipynb"));

        var watch = new NotebookFileWatcher(folder["app.ipynb"]);
        Assert.False(watch.HasChanged());
        File.SetLastWriteTimeUtc(folder["first/app.ipynb"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(watch.HasChanged());
        Directory.Delete(folder["data"]);
        Directory.CreateSymbolicLink(folder["data"], "second");
        Assert.True(watch.HasChanged());
        Assert.False(watch.HasChanged());
    }
}
