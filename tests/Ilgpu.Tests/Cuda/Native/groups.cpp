// Runs the groups of a kernel one after another. Where items wait for each other, each has a stack of its own and they take turns.
#include "machine.h"
#include <cstdlib>
#include <ucontext.h>
#include <vector>

struct Gate { unsigned arrived, alive, round; };
struct Item { ucontext_t state; char* stack; Dim place; bool done; };

static const size_t stack_bytes = 64 << 10;
static Machine machine;
static ucontext_t scheduler;
static std::vector<Item> items;
static Gate group_gate, warp_gates[32];
static unsigned now, progress;
static void (*entry)(void**);
static void** values;

static void open(Gate& gate) {
    if (gate.arrived == 0 || gate.arrived < gate.alive) return;
    gate.arrived = 0;
    gate.round++;
    progress++;
}

static void wait(Gate& gate) {
    unsigned round = gate.round;
    gate.arrived++;
    open(gate);
    while (gate.round == round) swapcontext(&items[now].state, &scheduler);
}

static void group_barrier() { wait(group_gate); }
static void warp_barrier() { wait(warp_gates[now / 32]); }

static void item_main() {
    unsigned self = now;
    entry(values);
    items[self].done = true;
    progress++;
    group_gate.alive--;
    open(group_gate);
    warp_gates[self / 32].alive--;
    open(warp_gates[self / 32]);
    swapcontext(&items[self].state, &scheduler);
}

static void place(unsigned linear, const Dim& dim) {
    machine.linear = linear;
    machine.threadIdx = {linear % dim.x, linear / dim.x % dim.y, linear / dim.x / dim.y};
}

// False where some items wait for ever.
static bool run_together(unsigned count) {
    while (items.size() < count) items.push_back(Item{{}, (char*)malloc(stack_bytes), {}, false});
    group_gate = {0, count, 0};
    for (unsigned warp = 0; warp < 32; warp++) {
        unsigned rest = count > warp * 32 ? count - warp * 32 : 0;
        warp_gates[warp] = {0, rest < 32 ? rest : 32, 0};
    }
    for (unsigned i = 0; i < count; i++) {
        getcontext(&items[i].state);
        items[i].state.uc_stack.ss_sp = items[i].stack;
        items[i].state.uc_stack.ss_size = stack_bytes;
        items[i].state.uc_link = &scheduler;
        items[i].done = false;
        makecontext(&items[i].state, item_main, 0);
    }
    for (bool open = true; open;) {
        open = false;
        unsigned before = progress;
        for (now = 0; now < count; now++) {
            if (items[now].done) continue;
            open = true;
            place(now, machine.blockDim);
            swapcontext(&scheduler, &items[now].state);
        }
        if (open && progress == before) return false;
    }
    return true;
}

int run_kernel(void (*kernel)(void**), Machine** target, bool waits, const unsigned* sizes, void** parameters) {
    const int launch_failed = 719;
    machine.gridDim = {sizes[0], sizes[1], sizes[2]};
    machine.blockDim = {sizes[3], sizes[4], sizes[5]};
    machine.group_barrier = group_barrier;
    machine.warp_barrier = warp_barrier;
    *target = &machine;
    entry = kernel;
    values = parameters;
    unsigned count = sizes[3] * sizes[4] * sizes[5];
    for (unsigned z = 0; z < sizes[2]; z++)
        for (unsigned y = 0; y < sizes[1]; y++)
            for (unsigned x = 0; x < sizes[0]; x++) {
                machine.blockIdx = {x, y, z};
                if (waits) {
                    if (!run_together(count)) return launch_failed;
                    continue;
                }
                for (unsigned i = 0; i < count; i++) {
                    place(i, machine.blockDim);
                    kernel(parameters);
                }
            }
    return 0;
}
