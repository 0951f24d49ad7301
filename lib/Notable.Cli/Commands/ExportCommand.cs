using System.CommandLine;
using Notable.Learning;
using Notable.Shared;

namespace Notable.Cli.Commands;

/// <summary><c>notable export</c>: writes a model file as ONNX, for any runtime.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a model file written by 'train' (.safetensors)" };
        var output = new Option<string>("-o", "--output") { Description = "the file to write (.onnx)", Required = true };
        var license = new Option<string?>("--license") { Description = "the license of the model, for the file's metadata; default: what the model file says" };
        var command = new Command("export",
            """
            Write a model as one ONNX file that any ONNX runtime can use: pixels in, calibrated probabilities out.

            Input 'image': uint8 [height, width, 3] of any size. Output 'probabilities': one per class, then "neither" if the model
            knows it. Class names, license and usage are in the file's metadata; docs/onnx.md has examples in C#, Python and JavaScript.
            """)
        {
            model, output, license,
        };
        command.SetAction(parsed => ErrorReporting.Guard(() =>
        {
            var path = parsed.GetRequiredValue(output);
            if (!Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"{path}: expected a file name ending in .onnx; 'notable train -o' writes .safetensors");
            OutputPath.RequireWritable(path);
            OnnxExport.Convert(parsed.GetRequiredValue(model), path, parsed.GetValue(license));
            Console.Error.WriteLine($"{path}: {new FileInfo(path).Length / 1e6:F1} MB");
            return ExitCode.Ok;
        }));
        return command;
    }
}
