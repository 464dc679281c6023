using System.Reflection;
using System.Reflection.Emit;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>
/// An assembly of random, well-typed functions and one kernel that runs those that hash what they compute:
/// y[i] = F[i / items](x[i % items], numbers, records), combined with what F left in numbers and records, memory of the work item.
/// </summary>
internal sealed class RandomProgram
{
    private const string TypeName = "RandomKernels";
    private const int HelperCount = 5;
    private const int HelperStatements = 2;
    private const int Statements = 4;
    private static readonly Type[] HashedParameters = [typeof(int), typeof(ArrayView<int>), typeof(ArrayView<RandomNested>)];
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<MethodInfo, Type[]> Signatures = [];

    private readonly TypeBuilder _type;
    private readonly List<MethodInfo> _functions = [];
    private readonly List<MethodInfo> _helpers = [];

    private RandomProgram(TypeBuilder type) => _type = type;

    public delegate long Function(int x, ArrayView<int> numbers, ArrayView<RandomNested> records);

    /// <summary>The kernel and, for the host, its functions.</summary>
    public static (MethodInfo Kernel, Function[] Functions) Create(int seed, int functions, int items)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName($"Random{seed}"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Random").DefineType(TypeName, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var program = new RandomProgram(type);
        var random = new Random(seed);
        for (int k = 0; k < HelperCount; k++) program.AddHelper(k, random);
        for (int k = 0; k < functions; k++) program.AddFunction(k, new Random((seed * 1000) + k));
        program.AddKernel(items);
        type.CreateType();
        using var stream = new MemoryStream();
        assembly.Save(stream);
        var built = Assembly.Load(stream.ToArray()).GetType(TypeName)!;
        return (built.GetMethod("Kernel")!, [.. Enumerable.Range(0, functions).Select(k => built.GetMethod($"F{k}")!.CreateDelegate<Function>())]);
    }

    /// <summary>The int indexer of a view.</summary>
    public static MethodInfo Element(Type view) => view.GetProperty("Item", [typeof(int)])!.GetMethod!;

    /// <summary>The parameters of a method that is still being built.</summary>
    public static Type[] ParametersOf(MethodInfo helper) => Signatures.TryGetValue(helper, out var types) ? types : throw new ArgumentException("No helper.", nameof(helper));

    private void AddHelper(int index, Random random)
    {
        Type[] parameters = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => RandomFunction.ParameterType(random))];
        // Without a number there would be nothing to compute with.
        parameters = [typeof(int), .. parameters];
        var result = RandomFunction.ResultType(random);
        var method = _type.DefineMethod($"G{index}", MethodAttributes.Public | MethodAttributes.Static, result, parameters);
        new RandomFunction(method.GetILGenerator(), random, parameters, HelperStatements, [.. _helpers.TakeLast(1)]).EmitReturning(result);
        Signatures.Add(method, parameters);
        _helpers.Add(method);
    }

    private void AddFunction(int index, Random random)
    {
        var method = _type.DefineMethod($"F{index}", MethodAttributes.Public | MethodAttributes.Static, typeof(long), HashedParameters);
        new RandomFunction(method.GetILGenerator(), random, HashedParameters, Statements, _helpers).EmitHashed();
        _functions.Add(method);
    }

    private void AddKernel(int items)
    {
        Type[] parameters = [typeof(Index1D), typeof(ArrayView<int>), typeof(ArrayView<long>)];
        var il = _type.DefineMethod("Kernel", MethodAttributes.Public | MethodAttributes.Static, typeof(void), parameters).GetILGenerator();
        var index = il.DeclareLocal(typeof(int));
        var x = il.DeclareLocal(typeof(int));
        var result = il.DeclareLocal(typeof(long));
        var numbers = Memory(il, typeof(int));
        var records = Memory(il, typeof(RandomNested));
        il.Emit(OpCodes.Ldarga, 0);
        il.Emit(OpCodes.Call, typeof(Index1D).GetProperty("X")!.GetMethod!);
        il.Emit(OpCodes.Stloc, index);
        // x = view[index % items]
        il.Emit(OpCodes.Ldarga, 1);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, items);
        il.Emit(OpCodes.Rem);
        il.Emit(OpCodes.Call, Element(typeof(ArrayView<int>)));
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Stloc, x);

        il.Emit(OpCodes.Ldloc, x);
        il.Emit(OpCodes.Ldloc, numbers);
        il.Emit(OpCodes.Ldloc, records);
        il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Fill))!);
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
            il.Emit(OpCodes.Ldloc, numbers);
            il.Emit(OpCodes.Ldloc, records);
            il.Emit(OpCodes.Call, _functions[k]);
            il.Emit(OpCodes.Stloc, result);
            il.Emit(OpCodes.Br, end);
        }
        il.MarkLabel(end);
        il.Emit(OpCodes.Ldarga, 2);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Call, Element(typeof(ArrayView<long>)));
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ldloc, numbers);
        il.Emit(OpCodes.Ldloc, records);
        il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Combine), [typeof(long), numbers.LocalType, records.LocalType])!);
        il.Emit(OpCodes.Stind_I8);
        il.Emit(OpCodes.Ret);
    }

    private static LocalBuilder Memory(ILGenerator il, Type element)
    {
        var memory = il.DeclareLocal(typeof(ArrayView<>).MakeGenericType(element));
        il.Emit(OpCodes.Ldc_I4, RandomFunction.MemorySize);
        il.Emit(OpCodes.Call, typeof(LocalMemory).GetMethods().Single(m => m.Name == "Allocate").MakeGenericMethod(element));
        il.Emit(OpCodes.Stloc, memory);
        return memory;
    }
}
