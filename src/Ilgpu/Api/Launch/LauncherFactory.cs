namespace ILGPU.Runtime;

/// <summary>Makes launch delegates for kernels that are known by reflection only.</summary>
internal static partial class LauncherFactory
{
    /// <summary>
    /// A delegate of type TDelegate over the launcher that fits the kernel's parameters:
    /// ([AcceleratorStream,] KernelConfig or index, arguments).
    /// </summary>
    public static TDelegate Create<TDelegate>(CompiledKernel kernel)
        where TDelegate : Delegate
    {
        var type = TypeFor(kernel);
        var wanted = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        bool stream = wanted.Length > 0 && wanted[0] == typeof(AcceleratorStream);
        string name = (kernel.Signature.IndexType is null ? "Grouped" : "Implicit") + (stream ? "On" : "");
        var method = type.GetMethod(name)!;
        if (kernel.Signature.IndexType is { } index)
            method = method.MakeGenericMethod(index);
        var made = Delegate.CreateDelegate(typeof(TDelegate), Activator.CreateInstance(type, kernel), method, throwOnBindFailure: false);
        return made as TDelegate ?? throw new ArgumentException(
            $"Kernel {kernel.Signature.Name} cannot be launched through {typeof(TDelegate)}: expected parameters "
            + string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name)) + ".");
    }

    /// <summary>Launches with boxed arguments.</summary>
    /// <exception cref="ArgumentException">The launch dimension or an argument has another type than the kernel.</exception>
    public static void Invoke<TIndex>(CompiledKernel kernel, AcceleratorStream stream, TIndex dimension, object[] arguments)
        where TIndex : struct, IIndex
    {
        var type = TypeFor(kernel);
        var wanted = kernel.Signature.IndexType ?? typeof(KernelConfig);
        if (typeof(TIndex) != wanted)
        {
            throw new ArgumentException(
                $"Kernel {kernel.Signature.Name} is launched with a {wanted.Name}; {typeof(TIndex).Name} was given.", nameof(dimension));
        }

        var method = type.GetMethod(kernel.Signature.IndexType is null ? "GroupedOn" : "ImplicitOn")!;
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod(wanted);
        method.Invoke(
            Activator.CreateInstance(type, kernel), System.Reflection.BindingFlags.DoNotWrapExceptions, null, [stream, dimension, .. arguments], null);
    }

    private static Type TypeFor(CompiledKernel kernel)
    {
        var parameters = kernel.Signature.Parameters;
        if (parameters.Length == 0 || parameters.Length > Launchers.Length)
        {
            throw new NotSupportedException(
                $"Kernel {kernel.Signature.Name} has {parameters.Length} value parameters; 1 to {Launchers.Length} are possible.");
        }

        return Launchers[parameters.Length - 1].MakeGenericType([.. parameters.Select(parameter => parameter.Type)]);
    }
}
