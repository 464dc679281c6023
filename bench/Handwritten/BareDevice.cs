using System.Text;

namespace Gpu.Handwritten;

/// <summary>A device as a program without any runtime sees it: a context, a queue in order, and driver calls. It lives as long as the process.</summary>
internal sealed unsafe class BareDevice
{
    private readonly nint _device, _context, _queue;

    public BareDevice(nint device)
    {
        _device = device;
        int error;
        _context = Driver.clCreateContext(null, 1, &device, 0, 0, &error);
        Check(error, nameof(Driver.clCreateContext));
        _queue = Driver.clCreateCommandQueue(_context, device, 0, &error);
        Check(error, nameof(Driver.clCreateCommandQueue));
    }

    /// <summary>A kernel of a program.</summary>
    public nint Build(string source, string kernel, string options = "")
    {
        int error;
        nint program, device = _device;
        byte[] text = Encoding.UTF8.GetBytes(source), flags = Encoding.UTF8.GetBytes(options + "\0"), name = Encoding.UTF8.GetBytes(kernel + "\0");
        fixed (byte* start = text, option = flags, first = name)
        {
            byte* line = start;
            nuint length = (nuint)text.Length;
            program = Driver.clCreateProgramWithSource(_context, 1, &line, &length, &error);
            Check(error, nameof(Driver.clCreateProgramWithSource));
            Check(Driver.clBuildProgram(program, 1, &device, option, 0, 0), nameof(Driver.clBuildProgram));
            nint made = Driver.clCreateKernel(program, first, &error);
            Check(error, nameof(Driver.clCreateKernel));
            return made;
        }
    }

    /// <summary>A buffer of so many floats.</summary>
    public nint Buffer(int count)
    {
        const ulong readAndWrite = 1;
        int error;
        nint buffer = Driver.clCreateBuffer(_context, readAndWrite, (nuint)count * sizeof(float), null, &error);
        Check(error, nameof(Driver.clCreateBuffer));
        return buffer;
    }

    /// <summary>A buffer with these values.</summary>
    public nint Buffer(float[] values)
    {
        nint buffer = Buffer(values.Length);
        fixed (float* host = values)
            Check(Driver.clEnqueueWriteBuffer(_queue, buffer, 1, 0, (nuint)values.Length * sizeof(float), host, 0, null, null), nameof(Driver.clEnqueueWriteBuffer));
        return buffer;
    }

    public float[] Read(nint buffer, int count)
    {
        var values = new float[count];
        fixed (float* host = values)
            Check(Driver.clEnqueueReadBuffer(_queue, buffer, 1, 0, (nuint)count * sizeof(float), host, 0, null, null), nameof(Driver.clEnqueueReadBuffer));
        return values;
    }

    /// <summary>The call itself, without a check: what a launch written by hand costs at least.</summary>
    public static void Set<T>(nint kernel, uint index, T value) where T : unmanaged => _ = Driver.clSetKernelArg(kernel, index, (nuint)sizeof(T), &value);

    /// <summary>Queues a kernel over one dimension; <paramref name="group"/> 0 leaves its size to the driver.</summary>
    public void Queue(nint kernel, int items, int group)
    {
        nuint global = (nuint)items, local = (nuint)group;
        int error = Driver.clEnqueueNDRangeKernel(_queue, kernel, 1, null, &global, group == 0 ? null : &local, 0, null, null);
        if (error != 0) Check(error, nameof(Driver.clEnqueueNDRangeKernel));
    }

    public void Finish() => Check(Driver.clFinish(_queue), nameof(Driver.clFinish));

    private static void Check(int error, string call)
    {
        if (error != 0) throw new InvalidOperationException($"{call} gave error {error}.");
    }
}
