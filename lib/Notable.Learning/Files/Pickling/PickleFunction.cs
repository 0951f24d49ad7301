namespace Notable.Learning.Files.Pickling;

/// <summary>The functions a state dict may ask for; each is done here, in C#, none is looked up.</summary>
internal enum PickleFunction
{
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
}
