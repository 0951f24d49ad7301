// How many threads share the work of one operation.
#include "common.h"

#include <ATen/Parallel.h>

#include <omp.h>

using nt::run;

// at::set_num_threads would also change what threads to come start with; this holds for the calling thread alone.
NT_API bool nt_set_threads_here(int32_t threads) {
    return run([&] {
        at::get_num_threads();  // libtorch sets a thread up at its first call, which would undo what comes before
        omp_set_num_threads(threads);
    });
}
