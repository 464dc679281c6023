using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Host;

/// <summary>Bytes as wider integers, one for each lane. All read 16 bytes.</summary>
internal static unsafe class Widening
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Ints512(byte* source) => Vector512.WidenLower(Vector256.WidenLower(Vector128.Load(source).ToVector256()).ToVector512());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Longs512(byte* source) => Vector512.WidenLower(Ints256(source).ToVector512());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Ints256(byte* source) => Vector256.WidenLower(Vector128.WidenLower(Vector128.Load(source)).ToVector256());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Longs256(byte* source) => Vector256.WidenLower(Ints128(source).ToVector256());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Ints128(byte* source) => Vector128.WidenLower(Vector128.WidenLower(Vector128.Load(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Longs128(byte* source) => Vector128.WidenLower(Ints128(source));
}
