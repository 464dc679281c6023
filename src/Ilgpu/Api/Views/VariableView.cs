using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>A view of one element, usable in kernels and as a kernel argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct VariableView<T>
    where T : unmanaged
{
    /// <summary>A view of the first element of <paramref name="baseView"/>.</summary>
    public VariableView(ArrayView<T> baseView)
    {
        BaseView = baseView;
    }

    /// <summary>The element as a view of length 1.</summary>
    public ArrayView<T> BaseView { get; }

    /// <summary>True for a view that has memory.</summary>
    public bool IsValid => BaseView.IsValid;

    /// <summary>The element.</summary>
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref BaseView[0];
    }

    /// <summary>The size of the element, in bytes.</summary>
    public static readonly int VariableSize = Unsafe.SizeOf<T>();

    /// <summary>A part of the element, as an element of another type.</summary>
    /// <param name="offsetInBytes">Where the part begins in the element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VariableView<TOther> SubView<TOther>(int offsetInBytes)
        where TOther : unmanaged
        => new(BaseView.Cast<byte>().SubView(offsetInBytes, Unsafe.SizeOf<TOther>()).Cast<TOther>());

    /// <summary>Copies the element of <paramref name="sourceView"/> to this one, on the same device.</summary>
    public void CopyFrom(VariableView<T> sourceView) => Value = sourceView.Value;

    /// <summary>Copies this element to that of <paramref name="targetView"/>, on the same device.</summary>
    public void CopyTo(VariableView<T> targetView) => targetView.Value = Value;

    /// <summary>Element type.</summary>
    public override string ToString() => $"VariableView<{typeof(T).Name}>";
}
