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

        /// <summary>All devices of this machine with default settings.</summary>
        public Builder Default() => AllAccelerators();

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

        /// <summary>Optimizes nothing.</summary>
        public Builder Debug() => Optimize(OptimizationLevel.Debug);

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

        /// <summary>The context.</summary>
        public Context ToContext() => new(this);
    }
}
