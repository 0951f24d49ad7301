using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>How often one address may do what costs memory or work. A network of IPv6 counts as one address: its owner has all of them.</summary>
internal sealed class AddressLimits(AppOptions options) : IDisposable
{
    private const int NetworkBytes = 8;
    private readonly PartitionedRateLimiter<HttpContext> visitors = Limiter(options.VisitorsPerMinute), uploads = Limiter(options.UploadsPerMinute);

    public bool MayVisit(HttpContext context) => IsAllowed(visitors, context);

    public bool MayUpload(HttpContext context) => IsAllowed(uploads, context);

    public void Dispose()
    {
        visitors.Dispose();
        uploads.Dispose();
    }

    private static bool IsAllowed(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int perMinute) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => perMinute == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Key(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            }));

    private static string Key(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
