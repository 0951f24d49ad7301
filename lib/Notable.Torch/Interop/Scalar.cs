using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>A number given to an operation: integer, floating-point or truth value. Numbers convert to it by themselves.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Scalar
{
    private readonly double real;
    private readonly long integer;
    private readonly Kind kind;

    private enum Kind { None, Integer, Real, Boolean }

    private Scalar(double real, long integer, Kind kind) => (this.real, this.integer, this.kind) = (real, integer, kind);

    /// <summary>Wraps a number.</summary>
    public static implicit operator Scalar(int value) => new(0, value, Kind.Integer);
    /// <summary>Wraps a number.</summary>
    public static implicit operator Scalar(long value) => new(0, value, Kind.Integer);
    /// <summary>Wraps a number.</summary>
    public static implicit operator Scalar(float value) => new(value, 0, Kind.Real);
    /// <summary>Wraps a number.</summary>
    public static implicit operator Scalar(double value) => new(value, 0, Kind.Real);
    /// <summary>Wraps a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(0, value ? 1 : 0, Kind.Boolean);

    /// <summary>The value as a floating-point number; a truth value is 0 or 1.</summary>
    public double ToDouble() => kind == Kind.Real ? real : integer;

    /// <summary>The value as an integer; a floating-point number loses its fraction.</summary>
    public long ToInt64() => kind == Kind.Real ? checked((long)real) : integer;

    /// <summary>Whether the value differs from zero.</summary>
    public bool ToBoolean() => kind == Kind.Real ? real != 0 : integer != 0;

    internal bool IsReal => kind == Kind.Real;

    internal bool IsBoolean => kind == Kind.Boolean;

    /// <inheritdoc/>
    public override string ToString() => kind switch
    {
        Kind.Integer => integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Kind.Real => real.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Kind.Boolean => integer != 0 ? "True" : "False",
        _ => "none",
    };
}
