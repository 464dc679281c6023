using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>A relation that must hold is looked at for every element and for nothing else, however the operands lie.</summary>
[Collection(SerialCollection.Name)]
public class RequireTests
{
    private const string Text = "all of them must lie in [0, 1]";

    [Theory, AllDevices]
    public void EveryElementCountsAndNothingBeyondTheLast(string name)
    {
        foreach (int n in new[] { 1, 7, 16, 33, 100, 40000 })
            foreach (int bad in new[] { -1, 0, n / 2, n - 1, n })
            {
                // Element n does not belong to the operands.
                float[] a = [.. Enumerable.Repeat(0.25f, n + 1)], b = [.. Enumerable.Repeat(1f, n + 1)];
                if (bad >= 0) (bad % 2 == 0 ? a : b)[bad] = bad % 3 == 0 ? float.NaN : 1.5f;
                Check(name, bad >= 0 && bad < n, Operand(name, a, Layout.Contiguous([n])), Operand(name, b, Layout.Contiguous([n])));
            }
    }

    [Theory, AllDevices]
    public void OperandsMayLieInAnyOrder(string name)
    {
        var transposed = Layout.Contiguous([50, 3]).Transpose(0, 1);
        var row = Layout.Contiguous([50]).BroadcastTo([3, 50]);
        for (int bad = -1; bad < 150; bad += 13)
        {
            var matrix = new float[150];
            if (bad >= 0) matrix[bad] = -1;
            Check(name, bad >= 0, Operand(name, matrix, transposed), Operand(name, new float[50], row));
            Check(name, bad >= 0, Operand(name, new float[50], row), Operand(name, matrix, transposed));
            Check(name, bad >= 0, Operand(name, matrix, Layout.Contiguous([3, 50])), Operand(name, new float[150], transposed));
        }
    }

    private static void Check(string name, bool fails, in Operand a, in Operand b)
    {
        var (x, y) = (a, b);
        var before = (Values(a), Values(b));
        void Require()
        {
            Device.Get(name).Backend.Require(new BothInUnitInterval(), x, y, Text);
            Device.Get(name).Synchronize();
        }
        if (fails) Assert.Contains(Text, Assert.Throws<ArgumentOutOfRangeException>(Require).Message);
        else Require();
        Same.Bits(before.Item1, Values(a));
        Same.Bits(before.Item2, Values(b));
    }

    private static Operand Operand(string name, float[] values, Layout layout)
    {
        var storage = new Storage(Device.Get(name), DType.Float32, values.Length);
        Device.Get(name).Upload<float>(values, storage);
        return new(storage, layout);
    }

    private static float[] Values(in Operand operand)
    {
        var values = new float[operand.Storage.Count];
        operand.Storage.Device.Download<float>(operand.Storage, values);
        return values;
    }
}
