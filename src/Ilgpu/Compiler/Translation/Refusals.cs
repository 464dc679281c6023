using System.Reflection;
using ILGPU.Compiler.Il;

namespace ILGPU.Compiler.Translation;

/// <summary>The messages for constructs that kernels cannot use, and what to write instead.</summary>
internal static class Refusals
{
    public static TranslationException Instruction(IlInstruction x, MethodIl il) => x.Name switch
    {
        "ldnull" => new("a null reference", "use a struct with a flag"),
        "throw" or "rethrow" => new("throw", "write an error code to a view; devices have no exceptions"),
        "ldftn" or "ldvirtftn" => new("a delegate or lambda inside the kernel", "use a generic struct functor, a static method or a local function"),
        "castclass" or "isinst" or "unbox" or "unbox.any" => new("a cast between reference types or an unboxing", "use generic struct type arguments"),
        "ldind.ref" or "stind.ref" => new("a reference to an object", "use structs"),
        "calli" => new("a call through a function pointer", "use a generic struct functor"),
        "ckfinite" or "arglist" or "jmp" or "mkrefany" or "refanyval" or "cpblk" or "initblk" => new($"the IL instruction '{x.Name}'", "write the copy or call out"),
        var name when name.StartsWith("ldelem", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal) =>
            new("an element of a managed array", "use ArrayView"),
        var name when name.Contains(".ovf", StringComparison.Ordinal) =>
            new("checked arithmetic", "use unchecked arithmetic, or test the range before"),
        _ => new($"the IL instruction '{x.Name}'", "write it in simpler C#"),
    };

    public static TranslationException Text() => new("a string", "pass numbers; text cannot be used on a device, but for Interop.WriteLine");

    public static TranslationException StaticField(FieldInfo field, string why, string remedy = "make it a constant or a static readonly number, or pass the value as an argument")
    {
        if (field.DeclaringType is { IsNestedPrivate: true } type && type.Name.StartsWith("<>c", StringComparison.Ordinal))
            return new("a delegate or lambda inside the kernel", "use a generic struct functor, a static method or a local function");
        return new(
            $"static field '{TypeNames.Of(field.DeclaringType!)}.{field.Name}' {why}",
            remedy);
    }

    public static TranslationException Allocation(Type type) => typeof(Delegate).IsAssignableFrom(type)
        ? new("a delegate or lambda inside the kernel", "use a generic struct functor, a static method or a local function")
        : typeof(Exception).IsAssignableFrom(type)
            ? new($"throwing '{TypeNames.Of(type)}'", "write an error code to a view; devices have no exceptions")
            : new($"a new object of class '{TypeNames.Of(type)}'", "use a struct");

    public static TranslationException Boxing(Type type) =>
        new($"a value of '{TypeNames.Of(type)}' is boxed to an object or an interface", "use a generic method with a struct type argument");

    public static TranslationException FieldOfObject(FieldInfo field) => field.DeclaringType is { IsValueType: false } type && type.Name.StartsWith('<')
        ? new("a lambda that captures a variable", "pass the value as a kernel argument")
        : new($"field '{field.Name}' of class '{TypeNames.Of(field.DeclaringType!)}'", "use structs");

    public static TranslationException VirtualCall(MethodBase callee)
    {
        var type = callee.DeclaringType!;
        if (typeof(Delegate).IsAssignableFrom(type))
            return new("a call of a delegate", "use a generic struct functor, a static method or a local function");
        return type.IsInterface
            ? new($"'{TypeNames.Of(callee)}' is called through the interface", "make the method generic: where T : struct, " + TypeNames.Of(type))
            : new($"virtual call of '{TypeNames.Of(callee)}'", "call a method of a struct or a static method");
    }
}
