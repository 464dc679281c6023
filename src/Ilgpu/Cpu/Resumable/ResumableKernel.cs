using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>
/// Runs one item from a barrier to the next: <paramref name="state"/> 0 is the start. The result is 0 at the kernel's end, the
/// number of the barrier that the item waits at, or minus that number where only the warp waits.
/// </summary>
internal delegate int ResumeCall(nint arguments, CpuItem item, nint frame, int state);

/// <summary>
/// A kernel cut at its barriers: one function that can be left at any barrier and entered again there. The values that are needed
/// after the barrier wait in a frame of memory per item, so one thread can run a whole group, region by region.
/// </summary>
internal sealed class ResumableKernel
{
    private const int Alignment = 16;

    private readonly KernelSignature signature;
    private readonly List<Op> code;
    private readonly List<Type> types;
    private readonly HashSet<int> constant;
    private readonly Dictionary<int, int> slots = [];
    private readonly ILGenerator il;
    private readonly LocalBuilder[] locals;

    private ResumableKernel(KernelSignature signature)
    {
        this.signature = signature;
        var flat = Flattener.Flatten(signature.Method);
        code = flat.Code;
        types = flat.Locals;
        var frameAddresses = StackSpiller.Rewrite(code, types);
        int parameters = signature.Method.GetParameters().Length + (signature.Method.IsStatic ? 0 : 1);
        constant = [.. Enumerable.Range(0, parameters).Where(parameter => !flat.Assigned.Contains(parameter))];
        Liveness.Find(code, constant);
        GiveSlots(frameAddresses);

        var method = new DynamicMethod(
            signature.Method.Name, typeof(int), [typeof(nint), typeof(CpuItem), typeof(nint), typeof(int)], typeof(ResumableKernel).Module, true)
        {
            InitLocals = false,
        };
        il = method.GetILGenerator();
        locals = [.. types.Select(type => il.DeclareLocal(type))];
        Emit(parameters);
        Resume = method.CreateDelegate<ResumeCall>();
    }

    /// <summary>The function.</summary>
    public ResumeCall Resume { get; }

    /// <summary>The frame that each item needs, in bytes.</summary>
    public int FrameBytes { get; private set; }

    /// <summary>The kernel in resumable form, or null where it must run on threads.</summary>
    public static ResumableKernel? TryCreate(KernelSignature signature)
    {
        try
        {
            return new ResumableKernel(signature);
        }
        catch (NotResumableException)
        {
            return null;
        }
    }

    private void GiveSlots(HashSet<int> frameAddresses)
    {
        foreach (int local in code.Where(op => op.IsBarrier).SelectMany(op => op.LiveAfter).Distinct())
        {
            var type = types[local];
            if (type == typeof(CpuItem))
                continue;
            if (frameAddresses.Contains(local) || (!type.IsByRef && !type.IsPointer && !(type.IsValueType && FieldLayout.IsUnmanaged(type))))
                throw new NotResumableException("a reference to a local variable or an object across a barrier");
            slots[local] = FrameBytes;
            FrameBytes += (SizeOf(type) + Alignment - 1) & -Alignment;
        }
    }

    private void Emit(int parameters)
    {
        for (int parameter = 0; parameter < parameters; parameter++)
        {
            if (constant.Contains(parameter))
                EmitParameter(parameter);
        }

        var barriers = code.Where(op => op.IsBarrier).ToArray();
        var start = il.DefineLabel();
        var entries = barriers.Select(_ => il.DefineLabel()).ToArray();
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Switch, [start, .. entries]);
        il.MarkLabel(start);
        for (int parameter = 0; parameter < parameters; parameter++)
        {
            if (!constant.Contains(parameter))
                EmitParameter(parameter);
        }

        foreach (var target in code.SelectMany(op => op.Targets))
            target.Label ??= il.DefineLabel();
        int number = 0;
        foreach (var op in code)
        {
            if (op.Label is { } label)
                il.MarkLabel(label);
            if (op.IsBarrier)
                EmitBarrier(op, entries[number], ++number);
            else
                EmitPlain(op);
        }

        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
    }

    private void EmitParameter(int parameter)
    {
        int position = parameter - (signature.Method.IsStatic ? 0 : 1);
        if (position < 0)
        {
            il.Emit(OpCodes.Ldnull);
        }
        else if (signature.IndexType is { } index && position == 0)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Call, typeof(CpuItem).GetProperty(index.Name)!.GetMethod!);
        }
        else
        {
            CpuCalls.EmitArgument(il, signature.Parameters[position - (signature.IndexType is null ? 0 : 1)]);
        }

        il.Emit(OpCodes.Stloc, locals[parameter]);
    }

    private void EmitBarrier(Op barrier, Label entry, int number)
    {
        foreach (int local in barrier.LiveAfter)
        {
            if (!slots.TryGetValue(local, out int slot))
                continue;
            EmitSlot(slot);
            il.Emit(OpCodes.Ldloc, locals[local]);
            if (types[local].IsByRef)
            {
                il.Emit(OpCodes.Conv_U);
                il.Emit(OpCodes.Stind_I);
            }
            else
            {
                il.Emit(OpCodes.Stobj, types[local]);
            }
        }

        il.Emit(OpCodes.Ldc_I4, barrier.IsWarpBarrier ? -number : number);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(entry);
        foreach (int local in barrier.LiveAfter)
        {
            if (slots.TryGetValue(local, out int slot))
            {
                EmitSlot(slot);
                if (types[local].IsByRef)
                    il.Emit(OpCodes.Ldind_I);
                else
                    il.Emit(OpCodes.Ldobj, types[local]);
            }
            else
            {
                // The only objects that kernel members hold are the item itself.
                il.Emit(OpCodes.Ldarg_1);
            }

            il.Emit(OpCodes.Stloc, locals[local]);
        }
    }

    private void EmitSlot(int slot)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, slot);
        il.Emit(OpCodes.Add);
    }

    private void EmitPlain(Op op)
    {
        if (op.Code == OpCodes.Switch)
        {
            il.Emit(op.Code, [.. op.Targets.Select(target => target.Label!.Value)]);
            return;
        }

        if (op.Targets.Length == 1)
        {
            il.Emit(op.Code, op.Targets[0].Label!.Value);
            return;
        }

        switch (op.Operand)
        {
            case null: il.Emit(op.Code); break;
            case int value when op.Code == OpCodes.Ldc_I4: il.Emit(op.Code, value); break;
            case int local: il.Emit(op.Code, locals[local]); break;
            case long value: il.Emit(op.Code, value); break;
            case string text: il.Emit(op.Code, text); break;
            case float value: il.Emit(op.Code, value); break;
            case double value: il.Emit(op.Code, value); break;
            case System.Reflection.MethodInfo method: il.Emit(op.Code, method); break;
            case System.Reflection.ConstructorInfo constructor: il.Emit(op.Code, constructor); break;
            case System.Reflection.FieldInfo field: il.Emit(op.Code, field); break;
            case Type type: il.Emit(op.Code, type); break;
        }
    }

    private static int SizeOf(Type type) => type.IsByRef || type.IsPointer ? sizeof(long) : FieldLayout.SizeOf(type);
}
