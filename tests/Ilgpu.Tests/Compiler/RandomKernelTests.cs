using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

public class RandomKernelTests
{
    private const int FunctionsPerProgram = 20;
    private const int Items = 64;

    /// <summary>GPU_RANDOM_PROGRAMS sets how many further programs of 20 functions run.</summary>
    public static IEnumerable<object[]> Seeds =>
        Enumerable.Range(1, 4 + (int.TryParse(Environment.GetEnvironmentVariable("GPU_RANDOM_PROGRAMS"), out int more) ? more : 0))
            .SelectMany(seed => TestAccelerators.Names.Where(name => name != "CPU").Select(name => new object[] { name, seed }));

    [Fact]
    public void Random_functions_differ()
    {
        var x = SameResults.Integers(Items);
        Assert.True(Run("CPU", RandomProgram.Kernel(1, FunctionsPerProgram, Items), x).Distinct().Count() > FunctionsPerProgram * Items / 4);
    }

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Random_functions_give_the_same_bits(string accelerator, int seed)
    {
        var kernel = RandomProgram.Kernel(seed, FunctionsPerProgram, Items);
        var x = SameResults.Integers(Items);
        var expected = Run("CPU", kernel, x);
        var actual = Run(accelerator, kernel, x);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i] == actual[i], $"seed {seed}, F{i / Items}({x[i % Items]}): expected {expected[i]}, got {actual[i]}");
    }

    private static long[] Run(string name, System.Reflection.MethodInfo kernel, int[] input)
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(input);
        using var y = accelerator.Allocate1D<long>(FunctionsPerProgram * Items);
        var launch = accelerator.LoadAutoGroupedKernel<Action<AcceleratorStream, Index1D, ArrayView<int>, ArrayView<long>>>(kernel);
        launch(accelerator.DefaultStream, (int)y.Length, x.View, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }
}
