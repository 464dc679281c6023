namespace ILGPU.Util;

/// <summary>Two 16-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Half2(Half x, Half y) : IEquatable<Half2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Half2>();

    /// <summary>The same value in every component.</summary>
    public Half2(Half value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public Half X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public Half Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Half2(Half value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (Half, Half)(Half2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Half2 operator +(Half2 first, Half2 second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>The difference, component by component.</summary>
    public static Half2 operator -(Half2 first, Half2 second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>The product, component by component.</summary>
    public static Half2 operator *(Half2 first, Half2 second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>The quotient, component by component.</summary>
    public static Half2 operator /(Half2 first, Half2 second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Half2 first, Half2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Half2 first, Half2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (Half, Half) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Half2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Half2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 16-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Half3(Half x, Half y, Half z) : IEquatable<Half3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Half3>();

    /// <summary>The same value in every component.</summary>
    public Half3(Half value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public Half X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public Half Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public Half Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Half3(Half value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (Half, Half, Half)(Half3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Half3 operator +(Half3 first, Half3 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>The difference, component by component.</summary>
    public static Half3 operator -(Half3 first, Half3 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>The product, component by component.</summary>
    public static Half3 operator *(Half3 first, Half3 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>The quotient, component by component.</summary>
    public static Half3 operator /(Half3 first, Half3 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Half3 first, Half3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Half3 first, Half3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (Half, Half, Half) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Half3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Half3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 16-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Half4(Half x, Half y, Half z, Half w) : IEquatable<Half4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Half4>();

    /// <summary>The same value in every component.</summary>
    public Half4(Half value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public Half X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public Half Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public Half Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public Half W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Half4(Half value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (Half, Half, Half, Half)(Half4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Half4 operator +(Half4 first, Half4 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z, first.W + second.W);

    /// <summary>The difference, component by component.</summary>
    public static Half4 operator -(Half4 first, Half4 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z, first.W - second.W);

    /// <summary>The product, component by component.</summary>
    public static Half4 operator *(Half4 first, Half4 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z, first.W * second.W);

    /// <summary>The quotient, component by component.</summary>
    public static Half4 operator /(Half4 first, Half4 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z, first.W / second.W);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Half4 first, Half4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Half4 first, Half4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (Half, Half, Half, Half) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Half4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Half4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
