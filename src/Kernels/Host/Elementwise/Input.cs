using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>An input of an inner loop: neighbours, or a single element that stands in all lanes of a vector and stays. For loops whose own work is short; see <see cref="Loop1{V, T, F}"/>.</summary>
internal static unsafe class Input
{
    /// <summary>Where vectors are loaded from: the elements, or <paramref name="single"/>, which then holds the one element in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* Start<V, T>(byte* elements, int stays, V* single) where V : unmanaged, ILanes<V, T> where T : unmanaged
    {
        if (stays == 0) return (T*)elements;
        *single = V.Broadcast(*(T*)elements);
        return (T*)single;
    }

    /// <summary>Elements from one vector to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Step<V, T>(int stays) where V : unmanaged, ILanes<V, T> where T : unmanaged => stays == 0 ? V.Count : 0;
}
