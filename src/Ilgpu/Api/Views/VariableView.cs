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

    /// <summary>Copies the element of <paramref name="sourceView"/> to this one, on the same device.</summary>
    public void CopyFrom(VariableView<T> sourceView) => Value = sourceView.Value;

    /// <summary>Copies this element to that of <paramref name="targetView"/>, on the same device.</summary>
    public void CopyTo(VariableView<T> targetView) => targetView.Value = Value;

    /// <summary>Element type.</summary>
    public override string ToString() => $"VariableView<{typeof(T).Name}>";
}
