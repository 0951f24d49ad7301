using System.Globalization;

namespace TorchSharp;

/// <summary>The kinds of device a tensor can lie on; the values are libtorch's own.</summary>
public enum DeviceType
{
    /// <summary>Host memory.</summary>
    CPU = 0,
    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>Where a tensor lies: a kind of device and which one of that kind (-1 is the current one).</summary>
    public sealed class Device : IEquatable<Device>
    {
        /// <summary>A device by its kind and number.</summary>
        public Device(DeviceType type, int index = -1) => (this.type, this.index) = (type, index);

        /// <summary>A device by its name: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
        /// <exception cref="ArgumentException">The name is none of these.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = parts[0] switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                _ => throw Unknown(description),
            };
            index = parts.Length switch
            {
                1 => -1,
                2 when int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
                _ => throw Unknown(description),
            };
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which device of its kind; -1 is the current one.</summary>
        public int index { get; }

        /// <inheritdoc/>
        public bool Equals(Device? other) => other is not null && other.type == type && (other.index == index || type == DeviceType.CPU);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => type == DeviceType.CPU ? 0 : HashCode.Combine(type, index);

        /// <inheritdoc/>
        public override string ToString()
        {
            var kind = type == DeviceType.CPU ? "cpu" : "cuda";
            return index < 0 || type == DeviceType.CPU ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}:{index}");
        }

        private static ArgumentException Unknown(string description) =>
            new($"'{description}' is not a device; expected cpu, cuda or cuda:NUMBER.", nameof(description));
    }

    /// <summary>Host memory.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>The current NVIDIA GPU.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>A device by its name: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by its kind and number (-1: the current one).</summary>
    public static Device device(DeviceType type, int index = -1) => new(type, index);
}
