using System.Buffers;
using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>Tensors over memory of somebody else's.</summary>
public class BorrowedMemoryTests : TensorTest
{
    /// <summary>Memory that says how often it is pinned.</summary>
    private sealed class Lender(int length) : MemoryManager<byte>
    {
        private readonly byte[] bytes = GC.AllocateArray<byte>(length, pinned: true);

        internal int Pins { get; private set; }

        public override Span<byte> GetSpan() => bytes;

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            return new MemoryHandle(System.Runtime.CompilerServices.Unsafe.AsPointer(ref bytes[elementIndex]), pinnable: this);
        }

        public override void Unpin() => Pins--;

        protected override void Dispose(bool disposing) { }
    }

    [Fact]
    public void What_one_writes_the_other_reads()
    {
        var bytes = new byte[6];
        var tensor = TensorBytes.Over(bytes, torch.uint8, [2, 3]);
        bytes[4] = 9;
        Assert.Equal(9, tensor[1, 1].item<byte>());
        tensor.fill_(3);
        Assert.All(bytes, value => Assert.Equal(3, value));
    }

    [Fact]
    public void The_memory_is_let_go_when_the_last_view_is_disposed()
    {
        var lender = new Lender(8);
        var tensor = TensorBytes.Over(lender.Memory, torch.float32, [2]);
        var view = tensor.view(1, 2);
        tensor.Dispose();
        Assert.Equal(1, lender.Pins);
        view.Dispose();
        Assert.Equal(0, lender.Pins);
    }

    [Fact]
    public void No_bytes_make_an_empty_tensor() => Assert.Equal([0, 3], TensorBytes.Over(default, torch.uint8, [0, 3]).shape);

    [Fact]
    public void A_wrong_count_is_refused() =>
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => TensorBytes.Over(new byte[3], torch.uint8, [2, 2])).Message);
}
