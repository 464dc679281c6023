namespace ILGPU.Runtime;

/// <content>Implicitly grouped kernels with a given group size, with what is known about them.</content>
public static partial class KernelLoaders
{
    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1> LoadImplicitlyGroupedStreamKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1> LoadImplicitlyGroupedKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadImplicitlyGroupedKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize, out KernelInfo info)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize)), out info)).ImplicitOn;
}
