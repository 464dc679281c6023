using System.Reflection.Emit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>The instructions that C# emits for numbers of each type.</summary>
internal static class Opcodes
{
    public static readonly Type[] Integers =
        [typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort)];

    public static readonly Type[] Scalars = [.. Integers, typeof(float), typeof(double)];

    public static bool IsReal(Type type) => type == typeof(float) || type == typeof(double);

    public static bool IsUnsigned(Type type) => type == typeof(uint) || type == typeof(ulong) || type == typeof(byte) || type == typeof(ushort);

    /// <summary>Arithmetic on short integers happens in int32; back to the type, as a C# cast does it.</summary>
    public static void Narrow(this ILGenerator il, Type type)
    {
        if (type == typeof(byte)) il.Emit(OpCodes.Conv_U1);
        else if (type == typeof(sbyte)) il.Emit(OpCodes.Conv_I1);
        else if (type == typeof(short)) il.Emit(OpCodes.Conv_I2);
        else if (type == typeof(ushort)) il.Emit(OpCodes.Conv_U2);
        else if (type == typeof(float)) il.Emit(OpCodes.Conv_R4);
    }

    /// <summary>The conversion that C# emits for a cast.</summary>
    public static void Convert(this ILGenerator il, Type from, Type to)
    {
        if (from == to) return;
        bool unsigned = IsUnsigned(from);
        if (IsReal(to))
        {
            if (from == typeof(uint) || from == typeof(ulong)) il.Emit(OpCodes.Conv_R_Un);
            il.Emit(to == typeof(float) ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
        }
        else if (to == typeof(long)) il.Emit(unsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        else if (to == typeof(ulong)) il.Emit(unsigned || IsReal(from) ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        else if (to == typeof(int)) il.Emit(OpCodes.Conv_I4);
        else if (to == typeof(uint)) il.Emit(OpCodes.Conv_U4);
        else il.Narrow(to);
    }

    public static void Constant(this ILGenerator il, Type type, int number)
    {
        if (type == typeof(float)) il.Emit(OpCodes.Ldc_R4, number * 0.37f);
        else if (type == typeof(double)) il.Emit(OpCodes.Ldc_R8, number * 0.37);
        else if (type == typeof(long) || type == typeof(ulong)) il.Emit(OpCodes.Ldc_I8, Math.Abs((long)number) < 100 ? number : number * 65537L);
        else
        {
            il.Emit(OpCodes.Ldc_I4, number);
            il.Narrow(type);
        }
    }

    /// <summary>A jump on the comparison of two numbers; with .un, reals that do not compare jump too.</summary>
    public static OpCode Jump(Type type, Random random)
    {
        bool un = IsReal(type) ? random.Next(2) == 0 : IsUnsigned(type);
        return random.Next(6) switch
        {
            0 => OpCodes.Beq,
            1 => OpCodes.Bne_Un,
            2 => un ? OpCodes.Blt_Un : OpCodes.Blt,
            3 => un ? OpCodes.Bgt_Un : OpCodes.Bgt,
            4 => un ? OpCodes.Ble_Un : OpCodes.Ble,
            _ => un ? OpCodes.Bge_Un : OpCodes.Bge,
        };
    }

    public static OpCode Comparison(Type type, Random random) => random.Next(3) switch
    {
        0 => OpCodes.Ceq,
        1 => IsUnsigned(type) ? OpCodes.Clt_Un : OpCodes.Clt,
        _ => IsUnsigned(type) ? OpCodes.Cgt_Un : OpCodes.Cgt,
    };
}
