namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>Arrays to devices and back.</summary>
internal static class Arrays
{
    /// <summary>A row-major operand that holds the values.</summary>
    public static Operand On<T>(Device device, T[] values, params int[] sizes) where T : unmanaged
    {
        var operand = Empty(device, DTypes.Of<T>(), sizes);
        device.Upload<T>(values, operand.Storage);
        return operand;
    }

    /// <summary>A row-major operand.</summary>
    public static Operand Empty(Device device, DType dtype, params int[] sizes)
    {
        var layout = Layout.Contiguous(sizes);
        return new(new Storage(device, dtype, layout.Count), layout);
    }

    /// <summary>The elements of the storage.</summary>
    public static T[] Read<T>(Operand operand) where T : unmanaged
    {
        var values = new T[operand.Storage.Count];
        operand.Storage.Device.Download<T>(operand.Storage, values);
        return values;
    }

    /// <summary>Numbers of very different size, so that every change of order shows.</summary>
    public static float[] Wild(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (random.NextSingle() - 0.5f) * MathF.Pow(2, random.Next(-12, 12));
        return values;
    }
}
