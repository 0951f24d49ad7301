using System.Net;

namespace Notable.Learning.Tests.Weights;

/// <summary>Stands in for the network: answers each request by a function and remembers what was asked.</summary>
internal sealed class StandInServer(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<Uri> Asked { get; } = [];

    public static StandInServer Sending(byte[] content) => new(_ => Ok(new ByteArrayContent(content)));

    public static HttpResponseMessage Ok(HttpContent content) => new(HttpStatusCode.OK) { Content = content };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        return Task.FromResult(answer(request));
    }
}
