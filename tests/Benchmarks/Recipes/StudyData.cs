using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>A picture that a model is asked about.</summary>
/// <param name="Set">What it is asked for: <c>valid</c>, <c>negatives</c>, <c>usd20</c>, <c>foreign</c> or <c>stress/KIND</c>.</param>
/// <param name="File">Its path.</param>
/// <param name="Label">Its class; null where it has none.</param>
/// <param name="Novelty">Whether it is play money or a drawing.</param>
internal sealed record Asked(string Set, string File, string? Label, bool Novelty);

/// <summary>The pictures of the study and their folds, as <c>bills-groups.csv</c> beside them says.</summary>
internal sealed class StudyData
{
    /// <summary>Folders of other pictures that no model ever learns from.</summary>
    private static readonly string[] NeverSeen = ["usd20", "foreign"];

    private sealed record Row(string File, bool Novelty, int Random, int Group);

    private readonly string root;
    private readonly string? stress;
    private readonly Dictionary<string, Row> rows;
    private readonly string[] negatives;

    public StudyData(string root, string? stress)
    {
        (this.root, this.stress) = (Path.GetFullPath(root), stress);
        rows = File.ReadLines(Path.Combine(root, "bills-groups.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(part => Path.Combine(this.root, part[0]), part => new Row(part[0], part[2] == "1", int.Parse(part[3]), int.Parse(part[4])));
        negatives = [.. ImageFiles.In(Path.Combine(root, "bills-other")).Where(file => !NeverSeen.Contains(Labels.ParentFolder(file)))];
    }

    public string Bills => Path.Combine(root, "bills");

    /// <summary>The data of a recipe; a fold's pictures validate.</summary>
    public DataBlock Block(Recipe recipe, string fold) => Of(recipe, new FuncSplitter(file => InFold(file, fold)));

    /// <summary>The data of a recipe without folds: everything trains, and a first picture also validates, for something must.</summary>
    public DataBlock Everything(Recipe recipe) => Of(recipe, new NothingHeldBack());

    /// <summary>All that the model of a fold is asked about.</summary>
    public IEnumerable<Asked> Questions(string fold)
    {
        foreach (var (file, row) in rows.Where(row => InFold(row.Key, fold)))
        {
            yield return new("valid", file, Labels.ParentFolder(file), row.Novelty);
            if (stress is null)
                continue;
            foreach (var kind in Directory.GetDirectories(stress).Order(StringComparer.Ordinal))
                yield return new($"stress/{Path.GetFileName(kind)}",
                    Path.Combine(kind, Labels.ParentFolder(file), Path.ChangeExtension(Path.GetFileName(file), ".jpg")), Labels.ParentFolder(file), row.Novelty);
        }
        foreach (var file in negatives.Where(file => InFold(file, fold)))
            yield return new("negatives", file, null, false);
        foreach (var folder in NeverSeen)
            foreach (var file in ImageFiles.In(Path.Combine(root, "bills-other", folder)))
                yield return new(folder, file, null, false);
    }

    private DataBlock Of(Recipe recipe, Splitter splitter) => new()
    {
        GetItems = WithDrawn(recipe),
        Splitter = splitter,
        Negatives = recipe.Negatives ? new Negatives(root) { GetItems = _ => negatives, Splitter = splitter } : null,
        ExpectsEqualClasses = recipe.Equal,
        Views = recipe.Views,
        ItemTransforms = recipe.Items,
        BatchTransforms = recipe.BatchTransforms,
    };

    // Drawn notes are of no fold: they are learned from, and no figure rests on them.
    private static Func<string, IReadOnlyList<string>> WithDrawn(Recipe recipe) => folder =>
        recipe.Drawn == 0 ? ImageFiles.In(folder) : [.. ImageFiles.In(folder), .. ImageFiles.In(Notable.SampleData.Notes(recipe.Drawn))];

    private sealed class NothingHeldBack : Splitter
    {
        public override Split Apply(IReadOnlyList<string> items) => new([.. Enumerable.Range(0, items.Count)], [0]);
    }

    private bool InFold(string file, string fold)
    {
        var (column, number) = (fold.Split(':')[0], int.Parse(fold.Split(':')[1]));
        var own = !rows.TryGetValue(file, out var row) ? Array.IndexOf(negatives, file) % 5
            : column == "group" ? row.Group : row.Random;
        return own == number;
    }
}
