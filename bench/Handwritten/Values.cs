using Gpu.Kernels;

namespace Gpu.Handwritten;

/// <summary>Inputs, and results against what they must be.</summary>
internal static class Values
{
    /// <summary>Multiples of 1/512 in [-1, 1), in no order.</summary>
    public static float[] Of(int count, int salt)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float)(((i * 7919L) + (salt * 104729L)) % 1009) / 512 - 1;
        return values;
    }

    /// <summary>A tensor's memory on a device, with values or without.</summary>
    public static Operand Operand(Device device, float[]? values, params int[] sizes)
    {
        var layout = Layout.Contiguous(sizes);
        var storage = new Storage(device, DType.Float32, layout.Count);
        if (values != null) device.Upload<float>(values, storage);
        return new(storage, layout);
    }

    public static float[] Read(in Operand operand)
    {
        var values = new float[operand.Layout.Count];
        operand.Storage.Device.Download<float>(operand.Storage, values);
        return values;
    }

    /// <summary>Rows 0, step, 2 step ... of a @ b for square matrices, in float64; NaN stands for what is not computed.</summary>
    public static double[] Product(float[] a, float[] b, int n, int step)
    {
        var product = new double[n * n];
        Array.Fill(product, double.NaN);
        for (int row = 0; row < n; row += step)
        {
            Array.Clear(product, row * n, n);
            for (int k = 0; k < n; k++)
                for (int column = 0; column < n; column++)
                    product[row * n + column] += (double)a[row * n + k] * b[k * n + column];
        }
        return product;
    }

    /// <exception cref="InvalidOperationException">A value is off by more than the tolerance: there is nothing to time.</exception>
    public static void Check(string name, float[] actual, double[] expected, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!double.IsNaN(expected[i]) && !(Math.Abs(actual[i] - expected[i]) <= tolerance))
                throw new InvalidOperationException($"{name}: element {i} is {actual[i]}, not {expected[i]}.");
        }
    }
}
