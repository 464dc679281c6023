namespace ILGPU.Util;

/// <summary>Two 64-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Long2(long x, long y) : IEquatable<Long2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Long2>();

    /// <summary>The same value in every component.</summary>
    public Long2(long value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public long X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public long Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Long2(long value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (long, long)(Long2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Long2 operator +(Long2 first, Long2 second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>The difference, component by component.</summary>
    public static Long2 operator -(Long2 first, Long2 second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>The product, component by component.</summary>
    public static Long2 operator *(Long2 first, Long2 second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>The quotient, component by component.</summary>
    public static Long2 operator /(Long2 first, Long2 second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Long2 first, Long2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Long2 first, Long2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (long, long) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Long2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Long2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 64-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Long3(long x, long y, long z) : IEquatable<Long3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Long3>();

    /// <summary>The same value in every component.</summary>
    public Long3(long value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public long X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public long Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public long Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Long3(long value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (long, long, long)(Long3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Long3 operator +(Long3 first, Long3 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>The difference, component by component.</summary>
    public static Long3 operator -(Long3 first, Long3 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>The product, component by component.</summary>
    public static Long3 operator *(Long3 first, Long3 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>The quotient, component by component.</summary>
    public static Long3 operator /(Long3 first, Long3 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Long3 first, Long3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Long3 first, Long3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (long, long, long) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Long3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Long3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 64-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Long4(long x, long y, long z, long w) : IEquatable<Long4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Long4>();

    /// <summary>The same value in every component.</summary>
    public Long4(long value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public long X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public long Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public long Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public long W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Long4(long value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (long, long, long, long)(Long4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Long4 operator +(Long4 first, Long4 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z, first.W + second.W);

    /// <summary>The difference, component by component.</summary>
    public static Long4 operator -(Long4 first, Long4 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z, first.W - second.W);

    /// <summary>The product, component by component.</summary>
    public static Long4 operator *(Long4 first, Long4 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z, first.W * second.W);

    /// <summary>The quotient, component by component.</summary>
    public static Long4 operator /(Long4 first, Long4 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z, first.W / second.W);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Long4 first, Long4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Long4 first, Long4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (long, long, long, long) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Long4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Long4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
