using BenchmarkDotNet.Running;

namespace Gpu.Bench;

/// <summary>Kernel throughput on every device of this machine.</summary>
/// <example><code>dotnet run -c Release --project bench/Gpu.Bench -- --filter '*'</code></example>
internal static class Program
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchConfig());
}
