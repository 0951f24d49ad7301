using Notable.Learning.Files;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// Writes every number of the network as it is (float32), to go on from later. Written beside its place, then renamed: whatever
    /// goes wrong, an older file stays whole.
    /// </summary>
    /// <param name="path">A <c>.safetensors</c> file, replaced where it is there; its folder is made.</param>
    /// <exception cref="TrainingException">A number is not finite.</exception>
    /// <exception cref="IOException">The disk is full, or the place cannot be written to.</exception>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Safetensors.Write(path, ModelState.Store(Model, halved: false), new Dictionary<string, string>
        {
            ["format"] = "notable-weights",
            ["architecture"] = Model.Architecture.Name,
        });
    }

    /// <summary>
    /// Takes the network's numbers from a file of <see cref="Save"/> or <see cref="Export"/>; forgets the optimizer's moments.
    /// </summary>
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
