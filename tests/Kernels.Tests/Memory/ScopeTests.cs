using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Memory;

[Collection(SerialCollection.Name)]
public class ScopeTests
{
    private static Storage Make() => new(Device.Cpu, DType.Float32, 100);

    [Fact]
    public void AScopeReleasesWhatWasMadeInsideAndNamesItsPlace()
    {
        var before = Make();
        Storage inside;
        using (Scope.Begin()) inside = Make();
        Assert.False(before.IsReleased);
        Assert.True(inside.IsReleased);
        var error = Assert.Throws<ObjectDisposedException>(() => inside.Block);
        Assert.Contains("ScopeTests.cs:", error.Message);
    }

    [Fact]
    public void KeepMovesToTheOuterScope()
    {
        Storage kept, lost;
        using (var outer = Scope.Begin())
        {
            using (var inner = Scope.Begin())
            {
                (kept, lost) = (Make(), Make());
                inner.Keep(kept);
            }
            Assert.False(kept.IsReleased);
            Assert.True(lost.IsReleased);
        }
        Assert.True(kept.IsReleased);
    }

    [Fact]
    public void KeepFromTheOutermostScopeOutlivesIt()
    {
        Storage kept;
        using (var scope = Scope.Begin()) scope.Keep(kept = Make());
        Assert.False(kept.IsReleased);
    }

    [Fact]
    public void PauseHidesTheScopeFromStateThatOutlivesIt()
    {
        Storage state, inside;
        using (Scope.Begin())
        {
            using (Scope.Pause()) state = Make();
            inside = Make();
        }
        Assert.False(state.IsReleased);
        Assert.True(inside.IsReleased);
    }

    [Fact]
    public void KeepLikeTakesTheLifetimeOfTheOlder()
    {
        var leaf = Make();
        Storage gradient, other;
        using (Scope.Begin())
        {
            Scope.KeepLike(gradient = Make(), leaf);
            var inside = Make();
            Scope.KeepLike(other = Make(), inside);
        }
        Assert.False(gradient.IsReleased);
        Assert.True(other.IsReleased);
    }

    [Fact]
    public void ALongScopeDoesNotKeepGarbageAlive()
    {
        var memory = Device.Cpu.Memory;
        using (Scope.Begin())
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            long before = memory.Live;
            for (int i = 0; i < 10_000; i++) Make();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.True(memory.Live - before < 10_000, $"{memory.Live - before} bytes are still live.");
        }
    }

    [Fact]
    public void AReusedBlockIsNotReleasedByItsEarlierScope()
    {
        Storage next;
        using (Scope.Begin())
        {
            var first = Make();
            var block = first.Block;
            first.Release();
            using (Scope.Pause()) next = Make();
            Assert.Same(block, next.Block);
        }
        Assert.False(next.IsReleased);
    }

    [Fact]
    public void ScopesCloseInOrder()
    {
        var outer = Scope.Begin();
        var inner = Scope.Begin();
        Assert.Contains("ScopeTests.cs:", Assert.Throws<InvalidOperationException>(outer.Dispose).Message);
        inner.Dispose();
        outer.Dispose();
        Assert.Null(Scope.Current);
    }

    [Fact]
    public void DisposingAnEndedScopeAgainDoesNotEndALaterOne()
    {
        var ended = Scope.Begin();
        ended.Dispose();
        using var later = Scope.Begin();
        var inside = Make();
        ended.Dispose();
        Assert.False(inside.IsReleased);
        Assert.Same(later, Scope.Current);
    }

    [Fact]
    public void ScopesBelongToTheirThread()
    {
        using var scope = Scope.Begin();
        Storage? other = null;
        var thread = new Thread(() => other = Make());
        thread.Start();
        thread.Join();
        Assert.Null(other!.Owner);
    }
}
