using ILGPU.Compiler.Convergence;
using ILGPU.Compiler.Ir;
using ILGPU.Compiler.Printing;
using ILGPU.Compiler.Translation;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>C# kernel to source text: reads the IL of the method and of everything it calls. Thread-safe.</summary>
internal static unsafe class KernelCompiler
{
    /// <param name="signature">The kernel.</param>
    /// <param name="target">OpenCL or Cuda.</param>
    /// <param name="arguments">The argument block of the launch: specialized values are compiled in from it. Null if the kernel has none.</param>
    /// <param name="check">Checked mode.</param>
    /// <param name="properties">The settings of the context; null for the usual ones.</param>
    /// <param name="onProcessor">Whether the OpenCL device is a processor, which runs the items of a group as a loop.</param>
    /// <exception cref="InternalCompilerException">A construct cannot be translated.</exception>
    public static KernelProgram Compile(
        KernelSignature signature, AcceleratorType target, byte* arguments = null, bool check = false, ContextProperties? properties = null,
        bool onProcessor = false)
    {
        try
        {
            var types = signature.Method.GetParameters().Select(p => IrType.From(p.ParameterType)).ToArray();
            foreach (var type in types) BindToGlobal(type);
            var translator = new Translator(target, check ? new KernelChecks() : null, properties);
            var entry = translator.Specialize(signature.Method, types, CompiledValues(signature, types, arguments));
            if (translator.Scratch != null) Converger.Apply(translator, entry, signature.IndexType != null);
            var dialect = target == AcceleratorType.OpenCL ? Dialect.OpenCl : Dialect.Cuda;
            return new KernelPrinter(dialect, translator, signature, onProcessor).Print(entry);
        }
        catch (TranslationException e)
        {
            throw new InternalCompilerException(e.Describe(signature.Name), e);
        }
    }

    /// <summary>Whether a parameter's value is compiled in.</summary>
    public static bool IsSpecialized(KernelParameter parameter) =>
        parameter.Type.IsGenericType && parameter.Type.GetGenericTypeDefinition() == typeof(SpecializedValue<>);

    private static Expr?[]? CompiledValues(KernelSignature signature, IrType[] types, byte* arguments)
    {
        if (arguments == null) return null;
        int first = types.Length - signature.Parameters.Length;
        var values = new Expr?[types.Length];
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            var parameter = signature.Parameters[i];
            if (!IsSpecialized(parameter)) continue;
            object value = typeof(KernelCompiler).GetMethod(nameof(Box), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(parameter.Type).Invoke(null, [(nint)(arguments + parameter.Offset)])!;
            values[first + i] = StaticFields.FromValue(value, types[first + i]);
        }
        return values;
    }

    private static object Box<T>(nint address)
        where T : unmanaged
        => System.Runtime.CompilerServices.Unsafe.ReadUnaligned<T>((void*)address);

    /// <summary>Pointers in arguments point to device memory, which holds no pointers itself.</summary>
    private static void BindToGlobal(IrType type)
    {
        switch (type)
        {
            case PointerType pointer:
                SpaceVariable.Unify(pointer.Space, new SpaceVariable(AddressSpace.Global));
                if (pointer.Element.HasPointer)
                    throw new TranslationException("a view of views: device memory that holds pointers", "pass each view as an argument of its own");
                break;
            case StructType structure:
                foreach (var field in structure.Fields) BindToGlobal(field.Type);
                break;
        }
    }
}
