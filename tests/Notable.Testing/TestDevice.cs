namespace Notable.Testing;

/// <summary>Where the engine's device tests compute: <c>environment/gpu-check</c> runs them again on a GPU.</summary>
public static class TestDevice
{
    /// <summary>The environment variable that names it: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public const string Variable = "NOTABLE_TEST_DEVICE";

    /// <summary>What the variable says, else <c>cpu</c>.</summary>
    public static string Current => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "cpu";
}
