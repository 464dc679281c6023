using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

public class LanguageTests
{
    [Theory, Accelerators]
    public void References_and_out_parameters(string accelerator) => Same(accelerator, LanguageKernels.References);

    [Theory, Accelerators]
    public void Operands_are_evaluated_in_order(string accelerator) => Same(accelerator, LanguageKernels.EvaluationOrder);

    [Theory, Accelerators]
    public void Structs_methods_operators_and_tuples(string accelerator) => Same(accelerator, LanguageKernels.Structs);

    [Theory, Accelerators]
    public void Aliased_references(string accelerator) => Same(accelerator, LanguageKernels.ByReference);

    [Theory, Accelerators]
    public void Local_functions(string accelerator) => Same(accelerator, LanguageKernels.LocalFunctions);

    [Theory, Accelerators]
    public void Loops_switches_and_gotos(string accelerator) => Same(accelerator, LanguageKernels.Loops);

    [Theory, Accelerators]
    public void Early_returns(string accelerator) => Same(accelerator, LanguageKernels.EarlyReturns);

    [Theory, Accelerators]
    public void Ternaries_and_patterns(string accelerator) => Same(accelerator, LanguageKernels.Ternaries);

    [Theory, Accelerators]
    public void Enums(string accelerator) => Same(accelerator, LanguageKernels.Enums);

    [Theory, Accelerators]
    public void Views_of_two_kinds_of_memory_in_one_struct_type(string accelerator) => Same(accelerator, LanguageKernels.ViewsInStructs);

    [Theory, Accelerators]
    public void Views_of_other_element_types(string accelerator) => Same(accelerator, LanguageKernels.Casts);

    [Theory, Accelerators]
    public void Constants(string accelerator) => Same(accelerator, LanguageKernels.Constants);

    [Theory, Accelerators]
    public void Functors_with_fields_compose(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        float[] input = [-3f, -0.5f, 0f, 0.25f, 2f, 100f];
        using var x = accelerator.Allocate1D([.. input.Select(v => new Single32(v))]);
        using var y = accelerator.Allocate1D<Single32>(input.Length);
        var op = new Compose<Leaky, Cubic>(new Leaky(0.1), default);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Single32>, ArrayView<Single32>, Compose<Leaky, Cubic>, Empty, int>(GenericKernels.MapNumbers)(
            input.Length, x.View, y.View, op, default, 7);
        var actual = y.GetAsArray1D();
        for (int i = 0; i < input.Length; i++)
        {
            float cube = input[i] * input[i] * input[i] + 1f;
            Assert.Equal((cube > 0 ? cube : (float)0.1 * cube) + 7f, actual[i].Value);
        }
    }

    [Theory, Accelerators]
    public void Static_abstract_members_give_constants(string accelerator)
    {
        var config = new KernelConfig(4, 32);
        SameResults.Grouped<float, float>(accelerator, GenericKernels.TiledStatic<Doubled>, SameResults.Reals(128), 128, config);
        SameResults.Grouped<float, float>(accelerator, GenericKernels.TiledStatic<Squared>, SameResults.Reals(128), 128, config);
    }

    private interface IApply
    {
        static abstract int Apply(int x);
    }

    private abstract class Tripled : IApply
    {
        public static int Apply(int x) => 3 * x;
    }

    private static void Applied<TOperation>(Index1D i, ArrayView<int> x, ArrayView<long> y)
        where TOperation : IApply
        => y[i] = TOperation.Apply(x[i]);

    [Theory, Accelerators]
    public void Static_abstract_members_of_classes(string accelerator) =>
        SameResults.Implicit<int, long>(accelerator, Applied<Tripled>, SameResults.Integers());

    [Theory, Accelerators]
    public void Generic_numbers(string accelerator)
    {
        SameResults.Implicit<int, long>(accelerator, GenericKernels.GenericMath, SameResults.Integers());
        SameResults.Implicit<float, double>(accelerator, GenericKernels.GenericMath, [.. SameResults.Reals().Where(float.IsFinite)]);
        SameResults.Implicit<byte, int>(accelerator, GenericKernels.GenericMath, [0, 1, 127, 128, 255]);
    }

    [Theory, Accelerators]
    public void Specialized_values_are_constants(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(Enumerable.Range(1, 100).ToArray());
        using var y = accelerator.Allocate1D<int>(100);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>, SpecializedValue<int>>(GenericKernels.Specialized);
        foreach (int size in (int[])[16, 100, 16])
        {
            y.MemSetToZero();
            kernel((1, 16), x.View, y.View, SpecializedValue.New(size));
            accelerator.Synchronize();
            Assert.Equal(Enumerable.Range(0, 100).Select(k => k < size ? (size - k) * size : 0), y.GetAsArray1D());
        }
    }

    private static void Same(string accelerator, Action<Index1D, ArrayView<int>, ArrayView<int>> kernel) =>
        SameResults.Implicit(accelerator, kernel, SameResults.Integers());
}
