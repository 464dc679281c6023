// Gives CUDA C a meaning on the host, so that generated kernels run without a GPU. One item runs at a time.
#pragma once
#include "machine.h"
#include <math.h>
#include <string.h>

extern "C" { Machine* il_machine; }

#define __global__
#define __device__
#define __forceinline__ inline
#define __shared__ static
#define __align__(n) __attribute__((aligned(n)))
#define threadIdx (il_machine->threadIdx)
#define blockIdx (il_machine->blockIdx)
#define blockDim (il_machine->blockDim)
#define gridDim (il_machine->gridDim)
#define warpSize 32

static inline void __syncthreads() { il_machine->group_barrier(); }
static inline void __syncwarp() { il_machine->warp_barrier(); }
static inline void __threadfence_block() {}
static inline void __threadfence() {}
static inline void __threadfence_system() {}

template <typename T, typename U> static inline T il_bits(U value) {
    static_assert(sizeof(T) == sizeof(U), "sizes differ");
    T result;
    memcpy(&result, &value, sizeof(T));
    return result;
}

// The word of another lane of the same warp.
static inline unsigned il_lane(unsigned value, int lane) {
    unsigned self = il_machine->linear;
    il_machine->exchange[self] = value;
    il_machine->warp_barrier();
    unsigned result = il_machine->exchange[(self & ~31u) + ((unsigned)lane & 31u)];
    il_machine->warp_barrier();
    return result;
}

static inline int __shfl_sync(unsigned, int value, int lane) { return (int)il_lane((unsigned)value, lane); }
static inline unsigned __shfl_sync(unsigned, unsigned value, int lane) { return il_lane(value, lane); }
static inline float __shfl_sync(unsigned, float value, int lane) { return il_bits<float>(il_lane(il_bits<unsigned>(value), lane)); }
static inline unsigned long long __shfl_sync(unsigned, unsigned long long value, int lane) {
    unsigned low = il_lane((unsigned)value, lane);
    return (unsigned long long)il_lane((unsigned)(value >> 32), lane) << 32 | low;
}
static inline long long __shfl_sync(unsigned, long long value, int lane) { return (long long)__shfl_sync(0u, (unsigned long long)value, lane); }
static inline double __shfl_sync(unsigned, double value, int lane) { return il_bits<double>(__shfl_sync(0u, il_bits<unsigned long long>(value), lane)); }

static inline unsigned __float_as_uint(float x) { return il_bits<unsigned>(x); }
static inline float __uint_as_float(unsigned x) { return il_bits<float>(x); }
static inline long long __double_as_longlong(double x) { return il_bits<long long>(x); }
static inline double __longlong_as_double(long long x) { return il_bits<double>(x); }
static inline int __popc(unsigned x) { return __builtin_popcount(x); }
static inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
static inline int __clz(unsigned x) { return x == 0 ? 32 : __builtin_clz(x); }
static inline int __clzll(unsigned long long x) { return x == 0 ? 64 : __builtin_clzll(x); }
static inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
static inline double rsqrt(double x) { return 1.0 / sqrt(x); }

#define IL_ATOMICS(T) \
    static inline T atomicAdd(T* p, T v) { T old = *p; *p = old + v; return old; } \
    static inline T atomicMax(T* p, T v) { T old = *p; if (v > old) *p = v; return old; } \
    static inline T atomicMin(T* p, T v) { T old = *p; if (v < old) *p = v; return old; } \
    static inline T atomicAnd(T* p, T v) { T old = *p; *p = old & v; return old; } \
    static inline T atomicOr(T* p, T v) { T old = *p; *p = old | v; return old; } \
    static inline T atomicXor(T* p, T v) { T old = *p; *p = old ^ v; return old; } \
    static inline T atomicExch(T* p, T v) { T old = *p; *p = v; return old; } \
    static inline T atomicCAS(T* p, T c, T v) { T old = *p; if (old == c) *p = v; return old; }
IL_ATOMICS(unsigned)
IL_ATOMICS(unsigned long long)

// CUDA has these for fewer types: addition and bits of signed 64-bit integers go through the unsigned ones.
static inline int atomicAdd(int* p, int v) { return (int)atomicAdd((unsigned*)p, (unsigned)v); }
static inline int atomicMax(int* p, int v) { int old = *p; if (v > old) *p = v; return old; }
static inline int atomicMin(int* p, int v) { int old = *p; if (v < old) *p = v; return old; }
static inline int atomicAnd(int* p, int v) { return (int)atomicAnd((unsigned*)p, (unsigned)v); }
static inline int atomicOr(int* p, int v) { return (int)atomicOr((unsigned*)p, (unsigned)v); }
static inline int atomicXor(int* p, int v) { return (int)atomicXor((unsigned*)p, (unsigned)v); }
static inline int atomicExch(int* p, int v) { return (int)atomicExch((unsigned*)p, (unsigned)v); }
static inline int atomicCAS(int* p, int c, int v) { return (int)atomicCAS((unsigned*)p, (unsigned)c, (unsigned)v); }
static inline long long atomicMax(long long* p, long long v) { long long old = *p; if (v > old) *p = v; return old; }
static inline long long atomicMin(long long* p, long long v) { long long old = *p; if (v < old) *p = v; return old; }
static inline long long atomicAnd(long long* p, long long v) { long long old = *p; *p = old & v; return old; }
static inline long long atomicOr(long long* p, long long v) { long long old = *p; *p = old | v; return old; }
static inline long long atomicXor(long long* p, long long v) { long long old = *p; *p = old ^ v; return old; }
