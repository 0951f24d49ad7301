namespace Notable.Learning.Tests.Weights;

/// <summary>A body that sends some bytes, tells of it, and then nothing until the reader gives up.</summary>
internal sealed class StallingStream(byte[] first, Action? stalls = null) : Stream
{
    private bool sent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!sent)
        {
            sent = true;
            first.CopyTo(buffer);
            return first.Length;
        }
        stalls?.Invoke();
        await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
