// Future: a result that is not there yet, and who is to be told.
#pragma once
#include "asyncio/callback.hpp"
#include "asyncio/events.hpp"
#include "coro/co.hpp"
#include "object/list.hpp"

namespace ap {

struct Task;

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct FutureCallback {
  Value function;    // owned; a Task without a context: the task is to wake up
  Context* context;  // owned
};

// What few futures need.
struct FutureExtras {
  FutureCallback* more = nullptr;  // callbacks after the first
  uint32_t more_count = 0, more_capacity = 0;
  Value cancel_message = None;
  Value cancelled_exc = Empty;
  Traceback* exception_traceback = nullptr;
  Value source = Empty;            // debug: where it was made
  List* awaited_by = nullptr;      // tasks that wait for it through gather, wait, shield or a group
};

struct Future : Object {
  Object* loop = nullptr;      // owned
  Value result = Empty;        // or the exception
  FutureCallback first = {Value(), nullptr};
  FutureExtras* extras = nullptr;
  Dict* dict = nullptr;
  uint32_t id = 0;             // in events
  uint32_t born = ++births;
  FutureState state = FutureState::Pending;
  bool is_exception = false;
  bool log_traceback = false;  // nobody has looked at the exception yet
  bool blocking = false;       // _asyncio_future_blocking
  bool foreign_loop = false;   // the loop is none of ours, or a subclass with its own call_soon
  bool through_library = false;  // of the exception, when it was set
  explicit Future(Type* t, Kind k = Kind::Future) : Object(t, k) {}
  bool done() const { return state != FutureState::Pending; }
  bool cancelled() const { return state == FutureState::Cancelled; }
};

inline bool is_future_kind(Value v) { return is_kind(v, Kind::Future) || is_kind(v, Kind::Task); }
// A type's __name__, which is not what CPython's C code calls it: "Task", "_asyncio.Task".
Str* class_name(const Type* t);
// Future and Task themselves, whose methods no program has replaced.
inline bool is_exact_future(Value v) {
  return v.is_object() && (v.object()->type == rt.types.future || v.object()->type == rt.types.task);
}

// The library's own callbacks run in a context only where somebody sees it: a cancel() of the program's own.
inline bool sees_contexts() { return rt.types.task->subclasses && rt.types.task->subclasses->size; }

// --- futures of our own

Ref<Future> new_future(EventLoop* loop, trace::FutureKind kind = trace::FutureKind::internal);
// The parts of construction that subclasses share. An Empty loop: get_event_loop().
bool init_future(Future* f, Value loop);
bool set_result(Future* f, Value v);         // false: InvalidStateError
bool set_exception(Future* f, Value e);      // an exception or an exception class
bool resolve(Future* f, Value v);            // set_result of one that is known to be pending; false: its loop is closed
bool cancel_future(Future* f, Value message);  // Future.cancel(); true: it was pending
Var future_result(Future* f);
Value take_exception(Future* f);            // of a failed one, with the traceback that it had when it was set; borrowed
Var future_exception(Future* f);             // None where there is none
Var make_cancelled_error(Future* f);
bool add_callback(Future* f, Value function, Context* context);
inline bool add_callback(Future* f, const Ref<InternalCallback>& c) { return add_callback(f, Value(c.get()), nullptr); }
int64_t remove_callback(Future* f, Value function);  // how many; -1: an exception is set
FutureExtras* extras_of(Future* f);
void add_awaiter(Value future, Task* task);
void remove_awaiter(Value future, Task* task);
void tell_resolved(Future* f);               // events
// "Exception was never retrieved", if that is so.
void finalize_future(Future* f);
// In dealloc: the same of a future or task whose count has reached zero; false: it lives on.
bool finalize_last(Future* f);
void clear_future(Future* f);  // for the collector: lets go of what can lead in a circle
// Drops what a future holds (dealloc of subclasses).
void release_future(Future* f);
void traverse_future(Future* f, Visitor& visit);
Ref<Str> repr_future(Value f);

// --- anything that is a future to Python; overridden methods are called

bool is_future(Value v);                     // asyncio.isfuture
Tri future_done(Value f);
Tri future_was_cancelled(Value f);
Var future_get_result(Value f);
Var future_get_exception(Value f);
Tri future_cancel(Value f, Value message = Value());  // Empty: cancel() is called without
bool future_set_result(Value f, Value v);
bool future_set_exception(Value f, Value e);
bool future_add_callback(Value f, Value callback, Context* context = nullptr);
bool future_remove_callback(Value f, Value callback);
Var future_loop(Value f);                    // futures._get_loop

// A callback that resolves it unless it is done already (futures._set_result_unless_cancelled).
extern const HandleDef set_result_unless_cancelled;
extern const HandleDef release_waiter;

// co_await until(f): waits for a future that the body itself keeps. `a` and `b` are other objects that the
// body keeps meanwhile, if any.
struct FutureAwaiter : Awaiting {
  Future* future;
  explicit FutureAwaiter(Future* f, bool catches_errors, Object* a, Object* b) : future(f) {
    catches = catches_errors;
    held[0] = f;
    held[1] = a;
    held[2] = b;
  }
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<CoPromise> self);
};
struct PlainFutureAwaiter : FutureAwaiter {
  explicit PlainFutureAwaiter(Future* f, Object* a, Object* b) : FutureAwaiter(f, false, a, b) {}
  Var await_resume() { return std::move(value); }
};
struct OutcomeFutureAwaiter : FutureAwaiter {
  explicit OutcomeFutureAwaiter(Future* f, Object* a, Object* b) : FutureAwaiter(f, true, a, b) {}
  Outcome await_resume();
};
inline PlainFutureAwaiter until(const Ref<Future>& f, Object* a = nullptr, Object* b = nullptr) {
  return PlainFutureAwaiter(f.get(), a, b);
}
inline OutcomeFutureAwaiter outcome(const Ref<Future>& f, Object* a = nullptr, Object* b = nullptr) {
  return OutcomeFutureAwaiter(f.get(), a, b);
}

extern Type* gathering_future_type;
void init_future_type();

}  // namespace ap
