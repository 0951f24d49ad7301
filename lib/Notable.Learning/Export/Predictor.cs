using Notable.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A model file at work: from a picture to an answer. Loads no code, only numbers and text, all of them checked. Safe for
/// use from any thread; loaded once a process however often it is asked for.
/// </summary>
public sealed class Predictor
{
    private const int BulkBatch = 16;

    private readonly SemaphoreSlim gate = new(Environment.ProcessorCount);
    private readonly VisionModel model;
    private readonly Device device;

    internal Predictor(VisionModel model, ModelCard card, Device device) =>
        (this.model, Card, this.device) = (model, card, device);

    /// <summary>What the file says about the model.</summary>
    public ModelCard Card { get; }

    /// <summary>The classes, in the order of the model's outputs.</summary>
    public IReadOnlyList<string> Vocab => Card.Vocab;

    /// <summary>The predictor of a model file; the same one for every caller until the file changes.</summary>
    /// <param name="path">A file written by <see cref="LearnerExport.Export"/>.</param>
    /// <param name="device">Where to compute; by default a CUDA device where there is one, else the CPU.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="Torch.Files.WeightsFileException">The file is no model file of ours, or damaged; the message says in what.</exception>
    public static Predictor Load(string path, Device? device = null) => LoadedModels.Get(path, device ?? ComputeDevice.Best);

    /// <summary>What the model says of a picture.</summary>
    public Prediction Predict(Picture picture) => AnswerAsync([picture], default).GetAwaiter().GetResult()[0];

    /// <summary>What the model says of a picture file.</summary>
    /// <exception cref="ImagingException">The file cannot be read as a picture.</exception>
    public Prediction Predict(string path) => Predict(Open(path));

    /// <summary>What the model says of a picture file's content.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public Prediction Predict(ReadOnlyMemory<byte> file, string? name = null) => Predict(Decode(file, name));

    /// <summary>
    /// What the model says of a picture file's content, off the caller's thread. However many ask at once, only as many
    /// pictures as there are cores are in work; the others wait as the bytes they came as.
    /// </summary>
    /// <param name="file">The bytes of the file; not to be changed before the task ends.</param>
    /// <param name="cancellation">Gives up waiting, or the work between its steps.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public async Task<Prediction> PredictAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation = default, string? name = null)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var picture = await Task.Run(() => Decode(file, name), cancellation).ConfigureAwait(false);
            return (await AnswerAsync([picture], cancellation).ConfigureAwait(false))[0];
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// What the model says of many files, in their order, as it goes; a file that cannot be read costs only its own answer.
    /// </summary>
    public IEnumerable<FilePrediction> PredictMany(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        foreach (var chunk in paths.Chunk(BulkBatch))
        {
            var opened = new (Picture? Picture, string? Error)[chunk.Length];
            Parallel.For(0, chunk.Length, new ParallelOptions { CancellationToken = cancellation }, i => opened[i] = TryOpen(chunk[i]));
            var pictures = opened.Select(o => o.Picture).OfType<Picture>().ToList();
            var answers = new Queue<Prediction>(pictures.Count == 0 ? [] : AnswerAsync(pictures, cancellation).GetAwaiter().GetResult());
            for (var i = 0; i < chunk.Length; i++)
                yield return new(chunk[i], opened[i].Picture is null ? null : answers.Dequeue(), opened[i].Error);
        }
    }

    private Picture Open(string path) => Picture.Open(path, Card.Transform.Decode);

    private Picture Decode(ReadOnlyMemory<byte> file, string? name) => Picture.Decode(file, Card.Transform.Decode, name);

    private (Picture?, string?) TryOpen(string path)
    {
        try
        {
            return (Open(path), null);
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }

    private Task<Prediction[]> AnswerAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellation) => InferenceThread.Run(() =>
    {
        using var scope = NewDisposeScope();
        return Array.ConvertAll(Evaluation.Probabilities(model, Card.Transform.Apply(pictures), device), p => new Prediction(Vocab, p));
    }, cancellation);
}
