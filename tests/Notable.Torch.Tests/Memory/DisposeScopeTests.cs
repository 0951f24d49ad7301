using TorchSharp;

namespace Notable.Torch.Tests;

public class DisposeScopeTests : TensorTest
{
    [Fact]
    public void A_scope_frees_what_was_made_in_it()
    {
        var before = TensorMemory.Live;
        torch.Tensor inside;
        using (torch.NewDisposeScope())
        {
            inside = torch.zeros(3).add(1).mul(2);
            Assert.Equal(before + 3, TensorMemory.Live);
        }
        Assert.True(inside.IsInvalid);
        Assert.Equal(before, TensorMemory.Live);
    }

    [Fact]
    public void A_moved_tensor_lives_until_the_outer_scope_ends()
    {
        torch.Tensor moved;
        using (torch.NewDisposeScope())
        {
            using (torch.NewDisposeScope()) moved = torch.ones(2).MoveToOuterDisposeScope();
            Assert.False(moved.IsInvalid);
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_outlives_all_scopes()
    {
        torch.Tensor detached;
        using (torch.NewDisposeScope())
        using (torch.NewDisposeScope())
            detached = torch.ones(2).DetachFromDisposeScope();
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void Disposing_inside_a_scope_takes_the_tensor_out_of_it()
    {
        using var scope = torch.NewDisposeScope();
        using (torch.ones(2)) Assert.Equal(1, scope.DisposablesCount);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Disposing_twice_does_nothing_more()
    {
        var before = TensorMemory.Live;
        var tensor = torch.ones(2);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Equal(before, TensorMemory.Live);
    }

    [Fact]
    public void DisposeEverythingBut_keeps_the_named_ones_in_the_scope()
    {
        using var scope = torch.NewDisposeScope();
        var (kept, gone) = (torch.ones(1), torch.ones(1));
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Scopes_of_two_threads_do_not_see_one_another()
    {
        using var scope = torch.NewDisposeScope();
        var thread = new Thread(() => torch.ones(1).Dispose());
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_scope_disposed_on_another_thread_is_left_on_its_own()
    {
        var inner = torch.NewDisposeScope();
        var inside = torch.ones(1);
        var thread = new Thread(inner.Dispose);
        thread.Start();
        thread.Join();
        Assert.True(inside.IsInvalid);
        using var next = torch.NewDisposeScope();
        Assert.True(next.Contains(torch.ones(1)));
    }

    [Fact]
    public void Attaching_takes_the_tensor_from_the_scope_that_held_it()
    {
        using var outer = torch.NewDisposeScope();
        torch.Tensor tensor;
        using (var inner = torch.NewDisposeScope())
        {
            Assert.Same(inner, torch.CurrentDisposeScope);
            tensor = torch.ones(1);
            outer.Attach(tensor);
            Assert.Equal((0, 1), (inner.DisposablesCount, outer.DisposablesCount));
        }
        Assert.False(tensor.IsInvalid);
        Assert.Same(outer, torch.CurrentDisposeScope);
    }

    [Fact]
    public void Other_disposables_are_disposed_with_the_scope()
    {
        var stream = new MemoryStream();
        using (var scope = torch.NewDisposeScope())
        {
            scope.Attach(stream);
            scope.Attach(stream);
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_closed_scope_takes_nothing_more()
    {
        var scope = torch.NewDisposeScope();
        scope.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(torch.ones(1)));
    }

    [Fact]
    public void Removal_in_any_order_leaves_the_others_in_the_scope()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = Enumerable.Range(0, 40).Select(i => torch.tensor(i)).ToList();
        foreach (var i in new[] { 20, 0, 39, 1, 38 }) tensors[i].Dispose();
        Assert.Equal(35, scope.DisposablesCount);
        Assert.All(tensors, tensor => Assert.Equal(!tensor.IsInvalid, scope.Contains(tensor)));
    }
}
