namespace Notable.Gathering;

/// <summary>Finds the API keys of services.</summary>
internal static class ServiceKey
{
    /// <summary>Returns the given key, else the one in the environment variable.</summary>
    /// <exception cref="SearchException">There is none, or it has characters that a header must not contain.</exception>
    public static string Require(string? key, string variable, string service)
    {
        var found = (key ?? Environment.GetEnvironmentVariable(variable))?.Trim();
        if (string.IsNullOrEmpty(found))
            throw new SearchException($"{service} requires a key: set the environment variable {variable}, or use openverse or commons, which don't require one");
        return found.All(c => c is > ' ' and < '\x7F') ? found : throw new SearchException($"the key for {service} has characters that are not allowed in a key");
    }
}
