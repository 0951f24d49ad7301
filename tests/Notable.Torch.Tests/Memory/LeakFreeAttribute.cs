using System.Reflection;
using TorchSharp;
using Xunit.v3;

namespace Notable.Torch.Tests;

/// <summary>Runs each test inside a dispose scope, after which as many tensors live as before it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LeakFreeAttribute : BeforeAfterTestAttribute
{
    // One test at a time, and of a test's own threads none is left when it ends.
    private long before;
    private DisposeScope? scope;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => (before, scope) = (TensorMemory.Live, torch.NewDisposeScope());

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        scope!.Dispose();
        // A tensor given to another thread or to the finalizer may be on its way out.
        SpinWait.SpinUntil(() => TensorMemory.Live == before, TimeSpan.FromSeconds(2));
        Assert.True(TensorMemory.Live == before, $"{test.TestDisplayName} left {TensorMemory.Live - before} tensors behind.");
    }
}
