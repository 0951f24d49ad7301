using Notable.Display;
using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// Writes the model to one file, through a temporary file and a rename, so that an error leaves an older file intact.
    /// <list type="bullet">
    /// <item><c>.safetensors</c>: weights (half precision), classes, preprocessing, calibration and the facts of the training, for
    /// <see cref="Predictor.Load"/> and for further training.</item>
    /// <item><c>.onnx</c>: the complete model for any ONNX runtime, pixels in, probabilities out; see <see cref="OnnxExport"/>.</item>
    /// </list>
    /// </summary>
    /// <param name="path">The file; its folder is created if missing.</param>
    /// <param name="calibration">
    /// The calibration of the model's probabilities. By default it is fitted on the validation items if the model knows "neither";
    /// otherwise there is none, and the probabilities are the network's softmax, as in fastai (<see cref="Calibrate"/> fits one).
    /// </param>
    /// <param name="license">License of the model; null leaves it out.</param>
    /// <exception cref="TrainingException">
    /// A weight is not finite; the file is not <c>.onnx</c> and the network has a custom head or cut; or one of its layers has no ONNX
    /// description.
    /// </exception>
    /// <exception cref="IOException">The disk is full, or the file cannot be written; the learner keeps its weights.</exception>
    public void Export(string path, TemperatureScaling? calibration = null, string? license = null)
    {
        var isOnnx = Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
        var isKnown = Architectures.All.Contains(Model.Architecture);
        // Predictor rebuilds the network from its name alone.
        if (!isOnnx && !isKnown)
            throw new TrainingException($"this {Model.Architecture.Name} has a custom head or cut, and a model file can only hold the networks of "
                + $"Architectures unchanged ({Architectures.Names}): save its weights with learn.Save, or export it to a .onnx file");
        var file = new TrainedFile(path, nameof(Export));
        file.RequireWritable();
        var dls = DataLoaders;
        var card = new ModelCard(Model.Architecture.Name, dls.Vocab, dls.InferenceTransform, Facts(), ModelCard.RunningVersion)
        {
            KnowsNeither = dls.KnowNeither,
            Calibration = calibration ?? (dls.KnowNeither ? Calibrate() : null),
            License = license,
        };
        file.Write(() =>
        {
            if (isOnnx)
                WriteOnnx(path, Model, card, isKnown);
            else
                WriteModel(path, ModelState.Store(Model), card);
        });
    }

    /// <summary>
    /// Fits the calibration of the model's probabilities on the validation items, using the views of the data, and the confidence below
    /// which the parts of a picture are used as well.
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

    /// <summary>Returns for each item one row of probabilities per part; the first is of the whole picture.</summary>
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

    private void WriteModel(string path, IReadOnlyList<StoredTensor> weights, ModelCard card)
    {
        var network = ModelNetwork.Of(card, new TensorFile(weights), path);
        (DataLoader Loader, int Item)[] pictures =
            [.. new[] { DataLoaders.Train, DataLoaders.Valid }.SelectMany(loader => Enumerable.Range(0, loader.Items.Count).Select(item => (loader, item)))];
        ModelFile.Write(path, weights, card with { Quantization = QuantizationMeasurement.Of(network, pictures, one => one.Loader.Picture(one.Item)) });
    }

    private static void WriteOnnx(string path, VisionModel model, ModelCard card, bool isKnown)
    {
        var weights = new NetworkWeights(new TensorFile(ModelState.Store(model, halved: false)), path);
        // A custom head does not change the body.
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

        // JSON has no NaN, and a trained model must not be lost because of a statistic.
        static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }
}
