// libtorch's seed and thread count, and the count of live tensors, belong to the whole process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: Notable.Torch.Tests.LeakFree]
