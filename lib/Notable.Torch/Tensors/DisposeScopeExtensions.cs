namespace TorchSharp;

/// <summary>Moving a tensor between dispose scopes.</summary>
public static class DisposeScopeExtensions
{
    /// <summary>Hands the tensor to the scope around the one that holds it; without one the caller disposes it.</summary>
    public static T MoveToOuterDisposeScope<T>(this T disposable) where T : torch.Tensor
    {
        disposable.OwningScope?.MoveToOuter(disposable);
        return disposable;
    }

    /// <summary>Hands the tensor to another scope.</summary>
    public static T MoveToOtherDisposeScope<T>(this T disposable, DisposeScope scope) where T : torch.Tensor
    {
        if (disposable.OwningScope is { } owner) owner.MoveToOther(scope, disposable);
        else scope.Attach(disposable);
        return disposable;
    }

    /// <summary>Takes the tensor out of all scopes: the caller disposes it from now on.</summary>
    public static T DetachFromDisposeScope<T>(this T disposable) where T : torch.Tensor
    {
        disposable.OwningScope?.Detach(disposable);
        return disposable;
    }
}
