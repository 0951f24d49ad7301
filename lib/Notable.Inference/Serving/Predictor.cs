using System.Diagnostics;
using Notable.Imaging;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>
/// Predicts the class of pictures with a model file, using ONNX Runtime. Model files contain no code, and all their content is checked. Safe for
/// use from any thread. Each file is loaded once per process.
/// </summary>
public sealed partial class Predictor
{
    /// <summary>From this number on, a session tuned for throughput finishes all pictures sooner than a quick-starting one.</summary>
    private const int ManyPictures = 32;

    private readonly NetworkSession session;
    private readonly NetworkSession? quantized;
    private readonly HeadWeights head;

    private Predictor(NetworkSession session, NetworkSession? quantized, HeadWeights head, ModelCard card) =>
        (this.session, this.quantized, this.head, Card) = (session, quantized, head, card);

    /// <summary>Creates the network's sessions in ONNX Runtime.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tuning">What to optimize the sessions for.</param>
    /// <param name="measures">Whether integers are used only if they turn out to be faster here.</param>
    internal static Predictor Start(ModelNetwork network, SessionTuning tuning = SessionTuning.Throughput, bool measures = true)
    {
        var session = new NetworkSession(network.Graph, network.Card.Transform.Resize.Size, tuning);
        var quantized = tuning == SessionTuning.Throughput ? QuantizedSession.TryStart(network, session, measures) : null;
        return new(session, quantized, network.Head, network.Card);
    }

    /// <summary>Information about the model.</summary>
    public ModelCard Card { get; }

    /// <summary>The classes, in the order of the model's outputs.</summary>
    public IReadOnlyList<string> Vocab => Card.Vocab;

    /// <summary>Loads a model file. All callers get the same predictor until the file changes.</summary>
    /// <param name="path">A file written by <c>learn.Export</c> or <c>notable train</c>.</param>
    /// <remarks>Uses a CUDA device if the program was built for CUDA and a device is available, otherwise the CPU.</remarks>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="Files.WeightsFileException">The file is not a Notable model file, or is damaged. The message says what was found.</exception>
    public static Predictor Load(string path) => LoadedModels.Get(path);

    /// <summary>Loads a model file for a process that predicts a known number of pictures and ends.</summary>
    /// <param name="path">A file written by <c>learn.Export</c> or <c>notable train</c>.</param>
    /// <param name="pictures">
    /// Number of pictures. For fewer than 32 the predictor starts faster and uses half the memory, but each picture takes about 17 % longer. A
    /// model that is already loaded is used as it is.
    /// </param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="Files.WeightsFileException">The file is not a Notable model file, or is damaged. The message says what was found.</exception>
    public static Predictor LoadFor(string path, int pictures) =>
        LoadedModels.Get(path, pictures < ManyPictures ? SessionTuning.QuickStart : SessionTuning.Throughput);

    /// <summary>Loads ONNX Runtime in advance, so that loading the first model is faster. Safe to call from any thread.</summary>
    public static void LoadRuntime() => InferenceDevice.LoadRuntime();

    /// <summary>
    /// Returns the same model with other views. The calibration is kept, and may be less accurate than with the original views.
    /// </summary>
    public Predictor With(Views views) => new(session, quantized, head, Card with { Transform = Card.Transform with { Views = views } });

    /// <summary>Returns the same model with another calibration; null for the plain softmax.</summary>
    public Predictor With(TemperatureScaling? calibration) => new(session, quantized, head, Card with { Calibration = calibration });

    /// <summary>Predicts the class of a picture.</summary>
    public Prediction Predict(Picture picture) => InferencePool.Run(() => Answer(picture));

    /// <summary>Predicts the class of a picture file.</summary>
    /// <exception cref="ImagingException">The file cannot be read as a picture.</exception>
    public Prediction Predict(string path) => InferencePool.Run(() => Answer(Open(path)));

    /// <summary>Predicts the class of a picture file in memory.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="name">The name used in error messages.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public Prediction Predict(ReadOnlyMemory<byte> file, string? name = null)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = InferencePool.Run(() => Answer(file, _ => false, name, CancellationToken.None).Prediction, DecodeBudget.IsHeavy(file, Card.Transform.Decode));
        PredictionMetrics.Record(started);
        return answer;
    }

    /// <summary>
    /// Predicts the class of a picture file in memory, without blocking the caller. Only as many
    /// pictures as there are cores are processed at the same time; the others wait in their encoded form.
    /// </summary>
    /// <param name="file">The bytes of the file. They must not be changed before the task ends.</param>
    /// <param name="cancellation">Cancels waiting, or the work between its steps.</param>
    /// <param name="name">The name used in error messages.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public async Task<Prediction> PredictAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation = default, string? name = null) =>
        (await PredictAsync(file, _ => false, cancellation, name).ConfigureAwait(false)).Prediction;

    /// <summary>
    /// Predicts the class of a picture file in memory, and computes something else from the decoded picture, such as a thumbnail.
    /// </summary>
    /// <param name="file">The bytes of the file. They must not be changed before the task ends.</param>
    /// <param name="make">Computes it. Called before the prediction, on one of the prediction threads.</param>
    /// <param name="cancellation">Cancels waiting, or the work between its steps.</param>
    /// <param name="name">The name used in error messages.</param>
    /// <param name="place">Receives the number of pictures before this one in the queue, repeatedly while it waits.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    /// <exception cref="PredictionQueueFullException">Too many pictures are waiting.</exception>
    public Task<(Prediction Prediction, T Made)> PredictAsync<T>(
        ReadOnlyMemory<byte> file, Func<Picture, T> make, CancellationToken cancellation = default, string? name = null, IProgress<int>? place = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        var started = Stopwatch.GetTimestamp();
        return PredictionMetrics.Timed(
            InferencePool.RunAsync(() => Answer(file, make, name, cancellation), cancellation, place, DecodeBudget.IsHeavy(file, Card.Transform.Decode)), started);
    }

    /// <summary>
    /// Predicts the classes of many files, and returns the results in order as they become available. A file that cannot be read gets an
    /// error instead.
    /// </summary>
    public IEnumerable<FilePrediction> PredictMany(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        // Enough pending work that no thread idles while the next result is awaited.
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
        // The caller may show it while the prediction is computed.
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
