// A stand-in for the CUDA driver: records every call in order, checks handles as the driver does, fails where a test asks for it,
// keeps "device" memory on the heap, and runs kernels that the stand-in for NVRTC compiled.
#include "machine.h"
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <set>
#include <string>

int run_kernel(void (*kernel)(void**), Machine** machine, bool waits, const unsigned* sizes, void** parameters);

enum { CONTEXT = 0x1000, STREAM = 0x2000, MODULE = 0x3000, FUNCTION = 0x4000, EVENT = 0x5000 };
enum { INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_IMAGE = 200, INVALID_CONTEXT = 201, INVALID_HANDLE = 400, NOT_FOUND = 500 };

struct Block { size_t bytes; int id; bool host; };
struct Function { void (*kernel)(void**); Machine** machine; bool waits; unsigned most_shared; };

static std::recursive_mutex gate;
static std::string calls, failing;
static int failing_code, sticky, next_id[8], device_count = 2, can_peer = 1, version = 12040, most_items = 1024;
static std::map<int, int> attributes[8];
static std::map<char*, Block> blocks;
static std::set<long> alive;
static std::map<long, void*> modules;
static std::map<long, Function> functions;
static int retained[8];
static size_t used;
static const size_t capacity = 64 << 20;
static thread_local long current;

static void note(const char* format, ...) {
    char line[512];
    va_list values;
    va_start(values, format);
    vsnprintf(line, sizeof line, format, values);
    va_end(values);
    calls += line;
    calls += '\n';
}

// Sticky errors answer every call until the context is gone.
static int outcome(const char* name) {
    if (failing == name) {
        int code = failing_code;
        failing.clear();
        if (code >= 700 && code < 720 && code != 701 && code != 704) sticky = code;
        return code;
    }
    return sticky;
}

// Memory as "m1+16": the block and the offset in it.
static std::string place(const void* pointer) {
    auto next = blocks.upper_bound((char*)pointer);
    if (next == blocks.begin()) return "?";
    auto& found = *--next;
    if ((size_t)((char*)pointer - found.first) > found.second.bytes) return "?";
    return (found.second.host ? "h" : "m") + std::to_string(found.second.id) + "+" + std::to_string((char*)pointer - found.first);
}

#define BEGIN(name, ...) \
    std::lock_guard<std::recursive_mutex> lock(gate); \
    note(name " " __VA_ARGS__); \
    if (int code = outcome(name)) return code;
#define NEEDS_CONTEXT if (current == 0 || !alive.count(current)) return INVALID_CONTEXT;
#define NEEDS(handle) if (!alive.count((long)(handle))) return INVALID_HANDLE;

static long make(int kind) {
    long handle = kind + ++next_id[kind >> 12];
    alive.insert(handle);
    return handle;
}

static int allocate(void** result, size_t bytes, bool host) {
    if (bytes == 0) return INVALID_VALUE;
    if (used + bytes > capacity) return OUT_OF_MEMORY;
    char* memory = (char*)aligned_alloc(256, (bytes + 511) / 256 * 256);
    memset(memory, 0xCD, bytes);
    used += bytes;
    blocks[memory] = Block{bytes, ++next_id[host ? 6 : 7], host};
    *result = memory;
    return 0;
}

static int release(void* pointer, bool host) {
    auto found = blocks.find((char*)pointer);
    if (found == blocks.end() || found->second.host != host) return INVALID_VALUE;
    used -= found->second.bytes;
    free(found->first);
    blocks.erase(found);
    return 0;
}

