namespace ILGPU.Util;

/// <summary>Two 32-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Int2(int x, int y) : IEquatable<Int2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Int2>();

    /// <summary>The same value in every component.</summary>
    public Int2(int value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public int X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public int Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Int2(int value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (int, int)(Int2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Int2 operator +(Int2 first, Int2 second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>The difference, component by component.</summary>
    public static Int2 operator -(Int2 first, Int2 second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>The product, component by component.</summary>
    public static Int2 operator *(Int2 first, Int2 second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>The quotient, component by component.</summary>
    public static Int2 operator /(Int2 first, Int2 second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Int2 first, Int2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Int2 first, Int2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (int, int) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Int2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Int2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 32-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Int3(int x, int y, int z) : IEquatable<Int3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Int3>();

    /// <summary>The same value in every component.</summary>
    public Int3(int value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public int X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public int Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public int Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Int3(int value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (int, int, int)(Int3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Int3 operator +(Int3 first, Int3 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>The difference, component by component.</summary>
    public static Int3 operator -(Int3 first, Int3 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>The product, component by component.</summary>
    public static Int3 operator *(Int3 first, Int3 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>The quotient, component by component.</summary>
    public static Int3 operator /(Int3 first, Int3 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Int3 first, Int3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Int3 first, Int3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (int, int, int) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Int3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Int3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 32-bit integers side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Int4(int x, int y, int z, int w) : IEquatable<Int4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Int4>();

    /// <summary>The same value in every component.</summary>
    public Int4(int value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public int X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public int Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public int Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public int W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Int4(int value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (int, int, int, int)(Int4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Int4 operator +(Int4 first, Int4 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z, first.W + second.W);

    /// <summary>The difference, component by component.</summary>
    public static Int4 operator -(Int4 first, Int4 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z, first.W - second.W);

    /// <summary>The product, component by component.</summary>
    public static Int4 operator *(Int4 first, Int4 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z, first.W * second.W);

    /// <summary>The quotient, component by component.</summary>
    public static Int4 operator /(Int4 first, Int4 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z, first.W / second.W);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Int4 first, Int4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Int4 first, Int4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (int, int, int, int) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Int4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Int4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
