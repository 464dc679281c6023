namespace ILGPU.Runtime;

/// <content>Explicitly grouped kernels, with what is known about them.</content>
public static partial class KernelLoaders
{
    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1> LoadStreamKernel<T1>(this Accelerator accelerator, Action<T1> action, out KernelInfo info)
        where T1 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1> LoadStreamKernel<T1>(this Accelerator accelerator, Action<T1> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct
        => new Launcher<T1>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action, out KernelInfo info)
        where T1 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct
        => new Launcher<T1>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2> LoadStreamKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action, out KernelInfo info)
        where T1 : struct where T2 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2> LoadStreamKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action, out KernelInfo info)
        where T1 : struct where T2 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct
        => new Launcher<T1, T2>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3> LoadStreamKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3> LoadStreamKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct
        => new Launcher<T1, T2, T3>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4> LoadStreamKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4> LoadStreamKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
        => new Launcher<T1, T2, T3, T4>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5> LoadStreamKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5> LoadStreamKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        => new Launcher<T1, T2, T3, T4, T5>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6> LoadStreamKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6> LoadStreamKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => accelerator.LoadStreamKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the default stream.</summary>
    public static Action<KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadStreamKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.Prepare(action.Method, specialization), out info)).Grouped;

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => accelerator.LoadKernel(action, KernelSpecialization.Empty, out info);

    /// <summary>Loads an explicitly grouped kernel and tells what is known about it; the delegate launches it on the given stream.</summary>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, KernelSpecialization specialization, out KernelInfo info)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
        => new Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Told(accelerator.Prepare(action.Method, specialization), out info)).GroupedOn;
}
