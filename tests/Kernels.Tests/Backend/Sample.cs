using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>How the memory of a sample is arranged.</summary>
public enum Arrangement
{
    /// <summary>Row-major from the start.</summary>
    Dense,
    /// <summary>Row-major, but not from the start.</summary>
    Offset,
    /// <summary>The dimensions lie in reverse order.</summary>
    Reversed,
    /// <summary>Every dimension has gaps between neighbours.</summary>
    Gaps,
    /// <summary>The first dimension is broadcast.</summary>
    FirstStays,
    /// <summary>The last dimension is broadcast.</summary>
    LastStays,
    /// <summary>All dimensions are broadcast.</summary>
    AllStay,
}

/// <summary>A tensor for backend tests: values in row-major order, and the same values in some arrangement on a device.</summary>
internal sealed class Sample<T> where T : unmanaged, INumberBase<T>
{
    private readonly byte[] _before;

    private Sample(Device device, int[] sizes, Layout layout, T[] values, T[] memory)
    {
        (Device, Sizes, Values) = (device, sizes, values);
        var storage = new Storage(device, DTypes.Of<T>(), memory.Length);
        device.Upload<T>(memory, storage);
        Operand = new(storage, layout);
        _before = MemoryMarshal.AsBytes(memory.AsSpan()).ToArray();
    }

    public Device Device { get; }

    public int[] Sizes { get; }

    /// <summary>The elements in row-major order, as they were made.</summary>
    public T[] Values { get; }

    public Operand Operand { get; }

    /// <summary>A sample whose element i (row-major) is values[i]; broadcast dimensions repeat index 0.</summary>
    public static Sample<T> Of(string device, int[] sizes, Func<int, T> value, Arrangement arrangement = Arrangement.Dense)
    {
        var strides = StridesOf(sizes, arrangement, out int span);
        int offset = arrangement == Arrangement.Dense ? 0 : 3;
        var layout = Layout.Strided(sizes, strides, offset);
        // What lies between the elements must neither be used nor changed.
        var memory = new T[Math.Max(1, span + offset + 2)];
        for (int i = 0; i < memory.Length; i++) memory[i] = Elsewhere(i);
        var values = new T[layout.Count];
        for (int i = values.Length - 1; i >= 0; i--) memory[layout.PositionOf(i)] = value(i);
        for (int i = 0; i < values.Length; i++) values[i] = memory[layout.PositionOf(i)];
        return new(Device.Get(device), sizes, layout, values, memory);
    }

    /// <summary>The elements in row-major order, as they are on the device now.</summary>
    public T[] Read()
    {
        var memory = Memory();
        var result = new T[Operand.Layout.Count];
        for (int i = 0; i < result.Length; i++) result[i] = memory[Operand.Layout.PositionOf(i)];
        return result;
    }

    /// <summary>True when everything between the elements is as it was.</summary>
    public bool SurroundingsAreUntouched()
    {
        var memory = Memory();
        var before = MemoryMarshal.Cast<byte, T>(_before).ToArray();
        for (int i = 0; i < Operand.Layout.Count; i++) before[Operand.Layout.PositionOf(i)] = memory[Operand.Layout.PositionOf(i)];
        return MemoryMarshal.AsBytes(before.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(memory.AsSpan()));
    }

    private T[] Memory()
    {
        var memory = new T[Operand.Storage.Count];
        Device.Download<T>(Operand.Storage, memory);
        return memory;
    }

    private static T Elsewhere(int i) =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(float.NaN) : typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(double.NaN) : T.CreateTruncating(i % 2);

    private static int[] StridesOf(int[] sizes, Arrangement arrangement, out int span)
    {
        var strides = new int[sizes.Length];
        bool reversed = arrangement == Arrangement.Reversed;
        int step = arrangement == Arrangement.Gaps ? 2 : 1;
        for (int k = 0; k < sizes.Length; k++)
        {
            int d = reversed ? k : sizes.Length - 1 - k;
            bool stays = arrangement == Arrangement.AllStay || (arrangement == Arrangement.FirstStays && d == 0) || (arrangement == Arrangement.LastStays && d == sizes.Length - 1);
            strides[d] = stays ? 0 : step;
            if (!stays) step = step * Math.Max(1, sizes[d]) + (arrangement == Arrangement.Gaps ? 1 : 0);
        }
        span = 1;
        for (int d = 0; d < sizes.Length; d++) span += strides[d] * Math.Max(0, sizes[d] - 1);
        return strides;
    }
}
