// Task: drives a coroutine, step by step.
#pragma once
#include "asyncio/futures.hpp"

namespace ap {

struct Task : Future {
  bool must_cancel : 1 = false;
  bool log_destroy_pending : 1 = true;
  bool listed : 1 = false;
  bool wrapped : 1 = false;     // coro is an IteratorLink
  ObjectSlot coro;              // an IteratorLink around one that is no coroutine of ours; none: None
  ObjectSlot waiter;            // the future it waits for
  Value name = None;            // an int n stands for "Task-n"
  Context* context = nullptr;   // owned
  Task *previous = nullptr, *next = nullptr;  // among all tasks, by creation
  uint32_t cancels_requested = 0;
  explicit Task(Type* t) : Future(t, Kind::Task) {}
};

// Whether it is whole: events of what its making calls (a copied context, __str__ of its name) come before it is.
inline bool is_made(const Task* t) { return t->listed || t->done(); }

extern Task* current_task;      // of the running loop; borrowed

struct TaskOptions {
  Value name = None;
  Value context = None;
  bool eager_start = false;
};
// asyncio.Task(coro, loop=loop, ...); null: an exception is set.
Ref<Task> new_task(Type* type, Value coro, Value loop, const TaskOptions& options);
bool init_task(Task* t, Value coro, Value loop, const TaskOptions& options);
// loop.create_task, with the loop's task factory; `keywords` as the caller gave them, may be null.
Var create_task(Value loop, Value coro, Dict* keywords = nullptr);
Var loop_create_task(Value loop, Value coro, Dict* keywords);  // BaseEventLoop's own
// One step: with the exception `thrown`, or to send None (Empty). False: an exception has to leave the loop or was raised
// by the step itself; see run_once.
bool step(Task* t, Var thrown);
// The step that follows the end of what it waited for.
bool wake_up(Task* t, Value future);
// Task.cancel() and _GatheringFuture.cancel() (cancel.cpp).
Tri cancel_through(Value f, Value message = None);
uint32_t uncancel(Task* t);
Var task_name(Task* t);
Var task_coro(Task* t);
Link* task_link(Task* t);
// "Task was destroyed but it is pending!", if that is so.
void finalize_task(Task* t);
void clear_task(Task* t);
// Calls visit for each task that is not done, in order of creation.
void for_each_task(void (*visit)(void* user, Task* t), void* user);
Ref<List> tasks_of(Value loop);
Ref<Str> repr_task(Value t);
// Is it a coroutine to asyncio?
bool is_coroutine(Value v);
bool is_awaitable(Value v);
bool is_coroutine_function(Value f);
// "f() running at main.py:3"
Ref<Str> format_coroutine(Value coro);

// asyncio.ensure_future
Var ensure_future(Value v, Value loop = None);
Var sleep(Value delay, Value result = None);  // a coroutine object (sleep.cpp)
inline Tri is_at_most_zero(Value v) {
  if (v.is_float()) return v.as_float() <= 0 ? Tri::True : Tri::False;
  if (v.is_small_int()) return v.as_int() <= 0 ? Tri::True : Tri::False;
  return compare_truth(v, Value::from_int(0), Compare::Le);
}
Var gather(const Value* awaitables, uint32_t n, bool return_exceptions);
Var shield(Value awaitable);
enum class ReturnWhen : uint8_t { AllCompleted, FirstCompleted, FirstException };
Co wait(Var futures, Var timeout, Var return_when);
Co wait_for(Var awaitable, Var timeout);
Var as_completed(Value awaitables, Value timeout);
Co wrap_awaitable(Var awaitable);

extern const CoroutineDef wait_def, wait_for_def;
void init_task_type();
void init_waiting_types();
void reset_tasks();

}  // namespace ap
