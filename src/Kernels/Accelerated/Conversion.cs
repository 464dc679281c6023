using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Accelerated;

/// <summary>The conversion of one kind of number to another.</summary>
internal interface IConversion<TX, TY>
{
    /// <summary>y = x, as C# converts; to bool: x ≠ 0.</summary>
    static abstract TY Convert(TX x);
}

/// <summary>All conversions between element types. Floats to integers truncate and saturate, NaN becomes 0; long to int wraps around.</summary>
internal readonly struct Conversion :
    IConversion<U8, U8>, IConversion<U8, I32>, IConversion<U8, I64>, IConversion<U8, F32>, IConversion<U8, F64>,
    IConversion<I32, U8>, IConversion<I32, I32>, IConversion<I32, I64>, IConversion<I32, F32>, IConversion<I32, F64>,
    IConversion<I64, U8>, IConversion<I64, I32>, IConversion<I64, I64>, IConversion<I64, F32>, IConversion<I64, F64>,
    IConversion<F32, U8>, IConversion<F32, I32>, IConversion<F32, I64>, IConversion<F32, F64>,
    IConversion<F64, U8>, IConversion<F64, I32>, IConversion<F64, I64>, IConversion<F64, F32>
{
    static U8 IConversion<U8, U8>.Convert(U8 x) => x;
    static I32 IConversion<U8, I32>.Convert(U8 x) => new(x.Value);
    static I64 IConversion<U8, I64>.Convert(U8 x) => new(x.Value);
    static F32 IConversion<U8, F32>.Convert(U8 x) => new(x.Value);
    static F64 IConversion<U8, F64>.Convert(U8 x) => new(x.Value);

    static U8 IConversion<I32, U8>.Convert(I32 x) => new((byte)(x.Value != 0 ? 1 : 0));
    static I32 IConversion<I32, I32>.Convert(I32 x) => x;
    static I64 IConversion<I32, I64>.Convert(I32 x) => new(x.Value);
    static F32 IConversion<I32, F32>.Convert(I32 x) => new(x.Value);
    static F64 IConversion<I32, F64>.Convert(I32 x) => new(x.Value);

    static U8 IConversion<I64, U8>.Convert(I64 x) => new((byte)(x.Value != 0 ? 1 : 0));
    static I32 IConversion<I64, I32>.Convert(I64 x) => new((int)x.Value);
    static I64 IConversion<I64, I64>.Convert(I64 x) => x;
    static F32 IConversion<I64, F32>.Convert(I64 x) => new(x.Value);
    static F64 IConversion<I64, F64>.Convert(I64 x) => new(x.Value);

    static U8 IConversion<F32, U8>.Convert(F32 x) => new((byte)(x.Value != 0 ? 1 : 0));
    static I32 IConversion<F32, I32>.Convert(F32 x) => new((int)x.Value);
    static I64 IConversion<F32, I64>.Convert(F32 x) => new((long)x.Value);
    static F64 IConversion<F32, F64>.Convert(F32 x) => new(x.Value);

    static U8 IConversion<F64, U8>.Convert(F64 x) => new((byte)(x.Value != 0 ? 1 : 0));
    static I32 IConversion<F64, I32>.Convert(F64 x) => new((int)x.Value);
    static I64 IConversion<F64, I64>.Convert(F64 x) => new((long)x.Value);
    static F32 IConversion<F64, F32>.Convert(F64 x) => new((float)x.Value);

    /// <summary>A truth value as C# knows it, for choices that a Select of the number itself cannot make.</summary>
    public static bool IsTrue<TConversion, N>(Mask<N> mask) where TConversion : struct, IConversion<N, U8> where N : struct, INum<N> =>
        TConversion.Convert(N.Select(mask, N.One, N.Zero)).Value != 0;
}
