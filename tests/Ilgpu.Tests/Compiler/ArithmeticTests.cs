using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

public class ArithmeticTests
{
    [Theory, Accelerators]
    public void Small_integers_keep_their_widths(string accelerator) =>
        SameResults.Implicit<int, int>(accelerator, ArithmeticKernels.Small, SameResults.Integers(), ArithmeticKernels.SmallOutputs);

    [Theory, Accelerators]
    public void Integer_overflow_wraps(string accelerator) =>
        SameResults.Implicit<int, int>(accelerator, ArithmeticKernels.Wrapping, SameResults.Integers());

    [Theory, Accelerators]
    public void Integer_division_truncates(string accelerator) =>
        SameResults.Implicit<int, int>(accelerator, ArithmeticKernels.Divisions, SameResults.Integers());

    [Theory, Accelerators]
    public void Longs_and_bits(string accelerator) =>
        SameResults.Implicit<int, long>(accelerator, ArithmeticKernels.Longs, SameResults.Integers(), ArithmeticKernels.LongOutputs);

    [Theory, Accelerators]
    public void Single_precision_is_bit_exact(string accelerator) =>
        SameResults.Implicit<float, float>(accelerator, ArithmeticKernels.RealArithmetic, SameResults.Reals(), ArithmeticKernels.RealOutputs);

    [Theory, Accelerators]
    public void Double_precision_is_bit_exact(string accelerator) =>
        SameResults.Implicit<float, double>(accelerator, ArithmeticKernels.DoubleArithmetic, SameResults.Reals(), ArithmeticKernels.RealOutputs);

    [Theory, Accelerators]
    public void Real_to_integer_saturates(string accelerator) =>
        SameResults.Implicit<float, long>(accelerator, ArithmeticKernels.RealToInteger, SameResults.Reals(), ArithmeticKernels.ConversionOutputs);

    [Theory, Accelerators]
    public void Integer_to_real_rounds_once(string accelerator) =>
        SameResults.Implicit<int, double>(accelerator, ArithmeticKernels.IntegerToReal, SameResults.Integers(), ArithmeticKernels.FromIntegerOutputs);
}
