// The event loop.
#pragma once
#include "asyncio/clock.hpp"
#include "asyncio/tasks.hpp"

namespace ap {

// What stands in the ready queue. Nothing is allocated for a task's step.
struct ReadyEntry {
  enum Kind : uint32_t { Step, Wakeup, Callback, HandleEntry };
  Kind kind : 2;
  uint32_t id : 30;  // of the handle, in events
  Object* extra;     // owned: of a Callback its Context; of a Step or Wakeup in debug mode where it was scheduled
  Value what;        // owned: the Task; the callback of a future that is done; the Handle
  Value argument;    // owned: Step: the exception to throw or Empty; else the future
};

struct Timer {
  double when;
  uint32_t order;
  TimerHandle* handle;  // owned
  bool before(const Timer& o) const { return when < o.when || (when == o.when && order < o.order); }
};

struct EventLoop : Object {
  ReadyEntry* ready = nullptr;  // a ring of `mask + 1`
  uint32_t mask = 0, head = 0, count = 0;
  Timer* timers = nullptr;      // a binary heap
  uint32_t timer_count = 0, timer_capacity = 0;
  double resolution = 1e-9;
  Value exception_handler = None, task_factory = None;
  Value slow_callback_duration;
  Value old_firstiter = None, old_finalizer = None;
  Value default_executor = None;
  List* async_generators = nullptr;  // weak references, by first iteration
  Handle* current_handle = nullptr;  // debug: borrowed
  Dict* dict = nullptr;
  uint32_t id = 0, iteration = 0;
  bool running = false, stopping = false;
  bool closed = false, debug = false;
  bool async_generators_shut = false, executor_shut = false;
  bool own_call_soon = false;        // a subclass in Python has replaced call_soon
  explicit EventLoop(Type* t) : Object(t, Kind::Other) {}
};

extern Type *abstract_event_loop_type, *base_event_loop_type, *event_loop_type;
inline bool is_event_loop(Value v) {
  return v.is_object() && is_instance(v, base_event_loop_type);
}

// --- scheduling. Whoever schedules tells the events.
bool schedule_wakeup(EventLoop* loop, Task* t, Value future);
bool schedule_callback(EventLoop* loop, Value callback, Context* context, Value future);
Ref<Handle> call_soon(EventLoop* loop, const HandleDef& def, Value a, Value b = Value());
Ref<TimerHandle> call_at(EventLoop* loop, Value when, const HandleDef& def, Value a, Value b, trace::TimerKind kind);
// when = now + delay, with Python's addition.
Ref<TimerHandle> call_later(EventLoop* loop, Value delay, const HandleDef& def, Value a, Value b, trace::TimerKind kind);
void remove_timer(EventLoop* loop, TimerHandle* h);
// As loop.call_soon and loop.call_at of the program; an Empty or None context: a copy of the current one.
Var call_soon_python(EventLoop* loop, Value callback, Tuple* args, Value context, trace::HandleKind kind);
Var call_at_python(EventLoop* loop, Value when, Value callback, Tuple* args, Value context);
void add_ready_handle(EventLoop* loop, Handle* h);

// --- running
bool check_closed(EventLoop* loop);
bool run_forever(EventLoop* loop, uint32_t future = 0);
Var run_until_complete(Value loop, Value future);
// The two halves of run_until_complete.
struct UntilComplete {
  Var future, callback;
  bool is_new = false;
};
bool start_until_complete(Value loop, Value future, UntilComplete*);
Var finish_until_complete(UntilComplete&, bool ok);
// run_forever in portions, for a loop in a thread: between the two, passes until it has nothing to do before *until.
enum class LoopState : uint8_t { Stopped, Idle, Failed };
bool begin_running(EventLoop* loop, uint32_t future);
LoopState run_while_busy(EventLoop* loop, double* until, uint32_t* order);
void end_running(EventLoop* loop);
// Places of registration, one row for all timers and threads; the next timer may be given the place of its thread.
uint32_t next_order();
void order_next_timer(uint32_t order);
bool deadlock();  // raises it; always false
bool close_loop(EventLoop* loop);
Co shutdown_asyncgens(Ref<EventLoop> loop);
extern const CoroutineDef shutdown_asyncgens_def, shutdown_default_executor_def;

// --- errors
// loop.call_exception_handler of any loop; false: an exception has to leave the loop.
bool call_exception_handler(Value loop, Dict* context);
// With {message, exception, key: value}.
bool report(Value loop, Str* message, Value exception, const char* key, Value value, Value source = Empty);
bool default_exception_handler(EventLoop* loop, Dict* context);
// What asyncio's logger writes. `exception` may be Empty.
enum class LogLevel : uint8_t { Debug = 10, Info = 20, Warning = 30, Error = 40 };
bool log_message(LogLevel level, Str* text, Value exception);

// What a deadlock and a limit leave in the record of a run.
struct LoopRecord {
  bool deadlock = false;
  double deadlock_at = 0;
  uint64_t stdout_bytes = 0;
  bool limit = false;
  uint64_t iterations = 0;
};
extern LoopRecord loop_record;
// Bytes that the program has written to stdout so far; set by whoever owns the streams.
extern uint64_t (*stdout_bytes)();

extern Type *deadlock_error, *limit_error;
void init_event_loop_type();

}  // namespace ap
