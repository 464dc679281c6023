using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

public interface IRefusedFunctor
{
    int Apply(int x);

    int Twice(int x) => Apply(x) * 2;
}

public readonly struct RefusedFunctor : IRefusedFunctor
{
    public int Apply(int x) => x + 1;
}

/// <summary>Each kernel holds one construct that cannot run on a device.</summary>
internal static class RefusedKernels
{
    private static int s_counter;

    public static void NewArray(Index1D i, ArrayView<int> y)
    {
        var a = new int[i.X];
        a[0] = i;
        y[i] = a[0];
    }

    public static void Text(Index1D i, ArrayView<int> y) => y[i] = "abc".Length;

    public static void ProcessorVector(Index1D i, ArrayView<int> y) => y[i] = (int)new System.Numerics.Vector3(i, 1, 2).Y;

    public static void Throwing(Index1D i, ArrayView<int> y)
    {
        if (i > 3) throw new InvalidOperationException();
        y[i] = 1;
    }

    public static void VirtualCall(Index1D i, ArrayView<int> y)
    {
        object o = y;
        y[i] = o.GetHashCode();
    }

    public static void Recursion(Index1D i, ArrayView<int> y) => y[i] = Fibonacci(i);

    public static void Delegate(Index1D i, ArrayView<int> y)
    {
        Func<int, int> f = q => q + 1;
        y[i] = f(i);
    }

    public static void MixedMemory(ArrayView<int> y)
    {
        var s = SharedMemory.Allocate<int>(4);
        var v = Group.IdxX > 2 ? y : s;
        v[0] = 1;
    }

    public static void TryFinally(Index1D i, ArrayView<int> y)
    {
        try
        {
            y[i] = 1;
        }
        finally
        {
            y[i] = 2;
        }
    }

    public static void VariableSize(ArrayView<int> y)
    {
        var s = SharedMemory.Allocate<int>(y.IntLength);
        y[0] = s[0];
    }

    public static void StaticField(Index1D i, ArrayView<int> y) => y[i] = s_counter++;

    public static void Checked(Index1D i, ArrayView<int> y)
    {
        checked
        {
            y[i] = i.X * 1000000;
        }
    }

    public static void DefaultMethod(Index1D i, ArrayView<int> y) => y[i] = CallDefault(new RefusedFunctor(), i);

    public static void ThroughInterface(Index1D i, ArrayView<int> y)
    {
        IRefusedFunctor f = new RefusedFunctor();
        y[i] = f.Apply(i);
    }

    public static void JitOnly(Index1D i, ArrayView<int> y) => y[i] = (int)MathF.ReciprocalSqrtEstimate(i);

    public static void Overlapping(Index1D i, ArrayView<Union> y) => y[i] = new Union { Whole = i };

    public static void ViewOfViews(Index1D i, ArrayView<ArrayView<int>> y) => y[i][0] = 1;

    private static int CallDefault<T>(T f, int x) where T : struct, IRefusedFunctor => f.Twice(x);

    private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
}

/// <summary>Two fields in one place.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
public struct Union
{
    [System.Runtime.InteropServices.FieldOffset(0)]
    public int Whole;

    [System.Runtime.InteropServices.FieldOffset(0)]
    public float Real;
}
