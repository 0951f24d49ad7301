using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>A learner's weights kept between trainings; a model to give away is made by <see cref="LearnerExport.Export"/>.</summary>
public static class LearnerFiles
{
    /// <summary>
    /// Writes every number of the network as it is (float32), to go on from later. Written beside its place, then renamed: whatever
    /// goes wrong, an older file stays whole.
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="path">A <c>.safetensors</c> file, replaced where it is there; its folder is made.</param>
    /// <exception cref="TrainingException">A number is not finite.</exception>
    /// <exception cref="IOException">The disk is full, or the place cannot be written to.</exception>
    public static void Save(this Learner learn, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Safetensors.Write(path, ModelState.Store(learn.Model, halved: false), new Dictionary<string, string>
        {
            ["format"] = "notable-weights",
            ["architecture"] = learn.Model.Architecture.Name,
        });
    }

    /// <summary>
    /// Takes the network's numbers from a file of <see cref="Save"/> or <see cref="LearnerExport.Export"/>; forgets the optimizer's moments.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WeightsFileException">Its tensors are not those of this network; nothing was changed.</exception>
    public static void Load(this Learner learn, string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"there is no weights file {Path.GetFullPath(path)}; learn.Save writes one", path);
        ModelState.Load(learn.Model, Safetensors.Read(path), path);
        learn.Optimizer.Reset();
    }
}
