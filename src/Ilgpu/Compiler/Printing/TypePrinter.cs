using System.Text;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Printing;

/// <summary>Names of types; declares each struct once, before its first use.</summary>
internal sealed class TypePrinter(Dialect dialect)
{
    private readonly Dictionary<string, string> _structs = [];
    private readonly Dictionary<StructType, string[]> _fieldNames = [];

    public StringBuilder Declarations { get; } = new();

    public string Name(IrType type) => type switch
    {
        Scalar scalar => scalar.Name,
        PointerType { Element: PointerType inner } pointer => Name(inner) + dialect.Space(pointer.Space.Final) + "*",
        PointerType pointer => dialect.Space(pointer.Space.Final) + Name(pointer.Element) + "*",
        _ => Struct((StructType)type),
    };

    public string Field(StructType type, int index) => FieldNames(type)[index];

    private string Struct(StructType type)
    {
        FixSpaces(type);
        string key = type.Key;
        if (_structs.TryGetValue(key, out string? known)) return known;
        var names = FieldNames(type);
        var fields = new StringBuilder();
        for (int i = 0; i < type.Fields.Length; i++)
        {
            var field = type.Fields[i];
            if (field.Filling > 0) fields.Append($" u8 filling{i}[{field.Filling}];");
            fields.Append($" {Name(field.Type)} {names[i]}{(field.ArrayLength > 0 ? $"[{field.ArrayLength}]" : "")};");
        }
        if (type.Fields.Length == 0) fields.Append(" i8 empty;");
        if (type.Filling > 0) fields.Append($" u8 filling[{type.Filling}];");
        string name = $"{TypeNames.Identifier(type.Clr.Name.Split('`')[0])}_{_structs.Count}";
        _structs[key] = name;
        Declarations.Append($"typedef struct {{{fields} }} {name};\n");
        return name;
    }

    private string[] FieldNames(StructType type)
    {
        if (_fieldNames.TryGetValue(type, out var known)) return known;
        var names = new List<string>();
        foreach (var field in type.Fields)
        {
            // <X>k__BackingField is the property X, <x>P a primary constructor's parameter.
            string raw = field.Clr.Name;
            if (raw.StartsWith('<') && raw.IndexOf('>') > 1) raw = raw[1..raw.IndexOf('>')];
            string name = TypeNames.Identifier(raw) + "_";
            names.Add(names.Contains(name) ? name + names.Count : name);
        }
        return _fieldNames[type] = [.. names];
    }

    /// <summary>Open address spaces become private before they are part of a name.</summary>
    private static void FixSpaces(IrType type)
    {
        if (type is PointerType pointer)
        {
            _ = pointer.Space.Final;
            FixSpaces(pointer.Element);
        }
        else if (type is StructType { HasPointer: true } structure)
        {
            foreach (var field in structure.Fields) FixSpaces(field.Type);
        }
    }
}
