using System.Reflection;
using System.Reflection.Emit;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>
/// An assembly of random, well-typed functions long F(int) and one kernel that runs all of them:
/// y[i] = F[i / items](x[i % items]).
/// </summary>
internal sealed class RandomProgram
{
    private readonly TypeBuilder _type;
    private readonly List<MethodInfo> _functions = [];

    private RandomProgram(TypeBuilder type) => _type = type;

    public static MethodInfo Kernel(int seed, int functions, int items)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName($"Random{seed}"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Random").DefineType("RandomKernels", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var program = new RandomProgram(type);
        for (int k = 0; k < functions; k++) program.AddFunction(k, new Random(seed * 1000 + k));
        program.AddKernel(items);
        type.CreateType();
        using var stream = new MemoryStream();
        assembly.Save(stream);
        return Assembly.Load(stream.ToArray()).GetType("RandomKernels")!.GetMethod("Kernel")!;
    }

    private void AddFunction(int index, Random random)
    {
        var method = _type.DefineMethod($"F{index}", MethodAttributes.Public | MethodAttributes.Static, typeof(long), [typeof(int)]);
        new RandomFunction(method.GetILGenerator(), random).Emit();
        _functions.Add(method);
    }

    private void AddKernel(int items)
    {
        Type[] parameters = [typeof(Index1D), typeof(ArrayView<int>), typeof(ArrayView<long>)];
        var il = _type.DefineMethod("Kernel", MethodAttributes.Public | MethodAttributes.Static, typeof(void), parameters).GetILGenerator();
        var number = typeof(Index1D).GetProperty("X")!.GetMethod!;
        var index = il.DeclareLocal(typeof(int));
        var x = il.DeclareLocal(typeof(int));
        var result = il.DeclareLocal(typeof(long));
        il.Emit(OpCodes.Ldarga, 0);
        il.Emit(OpCodes.Call, number);
        il.Emit(OpCodes.Stloc, index);
        // x = view[index % items]
        il.Emit(OpCodes.Ldarga, 1);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, items);
        il.Emit(OpCodes.Rem);
        il.Emit(OpCodes.Call, Element(typeof(ArrayView<int>)));
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Stloc, x);

        var cases = _functions.Select(_ => il.DefineLabel()).ToArray();
        var end = il.DefineLabel();
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, items);
        il.Emit(OpCodes.Div);
        il.Emit(OpCodes.Switch, cases);
        il.Emit(OpCodes.Br, end);
        for (int k = 0; k < cases.Length; k++)
        {
            il.MarkLabel(cases[k]);
            il.Emit(OpCodes.Ldloc, x);
            il.Emit(OpCodes.Call, _functions[k]);
            il.Emit(OpCodes.Stloc, result);
            il.Emit(OpCodes.Br, end);
        }
        il.MarkLabel(end);
        il.Emit(OpCodes.Ldarga, 2);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Call, Element(typeof(ArrayView<long>)));
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Stind_I8);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>The int indexer of a view.</summary>
    public static MethodInfo Element(Type view) => view.GetProperty("Item", [typeof(int)])!.GetMethod!;
}

/// <summary>What random functions call: loops, branches, structs and references of ordinary C#.</summary>
public static class RandomHelpers
{
    public static int Mix(int a, uint b)
    {
        if (a > 5) return a * 3 - (int)b;
        for (int k = 0; k < 3; k++) a = a * 5 + k;
        return a;
    }

    public static long Fold(long a) => a < 0 ? -a >> 3 : a * 7;

    public static void Change(ref int a, long b)
    {
        a ^= (int)(b >> 5);
        if (b > 100) a++;
    }

    public static RandomPair Pair(int a, double b) => new() { Number = a, Real = b };

    public static double Blend(RandomPair pair, float c) => pair.Number > 0 ? pair.Real + c : pair.Real * pair.Number;
}

public struct RandomPair
{
    public int Number;
    public double Real;
}
