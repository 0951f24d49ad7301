using Notable.Imaging;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>Shows which parts of a picture support a class (Grad-CAM, Selvaraju et al. 2016).</summary>
    /// <param name="picture">Decoded as the training pictures were.</param>
    /// <param name="label">The class; the predicted one by default.</param>
    /// <exception cref="ArgumentException">The model has no such class.</exception>
    public HeatMap Explain(Picture picture, string? label = null)
    {
        label ??= Predict(picture).Answer;
        Model.eval();
        using var precision = Precision.Begin();
        return GradCam.Of(Model, DataLoaders.InferenceTransform, DataLoaders.Answers, Device, picture, label);
    }
}
