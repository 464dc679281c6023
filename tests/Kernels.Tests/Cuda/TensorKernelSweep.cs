#if !ILGPU_PACKAGE
using System.Reflection;
using Gpu.Kernels.Accelerated;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Tests.Accelerated;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Cuda;

/// <summary>Calls every operation of a backend with every functor, dtype and kind of layout, so that it loads every kernel it has.</summary>
internal sealed class TensorKernelSweep(Device device)
{
    private static readonly DType[] Reals = [DType.Float32, DType.Float64];
    private static readonly DType[] Numbers = [.. Reals, DType.Int32, DType.Int64];
    private static readonly Type[] Plain = [.. typeof(Sum).Assembly.GetTypes().Where(type => type is { IsValueType: true, IsGenericTypeDefinition: false } && IsFunctor(type))];

    private readonly IBackend backend = device.Backend;

    /// <summary>All functors, those over another functor closed over each that fits.</summary>
    public static Type[] Functors { get; } =
    [
        .. Plain,
        .. typeof(Sum).Assembly.GetTypes()
            .Where(type => type is { IsValueType: true, IsGenericTypeDefinition: true, Namespace: "Gpu.Kernels.Functors" } && IsFunctor(type) && type.GetGenericArguments().Length == 1)
            .SelectMany(type => Plain.Select(inner => Close(type, inner))).OfType<Type>(),
    ];

    /// <summary>The kernels that a backend loads, of all operations.</summary>
    public static KernelSignature[] All(AcceleratorDevice device) => After(device, sweep => sweep.Run());

    /// <summary>The kernels that a backend loads for matrix products.</summary>
    public static KernelSignature[] OfProducts(AcceleratorDevice device) => After(device, sweep =>
    {
        foreach (var dtype in Reals) sweep.Products(dtype);
    });

    private static KernelSignature[] After(AcceleratorDevice device, Action<TensorKernelSweep> use)
    {
        use(new TensorKernelSweep(device));
        device.Synchronize();
        return [.. ((GpuBackend)device.Backend).Accelerator.LoadedKernels];
    }

    private void Run()
    {
        foreach (var functor in Plain) Chained(functor);
        device.Precision = Precision.Fast;
        foreach (var functor in Plain) Elementwise(functor, typeof(IBinary), nameof(IBackend.Map), 2, DType.Float32);
        device.Precision = Precision.Exact;

        foreach (var functor in Functors)
        {
            Elementwise(functor, typeof(IUnary), nameof(IBackend.Map), 1, Reals);
            Elementwise(functor, typeof(IBinary), nameof(IBackend.Map), 2, Reals);
            Elementwise(functor, typeof(ITernary), nameof(IBackend.Map), 3, Reals);
            Elementwise(functor, typeof(INumUnary), nameof(IBackend.MapNum), 1, Numbers);
            Elementwise(functor, typeof(INumBinary), nameof(IBackend.MapNum), 2, Numbers);
            Elementwise(functor, typeof(INumTernary), nameof(IBackend.MapNum), 3, Numbers);
            if (typeof(IRelation).IsAssignableFrom(functor))
                foreach (var dtype in Numbers) Invoke(nameof(IBackend.Compare), functor, New(dtype, 2, 3), New(dtype, 2, 3), New(DType.Bool, 2, 3));
            if (typeof(IReduction).IsAssignableFrom(functor))
                foreach (var dtype in Numbers) Folds((x, y) => Invoke(nameof(IBackend.Reduce), functor, x, y), dtype, dtype);
            if (typeof(INormalization).IsAssignableFrom(functor))
                foreach (var dtype in Reals)
                    foreach (int width in (int[])[5, 3000]) Invoke(nameof(IBackend.Normalize), functor, New(dtype, 2, width), New(dtype, 2, width), New(dtype, 2, width), 1);
        }

        foreach (var dtype in Numbers)
        {
            Folds((x, y) => backend.ArgReduce(true, x, y), dtype, DType.Int64);
            Indexing(dtype);
        }

        Copies();
        foreach (var dtype in Reals) Products(dtype);
        Draws();
        backend.Require(new BothInUnitInterval(), New(DType.Float32, 0), New(DType.Float32, 0), "nothing");
    }

    /// <summary>
    /// The functor at the end of a chain that is one kernel, of a type that is put together at run time; once over the functions of the device's
    /// own library.
    /// </summary>
    private void Chained(Type functor)
    {
        Type sum = typeof(ApplyNum2<Add, FirstInput, SecondInput>);
        (Type? expression, int inputs) = functor switch
        {
            _ when typeof(IUnary).IsAssignableFrom(functor) => (typeof(Apply1<,>).MakeGenericType(functor, sum), 2),
            _ when typeof(IBinary).IsAssignableFrom(functor) => (typeof(Apply2<,,>).MakeGenericType(functor, sum, typeof(FirstInput)), 2),
            _ when typeof(ITernary).IsAssignableFrom(functor) => (typeof(Apply3<,,,>).MakeGenericType(functor, sum, typeof(SecondInput), typeof(ThirdInput)), 3),
            _ when typeof(INumUnary).IsAssignableFrom(functor) => (typeof(ApplyNum1<,>).MakeGenericType(functor, typeof(Apply1<Sigmoid, FirstInput>)), 1),
            _ => (null, 0),
        };
        if (expression == null) return;
        var load = typeof(GpuBackend).GetMethod(nameof(GpuBackend.Load))!.MakeGenericMethod(expression);
        load.Invoke(backend, [DType.Float32, inputs, /* isLine */ true, /* isExact */ false]);
        if (!typeof(IUnary).IsAssignableFrom(functor)) load.Invoke(backend, [DType.Float64, inputs, /* isLine */ false, /* isExact */ true]);
    }

