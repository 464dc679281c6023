using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Translation;

/// <content>Members whose meaning needs the translator: memory of groups and items, atomics, type tests, <see cref="Unsafe"/>.</content>
internal sealed partial class MethodTranslator
{
    /// <summary>Calls that are decided while compiling.</summary>
    private bool TryCompileTimeCall(MethodBase callee, Expr[] arguments)
    {
        var type = callee.DeclaringType!;
        if (type == typeof(Type) && callee.Name == "GetTypeFromHandle")
        {
            Push(arguments[0]);
            return true;
        }
        if (type == typeof(Type) && callee.Name is "op_Equality" or "op_Inequality" && arguments is [TypeToken a, TypeToken b])
        {
            Push(Constant.Bool(a.Clr == b.Clr == (callee.Name == "op_Equality")));
            return true;
        }
        if (callee.Name is "get_IsSupported" or "get_IsHardwareAccelerated" or "IsReferenceOrContainsReferences" or "IsKnownConstant" &&
            type.Assembly == typeof(object).Assembly)
        {
            Push(Constant.Zero);
            return true;
        }
        if (type == typeof(Activator) && callee is { Name: "CreateInstance", IsGenericMethod: true } && callee.GetGenericArguments()[0] is { IsValueType: true } made)
        {
            if (made.GetConstructor([]) is { } constructor)
            {
                Create(constructor, []);
                return true;
            }
            var fresh = NewVariable(IrType.From(made), "n");
            Emit(new Clear(fresh));
            Push(new Read(fresh));
            return true;
        }
        return type == typeof(Unsafe) && TryUnsafe((MethodInfo)callee, arguments);
    }

    /// <summary>EqualityComparer.Default, which record structs compare their fields with: the type's own equality.</summary>
    private bool TryEquals(MethodBase callee, Expr[] arguments)
    {
        if (callee.DeclaringType is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(EqualityComparer<>)) return false;
        var compared = type.GetGenericArguments()[0];
        if (callee.Name == "get_Default")
        {
            Push(new TypeToken(compared));
            return true;
        }
        if (callee.Name != "Equals" || arguments is not [TypeToken, var left, var right] || !compared.IsValueType) return false;
        if (IrType.From(compared) is Scalar number)
        {
            var same = Arithmetic.Compare("ceq", left, right);
            // Equals takes NaN for equal to NaN, == does not.
            Expr IsNaN(Expr e) => new Binary(Scalar.I32, "!=", e, e);
            Push(number.IsReal ? new Binary(Scalar.I32, "|", same, new Binary(Scalar.I32, "&", IsNaN(left), IsNaN(right))) : same);
            return true;
        }
        if (compared.GetMethod("Equals", [compared]) is not { } equals) return false;
        var held = NewVariable(left.Type, "q");
        held.AddressTaken = true;
        Emit(new Assign(held, left));
        Invoke(equals, [new AddressOf(held), right]);
        return true;
    }

    private bool TryUnsafe(MethodInfo callee, Expr[] arguments)
    {
        var types = callee.GetGenericArguments();
        switch (callee.Name)
        {
            case "As" when types.Length == 2:
                var to = IrType.From(types[1]);
                bool isFirstField = ((PointerType)arguments[0].Type).Element is StructType { Fields.Length: > 0 } s && IrType.SameShape(s.Fields[0].Type, to);
                Push(isFirstField ? new FieldAddress(arguments[0], 0) : Conversions.PointerTo(arguments[0], to));
                return true;
            case "Add" when types.Length == 1:
                Push(new PointerAdd(Conversions.PointerTo(arguments[0], IrType.From(types[0])), arguments[1]));
                return true;
            case "AsRef" or "AsPointer" when types.Length == 1:
                Push(Conversions.PointerTo(arguments[0], IrType.From(types[0])));
                return true;
            case "SizeOf":
                Push(Constant.Int(IrType.SizeOf(IrType.From(types[0]))));
                return true;
            case "SkipInit": return true;
            case "BitCast" when IrType.From(types[0]) is Scalar && IrType.From(types[1]) is Scalar target:
                Push(Conversions.BitCast(Conversions.Coerce(arguments[0], IrType.From(types[0])), target));
                return true;
            case "ReadUnaligned" when types.Length == 1:
                Push(Load(Conversions.PointerTo(arguments[0], IrType.From(types[0]))));
                return true;
        }
        return false;
    }

