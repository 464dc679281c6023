using Gpu.Kernels;

namespace Gpu;

/// <summary>The common dtype of operands, as PyTorch has it.</summary>
/// <remarks>Bool, integer, float are three categories. A number given by the host, and then a 0-dimensional tensor, only counts when its category is higher
/// than that of the dimensioned operands: x * 2.5 stays float32 for a float32 x, and becomes float32 for an int64 x.</remarks>
internal static class Promotion
{
    /// <summary>The dtype that real functions of integers and bools compute in.</summary>
    public const DType DefaultFloat = DType.Float32;

    public static int Category(DType dtype) => dtype == DType.Bool ? 0 : dtype.IsFloat() ? 2 : 1;

    /// <summary>The dtype of an operation of a tensor and a number.</summary>
    public static DType Of(Tensor x, Scalar number) => Category(number.DType) <= Category(x.DType) ? x.DType
        : number.DType == DType.Float64 ? DefaultFloat : DType.Int64;

    /// <summary>The dtype of an operation of two tensors.</summary>
    public static DType Of(Tensor a, Tensor b)
    {
        if (a.DType == b.DType) return a.DType;
        if (a.Rank == 0 == (b.Rank == 0)) return DTypes.Promote(a.DType, b.DType);
        var (strong, weak) = a.Rank > 0 ? (a.DType, b.DType) : (b.DType, a.DType);
        return Category(weak) > Category(strong) ? weak : strong;
    }

    /// <summary>Integers and bools as float32; floats as they are.</summary>
    public static Tensor Real(Tensor x) => x.DType.IsFloat() ? x : x.To(DefaultFloat);

    /// <summary>Bools as int64, for sums and products that count.</summary>
    public static Tensor Number(Tensor x) => x.DType is DType.Bool or DType.Int32 ? x.To(DType.Int64) : x;

    /// <summary>Checks that both are on one device and brings them to their common dtype.</summary>
    /// <exception cref="ArgumentException">Two devices.</exception>
    public static void Unify(ref Tensor a, ref Tensor b, string operation)
    {
        SameDevice(a, b, operation);
        if (a.DType == b.DType) return;
        var dtype = Of(a, b);
        (a, b) = (a.To(dtype), b.To(dtype));
    }

    public static void SameDevice(Tensor a, Tensor b, string operation)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (!ReferenceEquals(a.Device, b.Device))
            throw new ArgumentException($"{operation} got tensors on two devices, '{a.Device}' (shape {a.Shape}) and '{b.Device}' (shape {b.Shape}). Move one with To(device).");
    }
}
