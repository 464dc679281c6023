using System.Runtime.CompilerServices;
using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime;

/// <summary>
/// Bounds checks of views. In kernels they are made in checked mode only (<see cref="CheckedMode"/>): a kernel that is translated has
/// them or has them not; C# that runs on the processor asks <see cref="On"/>.
/// </summary>
internal static unsafe class ViewChecks
{
    // Readonly, so that the JIT compiler drops every check where nobody has asked for them by the time a first kernel is loaded.
    private static readonly bool Possible = CheckedMode.IsRequested;

    // Launches of checked kernels that run on the processor now.
    private static int running;

    /// <summary>Whether elements are checked. Translated kernels: whether they are compiled in checked mode.</summary>
    public static bool On
    {
        [Special("view_checks")]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Possible && running != 0;
    }

    /// <summary>Whether ranges of sub-views are checked: always in C#. Translated kernels: in checked mode.</summary>
    public static bool OnRanges
    {
        [Special("view_checks")]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <summary>Called before a kernel is compiled for the processor.</summary>
    /// <exception cref="InvalidOperationException">Checks are wanted, and earlier kernels were compiled without them.</exception>
    public static void Prepare(bool wanted)
    {
        // Possible is read first in any case: only a static that has its value by the time a kernel is compiled is a constant there,
        // and kernels that are cut at barriers are compiled once.
        if (!Possible && wanted)
        {
            throw new InvalidOperationException(
                "Kernels of this process were compiled without checks before checked mode was asked for. Set the environment variable "
                + $"{CheckedMode.Variable}=1, or build the context with Assertions() before the first kernel is loaded.");
        }
    }

    /// <summary>Starts a launch of a checked kernel on the processor.</summary>
    public static void Enter() => Interlocked.Increment(ref running);

    /// <summary>Ends a launch of a checked kernel.</summary>
    public static void Leave() => Interlocked.Decrement(ref running);

    /// <summary>Whether a range lies inside a length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(long index, long count, long length) => index >= 0 && count >= 0 && index <= length && count <= length - index;

    /// <summary>The element of a view without dimensions.</summary>
    public static ref T Element<T>(ArrayView<T> view, long index)
        where T : unmanaged
        => ref Element(0, view, index, 0, 1, 0, 1, 0, 1);

    /// <summary>The element <paramref name="place"/> of the memory, which has the index x.</summary>
    public static ref T Element<T>(ArrayView<T> view, long place, long x, long extentX)
        where T : unmanaged
        => ref Element(1, view, place, x, extentX, 0, 1, 0, 1);

    /// <summary>The element <paramref name="place"/> of the memory, which has the index (x, y).</summary>
    public static ref T Element<T>(ArrayView<T> view, long place, LongIndex2D index, LongIndex2D extent)
        where T : unmanaged
        => ref Element(2, view, place, index.X, extent.X, index.Y, extent.Y, 0, 1);

    /// <summary>The element <paramref name="place"/> of the memory, which has the index (x, y, z).</summary>
    public static ref T Element<T>(ArrayView<T> view, long place, LongIndex3D index, LongIndex3D extent)
        where T : unmanaged
        => ref Element(3, view, place, index.X, extent.X, index.Y, extent.Y, index.Z, extent.Z);

    /// <summary>An empty view instead of one that would leave its view; the failure is reported.</summary>
    /// <param name="dimension">0: the view has none; 1, 2 or 3: the range leaves the view in x, y or z.</param>
    /// <param name="view">The view.</param>
    /// <param name="index">Where the range begins.</param>
    /// <param name="count">Its length.</param>
    /// <param name="length">The length of the view in that dimension.</param>
    /// <exception cref="ArgumentOutOfRangeException">In C#.</exception>
    [Special("view_refuse")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ArrayView<T> Refuse<T>(int dimension, ArrayView<T> view, long index, long count, long length)
        where T : unmanaged
    {
        throw Failure(view, new AccessFailure(AccessFailure.SubView - dimension, -1, length, index, count, 0, 1, 0, 1));
    }

    [Special("view_element")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref T Element<T>(
        int dimensions, ArrayView<T> view, long place, long x, long extentX, long y, long extentY, long z, long extentZ)
        where T : unmanaged
    {
        bool inside = (ulong)x < (ulong)extentX && (ulong)y < (ulong)extentY && (ulong)z < (ulong)extentZ && (ulong)place < (ulong)view.Length;
        if (!inside)
            throw Failure(view, new AccessFailure(dimensions, place, view.Length, x, extentX, y, extentY, z, extentZ));
        return ref view.Pointer[place];
    }

    private static ViewAccessException Failure<T>(ArrayView<T> view, AccessFailure failure)
        where T : unmanaged
        => new(failure, (nint)view.Pointer, CpuItem.SpaceOf((nint)view.Pointer));
}
