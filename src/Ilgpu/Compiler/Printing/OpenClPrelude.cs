using System.Text;
using ILGPU.Compiler.Translation;

namespace ILGPU.Compiler.Printing;

/// <summary>Types, switches and helper functions of generated OpenCL C.</summary>
internal static class OpenClPrelude
{
    private const string Head = """
        #pragma OPENCL FP_CONTRACT OFF
        typedef char i8; typedef uchar u8; typedef short i16; typedef ushort u16; typedef int i32; typedef uint u32;
        typedef long i64; typedef ulong u64; typedef float f32;

        """;

    public static string For(string body)
    {
        var text = new StringBuilder();
        if (Uses(body, "f64")) text.Append("#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n");
        bool atomicsUsed = body.Contains("il_atomic_", StringComparison.Ordinal);
        if (atomicsUsed)
        {
            text.Append("#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable\n");
            text.Append("#pragma OPENCL EXTENSION cl_khr_int64_extended_atomics : enable\n");
        }
        text.Append(Head);
        if (Uses(body, "f64")) text.Append("typedef double f64;\n");
        var atomics = new StringBuilder();
        if (atomicsUsed) AppendAtomics(atomics, body);
        CommonPrelude.Append(text, body + atomics, "static inline ");
        if (body.Contains("il_half_to_f32(", StringComparison.Ordinal))
            text.Append("static inline f32 il_half_to_f32(u16 h) { return vload_half(0, (const __private half*)&h); }\n");
        if (body.Contains("il_f32_to_half(", StringComparison.Ordinal))
            text.Append("static inline u16 il_f32_to_half(f32 f) { u16 h; vstore_half_rte(f, 0, (__private half*)&h); return h; }\n");
        if (body.Contains("il_f64_to_half(", StringComparison.Ordinal))
            text.Append("static inline u16 il_f64_to_half(f64 f) { u16 h; vstore_half_rte(f, 0, (__private half*)&h); return h; }\n");
        CheckPrelude.Append(atomics, body, Dialect.OpenCl);
        AppendExchanges(text, body);
        return text.Append(atomics).ToString();
    }

