// Stands in for the CUDA headers where clang compiles generated CUDA C to PTX. NVRTC provides all of this itself.
#pragma once

#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))
#define __forceinline__ __inline__ __attribute__((always_inline))
#define __align__(n) __attribute__((aligned(n)))
#define IL static __device__ __forceinline__

struct il_dim { unsigned x, y, z; };
#define il_register(name) il_dim { (unsigned)__nvvm_read_ptx_sreg_##name##_x(), (unsigned)__nvvm_read_ptx_sreg_##name##_y(), (unsigned)__nvvm_read_ptx_sreg_##name##_z() }
#define threadIdx (il_register(tid))
#define blockIdx (il_register(ctaid))
#define blockDim (il_register(ntid))
#define gridDim (il_register(nctaid))

IL void __syncwarp() { __nvvm_bar_warp_sync(0xffffffffu); }
IL void __threadfence_block() { __nvvm_membar_cta(); }
IL void __threadfence() { __nvvm_membar_gl(); }
IL void __threadfence_system() { __nvvm_membar_sys(); }

template <typename T, typename U> IL T il_bits(U value) {
    static_assert(sizeof(T) == sizeof(U), "sizes differ");
    T result;
    __builtin_memcpy(&result, &value, sizeof(T));
    return result;
}

IL unsigned __float_as_uint(float x) { return il_bits<unsigned>(x); }
IL float __uint_as_float(unsigned x) { return il_bits<float>(x); }
IL long long __double_as_longlong(double x) { return il_bits<long long>(x); }
IL double __longlong_as_double(long long x) { return il_bits<double>(x); }
IL int __popc(unsigned x) { return __builtin_popcount(x); }
IL int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
IL int __clz(unsigned x) { return x == 0 ? 32 : __builtin_clz(x); }
IL int __clzll(unsigned long long x) { return x == 0 ? 64 : __builtin_clzll(x); }

IL int __shfl_sync(unsigned mask, int value, int lane) { return __nvvm_shfl_sync_idx_i32(mask, value, lane, 31); }
IL unsigned __shfl_sync(unsigned mask, unsigned value, int lane) { return (unsigned)__shfl_sync(mask, (int)value, lane); }
IL float __shfl_sync(unsigned mask, float value, int lane) { return __nvvm_shfl_sync_idx_f32(mask, value, lane, 31); }
IL unsigned long long __shfl_sync(unsigned mask, unsigned long long value, int lane) {
    unsigned low = __shfl_sync(mask, (unsigned)value, lane);
    return (unsigned long long)__shfl_sync(mask, (unsigned)(value >> 32), lane) << 32 | low;
}
IL long long __shfl_sync(unsigned mask, long long value, int lane) { return (long long)__shfl_sync(mask, (unsigned long long)value, lane); }
IL double __shfl_sync(unsigned mask, double value, int lane) { return il_bits<double>(__shfl_sync(mask, il_bits<unsigned long long>(value), lane)); }

// Only the types that CUDA has, so that a call which NVRTC would refuse is refused here too.
#define IL_ATOMIC(T, name, builtin) IL T name(T* p, T v) { return builtin(p, v, __ATOMIC_RELAXED); }
#define IL_ATOMIC_BITS(T) \
    IL_ATOMIC(T, atomicMax, __atomic_fetch_max) IL_ATOMIC(T, atomicMin, __atomic_fetch_min) IL_ATOMIC(T, atomicAnd, __atomic_fetch_and) \
    IL_ATOMIC(T, atomicOr, __atomic_fetch_or) IL_ATOMIC(T, atomicXor, __atomic_fetch_xor)
#define IL_ATOMIC_WORDS(T) \
    IL_ATOMIC_BITS(T) IL_ATOMIC(T, atomicAdd, __atomic_fetch_add) IL_ATOMIC(T, atomicExch, __atomic_exchange_n) \
    IL T atomicCAS(T* p, T c, T v) { __atomic_compare_exchange_n(p, &c, v, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED); return c; }
IL_ATOMIC_WORDS(int)
IL_ATOMIC_WORDS(unsigned)
IL_ATOMIC_WORDS(unsigned long long)
IL_ATOMIC_BITS(long long)

IL float sqrtf(float x) { return __nvvm_sqrt_rn_f(x); }
IL double sqrt(double x) { return __nvvm_sqrt_rn_d(x); }
IL float rsqrtf(float x) { return __nvvm_rsqrt_approx_f(x); }
IL double rsqrt(double x) { return __nvvm_rsqrt_approx_d(x); }
#define IL_EXACT(name) \
    IL float name##f(float x) { return __builtin_##name##f(x); } \
    IL double name(double x) { return __builtin_##name(x); }
IL_EXACT(fabs) IL_EXACT(floor) IL_EXACT(ceil) IL_EXACT(trunc) IL_EXACT(rint)
IL float fmaf(float x, float y, float z) { return __builtin_fmaf(x, y, z); }
IL double fma(double x, double y, double z) { return __builtin_fma(x, y, z); }
IL float copysignf(float x, float y) { return __builtin_copysignf(x, y); }
IL double copysign(double x, double y) { return __builtin_copysign(x, y); }

// From the device library, which is linked later.
#define IL_LIBRARY(name) \
    extern "C" __device__ float __nv_##name##f(float); \
    extern "C" __device__ double __nv_##name(double); \
    IL float name##f(float x) { return __nv_##name##f(x); } \
    IL double name(double x) { return __nv_##name(x); }
#define IL_LIBRARY2(name) \
    extern "C" __device__ float __nv_##name##f(float, float); \
    extern "C" __device__ double __nv_##name(double, double); \
    IL float name##f(float x, float y) { return __nv_##name##f(x, y); } \
    IL double name(double x, double y) { return __nv_##name(x, y); }
IL_LIBRARY(acos) IL_LIBRARY(acosh) IL_LIBRARY(asin) IL_LIBRARY(asinh) IL_LIBRARY(atan) IL_LIBRARY(atanh) IL_LIBRARY(cbrt) IL_LIBRARY(cos)
IL_LIBRARY(cosh) IL_LIBRARY(exp) IL_LIBRARY(exp2) IL_LIBRARY(log) IL_LIBRARY(log10) IL_LIBRARY(log2) IL_LIBRARY(sin) IL_LIBRARY(sinh)
IL_LIBRARY(tan) IL_LIBRARY(tanh) IL_LIBRARY2(atan2) IL_LIBRARY2(fmod) IL_LIBRARY2(pow) IL_LIBRARY2(remainder)
