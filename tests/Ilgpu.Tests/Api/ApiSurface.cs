using System.Reflection;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>The public surface of an assembly as source code sees it: one line a type or member, inherited members included.</summary>
internal static class ApiSurface
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>Sorted lines of all public types in the namespace ILGPU and those below it.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Where(type => type.Namespace == "ILGPU" || type.Namespace?.StartsWith("ILGPU.", StringComparison.Ordinal) == true)
            .SelectMany(Lines)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        string owner = Name(type);
        // An interface does not reflect what it inherits.
        var sources = type.IsInterface ? type.GetInterfaces().Prepend(type) : [type];
        var members = sources.SelectMany(source => source.GetMembers(Visible)).Where(IsOurs).Select(Text).OfType<string>();
        return members.Select(member => $"{owner} :: {member}").Prepend(owner);
    }

    // What every object has says nothing, nor do overrides of it.
    private static bool IsOurs(MemberInfo member) =>
        member.DeclaringType?.Namespace?.StartsWith("ILGPU", StringComparison.Ordinal) == true
        && (member is not MethodInfo method || method.GetBaseDefinition().DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) != true);

    private static string? Text(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Arity(method)}({Parameters(method)})",
        FieldInfo field when field.Name == "value__" => null,
        FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {Convert.ToString(field.GetRawConstantValue(), null)}",
        FieldInfo field => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"`{method.GetGenericArguments().Length}" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "&";
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "!" : "!!") + type.GenericParameterPosition;
        string scope = type.DeclaringType is { } outer ? Bare(outer) + "+" : type.Namespace + ".";
        string arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : "";
        return scope + type.Name + arguments;
    }

    private static string Bare(Type type) => (type.DeclaringType is { } outer ? Bare(outer) + "+" : type.Namespace + ".") + type.Name;
}
