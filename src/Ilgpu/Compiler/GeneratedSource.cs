using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ILGPU.Compiler;

/// <summary>Shows generated source to people: with the C# lines it comes from and the names of C# locals as comments.</summary>
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
        File.WriteAllText(Path.Combine(folder, $"{program.EntryName}_{hash}{extension}"), string.Join('\n', Annotate(program)));
    }

    /// <summary>The lines of a program with comments behind them. A C# line is named where it changes.</summary>
    public static string[] Annotate(KernelProgram program)
    {
        var lines = program.Source.Split('\n');
        string shown = "";
        foreach (var note in program.Notes)
        {
            if (note.Text is not { } text || (!note.IsLocal && text == shown)) continue;
            if (!note.IsLocal) shown = text;
            lines[note.Line] += $"  // {text}";
        }
        return lines;
    }

    /// <summary>
    /// The lines around the number in a compiler's log, that line marked, and the C# line that it comes from; the whole source where the
    /// number is none of it.
    /// </summary>
    public static string LinesAround(KernelProgram program, string number)
    {
        var lines = Annotate(program);
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out int line) || line < 1 || line > lines.Length) return string.Join('\n', lines);
        var text = new StringBuilder();
        if (program.Notes.LastOrDefault(note => !note.IsLocal && note.Line < line) is { Method: not null, Text: { } place })
            text.Append(CultureInfo.InvariantCulture, $"In C#: {place}\n");
        for (int i = Math.Max(1, line - ContextLines); i <= Math.Min(lines.Length, line + ContextLines); i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == line ? '>' : ' ')}{i,5}  {lines[i - 1]}\n");
        return text.ToString();
    }
}
