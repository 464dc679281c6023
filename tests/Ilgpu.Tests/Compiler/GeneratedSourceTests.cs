using System.Reflection;
using System.Runtime.CompilerServices;
using Gpu.Ilgpu.Tests.OpenCl;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>What people see of generated source: C# lines and names, and what a driver's compiler refuses.</summary>
public class GeneratedSourceTests
{
    [Theory]
    [InlineData(AcceleratorType.OpenCL)]
    [InlineData(AcceleratorType.Cuda)]
    public void Shown_source_names_lines_and_locals(AcceleratorType target)
    {
        var program = Compile(target);
        string[] shown = GeneratedSource.Annotate(program);
        string place = $"// GeneratedSourceTests.cs:{LineOfStore}";
        string line = Assert.Single(shown, text => text.Contains(place, StringComparison.Ordinal));
        Assert.Contains("7919", line);
        Assert.Contains(shown, text => text.EndsWith("// running", StringComparison.Ordinal));
        Assert.Contains(shown, text => text.StartsWith("// GeneratedSourceTests.Sum", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AcceleratorType.OpenCL)]
    [InlineData(AcceleratorType.Cuda)]
    public void Compiled_source_has_neither(AcceleratorType target)
    {
        var program = Compile(target);
        Assert.DoesNotContain(".cs:", program.Source);
        Assert.DoesNotContain("running", program.Source);
        Assert.Equal(program.Source.Split('\n').Length, GeneratedSource.Annotate(program).Length);
    }

    [OpenClFact]
    public void A_source_that_the_driver_refuses_is_shown_around_the_error()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        using var accelerator = context.CreateCLAccelerator(0);
        accelerator.Programs = null;
        var program = Compile(AcceleratorType.OpenCL);
        string broken = program.Source.Replace("7919", "7919 nonsense", StringComparison.Ordinal);
        var refused = new KernelProgram
        {
            Source = broken,
            Notes = program.Notes,
            EntryName = program.EntryName,
            ArgumentBytes = program.ArgumentBytes,
            PointerOffsets = program.PointerOffsets,
            SharedBytes = program.SharedBytes,
            ScratchPerItem = program.ScratchPerItem,
            UsesDynamicShared = program.UsesDynamicShared,
            UsesFloat64 = program.UsesFloat64,
            UsesWideAtomics = program.UsesWideAtomics,
        };
        var error = Assert.Throws<InternalCompilerException>(() => new CLProgramSource(accelerator, Signature(), refused).Obtain());
        Assert.Contains($"In C#: GeneratedSourceTests.cs:{LineOfStore}", error.Message);
        Assert.Contains(error.Message.Split('\n'), line => line.StartsWith('>') && line.Contains("7919 nonsense", StringComparison.Ordinal));

        using var y = accelerator.Allocate1D(new[] { 1, 2, 3 });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Sum)(3, y.View, 2);
        Assert.Equal([1 + 7919, 1 + 7919, 1 + 7919], y.GetAsArray1D());
    }

    // The line of the kernel's last statement.
    private static readonly int LineOfStore = Line() + 10;

    private static void Sum(Index1D i, ArrayView<int> y, int n)
    {
        int running = 0;
        for (int k = 0; k < n; k++)
        {
            running += k;
        }

        y[i] = running + 7919;
    }

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static KernelSignature Signature() =>
        new(typeof(GeneratedSourceTests).GetMethod(nameof(Sum), BindingFlags.Static | BindingFlags.NonPublic)!, isImplicit: true);

    private static unsafe KernelProgram Compile(AcceleratorType target) => KernelCompiler.Compile(Signature(), target);
}
