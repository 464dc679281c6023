using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>C# names of types and methods for messages, and C identifiers made of them.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsByRef || type.IsPointer) return Of(type.GetElementType()!) + (type.IsByRef ? "&" : "*");
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    public static string Of(MethodBase method)
    {
        string arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";
        string type = method.DeclaringType == null ? "" : Of(method.DeclaringType) + ".";
        return type + (method.IsConstructor ? "ctor" : method.Name) + arguments;
    }

    /// <summary>The letters and digits of a name, never empty, never starting with a digit.</summary>
    public static string Identifier(string name)
    {
        string clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Trim('_');
        return clean.Length == 0 ? "m" : char.IsAsciiDigit(clean[0]) ? "m" + clean : clean;
    }
}
