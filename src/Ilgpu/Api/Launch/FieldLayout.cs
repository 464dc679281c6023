using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>Sizes and field offsets of structs as the runtime lays them out, found once per type.</summary>
internal static unsafe class FieldLayout
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, int> Sizes = new();
    private static readonly ConcurrentDictionary<FieldInfo, int> Offsets = new();

    /// <summary>The instance fields of a struct in declaration order.</summary>
    public static FieldInfo[] FieldsOf(Type type)
    {
        var fields = type.GetFields(Instance);
        Array.Sort(fields, (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
        return fields;
    }

    /// <summary>The size of a value in bytes.</summary>
    public static int SizeOf(Type type) => Sizes.GetOrAdd(type, static t =>
    {
        var method = new DynamicMethod("SizeOf", typeof(int), null, typeof(FieldLayout).Module, true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Sizeof, t);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int>>()();
    });

    /// <summary>The distance of a field from the start of its struct, in bytes.</summary>
    public static int OffsetOf(FieldInfo field) => Offsets.GetOrAdd(field, static f =>
    {
        // The address of the field of a struct that is said to lie at the given address.
        var method = new DynamicMethod("OffsetOf", typeof(nint), [typeof(nint)], typeof(FieldLayout).Module, true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, f);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ret);
        byte* block = stackalloc byte[8];
        return (int)(method.CreateDelegate<Func<nint, nint>>()((nint)block) - (nint)block);
    });

    /// <summary>The distance of a named field, or of an automatic property, from the start of its struct, in bytes.</summary>
    /// <exception cref="ArgumentException">The struct has no such field.</exception>
    public static int OffsetOf(Type type, string name)
    {
        var field = type.GetField(name, Instance) ?? type.GetField($"<{name}>k__BackingField", Instance);
        return field is null ? throw new ArgumentException($"{type.Name} has no field '{name}'.", nameof(name)) : OffsetOf(field);
    }

    /// <summary>The offsets of all pointers in a value of the type, nested structs included.</summary>
    public static IEnumerable<int> PointersOf(Type type)
    {
        if (type.IsPointer)
        {
            yield return 0;
            yield break;
        }

        if (type.IsPrimitive || type.IsEnum || !type.IsValueType)
            yield break;
        foreach (var field in FieldsOf(type))
        {
            foreach (int inner in PointersOf(field.FieldType))
                yield return OffsetOf(field) + inner;
        }
    }

    /// <summary>True for types whose values hold no references, so that they can be copied byte by byte.</summary>
    public static bool IsUnmanaged(Type type) => !(bool)typeof(RuntimeHelpers)
        .GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type).Invoke(null, null)!;
}
