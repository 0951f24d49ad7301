using Notable.Learning.Files;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// Writes all weights of the network (float32), for training to continue from. Written to a temporary file and renamed, so an error
    /// leaves an older file intact.
    /// </summary>
    /// <param name="path">A <c>.safetensors</c> file, replaced if it exists; its folder is created.</param>
    /// <exception cref="TrainingException">A number is not finite.</exception>
    /// <exception cref="IOException">The disk is full, or the file cannot be written; the learner keeps its weights.</exception>
    public void Save(string path)
    {
        var file = new TrainedFile(path, nameof(Save));
        file.RequireWritable();
        file.Write(() => Safetensors.Write(path, ModelState.Store(Model, halved: false), new Dictionary<string, string>
        {
            ["format"] = "notable-weights",
            ["architecture"] = Model.Architecture.Name,
        }));
    }

    /// <summary>Loads the weights from a file of <see cref="Save"/> or <see cref="Export"/>; clears the optimizer's moments.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WeightsFileException">Its tensors are not those of this network; nothing was changed.</exception>
    public void Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"there is no weights file {Path.GetFullPath(path)}; learn.Save writes one", path);
        ModelState.Load(Model, Safetensors.Read(path), path);
        Optimizer.Reset();
    }
}
