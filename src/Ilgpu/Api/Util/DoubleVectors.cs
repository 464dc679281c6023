namespace ILGPU.Util;

/// <summary>Two 64-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
public struct Double2(double x, double y) : IEquatable<Double2>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Double2>();

    /// <summary>The same value in every component.</summary>
    public Double2(double value)
        : this(value, value)
    {
    }

    /// <summary>Component 1 of 2.</summary>
    public double X { get; set; } = x;

    /// <summary>Component 2 of 2.</summary>
    public double Y { get; set; } = y;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Double2(double value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (double, double)(Double2 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Double2 operator +(Double2 first, Double2 second) => new(first.X + second.X, first.Y + second.Y);

    /// <summary>The difference, component by component.</summary>
    public static Double2 operator -(Double2 first, Double2 second) => new(first.X - second.X, first.Y - second.Y);

    /// <summary>The product, component by component.</summary>
    public static Double2 operator *(Double2 first, Double2 second) => new(first.X * second.X, first.Y * second.Y);

    /// <summary>The quotient, component by component.</summary>
    public static Double2 operator /(Double2 first, Double2 second) => new(first.X / second.X, first.Y / second.Y);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Double2 first, Double2 second) => first.X == second.X && first.Y == second.Y;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Double2 first, Double2 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (double, double) ToValueTuple() => (X, Y);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Double2 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Double2 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y})";
}

/// <summary>Three 64-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
public struct Double3(double x, double y, double z) : IEquatable<Double3>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Double3>();

    /// <summary>The same value in every component.</summary>
    public Double3(double value)
        : this(value, value, value)
    {
    }

    /// <summary>Component 1 of 3.</summary>
    public double X { get; set; } = x;

    /// <summary>Component 2 of 3.</summary>
    public double Y { get; set; } = y;

    /// <summary>Component 3 of 3.</summary>
    public double Z { get; set; } = z;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Double3(double value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (double, double, double)(Double3 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Double3 operator +(Double3 first, Double3 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z);

    /// <summary>The difference, component by component.</summary>
    public static Double3 operator -(Double3 first, Double3 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z);

    /// <summary>The product, component by component.</summary>
    public static Double3 operator *(Double3 first, Double3 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z);

    /// <summary>The quotient, component by component.</summary>
    public static Double3 operator /(Double3 first, Double3 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Double3 first, Double3 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Double3 first, Double3 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (double, double, double) ToValueTuple() => (X, Y, Z);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Double3 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Double3 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z})";
}

/// <summary>Four 64-bit reals side by side, usable in kernels.</summary>
/// <param name="x">Component 1.</param>
/// <param name="y">Component 2.</param>
/// <param name="z">Component 3.</param>
/// <param name="w">Component 4.</param>
public struct Double4(double x, double y, double z, double w) : IEquatable<Double4>
{
    /// <summary>The size of a vector, in bytes.</summary>
    public static readonly int ElementSize = Interop.SizeOf<Double4>();

    /// <summary>The same value in every component.</summary>
    public Double4(double value)
        : this(value, value, value, value)
    {
    }

    /// <summary>Component 1 of 4.</summary>
    public double X { get; set; } = x;

    /// <summary>Component 2 of 4.</summary>
    public double Y { get; set; } = y;

    /// <summary>Component 3 of 4.</summary>
    public double Z { get; set; } = z;

    /// <summary>Component 4 of 4.</summary>
    public double W { get; set; } = w;

    /// <summary>The same value in every component.</summary>
    public static implicit operator Double4(double value) => new(value);

    /// <summary>The components as a tuple.</summary>
    public static implicit operator (double, double, double, double)(Double4 vector) => vector.ToValueTuple();

    /// <summary>The sum, component by component.</summary>
    public static Double4 operator +(Double4 first, Double4 second) => new(first.X + second.X, first.Y + second.Y, first.Z + second.Z, first.W + second.W);

    /// <summary>The difference, component by component.</summary>
    public static Double4 operator -(Double4 first, Double4 second) => new(first.X - second.X, first.Y - second.Y, first.Z - second.Z, first.W - second.W);

    /// <summary>The product, component by component.</summary>
    public static Double4 operator *(Double4 first, Double4 second) => new(first.X * second.X, first.Y * second.Y, first.Z * second.Z, first.W * second.W);

    /// <summary>The quotient, component by component.</summary>
    public static Double4 operator /(Double4 first, Double4 second) => new(first.X / second.X, first.Y / second.Y, first.Z / second.Z, first.W / second.W);

    /// <summary>True where all components are equal.</summary>
    public static bool operator ==(Double4 first, Double4 second) => first.X == second.X && first.Y == second.Y && first.Z == second.Z && first.W == second.W;

    /// <summary>True where a component differs.</summary>
    public static bool operator !=(Double4 first, Double4 second) => !(first == second);

    /// <summary>The components as a tuple.</summary>
    public readonly (double, double, double, double) ToValueTuple() => (X, Y, Z, W);

    /// <summary>True where all components are equal.</summary>
    public readonly bool Equals(Double4 other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Double4 other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    /// <summary>The components in parentheses.</summary>
    public override readonly string ToString() => $"({X}, {Y}, {Z}, {W})";
}
