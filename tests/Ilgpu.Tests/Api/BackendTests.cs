using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Kernels that are compiled first and loaded afterwards.</summary>
public class BackendTests
{
    private static readonly MethodInfo Implicit = ((Action<Index1D, ArrayView<int>, int>)Add).Method;
    private static readonly MethodInfo Explicit = ((Action<ArrayView<int>, int>)AddGrouped).Method;

    [Theory, Accelerators]
    public void CompiledKernelsAreLoadedAndLaunched(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var backend = accelerator.GetBackend();
        using var y = accelerator.Allocate1D<int>(100);
        var grouped = backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(Explicit), default);
        Assert.Equal((IndexType.KernelConfig, 2, "Kernel_AddGrouped"), (grouped.IndexType, grouped.NumParameters, grouped.Name));
        using (var kernel = accelerator.LoadKernel(grouped))
            kernel.CreateLauncherDelegate<Action<AcceleratorStream, KernelConfig, ArrayView<int>, int>>()(accelerator.DefaultStream, (10, 10), y.View, 5);
        Assert.Equal(Enumerable.Range(5, 100), y.GetAsArray1D());

        var compiled = accelerator.CompileKernel(EntryPointDescription.FromImplicitlyGroupedKernel(Implicit));
        Assert.Equal((IndexType.Index1D, 2), (compiled.IndexType, compiled.NumParameters));
        int added = 0;
        foreach (var kernel in new[] { accelerator.LoadAutoGroupedKernel(compiled), accelerator.LoadImplicitlyGroupedKernel(compiled, 4), accelerator.LoadKernel(compiled) })
        {
            kernel.CreateLauncherDelegate<Action<AcceleratorStream, Index1D, ArrayView<int>, int>>()(accelerator.DefaultStream, 100, y.View, ++added);
            Assert.Equal(Enumerable.Range(added, 100), y.GetAsArray1D());
            Assert.Equal(Implicit, kernel.CompiledKernel.SourceMethod);
        }
    }

    [Theory, Accelerators]
    public void LaunchersTellTheirKernel(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var launcher = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Add);
        var compiled = launcher.GetCompiledKernel();
        Assert.Equal("Kernel_my_sum", compiled.Name);
        var text = new StringWriter();
        launcher.GetKernelInfo()!.Dump(text);
        Assert.Contains("Shared memory:  0 bytes", text.ToString(), StringComparison.Ordinal);
        if (compiled is CLCompiledKernel openCl)
            Assert.Contains("__kernel void Kernel_my_sum(", openCl.Source, StringComparison.Ordinal);
        Assert.Equal(accelerator.AcceleratorType == AcceleratorType.OpenCL, compiled is CLCompiledKernel);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Add, out var info);
        info!.Dump(text);
        Assert.Contains("Group size: ", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void KernelsHaveNames()
    {
        Assert.Equal("Kernel_my_sum", KernelNameAttribute.GetKernelName(Implicit));
        Assert.Equal("Kernel_AddGrouped", EntryPointDescription.FromExplicitlyGroupedKernel(Explicit).Name);
        Assert.Equal("caf__1", new KernelNameAttribute("café-1").KernelName);
        Assert.ThrowsAny<ArgumentException>(() => new KernelNameAttribute(" "));
    }

    [Fact]
    public void EntryPointsAreComparedByMethodAndLaunch()
    {
        var grouped = EntryPointDescription.FromExplicitlyGroupedKernel(Implicit);
        var extent = EntryPointDescription.FromImplicitlyGroupedKernel(Implicit);
        Assert.True(grouped != extent && extent == EntryPointDescription.FromImplicitlyGroupedKernel(Implicit));
        Assert.Equal((0, 1, false), (grouped.KernelIndexParameterOffset, extent.KernelIndexParameterOffset, extent.HasSpecializedParameters));
        Assert.True(EntryPointDescription.FromExplicitlyGroupedKernel(((Action<ArrayView<int>, SpecializedValue<int>>)Specialized).Method).HasSpecializedParameters);
        Assert.Contains("Index1D", Assert.Throws<NotSupportedException>(() => EntryPointDescription.FromImplicitlyGroupedKernel(Explicit)).Message, StringComparison.Ordinal);
    }

    [KernelName("my sum")]
    private static void Add(Index1D i, ArrayView<int> y, int value) => y[i] = i + value;

    private static void AddGrouped(ArrayView<int> y, int value) => y[Grid.GlobalIndex.X] = Grid.GlobalIndex.X + value;

    private static void Specialized(ArrayView<int> y, SpecializedValue<int> value) => y[0] = value;
}
