using System.CommandLine;
using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary><c>notable train</c>: fine-tunes a network on a folder of pictures.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "pictures, one sub-folder per class (bills/usd50, bills/usd100), or folders train and valid with these below" };
        var negatives = new Option<string?>("--negatives") { Description = "pictures that show none of the classes (other banknotes, coins, rooms): the model then also answers \"neither\", and is calibrated" };
        var recipe = new Option<string>("--recipe")
        {
            Description = "how pictures are varied; plain: as in the notebook; photos: like phone photos (any angle, far, covered, poor light), which needs more epochs, such as 64",
            DefaultValueFactory = _ => TrainingRecipe.Plain,
        };
        recipe.AcceptOnlyFromAmong(TrainingRecipe.Plain, TrainingRecipe.Photos);
        var noFlip = new Option<bool>("--no-flip") { Description = "do not mirror pictures: for bills, signs and other things with writing; --recipe photos never does" };
        var views = new Option<string>("--views")
        {
            Description = "what the model looks at for an answer; whole: the whole picture; with-halves: its two halves too, for classes that differ in small details; takes three times as long",
            DefaultValueFactory = _ => "whole",
        };
        views.AcceptOnlyFromAmong([.. TrainingRecipe.ViewsByName.Keys]);
        var arch = new Option<string>("--arch") { Description = "the network", DefaultValueFactory = _ => "resnet18" };
        arch.AcceptOnlyFromAmong([.. Architectures.All.Select(architecture => architecture.Name)]);
        var epochs = NumberOption.Of("--epochs", 4, 0, 1000, "one epoch with the body frozen, then this many of the whole network");
        var bs = NumberOption.Optional("--bs", 2, 4096, $"batch size, at least 2 (default: {TrainRun.BatchSizeFor(TrainRun.FewPictures)}; {TrainRun.BatchSizeFor(0)} for fewer than {TrainRun.FewPictures} pictures)");
        var size = NumberOption.Of("--size", 224, 32, 1024, "side of the square the network sees, in pixels");
        var validPct = NumberOption.Of("--valid-pct", 0.2, 0.01, 0.99, "the fraction of the pictures used for validation, drawn at random");
        var validFolder = new Option<string>("--valid-folder")
        {
            Description = "the name of the folder of validation pictures beside train; without these two folders, a random part of the pictures is used", DefaultValueFactory = _ => "valid",
        };
        var rate = NumberOption.AboveZero("--lr", 1, "the maximum learning rate of the head (default: 0.002); not for --recipe photos");
        var skip = new Option<bool>("--skip-unreadable") { Description = "skip pictures that cannot be read, and list them, instead of failing" };
        var seed = NumberOption.Of("--seed", 42, 0, int.MaxValue, "the same seed gives the same split and the same training");
        var weights = new Option<string>("--weights")
        {
            Description = "where training starts: imagenet (torchvision's file from PyTorch's cache; otherwise restored from NuGet for resnet18 and resnet20, or downloaded, once), none, or a .safetensors or .pth file", DefaultValueFactory = _ => "imagenet",
        };
        var device = new Option<string?>("--device") { Description = "cpu or cuda; default: cuda if available" };
        device.AcceptOnlyFromAmong("cpu", "cuda");
        var precision = new Option<string>("--precision")
        {
            Description = "the precision of computations; auto: the faster of bf16 and fp32, measured in a few steps the first time", DefaultValueFactory = _ => "auto",
        };
        precision.AcceptOnlyFromAmong("auto", "bf16", "fp32");
        var output = new Option<string?>("-o", "--output") { Description = "where to write the model (.safetensors); after Ctrl+C, the best one so far; default: write no model" };
        var json = new Option<bool>("--json") { Description = "one JSON object per epoch: phase, epoch, train_loss, valid_loss, error_rate, seconds, data_seconds (the part of seconds spent waiting for pictures)" };

        var command = new Command("train", "Fine-tune a network on a folder of pictures.") { folder, negatives, recipe, noFlip, views, arch, epochs, bs, size, seed, weights, device, precision, validPct, validFolder, rate, skip, output, json };
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => TrainRun.RunAsync(new TrainOptions
        {
            Folder = parsed.GetRequiredValue(folder),
            Negatives = parsed.GetValue(negatives),
            Recipe = parsed.GetRequiredValue(recipe),
            NoFlip = parsed.GetValue(noFlip),
            Views = parsed.GetRequiredValue(views),
            Architecture = parsed.GetRequiredValue(arch),
            Epochs = parsed.GetValue(epochs),
            BatchSize = parsed.GetValue(bs),
            Size = parsed.GetValue(size),
            Seed = parsed.GetValue(seed),
            Weights = parsed.GetRequiredValue(weights),
            Device = parsed.GetValue(device),
            Precision = parsed.GetRequiredValue(precision),
            ValidPct = parsed.GetValue(validPct),
            ValidFolder = parsed.GetRequiredValue(validFolder),
            Rate = parsed.GetValue(rate),
            SkipUnreadable = parsed.GetValue(skip),
            Output = parsed.GetValue(output),
            Json = parsed.GetValue(json),
        }, stop)));
        return command;
    }
}
