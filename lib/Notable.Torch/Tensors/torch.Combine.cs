using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one after another along a dimension they have.</summary>
    /// <exception cref="ArgumentException">Sizes of other dimensions differ.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        Shapes.CheckCat(tensors, dim);
        using var handles = Handles([.. tensors]);
        return Tensor.Of(Native.nt_cat(handles.Pointers, handles.Count, dim));
    }

    /// <summary>The tensors one after another along a dimension they have.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>The tensors, all of one shape, one after another along a new dimension.</summary>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        Tensor[] list = [.. tensors];
        Shapes.CheckStack(list);
        using var handles = Handles(list);
        return Tensor.Of(Native.nt_stack(handles.Pointers, handles.Count, dim));
    }

    /// <summary>Elements of <paramref name="x"/> where the condition holds, else of <paramref name="y"/>; shapes are broadcast.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Tensor.Of(Native.nt_where(condition.Handle, x.Handle, y.Handle));

    internal static HandleList Handles(IReadOnlyList<Tensor?> tensors)
    {
        var handles = new HandleList(tensors.Count);
        try
        {
            for (var i = 0; i < tensors.Count; i++) handles.Add(Tensor.HandleOf(tensors[i]));
            return handles;
        }
        catch
        {
            // One of them was disposed: those before it are let go.
            handles.Dispose();
            throw;
        }
    }
}
