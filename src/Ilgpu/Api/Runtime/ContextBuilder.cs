using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace ILGPU;

/// <content>The builder of contexts.</content>
public sealed partial class Context
{
    /// <summary>Collects devices and settings for a context. Each method returns the builder.</summary>
    public sealed class Builder : ContextProperties
    {
        internal Builder()
        {
        }

        /// <summary>The registered devices.</summary>
        internal List<Device> Devices { get; } = [];

        /// <summary>Why drivers or devices are not among <see cref="Devices"/>.</summary>
        internal List<string> LeftOut { get; } = [];

        /// <summary>All devices of this machine with default settings, and <see cref="AutoAssertions"/>.</summary>
        public Builder Default() => AllAccelerators().AutoAssertions();

        /// <summary>All devices of this machine.</summary>
        public Builder AllAccelerators() => AllAccelerators(_ => true);

        /// <summary>All devices of this machine that satisfy <paramref name="predicate"/>.</summary>
        public Builder AllAccelerators(Predicate<Device> predicate)
        {
            ArgumentNullException.ThrowIfNull(predicate);
            var cpu = CPUDevice.GetDevice(CPUDeviceKind.Default);
            if (predicate(cpu))
                this.CPU(cpu);
            return this.Cuda(device => predicate(device)).OpenCL(device => predicate(device));
        }

        /// <summary>Sets how much the kernel compiler optimizes.</summary>
        public Builder Optimize(OptimizationLevel level)
        {
            OptimizationLevel = level;
            return this;
        }

        /// <summary>Optimizes nothing, and <see cref="Assertions"/>.</summary>
        public Builder Debug() => Optimize(OptimizationLevel.Debug).Assertions();

        /// <summary>Optimizes what is safe and cheap.</summary>
        public Builder Release() => Optimize(OptimizationLevel.Release);

        /// <summary>Sets how exact functions are.</summary>
        public Builder Math(MathMode mode)
        {
            MathMode = mode;
            return this;
        }

        /// <summary>Sets which functions the kernel compiler puts into their callers.</summary>
        public Builder Inlining(InliningMode mode)
        {
            InliningMode = mode;
            return this;
        }

        /// <summary>Lets streams measure time.</summary>
        public Builder Profiling()
        {
            EnableProfiling = true;
            return this;
        }

        /// <summary>
        /// Lets kernels check every index into a view, shared and local memory included. An access outside touches nothing; it is raised as
        /// <see cref="IndexOutOfRangeException"/>, which names kernel, view, index and length: by the launch on the CPU accelerator, else by the
        /// next copy to or from the host or the next Synchronize of the stream. Kernels become several times slower. The environment
        /// variable GPU_CHECKS overrides: 1 checks in every context, 0 in none. (Debug.Assert in a kernel runs on the CPU accelerator of a
        /// debug build and nowhere else.)
        /// </summary>
        /// <remarks>On the CPU accelerator checks must be asked for before the first kernel of the process is loaded.</remarks>
        public Builder Assertions()
        {
            CheckedMode.Request();
            EnableAssertions = true;
            return this;
        }

        /// <summary><see cref="Assertions"/> where a debugger is attached.</summary>
        public Builder AutoAssertions() => System.Diagnostics.Debugger.IsAttached ? Assertions() : this;

        /// <summary><see cref="Debug"/> where a debugger is attached.</summary>
        public Builder AutoDebug() => System.Diagnostics.Debugger.IsAttached ? Debug() : this;

        /// <summary>Asks for a check of the compiler's own results. Without effect here: the driver's compiler checks what it is given.</summary>
        public Builder Verify()
        {
            EnableVerifier = true;
            return this;
        }

        /// <summary>Sets what the compiler knows about source lines. Without effect here: messages name them where a PDB is found.</summary>
        public Builder DebugSymbols(DebugSymbolsMode mode)
        {
            DebugSymbolsMode = mode;
            return this;
        }

        /// <summary>Sets which results of compilation are kept. Without effect here: each kernel is compiled once for an accelerator.</summary>
        public Builder Caching(CachingMode mode)
        {
            CachingMode = mode;
            return this;
        }

        /// <summary>Sets which host memory is locked while it is copied. Without effect here: what the program allocates so.</summary>
        public Builder PageLocking(PageLockingMode mode)
        {
            PageLockingMode = mode;
            return this;
        }

        /// <summary>Uses NVIDIA's library of functions on CUDA devices. Without effect here: NVRTC brings it.</summary>
        public Builder LibDevice() => this;

        /// <summary>Uses NVIDIA's library of functions on CUDA devices. Without effect here: NVRTC brings it.</summary>
        public Builder LibDevice(string libNvvmPath, string libDevicePath)
        {
            LibNvvmPath = libNvvmPath;
            LibDevicePath = libDevicePath;
            return this;
        }

        /// <summary>Lets kernels on devices print with <see cref="Interop.WriteLine(string)"/>; the CPU accelerator always does.</summary>
        public Builder IOOperations()
        {
            EnableIOOperations = true;
            return this;
        }

        /// <summary><see cref="IOOperations"/> where a debugger is attached.</summary>
        public Builder AutoIOOperations() => System.Diagnostics.Debugger.IsAttached ? IOOperations() : this;

        /// <summary>Sets what an extension reads by <see cref="ContextProperties.GetExtensionProperty{T}"/>.</summary>
        public void SetExtensionProperty<T>(string key, T value)
            where T : struct
            => SetExtension(key, value);

        /// <summary>Sets what kernels on devices may do with static fields that are not readonly. The CPU accelerator reads and writes them.</summary>
        public Builder StaticFields(StaticFieldMode mode)
        {
            StaticFieldMode = mode;
            return this;
        }

        /// <summary>Sets what kernels on devices may do with arrays in static fields. The CPU accelerator reads and writes them.</summary>
        public Builder Arrays(ArrayMode mode)
        {
            ArrayMode = mode;
            return this;
        }

        /// <summary>The context.</summary>
        public Context ToContext() => new(this);
    }
}
