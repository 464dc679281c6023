#if !ILGPU_PACKAGE
using System.Text;
using System.Text.RegularExpressions;
using Gpu.Ilgpu.Tests.Cuda;
using Gpu.Kernels.Accelerated;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Kernels.Tests.Cuda;

/// <summary>The generated CUDA C of every tensor kernel compiles to PTX with clang, and tiles of products stay in registers.</summary>
public partial class TensorKernelPtxTests
{
    // A kernel without tiles needs no optimizer to show that it compiles.
    private const string Quick = "-O1";
    private const string Full = "-O3";

    [ClangFact]
    public void Every_tensor_kernel_compiles_to_PTX()
    {
        var kernels = Translate(128, TensorKernelSweep.All);
        Assert.True(TensorKernelSweep.Functors.Length > 80, $"{TensorKernelSweep.Functors.Length} functors");
        Assert.True(kernels.Count > 2 * TensorKernelSweep.Functors.Length, $"{kernels.Count} kernels");
        foreach (string part in (string[])["Composed1<", "Composed2<", "Composed3<", "Native32"])
            Assert.Contains(kernels, kernel => kernel.Source.Contains(part, StringComparison.Ordinal));
        string ptx = Compile(kernels, Quick);
        Assert.Equal(kernels.Count, Entry().Count(ptx));
        Assert.DoesNotContain(".ftz", ptx);
    }

    [ClangFact]
    public void Tiles_of_products_stay_in_registers()
    {
        // Groups of 128 take the large tile, groups of 16 the small one; each in float32 and float64.
        foreach (int group in (int[])[128, 16])
        {
            var tiled = Translate(group, TensorKernelSweep.OfProducts).Where(kernel => kernel.Name.Contains(nameof(ProductKernels.Tiled), StringComparison.Ordinal)).ToList();
            Assert.Equal(2, tiled.Count);
            string ptx = Compile(tiled, Full);
            Assert.DoesNotContain(".local", ptx);
            Assert.Contains("fma.rn.f32", ptx);
            Assert.Contains("fma.rn.f64", ptx);
            Assert.Matches(@"ld\.shared", ptx);
        }
    }

    /// <summary>Names and CUDA C of the kernels of a backend with groups of that size.</summary>
    private static unsafe List<(string Name, string Source)> Translate(int groupSize, Func<AcceleratorDevice, KernelSignature[]> use)
    {
        var context = Context.Create(builder => builder.CPU(new CPUDevice(4, 64, 1)).EnableAlgorithms());
        using var device = new AcceleratorDevice("sweep", "sweep", context, context.Devices[0], groupSize);
        var kernels = new List<(string, string)>();
        foreach (var signature in use(device))
            kernels.Add((signature.Name, KernelCompiler.Compile(signature, AcceleratorType.Cuda).Source));
        return kernels;
    }

    /// <summary>All of them in one file, each in a namespace of its own: starting clang takes longer than compiling a kernel.</summary>
    private static string Compile(List<(string Name, string Source)> kernels, string optimization)
    {
        var all = new StringBuilder();
        for (int k = 0; k < kernels.Count; k++)
        {
            string source = kernels[k].Source.Replace("extern \"C\" ", "", StringComparison.Ordinal);
            all.Append($"namespace k{k} {{\n#line 1 \"{k}.cu\"\n{source}\n}}\n");
        }

        string folder = Directory.CreateTempSubdirectory("ptx").FullName;
        try
        {
            string file = Path.Combine(folder, "all.cu"), output = Path.Combine(folder, "all.s");
            File.WriteAllText(file, all.ToString());
            var (code, text) = HostCompiler.Run(
                HostCompiler.Clang!, "-x", "cuda", "--cuda-gpu-arch=sm_80", "--cuda-device-only", "-nocudainc", "-nocudalib", "-Xclang", "-target-feature", "-Xclang", "+ptx70",
                "-std=c++17", "-S", optimization, "-ffp-contract=off", "-w", "-include", Path.Combine(HostCompiler.Sources, "ptx.h"), file, "-o", output);
            Assert.True(code == 0, Explain(text, kernels));
            return File.ReadAllText(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Explain(string text, List<(string Name, string Source)> kernels)
    {
        if (ErrorPlace().Match(text) is not { Success: true } place) return text;
        var (name, source) = kernels[int.Parse(place.Groups[1].Value)];
        return $"{name} does not compile:\n{text}\n{source}";
    }

    [GeneratedRegex(@"^(\d+)\.cu:\d+:\d+: error", RegexOptions.Multiline)]
    private static partial Regex ErrorPlace();

    [GeneratedRegex(@"^\.visible \.entry", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
#endif
