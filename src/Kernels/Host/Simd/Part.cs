using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Parts of vectors.</summary>
internal static unsafe class Part
{
    /// <summary>Stores the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, T>(V value, T* target, int count) where V : unmanaged, ILanes<V, T> where T : unmanaged
    {
        V buffer;
        V.Store(value, (T*)&buffer);
        for (int i = 0; i < count; i++) target[i] = ((T*)&buffer)[i];
    }
}
