// What the stand-in driver and the kernels it runs share: the place of the running item, and how items wait for each other.
#pragma once

struct Dim { unsigned x, y, z; };

struct Machine {
    Dim threadIdx, blockIdx, blockDim, gridDim;
    void (*group_barrier)();
    void (*warp_barrier)();
    unsigned linear;            // the item's index in its group
    unsigned exchange[1024];    // one word for each item, for shuffles
};
