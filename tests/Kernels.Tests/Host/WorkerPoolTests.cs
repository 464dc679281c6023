using Gpu.Kernels.Host;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Host;

[Collection(SerialCollection.Name)]
public class WorkerPoolTests
{
    private struct CountJob(int[] done) : IJob
    {
        public void Run(int part) => Interlocked.Increment(ref done[part]);
    }

    private struct NestedJob(int[] done) : IJob
    {
        public void Run(int part)
        {
            var inner = new CountJob(done);
            WorkerPool.Run(done.Length, ref inner);
        }
    }

    private struct FailingJob(int bad) : IJob
    {
        public void Run(int part)
        {
            if (part == bad) throw new InvalidOperationException($"part {part}");
        }
    }

    [Fact]
    public void Every_part_runs_once()
    {
        WithThreads(4, () =>
        {
            foreach (int parts in new[] { 0, 1, 2, 7, 1000 })
            {
                var done = new int[parts];
                var job = new CountJob(done);
                WorkerPool.Run(parts, ref job);
                Assert.All(done, n => Assert.Equal(1, n));
            }
        });
    }

    [Fact]
    public void Nested_regions_run_on_their_caller() => WithThreads(4, () =>
    {
        var done = new int[20];
        var job = new NestedJob(done);
        WorkerPool.Run(30, ref job);
        Assert.All(done, n => Assert.Equal(30, n));
    });

    [Fact]
    public void Two_callers_do_not_wait_for_each_other() => WithThreads(3, () =>
    {
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int round = 0; round < 200; round++)
            {
                var done = new int[11];
                var job = new CountJob(done);
                WorkerPool.Run(11, ref job);
                Assert.All(done, n => Assert.Equal(1, n));
            }
        })).ToArray();
        Assert.True(Task.WaitAll(callers, TimeSpan.FromSeconds(60)));
    });

    [Fact]
    public void An_exception_reaches_the_caller_and_the_pool_works_on() => WithThreads(3, () =>
    {
        foreach (int bad in new[] { 0, 5, 99 })
        {
            var error = Assert.Throws<InvalidOperationException>(() =>
            {
                var failing = new FailingJob(bad);
                WorkerPool.Run(100, ref failing);
            });
            Assert.Equal($"part {bad}", error.Message);
            var done = new int[50];
            var job = new CountJob(done);
            WorkerPool.Run(50, ref job);
            Assert.All(done, n => Assert.Equal(1, n));
        }
    });

    [Fact]
    public void Parked_workers_wake_again() => WithThreads(3, () =>
    {
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(20);
            var done = new int[100];
            var job = new CountJob(done);
            WorkerPool.Run(100, ref job);
            Assert.All(done, n => Assert.Equal(1, n));
        }
    });

    [Fact]
    public void A_region_allocates_nothing() => WithThreads(2, () =>
    {
        var done = new int[64];
        var job = new CountJob(done);
        WorkerPool.Run(64, ref job);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++) WorkerPool.Run(64, ref job);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    });

    [Fact]
    public void The_number_of_threads_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HostThreads.Count = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => HostThreads.Count = HostThreads.MaxCount + 1);
    }

    private static void WithThreads(int count, Action body)
    {
        int before = HostThreads.Count;
        HostThreads.Count = count;
        try
        {
            body();
        }
        finally
        {
            HostThreads.Count = before;
        }
    }
}
