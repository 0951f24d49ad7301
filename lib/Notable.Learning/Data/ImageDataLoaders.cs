using Microsoft.VisualBasic.FileIO;

namespace Notable.Learning;

/// <summary>
/// Options shared by the factories: how pictures are transformed, split and batched. The defaults are <see cref="DataBlock"/>'s.
/// </summary>
public sealed record LoadingOptions
{
    /// <summary>Pictures per batch; 64 by default.</summary>
    public int BatchSize { get; init; } = DataBlock.DefaultBatchSize;

    /// <summary>Fraction of pictures held out for validation, unless the source already defines the split.</summary>
    public double ValidPct { get; init; } = 0.2;

    /// <summary>Seed of the split, and the default for training.</summary>
    public int Seed { get; init; } = 42;

    /// <inheritdoc cref="DataBlock.ItemTransforms"/>
    public IReadOnlyList<ItemTransform> ItemTransforms { get; init; } = [new Resize(224)];

    /// <inheritdoc cref="DataBlock.BatchTransforms"/>
    public IReadOnlyList<BatchTransform> BatchTransforms { get; init; } = [];

    internal DataBlock Block() => new()
    {
        Splitter = new RandomSplitter(ValidPct, Seed), ItemTransforms = ItemTransforms, BatchTransforms = BatchTransforms,
    };
}

/// <summary>Creates data loaders in one call for the usual ways to store labeled pictures.</summary>
public static class ImageDataLoaders
{
    /// <summary>
    /// Loads a folder with one sub-folder per class. If it has the sub-folders <paramref name="train"/> and <paramref name="valid"/>, these
    /// are the two halves, with the classes below them, and other folders (test, sample) are ignored; otherwise the split is random.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="train">The sub-folder of the training pictures.</param>
    /// <param name="valid">The sub-folder of the validation pictures.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <inheritdoc cref="DataBlock.DataLoaders" path="/exception"/>
    public static DataLoaders FromFolder(string path, string train = "train", string valid = "valid", LoadingOptions? options = null,
        CancellationToken cancellation = default)
    {
        var halves = SplitFolders.Find(path, train, valid);
        return Load(Block(options, halves is null ? null : halves.Items, splitter: halves), path, options, cancellation);
    }

    /// <summary>Loads listed files; a function returns the class from the file's name.</summary>
    /// <param name="files">The files, such as <see cref="ImageFiles.In"/> lists.</param>
    /// <param name="getY">Returns the class from the file's name without its folder.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <inheritdoc cref="DataBlock.DataLoaders" path="/exception"/>
    public static DataLoaders FromNameFunc(IReadOnlyList<string> files, Func<string, string> getY, LoadingOptions? options = null,
        CancellationToken cancellation = default) =>
        Load(Block(options, _ => files, file => getY(Path.GetFileName(file))), "the list of files", options, cancellation);

    /// <summary>Loads listed files; the class is the first group of a pattern in the file's name.</summary>
    /// <param name="files">The files, such as <see cref="ImageFiles.In"/> lists.</param>
    /// <param name="pattern">See <see cref="Labels.Regex"/>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <inheritdoc cref="DataBlock.DataLoaders" path="/exception"/>
    public static DataLoaders FromNameRe(IReadOnlyList<string> files, string pattern, LoadingOptions? options = null,
        CancellationToken cancellation = default) =>
        Load(Block(options, _ => files, Labels.Regex(pattern)), "the list of files", options, cancellation);

    /// <summary>Loads the pictures of a CSV file with a header and one picture per line.</summary>
    /// <param name="path">The folder that file names are relative to.</param>
    /// <param name="csv">The CSV file, relative to that folder.</param>
    /// <param name="fileColumn">The column with the file names.</param>
    /// <param name="labelColumn">The column with the classes.</param>
    /// <param name="validColumn">
    /// A column that marks pictures for validation (1, 1.0, true or yes; 0, 0.0, false, no or empty); null splits at random.
    /// </param>
    /// <param name="delimiter">The column separator.</param>
    /// <param name="suffix">A suffix for each file name, such as <c>.jpg</c>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <inheritdoc cref="DataBlock.DataLoaders" path="/exception"/>
    public static DataLoaders FromCsv(string path, string csv = "labels.csv", string fileColumn = "file", string labelColumn = "label",
        string? validColumn = null, string delimiter = ",", string suffix = "", LoadingOptions? options = null, CancellationToken cancellation = default)
    {
        var rows = Rows(Path.Combine(path, csv), [fileColumn, labelColumn, .. validColumn is null ? Array.Empty<string>() : [validColumn]], delimiter);
        var byFile = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (!byFile.TryAdd(Path.GetFullPath(Path.Combine(path, row[0] + suffix)), row))
                throw new DataException($"{csv} names {row[0]} twice");
        var splitter = validColumn is null ? null : new FuncSplitter(file => Validates(byFile[file][2], csv));
        return Load(Block(options, _ => [.. byFile.Keys], file => byFile[file][1], splitter), path, options, cancellation);
    }

    // pandas writes booleans as True and False, or as 1.0 and 0.0 if the column has gaps.
    private static bool Validates(string text, string csv) => text.Trim().ToLowerInvariant() switch
    {
        "1" or "1.0" or "true" or "yes" => true,
        "" or "0" or "0.0" or "false" or "no" or "nan" => false,
        _ => throw new DataException($"{csv} has '{text}' in the validation column; expected 1, 1.0, true or yes, or 0, 0.0, false, no or empty"),
    };

    private static DataBlock Block(LoadingOptions? options, Func<string, IReadOnlyList<string>>? getItems = null,
        Func<string, string>? getY = null, Splitter? splitter = null)
    {
        var usual = (options ?? new()).Block();
        return new()
        {
            GetItems = getItems ?? usual.GetItems, GetY = getY ?? usual.GetY, Splitter = splitter ?? usual.Splitter,
            ItemTransforms = usual.ItemTransforms, BatchTransforms = usual.BatchTransforms,
        };
    }

    private static DataLoaders Load(DataBlock block, string path, LoadingOptions? options, CancellationToken cancellation)
    {
        var chosen = options ?? new();
        return block.DataLoaders(path, chosen.BatchSize, chosen.Seed, cancellation);
    }

    private static List<string[]> Rows(string file, string[] columns, string delimiter)
    {
        if (!File.Exists(file))
            throw new DataException($"there is no file {Path.GetFullPath(file)}: expected a CSV file with the columns {string.Join(", ", columns)}");
        using var parser = new TextFieldParser(file) { Delimiters = [delimiter] };
        try
        {
            var header = parser.ReadFields() ?? [];
            int[] places = [.. columns.Select(column => Array.IndexOf(header, column) is >= 0 and var place
                ? place
                : throw new DataException($"{file} has no column '{column}'; it has {string.Join(", ", header)}"))];
            List<string[]> rows = [];
            while (parser.ReadFields() is { } fields)
                rows.Add([.. places.Select(place => place < fields.Length
                    ? fields[place]
                    : throw new DataException($"row {rows.Count + 1} of {file} has {fields.Length} columns; its header has {header.Length}"))]);
            return rows.Count > 0 ? rows : throw new DataException($"{file} has a header and no row");
        }
        catch (MalformedLineException error)
        {
            throw new DataException($"{file} is not a valid CSV file: {error.Message}");
        }
    }
}
