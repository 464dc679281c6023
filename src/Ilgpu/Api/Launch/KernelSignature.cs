using System.Reflection;

namespace ILGPU.Runtime;

/// <summary>One value parameter of a kernel and its place in the argument block.</summary>
internal sealed record KernelParameter(string Name, Type Type, int Offset, int Size);

/// <summary>A pointer in the argument block: the parameter it belongs to and its place from the block's start.</summary>
internal readonly record struct KernelPointer(KernelParameter Parameter, int Offset);

/// <summary>
/// A kernel method as it is loaded: its parameters, how arguments lie in the block of bytes that a launch passes, and whether
/// the first parameter is an index that the launch provides. The block holds the value parameters only, each at a multiple of 8.
/// </summary>
internal sealed class KernelSignature : IEquatable<KernelSignature>
{
    private const int Alignment = 8;

    public KernelSignature(MethodInfo method, bool isImplicit, int groupSize = 0, int maxGroupSize = 0)
    {
        Method = method;
        Name = $"{method.DeclaringType?.Name}.{method.Name}";
        GroupSize = groupSize;
        MaxGroupSize = maxGroupSize;
        Check(method);
        var parameters = method.GetParameters();
        if (isImplicit)
            IndexType = IndexTypeOf(method, parameters);
        int offset = 0;
        var values = new List<KernelParameter>();
        foreach (var parameter in parameters.Skip(isImplicit ? 1 : 0))
        {
            Check(method, parameter);
            int size = FieldLayout.SizeOf(parameter.ParameterType);
            values.Add(new KernelParameter(parameter.Name ?? $"argument {parameter.Position}", parameter.ParameterType, offset, size));
            offset += (size + Alignment - 1) & -Alignment;
        }

        Parameters = [.. values];
        ByteLength = offset;
        Offsets = [.. values.Select(value => value.Offset)];
        Pointers =
        [
            .. values.SelectMany(value => FieldLayout.PointersOf(value.Type).Select(at => new KernelPointer(value, value.Offset + at))),
        ];
    }

    /// <summary>The C# method. A lambda's method is an instance method whose instance is never used.</summary>
    public MethodInfo Method { get; }

    /// <summary>Index1D, Index2D or Index3D for implicitly grouped kernels, else null.</summary>
    public Type? IndexType { get; }

    /// <summary>The group size that the loader asked for, or 0.</summary>
    public int GroupSize { get; }

    /// <summary>The greatest group size that launches promise, or 0.</summary>
    public int MaxGroupSize { get; }

    /// <summary>The value parameters, without the index.</summary>
    public KernelParameter[] Parameters { get; }

    /// <summary>The offsets of <see cref="Parameters"/>.</summary>
    public int[] Offsets { get; }

    /// <summary>Every pointer in the argument block, of views and of views inside structs.</summary>
    public KernelPointer[] Pointers { get; }

    /// <summary>The size of the argument block.</summary>
    public int ByteLength { get; }

    /// <summary>Type and method, for messages.</summary>
    public string Name { get; }

    public bool Equals(KernelSignature? other) =>
        other is not null && Method == other.Method && IndexType == other.IndexType && GroupSize == other.GroupSize
        && MaxGroupSize == other.MaxGroupSize;

    public override bool Equals(object? obj) => Equals(obj as KernelSignature);

    public override int GetHashCode() => HashCode.Combine(Method, IndexType, GroupSize, MaxGroupSize);

    private static void Check(MethodInfo method)
    {
        if (method.ReturnType != typeof(void))
            throw new NotSupportedException($"Kernel {method.Name} returns {method.ReturnType.Name}; a kernel returns nothing and writes to views.");
        if (method.ContainsGenericParameters)
            throw new NotSupportedException($"Kernel {method.Name} has open type parameters; load a closed one.");
        if (method.IsStatic)
            return;
        var owner = method.DeclaringType!;
        if (owner.IsValueType || FieldLayout.FieldsOf(owner).Length != 0)
        {
            throw new NotSupportedException(
                $"Kernel {method.Name} is an instance method or a lambda that captures variables; "
                + "use a static method or a lambda without captures and pass values as arguments.");
        }
    }

    private static void Check(MethodInfo method, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (!type.IsValueType || !FieldLayout.IsUnmanaged(type))
        {
            throw new NotSupportedException(
                $"Parameter {parameter.Name} of kernel {method.Name} is a {type.Name}; kernels take structs without references "
                + "(numbers, ArrayView, structs of them).");
        }
    }

    private static Type IndexTypeOf(MethodInfo method, ParameterInfo[] parameters)
    {
        var type = parameters.Length == 0 ? null : parameters[0].ParameterType;
        if (type == typeof(Index1D) || type == typeof(Index2D) || type == typeof(Index3D))
            return type;
        throw new NotSupportedException(
            $"The first parameter of the implicitly grouped kernel {method.Name} is {type?.Name ?? "absent"}; it must be Index1D, Index2D or Index3D.");
    }
}
