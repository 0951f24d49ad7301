namespace TorchSharp;

/// <summary>Moving and converting whole modules. Their parameters stay the same objects, so an optimizer need not be made anew.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves all parameters and buffers to a device.</summary>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, device);

    /// <summary>Moves all parameters and buffers to a device of a kind.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, new torch.Device(deviceType, deviceIndex));

    /// <summary>Converts all floating-point parameters and buffers to another floating-point type.</summary>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, type, null);

    /// <summary>Moves and converts.</summary>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, type, device);

    /// <summary>Moves all parameters and buffers to host memory.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(torch.CPU);

    /// <summary>Moves all parameters and buffers to a GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module => module.to(DeviceType.CUDA, deviceIndex);

    private static T Converted<T>(T module, torch.ScalarType? type, torch.Device? device) where T : torch.nn.Module
    {
        if (type is { } wanted && !torch.is_floating_point(wanted))
            throw new ArgumentException($"A module's numbers are floating-point; {type} is not.", nameof(type));
        using var no_gradients = torch.no_grad();
        foreach (var tensor in module.parameters().Concat(module.buffers())) Convert(tensor, type, device);
        return module;
    }

    private static void Convert(torch.Tensor tensor, torch.ScalarType? type, torch.Device? device)
    {
        var target = type is not null && tensor.is_floating_point() ? type.Value : tensor.dtype;
        var place = device ?? tensor.device;
        if (target == tensor.dtype && place.Equals(tensor.device)) return;
        using var data = tensor.detach();
        using var converted = data.to(target, place);
        using var grad = tensor.grad;
        tensor.grad = null;
        tensor.SetData(converted);
        if (grad is null) return;
        using var convertedGrad = grad.to(target, place);
        tensor.grad = convertedGrad;
    }
}
