using Notable.Display;

namespace Notable.Learning;

/// <summary>Puts a trained model into one file.</summary>
public static class LearnerExport
{
    /// <summary>
    /// Writes weights, classes, preprocessing and the facts of the training to one <c>.safetensors</c> file that
    /// <see cref="Predictor.Load"/> reads. Written beside and renamed: an older file stays whole until the new one is.
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="calibration">
    /// How sure the model's answers are to be; by default found on the validation items where it knows "neither", and none, the
    /// network's own softmax as in fastai, where it knows its classes only (<see cref="Calibrate"/> finds one for those).
    /// </param>
    /// <exception cref="TrainingException">A weight is not finite, or the network has a head or a cut of its own.</exception>
    public static void Export(this Learner learn, string path, TemperatureScaling? calibration = null)
    {
        // Who loads the file builds the network from its name alone.
        if (!Architectures.All.Contains(learn.Model.Architecture))
            throw new TrainingException($"this {learn.Model.Architecture.Name} has a head or a cut of its own, and a model file holds the networks of "
                + $"Architectures as they are ({Architectures.Names}): learn.Save keeps its weights");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var (dls, facts) = (learn.DataLoaders, FactsOf(learn));
        ModelFile.Write(path, ModelState.Store(learn.Model),
            new(learn.Model.Architecture.Name, dls.Vocab, dls.InferenceTransform, facts, ModelCard.RunningVersion)
            {
                KnowsNeither = dls.KnowNeither,
                Calibration = calibration ?? (dls.KnowNeither ? learn.Calibrate() : null),
            });
    }

    /// <summary>Finds on the validation items how sure the model's answers should be, by the views of the data.</summary>
    /// <param name="learn">The learner.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public static TemperatureScaling Calibrate(this Learner learn, CancellationToken cancellation = default)
    {
        var valid = learn.DataLoaders.Valid;
        var answers = learn.DataLoaders.InferenceTransform.Views == Views.Whole
            ? learn.GetPreds(cancellation).Probabilities
            : ByParts(learn, valid, cancellation);
        return TemperatureScaling.Fit(answers, valid.Labels, learn.DataLoaders.NeitherOdds ?? 1, learn.DataLoaders.ClassOdds);
    }

    private static float[][] ByParts(Learner learn, DataLoader valid, CancellationToken cancellation)
    {
        using var turn = learn.Turn.EnterScope();
        using var bar = new ProgressBar("calibrating", valid.Items.Count);
        var answers = new float[valid.Items.Count][];
        for (var item = 0; item < answers.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            answers[item] = learn.Outputs(valid.Picture(item));
            bar.Report(item + 1);
        }
        return answers;
    }

    private static TrainingFacts FactsOf(Learner learn)
    {
        var epochs = learn.Recorder.Epochs;
        var frozen = epochs.Count(epoch => epoch.Phase == EpochReport.Frozen);
        var (train, valid) = (learn.DataLoaders.Train, learn.DataLoaders.Valid);
        return new(learn.Seed, frozen, epochs.Count - frozen, train.BatchSize, train.Items.Count, valid.Items.Count,
            epochs.LastOrDefault()?.ValidLoss, epochs.LastOrDefault()?.ErrorRate, learn.Precision);
    }
}
