namespace ILGPU.Util;

/// <summary>Two 16-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Short2(short x, short y) : IEquatable<Short2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Short2>();

    /// <summary>The same value in every component.</summary>
    public Short2(short value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public short X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public short Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Short2(short value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (short, short)(Short2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Short2 operator +(Short2 first, Short2 second) => new((short)(first.X + second.X), (short)(first.Y + second.Y));

    /// <summary>The difference, component by component.</summary>
    public static Short2 operator -(Short2 first, Short2 second) => new((short)(first.X - second.X), (short)(first.Y - second.Y));

    /// <summary>The product, component by component.</summary>
    public static Short2 operator *(Short2 first, Short2 second) => new((short)(first.X * second.X), (short)(first.Y * second.Y));

    /// <summary>The quotient, component by component.</summary>
    public static Short2 operator /(Short2 first, Short2 second) => new((short)(first.X / second.X), (short)(first.Y / second.Y));

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Short2 first, Short2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Short2 first, Short2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (short, short) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Short2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Short2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 16-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Short3(short x, short y, short z) : IEquatable<Short3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Short3>();

    /// <summary>The same value in every component.</summary>
    public Short3(short value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public short X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public short Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public short Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Short3(short value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (short, short, short)(Short3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Short3 operator +(Short3 first, Short3 second) => new((short)(first.X + second.X), (short)(first.Y + second.Y), (short)(first.Z + second.Z));

    /// <summary>The difference, component by component.</summary>
    public static Short3 operator -(Short3 first, Short3 second) => new((short)(first.X - second.X), (short)(first.Y - second.Y), (short)(first.Z - second.Z));

    /// <summary>The product, component by component.</summary>
    public static Short3 operator *(Short3 first, Short3 second) => new((short)(first.X * second.X), (short)(first.Y * second.Y), (short)(first.Z * second.Z));

    /// <summary>The quotient, component by component.</summary>
    public static Short3 operator /(Short3 first, Short3 second) => new((short)(first.X / second.X), (short)(first.Y / second.Y), (short)(first.Z / second.Z));

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Short3 first, Short3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Short3 first, Short3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (short, short, short) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Short3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Short3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 16-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Short4(short x, short y, short z, short w) : IEquatable<Short4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Short4>();

    /// <summary>The same value in every component.</summary>
    public Short4(short value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public short X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public short Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public short Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public short W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Short4(short value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (short, short, short, short)(Short4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Short4 operator +(Short4 first, Short4 second) => new((short)(first.X + second.X), (short)(first.Y + second.Y), (short)(first.Z + second.Z), (short)(first.W + second.W));

    /// <summary>The difference, component by component.</summary>
    public static Short4 operator -(Short4 first, Short4 second) => new((short)(first.X - second.X), (short)(first.Y - second.Y), (short)(first.Z - second.Z), (short)(first.W - second.W));

    /// <summary>The product, component by component.</summary>
    public static Short4 operator *(Short4 first, Short4 second) => new((short)(first.X * second.X), (short)(first.Y * second.Y), (short)(first.Z * second.Z), (short)(first.W * second.W));

    /// <summary>The quotient, component by component.</summary>
    public static Short4 operator /(Short4 first, Short4 second) => new((short)(first.X / second.X), (short)(first.Y / second.Y), (short)(first.Z / second.Z), (short)(first.W / second.W));

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Short4 first, Short4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Short4 first, Short4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (short, short, short, short) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Short4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Short4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
