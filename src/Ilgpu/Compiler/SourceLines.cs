using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ILGPU.Compiler;

/// <summary>Source lines and names of locals from the portable PDB beside an assembly, for people who read messages and generated source.</summary>
internal static class SourceLines
{
    private static readonly ConcurrentDictionary<MethodBase, Symbols> Known = new();

    /// <summary>" (File.cs:12)", or nothing where there is no PDB.</summary>
    public static string Find(MethodBase method, int ilOffset) => At(method, ilOffset) is { } place ? $" ({place})" : "";

    /// <summary>"File.cs:12", or null where there is no PDB. Folders are left out: they differ between machines.</summary>
    public static string? At(MethodBase method, int ilOffset)
    {
        var symbols = SymbolsOf(method);
        int line = 0;
        foreach (var (offset, startLine) in symbols.Lines)
            if (offset <= ilOffset) line = startLine;
        return line == 0 ? null : $"{symbols.File}:{line}";
    }

    /// <summary>The name of a local; several where the C# compiler put several into one slot; null where there is no PDB.</summary>
    public static string? LocalName(MethodBase method, int slot)
    {
        var names = SymbolsOf(method).Locals.Where(local => local.Slot == slot).Select(local => local.Name).Distinct().ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static Symbols SymbolsOf(MethodBase method) => Known.GetOrAdd(method, static m =>
    {
        try
        {
            return Read(m);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return Symbols.None; // a message without a line is better than none
        }
    });

    private static Symbols Read(MethodBase method)
    {
        string pdb = Path.ChangeExtension(method.Module.FullyQualifiedName, ".pdb");
        if (!File.Exists(pdb)) return Symbols.None;
        using var stream = File.OpenRead(pdb);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var reader = provider.GetMetadataReader();
        var definition = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        var points = reader.GetMethodDebugInformation(definition.ToDebugInformationHandle()).GetSequencePoints().Where(point => !point.IsHidden).ToArray();
        string file = points.Length == 0 ? "" : Path.GetFileName(reader.GetString(reader.GetDocument(points[0].Document).Name).Replace('\\', '/'));
        var locals = reader.GetLocalScopes(definition)
            .SelectMany(scope => reader.GetLocalScope(scope).GetLocalVariables())
            .Select(reader.GetLocalVariable)
            .Select(local => (local.Index, reader.GetString(local.Name)));
        return new Symbols(file, [.. points.Select(point => (point.Offset, point.StartLine))], [.. locals]);
    }

    private sealed record Symbols(string File, ImmutableArray<(int Offset, int Line)> Lines, ImmutableArray<(int Slot, string Name)> Locals)
    {
        public static readonly Symbols None = new("", [], []);
    }
}
