using Notable.Testing;

namespace Launch;

/// <summary>environment/kubernetes.yaml against the schemas of Kubernetes; whether the checker sees errors at all is tested by making some.</summary>
public class KubernetesFileIsValid
{
    private static readonly string File = Repository.Path("environment", "kubernetes.yaml");

    [Fact]
    public async Task As_it_is()
    {
        var check = await Checkers.RunAsync("kubernetes.js", File);
        Assert.Equal("", check.Output + check.Error);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData("maxReplicas: 10", "maxReplicas: ten", "HorizontalPodAutoscaler/spec/maxReplicas: type")]
    [InlineData("sessionAffinity:", "sessionAfinity:", "Service/spec/sessionAfinity: not in the schema")]
    [InlineData("  selector:\n    matchLabels:", "  selectors:\n    matchLabels:", "Deployment/spec: required")]
    [InlineData("drop: [ALL]", "drop: ALL", "capabilities/drop: type")]
    public async Task An_error_in_it_is_seen(string right, string wrong, string told)
    {
        using var folder = new TemporaryFolder();
        var text = System.IO.File.ReadAllText(File);
        Assert.Contains(right, text);
        System.IO.File.WriteAllText(folder["wrong.yaml"], text.Replace(right, wrong));
        var check = await Checkers.RunAsync("kubernetes.js", folder["wrong.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(told, check.Output);
    }
}
