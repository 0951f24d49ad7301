using Polly;
using Polly.Retry;

namespace Notable.Gathering;

/// <summary>Three tries in all: after the time the server asks for, else after about one and two seconds.</summary>
internal static class Retries
{
    /// <param name="time">The clock.</param>
    /// <param name="longestWait">A server that asks to wait longer is not asked again.</param>
    public static ResiliencePipeline Create(TimeProvider time, TimeSpan longestWait) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientWebException>(e => e.RetryAfter is null || e.RetryAfter <= longestWait),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = args => new(((TransientWebException)args.Outcome.Exception!).RetryAfter),
        }).Build();
}
