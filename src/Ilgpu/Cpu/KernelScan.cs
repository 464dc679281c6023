using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU;

/// <summary>Finds what a kernel asks of the CPU accelerator, by walking the calls in its IL.</summary>
internal static class KernelScan
{
    private static readonly OpCode?[] OneByte = new OpCode?[256];
    private static readonly OpCode?[] TwoBytes = new OpCode?[256];
    private static readonly ConcurrentDictionary<MethodBase, KernelNeeds> Known = new();

    static KernelScan()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[(byte)code.Value] = code;
        }
    }

    /// <summary>The union of the needs of all methods that <paramref name="method"/> may call.</summary>
    public static KernelNeeds NeedsOf(MethodBase method) => Known.GetOrAdd(method, static start =>
    {
        var needs = KernelNeeds.None;
        var seen = new HashSet<MethodBase> { start };
        var open = new Stack<MethodBase>(seen);
        while (open.TryPop(out var current))
        {
            foreach (var callee in CalleesOf(current))
            {
                if (callee.GetCustomAttribute<NeedsAttribute>() is { } marked)
                    needs |= marked.Needs;
                else if (IsFollowed(callee) && seen.Add(callee))
                    open.Push(callee);
            }
        }

        return needs;
    });

    // The base library has no kernel members.
    private static bool IsFollowed(MethodBase method) => method.Module != typeof(object).Module;

    private static IEnumerable<MethodBase> CalleesOf(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray();
        if (il is null)
            yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        Type? constrained = null;
        for (int at = 0; at < il.Length;)
        {
            var code = (il[at] == 0xFE ? TwoBytes[il[++at]] : OneByte[il[at]])
                ?? throw new InvalidProgramException($"{method.Name} holds an unknown instruction.");
            at++;
            if (code == OpCodes.Constrained)
                constrained = method.Module.ResolveType(BitConverter.ToInt32(il, at), typeArguments, methodArguments);
            if (code.OperandType == OperandType.InlineMethod)
            {
                var callee = method.Module.ResolveMethod(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
                yield return constrained is null ? callee : Implementation(constrained, callee);
                constrained = null;
            }

            at += OperandSize(code.OperandType, il, at);
        }
    }

    // A call through an interface on a type that is known here: static abstract members and functors.
    private static MethodBase Implementation(Type type, MethodBase declared)
    {
        if (declared.DeclaringType is not { IsInterface: true } contract || type.IsInterface || !contract.IsAssignableFrom(type))
            return declared;
        var open = declared.IsGenericMethod ? ((MethodInfo)declared).GetGenericMethodDefinition() : declared;
        var map = type.GetInterfaceMap(contract);
        int index = Array.FindIndex(map.InterfaceMethods, candidate => candidate == open);
        if (index < 0)
            return declared;
        var target = map.TargetMethods[index];
        return declared.IsGenericMethod ? target.MakeGenericMethod(declared.GetGenericArguments()) : target;
    }

    private static int OperandSize(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };
}
