namespace Notable.Learning.Tests.Weights;

public class TorchHubTests
{
    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    [Theory]
    [InlineData("/models", "/cache", "/models/hub/checkpoints")]
    [InlineData(null, "/cache", "/cache/torch/hub/checkpoints")]
    [InlineData("", "", "~/.cache/torch/hub/checkpoints")]
    [InlineData(null, null, "~/.cache/torch/hub/checkpoints")]
    [InlineData("~/models", null, "~/models/hub/checkpoints")]
    [InlineData(null, "~/c", "~/c/torch/hub/checkpoints")]
    public void Weights_are_kept_where_PyTorch_keeps_them(string? torchHome, string? xdgCacheHome, string expected)
        => Assert.Equal(expected.Replace("~", Home), TorchHub.Checkpoints(name => name switch
        {
            "TORCH_HOME" => torchHome,
            "XDG_CACHE_HOME" => xdgCacheHome,
            _ => null,
        }));
}
