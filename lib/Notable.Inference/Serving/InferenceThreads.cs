using System.Globalization;

namespace Notable.Learning;

/// <summary>The number of threads for predictions.</summary>
internal static class InferenceThreads
{
    /// <summary>The environment variable that sets the number.</summary>
    public const string Variable = "NOTABLE_THREADS";

    /// <summary>The number in <c>NOTABLE_THREADS</c>, else one per core.</summary>
    /// <exception cref="ArgumentException">The variable is not a whole number from 1 to 1024.</exception>
    public static int Count => Wanted(Environment.GetEnvironmentVariable(Variable)) ?? Environment.ProcessorCount;

    /// <summary>Parses the requested number; null if there is none.</summary>
    public static int? Wanted(string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return null;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024
            ? threads
            : throw new ArgumentException($"{Variable} is '{asked}'; expected a whole number from 1 to 1024, or nothing for all cores.");
    }
}
