using System.Diagnostics;
using System.Globalization;
using Gpu.Kernels;

namespace Gpu.Compare;

/// <summary>
/// This engine's side of bench/compare. It answers requests, one a line: "prepare ROW" with "ok CHECK", where CHECK is the mean magnitude of what the third call gave;
/// "time N" with the microseconds a call took, averaged over N calls; "memory N" with the managed bytes that a call leaves behind, the bytes live on the device after a collection when a tenth of N calls was made and at the end, and the most that ever were; anything that fails with "error" and why. The first argument is the number of threads; with --start after it, one step is trained, "trained" printed, and nothing asked.
/// </summary>
internal static class Program
{
    private const int CallsBeforeCheck = 3;

    private static int Main(string[] args)
    {
        HostThreads.Count = int.Parse(args[0], CultureInfo.InvariantCulture);
        if (args is [_, "--start"])
        {
            Call(StepRows.Mlp());
            Console.Out.WriteLine("trained");
            return 0;
        }
        Func<Tensor>? step = null;
        while (Console.In.ReadLine() is { } request)
        {
            try
            {
                if (request.StartsWith("prepare ", StringComparison.Ordinal))
                {
                    // The memory of the row before belongs to that row.
                    step = null;
                    GC.Collect();
                    step = Rows.Build(request["prepare ".Length..]);
                    Reply($"ok {Check(step):R}");
                }
                else if (request.StartsWith("time ", StringComparison.Ordinal) && step != null) Reply($"{Time(step, int.Parse(request["time ".Length..], CultureInfo.InvariantCulture)):F4}");
                else if (request.StartsWith("memory ", StringComparison.Ordinal) && step != null) Reply(Memory(step, int.Parse(request["memory ".Length..], CultureInfo.InvariantCulture)));
                else throw new ArgumentException($"'{request}' is not understood here. Known are 'prepare ROW' and, after it, 'time N' and 'memory N'.");
            }
            catch (Exception problem)
            {
                // The other side of the pipe decides what becomes of it; the next row may work.
                Reply($"error {problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}");
            }
        }
        return 0;
    }

    private static double Check(Func<Tensor> step)
    {
        for (int i = 1; i < CallsBeforeCheck; i++) Call(step);
        using var scope = Scope.Begin();
        return step().Detach().To(DType.Float64).Abs().Mean().Item();
    }

    private static double Time(Func<Tensor> step, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) Call(step);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }

    /// <summary>Garbage is that of calls in scopes. Then calls outside of any scope: the collector alone finds what is dead.</summary>
    private static FormattableString Memory(Func<Tensor> step, int calls)
    {
        Time(step, calls);
        Device.Cpu.Memory.ResetPeak();
        long before = GC.GetAllocatedBytesForCurrentThread(), early = 0;
        Time(step, calls);
        double garbage = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
        for (int i = 0; i < calls; i++)
        {
            if (i == calls / 10) early = Live();
            step();
        }
        return $"{garbage:F0} {early} {Live()} {Device.Cpu.Memory.Peak}";
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Device.Cpu.Memory.Live;
    }

    /// <summary>One call in a scope of its own, as a training loop makes it: the memory of its results is free afterwards.</summary>
    private static void Call(Func<Tensor> step)
    {
        using var scope = Scope.Begin();
        // A result that is still pending is no work done.
        _ = step().Storage.Block;
    }

    private static void Reply(FormattableString text)
    {
        Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Console.Out.Flush();
    }
}
