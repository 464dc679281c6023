using System.Collections.Concurrent;
using System.Reflection;
using ILGPU.Compiler;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Translation;

namespace ILGPU.Runtime.CPU;

/// <summary>Finds what a kernel asks of the CPU accelerator, by walking the calls in its IL.</summary>
internal static class KernelScan
{
    private static readonly ConcurrentDictionary<MethodBase, KernelNeeds> Known = new();

    /// <summary>The union of the needs of all methods that <paramref name="method"/> may call.</summary>
    public static KernelNeeds NeedsOf(MethodBase method) => Known.GetOrAdd(method, static start =>
    {
        var needs = KernelNeeds.None;
        var seen = new HashSet<MethodBase> { start };
        var open = new Stack<MethodBase>(seen);
        while (open.TryPop(out var current))
        {
            if (current.GetCustomAttribute<NeedsAttribute>() is { } marked)
            {
                needs |= marked.Needs;
                continue;
            }

            foreach (var callee in CalleesOf(current))
            {
                // The base library has no kernel members.
                if (callee.Module != typeof(object).Module && seen.Add(callee))
                    open.Push(callee);
            }
        }

        return needs;
    });

    /// <summary>Whether items wait for each other in the method or in what it calls.</summary>
    public static bool Waits(MethodBase method) => (NeedsOf(method) & KernelNeeds.Barrier) == KernelNeeds.Barrier;

    /// <summary>The method that a constrained call reaches; a default interface method is its own implementation.</summary>
    public static MethodBase Implementation(Type type, MethodBase called)
    {
        try
        {
            return called is MethodInfo method && (type.IsValueType || called.IsStatic) ? Translator.Implementation(type, method) : called;
        }
        catch (TranslationException)
        {
            return called;
        }
    }

    private static IEnumerable<MethodBase> CalleesOf(MethodBase method)
    {
        if (method.GetMethodBody() is null)
            yield break;
        var il = new MethodIl(method);
        Type? constrained = null;
        foreach (var instruction in il.Instructions)
        {
            if (instruction.Name == "constrained.")
                constrained = il.ResolveType(instruction);
            if (instruction.Name is not ("call" or "callvirt" or "newobj" or "ldftn"))
                continue;
            var callee = il.ResolveMethod(instruction);
            yield return constrained is null ? callee : Implementation(constrained, callee);
            constrained = null;
        }
    }
}
