using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gpu.Nn;

/// <summary>Finds what a module is made of: the parameters, buffers and modules in its fields, and in the arrays, lists, dictionaries and tuples there.</summary>
/// <remarks>The fields of a type are looked up once; their values are read anew each time, so that a layer that was exchanged is seen.</remarks>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]> s_fields = new();

    /// <summary>Calls <paramref name="visit"/> for every parameter, buffer and module that <paramref name="module"/> holds itself, in order of declaration, inherited ones first.</summary>
    public static void Visit(Module module, Action<string, object> visit)
    {
        foreach (var (name, field) in s_fields.GetOrAdd(module.GetType(), FieldsOf))
            VisitValue(name, field.GetValue(module), visit);
    }

    private static void VisitValue(string name, object? value, Action<string, object> visit)
    {
        switch (value)
        {
            case Parameter or Buffer or Module:
                visit(name, value);
                break;
            case Tensor or string or null:
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    VisitValue(Join(name, Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!), entry.Value, visit);
                break;
            case IList list when MayHoldMembers(list.GetType()):
                int number = 0;
                foreach (var item in list) VisitValue(Join(name, $"{number++}"), item, visit);
                break;
            case ITuple tuple:
                for (int i = 0; i < tuple.Length; i++) VisitValue(Join(name, $"{i}"), tuple[i], visit);
                break;
        }
    }

    /// <summary>"layers" and "0" make "layers.0"; an empty name adds nothing.</summary>
    public static string Join(string prefix, string name) => prefix == "" ? name : name == "" ? prefix : $"{prefix}.{name}";

    private static (string, FieldInfo)[] FieldsOf(Type type)
    {
        var chain = new Stack<Type>();
        for (var t = type; t != null && t != typeof(Module); t = t.BaseType) chain.Push(t);
        // No queries over tuples: each of their methods would be compiled before the first step of a program.
        var found = new List<(string, FieldInfo)>();
        foreach (var t in chain)
        {
            var fields = t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            Array.Sort(fields, static (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
            foreach (var field in fields)
                if (MayHoldMembers(field.FieldType))
                    found.Add((field.GetCustomAttribute<NameInStateAttribute>()?.Name ?? NameOf(field.Name), field));
        }
        return found.ToArray();
    }

    /// <summary>Whether a field of this type is worth looking at: numbers, texts and functions are not, nor lists of them.</summary>
    private static bool MayHoldMembers(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : type;
        return !element.IsPrimitive && !element.IsEnum && !element.IsPointer && element != typeof(string) && !element.IsAssignableTo(typeof(Delegate));
    }

    /// <summary>The name of a field in the state: "_fc1" is "fc1", "RunningMean" is "running_mean", as PyTorch writes them.</summary>
    private static string NameOf(string field)
    {
        // The compiler writes <Name>k__BackingField for a property, and <name>P for a captured constructor parameter.
        if (field.StartsWith('<')) field = field[1..field.IndexOf('>')];
        field = field.TrimStart('_');
        var name = new StringBuilder();
        for (int i = 0; i < field.Length; i++)
        {
            if (char.IsUpper(field[i]) && i > 0 && field[i - 1] != '_' && !char.IsUpper(field[i - 1])) name.Append('_');
            name.Append(char.ToLowerInvariant(field[i]));
        }
        return name.ToString();
    }
}

/// <summary>Gives the members of a field another name in the state than the field's own; an empty one leaves the level out.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NameInStateAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
