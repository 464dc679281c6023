using System.Diagnostics;
using Gpu.Digests;

namespace Gpu.SameBits.Tests;

/// <summary>The program of digests in a process of its own, for what is settled when a process starts: vector widths, environment variables.</summary>
internal static class DigestProcess
{
    /// <summary>Runs it with arguments and environment variables.</summary>
    public static (string Header, IReadOnlyDictionary<string, string> Digests) Run(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(DigestProgram).Assembly.Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(output) : throw new InvalidOperationException($"The digests ended with code {process.ExitCode}:\n{output}\n{error.Result}");
    }

    /// <summary>The header line and the digest of each computation.</summary>
    public static (string Header, IReadOnlyDictionary<string, string> Digests) Parse(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (lines[0], lines.Skip(1).ToDictionary(line => line[..line.LastIndexOf(' ')], line => line[(line.LastIndexOf(' ') + 1)..]));
    }
}
