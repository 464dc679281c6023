using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>A one-dimensional tensor of the values; their .NET type decides the dtype unless one is given.</summary>
    /// <exception cref="ArgumentException">The type is not bool, int, long, float or double.</exception>
    public static Tensor From<T>(T[] values, DType? dtype = null, Device? device = null, bool requiresGrad = false) where T : unmanaged =>
        From<T>(values, [values?.Length ?? throw new ArgumentNullException(nameof(values))], dtype, device, requiresGrad);

    /// <summary>A matrix of the values.</summary>
    /// <exception cref="ArgumentException">The type is not bool, int, long, float or double.</exception>
    public static Tensor From<T>(T[,] values, DType? dtype = null, Device? device = null, bool requiresGrad = false) where T : unmanaged =>
        From<T>(Flat<T>(values), [values.GetLength(0), values.GetLength(1)], dtype, device, requiresGrad);

    /// <summary>A three-dimensional tensor of the values.</summary>
    /// <exception cref="ArgumentException">The type is not bool, int, long, float or double.</exception>
    public static Tensor From<T>(T[,,] values, DType? dtype = null, Device? device = null, bool requiresGrad = false) where T : unmanaged =>
        From<T>(Flat<T>(values), [values.GetLength(0), values.GetLength(1), values.GetLength(2)], dtype, device, requiresGrad);

    /// <summary>A tensor of the given shape from values in row-major order.</summary>
    /// <exception cref="ArgumentException">The count differs, or the type is not bool, int, long, float or double.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false) where T : unmanaged
    {
        var own = DTypes.Of<T>();
        var layout = Layout.Contiguous(shape);
        if (layout.Count != values.Length)
            throw new ArgumentException($"{values.Length} values do not fill the shape {Layout.Format(shape)}, which has {layout.Count} elements.", nameof(values));
        if (own == DType.Bool && MemoryMarshal.AsBytes(values).ContainsAnyExceptInRange((byte)0, (byte)1))
            throw new ArgumentException("Bytes are taken as bools and must be 0 or 1. For other values use int.", nameof(values));
        var target = device ?? Device.Cpu;
        if ((dtype ?? own) == own)
        {
            var y = new Tensor(layout, own, target);
            target.Upload(values, y._storage);
            return y.Leaf(requiresGrad);
        }
        // Converted on the host, where every dtype exists.
        var there = new Tensor(layout, own, Device.Cpu);
        Device.Cpu.Upload(values, there._storage);
        return there.To(dtype!.Value).To(target).Leaf(requiresGrad);
    }

    /// <summary>The only element as a double. Waits for the device.</summary>
    /// <exception cref="InvalidOperationException">There are several elements or none.</exception>
    public double Item() => DType switch
    {
        DType.Bool => Item<bool>() ? 1 : 0,
        DType.Int32 => Item<int>(),
        DType.Int64 => Item<long>(),
        DType.Float32 => Item<float>(),
        _ => Item<double>(),
    };

    /// <summary>The only element. Waits for the device.</summary>
    /// <exception cref="InvalidOperationException">There are several elements or none.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
    public T Item<T>() where T : unmanaged
    {
        if (Count != 1)
            throw new InvalidOperationException($"Item reads a single element, but this tensor has shape {Shape}. Select one with an index, or use ToArray.");
        T value = default;
        CopyTo(new Span<T>(ref value));
        return value;
    }

    /// <summary>All elements in row-major order. Waits for the device.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        var values = new T[Count];
        CopyTo<T>(values);
        return values;
    }

    /// <summary>Copies all elements in row-major order to the host. Waits for the device.</summary>
    /// <exception cref="ArgumentException">The target is too short, or <typeparamref name="T"/> is not the tensor's element type.</exception>
    public void CopyTo<T>(Span<T> target) where T : unmanaged
    {
        if (DTypes.Of<T>() != DType)
            throw new ArgumentException($"This tensor holds {DType.Name()}, not {typeof(T).Name}. Read it as it is, or convert first with To(DType.{DTypes.Of<T>()}).");
        if (target.Length < Count) throw new ArgumentException($"{Count} elements do not fit into {target.Length}.", nameof(target));
        var source = IsContiguous ? this : Copies.Plain(this);
        Device.Download(source._storage, target[..Count], source._layout.Offset);
    }

    /// <summary>The values as text, in PyTorch's manner; large tensors are summarized. Waits for the device.</summary>
    public override string ToString() => TensorPrinter.Print(this);

    private static Span<T> Flat<T>(Array values) where T : unmanaged => values == null ? throw new ArgumentNullException(nameof(values)) :
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
}
