using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>The elementwise operations: from the dtype and the vector width to the loop.</summary>
internal sealed unsafe partial class HostBackend
{
    public void Map<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary
    {
        if (y.DType == DType.Float32) Map<TOp, float>(op, x, y);
        else Map<TOp, double>(op, x, y);
    }

    private static void Map<TOp, T>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop1<Lanes512<T>, T, Real1<TOp, Lanes512<T>>>(new(op)), x, y);
        else if (Fma.IsSupported) Driver.Run(new Loop1<Lanes256<T>, T, Real1<TOp, Lanes256<T>>>(new(op)), x, y);
        else Driver.Run(new Loop1<Lanes128<T>, T, Real1<TOp, Lanes128<T>>>(new(op)), x, y);
    }

    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary
    {
        if (y.DType == DType.Float32) Map<TOp, float>(op, a, b, y);
        else Map<TOp, double>(op, a, b, y);
    }

    private static void Map<TOp, T>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop2<Lanes512<T>, T, Real2<TOp, Lanes512<T>>>(new(op)), a, b, y);
        else if (Fma.IsSupported) Driver.Run(new Loop2<Lanes256<T>, T, Real2<TOp, Lanes256<T>>>(new(op)), a, b, y);
        else Driver.Run(new Loop2<Lanes128<T>, T, Real2<TOp, Lanes128<T>>>(new(op)), a, b, y);
    }

    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary
    {
        if (y.DType == DType.Float32) Map<TOp, float>(op, a, b, c, y);
        else Map<TOp, double>(op, a, b, c, y);
    }

    private static void Map<TOp, T>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop3<Lanes512<T>, T, Real3<TOp, Lanes512<T>>>(new(op)), a, b, c, y);
        else if (Fma.IsSupported) Driver.Run(new Loop3<Lanes256<T>, T, Real3<TOp, Lanes256<T>>>(new(op)), a, b, c, y);
        else Driver.Run(new Loop3<Lanes128<T>, T, Real3<TOp, Lanes128<T>>>(new(op)), a, b, c, y);
    }

    public void MapNum<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary
    {
        switch (y.DType)
        {
            case DType.Bool: MapNum<TOp, byte>(op, x, y); break;
            case DType.Int32: MapNum<TOp, int>(op, x, y); break;
            case DType.Int64: MapNum<TOp, long>(op, x, y); break;
            case DType.Float32: MapNum<TOp, float>(op, x, y); break;
            default: MapNum<TOp, double>(op, x, y); break;
        }
    }

    private static void MapNum<TOp, T>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop1<Lanes512<T>, T, Num1<TOp, Lanes512<T>>>(new(op)), x, y);
        else if (Fma.IsSupported) Driver.Run(new Loop1<Lanes256<T>, T, Num1<TOp, Lanes256<T>>>(new(op)), x, y);
        else Driver.Run(new Loop1<Lanes128<T>, T, Num1<TOp, Lanes128<T>>>(new(op)), x, y);
    }

    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary
    {
        switch (y.DType)
        {
            case DType.Bool: MapNum<TOp, byte>(op, a, b, y); break;
            case DType.Int32: MapNum<TOp, int>(op, a, b, y); break;
            case DType.Int64: MapNum<TOp, long>(op, a, b, y); break;
            case DType.Float32: MapNum<TOp, float>(op, a, b, y); break;
            default: MapNum<TOp, double>(op, a, b, y); break;
        }
    }

    private static void MapNum<TOp, T>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop2<Lanes512<T>, T, Num2<TOp, Lanes512<T>>>(new(op)), a, b, y);
        else if (Fma.IsSupported) Driver.Run(new Loop2<Lanes256<T>, T, Num2<TOp, Lanes256<T>>>(new(op)), a, b, y);
        else Driver.Run(new Loop2<Lanes128<T>, T, Num2<TOp, Lanes128<T>>>(new(op)), a, b, y);
    }

    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, INumTernary
    {
        switch (y.DType)
        {
            case DType.Bool: MapNum<TOp, byte>(op, a, b, c, y); break;
            case DType.Int32: MapNum<TOp, int>(op, a, b, c, y); break;
            case DType.Int64: MapNum<TOp, long>(op, a, b, c, y); break;
            case DType.Float32: MapNum<TOp, float>(op, a, b, c, y); break;
            default: MapNum<TOp, double>(op, a, b, c, y); break;
        }
    }

    private static void MapNum<TOp, T>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, INumTernary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new Loop3<Lanes512<T>, T, Num3<TOp, Lanes512<T>>>(new(op)), a, b, c, y);
        else if (Fma.IsSupported) Driver.Run(new Loop3<Lanes256<T>, T, Num3<TOp, Lanes256<T>>>(new(op)), a, b, c, y);
        else Driver.Run(new Loop3<Lanes128<T>, T, Num3<TOp, Lanes128<T>>>(new(op)), a, b, c, y);
    }

    public void Update<TOp>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate
    {
        if (items.IsEmpty) return;
        if (items[0].Parameter.DType == DType.Float32) Update<TOp, float>(items);
        else Update<TOp, double>(items);
    }

    private static void Update<TOp, T>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Update<Lanes512<T>, T, TOp>.Run(items);
        else if (Fma.IsSupported) Update<Lanes256<T>, T, TOp>.Run(items);
        else Update<Lanes128<T>, T, TOp>.Run(items);
    }

    public void Require<TOp>(TOp relation, in Operand a, in Operand b, string otherwise) where TOp : struct, IRelation
    {
        bool holds = a.DType switch
        {
            DType.Bool => Holds<TOp, byte>(relation, a, b),
            DType.Int32 => Holds<TOp, int>(relation, a, b),
            DType.Int64 => Holds<TOp, long>(relation, a, b),
            DType.Float32 => Holds<TOp, float>(relation, a, b),
            _ => Holds<TOp, double>(relation, a, b),
        };
        if (!holds) throw new ArgumentOutOfRangeException(null, otherwise);
    }

    private bool Holds<TOp, T>(TOp relation, in Operand a, in Operand b) where TOp : struct, IRelation where T : unmanaged
    {
        if (!a.Layout.IsContiguous)
        {
            var dense = new Operand(new Storage(a.Storage.Device, a.DType, a.Layout.Count), a.Layout.Dense());
            Copy(a, dense);
            bool result = Holds<TOp, T>(relation, dense, b);
            dense.Storage.Release();
            return result;
        }
        // Nothing is written: what is walked as the result is the first operand.
        int fails = 0;
        if (Avx512DQ.IsSupported) Driver.Run(new RequireLoop<Lanes512<T>, T, TOp>(relation, &fails), a, b, a);
        else if (Fma.IsSupported) Driver.Run(new RequireLoop<Lanes256<T>, T, TOp>(relation, &fails), a, b, a);
        else Driver.Run(new RequireLoop<Lanes128<T>, T, TOp>(relation, &fails), a, b, a);
        return fails == 0;
    }

    public void Compare<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IRelation
    {
        switch (a.DType)
        {
            case DType.Bool: Compare<TOp, byte>(op, a, b, y); break;
            case DType.Int32: Compare<TOp, int>(op, a, b, y); break;
            case DType.Int64: Compare<TOp, long>(op, a, b, y); break;
            case DType.Float32: Compare<TOp, float>(op, a, b, y); break;
            default: Compare<TOp, double>(op, a, b, y); break;
        }
    }

    private static void Compare<TOp, T>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IRelation where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new CompareLoop<Lanes512<T>, T, TOp>(op), a, b, y);
        else if (Fma.IsSupported) Driver.Run(new CompareLoop<Lanes256<T>, T, TOp>(op), a, b, y);
        else Driver.Run(new CompareLoop<Lanes128<T>, T, TOp>(op), a, b, y);
    }

    public void Where(in Operand condition, in Operand a, in Operand b, in Operand y)
    {
        switch (y.DType.Size())
        {
            case 1: Where<byte>(condition, a, b, y); break;
            case 4: Where<int>(condition, a, b, y); break;
            default: Where<long>(condition, a, b, y); break;
        }
    }

    private static void Where<T>(in Operand condition, in Operand a, in Operand b, in Operand y) where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Driver.Run(new WhereLoop<Lanes512<T>, T>(), condition, a, b, y);
        else if (Fma.IsSupported) Driver.Run(new WhereLoop<Lanes256<T>, T>(), condition, a, b, y);
        else Driver.Run(new WhereLoop<Lanes128<T>, T>(), condition, a, b, y);
    }

    public void Fill(in Operand y, Scalar value)
    {
        switch (y.DType)
        {
            case DType.Bool: Driver.Run(new FillLoop<byte>(Elements.From<byte>(value)), y); break;
            case DType.Int32: Driver.Run(new FillLoop<int>(Elements.From<int>(value)), y); break;
            case DType.Int64: Driver.Run(new FillLoop<long>(Elements.From<long>(value)), y); break;
            case DType.Float32: Driver.Run(new FillLoop<float>(Elements.From<float>(value)), y); break;
            default: Driver.Run(new FillLoop<double>(Elements.From<double>(value)), y); break;
        }
    }

    public void Copy(in Operand x, in Operand y)
    {
        switch (x.DType)
        {
            case DType.Bool: Copy<byte>(x, y); break;
            case DType.Int32: Copy<int>(x, y); break;
            case DType.Int64: Copy<long>(x, y); break;
            case DType.Float32: Copy<float>(x, y); break;
            default: Copy<double>(x, y); break;
        }
    }

    private static void Copy<TFrom>(in Operand x, in Operand y) where TFrom : unmanaged
    {
        switch (y.DType)
        {
            case var same when same == x.DType: if (!TransposedCopy.TryRun<TFrom>(x, y)) Driver.Run(new CopyLoop<TFrom>(), x, y); break;
            case DType.Bool: Driver.Run(new ConvertLoop<TFrom, byte>(), x, y); break;
            case DType.Int32: Driver.Run(new ConvertLoop<TFrom, int>(), x, y); break;
            case DType.Int64: Driver.Run(new ConvertLoop<TFrom, long>(), x, y); break;
            case DType.Float32: Driver.Run(new ConvertLoop<TFrom, float>(), x, y); break;
            default: Driver.Run(new ConvertLoop<TFrom, double>(), x, y); break;
        }
    }
}