    /// <summary>Members marked <see cref="SpecialAttribute"/>.</summary>
    private bool TrySpecial(MethodBase callee, Expr[] arguments)
    {
        if (callee.GetCustomAttribute<SpecialAttribute>() is not { Name: var name }) return false;
        var generic = callee.IsGenericMethod ? callee.GetGenericArguments() : [];
        switch (name)
        {
            case "shared" or "local":
                PushArrayView((MethodInfo)callee, generic[0], ConstantFinder.Find(arguments[0], _block.Statements), name == "shared");
                return true;
            case "cuda_asm":
                EmitPtx((MethodInfo)callee, arguments);
                return true;
            case "array_view":
                // Arrays are views here already.
                Push(arguments[0]);
                return true;
            case "shared_dynamic":
                PushDynamicView((MethodInfo)callee, generic[0]);
                return true;
            case "accelerator_type":
                Push(Constant.Int((int)translator.Target));
                return true;
            case "warp_exchange":
                Push(Exchange(Spill(arguments[0]), Spill(arguments[1])));
                return true;
            case "view_checks":
                Push(Constant.Bool(translator.Checks != null));
                return true;
            case "view_element":
                PushCheckedElement(arguments);
                return true;
            case "view_refuse":
                PushRefusedView((MethodInfo)callee, arguments);
                return true;
            case "write" or "write_line":
                if (translator.Properties.EnableIOOperations) Emit(new Evaluate(TextOutput.Print(arguments, generic, name == "write_line")));
                return true;
            case "offset_of":
                PushOffset(generic[0], arguments[0]);
                return true;
            case "group_scratch":
                PushScratchView((MethodInfo)callee, generic[0]);
                return true;
            case "warp_sync":
                _ = WarpMemory();
                Emit(new Evaluate(new Intrinsic(Scalar.Void, DeviceFunctions.WarpBarrier)));
                return true;
            case "barrier":
                Emit(new Evaluate(new Intrinsic(Scalar.Void, DeviceFunctions.Barrier)));
                return true;
        }
        if (name.StartsWith("atomic_", StringComparison.Ordinal))
        {
            PushAtomic(name, (MethodInfo)callee, arguments);
            return true;
        }
        if (DeviceLibrary.Find(name) is not { } replacement)
            throw new TranslationException($"'{TypeNames.Of(callee)}' is not available on {translator.Target} devices", "use shared memory and Group.Barrier");
        Invoke(replacement.IsGenericMethodDefinition ? replacement.MakeGenericMethod(generic) : replacement, arguments);
        return true;
    }

    private void PushOffset(Type type, Expr name)
    {
        if (name is not TextToken { Text: var field }) throw new TranslationException("the name of a field that is not written out", "write nameof(...)");
        try
        {
            Push(Constant.Int(FieldLayout.OffsetOf(type, field)));
        }
        catch (ArgumentException e)
        {
            throw new TranslationException(e.Message, "name a field of the struct");
        }
    }

    /// <summary>Assertions run on the CPU accelerator.</summary>
    private static bool IsAssertion(MethodBase callee) =>
        (callee.DeclaringType == typeof(System.Diagnostics.Debug) || callee.DeclaringType == typeof(System.Diagnostics.Trace)) && callee is MethodInfo { ReturnType: var result }
        && result == typeof(void);

    /// <summary>A value of another lane, number by number.</summary>
    private Expr Exchange(Expr value, Expr lane) => value.Type switch
    {
        Scalar type => Spill(new Intrinsic(type, DeviceFunctions.Exchange(type), [value, lane, .. WarpMemory()])),
        StructType { HasPointer: false } type when type.Fields.All(field => field.ArrayLength == 0) =>
            new MakeStruct(type, [.. type.Fields.Select((_, i) => Exchange(new FieldOf(value, i), lane))]),
        _ => throw new TranslationException("a warp shuffle of a type that holds pointers or arrays", "shuffle its numbers one by one"),
    };

    /// <summary>The group's memory for exchanges in warps, where the device has no better way.</summary>
    private Expr[] WarpMemory() => translator.Target == AcceleratorType.OpenCL ? [Scratch(KernelProgram.GreatestNumberBytes)] : [];

