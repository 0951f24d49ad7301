using System.Runtime.CompilerServices;

// Arguments cross the border as they are: C bools of one byte, plain structs, pinned spans. Handles are the generator's work.
[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("Notable.Torch.Tests")]
