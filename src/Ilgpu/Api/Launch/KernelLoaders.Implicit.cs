namespace ILGPU.Runtime;

/// <content>Implicitly grouped kernels.</content>
public static partial class KernelLoaders
{
    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1> LoadAutoGroupedStreamKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1> LoadAutoGroupedKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1> LoadImplicitlyGroupedStreamKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1> LoadImplicitlyGroupedKernel<TIndex, T1>(this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct
        => new Launcher<T1>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2> LoadAutoGroupedStreamKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadAutoGroupedKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadImplicitlyGroupedKernel<TIndex, T1, T2>(this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadAutoGroupedKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3>(this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(accelerator.PrepareImplicit(action.Method, 0)).Implicit;

    /// <summary>Loads an implicitly grouped kernel; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(accelerator.PrepareImplicit(action.Method, 0)).ImplicitOn;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the default stream.</summary>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).Implicit;

    /// <summary>Loads an implicitly grouped kernel with a given group size; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(accelerator.PrepareImplicit(action.Method, accelerator.CheckGroupSize(customGroupSize))).ImplicitOn;
}
