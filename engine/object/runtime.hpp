// The state of the one run that is going on: types, interned names, the current exception, limits.
// Everything in here is made anew by start_run(), so that a run never sees what another one left.
#pragma once
#include <string>

#include "base/heap.hpp"
#include "object/type.hpp"

namespace ap {

struct BaseException;

struct Types {
#define TYPE(name) Type* name;
#define EXCEPTION(name, base) Type* name;
#include "object/types.def"
};

// Interned strings that C++ compares by pointer: rt.names.__init__ and so on; see names.def.
struct Names {
#define NAME(id) Str* id;
#include "object/names.def"
};

// One level of "the exception being handled" (sys.exception()); each generator and coroutine has its own.
struct HandledException {
  Value exception = None;  // owned
  HandledException* previous = nullptr;
};

struct Limits {
  uint64_t steps = 2'000'000'000;  // bytecode instructions on back edges and calls, and rounds of native loops
  size_t memory = 256u << 20;
  uint32_t recursion = 1000;       // Python frames, as sys.getrecursionlimit()
  uint64_t output = 1u << 20;      // bytes of stdout and stderr shown
  uint64_t loop_iterations = 500'000;
  double virtual_seconds = 1e15;
};

struct Runtime {
  Types types;
  Names names;
  Value error = Empty;              // the exception being raised, owned; Empty: none
  HandledException base_handled;
  HandledException* handled = &base_handled;
  Dict* modules = nullptr;          // sys.modules
  Dict* builtins = nullptr;
  Str* empty_str = nullptr;
  Tuple* empty_tuple = nullptr;
  Str* latin1[256] = {};            // one-character strings
  Limits limits;
  uint64_t steps = 0;               // spent so far
  uint64_t check_at = 0;            // when `steps` reaches this, check() looks at the limits
  uint32_t recursion_depth = 0;     // Python frames
  uint32_t native_depth = 0;        // C++ calls that may nest: repr, compare, call
  uint32_t next_type_version = 1;
  bool finalizing = false;
  const char* limit_reached = nullptr;  // name of the limit that stopped the run, "steps"; a static text
  // The frame that runs the event loop: what happens right above it happens inside asyncio, not in that frame's line.
  const void* loop_caller = nullptr;
  bool in_loop = false;
  // sys.set_asyncgen_hooks; owned by whoever set them (the running event loop).
  Value asyncgen_firstiter = None, asyncgen_finalizer = None;
  // What sits above sets these; object/ knows no interpreter, no asyncio.
  struct Hooks {
    // Python code gave a warning (category, message); false: it became an exception.
    bool (*warn)(Type* category, const char* message, int stack_level) = nullptr;
    // An exception that cannot be raised anywhere (in __del__): "Exception ignored in: ...".
    void (*unraisable)(const char* while_doing, Value object) = nullptr;
    // A coroutine object goes that was never started: RuntimeWarning "coroutine '...' was never awaited".
    void (*never_awaited)(Object* coroutine, Str* qualname) = nullptr;
    // The running Python frame.
    const void* (*current_frame)() = nullptr;
    // Qualified name of the running function, or nullptr.
    Str* (*current_function)() = nullptr;
    // Line of the program that runs, or 0.
    int (*current_line)() = nullptr;
    // The variable or attribute to which the program is about to assign the result of the call that it is in: "lock",
    // "self.queue"; empty where it is not, or not at once. For events, which name things after it.
    std::string (*assigned_to)() = nullptr;
    // Adds one traceback entry for the running Python frame.
    void (*add_traceback)(BaseException*) = nullptr;
    // The user asked to stop.
    bool (*interrupted)() = nullptr;
    // super() without arguments: the class and the first argument of the running method; false: RuntimeError is set.
    bool (*super_arguments)(Var* cls, Var* self) = nullptr;
    // Name of the running module (__name__ of its globals), for classes made by type(); borrowed, or nullptr.
    Str* (*current_module)() = nullptr;
  } hooks;
};
extern Runtime rt;

// Makes types, names and built-ins; the heap must be empty. end_run() drops the heap.
void start_run(const Limits&);
void end_run();

// To be called in every native loop that a program can make long: accounts for `n` rounds of work.
// False: a limit was reached or Stop asked for; an exception is set and the caller returns at once.
bool check_slow();
// Tells events, and the record of the run, that a limit was reached.
void note_limit(const char* name, std::string_view message);
inline bool check(uint64_t n = 1) {
  rt.steps += n;
  if (rt.steps < rt.check_at) [[likely]] return true;
  return check_slow();
}

// Guards recursion in C++ (repr of nested lists, comparing, calling back): RecursionError instead of running out of
// stack. `where` ends the message: "maximum recursion depth exceeded" + " while getting the repr of an object".
// The limit is what a browser's wasm stack of about 1 MB is sure to hold: one unit stands for some 500 bytes of it; entering
// eval() takes one more, a generator's frame three.
inline constexpr uint32_t kNativeLimit = 1200;
class [[nodiscard]] NativeNesting {
 public:
  explicit NativeNesting(const char* where = "", uint32_t weight = 1)
      : weight_(weight), ok_((rt.native_depth += weight) <= kNativeLimit || fail(where)) {}
  ~NativeNesting() { rt.native_depth -= weight_; }
  NativeNesting(const NativeNesting&) = delete;
  explicit operator bool() const { return ok_; }

 private:
  static bool fail(const char* where);
  uint32_t weight_;
  bool ok_;
};

}  // namespace ap