    /// <summary>
    /// Exchanges between the items of a warp: each puts its value into the group's memory, all items of the group wait, each takes one.
    /// Items that only come along may ask for a lane that is none.
    /// </summary>
    private static void AppendExchanges(StringBuilder text, string body)
    {
        if (!body.Contains("il_item", StringComparison.Ordinal) && !body.Contains("il_exchange_", StringComparison.Ordinal) && !body.Contains("il_any(", StringComparison.Ordinal)) return;
        text.Append("""
            static inline i32 il_item(void) {
                return (i32)((get_local_id(2) * get_local_size(1) + get_local_id(1)) * get_local_size(0) + get_local_id(0));
            }
            static inline i32 il_items(void) { return (i32)(get_local_size(0) * get_local_size(1) * get_local_size(2)); }

            """);
        foreach (string type in (string[])["i32", "u32", "i64", "u64", "f32", "f64"])
        {
            // No group has so many items: the shifted index is 0, which compilers do not know.
            string bits = type switch { "f32" => "u32", "f64" => "u64", _ => type };
            if (body.Contains($"il_own_{type}(", StringComparison.Ordinal))
                text.Append($"static inline {type} il_own_{type}({type} x) {{ return as_{TypeName(type)}(({bits})(as_{TypeName(bits)}(x) + ({bits})(get_local_id(0) >> 48))); }}\n");
        }
        foreach (string type in (string[])["i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "f32", "f64"])
        {
            if (!body.Contains($"il_exchange_{type}(", StringComparison.Ordinal)) continue;
            text.Append($$"""
                static inline {{type}} il_exchange_{{type}}(__local u8* memory, {{type}} value, i32 lane) {
                    i32 item = il_item(), source = item / {{DeviceWarps.Lanes}} * {{DeviceWarps.Lanes}} + lane;
                    __local {{type}}* values = (__local {{type}}*)memory;
                    values[item] = value;
                    barrier(CLK_LOCAL_MEM_FENCE);
                    {{type}} result = values[source >= 0 && source < il_items() ? source : item];
                    barrier(CLK_LOCAL_MEM_FENCE);
                    return result;
                }

                """);
        }
        if (!body.Contains("il_any(", StringComparison.Ordinal)) return;
        text.Append("""
            static inline i32 il_any(__local u8* memory, i32 value) {
                __local i32* any = (__local i32*)memory;
                if (il_item() == 0) *any = 0;
                barrier(CLK_LOCAL_MEM_FENCE);
                if (value) *any = 1;
                barrier(CLK_LOCAL_MEM_FENCE);
                i32 result = *any;
                barrier(CLK_LOCAL_MEM_FENCE);
                return result;
            }

            """);
    }

    private static string TypeName(string type) => type switch
    {
        "i32" => "int",
        "u32" => "uint",
        "i64" => "long",
        "u64" => "ulong",
        "f32" => "float",
        _ => "double",
    };

    /// <summary>Whether a text holds a word (or a name that ends in it, such as il_max_f64).</summary>
    public static bool Uses(string body, string word)
    {
        for (int at = body.IndexOf(word, StringComparison.Ordinal); at >= 0; at = body.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            bool startsWord = at == 0 || !char.IsAsciiLetterOrDigit(body[at - 1]);
            if (startsWord) return true;
        }
        return false;
    }

    /// <summary>One overload for each address space; reals and what the device has no instruction for go through compare-exchange.</summary>
    private static void AppendAtomics(StringBuilder text, string body)
    {
        string[] direct = ["add", "max", "min", "and", "or", "xor"];
        foreach (string space in (string[])["__global", "__local"])
        {
            void Define(string name, string parameters, string code)
            {
                if (!body.Contains($"il_atomic_{name}(", StringComparison.Ordinal)) return;
                string type = name[(name.LastIndexOf('_') + 1)..];
                text.Append($"static inline {type} __attribute__((overloadable)) il_atomic_{name}(volatile {space} {type}* p, {parameters}) {{ {code} }}\n");
            }
            foreach (var (type, prefix) in new[] { ("i32", "atomic"), ("u32", "atomic"), ("i64", "atom"), ("u64", "atom") })
            {
                foreach (string operation in direct) Define($"{operation}_{type}", $"{type} v", $"return {prefix}_{operation}(p, v);");
                Define($"exchange_{type}", $"{type} v", $"return {prefix}_xchg(p, v);");
                Define($"compareexchange_{type}", $"{type} c, {type} v", $"return {prefix}_cmpxchg(p, c, v);");
            }
            foreach (var (type, bits, prefix, toBits, toReal) in new[]
            {
                ("f32", "u32", "atomic", "as_uint", "as_float"), ("f64", "u64", "atom", "as_ulong", "as_double"),
            })
            {
                string pointer = $"volatile {space} {bits}* q = (volatile {space} {bits}*)p;";
                foreach (string operation in (string[])["add", "max", "min"])
                {
                    string next = operation == "add" ? $"{toReal}(o) + v" : $"il_{operation}_{type}({toReal}(o), v)";
                    Define($"{operation}_{type}", $"{type} v",
                        $"{pointer} {bits} o = *q; for (;;) {{ {bits} s = {prefix}_cmpxchg(q, o, {toBits}({next})); if (s == o) return {toReal}(o); o = s; }}");
                }
                Define($"exchange_{type}", $"{type} v", $"{pointer} return {toReal}({prefix}_xchg(q, {toBits}(v)));");
                Define($"compareexchange_{type}", $"{type} c, {type} v", $"{pointer} return {toReal}({prefix}_cmpxchg(q, {toBits}(c), {toBits}(v)));");
            }
        }
    }
}
