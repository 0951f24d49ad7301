using System.Diagnostics;
using Notable.Imaging;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>
/// A model file at work, on ONNX Runtime: from a picture to an answer. Loads no code, only numbers and text, all of them checked. Safe for
/// use from any thread; loaded once a process however often it is asked for.
/// </summary>
public sealed partial class Predictor
{
    /// <summary>From here on, a session tuned for throughput has answered all pictures sooner than one that starts at once.</summary>
    private const int ManyPictures = 32;

    private readonly NetworkSession session;
    private readonly HeadWeights head;

    internal Predictor(NetworkSession session, HeadWeights head, ModelCard card) => (this.session, this.head, Card) = (session, head, card);

    /// <summary>Starts the network in ONNX Runtime.</summary>
    internal static Predictor Start(ModelNetwork network, SessionTuning tuning = SessionTuning.Throughput) =>
        new(new NetworkSession(network.Graph, network.Card.Transform.Resize.Size, tuning), network.Head, network.Card);

    /// <summary>What the file says about the model.</summary>
    public ModelCard Card { get; }

    /// <summary>The classes, in the order of the model's outputs.</summary>
    public IReadOnlyList<string> Vocab => Card.Vocab;

    /// <summary>The predictor of a model file; the same one for every caller until the file changes.</summary>
    /// <param name="path">A file written by <c>learn.Export</c> or <c>notable train</c>.</param>
    /// <remarks>Computes on a CUDA device where the program was built for one and it can be used, else on the CPU.</remarks>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="Files.WeightsFileException">The file is no model file of ours, or damaged; the message says in what.</exception>
    public static Predictor Load(string path) => LoadedModels.Get(path);

    /// <summary>The predictor of a model file, for a process that asks about a known number of pictures and ends.</summary>
    /// <param name="path">A file written by <c>learn.Export</c> or <c>notable train</c>.</param>
    /// <param name="pictures">
    /// How many pictures. For fewer than 32 the predictor starts sooner and takes half the memory, and each picture takes about a sixth longer. A
    /// model that is loaded already is used as it is.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="Files.WeightsFileException">The file is no model file of ours, or damaged; the message says in what.</exception>
    public static Predictor LoadFor(string path, int pictures) =>
        LoadedModels.Get(path, pictures < ManyPictures ? SessionTuning.QuickStart : SessionTuning.Throughput);

    /// <summary>Loads ONNX Runtime, so that the first model does not wait for it. Safe to call from any thread.</summary>
    public static void LoadRuntime() => InferenceDevice.LoadRuntime();

    /// <summary>
    /// The same model asked by other views. Its calibration stays: how sure it is may be less true than under the views it was made with.
    /// </summary>
    public Predictor With(Views views) => new(session, head, Card with { Transform = Card.Transform with { Views = views } });

    /// <summary>The same model with another calibration; null leaves the probabilities as the network gives them.</summary>
    public Predictor With(TemperatureScaling? calibration) => new(session, head, Card with { Calibration = calibration });

    /// <summary>What the model says of a picture.</summary>
    public Prediction Predict(Picture picture) => InferencePool.Run(() => Answer(picture));

    /// <summary>What the model says of a picture file.</summary>
    /// <exception cref="ImagingException">The file cannot be read as a picture.</exception>
    public Prediction Predict(string path) => InferencePool.Run(() => Answer(Open(path)));

    /// <summary>What the model says of a picture file's content.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public Prediction Predict(ReadOnlyMemory<byte> file, string? name = null)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = InferencePool.Run(() => Answer(file, _ => false, name, CancellationToken.None).Prediction, DecodeBudget.IsHeavy(file, Card.Transform.Decode));
        PredictionMetrics.Record(started);
        return answer;
    }

    /// <summary>
    /// What the model says of a picture file's content, off the caller's thread. However many ask at once, only as many
    /// pictures as there are cores are in work; the others wait as the bytes they came as.
    /// </summary>
    /// <param name="file">The bytes of the file; not to be changed before the task ends.</param>
    /// <param name="cancellation">Gives up waiting, or the work between its steps.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public async Task<Prediction> PredictAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation = default, string? name = null) =>
        (await PredictAsync(file, _ => false, cancellation, name).ConfigureAwait(false)).Prediction;

    /// <summary>The same, and something else that is made of the decoded picture while it is there: a small one to show, say.</summary>
    /// <param name="file">The bytes of the file; not to be changed before the task ends.</param>
    /// <param name="make">Makes it, before the answer is computed, on one of the threads for predictions.</param>
    /// <param name="cancellation">Gives up waiting, or the work between its steps.</param>
    /// <param name="name">How messages call the file.</param>
    /// <param name="place">Told now and then, while the picture waits for its turn, how many are before it.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    /// <exception cref="PredictionQueueFullException">Too many pictures wait already.</exception>
    public Task<(Prediction Prediction, T Made)> PredictAsync<T>(
        ReadOnlyMemory<byte> file, Func<Picture, T> make, CancellationToken cancellation = default, string? name = null, IProgress<int>? place = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        var started = Stopwatch.GetTimestamp();
        return PredictionMetrics.Timed(
            InferencePool.RunAsync(() => Answer(file, make, name, cancellation), cancellation, place, DecodeBudget.IsHeavy(file, Card.Transform.Decode)), started);
    }

    /// <summary>
    /// What the model says of many files, in their order, as it goes; a file that cannot be read costs only its own answer.
    /// </summary>
    public IEnumerable<FilePrediction> PredictMany(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        // Enough in work that no thread waits for the answer that is due next.
        var (most, pending) = (4 * InferencePool.Size, new Queue<Task<FilePrediction>>());
        foreach (var path in paths)
        {
            pending.Enqueue(InferencePool.RunAsync(() => TryPredict(path), cancellation));
            if (pending.Count >= most)
                yield return pending.Dequeue().GetAwaiter().GetResult();
        }
        while (pending.TryDequeue(out var next))
            yield return next.GetAwaiter().GetResult();
    }

    private (Prediction Prediction, T Made) Answer<T>(ReadOnlyMemory<byte> file, Func<Picture, T> make, string? name, CancellationToken cancellation)
    {
        using var memory = DecodeBudget.Keep();
        var picture = Picture.Decode(file, Card.Transform.Decode, name);
        cancellation.ThrowIfCancellationRequested();
        // It may be shown while the answer is computed.
        var made = make(picture);
        return (Answer(picture), made);
    }

    private FilePrediction TryPredict(string path)
    {
        if (path.Length == 0)
            return new(path, null, "an empty file name; expected the path of a picture");
        if (Directory.Exists(path))
            return new(path, null, $"{path} is a folder without pictures");
        try
        {
            return new(path, Answer(Open(path)), null);
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return new(path, null, e.Message);
        }
    }

    private Picture Open(string path) => Picture.Open(path, Card.Transform.Decode);
}
