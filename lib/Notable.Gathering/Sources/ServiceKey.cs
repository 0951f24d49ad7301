namespace Notable.Gathering;

/// <summary>Keys of services that want one.</summary>
internal static class ServiceKey
{
    /// <summary>The key given, else the variable's.</summary>
    /// <exception cref="SearchException">There is none, or it could not stand in a header.</exception>
    public static string Require(string? key, string variable, string service)
    {
        var found = (key ?? Environment.GetEnvironmentVariable(variable))?.Trim();
        if (string.IsNullOrEmpty(found))
            throw new SearchException($"{service} wants a key: put it into the environment variable {variable}, or use openverse or commons, which want none");
        return found.All(c => c is > ' ' and < '\x7F') ? found : throw new SearchException($"the key for {service} has characters that are not allowed in a key");
    }
}
