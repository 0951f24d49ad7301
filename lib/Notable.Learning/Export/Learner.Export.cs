using Notable.Display;
using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// Writes the model to one file, beside its place and then renamed: an older file stays whole until the new one is.
    /// <list type="bullet">
    /// <item><c>.safetensors</c>: weights (half precision), classes, preprocessing, calibration and the facts of the training, for
    /// <see cref="Predictor.Load"/> and for further training.</item>
    /// <item><c>.onnx</c>: the complete model for any ONNX runtime, pixels in, probabilities out; see <see cref="OnnxExport"/>.</item>
    /// </list>
    /// </summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="calibration">
    /// How sure the model's answers are to be; by default found on the validation items where it knows "neither", and none, the
    /// network's own softmax as in fastai, where it knows its classes only (<see cref="Calibrate"/> finds one for those).
    /// </param>
    /// <param name="license">Under which license the model may be used; null: the file does not say.</param>
    /// <exception cref="TrainingException">
    /// A weight is not finite; the network has a head or a cut of its own and the file is no <c>.onnx</c>; or a layer of it has no ONNX description.
    /// </exception>
    public void Export(string path, TemperatureScaling? calibration = null, string? license = null)
    {
        var isOnnx = Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
        var isKnown = Architectures.All.Contains(Model.Architecture);
        // Predictor builds the network from its name alone.
        if (!isOnnx && !isKnown)
            throw new TrainingException($"this {Model.Architecture.Name} has a head or a cut of its own, and a model file holds the networks of "
                + $"Architectures as they are ({Architectures.Names}): learn.Save keeps its weights, and learn.Export to a file .onnx writes it as ONNX");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var dls = DataLoaders;
        var card = new ModelCard(Model.Architecture.Name, dls.Vocab, dls.InferenceTransform, Facts(), ModelCard.RunningVersion)
        {
            KnowsNeither = dls.KnowNeither,
            Calibration = calibration ?? (dls.KnowNeither ? Calibrate() : null),
            License = license,
        };
        if (isOnnx)
            WriteOnnx(path, Model, card, isKnown);
        else
            ModelFile.Write(path, ModelState.Store(Model), card);
    }

    /// <summary>
    /// Finds on the validation items how sure the model's answers should be, by the views of the data, and below which sureness the parts of a
    /// picture are asked about.
    /// </summary>
    /// <param name="cancellation">Stops between two batches.</param>
    public TemperatureScaling Calibrate(CancellationToken cancellation = default)
    {
        var (valid, dls) = (DataLoaders.Valid, DataLoaders);
        if (dls.InferenceTransform.Views == Views.Whole)
            return TemperatureScaling.Fit(GetPreds(cancellation).Probabilities, valid.Labels, dls.NeitherOdds ?? 1, dls.ClassOdds);
        var parts = ByParts(valid, cancellation);
        float[][] together = [.. parts.Select(rows => PictureViews.Together(rows, dls.KnowNeither))];
        return TemperatureScaling.Fit(together, valid.Labels, dls.NeitherOdds ?? 1, dls.ClassOdds).WithThreshold([.. parts.Select(rows => rows[0])], together);
    }

    /// <summary>For each item a row of probabilities per part; the whole picture's is the first.</summary>
    private float[][][] ByParts(DataLoader valid, CancellationToken cancellation)
    {
        using var turn = Turn.EnterScope();
        using var bar = new ProgressBar("calibrating", valid.Items.Count);
        Model.eval();
        var answers = new float[valid.Items.Count][][];
        for (var item = 0; item < answers.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = TorchSharp.torch.NewDisposeScope();
            answers[item] = Evaluation.Probabilities(
                Model, Precision, DataLoaders.InferenceTransform.Parts(valid.Picture(item)), Device);
            bar.Report(item + 1);
        }
        return answers;
    }

    private static void WriteOnnx(string path, VisionModel model, ModelCard card, bool isKnown)
    {
        var weights = new NetworkWeights(new TensorFile(ModelState.Store(model, halved: false)), path);
        // Another head leaves the body as it is known.
        var hasKnownBody = Architectures.All.Any(known => known with { Head = model.Architecture.Head } == model.Architecture);
        IGraphLayers body = hasKnownBody ? KnownNetworks.Find(card.Architecture)!.Body : new ModuleLayers(model.Body);
        IGraphLayers head = isKnown ? new FastaiHead(model.Architecture.Features, card.Answers.Count) : new ModuleLayers(model.Head);
        OnnxExport.Write(path, weights, card, body, head);
    }

    private TrainingFacts Facts()
    {
        var epochs = Recorder.Epochs;
        var frozen = epochs.Count(epoch => epoch.Phase == EpochReport.Frozen);
        var (train, valid) = (DataLoaders.Train, DataLoaders.Valid);
        return new(Seed, frozen, epochs.Count - frozen, train.BatchSize, train.Items.Count, valid.Items.Count,
            Finite(epochs.LastOrDefault()?.ValidLoss), Finite(epochs.LastOrDefault()?.ErrorRate), Precision);

        // JSON has no NaN, and a trained model is not lost for a number about it.
        static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }
}
