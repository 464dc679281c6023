using System.Collections.Immutable;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The devices of this machine and the settings of what is compiled for them. Dispose it after its accelerators.</summary>
public sealed partial class Context : IDisposable
{
    private readonly List<Accelerator> accelerators = [];
    private CPUAccelerator? implicitCpu;
    private bool disposed;

    private Context(Builder builder)
    {
        Properties = new ContextProperties();
        Properties.CopyFrom(builder);
        Devices = [.. builder.Devices];
        LeftOut = [.. builder.LeftOut];
    }

    /// <summary>The name of ILGPU's main assembly.</summary>
    public const string AssemblyName = "ILGPU";

    /// <summary>The file name of ILGPU's main assembly.</summary>
    public const string FullAssemblyModuleName = AssemblyName + ".dll";

    /// <summary>The name that programs give to <see cref="System.Runtime.CompilerServices.InternalsVisibleToAttribute"/> for kernels
    /// that are not public. Here kernels of any visibility run without it.</summary>
    public const string RuntimeAssemblyName = "ILGPURuntime";

    /// <summary>The version of this runtime.</summary>
    public static string Version => typeof(Context).Assembly.GetName().Version?.ToString() ?? "0";

    /// <summary>The settings.</summary>
    public ContextProperties Properties { get; }

    /// <summary>All devices that the builder registered, in that order.</summary>
    public ImmutableArray<Device> Devices { get; }

    /// <summary>Why drivers or devices that were asked for are not among <see cref="Devices"/>, one sentence each.</summary>
    internal ImmutableArray<string> LeftOut { get; }

    /// <summary>Raised after an accelerator of this context was made.</summary>
    public event EventHandler<Accelerator>? AcceleratorCreated;

    /// <summary>A builder without devices.</summary>
    public static Builder Create() => new();

    /// <summary>A context with what <paramref name="buildingCallback"/> registers.</summary>
    public static Context Create(Action<Builder> buildingCallback)
    {
        ArgumentNullException.ThrowIfNull(buildingCallback);
        var builder = new Builder();
        buildingCallback(builder);
        return builder.ToContext();
    }

    /// <summary>A context with all devices of this machine.</summary>
    public static Context CreateDefault() => Create(builder => builder.Default());

    /// <summary>A context with all devices of this machine, and assertions where a debugger is attached.</summary>
    public static Context CreateDefaultAutoAssertions() => Create(builder => builder.Default().AutoAssertions());

    /// <summary>A context with all devices of this machine, and debug settings where a debugger is attached.</summary>
    public static Context CreateDefaultAutoDebug() => Create(builder => builder.Default().AutoDebug());

    /// <summary>Enumerates <see cref="Devices"/>.</summary>
    public ImmutableArray<Device>.Enumerator GetEnumerator() => Devices.GetEnumerator();

    /// <summary>The CPU, or the first other device where there is one and <paramref name="preferCPU"/> is false.</summary>
    /// <exception cref="NotSupportedException">The context has no devices.</exception>
    public Device GetPreferredDevice(bool preferCPU)
    {
        Device? best = null;
        foreach (var device in Devices)
        {
            if (best is null || ((device.AcceleratorType == AcceleratorType.CPU) == preferCPU && IsCpu(best) != preferCPU))
                best = device;
        }

        return best ?? throw new NotSupportedException("The context has no devices: register some with Builder.Default() or Builder.CPU().");

        static bool IsCpu(Device device) => device.AcceleratorType == AcceleratorType.CPU;
    }

    /// <summary>All devices, the preferred kind first; with <paramref name="matchingDevicesOnly"/> only the kind of the preferred device.</summary>
    public IEnumerable<Device> GetPreferredDevices(bool preferCPU, bool matchingDevicesOnly)
    {
        if (Devices.IsEmpty)
            return [];
        var type = GetPreferredDevice(preferCPU).AcceleratorType;
        var matching = Devices.Where(device => device.AcceleratorType == type);
        return matchingDevicesOnly ? matching : matching.Concat(Devices.Where(device => device.AcceleratorType != type));
    }

    /// <summary>The device number <paramref name="deviceIndex"/> of one kind.</summary>
    /// <exception cref="NotSupportedException">There is no such device.</exception>
    public TDevice GetDevice<TDevice>(int deviceIndex)
        where TDevice : Device
    {
        var devices = GetDevices<TDevice>();
        if (deviceIndex >= 0 && deviceIndex < devices.Count)
            return devices[deviceIndex];
        string why = LeftOut.IsEmpty ? "" : " Left out: " + string.Join(" ", LeftOut);
        throw new NotSupportedException(
            $"Device {deviceIndex} of kind {typeof(TDevice).Name} was asked for; the context has {devices.Count} of that kind.{why}");
    }

    /// <summary>All devices of one kind.</summary>
    public DeviceCollection<TDevice> GetDevices<TDevice>()
        where TDevice : Device
        => new(Devices.OfType<TDevice>().ToArray());

    /// <summary>Forgets compiled kernels that are not in use.</summary>
    public void ClearCache(ClearCacheMode mode)
    {
        foreach (var accelerator in Accelerators())
            accelerator.ClearCache(mode);
    }

    /// <summary>Disposes the accelerators that are still alive.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var accelerator in Accelerators())
            accelerator.Dispose();
    }

    /// <summary>An accelerator of the default CPU device, opened when it is first asked for.</summary>
    internal CPUAccelerator ImplicitCpu
    {
        get
        {
            lock (accelerators)
                return implicitCpu is { IsDisposed: false } ? implicitCpu : implicitCpu = CPUDevice.Default.CreateCPUAccelerator(this);
        }
    }

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(disposed, this);

    /// <summary>Takes up an accelerator that is complete: one whose driver failed while it was made is not the context's to dispose.</summary>
    internal void Register(Accelerator accelerator)
    {
        lock (accelerators)
            accelerators.Add(accelerator);
        AcceleratorCreated?.Invoke(this, accelerator);
    }

    internal void Unregister(Accelerator accelerator)
    {
        lock (accelerators)
            accelerators.Remove(accelerator);
    }

    private Accelerator[] Accelerators()
    {
        lock (accelerators)
            return [.. accelerators];
    }

    /// <summary>The devices of one kind.</summary>
    /// <typeparam name="TDevice">The kind.</typeparam>
    public readonly ref struct DeviceCollection<TDevice>
        where TDevice : Device
    {
        private readonly ReadOnlySpan<TDevice> devices;

        internal DeviceCollection(TDevice[] devices) => this.devices = devices;

        /// <summary>The number of devices.</summary>
        public int Count => devices.Length;

        /// <summary>The device at <paramref name="deviceIndex"/>.</summary>
        public TDevice this[int deviceIndex] => devices[deviceIndex];

        /// <summary>Enumerates the devices.</summary>
        public Enumerator GetEnumerator() => new(devices);

        /// <summary>Walks the devices of one kind.</summary>
        public ref struct Enumerator
        {
            private ReadOnlySpan<TDevice>.Enumerator devices;

            internal Enumerator(ReadOnlySpan<TDevice> devices) => this.devices = devices.GetEnumerator();

            /// <summary>The current device.</summary>
            public TDevice Current => devices.Current;

            /// <summary>Goes to the next device; false behind the last.</summary>
            public bool MoveNext() => devices.MoveNext();
        }
    }
}

/// <summary>How thoroughly caches are cleared.</summary>
public enum ClearCacheMode
{
    /// <summary>What can be made again cheaply.</summary>
    Default = 0,

    /// <summary>Everything that is not in use.</summary>
    Everything = 1,
}
