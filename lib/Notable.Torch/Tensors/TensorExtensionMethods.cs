namespace TorchSharp;

/// <summary>Single values and element types by their C# names.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The one element as <see cref="float"/>, converted where the tensor has another type.</summary>
    public static float ToSingle(this torch.Tensor value) => (float)value.item().ToDouble();
    /// <summary>The one element as <see cref="double"/>, converted where the tensor has another type.</summary>
    public static double ToDouble(this torch.Tensor value) => value.item().ToDouble();
    /// <summary>The one element as <see cref="long"/>, converted where the tensor has another type.</summary>
    public static long ToInt64(this torch.Tensor value) => value.item().ToInt64();
    /// <summary>The one element as <see cref="int"/>, converted where the tensor has another type.</summary>
    public static int ToInt32(this torch.Tensor value) => checked((int)value.item().ToInt64());
    /// <summary>Whether the one element differs from zero.</summary>
    public static bool ToBoolean(this torch.Tensor value) => value.item().ToBoolean();

    /// <summary>The elements as <see cref="float"/>.</summary>
    public static torch.Tensor @float(this torch.Tensor t) => t.to(torch.float32);
    /// <summary>The elements as <see cref="double"/>.</summary>
    public static torch.Tensor @double(this torch.Tensor t) => t.to(torch.float64);
    /// <summary>The elements as <see cref="Half"/>.</summary>
    public static torch.Tensor half(this torch.Tensor t) => t.to(torch.float16);
    /// <summary>The elements as bfloat16.</summary>
    public static torch.Tensor bfloat16(this torch.Tensor t) => t.to(torch.bfloat16);
    /// <summary>The elements as <see cref="long"/>.</summary>
    public static torch.Tensor @long(this torch.Tensor t) => t.to(torch.int64);
    /// <summary>The elements as <see cref="int"/>.</summary>
    public static torch.Tensor @int(this torch.Tensor t) => t.to(torch.int32);
    /// <summary>The elements as <see cref="byte"/>.</summary>
    public static torch.Tensor @byte(this torch.Tensor t) => t.to(torch.uint8);
    /// <summary>The elements as truth values.</summary>
    public static torch.Tensor @bool(this torch.Tensor t) => t.to(torch.@bool);
}
