namespace ILGPU.Util;

/// <summary>Two 32-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Float2(float x, float y) : IEquatable<Float2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Float2>();

    /// <summary>The same value in every component.</summary>
    public Float2(float value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public float X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public float Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Float2(float value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (float, float)(Float2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Float2 operator +(Float2 first, Float2 second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>The difference, component by component.</summary>
    public static Float2 operator -(Float2 first, Float2 second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>The product, component by component.</summary>
    public static Float2 operator *(Float2 first, Float2 second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>The quotient, component by component.</summary>
    public static Float2 operator /(Float2 first, Float2 second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Float2 first, Float2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Float2 first, Float2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (float, float) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Float2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Float2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 32-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Float3(float x, float y, float z) : IEquatable<Float3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Float3>();

    /// <summary>The same value in every component.</summary>
    public Float3(float value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public float X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public float Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public float Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Float3(float value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (float, float, float)(Float3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Float3 operator +(Float3 first, Float3 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>The difference, component by component.</summary>
    public static Float3 operator -(Float3 first, Float3 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>The product, component by component.</summary>
    public static Float3 operator *(Float3 first, Float3 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>The quotient, component by component.</summary>
    public static Float3 operator /(Float3 first, Float3 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Float3 first, Float3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Float3 first, Float3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (float, float, float) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Float3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Float3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 32-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Float4(float x, float y, float z, float w) : IEquatable<Float4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Float4>();

    /// <summary>The same value in every component.</summary>
    public Float4(float value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public float X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public float Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public float Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public float W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Float4(float value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (float, float, float, float)(Float4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Float4 operator +(Float4 first, Float4 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z, first.W + second.W);

    /// <summary>The difference, component by component.</summary>
    public static Float4 operator -(Float4 first, Float4 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z, first.W - second.W);

    /// <summary>The product, component by component.</summary>
    public static Float4 operator *(Float4 first, Float4 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z, first.W * second.W);

    /// <summary>The quotient, component by component.</summary>
    public static Float4 operator /(Float4 first, Float4 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z, first.W / second.W);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Float4 first, Float4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Float4 first, Float4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (float, float, float, float) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Float4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Float4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
