namespace TorchSharp;

public static partial class torch
{
    /// <summary>What an indexer takes for one dimension: a position, a stretch, positions as a tensor, a mask, or a mark.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind { Single, Slice, Tensor, Null, Ellipsis }

        internal Kind What { get; private init; }
        internal long First { get; private init; }
        internal long Last { get; private init; }
        internal long Step { get; private init; }
        internal Tensor? Picked { get; private init; }

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        /// <summary>As many whole dimensions as are not named.</summary>
        public static TensorIndex Ellipsis => new() { What = Kind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => new() { What = Kind.Null };

        /// <summary>One position; negative numbers count from the end. The dimension is gone in the result.</summary>
        public static TensorIndex Single(long index) => new() { What = Kind.Single, First = index };

        /// <summary>A stretch with a step; the end is not part of it, negative numbers count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { What = Kind.Slice, First = start ?? 0, Last = stop ?? long.MaxValue, Step = step ?? 1 };

        /// <summary>Positions (integers) or a mask (truth values).</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { What = Kind.Tensor, Picked = tensor };

        /// <summary>One position.</summary>
        public static implicit operator TensorIndex(long index) => Single(index);
        /// <summary>One position.</summary>
        public static implicit operator TensorIndex(int index) => Single(index);
        /// <summary>Positions or a mask.</summary>
        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);
        /// <summary>One position, perhaps from the end.</summary>
        public static implicit operator TensorIndex(Index index) => Single(Position(index));
        /// <summary>A stretch.</summary>
        public static implicit operator TensorIndex(Range range) =>
            Slice(Position(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : Position(range.End));

        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
