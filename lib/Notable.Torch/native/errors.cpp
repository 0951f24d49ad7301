// The last error of each thread: what kind it is and its message without the C++ stack.
#include "common.h"

#include <algorithm>
#include <new>
#include <string>

namespace {

enum Kind { Other = 1, Index = 2, Value = 3, Type = 4, NotImplemented = 5, OutOfMemory = 6, Shape = 7 };

thread_local int32_t last_kind = 0;
thread_local std::string last_message;

void keep(Kind kind, const char* message) noexcept {
    try {
        last_message = message;
    } catch (...) {
        last_message.clear();
    }
    // Host memory and device memory run out in differently typed exceptions from version to version.
    const bool memory = last_message.find("out of memory") != std::string::npos ||
                        last_message.find("can't allocate memory") != std::string::npos;
    last_kind = memory ? OutOfMemory : kind;
}

}  // namespace

void nt::remember_error() noexcept {
    try {
        throw;
    } catch (const c10::IndexError& e) {
        keep(Index, e.what_without_backtrace());
    } catch (const c10::ValueError& e) {
        keep(Value, e.what_without_backtrace());
    } catch (const c10::TypeError& e) {
        keep(Type, e.what_without_backtrace());
    } catch (const c10::NotImplementedError& e) {
        keep(NotImplemented, e.what_without_backtrace());
    } catch (const c10::Error& e) {
        keep(Other, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        keep(OutOfMemory, "out of memory");
    } catch (const std::exception& e) {
        keep(Other, e.what());
    } catch (...) {
        keep(Other, "an exception of an unknown type");
    }
}

bool nt::refuse(const std::string& message) noexcept {
    keep(Shape, message.c_str());
    return false;
}

bool nt::broadcast(const char* operation, const at::Tensor& a, const at::Tensor& b) noexcept {
    const auto left = a.sizes(), right = b.sizes();
    const auto shared = std::min(left.size(), right.size());
    bool fit = true;
    for (size_t i = 1; fit && i <= shared; i++) {
        const auto x = left[left.size() - i], y = right[right.size() - i];
        fit = x == y || x == 1 || y == 1;
    }
    if (fit) return true;
    try {
        return refuse(c10::str(operation, ": shapes ", left, " and ", right,
                               " do not broadcast; counted from the last, sizes are equal or one of them is 1."));
    } catch (...) {
        return refuse("shapes do not broadcast");
    }
}

NT_API const char* nt_last_error(int32_t* kind) {
    *kind = last_kind;
    return last_message.c_str();
}
