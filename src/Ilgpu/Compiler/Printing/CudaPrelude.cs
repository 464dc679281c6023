using System.Text;

namespace ILGPU.Compiler.Printing;

/// <summary>Types and helper functions of generated CUDA C. No CUDA header is needed.</summary>
internal static class CudaPrelude
{
    private const string Qualifiers = "static __device__ __forceinline__ ";

    private const string Head = """
        typedef signed char i8; typedef unsigned char u8; typedef short i16; typedef unsigned short u16; typedef int i32; typedef unsigned int u32;
        typedef long long i64; typedef unsigned long long u64; typedef float f32; typedef double f64;

        """;

    public static string For(string body)
    {
        var text = new StringBuilder(Head);
        var atomics = new StringBuilder();
        AppendAtomics(atomics, body);
        CommonPrelude.Append(text, body + atomics, Qualifiers);
        if (body.Contains("il_half_to_f32(", StringComparison.Ordinal))
            text.Append(Qualifiers).Append("f32 il_half_to_f32(u16 h) { f32 f; asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(f) : \"h\"(h)); return f; }\n");
        if (body.Contains("il_f32_to_half(", StringComparison.Ordinal))
            text.Append(Qualifiers).Append("u16 il_f32_to_half(f32 f) { u16 h; asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(h) : \"f\"(f)); return h; }\n");
        if (body.Contains("il_f64_to_half(", StringComparison.Ordinal))
            text.Append(Qualifiers).Append("u16 il_f64_to_half(f64 f) { u16 h; asm(\"cvt.rn.f16.f64 %0, %1;\" : \"=h\"(h) : \"d\"(f)); return h; }\n");
        CheckPrelude.Append(atomics, body, Dialect.Cuda);
        if (body.Contains("il_item", StringComparison.Ordinal))
        {
            text.Append(Qualifiers).Append("i32 il_item() { return (i32)((threadIdx.z * blockDim.y + threadIdx.y) * blockDim.x + threadIdx.x); }\n");
            text.Append(Qualifiers).Append("i32 il_items() { return (i32)(blockDim.x * blockDim.y * blockDim.z); }\n");
        }
        return text.Append(atomics).ToString();
    }

    private static void AppendAtomics(StringBuilder text, string body)
    {
        void Define(string name, string parameters, string code)
        {
            if (!body.Contains($"il_atomic_{name}(", StringComparison.Ordinal)) return;
            string type = name[(name.LastIndexOf('_') + 1)..];
            text.Append($"{Qualifiers}{type} il_atomic_{name}({type}* p, {parameters}) {{ {code} }}\n");
        }
        foreach (var (type, bits) in new[] { ("i32", "i32"), ("u32", "u32"), ("i64", "u64"), ("u64", "u64") })
        {
            Define($"add_{type}", $"{type} v", $"return ({type})atomicAdd(({bits}*)p, ({bits})v);");
            foreach (var (operation, function) in new[] { ("max", "atomicMax"), ("min", "atomicMin"), ("and", "atomicAnd"), ("or", "atomicOr"), ("xor", "atomicXor") })
                Define($"{operation}_{type}", $"{type} v", $"return {function}(p, v);");
            Define($"exchange_{type}", $"{type} v", $"return ({type})atomicExch(({bits}*)p, ({bits})v);");
            Define($"compareexchange_{type}", $"{type} c, {type} v", $"return ({type})atomicCAS(({bits}*)p, ({bits})c, ({bits})v);");
        }
        foreach (var (type, bits, toBits, toReal) in new[]
        {
            ("f32", "u32", "__float_as_uint", "__uint_as_float"), ("f64", "u64", "(u64)__double_as_longlong", "__longlong_as_double"),
        })
        {
            foreach (string operation in (string[])["add", "max", "min"])
            {
                string next = operation == "add" ? $"{toReal}(o) + v" : $"il_{operation}_{type}({toReal}(o), v)";
                Define($"{operation}_{type}", $"{type} v",
                    $"{bits}* q = ({bits}*)p; {bits} o = *q; for (;;) {{ {bits} s = atomicCAS(q, o, {toBits}({next})); if (s == o) return {toReal}(o); o = s; }}");
            }
            Define($"exchange_{type}", $"{type} v", $"return {toReal}(atomicExch(({bits}*)p, {toBits}(v)));");
            Define($"compareexchange_{type}", $"{type} c, {type} v", $"return {toReal}(atomicCAS(({bits}*)p, {toBits}(c), {toBits}(v)));");
        }
    }
}
