namespace ILGPU.Runtime;

/// <content>Implicitly grouped kernels, with what is known about them.</content>
public static partial class KernelLoaders
{
    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1> LoadAutoGroupedStreamKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1> LoadAutoGroupedKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2> LoadAutoGroupedStreamKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadAutoGroupedKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadAutoGroupedKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.PrepareImplicit(action.Method, 0), out info)).ImplicitOn;

    private static CompiledKernel Told(CompiledKernel kernel, out KernelInfo info)
    {
        info = kernel.Info;
        return kernel;
    }
}
