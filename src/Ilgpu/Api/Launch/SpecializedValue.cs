namespace ILGPU.Runtime;

/// <summary>A kernel argument that is a constant in the compiled kernel: one compilation per distinct value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct SpecializedValue<T> : IEquatable<SpecializedValue<T>>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>A value that is a constant in the compiled kernel.</summary>
    public SpecializedValue(T value)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>True where both values are equal.</summary>
    public bool Equals(SpecializedValue<T> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SpecializedValue<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The value as text.</summary>
    public override string ToString() => Value.ToString() ?? "";

    /// <summary>True where both values are equal.</summary>
    public static bool operator ==(SpecializedValue<T> first, SpecializedValue<T> second) => first.Equals(second);

    /// <summary>True where the values differ.</summary>
    public static bool operator !=(SpecializedValue<T> first, SpecializedValue<T> second) => !first.Equals(second);

    /// <summary>The value.</summary>
    public static implicit operator T(SpecializedValue<T> specialized) => specialized.Value;
}

/// <summary>Makes specialized values.</summary>
public static class SpecializedValue
{
    /// <summary>A value that is a constant in the compiled kernel.</summary>
    public static SpecializedValue<T> New<T>(T value)
        where T : unmanaged, IEquatable<T>
        => new(value);
}
