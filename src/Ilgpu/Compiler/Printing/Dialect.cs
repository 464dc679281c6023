using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Printing;

/// <summary>What differs between OpenCL C and CUDA C.</summary>
internal abstract class Dialect
{
    public static readonly Dialect OpenCl = new OpenClDialect();
    public static readonly Dialect Cuda = new CudaDialect();

    /// <summary>"__global " and the like before a pointer's element type.</summary>
    public abstract string Space(AddressSpace space);

    /// <summary>Qualifiers of a function.</summary>
    public abstract string FunctionQualifiers { get; }

    public abstract string KernelQualifiers { get; }

    /// <summary>Qualifiers of an array in group memory.</summary>
    public abstract string GroupArray(string elementType, string name, int length);

    /// <summary>Alignment of an array in private memory, after its declaration.</summary>
    public abstract string Alignment { get; }

    /// <summary>Suffix of a signed 64-bit literal.</summary>
    public abstract string LongSuffix { get; }

    public abstract string UnsignedLongSuffix { get; }

    /// <summary>The first dimension's global index, and so on.</summary>
    public abstract string GlobalIndex(int dimension);

    /// <summary>The index of the group in the grid.</summary>
    public abstract string GroupIndex(int dimension);

    /// <summary>The index of the item in its group.</summary>
    public abstract string ItemIndex(int dimension);

    /// <summary>Compare-and-exchange of an int32, which gives the old value.</summary>
    public abstract string CompareExchange(string pointer, string compare, string value);

    /// <summary>Qualifiers of a table of constants outside of functions.</summary>
    public abstract string TableQualifiers { get; }

    public abstract string StructValue(string type, string fields);

    public abstract string EmptyStructValue(string type);

    public abstract string RealFromBits(bool wide, string bits);

    public abstract string Template(IntrinsicText text);

    /// <summary>Definitions before everything else, as far as the body needs them.</summary>
    public abstract string Prelude(string body);
}

internal sealed class OpenClDialect : Dialect
{
    public override string FunctionQualifiers => "static inline ";

    public override string KernelQualifiers => "__kernel void ";

    public override string Alignment => " __attribute__((aligned(16)))";

    public override string TableQualifiers => "__constant ";

    public override string LongSuffix => "L";

    public override string UnsignedLongSuffix => "UL";

    public override string Space(AddressSpace space) => space switch
    {
        AddressSpace.Global => "__global ",
        AddressSpace.Local => "__local ",
        AddressSpace.Constant => "__constant ",
        _ => "__private ",
    };

    public override string GroupArray(string elementType, string name, int length) => $"__local {elementType} {name}[{length}] __attribute__((aligned(16)));";

    public override string GlobalIndex(int dimension) => $"(i32)get_global_id({dimension})";

    public override string GroupIndex(int dimension) => $"(i32)get_group_id({dimension})";

    public override string ItemIndex(int dimension) => $"(i32)get_local_id({dimension})";

    public override string CompareExchange(string pointer, string compare, string value) => $"atomic_cmpxchg({pointer}, {compare}, {value})";

    public override string StructValue(string type, string fields) => $"(({type}){{{fields}}})";

    public override string EmptyStructValue(string type) => $"(({type}){{0}})";

    public override string RealFromBits(bool wide, string bits) => wide ? $"as_double({bits}UL)" : $"as_float({bits}u)";

    public override string Template(IntrinsicText text) => text.OpenCl;

    public override string Prelude(string body) => OpenClPrelude.For(body);
}

internal sealed class CudaDialect : Dialect
{
    public override string FunctionQualifiers => "static __device__ __forceinline__ ";

    public override string KernelQualifiers => "extern \"C\" __global__ void ";

    public override string Alignment => "";

    public override string TableQualifiers => "static __device__ const ";

    // long has 32 bits in CUDA on Windows.
    public override string LongSuffix => "LL";

    public override string UnsignedLongSuffix => "ULL";

    public override string Space(AddressSpace space) => "";

    public override string GroupArray(string elementType, string name, int length) => $"__shared__ __align__(16) {elementType} {name}[{length}];";

    public override string GlobalIndex(int dimension)
    {
        char axis = "xyz"[dimension];
        return $"(i32)(blockIdx.{axis} * blockDim.{axis} + threadIdx.{axis})";
    }

    public override string GroupIndex(int dimension) => $"(i32)blockIdx.{"xyz"[dimension]}";

    public override string ItemIndex(int dimension) => $"(i32)threadIdx.{"xyz"[dimension]}";

    public override string CompareExchange(string pointer, string compare, string value) => $"atomicCAS({pointer}, {compare}, {value})";

    public override string StructValue(string type, string fields) => $"{type}{{{fields}}}";

    public override string EmptyStructValue(string type) => $"{type}{{}}";

    public override string RealFromBits(bool wide, string bits) =>
        wide ? $"__longlong_as_double((i64){bits}ULL)" : $"__uint_as_float({bits}u)";

    public override string Template(IntrinsicText text) => text.Cuda;

    public override string Prelude(string body) => CudaPrelude.For(body);
}
