using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ILGPU.Compiler;

/// <summary>Shows generated source to people.</summary>
internal static class GeneratedSource
{
    /// <summary>Environment variable: a folder that receives the source of every compiled kernel.</summary>
    private const string DumpVariable = "GPU_DUMP";

    /// <summary>Lines shown before and after one that a driver's compiler refuses.</summary>
    private const int ContextLines = 3;

    /// <summary>Writes the source into the dump folder where one is set.</summary>
    /// <param name="program">The source.</param>
    /// <param name="extension">Of the file, with its dot.</param>
    public static void Dump(KernelProgram program, string extension)
    {
        if (Environment.GetEnvironmentVariable(DumpVariable) is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program.Source)))[..12];
        File.WriteAllText(Path.Combine(folder, $"{program.EntryName}_{hash}{extension}"), program.Source);
    }

    /// <summary>The lines around the number in a compiler's log, that line marked; the whole source where the number is none of it.</summary>
    public static string LinesAround(string source, string number)
    {
        var lines = source.Split('\n');
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out int line) || line < 1 || line > lines.Length) return source;
        var text = new StringBuilder();
        for (int i = Math.Max(1, line - ContextLines); i <= Math.Min(lines.Length, line + ContextLines); i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == line ? '>' : ' ')}{i,5}  {lines[i - 1]}\n");
        return text.ToString();
    }
}
