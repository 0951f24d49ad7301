using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The part that the indices name, dimension by dimension. Positions and stretches share memory, positions in tensors and
        /// masks copy. Assigning overwrites the part, which then must be named by positions and stretches.
        /// </summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Picked(indices);
            set
            {
                if (indices.Any(index => index.What == TensorIndex.Kind.Tensor))
                    throw new NotSupportedException("Assigning by positions in a tensor or by a mask is not supported; use torch.where.");
                using var part = Picked(indices);
                part.copy_(value);
            }
        }

        private Tensor Picked(TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (current, dimension) = (alias(), 0L);
            var picks = new List<Tensor?>();
            var named = indices.Sum(Consumed);
            if (named > dim()) throw new ArgumentException($"{named} indices for a tensor of shape {Shapes.Text(shape)}.");
            foreach (var index in indices)
            {
                switch (index.What)
                {
                    case TensorIndex.Kind.Single: current = current.select(dimension, index.First); continue;
                    case TensorIndex.Kind.Slice: current = current.slice(dimension, index.First, index.Last, index.Step); break;
                    case TensorIndex.Kind.Null: current = current.unsqueeze(dimension); break;
                    case TensorIndex.Kind.Ellipsis:
                        picks.AddRange(Enumerable.Repeat<Tensor?>(null, (int)(dim() - named)));
                        dimension += dim() - named;
                        continue;
                    case TensorIndex.Kind.Tensor:
                        picks.Add(index.Picked);
                        dimension += Consumed(index);
                        continue;
                }
                picks.Add(null);
                dimension++;
            }
            return scope.MoveToOuter(picks.All(pick => pick is null) ? current : Gathered(current, picks));
        }

        private static long Consumed(TensorIndex index) => index.What switch
        {
            TensorIndex.Kind.Null or TensorIndex.Kind.Ellipsis => 0,
            TensorIndex.Kind.Tensor when index.Picked!.dtype == ScalarType.Bool => index.Picked.dim(),
            _ => 1,
        };

        private static Tensor Gathered(Tensor tensor, List<Tensor?> picks)
        {
            using var handles = new HandleList(picks.Count);
            foreach (var pick in picks) handles.Add(HandleOf(pick));
            return Of(Native.nt_index(tensor.Handle, handles.Pointers, handles.Count));
        }
    }
}
