using Notable.Shared;

namespace Notable.Learning.Files;

/// <summary>Writes the files of a trained network. Somebody may have waited long for it, so an error says that it is not lost.</summary>
/// <param name="path">The file.</param>
/// <param name="method">The method to call again after an error.</param>
internal sealed class TrainedFile(string path, string method)
{
    /// <summary>Creates the folder and checks that the file can be written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void RequireWritable() => Try(() => OutputPath.RequireWritable(path));

    /// <summary>Writes the file.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Action write) => Try(write);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"cannot write {Path.GetFullPath(path)}: {error.Message.TrimEnd('.')}; "
                + $"the training is not lost: call {method} again with another path", error);
        }
    }
}
