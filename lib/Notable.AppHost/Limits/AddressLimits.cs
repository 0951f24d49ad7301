using System.Threading.RateLimiting;

namespace Notable.AppHost.Limits;

/// <summary>Rate limits per address.</summary>
internal sealed class AddressLimits(AppOptions options) : IDisposable
{
    private const int WrongTokensPerMinute = 12, MessageBurst = 1_000, MessagesPerSecond = 200;
    private readonly PartitionedRateLimiter<string> visitors = Limiter(options.VisitorsPerMinute), uploads = Limiter(options.UploadsPerMinute),
        wrongTokens = Limiter(WrongTokensPerMinute), messages = Bucket(MessageBurst, MessagesPerSecond, TimeSpan.FromSeconds(1));

    public bool MayVisit(string address) => IsAllowed(visitors, address, 1);

    /// <summary>Counts uploaded files. Returns false if the limit is exceeded.</summary>
    public bool MayUpload(string address, int files) => files == 0 || IsAllowed(uploads, address, files);

    /// <summary>
    /// Counts messages from an address; a message with a large answer counts as several. Returns false if the address must wait before its
    /// next message.
    /// </summary>
    public bool MaySend(string address, int count) => options.VisitorsPerAddress == 0 || IsAllowed(messages, address, count);

    /// <summary>Returns whether another token may be tried.</summary>
    public bool MayTryToken(string address) => wrongTokens.GetStatistics(address) is not { CurrentAvailablePermits: 0 };

    public void CountWrongToken(string address) => IsAllowed(wrongTokens, address, 1);

    public void Dispose()
    {
        visitors.Dispose();
        uploads.Dispose();
        wrongTokens.Dispose();
        messages.Dispose();
    }

    private static bool IsAllowed(PartitionedRateLimiter<string> limiter, string address, int count)
    {
        try
        {
            using var lease = limiter.AttemptAcquire(address, count);
            return lease.IsAcquired;
        }
        catch (ArgumentOutOfRangeException)
        {
            // More at once than the limit per minute.
            return false;
        }
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) => perMinute == 0
        ? PartitionedRateLimiter.Create<string, string>(_ => RateLimitPartition.GetNoLimiter(""))
        : Bucket(perMinute, Math.Max(1, perMinute / 6), TimeSpan.FromSeconds(10));

    private static PartitionedRateLimiter<string> Bucket(int burst, int perPeriod, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = period,
        }));
}
