// A stand-in for NVRTC: compiles CUDA C for the host with the C++ compiler named at build time. Its "cubin" is the path of a
// shared library that the stand-in driver loads. It records the options of the last compilation.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

struct Program {
    std::string source, name, log, image;
};

static std::mutex gate;
static std::string options, refusal;
static int version_major = 12, version_minor = 4, failing_code = 0;
static std::vector<int> architectures = {50, 75, 80, 90};
static int counter = 0;

static std::string read(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

static void replace(std::string& text, const std::string& from, const std::string& to) {
    size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
}

// The kernel's entry takes a struct by value and pointers; the driver calls it with an array of pointers to them.
static std::string host_source(std::string text) {
    // The host's 16-bit reals instead of PTX.
    replace(text, "asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(f) : \"h\"(h))", "f = il_bits<_Float16>(h)");
    replace(text, "asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(h) : \"f\"(f))", "h = il_bits<u16>((_Float16)f)");
    replace(text, "asm(\"cvt.rn.f16.f64 %0, %1;\" : \"=h\"(h) : \"d\"(f))", "h = il_bits<u16>((_Float16)f)");
    const std::string shared = "extern __shared__";
    std::string tail;
    for (size_t at; (at = text.find(shared)) != std::string::npos;) {
        size_t end = text.find("[]", at);
        size_t name = text.rfind(' ', end) + 1;
        tail += "__align__(16) unsigned char " + text.substr(name, end - name) + "[232448];\n";
        text.replace(at, shared.size(), "extern");
    }
    size_t head = text.find("extern \"C\" __global__ void ");
    size_t name = head + strlen("extern \"C\" __global__ void ");
    size_t open = text.find('(', name), close = text.find(')', open);
    std::string entry = text.substr(name, open - name), parameters = text.substr(open, close - open), call;
    int count = 0;
    for (size_t at = 0; (at = parameters.find("* buffer", at)) != std::string::npos; at++) count++;
    for (int i = 1; i <= count; i++) call += ", *(u8**)p[" + std::to_string(i) + "]";
    bool waits = text.find("__sync") != std::string::npos || text.find("__shfl") != std::string::npos;
    return "#include \"device.h\"\n#line 1 \"kernel.cu\"\n" + text + tail + "extern \"C\" void " + entry + "_call(void** p) { " + entry
        + "(*(Arguments*)p[0]" + call + "); }\nextern \"C\" { int il_waits = " + (waits ? "1" : "0") + "; }\n";
}

extern "C" {
int nvrtcVersion(int* major, int* minor) {
    *major = version_major;
    *minor = version_minor;
    return failing_code;
}

const char* nvrtcGetErrorString(int code) { return code == 6 ? "NVRTC_ERROR_COMPILATION" : "NVRTC_ERROR_INTERNAL_ERROR"; }

int nvrtcGetNumSupportedArchs(int* count) {
    *count = (int)architectures.size();
    return 0;
}

int nvrtcGetSupportedArchs(int* all) {
    for (size_t i = 0; i < architectures.size(); i++) all[i] = architectures[i];
    return 0;
}

int nvrtcCreateProgram(Program** program, const char* source, const char* name, int, const char* const*, const char* const*) {
    *program = new Program{source, name, "", ""};
    return 0;
}

int nvrtcDestroyProgram(Program** program) {
    delete *program;
    *program = nullptr;
    return 0;
}

int nvrtcCompileProgram(Program* program, int count, const char* const* texts) {
    std::string base;
    {
        std::lock_guard<std::mutex> lock(gate);
        options.clear();
        for (int i = 0; i < count; i++) options += std::string(texts[i]) + "\n";
        if (!refusal.empty()) {
            program->log = refusal;
            return 6;
        }
        // Copies of this library share the folder; each has a counter at an address of its own.
        base = std::string(FOLDER) + "/kernel" + std::to_string((size_t)&counter) + "_" + std::to_string(counter++);
    }
    std::ofstream(base + ".cpp") << host_source(program->source);
    std::string command = std::string(COMPILER) + " -x c++ " OPTIONS " -shared -I" INCLUDES + " -o " + base + ".so " + base + ".cpp >" + base + ".log 2>&1";
    int code = system(command.c_str());
    program->log = read(base + ".log");
    program->image = base + ".so";
    return code == 0 ? 0 : 6;
}

int nvrtcGetProgramLogSize(Program* program, size_t* bytes) {
    *bytes = program->log.size() + 1;
    return 0;
}

int nvrtcGetProgramLog(Program* program, char* text) {
    strcpy(text, program->log.c_str());
    return 0;
}

int nvrtcGetCUBINSize(Program* program, size_t* bytes) {
    *bytes = program->image.size() + 1;
    return 0;
}

int nvrtcGetCUBIN(Program* program, char* image) {
    strcpy(image, program->image.c_str());
    return 0;
}

int nvrtcGetPTXSize(Program* program, size_t* bytes) { return nvrtcGetCUBINSize(program, bytes); }
int nvrtcGetPTX(Program* program, char* image) { return nvrtcGetCUBIN(program, image); }

// For the tests.
void stub_version(int major, int minor) { version_major = major; version_minor = minor; }
void stub_newest(int architecture) { architectures = {75, architecture}; }
void stub_refuse(const char* log) { refusal = log; }
int stub_options(char* text, int size) { return snprintf(text, size, "%s", options.c_str()); }
}
