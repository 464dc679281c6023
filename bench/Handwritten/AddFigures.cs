using Gpu.Kernels.Functors;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Handwritten;

/// <summary>y = a + b over 10⁷ floats: bound by memory, so that nothing but the generated indexing can make it slower.</summary>
internal static class AddFigures
{
    private const int Count = 10_000_000;
    private const double Least = 0.95;

    // Divides the count, as OpenCL 1.2 wants it.
    private const int Group = 250;

    public static IEnumerable<Figure> Measure(Machine machine, int rounds)
    {
        var (left, right) = (Values.Of(Count, 1), Values.Of(Count, 2));
        double[] expected = [.. left.Zip(right, (x, y) => (double)x + y)];

        var bare = machine.Bare;
        nint kernel = bare.Build(Sources.Add, "add"), bareA = bare.Buffer(left), bareB = bare.Buffer(right), bareY = bare.Buffer(Count);

        var accelerator = machine.Accelerator;
        using var a = accelerator.Allocate1D(left);
        using var b = accelerator.Allocate1D(right);
        using var y = accelerator.Allocate1D<float>(Count);
        var add = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>>(OurKernels.Add);

        var device = machine.Device;
        var (tensorA, tensorB, tensorY) = (Values.Operand(device, left, Count), Values.Operand(device, right, Count), Values.Operand(device, null, Count));

        Action driversGroups = () => ByHand(0), ownGroups = () => ByHand(Group);
        Action ilgpu = () =>
        {
            add(Count, a.View, b.View, y.View);
            accelerator.Synchronize();
        };
        Action tensors = () =>
        {
            device.Backend.MapNum(new Add(), tensorA, tensorB, tensorY);
            device.Synchronize();
        };
        driversGroups();
        Values.Check("add by hand", bare.Read(bareY, Count), expected, 0);
        ilgpu();
        Values.Check("add of an ILGPU kernel", y.GetAsArray1D(), expected, 0);
        tensors();
        Values.Check("add of the tensor layer", Values.Read(tensorY), expected, 0);

        double[] times = Rounds.InTurn(rounds, driversGroups, ownGroups, ilgpu, tensors);
        double best = Math.Min(times[0], times[1]);
        yield return Figure.Speed("add 1e7, an ILGPU kernel", times[2], best, Least);
        yield return Figure.Speed("add 1e7, the tensor layer", times[3], best, Least);

        void ByHand(int group)
        {
            BareDevice.Set(kernel, 0, bareA);
            BareDevice.Set(kernel, 1, bareB);
            BareDevice.Set(kernel, 2, bareY);
            bare.Queue(kernel, Count, group);
            bare.Finish();
        }
    }
}
