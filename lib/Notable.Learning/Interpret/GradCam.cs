using Notable.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Grad-CAM (Selvaraju et al. 2016): the last feature maps of the body, weighted by how much each raises a class's score. Gradients flow
/// through the head only, so a model optimized for inference works as well.
/// </summary>
internal static class GradCam
{
    public static HeatMap Of(
        VisionModel model, InferenceTransform transform, IReadOnlyList<string> answers, Device device, Picture picture, string label)
    {
        var place = HeatMap.PlaceOf(label, answers);
        using var scope = NewDisposeScope();
        var features = Features(model, transform.Apply([picture]).to(device));
        features.requires_grad = true;
        model.Head.call(features)[0][place].backward();
        return new HeatMap(label, Weighted(features, features.grad!), picture, VisibleRegion.Of(transform.Resize, picture));
    }

    // [1, C, h, w] as float32, a leaf tensor: gradients stop here.
    private static Tensor Features(VisionModel model, Tensor images)
    {
        using var gradients = no_grad();
        return model.Features(images).detach();
    }

    private static float[,] Weighted(Tensor features, Tensor gradients)
    {
        using var off = no_grad();
        var weights = gradients.mean([2, 3], keepdim: true);
        var map = (features.detach() * weights).sum(1)[0].relu();
        var highest = map.max().item<float>();
        var (rows, columns) = ((int)map.shape[0], (int)map.shape[1]);
        var values = map.cpu().contiguous().data<float>().ToArray();
        var result = new float[rows, columns];
        for (var i = 0; i < values.Length; i++)
            result[i / columns, i % columns] = highest > 0 ? values[i] / highest : 0;
        return result;
    }
}
