namespace Notable.Gathering;

/// <summary>A registered application's token, asked for anew when it is about to run out.</summary>
internal sealed class OpenverseToken(ApiClient client, Uri address, string id, string secret, TimeProvider time)
{
    private string? token;
    private DateTimeOffset renewAt;

    /// <summary>A token that holds for now.</summary>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (token is not null && time.GetUtcNow() < renewAt)
            return token;
        var reply = await client.PostAsync(address, new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
        }, cancellation).ConfigureAwait(false);
        token = reply.Text("access_token") ?? throw new SearchException("Openverse answered without a token; are client id and secret right?");
        // Renewed after nine tenths of its life, so that it does not run out on the way.
        renewAt = time.GetUtcNow() + TimeSpan.FromSeconds(0.9 * (reply.Number("expires_in") ?? 0));
        return token;
    }
}
