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
    /// <exception cref="TrainingException">A weight is not finite, or the network has a head or a cut of its own.</exception>
    public static void Export(this Learner learn, string path)
    {
        // Who loads the file builds the network from its name alone.
        if (!Architectures.All.Contains(learn.Model.Architecture))
            throw new TrainingException($"this {learn.Model.Architecture.Name} has a head or a cut of its own, and a model file holds the networks of "
                + $"Architectures as they are ({Architectures.Names}): learn.Save keeps its weights");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var (dls, facts) = (learn.DataLoaders, TrainingFacts.Of(learn));
        ModelFile.Write(path, learn.Model, new(learn.Model.Architecture, dls.Vocab, dls.InferenceTransform, facts, ModelCard.RunningVersion));
    }
}
