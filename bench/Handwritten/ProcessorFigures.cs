using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Handwritten;

/// <summary>The CPU accelerator: it is there to check kernels, so it must be quick enough for tests.</summary>
internal static class ProcessorFigures
{
    private const int Size = 512, Side = 16, Rows = 64, Width = 1024, RowItems = 64, Launches = 100;

    public static IEnumerable<Figure> Measure(int rounds)
    {
        // Groups of up to 256 items; the default device takes 16.
        using var context = Context.Create(builder => builder.CPU(new CPUDevice(4, 64, 1)).EnableAlgorithms());
        using var accelerator = context.CreateCPUAccelerator(0);
        yield return Product(accelerator, Math.Min(rounds, 5));
        yield return Softmax(accelerator, rounds);
        yield return Launch(accelerator, rounds);
    }

    private static Figure Product(Accelerator accelerator, int rounds)
    {
        var (left, right) = (Values.Of(Size * Size, 1), Values.Of(Size * Size, 2));
        using var a = accelerator.Allocate1D(left);
        using var b = accelerator.Allocate1D(right);
        using var y = accelerator.Allocate1D<float>(Size * Size);
        var product = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, int>(OurKernels.SimpleProduct);
        var shape = new KernelConfig(new Index2D(Size / Side, Size / Side), new Index2D(Side, Side));
        Action run = () =>
        {
            product(shape, a.View, b.View, y.View, Size);
            accelerator.Synchronize();
        };
        run();
        Values.Check("tiled product", y.GetAsArray1D(), Values.Product(left, right, Size, 37), 1e-3);
        return Figure.Time("CPU accelerator: tiled product 512, groups of 16 x 16", Rounds.InTurn(rounds, run)[0], 1);
    }

    private static Figure Softmax(Accelerator accelerator, int rounds)
    {
        float[] values = Values.Of(Rows * Width, 1);
        using var x = accelerator.Allocate1D(values);
        using var y = accelerator.Allocate1D<float>(Rows * Width);
        var softmax = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int>(OurKernels.Softmax);
        Action run = () =>
        {
            softmax(new KernelConfig(Rows, RowItems), x.View, y.View, Width);
            accelerator.Synchronize();
        };
        run();
        var expected = new double[Rows * Width];
        for (int row = 0; row < Rows; row++)
        {
            var part = values.Skip(row * Width).Take(Width).Select(value => Math.Exp(value)).ToArray();
            double sum = part.Sum();
            for (int i = 0; i < Width; i++) expected[row * Width + i] = part[i] / sum;
        }
        Values.Check("softmax", y.GetAsArray1D(), expected, 1e-6);
        return Figure.Time("CPU accelerator: softmax 64 x 1024, groups of 64", Rounds.InTurn(rounds, run)[0], 5e-3);
    }

    private static Figure Launch(Accelerator accelerator, int rounds)
    {
        using var x = accelerator.Allocate1D(new float[1]);
        ArrayView<float> view = x.View;
        var nothing = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(OurKernels.Nothing);
        Action run = () =>
        {
            for (int i = 0; i < Launches; i++) nothing(1, view);
            accelerator.Synchronize();
        };
        double seconds = Rounds.InTurn(rounds, run)[0] / Launches;
        return Figure.Time("CPU accelerator: empty launch", seconds, 5e-6);
    }
}
