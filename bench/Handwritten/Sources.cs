namespace Gpu.Handwritten;

/// <summary>What somebody who knows OpenCL C would write.</summary>
internal static class Sources
{
    public const string Add = """
        __kernel void add(__global const float* a, __global const float* b, __global float* y)
        {
            size_t i = get_global_id(0);
            y[i] = a[i] + b[i];
        }
        """;

    /// <summary>Does next to nothing with four arguments.</summary>
    public const string Touch = """
        __kernel void touch(__global const float* x, __global float* y, float scale, int count)
        {
            int i = get_global_id(0);
            if (i < count) y[i] = x[i] * scale;
        }
        """;

    /// <summary>y = a @ b for square matrices of a size that 64 divides: groups of 256 for tiles of 64 x 64, slices of 16, 4 x 4 results an item.</summary>
    public const string Product = """
        __kernel void product(__global const float* a, __global const float* b, __global float* y, int n)
        {
            __local float left[16 * 64];
            __local float right[16 * 64];
            int item = get_local_id(0), across = n / 64;
            int row0 = get_group_id(0) / across * 64, column0 = get_group_id(0) % across * 64;
            int row = item / 16 * 4, column = item % 16 * 4;
            float sums[4][4];
            #pragma unroll
            for (int r = 0; r < 4; r++)
                #pragma unroll
                for (int c = 0; c < 4; c++) sums[r][c] = 0.0f;
            for (int k0 = 0; k0 < n; k0 += 16)
            {
                for (int i = item; i < 16 * 64; i += 256)
                {
                    left[i % 16 * 64 + i / 16] = a[(row0 + i / 16) * n + k0 + i % 16];
                    right[i] = b[(k0 + i / 64) * n + column0 + i % 64];
                }
                barrier(CLK_LOCAL_MEM_FENCE);
                #pragma unroll
                for (int k = 0; k < 16; k++)
                {
                    float l[4], t[4];
                    #pragma unroll
                    for (int r = 0; r < 4; r++) l[r] = left[k * 64 + row + r];
                    #pragma unroll
                    for (int c = 0; c < 4; c++) t[c] = right[k * 64 + column + c];
                    #pragma unroll
                    for (int r = 0; r < 4; r++)
                        #pragma unroll
                        for (int c = 0; c < 4; c++) sums[r][c] = fma(l[r], t[c], sums[r][c]);
                }
                barrier(CLK_LOCAL_MEM_FENCE);
            }
            #pragma unroll
            for (int r = 0; r < 4; r++)
                #pragma unroll
                for (int c = 0; c < 4; c++) y[(row0 + row + r) * n + column0 + column + c] = sums[r][c];
        }
        """;
}
