using Notable.Learning.Files;
using Notable.Testing;

namespace Notable.Learning.Tests.Weights;

/// <summary>The packaged ResNet18, which NuGet restores for the tests where it can; without it they are skipped.</summary>
internal static class ResNetOnnx
{
    public static PackagedModel Model => PackagedModel.Known["resnet18"];

    public static async Task<string> PathAsync()
    {
        try
        {
            return await new NuGetRestore(Environment.GetEnvironmentVariable).FindAsync(Model, TestContext.Current.CancellationToken);
        }
        catch (WeightsUnavailableException e)
        {
            Assert.Skip($"needs a package: {e.Message}");
            throw;
        }
    }

    public static async Task<TensorFile> ConvertedAsync(string architecture) =>
        OnnxGraph.Read(await PathAsync(), Model.Sha256, PackagedModel.Known[architecture].Convert);
}
