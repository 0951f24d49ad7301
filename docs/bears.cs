#!/usr/bin/env -S dotnet run
#:project ../lib/Notable/Notable.csproj
#:property UsesTorch=true
// UsesTorch adds libtorch for this system (Directory.Build.targets). Outside the repository, use these lines instead (docs/packages.md):
//   #:package Notable@*
//   #:package TorchSharp-cpu@0.107.0
// The README's ten lines as a program without a project: dotnet run docs/bears.cs -- FOLDER [WEIGHTS] [SEED]
using Notable.Learning;

if (args is not [var folder, ..])
{
    Console.Error.WriteLine("usage: dotnet run docs/bears.cs -- FOLDER [WEIGHTS] [SEED]\n"
        + "FOLDER has one sub-folder of pictures per class; WEIGHTS is imagenet (restored or downloaded once), none, or a file; SEED is the random seed, 42 by default");
    return 2;
}
var seed = int.Parse(args.ElementAtOrDefault(2) ?? "42");
var bears = new DataBlock
{
    Splitter        = new RandomSplitter(validPct: 0.2, seed),
    ItemTransforms  = [new RandomResizedCrop(224, minScale: 0.5)],
    BatchTransforms = AugTransforms.Default(),
};
using var learn = VisionLearner.Create(bears.DataLoaders(folder, bs: 16, seed), Architectures.ResNet18, weights: args.ElementAtOrDefault(1) ?? "imagenet");
learn.FineTune(4);

var interp = ClassificationInterpretation.From(learn);
Console.WriteLine(interp.Report());
foreach (var (actual, predicted, count) in interp.MostConfused())
    Console.WriteLine($"{count} x {actual} taken for {predicted}");
learn.Export("bears.safetensors");
return 0;
