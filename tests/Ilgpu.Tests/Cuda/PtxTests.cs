using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>
/// Generated CUDA C compiles to PTX with clang: every kernel of the classes of this assembly whose names end in "Kernels" (generic ones
/// are compiled through the stand-in). What the PTX does is looked at where it matters.
/// </summary>
public class PtxTests
{
    private static readonly Lazy<Dictionary<string, (string? Ptx, string Text)>> Compiled = new(CompileAll);

    public static TheoryData<string> Names => [.. Kernels.Keys];

    private static SortedDictionary<string, MethodInfo> Kernels { get; } = new(
        typeof(PtxTests).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Kernels", StringComparison.Ordinal) && !type.Name.StartsWith("Refused", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(IsKernel)
            .ToDictionary(method => $"{method.DeclaringType!.Name}.{method.Name}"));

    [ClangTheory, MemberData(nameof(Names))]
    public void Compiles_to_PTX(string name) => Assert.Contains(".visible .entry", PtxOf(name));

    [ClangTheory]
    [InlineData("PtxKernels.RegisterTile")]
    public void Register_tiles_stay_in_registers(string name)
    {
        string ptx = PtxOf(name);
        Assert.DoesNotContain(".local", ptx);
        Assert.DoesNotMatch(@"\bld\.(f32|u32|b32)", ptx);
        Assert.Contains("fma.rn.f32", ptx);
        Assert.Matches(@"ld\.shared", ptx);
    }

    [ClangTheory]
    [InlineData("PtxKernels.Axpy")]
    public void Products_and_sums_are_not_contracted(string name)
    {
        string ptx = PtxOf(name);
        Assert.DoesNotContain("fma", ptx);
        Assert.Contains("mul.rn.f32", ptx);
        Assert.Contains("add.rn.f32", ptx);
        Assert.Contains("div.rn.f32", ptx);
        Assert.DoesNotContain(".ftz", ptx);
    }

    private static string PtxOf(string name)
    {
        var (ptx, text) = Compiled.Value[name];
        return ptx ?? throw new Xunit.Sdk.XunitException($"{name} does not compile:\n{text}");
    }

    private static string Errors(string log, string file)
    {
        var lines = log.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).ToArray();
        var own = lines.Where(line => line.Contains(file, StringComparison.Ordinal)).ToArray();
        return string.Join('\n', own.Length > 0 ? own : lines) + "\n\n";
    }

    private static bool IsKernel(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return method.ReturnType == typeof(void) && !method.IsGenericMethodDefinition
            && parameters.Any(parameter => parameter.ParameterType.Name.StartsWith("ArrayView", StringComparison.Ordinal))
            && parameters.All(parameter => parameter.ParameterType.IsValueType && !parameter.ParameterType.Name.StartsWith("SpecializedValue", StringComparison.Ordinal));
    }

    private static unsafe Dictionary<string, (string? Ptx, string Text)> CompileAll()
    {
        string folder = Directory.CreateTempSubdirectory("ptx").FullName;
        try
        {
            var results = new Dictionary<string, (string? Ptx, string Text)>();
            foreach (var (name, method) in Kernels)
            {
                bool isImplicit = typeof(IIndex).IsAssignableFrom(method.GetParameters()[0].ParameterType);
                try
                {
                    string source = KernelCompiler.Compile(new KernelSignature(method, isImplicit), AcceleratorType.Cuda).Source;
                    results[name] = (null, source);
                    File.WriteAllText(Path.Combine(folder, name + ".cu"), source);
                }
                catch (InternalCompilerException exception)
                {
                    results[name] = (null, exception.Message);
                }
            }

            // One process for all: each input gives an output beside it, whatever becomes of the others.
            string log = Path.Combine(folder, "clang.sh");
            File.WriteAllText(
                log,
                $"cd '{folder}' && {HostCompiler.Clang} -x cuda --cuda-gpu-arch=sm_80 --cuda-device-only -nocudainc -nocudalib -Xclang -target-feature -Xclang +ptx70 "
                + $"-std=c++17 -S -O3 -ffp-contract=off -w -include '{Path.Combine(HostCompiler.Sources, "ptx.h")}' *.cu");
            var (_, text) = HostCompiler.Run("sh", log);
            foreach (string name in Kernels.Keys)
            {
                string output = Directory.EnumerateFiles(folder, name + "-cuda*.s").FirstOrDefault() ?? "";
                if (output.Length > 0)
                    results[name] = (File.ReadAllText(output), "");
                else if (File.Exists(Path.Combine(folder, name + ".cu")))
                    results[name] = (null, Errors(text, name + ".cu") + results[name].Text);
            }

            return results;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
