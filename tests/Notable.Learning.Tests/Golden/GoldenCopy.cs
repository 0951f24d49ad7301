using System.Text.Json;
using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Learning.Tests.Golden;

/// <summary>
/// The compact copy of the measured numbers that lies in <c>Golden/Numbers</c>: what the tests need, thinned where there is much of it,
/// and digests in place of pixels.
/// </summary>
public class GoldenCopy
{
    internal static readonly string[] Folder = ["tests", "Notable.Learning.Tests", "Golden", "Numbers"];

    // Numbers of a tensor that are kept at most, and steps of a schedule of which one is kept.
    private const int MostNumbers = 128, Steps = 5;

    private static readonly string[] Whole =
        ["b_adam_steps", "b_param_groups", "c_head", "c_model_forward", "d_random_splitter", "e_random_resized_crop", "g_normalize", "h_lr_find", "i_interpretation", "j_loss_metrics", "k_predict"];

    /// <summary>With ../shared only; NOTABLE_APPROVE=1 writes the copy anew.</summary>
    [Fact]
    public void The_copy_is_that_of_the_measured_numbers()
    {
        foreach (var name in Whole)
            Check(name, JsonNode.Parse(GoldenFile.Measured(name).GetRawText())!);
        Check("a_schedule", Schedules());
        var augment = JsonNode.Parse(GoldenFile.Measured("f_augment").GetRawText())!;
        Check("f_augment", new JsonObject { ["matrices"] = augment["matrices"]!.DeepClone() });
        Check("f_augment.tensors", Tensors("f_augment", (name, tensor) => name.StartsWith('x') && !name.Contains("_to_") ? null : tensor.Thinned(MostNumbers)));
        Check("k_predict.tensors", Tensors("k_predict", (_, tensor) => tensor.Thinned(MostNumbers)));
        // The inputs of a and b are small enough to be kept; of results the digest says all, for they are compared bit for bit.
        Check("e_resize_pixels.tensors", Tensors("e_resize_pixels", (name, tensor) => name.StartsWith("c.") ? null : name.EndsWith("input_hwc") ? tensor : tensor with { Bytes = null }));
        Check("e_images.tensors", Tensors("e_images", (name, tensor) => name == "rgb.png" ? tensor : null));
    }

    private static JsonObject Tensors(string name, Func<string, GoldenTensor, GoldenTensor?> kept) => new(
        GoldenFile.MeasuredTensors(name).Select(entry => (entry.Key, Kept: kept(entry.Key, entry.Value))).Where(entry => entry.Kept is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Kept!.ToJson())));

    private static JsonNode Schedules()
    {
        var copy = JsonNode.Parse(GoldenFile.Measured("a_schedule").GetRawText())!;
        foreach (var fit in copy["runs"]!.AsArray().SelectMany(run => run!["fits"]!.AsArray()))
        {
            JsonNode[] steps = [.. fit!["steps"]!.AsArray().Select(step => step!)];
            fit["steps"] = new JsonArray([.. steps.Where((_, i) => i % Steps == 0 || i == steps.Length - 1).Select(step => step.DeepClone())]);
        }
        return copy;
    }

    private static void Check(string name, JsonNode content) => Approved.Lines(
        content.ToJsonString(new JsonSerializerOptions { WriteIndented = false }).Split('\n'), [.. Folder, name + ".json"]);
}
