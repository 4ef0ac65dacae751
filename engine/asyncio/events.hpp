// Handles, and which event loop is whose.
#pragma once
#include "coro/context.hpp"
#include "trace/events.hpp"

namespace ap {

struct EventLoop;
struct Handle;

// What a handle of asyncio's own calls, where CPython passes a function and its arguments.
struct HandleDef {
  const char* qualname;
  const char* file;  // in asyncio/; null: shown without place
  int line;
  bool (*run)(Value a, Value b);  // false: an exception is set
};

// What only debug mode knows of a handle.
struct HandleDebug {
  Value source;  // where it was made
  Value shown;   // its repr from before it was cancelled
};
struct Handle : Object {
  EventLoop* loop = nullptr;       // owned
  const HandleDef* def = nullptr;  // null: `a` is a callable and `b` its arguments
  HandleDebug* debug = nullptr;
  Value a, b;                      // owned; Empty once cancelled
  Context* context = nullptr;      // owned; null: whatever is current
  uint32_t id = 0;                 // in events
  bool cancelled = false;
  bool ready = false;              // stands in the ready queue
  explicit Handle(Type* t) : Object(t, Kind::Other) {}
  Value source() const { return debug ? debug->source : Value(); }
};
HandleDebug* debug_of(Handle* h);  // made at first need

struct TimerHandle : Handle {
  uint32_t place = kNowhere;  // in the loop's timers
  Value when;                 // as it was given: a float or an int
  static constexpr uint32_t kNowhere = ~0u;
  explicit TimerHandle(Type* t) : Handle(t) {}
};

struct EventTypes {
  Type *handle, *timer_handle, *thread_safe_handle;
};
extern EventTypes event_types;

void cancel_handle(Handle* h);
// Calls it; false: an exception has to leave the loop (SystemExit, KeyboardInterrupt, a limit).
bool run_handle(Handle* h);
Ref<Str> repr_handle(Value h);
void init_handle_types();

// The loop that runs in this thread, or nullptr.
extern EventLoop* running_loop;
EventLoop* get_running_loop();  // borrowed; nullptr: RuntimeError "no running event loop"
Var get_event_loop();           // the running one, else the one that was set, else RuntimeError
bool set_event_loop(Value loop);
Var new_event_loop();
// An emulated thread has neither. Gives what was there, to be put back.
struct ThreadLoops {
  EventLoop* running;
  Value set;
};
ThreadLoops swap_thread_loops(ThreadLoops);

// What an `except` block is in a plain function: `error` counts as being handled, so that what is raised meanwhile has it
// as its context. (In coroutines: Handling.)
class HandlingHere {
 public:
  explicit HandlingHere(Value error) : here_{error, rt.handled} { rt.handled = &here_; }
  ~HandlingHere() { rt.handled = here_.previous; }
  HandlingHere(const HandlingHere&) = delete;

 private:
  HandledException here_;
};

// An error that came through none of the program's frames gets the library's, for its traceback is not empty in CPython.
void note_library_frame(Value error);
// The event of an exception in a callback.
void tell_in_callback(Value error);
// Errors that no part of asyncio may keep to itself.
bool must_leave_loop();
// The line of the program that runs, for events.
inline trace::Line line_now() { return static_cast<trace::Line>(rt.hooks.current_line ? rt.hooks.current_line() : 0); }
// Of the frames that run, for debug mode: a list of traceback.FrameSummary, with the function of the library that the
// program has called at its end, if any; set by the interpreter's side.
struct LibraryPlace {
  const char* file;  // in asyncio/
  int line;
  const char* name;
};
extern Var (*extract_stack)(const LibraryPlace* last, uint32_t most);
// The function of the library that is about to make a task, future or handle for the program; taken by who makes it.
extern const LibraryPlace* created_in;
// In debug mode: functions of CPython's library, C++ here, that lie between the program's innermost frame and what schedules.
extern uint32_t library_between;
// The name of the running thread; set by the interpreter's side, "MainThread" otherwise.
extern Var (*current_thread_name)();
// Imports a module of the library by name; set by the interpreter's side.
extern Var (*import_library)(const char* name);
void reset_events();

}  // namespace ap
