namespace ILGPU.Runtime.Cuda;

/// <content>Contexts, streams and events.</content>
internal sealed unsafe partial class CudaDriver
{
    // Streams of ours do not wait for the legacy default stream of other libraries.
    private const uint NonBlockingStream = 1;

    /// <summary>For events that only order work.</summary>
    public const uint NoTiming = 2;

    private readonly delegate* unmanaged<nint*, int, CudaError> cuDevicePrimaryCtxRetain;
    private readonly delegate* unmanaged<int, CudaError> cuDevicePrimaryCtxRelease;
    private readonly delegate* unmanaged<int, uint, CudaError> cuDevicePrimaryCtxSetFlags;
    private readonly delegate* unmanaged<nint, CudaError> cuCtxSetCurrent;
    private readonly delegate* unmanaged<CudaError> cuCtxSynchronize;
    private readonly delegate* unmanaged<nint, uint, CudaError> cuCtxEnablePeerAccess;
    private readonly delegate* unmanaged<nint*, uint, CudaError> cuStreamCreate;
    private readonly delegate* unmanaged<nint, CudaError> cuStreamSynchronize;
    private readonly delegate* unmanaged<nint, CudaError> cuStreamDestroy;
    private readonly delegate* unmanaged<nint*, uint, CudaError> cuEventCreate;
    private readonly delegate* unmanaged<nint, nint, CudaError> cuEventRecord;
    private readonly delegate* unmanaged<nint, CudaError> cuEventSynchronize;
    private readonly delegate* unmanaged<float*, nint, nint, CudaError> cuEventElapsedTime;
    private readonly delegate* unmanaged<nint, CudaError> cuEventDestroy;

    /// <summary>The context that all libraries of this process share; give it back with <see cref="PrimaryCtxRelease"/>.</summary>
    public nint PrimaryCtxRetain(int device)
    {
        nint context;
        Check(cuDevicePrimaryCtxRetain(&context, device), "cuDevicePrimaryCtxRetain");
        return context;
    }

    public void PrimaryCtxRelease(int device) => CheckRelease(cuDevicePrimaryCtxRelease(device), "cuDevicePrimaryCtxRelease");

    public void PrimaryCtxSetFlags(int device, uint flags) => Check(cuDevicePrimaryCtxSetFlags(device, flags), "cuDevicePrimaryCtxSetFlags");

    /// <summary>Lets the calls of this thread work on a context.</summary>
    public void SetCurrent(nint context) => Check(cuCtxSetCurrent(context), "cuCtxSetCurrent");

    public void CtxSynchronize() => Check(cuCtxSynchronize(), "cuCtxSynchronize");

    /// <summary>Lets kernels of the current context use memory of another.</summary>
    public void EnablePeerAccess(nint peer)
    {
        var error = cuCtxEnablePeerAccess(peer, 0);
        if (error != CudaError.CUDA_ERROR_PEER_ACCESS_ALREADY_ENABLED)
            Check(error, "cuCtxEnablePeerAccess");
    }

    public nint StreamCreate(uint flags = NonBlockingStream)
    {
        nint stream;
        Check(cuStreamCreate(&stream, flags), "cuStreamCreate");
        return stream;
    }

    public void StreamSynchronize(nint stream) => Check(cuStreamSynchronize(stream), "cuStreamSynchronize");

    public void StreamDestroy(nint stream) => CheckRelease(cuStreamDestroy(stream), "cuStreamDestroy");

    public nint EventCreate(uint flags = 0)
    {
        nint mark;
        Check(cuEventCreate(&mark, flags), "cuEventCreate");
        return mark;
    }

    public void EventRecord(nint mark, nint stream) => Check(cuEventRecord(mark, stream), "cuEventRecord");

    public void EventSynchronize(nint mark) => Check(cuEventSynchronize(mark), "cuEventSynchronize");

    /// <summary>Milliseconds between two events that were reached.</summary>
    public float EventElapsedTime(nint start, nint end)
    {
        float milliseconds;
        Check(cuEventElapsedTime(&milliseconds, start, end), "cuEventElapsedTime");
        return milliseconds;
    }

    public void EventDestroy(nint mark) => CheckRelease(cuEventDestroy(mark), "cuEventDestroy");
}