    /// <summary>Memory of so many bytes for each item of the group, in which nothing stays from one use to the next.</summary>
    private Expr Scratch(int bytesPerItem)
    {
        var memory = translator.Scratch ??= new Variable(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Local)), "scratch");
        translator.ScratchPerItem = Math.Max(translator.ScratchPerItem, bytesPerItem);
        if (!function.GroupArrays.Contains(memory)) function.GroupArrays.Add(memory);
        return new Read(memory);
    }

    private void PushScratchView(MethodInfo callee, Type elementType)
    {
        if (translator.Target == AcceleratorType.Cuda)
        {
            PushArrayView(callee, elementType, Constant.Int(DeviceWarps.CudaGroupLimit), shared: true);
            return;
        }
        var element = IrType.From(elementType);
        var memory = new Cast(new PointerType(element, new SpaceVariable(AddressSpace.Local)), Scratch(IrType.SizeOf(element)));
        Push(MakeView((StructType)IrType.From(callee.ReturnType), memory, new Cast(Scalar.I64, new Intrinsic(Scalar.I32, DeviceFunctions.GroupSize))));
    }

    private void PushArrayView(MethodInfo callee, Type elementType, Constant? length, bool shared)
    {
        if (length == null)
            throw new TranslationException(
                $"the length given to {TypeNames.Of(callee)} is not a compile-time constant",
                "use a constant, a static abstract property, a SpecializedValue kernel argument" + (shared ? ", or SharedMemory.GetDynamic" : ""));
        if (length.Integer < 0) throw new TranslationException($"the length {length.Integer} given to {TypeNames.Of(callee)} is negative", "");
        Push(NewView((StructType)IrType.From(callee.ReturnType), IrType.From(elementType), length, shared ? AddressSpace.Local : AddressSpace.Private));
    }

    /// <summary>
    /// A view of a new array. Memory of the item belongs to the caller where this method may return a view of it, as group memory always
    /// belongs to the kernel.
    /// </summary>
    private MakeStruct NewView(StructType view, IrType element, Constant length, AddressSpace space)
    {
        var owner = space == AddressSpace.Local || function.Result.HasPointer ? function.GroupArrays : function.Locals;
        var array = new Variable(new PointerType(element, new SpaceVariable(space)), (space == AddressSpace.Local ? "shared" : "local") + owner.Count)
        {
            ArrayLength = (int)Math.Max(1, length.Integer),
        };
        owner.Add(array);
        return MakeView(view, new Read(array), new Constant(Scalar.I64, length.Integer));
    }

    private void PushDynamicView(MethodInfo callee, Type elementType)
    {
        var element = IrType.From(elementType);
        var memory = translator.DynamicGroupMemory ??=
            new Variable(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Local)), "dynamicShared");
        if (!function.GroupArrays.Contains(memory)) function.GroupArrays.Add(memory);
        if (translator.DynamicGroupBytes == null)
            translator.DynamicGroupBytes = new Variable(Scalar.I64, "dynamicSharedBytes");
        if (!function.GroupArrays.Contains(translator.DynamicGroupBytes)) function.GroupArrays.Add(translator.DynamicGroupBytes);
        var length = new Binary(Scalar.I64, "/", new Read(translator.DynamicGroupBytes), new Constant(Scalar.I64, (long)IrType.SizeOf(element)));
        Push(MakeView((StructType)IrType.From(callee.ReturnType), new Cast(new PointerType(element, new SpaceVariable(AddressSpace.Local)), new Read(memory)), length));
    }

    /// <summary>An ArrayView made of its pointer and its length.</summary>
    private static MakeStruct MakeView(StructType view, Expr pointer, Expr length) =>
        new(view, [Conversions.Coerce(pointer, view.Fields[0].Type), Conversions.Coerce(length, view.Fields[1].Type)]);

    private void PushAtomic(string name, MethodInfo callee, Expr[] arguments)
    {
        var type = IrType.From(callee.ReturnType);
        // An Index1D is its one field.
        var scalar = type as Scalar ?? (Scalar)((StructType)type).Fields[0].Type;
        var target = type is StructType ? new FieldAddress(arguments[0], 0) : Conversions.PointerTo(arguments[0], scalar);
        if (ExprTools.Target(target) != null)
            throw new TranslationException($"'{TypeNames.Of(callee)}' on a variable of the item itself", "atomics work on elements of views and shared memory");
        // Item memory has no atomics; a pointer whose space is still open is taken as global.
        var pointer = (PointerType)target.Type;
        if (pointer.Space.Known == AddressSpace.Private)
            throw new TranslationException($"'{TypeNames.Of(callee)}' on local memory, which no other item sees", "use an ordinary assignment");
        var values = arguments.Skip(1).Select(a => Conversions.Coerce(a, scalar));
        var old = Spill(new Intrinsic(scalar, DeviceFunctions.Atomic(name, scalar, arguments.Length), [target, .. values]));
        Push(type is StructType made ? new MakeStruct(made, [old]) : old);
    }
}
