using System.Globalization;
using Notable.Learning;
using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;

namespace Notable.Cli.Commands;

/// <summary>The training of <c>notable train</c>, which prints one line per epoch.</summary>
internal static class TrainRun
{
    /// <summary>Fewer pictures than this are trained on in smaller batches.</summary>
    public const int FewPictures = 500;

    private sealed record EpochLine(string Phase, int Epoch, double TrainLoss, double ValidLoss, double? ErrorRate, double Seconds, double DataSeconds);

    public static async Task<int> RunAsync(TrainOptions options, CancellationToken stop)
    {
        try
        {
            return await TrainAsync(options, stop);
        }
        catch (OperationCanceledException) when (options.Output is { } output)
        {
            Console.Error.WriteLine($"notable: no model was written to {output}");
            throw;
        }
    }

    private static Task<int> TrainAsync(TrainOptions options, CancellationToken stop)
    {
        // Checked first: minutes of training should not end with an output that cannot be written,
        if (options.Output is { } output)
            OutputPath.RequireWritable(output);
        // nor reading many pictures with a missing weights file,
        PretrainedWeights.RequireSource(options.Weights);
        // nor with a libtorch that cannot be loaded.
        TorchRuntime.Require();

        var halves = SplitFolders.Find(options.Folder, valid: options.ValidFolder);
        var block = TrainingRecipe.Block(options.Size, options.ValidPct, options.Seed, options.Recipe, options.Negatives,
            TrainingRecipe.ViewsByName[options.Views], halves, options.SkipUnreadable, !options.NoFlip);
        return MainHeapThread.Run(() =>
        {
            var dls = block.DataLoaders(options.Folder, options.BatchSize ?? BatchSizeFor(ImageFiles.In(options.Folder).Count), options.Seed, stop);
            Console.Error.WriteLine($"{dls}{(halves is null ? "" : $", by the folders train and {options.ValidFolder}")}, in batches of {dls.Train.BatchSize}");
            foreach (var skipped in dls.Skipped)
                Console.Error.WriteLine($"skipped: {skipped.Path}: {skipped.Reason}");
            using var learn = VisionLearner.Create(dls, Architectures.Find(options.Architecture), [Metrics.ErrorRate],
                options.Weights, ChooseDevice(options.Device), ChoosePrecision(options.Precision), options.Seed, stop);
            // Without an output file, the best model need not be kept.
            var best = options.Output is null ? null : new SaveModel { OnlyIfCutShort = true };
            if (best is not null)
                learn.Callbacks.Add(best);
            var stopped = !Fit(learn, options, best, stop);
            if (options.Output is { } file)
                Export(learn, file, stopped ? $"; stopped early: the best of {learn.Recorder.Epochs.Count} epoch{(learn.Recorder.Epochs.Count == 1 ? "" : "s")}" : "", stopped ? CancellationToken.None : stop);
            return stopped ? ExitCode.Interrupted : ExitCode.Ok;
        }, "Notable training");
    }

    /// <summary>
    /// Returns the default batch size. A few hundred pictures are only a few batches of 64, so a short training would take too few steps: on
    /// 180 bears (seeds 42, 1 and 2), 4 epochs end with 3, 0 and 14 % errors with batches of 64, and with none with batches of 16.
    /// </summary>
    public static int BatchSizeFor(int pictures) => pictures < FewPictures ? 16 : 64;

    /// <summary>Trains.</summary>
    /// <returns>False if it was stopped; the network then has the best weights so far.</returns>
    private static bool Fit(Learner learn, TrainOptions options, SaveModel? best, CancellationToken stop)
    {
        try
        {
            TrainingRecipe.Fit(learn, options.Recipe, options.Epochs, options.Rate, options.Json ? new JsonProgress() : null, stop);
            return true;
        }
        catch (OperationCanceledException) when (best?.Best is not null)
        {
            return false;
        }
    }

    private static void Export(Learner learn, string file, string remark, CancellationToken stop)
    {
        var calibration = learn.DataLoaders.KnowNeither ? learn.Calibrate(stop) : null;
        try
        {
            learn.Export(file, calibration);
        }
        catch (IOException error) when (error.InnerException is { } cause)
        {
            // The program ends: the learner's advice to call Export again is of no use.
            throw new IOException($"cannot write {file}: {cause.Message}", cause);
        }
        Console.Error.WriteLine($"{file}: {new FileInfo(file).Length / 1e6:F1} MB{Told(calibration)}{remark}");
    }

    private static string Told(TemperatureScaling? calibration) => calibration is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"; calibrated on {calibration.Items} pictures: temperature {calibration.Temperature:0.00}, expected calibration error {calibration.Error * 100:0.0} %");

    /// <summary>Returns the requested device; null leaves the choice to the library.</summary>
    private static torch.Device? ChooseDevice(string? name)
    {
        if (name == "cuda" && !torch.cuda.is_available())
            throw new InvalidOperationException("--device cuda: libtorch finds no CUDA device. Leave --device out to use the CPU; for a GPU build with -p:Device=cuda, and see 'notable doctor'");
        return name is null ? null : new torch.Device(name);
    }

    /// <summary>Returns the precision by name; null for <c>auto</c> leaves the choice to the library.</summary>
    private static Precision? ChoosePrecision(string name) => name switch
    {
        "bf16" => Precision.BFloat16,
        "fp32" => Precision.Float32,
        _ => null,
    };

    /// <summary>Writes synchronously on the training thread: <see cref="Progress{T}"/> could reorder the lines.</summary>
    private sealed class JsonProgress : IProgress<EpochReport>
    {
        public void Report(EpochReport e) => JsonLines.Write(new EpochLine(e.Phase, e.Epoch, e.TrainLoss, e.ValidLoss, e.ErrorRate, e.Seconds, e.DataSeconds));
    }
}
