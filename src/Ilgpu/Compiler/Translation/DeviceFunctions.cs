using System.Collections.Concurrent;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>Device functions that the translator itself calls. Names starting with il_ are defined in the preludes.</summary>
internal static class DeviceFunctions
{
    public static readonly IntrinsicText RemainderF32 = new("fmod({0}, {1})", "fmodf({0}, {1})", Pure: true);
    public static readonly IntrinsicText RemainderF64 = new("fmod({0}, {1})", "fmod({0}, {1})", Pure: true);
    public static readonly IntrinsicText BitsOfF32 = new("as_uint({0})", "__float_as_uint({0})", Pure: true);
    public static readonly IntrinsicText BitsOfF64 = new("as_ulong({0})", "(u64)__double_as_longlong({0})", Pure: true);
    public static readonly IntrinsicText F32OfBits = new("as_float({0})", "__uint_as_float({0})", Pure: true);
    public static readonly IntrinsicText F64OfBits = new("as_double({0})", "__longlong_as_double((i64)({0}))", Pure: true);

    public static readonly IntrinsicText Barrier =
        new("barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)", "__syncthreads()", Pure: false);

    /// <summary>Waits for all lanes of the warp; on OpenCL devices for the group.</summary>
    public static readonly IntrinsicText WarpBarrier = new(Barrier.OpenCl, "__syncwarp()", Pure: false);

    /// <summary>The number of items of the group.</summary>
    public static readonly IntrinsicText GroupSize = new("il_items()", "il_items()", Pure: true);

    /// <summary>Whether a value is true for an item of the group, through the group's memory for warps.</summary>
    public static readonly IntrinsicText AnyInGroup = new("il_any({0}, {1})", "", Pure: false);

    private static readonly ConcurrentDictionary<string, IntrinsicText> Named = new();

    /// <summary>A number of another lane: value, lane, and on OpenCL devices the group's memory for warps. All lanes of the warp take part.</summary>
    public static IntrinsicText Exchange(Scalar type) => Named.GetOrAdd(
        $"il_exchange_{type.Name}", name => new IntrinsicText($"{name}({{2}}, {{0}}, {{1}})", "__shfl_sync(0xffffffffu, {0}, {1})", Pure: false));

    /// <summary>The value itself, computed so that it seems to depend on the item.</summary>
    public static IntrinsicText Own(Scalar type) => Named.GetOrAdd($"il_own_{type.Name}", name => new IntrinsicText($"{name}({{0}})", "", Pure: true));

    /// <summary>Whether all items of a group must come to an OpenCL device's function so that a warp does.</summary>
    public static bool MeetsGroup(IntrinsicText text) =>
        text == WarpBarrier || text.OpenCl.StartsWith("il_exchange_", StringComparison.Ordinal);

    /// <summary>il_atomic_add_i32(pointer, value) and so on.</summary>
    public static IntrinsicText Atomic(string name, Scalar type, int arguments) =>
        Named.GetOrAdd($"il_{name}_{type.Name}", key =>
        {
            string call = Call(key, arguments);
            return new IntrinsicText(call, call, Pure: false);
        });

    /// <summary>A pure function of one name in both dialects.</summary>
    public static IntrinsicText Pure(string name, int arguments) =>
        Named.GetOrAdd(name, key => new IntrinsicText(Call(key, arguments), Call(key, arguments), Pure: true));

    private static string Call(string name, int arguments) =>
        $"{name}({string.Join(", ", Enumerable.Range(0, arguments).Select(i => $"{{{i}}}"))})";
}
