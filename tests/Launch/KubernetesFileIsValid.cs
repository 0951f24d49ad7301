using System.Text.RegularExpressions;
using Notable.Testing;

namespace Launch;

/// <summary>environment/kubernetes.yaml and kubernetes-predict.yaml against the schemas of Kubernetes; whether the checker sees errors at all is tested by making some.</summary>
public partial class KubernetesFileIsValid
{
    private const string App = "kubernetes.yaml", Predict = "kubernetes-predict.yaml";

    [Theory]
    [InlineData(App)]
    [InlineData(Predict)]
    public async Task As_it_is(string name)
    {
        var check = await Checkers.RunAsync("kubernetes.js", Repository.Path("environment", name));
        Assert.Equal("", check.Output + check.Error);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData(App, "maxReplicas: 10", "maxReplicas: ten", "HorizontalPodAutoscaler/spec/maxReplicas: type")]
    [InlineData(App, "sessionAffinity:", "sessionAfinity:", "Service/spec/sessionAfinity: not in the schema")]
    [InlineData(App, "  selector:\n    matchLabels:", "  selectors:\n    matchLabels:", "Deployment/spec: required")]
    [InlineData(App, "drop: [ALL]", "drop: ALL", "capabilities/drop: type")]
    [InlineData(Predict, "completionMode: Indexed", "completionMode: [Indexed]", "Job/spec/completionMode: type")]
    [InlineData(Predict, "backoffLimitPerIndex:", "backoffLimitPerindex:", "Job/spec/backoffLimitPerindex: not in the schema")]
    public async Task An_error_in_it_is_seen(string name, string right, string wrong, string told)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Repository.Path("environment", name));
        Assert.Contains(right, text);
        File.WriteAllText(folder["wrong.yaml"], text.Replace(right, wrong));
        var check = await Checkers.RunAsync("kubernetes.js", folder["wrong.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(told, check.Output);
    }

    [Fact]
    public void The_job_splits_into_as_many_shards_as_it_completes()
    {
        var text = File.ReadAllText(Repository.Path("environment", Predict));
        var completions = Completions().Match(text).Groups[1].Value;
        Assert.Contains($"--shard \"$JOB_COMPLETION_INDEX/{completions}\"", text);
    }

    [GeneratedRegex(@"^  completions: (\d+)", RegexOptions.Multiline)]
    private static partial Regex Completions();
}