    private void Elementwise(Type functor, Type kind, string method, int arity, params DType[] dtypes)
    {
        if (!kind.IsAssignableFrom(functor)) return;
        foreach (var dtype in dtypes)
        {
            foreach (bool broadcast in (bool[])[false, true])
            {
                var operands = Enumerable.Range(0, arity).Select(_ => New(dtype, 2, 3))
                    .Select(x => broadcast ? new Operand(x.Storage, Layout.Strided([2, 3], [0, 1], 0)) : x).Append(New(dtype, 2, 3));
                Invoke(method, functor, [.. operands.Cast<object>()]);
            }
        }
    }

    /// <summary>Rows, columns, everything; short and long, alone and many.</summary>
    private void Folds(Action<Operand, Operand> fold, DType from, DType to)
    {
        foreach (var (rows, columns) in (ReadOnlySpan<(int, int)>)[(2, 3), (2, 40_000), (700, 700)])
        {
            fold(New(from, rows, columns), New(to, rows, 1));
            fold(New(from, rows, columns), New(to, 1, columns));
            fold(New(from, rows, columns), New(to, 1, 1));
        }
    }

    private void Indexing(DType dtype)
    {
        var index = New(DType.Int64, 2, 3);
        backend.Gather(New(dtype, 2, 3), index, New(dtype, 2, 3), 1);
        backend.ScatterAdd(New(dtype, 2, 3), index, New(dtype, 2, 3), 1);
        backend.Where(New(DType.Bool, 2, 3), New(dtype, 2, 3), New(dtype, 2, 3), New(dtype, 2, 3));
    }

    private void Copies()
    {
        foreach (var from in (DType[])[DType.Bool, .. Numbers])
        {
            backend.Fill(New(from, 2, 3), 1);
            foreach (var to in (DType[])[DType.Bool, .. Numbers])
            {
                var x = New(from, 2, 3);
                backend.Copy(x, New(to, 2, 3));
                backend.Copy(new Operand(x.Storage, Layout.Strided([2, 3], [0, 1], 0)), New(to, 2, 3));
            }
        }
    }

    private void Products(DType dtype)
    {
        foreach (var (m, k, p) in (ReadOnlySpan<(int, int, int)>)[(1, 4, 3), (1, 700, 3), (300, 700, 1), (3, 4, 5), (33, 40, 35)])
            backend.MatMul(New(dtype, 1, m, k), New(dtype, 1, k, p), New(dtype, 1, m, p));
    }

    private void Draws()
    {
        foreach (var dtype in Reals)
        {
            backend.Random(new(Distribution.Uniform, 1, 0, 0.0, 1.0), New(dtype, 5));
            backend.Random(new(Distribution.Normal, 1, 0, 0.0, 1.0), New(dtype, 5));
        }

        foreach (var dtype in Numbers) backend.Random(new(Distribution.Bernoulli, 1, 0, 0.5, 0.0), New(dtype, 5));
        foreach (var dtype in (DType[])[DType.Int32, DType.Int64]) backend.Random(new(Distribution.Integer, 1, 0, 1L, 9L), New(dtype, 5));
    }

    private Operand New(DType dtype, params int[] sizes)
    {
        var operand = Arrays.Empty(device, dtype, sizes);
        backend.Fill(operand, dtype == DType.Bool);
        return operand;
    }

    private void Invoke(string method, Type functor, params object[] operands) => typeof(IBackend).GetMethods()
        .Single(candidate => candidate.Name == method && candidate.GetParameters().Length == operands.Length + 1)
        .MakeGenericMethod(functor).Invoke(backend, [Activator.CreateInstance(functor), .. operands]);

    private static bool IsFunctor(Type type) => type.Namespace == "Gpu.Kernels.Functors" && type.GetInterfaces().Any(face =>
        face == typeof(IUnary) || face == typeof(IBinary) || face == typeof(ITernary) || face == typeof(INumUnary) || face == typeof(INumBinary)
        || face == typeof(INumTernary) || face == typeof(IRelation) || face == typeof(IReduction) || face == typeof(INormalization));

    private static Type? Close(Type generic, Type inner)
    {
        try
        {
            return generic.MakeGenericType(inner);
        }
        catch (ArgumentException)
        {
            // The constraint asks for another kind of functor.
            return null;
        }
    }
}
#endif
