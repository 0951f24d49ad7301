using Notable.Display;
using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>Writes a trained model to one file.</summary>
public static class LearnerExport
{
    /// <summary>
    /// Writes the model to one file, beside its place and then renamed: an older file stays whole until the new one is.
    /// <list type="bullet">
    /// <item><c>.safetensors</c>: weights (half precision), classes, preprocessing, calibration and the facts of the training, for
    /// <see cref="Predictor.Load"/> and for further training.</item>
    /// <item><c>.onnx</c>: the complete model for any ONNX runtime, pixels in, probabilities out; see <see cref="OnnxExport"/>.</item>
    /// </list>
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="calibration">
    /// How sure the model's answers are to be; by default found on the validation items where it knows "neither", and none, the
    /// network's own softmax as in fastai, where it knows its classes only (<see cref="Calibrate"/> finds one for those).
    /// </param>
    /// <param name="license">Under which license the model may be used; null: the file does not say.</param>
    /// <exception cref="TrainingException">
    /// A weight is not finite; the network has a head or a cut of its own and the file is no <c>.onnx</c>; or a layer of it has no ONNX description.
    /// </exception>
    public static void Export(this Learner learn, string path, TemperatureScaling? calibration = null, string? license = null)
    {
        var isOnnx = Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
        var isKnown = Architectures.All.Contains(learn.Model.Architecture);
        // Predictor builds the network from its name alone.
        if (!isOnnx && !isKnown)
            throw new TrainingException($"this {learn.Model.Architecture.Name} has a head or a cut of its own, and a model file holds the networks of "
                + $"Architectures as they are ({Architectures.Names}): learn.Save keeps its weights, and learn.Export to a file .onnx writes it as ONNX");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var dls = learn.DataLoaders;
        var card = new ModelCard(learn.Model.Architecture.Name, dls.Vocab, dls.InferenceTransform, FactsOf(learn), ModelCard.RunningVersion)
        {
            KnowsNeither = dls.KnowNeither,
            Calibration = calibration ?? (dls.KnowNeither ? learn.Calibrate() : null),
            License = license,
        };
        if (isOnnx)
            WriteOnnx(path, learn.Model, card, isKnown);
        else
            ModelFile.Write(path, ModelState.Store(learn.Model), card);
    }

    /// <summary>
    /// Finds on the validation items how sure the model's answers should be, by the views of the data, and below which sureness the parts of a
    /// picture are asked about.
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public static TemperatureScaling Calibrate(this Learner learn, CancellationToken cancellation = default)
    {
        var (valid, dls) = (learn.DataLoaders.Valid, learn.DataLoaders);
        if (dls.InferenceTransform.Views == Views.Whole)
            return TemperatureScaling.Fit(learn.GetPreds(cancellation).Probabilities, valid.Labels, dls.NeitherOdds ?? 1, dls.ClassOdds);
        var parts = ByParts(learn, valid, cancellation);
        float[][] together = [.. parts.Select(rows => PictureViews.Together(rows, dls.KnowNeither))];
        return TemperatureScaling.Fit(together, valid.Labels, dls.NeitherOdds ?? 1, dls.ClassOdds).WithThreshold([.. parts.Select(rows => rows[0])], together);
    }

    /// <summary>For each item a row of probabilities per part; the whole picture's is the first.</summary>
    private static float[][][] ByParts(Learner learn, DataLoader valid, CancellationToken cancellation)
    {
        using var turn = learn.Turn.EnterScope();
        using var bar = new ProgressBar("calibrating", valid.Items.Count);
        learn.Model.eval();
        var answers = new float[valid.Items.Count][][];
        for (var item = 0; item < answers.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = TorchSharp.torch.NewDisposeScope();
            answers[item] = Evaluation.Probabilities(
                learn.Model, learn.Precision, learn.DataLoaders.InferenceTransform.Parts(valid.Picture(item)), learn.Device);
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

    private static TrainingFacts FactsOf(Learner learn)
    {
        var epochs = learn.Recorder.Epochs;
        var frozen = epochs.Count(epoch => epoch.Phase == EpochReport.Frozen);
        var (train, valid) = (learn.DataLoaders.Train, learn.DataLoaders.Valid);
        return new(learn.Seed, frozen, epochs.Count - frozen, train.BatchSize, train.Items.Count, valid.Items.Count,
            Finite(epochs.LastOrDefault()?.ValidLoss), Finite(epochs.LastOrDefault()?.ErrorRate), learn.Precision);

        // JSON has no NaN, and a trained model is not lost for a number about it.
        static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }
}
