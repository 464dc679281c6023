using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;
using ILGPU.Util;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>What host code asks of contexts, devices and exceptions.</summary>
public class HostObjectTests
{
    [Theory, Accelerators]
    public void AcceleratorsHaveTheDriversHandle(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        Assert.Equal(accelerator.AcceleratorType != AcceleratorType.CPU, accelerator.NativePtr != 0);
        Assert.Contains(accelerator.Name, accelerator.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AContextHasACpuAcceleratorOfItsOwn()
    {
        CPUAccelerator accelerator;
        using (var context = Context.Create().ToContext())
        {
            Assert.Empty(context.Devices);
            accelerator = context.GetImplicitCPUAccelerator();
            Assert.Same(accelerator, context.GetImplicitCPUAccelerator());
            using var buffer = accelerator.Allocate1D([1, 2, 3]);
            Assert.Equal([1, 2, 3], buffer.GetAsArray1D());
            Assert.Equal((16, false), (accelerator.NumThreads, accelerator.UsesSequentialExecution));
        }

        Assert.True(accelerator.IsDisposed);
    }

    [Fact]
    public void CpuDevicesOfOneShapeAreEqual()
    {
        Assert.Equal(new CPUDevice(4, 4, 1), CPUDevice.Default);
        Assert.NotEqual(new CPUDevice(4, 4, 2), CPUDevice.Default);
        Assert.Equal(CPUDevice.Nvidia.GetHashCode(), CPUDevice.GetDevice(CPUDeviceKind.Nvidia).GetHashCode());
        Assert.Equal(64, new CPUDevice(4, 4, 4).NumThreads);
    }

    [Fact]
    public void DriverErrorsAreAcceleratorExceptions()
    {
        CLException.ThrowIfFailed(CLError.CL_SUCCESS);
        CudaException.ThrowIfFailed(CudaError.CUDA_SUCCESS);
        AcceleratorException openCl = Assert.Throws<CLException>(() => CLException.ThrowIfFailed(CLError.CL_OUT_OF_RESOURCES));
        Assert.Equal(AcceleratorType.OpenCL, openCl.AcceleratorType);
        Assert.Contains("CL_OUT_OF_RESOURCES", openCl.Message, StringComparison.Ordinal);
        AcceleratorException cuda = Assert.Throws<CudaException>(() => CudaException.ThrowIfFailed(CudaError.CUDA_ERROR_NO_DEVICE));
        Assert.Equal(AcceleratorType.Cuda, cuda.AcceleratorType);
        Assert.Contains("CUDA_ERROR_NO_DEVICE", cuda.Message, StringComparison.Ordinal);
        Assert.IsType<CapabilityNotSupportedException>(CLCapabilityContext.GetNotSupportedFloat64Exception());
    }

    [Fact]
    public void ArchitecturesAreOrdered()
    {
        Assert.Equal("SM_90", CudaArchitecture.SM_90.ToString());
        Assert.True(CudaArchitecture.SM_75 < CudaArchitecture.SM_80 && CudaArchitecture.SM_120 > CudaArchitecture.SM_90);
        Assert.True(CudaArchitecture.SM_86 <= new CudaArchitecture(8, 6) && CudaArchitecture.SM_86 >= new CudaArchitecture(8, 6));
        CudaArchitecture[] all = [CudaArchitecture.SM_101, CudaArchitecture.SM_20, CudaArchitecture.SM_53];
        Assert.Equal([CudaArchitecture.SM_20, CudaArchitecture.SM_53, CudaArchitecture.SM_101], all.Order());
        Assert.Equal((10, 1), (CudaArchitecture.SM_101.Major, CudaArchitecture.SM_101.Minor));
    }

    [Fact]
    public void DisposablesAreReleasedOnce()
    {
        var resource = new Resource();
        resource.Use();
        resource.Dispose();
        resource.Dispose();
        Assert.Equal((1, true), (resource.Releases, resource.IsDisposed));
        Assert.Throws<ObjectDisposedException>(resource.Use);
        Assert.Throws<ArgumentNullException>(() => ((string?)null).ThrowIfNull());
        Assert.Equal("a", ((object)"a").AsNotNullCast<string>().ThrowIfNull().AsNotNull());
    }

    private sealed class Resource : DisposeBase
    {
        public int Releases { get; private set; }

        public void Use() => VerifyNotDisposed();

        protected override void Dispose(bool disposing)
        {
            Releases += disposing ? 1 : 100;
            base.Dispose(disposing);
        }
    }
}
