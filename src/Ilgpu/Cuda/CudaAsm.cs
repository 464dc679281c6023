namespace ILGPU.Runtime.Cuda;

/// <summary>PTX instructions inside kernels, for CUDA devices. Other devices refuse a kernel that reaches them: ask <see cref="IsSupported"/> first.</summary>
/// <remarks>
/// The text is PTX with %0, %1 ... for the operands, in the order of the arguments; other percent signs are doubled (%%laneid). Operands
/// are numbers; a bool can only be read, as a predicate.
/// </remarks>
public static partial class CudaAsm
{
    /// <summary>In kernels: whether the device takes PTX.</summary>
    public static bool IsSupported => Accelerator.CurrentType == AcceleratorType.Cuda;

    /// <summary>PTX without operands.</summary>
    [Special("cuda_asm")]
    public static void Emit(string asm) => throw Unsupported();

    /// <summary>PTX that reads 1 operand.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0>(string asm, T0 arg0)
        where T0 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0>(string asm, out T0 arg0)
        where T0 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 2 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1>(string asm, T0 arg0, T1 arg1)
        where T0 : struct where T1 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 1 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1>(string asm, out T0 arg0, T1 arg1)
        where T0 : struct where T1 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 3 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2>(string asm, T0 arg0, T1 arg1, T2 arg2)
        where T0 : struct where T1 : struct where T2 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 2 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2>(string asm, out T0 arg0, T1 arg1, T2 arg2)
        where T0 : struct where T1 : struct where T2 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 4 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 3 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 5 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 4 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 6 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 5 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 7 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 6 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 8 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 7 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 9 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7, T8>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 8 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7, T8>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => throw Unsupported();

    /// <summary>PTX that reads 10 operands.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>(string asm, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => throw Unsupported();

    /// <summary>PTX that writes operand %0 and reads 9 more.</summary>
    [Special("cuda_asm")]
    public static void Emit<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>(string asm, out T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where T0 : struct where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => throw Unsupported();

    private static NotSupportedException Unsupported() =>
        new("PTX runs on CUDA devices only; ask CudaAsm.IsSupported before, and give other devices C#.");
}

/// <summary>An operand of <see cref="CudaAsm"/>: <see cref="Input{T}"/>, <see cref="Output{T}"/> or <see cref="Ref{T}"/>.</summary>
public interface ICudaAsmEmitParameter
{
}

/// <summary>An operand that PTX reads.</summary>
/// <typeparam name="T">The number.</typeparam>
public struct Input<T> : ICudaAsmEmitParameter
    where T : struct
{
    /// <summary>The number.</summary>
    public T Value;

    /// <summary>An operand with a value.</summary>
    public static implicit operator Input<T>(T v) => new() { Value = v };
}

/// <summary>An operand that PTX writes.</summary>
/// <typeparam name="T">The number.</typeparam>
public struct Output<T> : ICudaAsmEmitParameter
    where T : struct
{
    /// <summary>The number.</summary>
    public T Value;
}

/// <summary>An operand that PTX reads and writes.</summary>
/// <typeparam name="T">The number.</typeparam>
public struct Ref<T> : ICudaAsmEmitParameter
    where T : struct
{
    /// <summary>The number.</summary>
    public T Value;

    /// <summary>An operand with a value.</summary>
    public static implicit operator Ref<T>(T v) => new() { Value = v };
}
