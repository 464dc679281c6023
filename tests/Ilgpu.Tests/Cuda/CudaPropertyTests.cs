using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>What a CUDA device tells is what the driver says; the numbers are those of the stand-in (Native/driver.cpp).</summary>
public class CudaPropertyTests
{
    [CudaStandInFact]
    public void Devices_tell_what_the_driver_knows()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var device = accelerator.Device;
        Assert.Equal((1980, 2619, 5120, 52428800), (device.ClockRate, device.MemoryClockRate, device.MemoryBusWidth, device.L2CacheSize));
        Assert.Equal((233472, 65535, 65536), (device.MaxSharedMemoryPerMultiprocessor, device.TotalNumRegistersPerMultiprocessor, device.TotalNumRegistersPerGroup));
        Assert.Equal((2147483647L, 3, true, true, true), (device.MaxMemoryPitch, device.NumConcurrentCopyEngines, device.HasECCSupport, device.SupportsManagedMemory, device.SupportsComputePreemption));
        Assert.Equal((true, false, DeviceDriverMode.WDDM), (device.SupportsMappingHostMemory, device.SupportsUsingHostPointerForRegisteredMemory, device.DriverMode));
        Assert.Equal((1, 27, 3, "0001:1B:03.0"), (device.PCIDomainId, device.PCIBusId, device.PCIDeviceId, device.NVMLPCIBusId));
        Assert.Equal((CudaArchitecture.SM_90, "12.4", CudaInstructionSet.ISA_84), (device.Architecture, device.DriverVersion.ToString(), device.InstructionSet));
        Assert.Equal((device.ClockRate, device.Architecture, device.NVMLPCIBusId), (accelerator.ClockRate, accelerator.Architecture, accelerator.NVMLPCIBusId));
        Assert.Equal(CudaArchitecture.SM_90, accelerator.Capabilities.TargetArchitecture);
        Assert.Equal(device, cuda.Platform.Devices[0]);
        Assert.NotEqual(device, cuda.Platform.Devices[1]);
        cuda.SetAttribute(0, CudaDeviceAttribute.EccEnabled, 0);
        Assert.False(accelerator.HasECCSupport);
    }

    [CudaStandInFact]
    public void Accelerators_tell_the_free_memory()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        long before = accelerator.GetFreeMemory();
        using var buffer = accelerator.Allocate1D<byte>(1 << 20);
        Assert.Equal(before - (1 << 20), accelerator.GetFreeMemory());
    }

    [CudaStandInFact]
    public void Streams_can_wait_for_the_default_stream()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var waiting = accelerator.CreateStream(StreamFlags.CU_STREAM_DEFAULT);
        using var other = accelerator.CreateStream(StreamFlags.CU_STREAM_NON_BLOCKING);
        Assert.Equal(["cuStreamCreate 0", "cuStreamCreate 1"], cuda.TakeCalls().Where(call => call.StartsWith("cuStreamCreate", StringComparison.Ordinal)));
    }

    [CudaStandInFact]
    public void Pitched_rows_begin_at_multiples_of_256_bytes()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var x = accelerator.Allocate2DPitchedX<int>(new LongIndex2D(3, 5));
        using var y = accelerator.Allocate2DPitchedY<double>(new LongIndex2D(3, 33));
        Assert.Equal((64, 64), (x.View.Stride.YStride, y.View.Stride.XStride));
    }

    [CudaStandInFact]
    public void PTX_of_a_kernel_is_compiled_for_the_devices_architecture()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var method = ((Action<Index1D, ArrayView<int>>)Fill).Method;
        var compiled = Assert.IsType<PTXCompiledKernel>(accelerator.GetBackend().Compile(EntryPointDescription.FromImplicitlyGroupedKernel(method), default));
        Assert.Contains("--gpu-architecture=sm_90", cuda.Options);
        // The stand-in's PTX is host code; its options are those of the real thing.
        Assert.NotEmpty(compiled.PTXAssembly);
        Assert.Contains("--gpu-architecture=compute_90", cuda.Options);
    }

    [Fact]
    public void Versions_are_ordered_and_known()
    {
        Assert.Equal(CudaInstructionSet.ISA_85, CudaInstructionSet.Of(CudaDriverVersion.FromMajorMinor(12, 6)));
        Assert.Equal(CudaInstructionSet.ISA_88, CudaInstructionSet.Of(CudaDriverVersion.FromValue(12090)));
        Assert.Equal(new CudaInstructionSet(9, 0), CudaInstructionSet.Of(CudaDriverVersion.FromMajorMinor(13, 0)));
        Assert.Equal(CudaInstructionSet.ISA_78, CudaInstructionSet.Of(CudaDriverVersion.FromMajorMinor(11, 8)));
        Assert.Equal(CudaInstructionSet.ISA_65, CudaInstructionSet.Of(CudaDriverVersion.FromMajorMinor(10, 2)));
        Assert.True(CudaInstructionSet.ISA_77 < CudaInstructionSet.ISA_80 && CudaDriverVersion.FromMajorMinor(12, 0) > CudaDriverVersion.FromMajorMinor(11, 8));
        Assert.Equal((12, 40 / 10, 12040), (CudaDriverVersion.FromValue(12040).Major, CudaDriverVersion.FromValue(12040).Minor, (int)CudaDriverVersion.FromMajorMinor(12, 4)));
        Assert.True(CudaDevice.TryGetArchitecture(8, 6, out var architecture) && architecture == CudaArchitecture.SM_86);
        Assert.Equal(("CUDA_ERROR_INVALID_HANDLE", 400), (CudaError.CUDA_ERROR_INVALID_HANDLE.ToString(), (int)CudaError.CUDA_ERROR_INVALID_HANDLE));
    }

    [Fact]
    public void Overrides_are_asked_for_each_device()
    {
        var seen = new List<CudaDevice>();
        using var context = Context.Create(builder => builder.Cuda(settings => seen.Add(settings.Device)));
        Assert.Equal(context.GetCudaDevices().Count, seen.Count);
    }

    private static void Fill(Index1D i, ArrayView<int> y) => y[i] = i;
}
