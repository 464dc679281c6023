using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Host;

namespace Gpu.Kernels;

/// <summary>y = f(x) on floats, pending.</summary>
internal sealed unsafe class PendingUnary<TOp>(TOp op, in Operand x) : Pending(1, x, x, x) where TOp : struct, IUnary
{
    public readonly TOp Op = op;

    public override void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y) => backend.Map(Op, a, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) => HostBackend.MapTile(Op, dtype, a, y, stays, n);

    public override Type Expression(Type x, Type y, Type z) => typeof(Apply1<,>).MakeGenericType(typeof(TOp), x);

    protected override int CountCost() => Op.Forward(new Effort()).Total;
}

/// <summary>y = f(a, b) on floats, pending.</summary>
internal sealed unsafe class PendingBinary<TOp>(TOp op, in Operand a, in Operand b) : Pending(2, a, b, a) where TOp : struct, IBinary
{
    public readonly TOp Op = op;

    public override void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y) => backend.Map(Op, a, b, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) => HostBackend.MapTile(Op, dtype, a, b, y, stays, n);

    public override Type Expression(Type x, Type y, Type z) => typeof(Apply2<,,>).MakeGenericType(typeof(TOp), x, y);

    protected override int CountCost() => Op.Forward(new Effort(), new Effort()).Total;
}

/// <summary>y = f(a, b, c) on floats, pending.</summary>
internal sealed unsafe class PendingTernary<TOp>(TOp op, in Operand a, in Operand b, in Operand c) : Pending(3, a, b, c) where TOp : struct, ITernary
{
    public readonly TOp Op = op;

    public override void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y) => backend.Map(Op, a, b, c, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) => HostBackend.MapTile(Op, dtype, a, b, c, y, stays, n);

    public override Type Expression(Type x, Type y, Type z) => typeof(Apply3<,,,>).MakeGenericType(typeof(TOp), x, y, z);

    protected override int CountCost() => Op.Forward(new Effort(), new Effort(), new Effort()).Total;
}

/// <summary>y = f(x) of an every-dtype functor on floats, pending.</summary>
internal sealed unsafe class PendingNumUnary<TOp>(TOp op, in Operand x) : Pending(1, x, x, x) where TOp : struct, INumUnary
{
    public readonly TOp Op = op;

    public override void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y) => backend.MapNum(Op, a, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) => HostBackend.MapNumTile(Op, dtype, a, y, stays, n);

    public override Type Expression(Type x, Type y, Type z) => typeof(ApplyNum1<,>).MakeGenericType(typeof(TOp), x);

    protected override int CountCost() => Op.Forward(new Effort()).Total;
}

/// <summary>y = f(a, b) of an every-dtype functor on floats, pending.</summary>
internal sealed unsafe class PendingNumBinary<TOp>(TOp op, in Operand a, in Operand b) : Pending(2, a, b, a) where TOp : struct, INumBinary
{
    public readonly TOp Op = op;

    public override void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y) => backend.MapNum(Op, a, b, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) => HostBackend.MapNumTile(Op, dtype, a, b, y, stays, n);

    public override Type Expression(Type x, Type y, Type z) => typeof(ApplyNum2<,,>).MakeGenericType(typeof(TOp), x, y);

    protected override int CountCost() => Op.Forward(new Effort(), new Effort()).Total;
}
