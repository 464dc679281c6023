using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ILGPU.Compiler;

/// <summary>Source lines from the portable PDB beside an assembly or inside it, for messages.</summary>
internal static class SourceLines
{
    /// <summary>" (File.cs:12)", or nothing where there is no PDB.</summary>
    public static string Find(MethodBase method, int ilOffset)
    {
        try
        {
            string assembly = method.Module.FullyQualifiedName;
            string pdb = Path.ChangeExtension(assembly, ".pdb");
            if (!File.Exists(pdb)) return "";
            using var stream = File.OpenRead(pdb);
            using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
            var reader = provider.GetMetadataReader();
            var handle = ((MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken)).ToDebugInformationHandle();
            SequencePoint best = default;
            foreach (var point in reader.GetMethodDebugInformation(handle).GetSequencePoints())
                if (!point.IsHidden && point.Offset <= ilOffset) best = point;
            if (best.StartLine == 0) return "";
            string file = reader.GetString(reader.GetDocument(best.Document).Name);
            return $" ({Path.GetFileName(file)}:{best.StartLine})";
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return ""; // a message without a line is better than none
        }
    }
}
