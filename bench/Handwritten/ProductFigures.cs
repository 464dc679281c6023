using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Handwritten;

/// <summary>Products of 1024 x 1024 matrices from tiles of 64 x 64, 4 x 4 results an item: bound by arithmetic on registers.</summary>
internal static class ProductFigures
{
    private const int Size = 1024, Tile = 64, Items = 256, Groups = Size / Tile * (Size / Tile), CheckedStep = 73;
    private const double Least = 0.9;
    // Sums of 1024 terms of at most 1.
    private const double Tolerance = 1e-3;

    public static IEnumerable<Figure> Measure(Machine machine, int rounds)
    {
        var (left, right) = (Values.Of(Size * Size, 1), Values.Of(Size * Size, 2));
        double[] expected = Values.Product(left, right, Size, CheckedStep);

        var bare = machine.Bare;
        nint kernel = bare.Build(Sources.Product, "product"), bareA = bare.Buffer(left), bareB = bare.Buffer(right), bareY = bare.Buffer(Size * Size);

        var accelerator = machine.Accelerator;
        using var a = accelerator.Allocate1D(left);
        using var b = accelerator.Allocate1D(right);
        using var y = accelerator.Allocate1D<float>(Size * Size);
        var product = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, int>(OurKernels.Product);

        var device = machine.Device;
        var (tensorA, tensorB) = (Values.Operand(device, left, 1, Size, Size), Values.Operand(device, right, 1, Size, Size));
        var tensorY = Values.Operand(device, null, 1, Size, Size);

        Action byHand = () =>
        {
            BareDevice.Set(kernel, 0, bareA);
            BareDevice.Set(kernel, 1, bareB);
            BareDevice.Set(kernel, 2, bareY);
            BareDevice.Set(kernel, 3, Size);
            bare.Queue(kernel, Groups * Items, Items);
            bare.Finish();
        };
        Action ilgpu = () =>
        {
            product(new KernelConfig(Groups, Items), a.View, b.View, y.View, Size);
            accelerator.Synchronize();
        };
        Action tensors = () =>
        {
            device.Backend.MatMul(tensorA, tensorB, tensorY);
            device.Synchronize();
        };
        byHand();
        Values.Check("product by hand", bare.Read(bareY, Size * Size), expected, Tolerance);
        ilgpu();
        Values.Check("product of an ILGPU kernel", y.GetAsArray1D(), expected, Tolerance);
        tensors();
        Values.Check("product of the tensor layer", Values.Read(tensorY), expected, Tolerance);

        double[] times = Rounds.InTurn(rounds, byHand, ilgpu, tensors);
        yield return Figure.Speed("product 1024, an ILGPU kernel", times[1], times[0], Least);
        yield return Figure.Speed("product 1024, the tensor layer", times[2], times[0], Least);
    }
}
