namespace Notable.Gathering;

/// <summary>The access token of a registered application, renewed before it expires.</summary>
internal sealed class OpenverseToken(ApiClient client, Uri address, string id, string secret, TimeProvider time)
{
    private string? token;
    private DateTimeOffset renewAt;

    /// <summary>Returns a valid token.</summary>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (token is not null && time.GetUtcNow() < renewAt)
            return token;
        var reply = await client.PostAsync(address, new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
        }, cancellation).ConfigureAwait(false);
        token = reply.Text("access_token") ?? throw new SearchException("Openverse answered without a token; are client id and secret right?");
        // Renewed after nine tenths of its lifetime, so that it does not expire in transit.
        renewAt = time.GetUtcNow() + TimeSpan.FromSeconds(0.9 * (reply.Number("expires_in") ?? 0));
        return token;
    }
}
