namespace TorchSharp;

/// <summary>
/// Frees every tensor made on this thread between its opening and its disposal, except those moved out or detached. A scope
/// belongs to the thread that opened it: do not await inside one, for the rest may go on elsewhere.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic] private static DisposeScope? innermost;

    private readonly DisposeScope? outer;
    private readonly Lock gate = new();
    private IDisposable[] kept = [];
    private int count;
    private bool disposed;

    internal DisposeScope()
    {
        outer = Current;
        innermost = this;
    }

    /// <summary>The innermost open scope of this thread.</summary>
    internal static DisposeScope? Current
    {
        get
        {
            // A scope disposed from another thread could not unlink itself here.
            while (innermost is { disposed: true }) innermost = innermost.outer;
            return innermost;
        }
    }

    /// <summary>How many disposables the scope holds.</summary>
    public int DisposablesCount
    {
        get { lock (gate) return count; }
    }

    /// <summary>Whether the scope holds this disposable.</summary>
    public bool Contains(IDisposable disposable)
    {
        lock (gate) return SlotOf(disposable) >= 0;
    }

    /// <summary>Gives the scope something more to dispose, taken out of the scope that held it. Tensors join when they are made.</summary>
    /// <exception cref="ObjectDisposedException">The scope is closed.</exception>
    public void Attach(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (disposable is torch.Tensor tensor)
        {
            if (ReferenceEquals(tensor.OwningScope, this)) return;
            tensor.OwningScope?.Remove(tensor);
            Add(tensor);
            return;
        }
        lock (gate)
            if (SlotOf(disposable) < 0) Append(disposable);
    }

    /// <summary>Takes a tensor that no scope holds.</summary>
    internal void Add(torch.Tensor tensor)
    {
        lock (gate)
        {
            (tensor.OwningScope, tensor.ScopeSlot) = (this, count);
            Append(tensor);
        }
    }

    /// <summary>Hands a disposable to the scope around this one; without one it belongs to nobody.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(outer, disposable);

    /// <summary>Hands disposables to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) MoveToOuter(disposable);
    }

    /// <summary>Hands a disposable that this scope holds to another scope; null leaves it to the caller.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (Remove(disposable)) scope?.Attach(disposable);
        return disposable;
    }

    /// <summary>Takes a disposable out of the scope: the caller disposes it from now on.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Remove(disposable);
        return disposable;
    }

    /// <summary>Takes disposables out of the scope.</summary>
    public void Detach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Remove(disposable);
    }

    /// <summary>Disposes what the scope holds now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut();

    /// <summary>Disposes what the scope holds now except these, which it goes on holding.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        foreach (var disposable in Emptied(keep))
        {
            if (disposable is torch.Tensor tensor) tensor.OwningScope = null;
            disposable.Dispose();
        }
    }

    /// <summary>Disposes what the scope holds and closes it.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        if (ReferenceEquals(innermost, this)) innermost = outer;
        DisposeEverything();
    }

    internal bool Remove(IDisposable disposable)
    {
        lock (gate)
        {
            var slot = SlotOf(disposable);
            if (slot < 0) return false;
            var last = kept[--count];
            kept[slot] = last;
            kept[count] = null!;
            if (last is torch.Tensor moved) moved.ScopeSlot = slot;
            if (disposable is torch.Tensor tensor) tensor.OwningScope = null;
            return true;
        }
    }

    private void Append(IDisposable disposable)
    {
        if (count == kept.Length) Array.Resize(ref kept, Math.Max(16, 2 * count));
        kept[count++] = disposable;
    }

    // Tensors know their place; anything else is rare enough to look for.
    private int SlotOf(IDisposable disposable) => disposable is torch.Tensor tensor
        ? ReferenceEquals(tensor.OwningScope, this) ? tensor.ScopeSlot : -1
        : Array.FindIndex(kept, 0, count, other => ReferenceEquals(other, disposable));

    private ArraySegment<IDisposable> Emptied(IDisposable[] keep)
    {
        lock (gate)
        {
            var staying = keep.Where(disposable => SlotOf(disposable) >= 0).ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
            var leaving = new ArraySegment<IDisposable>(kept, 0, count);
            if (staying.Count > 0) leaving = leaving.Where(disposable => !staying.Contains(disposable)).ToArray();
            (kept, count) = ([], 0);
            foreach (var disposable in staying)
            {
                if (disposable is torch.Tensor tensor) tensor.ScopeSlot = count;
                Append(disposable);
            }
            return leaving;
        }
    }
}

public static partial class torch
{
    /// <summary>
    /// Opens a scope that frees the tensors made on this thread until it is disposed: <c>using var scope =
    /// torch.NewDisposeScope();</c>, one a batch or a request. Scopes nest.
    /// </summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>The innermost open scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;
}