extern "C" {
int cuInit(unsigned flags) { BEGIN("cuInit", "%u", flags) return 0; }
int cuDriverGetVersion(int* out) { BEGIN("cuDriverGetVersion", "") *out = version; return 0; }

int cuGetErrorName(int code, const char** out) {
    *out = code == 700 ? "CUDA_ERROR_ILLEGAL_ADDRESS" : code == 2 ? "CUDA_ERROR_OUT_OF_MEMORY" : code == 100 ? "CUDA_ERROR_NO_DEVICE" : "CUDA_ERROR_OTHER";
    return code < 0 ? INVALID_VALUE : 0;
}

int cuGetErrorString(int code, const char** out) {
    *out = code == 700 ? "an illegal memory access was encountered" : "something is wrong";
    return code < 0 ? INVALID_VALUE : 0;
}

int cuDeviceGetCount(int* out) { BEGIN("cuDeviceGetCount", "") *out = device_count; return 0; }
int cuDeviceGet(int* out, int ordinal) { BEGIN("cuDeviceGet", "%d", ordinal) *out = ordinal; return 0; }
int cuDeviceGetName(char* name, int size, int device) { snprintf(name, size, "Stand-in %d", device); return outcome("cuDeviceGetName"); }
int cuDeviceTotalMem_v2(size_t* out, int) { *out = capacity; return 0; }

int cuDeviceGetAttribute(int* out, int attribute, int device) {
    static const std::map<int, int> usual = {{1, 1024}, {2, 1024}, {3, 1024}, {4, 64}, {5, 2147483647}, {6, 65535}, {7, 65535}, {8, 49152},
        {9, 65536}, {10, 32}, {11, 2147483647}, {12, 65536}, {13, 1980000}, {16, 4}, {19, 1}, {20, 0}, {32, 1}, {33, 27}, {34, 3}, {35, 0},
        {36, 2619000}, {37, 5120}, {38, 52428800}, {39, 2048}, {40, 3}, {41, 1}, {50, 1}, {75, 9}, {76, 0}, {81, 233472}, {82, 65535}, {83, 1},
        {90, 1}, {91, 0}, {97, 232448}};
    if (attributes[device].count(attribute)) *out = attributes[device][attribute];
    else if (usual.count(attribute)) *out = usual.at(attribute);
    else return INVALID_VALUE;
    return 0;
}

int cuDeviceCanAccessPeer(int* out, int device, int peer) { BEGIN("cuDeviceCanAccessPeer", "%d %d", device, peer) *out = can_peer; return 0; }

int cuDevicePrimaryCtxRetain(long* out, int device) {
    BEGIN("cuDevicePrimaryCtxRetain", "%d", device)
    retained[device]++;
    alive.insert(*out = CONTEXT + device);
    return 0;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
    std::lock_guard<std::recursive_mutex> lock(gate);
    note("cuDevicePrimaryCtxRelease %d", device);
    if (retained[device] == 0) return INVALID_CONTEXT;
    if (--retained[device] == 0) {
        alive.erase(CONTEXT + device);
        sticky = 0;
    }
    return 0;
}

int cuDevicePrimaryCtxSetFlags_v2(int device, unsigned flags) { BEGIN("cuDevicePrimaryCtxSetFlags", "%d %u", device, flags) return 0; }

int cuCtxSetCurrent(long context) {
    std::lock_guard<std::recursive_mutex> lock(gate);
    if (!alive.count(context)) return INVALID_CONTEXT;
    if (current != context) note("cuCtxSetCurrent %lx", context);
    current = context;
    return 0;
}

int cuCtxSynchronize() { BEGIN("cuCtxSynchronize", "") NEEDS_CONTEXT return 0; }
int cuCtxEnablePeerAccess(long peer, unsigned flags) { BEGIN("cuCtxEnablePeerAccess", "%lx %u", peer, flags) NEEDS_CONTEXT NEEDS(peer) return 0; }
int cuStreamCreate(long* out, unsigned flags) { BEGIN("cuStreamCreate", "%u", flags) NEEDS_CONTEXT *out = make(STREAM); return 0; }
int cuStreamSynchronize(long stream) { BEGIN("cuStreamSynchronize", "%lx", stream) NEEDS(stream) return 0; }
int cuStreamDestroy_v2(long stream) { BEGIN("cuStreamDestroy", "%lx", stream) NEEDS(stream) alive.erase(stream); return 0; }
int cuEventCreate(long* out, unsigned flags) { BEGIN("cuEventCreate", "%u", flags) NEEDS_CONTEXT *out = make(EVENT); return 0; }
int cuEventRecord(long mark, long stream) { BEGIN("cuEventRecord", "%lx %lx", mark, stream) NEEDS(mark) NEEDS(stream) return 0; }
int cuEventSynchronize(long mark) { BEGIN("cuEventSynchronize", "%lx", mark) NEEDS(mark) return 0; }
int cuEventDestroy_v2(long mark) { BEGIN("cuEventDestroy", "%lx", mark) NEEDS(mark) alive.erase(mark); return 0; }

// 2.5 ms from each event to the next.
int cuEventElapsedTime(float* out, long start, long end) {
    BEGIN("cuEventElapsedTime", "%lx %lx", start, end) NEEDS(start) NEEDS(end)
    *out = 2.5f * (float)(end - start);
    return 0;
}

int cuMemGetInfo_v2(size_t* free, size_t* total) { *free = capacity - used; *total = capacity; return 0; }
int cuMemAlloc_v2(void** out, size_t bytes) { BEGIN("cuMemAlloc", "%zu", bytes) NEEDS_CONTEXT return allocate(out, bytes, false); }
int cuMemFree_v2(void* pointer) { BEGIN("cuMemFree", "%s", place(pointer).c_str()) NEEDS_CONTEXT return release(pointer, false); }

int cuMemHostAlloc(void** out, size_t bytes, unsigned flags) {
    BEGIN("cuMemHostAlloc", "%zu %u", bytes, flags) NEEDS_CONTEXT
    return allocate(out, bytes, true);
}

int cuMemFreeHost(void* pointer) { BEGIN("cuMemFreeHost", "%s", place(pointer).c_str()) NEEDS_CONTEXT return release(pointer, true); }

int cuMemcpyHtoDAsync_v2(void* to, const void* from, size_t bytes, long stream) {
    BEGIN("cuMemcpyHtoDAsync", "%s %zu %lx", place(to).c_str(), bytes, stream) NEEDS_CONTEXT NEEDS(stream)
    memcpy(to, from, bytes);
    return 0;
}

int cuMemcpyDtoHAsync_v2(void* to, const void* from, size_t bytes, long stream) {
    BEGIN("cuMemcpyDtoHAsync", "%s %zu %lx", place(from).c_str(), bytes, stream) NEEDS_CONTEXT NEEDS(stream)
    memcpy(to, from, bytes);
    return 0;
}

int cuMemcpyDtoDAsync_v2(void* to, const void* from, size_t bytes, long stream) {
    BEGIN("cuMemcpyDtoDAsync", "%s %s %zu %lx", place(to).c_str(), place(from).c_str(), bytes, stream) NEEDS_CONTEXT NEEDS(stream)
    memcpy(to, from, bytes);
    return 0;
}

int cuMemcpyPeerAsync(void* to, long to_context, const void* from, long from_context, size_t bytes, long stream) {
    BEGIN("cuMemcpyPeerAsync", "%s %lx %s %lx %zu %lx", place(to).c_str(), to_context, place(from).c_str(), from_context, bytes, stream)
    NEEDS(to_context) NEEDS(from_context) NEEDS(stream)
    memcpy(to, from, bytes);
    return 0;
}

int cuMemsetD8Async(void* to, unsigned char value, size_t bytes, long stream) {
    BEGIN("cuMemsetD8Async", "%s %u %zu %lx", place(to).c_str(), value, bytes, stream) NEEDS_CONTEXT NEEDS(stream)
    memset(to, value, bytes);
    return 0;
}

int cuModuleLoadDataEx(long* out, const char* image, unsigned count, const int* options, void** values) {
    std::lock_guard<std::recursive_mutex> lock(gate);
    note("cuModuleLoadDataEx");
    NEEDS_CONTEXT
    int code = outcome("cuModuleLoadDataEx");
    void* library = code ? nullptr : dlopen(image, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        for (unsigned i = 0; i < count; i++)
            if (options[i] == 5) snprintf((char*)values[i], (size_t)values[i + 1], "ptxas: nothing to load");
        return code ? code : INVALID_IMAGE;
    }
    modules[*out = make(MODULE)] = library;
    return 0;
}

int cuModuleUnload(long module) { BEGIN("cuModuleUnload", "%lx", module) NEEDS_CONTEXT NEEDS(module) alive.erase(module); return 0; }

int cuModuleGetFunction(long* out, long module, const char* name) {
    BEGIN("cuModuleGetFunction", "%lx %s", module, name) NEEDS(module)
    void* library = modules[module];
    void* entry = dlsym(library, (std::string(name) + "_call").c_str());
    if (!entry) return NOT_FOUND;
    functions[*out = make(FUNCTION)] = Function{(void (*)(void**))entry, (Machine**)dlsym(library, "il_machine"), *(int*)dlsym(library, "il_waits") != 0, 49152};
    return 0;
}

int cuFuncGetAttribute(int* out, int attribute, long function) {
    BEGIN("cuFuncGetAttribute", "%d %lx", attribute, function) NEEDS(function)
    *out = attribute == 0 ? most_items : 0;
    return 0;
}

int cuFuncSetAttribute(long function, int attribute, int value) {
    BEGIN("cuFuncSetAttribute", "%lx %d %d", function, attribute, value) NEEDS_CONTEXT NEEDS(function)
    if (attribute != 8 || value < 0 || value > 232448) return INVALID_VALUE;
    functions[function].most_shared = (unsigned)value;
    return 0;
}

int cuLaunchKernel(long function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz, unsigned shared, long stream,
    void** parameters, void** extra) {
    BEGIN("cuLaunchKernel", "%lx grid %u,%u,%u group %u,%u,%u shared %u stream %lx", function, gx, gy, gz, bx, by, bz, shared, stream)
    NEEDS_CONTEXT NEEDS(function) NEEDS(stream)
    // Beyond 48 KiB only what the kernel was allowed.
    if (!parameters || extra || gy > 65535 || gz > 65535 || bz > 64 || bx * by * bz > 1024 || shared > functions[function].most_shared) return INVALID_VALUE;
    if (gx == 0 || gy == 0 || gz == 0 || bx == 0 || by == 0 || bz == 0) return INVALID_VALUE;
    auto& target = functions[function];
    unsigned sizes[] = {gx, gy, gz, bx, by, bz};
    return sticky = run_kernel(target.kernel, target.machine, target.waits, sizes, parameters);
}

// For the tests.
int stub_take(char* text, int size) {
    std::lock_guard<std::recursive_mutex> lock(gate);
    int written = snprintf(text, size, "%s", calls.c_str());
    calls.clear();
    return written;
}

void stub_fail(const char* call, int code) { failing = call; failing_code = code; }
void stub_attribute(int device, int attribute, int value) { attributes[device][attribute] = value; }
void stub_devices(int count) { device_count = count; }
void stub_version(int number) { version = number; }
void stub_peers(int possible) { can_peer = possible; }
void stub_most_items(int items) { most_items = items; }
long stub_used() { return (long)used; }
int stub_alive() { return (int)alive.size(); }
}
