namespace ILGPU.Runtime;

/// <summary>A kernel argument that is a constant in the compiled kernel: one compilation per distinct value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct SpecializedValue<T>
    where T : unmanaged, IEquatable<T>
{
    internal SpecializedValue(T value)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public T Value { get; }

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
