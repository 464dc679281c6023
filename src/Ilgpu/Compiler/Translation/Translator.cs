using System.Globalization;
using System.Reflection;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Translation;

/// <summary>Translates a kernel and everything it calls. Each method is translated once per closed generic form and address spaces of its arguments.</summary>
internal sealed class Translator(AcceleratorType target, KernelChecks? checks = null, ContextProperties? properties = null)
{
    private readonly Dictionary<(nint Method, string Arguments), Function> _functions = [];
    private readonly HashSet<nint> _inProgress = [];
    private readonly Stack<string> _callChain = new();
    private int _names;

    /// <summary>The kind of accelerator the code is for; kernels can ask for it.</summary>
    public AcceleratorType Target => target;

    /// <summary>What checked mode adds; null outside of it.</summary>
    public KernelChecks? Checks => checks;

    /// <summary>The settings of the context.</summary>
    public ContextProperties Properties { get; } = properties ?? new ContextProperties();

    /// <summary>Translated functions, callees before callers.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>The method being translated and its callers, innermost first.</summary>
    public string CallChain => string.Join(" <- ", _callChain);

    /// <summary>Bytes of group memory whose size the launch decides, as a variable; null if the kernel does not use it.</summary>
    public Variable? DynamicGroupMemory { get; set; }

    /// <summary>The number of those bytes.</summary>
    public Variable? DynamicGroupBytes { get; set; }

    /// <summary>Tables of constants, by the static field that holds them.</summary>
    public Dictionary<FieldInfo, (Variable Variable, Array Values)> Tables { get; } = [];

    /// <summary>The table of a static array.</summary>
    public Variable TableOf(FieldInfo field, Array values, Scalar type)
    {
        if (Tables.TryGetValue(field, out var known)) return known.Variable;
        var table = new Variable(new PointerType(type, new SpaceVariable(AddressSpace.Constant)), $"table{Tables.Count}_{TypeNames.Identifier(field.Name)}");
        Tables.Add(field, (table, values));
        return table;
    }

    /// <summary>
    /// Group memory whose size the launch decides from the group's: warps exchange values through it, and groups reduce and scan. Null if the
    /// kernel needs none.
    /// </summary>
    public Variable? Scratch { get; set; }

    /// <summary>Bytes of it for each item of the group.</summary>
    public int ScratchPerItem { get; set; }

    /// <param name="method">The method.</param>
    /// <param name="argumentTypes">Types of its arguments, <c>this</c> included.</param>
    /// <param name="compiledValues">For each argument its value, where it is compiled in; null if none is.</param>
    public Function Specialize(MethodBase method, IrType[] argumentTypes, Expr?[]? compiledValues = null)
    {
        nint handle = method.MethodHandle.Value;
        string values = compiledValues == null ? "" : string.Concat(compiledValues.Select(value => ValueKey(value) + ";"));
        values += checks?.KeyOf(method);
        string key = KeyOf(argumentTypes) + values;
        if (_functions.TryGetValue((handle, key), out var known))
        {
            for (int i = 0; i < argumentTypes.Length; i++) IrType.Unify(argumentTypes[i], known.Parameters[i].Type);
            return known;
        }
        bool jitIntrinsic = _inProgress.Contains(handle) && method.DeclaringType?.Assembly == typeof(object).Assembly;
        if (!jitIntrinsic && !_inProgress.Add(handle))
            throw new TranslationException($"'{TypeNames.Of(method)}' calls itself, directly or through others", "write the recursion as a loop");
        if (jitIntrinsic || method.GetMethodBody() == null)
            throw new TranslationException(
                $"'{TypeNames.Of(method)}' has no C# body (it is abstract, external or known to the JIT compiler only) and no known equivalent on the device",
                "use MathF, Math, XMath, IntrinsicMath, Interop, or code of your own");

        _callChain.Push(TypeNames.Of(method));
        string name = TypeNames.Identifier(method.IsConstructor ? "new_" + method.DeclaringType!.Name.Split('`')[0] : method.Name);
        var function = new Function(method, $"{name}_{_names++}", MakeParameters(method, argumentTypes));
        for (int i = 0; i < argumentTypes.Length; i++) function.Parameters[i].CompiledValue = compiledValues?[i];
        new MethodTranslator(this, function).Run();
        _callChain.Pop();
        _inProgress.Remove(handle);

        _functions[(handle, key)] = function;
        // The body may have decided address spaces that were open at the call.
        _functions.TryAdd((handle, KeyOf(argumentTypes) + values), function);
        Functions.Add(function);
        return function;
    }

    private static string KeyOf(IrType[] types) => string.Concat(types.Select(type => type.Key + ","));

    private static string ValueKey(Expr? value) => value switch
    {
        null => "",
        Constant c when c.Type is Scalar { IsReal: true } => BitConverter.DoubleToInt64Bits(c.Real).ToString(CultureInfo.InvariantCulture),
        Constant c => c.Integer.ToString(CultureInfo.InvariantCulture),
        _ => string.Join(" ", value.Children.Select(ValueKey)),
    };

    private static List<Variable> MakeParameters(MethodBase method, IrType[] types)
    {
        var declared = method.GetParameters();
        int self = types.Length - declared.Length;
        var used = new HashSet<string>();
        var result = new List<Variable>();
        for (int i = 0; i < types.Length; i++)
        {
            // Generated methods may have parameters without names.
            string name = i < self ? "self" : TypeNames.Identifier(declared[i - self].Name is { Length: > 0 } given ? given : "p");
            if (!used.Add(name)) used.Add(name += i);
            result.Add(new Variable(types[i], name + "_") { IsParameter = true });
        }
        return result;
    }

    /// <summary>The method of a struct that implements an interface method (static abstract ones included) or overrides a method of object.</summary>
    public static MethodBase Implementation(Type type, MethodInfo called)
    {
        var definition = called.IsGenericMethod ? called.GetGenericMethodDefinition() : called;
        MethodInfo? target = null;
        if (called.DeclaringType!.IsInterface)
        {
            var map = type.GetInterfaceMap(called.DeclaringType);
            for (int i = 0; i < map.InterfaceMethods.Length; i++)
                if (map.InterfaceMethods[i].MethodHandle == definition.MethodHandle) target = map.TargetMethods[i];
        }
        else
        {
            const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            target = type.GetMethods(declared).FirstOrDefault(m => m.GetBaseDefinition().MethodHandle == called.MethodHandle);
        }
        if (target == null)
            throw new TranslationException(
                $"'{TypeNames.Of(called)}' is not implemented by struct '{TypeNames.Of(type)}' itself, so calling it needs boxing",
                "implement the member in the struct");
        if (target.DeclaringType is { IsInterface: true } && !target.IsStatic)
            throw new TranslationException(
                $"'{TypeNames.Of(called)}' is a default interface method of '{TypeNames.Of(type)}'", "implement the member in the struct");
        return called.IsGenericMethod ? target.MakeGenericMethod(called.GetGenericArguments()) : target;
    }
}
