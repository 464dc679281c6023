using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU;

/// <summary>Calls a kernel for the item, with the arguments of the block.</summary>
internal delegate void CpuItemCall(nint arguments, CpuItem item);

/// <summary>Calls a kernel for the indices begin to end (exclusive, x first) of an extent.</summary>
internal delegate void CpuRangeCall(nint arguments, long begin, long end, int width, int height);

/// <summary>Emits the calls of a kernel method: arguments are read from the block once, the method is called directly.</summary>
internal static class CpuCalls
{
    /// <summary>One call for one item; implicitly grouped kernels get the item's index.</summary>
    public static CpuItemCall ForItem(KernelSignature signature)
    {
        var method = Create(signature, typeof(void), [typeof(nint), typeof(CpuItem)]);
        var il = method.GetILGenerator();
        EmitInstance(il, signature);
        if (signature.IndexType is { } index)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Call, typeof(CpuItem).GetProperty(index.Name)!.GetMethod!);
        }

        foreach (var parameter in signature.Parameters)
            EmitArgument(il, parameter);
        il.Emit(OpCodes.Call, signature.Method);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<CpuItemCall>();
    }

    /// <summary>A loop over a range of indices, for implicitly grouped kernels that ask for nothing but their index.</summary>
    public static CpuRangeCall ForRange(KernelSignature signature)
    {
        var method = Create(signature, typeof(void), [typeof(nint), typeof(long), typeof(long), typeof(int), typeof(int)]);
        var il = method.GetILGenerator();
        var arguments = signature.Parameters.Select(parameter => il.DeclareLocal(parameter.Type)).ToArray();
        for (int i = 0; i < arguments.Length; i++)
        {
            EmitArgument(il, signature.Parameters[i]);
            il.Emit(OpCodes.Stloc, arguments[i]);
        }

        // at = begin; x = at % width; y = at / width % height; z = at / width / height
        var at = il.DeclareLocal(typeof(long));
        var places = new[] { il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)) };
        EmitStart(il, at, places);
        var test = il.DefineLabel();
        var body = il.DefineLabel();
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(body);
        EmitInstance(il, signature);
        var index = signature.IndexType!;
        int dimensions = index == typeof(Index1D) ? 1 : index == typeof(Index2D) ? 2 : 3;
        foreach (var place in places.Take(dimensions))
            il.Emit(OpCodes.Ldloc, place);
        il.Emit(OpCodes.Newobj, index.GetConstructor([.. Enumerable.Repeat(typeof(int), dimensions)])!);
        foreach (var argument in arguments)
            il.Emit(OpCodes.Ldloc, argument);
        il.Emit(OpCodes.Call, signature.Method);
        EmitStep(il, places);
        EmitAdd(il, at, OpCodes.Conv_I8);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, at);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Blt, body);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<CpuRangeCall>();
    }

    private static DynamicMethod Create(KernelSignature signature, Type result, Type[] parameters) =>
        new(signature.Method.Name, result, parameters, typeof(CpuCalls).Module, skipVisibility: true);

    // The instance of a lambda without captures is never looked at.
    private static void EmitInstance(ILGenerator il, KernelSignature signature)
    {
        if (!signature.Method.IsStatic)
            il.Emit(OpCodes.Ldnull);
    }

    /// <summary>Loads an argument from the block, whose address is the method's first argument.</summary>
    public static void EmitArgument(ILGenerator il, KernelParameter parameter)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, parameter.Offset);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Ldobj, parameter.Type);
    }

    private static void EmitStart(ILGenerator il, LocalBuilder at, LocalBuilder[] places)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stloc, at);
        for (int i = 0; i < 3; i++)
        {
            il.Emit(OpCodes.Ldarg_1);
            for (int before = 0; before < i; before++)
                EmitWithSize(il, before, OpCodes.Div);
            if (i < 2)
                EmitWithSize(il, i, OpCodes.Rem);
            il.Emit(OpCodes.Conv_I4);
            il.Emit(OpCodes.Stloc, places[i]);
        }
    }

    private static void EmitWithSize(ILGenerator il, int dimension, OpCode operation)
    {
        il.Emit(OpCodes.Ldarg, (short)(3 + dimension));
        il.Emit(OpCodes.Conv_I8);
        il.Emit(operation);
    }

    // x++; where x reaches the width: x = 0, y++ and so on.
    private static void EmitStep(ILGenerator il, LocalBuilder[] places)
    {
        var done = il.DefineLabel();
        for (int i = 0; i < 3; i++)
        {
            EmitAdd(il, places[i], OpCodes.Nop);
            if (i == 2)
                break;
            il.Emit(OpCodes.Ldloc, places[i]);
            il.Emit(OpCodes.Ldarg, (short)(3 + i));
            il.Emit(OpCodes.Blt, done);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Stloc, places[i]);
        }

        il.MarkLabel(done);
    }

    private static void EmitAdd(ILGenerator il, LocalBuilder place, OpCode widen)
    {
        il.Emit(OpCodes.Ldloc, place);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(widen);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, place);
    }
}
