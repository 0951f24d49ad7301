using TorchSharp;

namespace Notable.Torch.Tests;

public class LeakTests
{
    private static void After(Action test)
    {
        var check = new LeakFreeAttribute();
        check.Before(null!, null!);
        test();
        check.After(null!, TestContext.Current.Test as Xunit.v3.IXunitTest ?? throw new InvalidOperationException("no test is running"));
    }

    [Fact]
    public void A_test_that_leaves_a_tensor_behind_fails_by_name()
    {
        torch.Tensor? left = null;
        var message = Assert.ThrowsAny<Exception>(() => After(() => left = torch.ones(1).DetachFromDisposeScope())).Message;
        left!.Dispose();
        Assert.Contains($"{nameof(A_test_that_leaves_a_tensor_behind_fails_by_name)} left 1 tensors", message);
    }

    [Fact]
    public void A_test_that_leaves_none_passes() => After(() => torch.ones(1).add(1).mul(2));
}
