using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Compiler.Il;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>The kernel uses something that cannot be cut into resumable pieces; it runs on threads instead.</summary>
internal sealed class NotResumableException(string reason) : Exception(reason);

/// <summary>
/// Puts a kernel and everything in it that waits into one list of instructions, down to the two barriers. Calls that do not wait
/// stay calls.
/// </summary>
internal sealed class Flattener
{
    private static readonly MethodInfo GroupBarrier = typeof(CpuItem).GetMethod(nameof(CpuItem.GroupBarrier))!;
    private static readonly MethodInfo WarpBarrier = typeof(CpuItem).GetMethod(nameof(CpuItem.WarpBarrier))!;
    private static readonly Dictionary<string, OpCode> LongForms = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Name!);

    private readonly HashSet<MethodBase> inside = [];

    private Flattener()
    {
    }

    /// <summary>The instructions; the last one is the kernel's end.</summary>
    public List<Op> Code { get; } = [];

    /// <summary>The types of all locals: the kernel's parameters first.</summary>
    public List<Type> Locals { get; } = [];

    /// <summary>Parameters that the kernel may change.</summary>
    public HashSet<int> Assigned { get; } = [];

    /// <summary>Flattens a kernel.</summary>
    /// <exception cref="NotResumableException">The kernel has a construct that is not supported here.</exception>
    public static Flattener Flatten(MethodInfo kernel)
    {
        var flattener = new Flattener();
        var end = new Op(OpCodes.Nop);
        flattener.Put(kernel, end);
        flattener.Code.Add(end);
        return flattener;
    }

    // The method's parameters become locals, which the code before has filled; returns the local that gets the result, or -1.
    private int Put(MethodBase method, Op end)
    {
        if (!inside.Add(method))
            throw new NotResumableException("recursion");
        var il = new MethodIl(method);
        if (il.Body.ExceptionHandlingClauses.Count > 0)
            throw new NotResumableException("exception handling");
        int firstParameter = Locals.Count;
        if (!method.IsStatic)
            Locals.Add(method.DeclaringType!.IsValueType ? method.DeclaringType.MakeByRefType() : method.DeclaringType);
        Locals.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
        int firstLocal = Locals.Count;
        Locals.AddRange(il.LocalTypes);
        var anchors = il.Instructions.ToDictionary(instruction => instruction.Offset, _ => new Op(OpCodes.Nop));
        int result = -1;
        if (method is MethodInfo { ReturnType: var returned } && returned != typeof(void))
        {
            result = Locals.Count;
            Locals.Add(returned);
        }

        Type? constrained = null;
        foreach (var x in il.Instructions)
        {
            Code.Add(anchors[x.Offset]);
            int number = (int)x.Integer;
            switch (x.Name)
            {
                case "ldarg": Add(OpCodes.Ldloc, firstParameter + number); break;
                case "ldloc": Add(OpCodes.Ldloc, firstLocal + number); break;
                case "stloc": Add(OpCodes.Stloc, firstLocal + number); break;
                case "ldloca": Add(OpCodes.Ldloca, firstLocal + number); break;
                case "starg":
                    Assigned.Add(firstParameter + number);
                    Add(OpCodes.Stloc, firstParameter + number);
                    break;
                case "ldarga":
                    if (!IsReadOnly(Locals[firstParameter + number]))
                        Assigned.Add(firstParameter + number);
                    Add(OpCodes.Ldloca, firstParameter + number);
                    break;
                case "ldc.i4": Add(OpCodes.Ldc_I4, number); break;
                case "ldc.i8": Add(OpCodes.Ldc_I8, x.Integer); break;
                case "ldc.r4": Add(OpCodes.Ldc_R4, (float)x.Real); break;
                case "ldc.r8": Add(OpCodes.Ldc_R8, x.Real); break;
                case "ldstr": Add(OpCodes.Ldstr, il.ResolveString(x)); break;
                case "constrained.": constrained = il.ResolveType(x); break;
                case "switch": Code.Add(new Op(OpCodes.Switch) { Targets = [.. x.Targets!.Select(target => anchors[target])] }); break;
                case "ret":
                    if (result >= 0)
                        Add(OpCodes.Stloc, result);
                    Code.Add(new Op(OpCodes.Br) { Targets = [end] });
                    break;
                case "call" or "callvirt" or "newobj":
                    PutCall(x.OpCode, il.ResolveMethod(x), constrained);
                    constrained = null;
                    break;
                case "ldfld" or "ldflda" or "stfld" or "ldsfld" or "ldsflda" or "stsfld": Add(x.OpCode, il.ResolveField(x)); break;
                case "ldobj" or "stobj" or "initobj" or "sizeof" or "cpobj" or "newarr" or "ldelem" or "stelem" or "ldelema": Add(x.OpCode, il.ResolveType(x)); break;
                default:
                    if (x.IsBranch)
                        Code.Add(new Op(LongForms[x.Name]) { Targets = [anchors[number]] });
                    else if (x.OpCode.OperandType == OperandType.InlineNone && x.Name != "localloc")
                        Add(x.OpCode);
                    else
                        throw new NotResumableException($"the instruction {x.Name}");
                    break;
            }
        }

        inside.Remove(method);
        return result;
    }

    private void PutCall(OpCode code, MethodBase callee, Type? constrained)
    {
        if (callee == GroupBarrier || callee == WarpBarrier)
        {
            // The item itself is on the stack.
            Add(OpCodes.Pop);
            Code.Add(new Op(OpCodes.Nop) { IsBarrier = true, IsWarpBarrier = callee == WarpBarrier });
            return;
        }

        if (constrained is not null)
        {
            var target = KernelScan.Implementation(constrained, callee);
            if (target == callee)
                throw new NotResumableException("a default interface method");
            callee = target;
            code = OpCodes.Call;
        }

        if (!KernelScan.Waits(callee))
        {
            Add(code, callee);
            return;
        }

        if (code == OpCodes.Newobj || callee.IsAbstract)
            throw new NotResumableException("a barrier in a constructor or behind an interface");
        int parameters = callee.GetParameters().Length + (callee.IsStatic ? 0 : 1);
        for (int i = parameters - 1; i >= 0; i--)
            Add(OpCodes.Stloc, Locals.Count + i);
        var start = new Op(OpCodes.Nop) { IsCallStart = true };
        var end = new Op(OpCodes.Nop) { CallStart = start };
        Code.Add(start);
        int result = Put(callee, end);
        Code.Add(end);
        if (result >= 0)
            Add(OpCodes.Ldloc, result);
    }

    private static bool IsReadOnly(Type type) =>
        type.IsPrimitive || type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute), false);

    private void Add(OpCode code, object? operand = null) => Code.Add(new Op(code, operand));
}
