using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>
/// Random functions give the same bits as a call of the C# method on the host: 500 of them on the CPU accelerator and on OpenCL, a part of
/// them on the others, where they are slow to compile. A failure names its seed.
/// </summary>
public class RandomKernelTests
{
    private const int FunctionsPerProgram = 20;
    private const int Programs = 25;
    private const int ProgramsOfOthers = 3;
    private const int Items = 64;

    /// <summary>GPU_RANDOM_PROGRAMS sets how many further programs of 20 functions run on every accelerator; GPU_RANDOM_SEED the only one.</summary>
    public static IEnumerable<object[]> Seeds =>
        from name in TestAccelerators.All.Names
        let count = name == "CPU" || name.StartsWith("OpenCL", StringComparison.Ordinal) ? Programs : ProgramsOfOthers
        from seed in Setting("GPU_RANDOM_SEED") is { } only ? [only] : Enumerable.Range(1, count + (Setting("GPU_RANDOM_PROGRAMS") ?? 0))
        select new object[] { name, seed };

    [Fact]
    public void Random_functions_differ()
    {
        var results = RunOnHost(RandomProgram.Create(1, FunctionsPerProgram, Items).Functions, SameResults.Integers(Items));
        Assert.True(results.Distinct().Count() > FunctionsPerProgram * Items / 4);
    }

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Random_functions_give_the_same_bits(string accelerator, int seed)
    {
        var (kernel, functions) = RandomProgram.Create(seed, FunctionsPerProgram, Items);
        var x = SameResults.Integers(Items);
        var expected = RunOnHost(functions, x);
        var actual = Run(accelerator, kernel, x);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i] == actual[i], $"GPU_RANDOM_SEED={seed}, F{i / Items}({x[i % Items]}): expected {expected[i]}, got {actual[i]}");
    }

    private static long[] RunOnHost(RandomProgram.Function[] functions, int[] input)
    {
        var host = TestAccelerators.Get("CPU");
        using var numbers = host.Allocate1D<int>(RandomFunction.MemorySize);
        using var records = host.Allocate1D<RandomNested>(RandomFunction.MemorySize);
        return [.. functions.SelectMany(function => input.Select(x => Call(function, x, numbers.View, records.View)))];
    }

    private static long Call(RandomProgram.Function function, int x, ArrayView<int> numbers, ArrayView<RandomNested> records)
    {
        RandomHelpers.Fill(x, numbers, records);
        return RandomHelpers.Combine(function(x, numbers, records), numbers, records);
    }

    private static long[] Run(string name, MethodInfo kernel, int[] input)
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(input);
        using var y = accelerator.Allocate1D<long>(FunctionsPerProgram * Items);
        var launch = accelerator.LoadAutoGroupedKernel<Action<AcceleratorStream, Index1D, ArrayView<int>, ArrayView<long>>>(kernel);
        launch(accelerator.DefaultStream, (int)y.Length, x.View, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : null;
}
