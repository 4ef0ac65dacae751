// Task's own machine: one step after the other. Reads like CPython's __step and __wakeup.
#include "asyncio/tasks.hpp"

#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "asyncio/describe.hpp"
#include "asyncio/graph.hpp"
#include "asyncio/scheduling.hpp"
#include "asyncio/task_callbacks.hpp"
#include "coro/drive.hpp"
#include "coro/iterator_link.hpp"
#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "trace/bytes.hpp"
#include "trace/counting.hpp"

namespace ap {

extern uint32_t future_count;
extern Link* running_root;  // coro/link.cpp
extern uint32_t (*task_of_chain)(Link* root);
Task* current_task = nullptr;

namespace {

int64_t task_number = 0;      // of the last "Task-n"
Task *first_task, *last_task;  // all that are not done, by creation

void list_task(Task* t) {
  t->previous = last_task;
  (last_task ? last_task->next : first_task) = t;
  last_task = t;
  t->listed = true;
}
void unlist_task(Task* t) {
  if (!t->listed) return;
  t->listed = false;
  (t->previous ? t->previous->next : first_task) = t->next;
  (t->next ? t->next->previous : last_task) = t->previous;
  t->previous = t->next = nullptr;
}

EventLoop* loop_of(Task* t) { return static_cast<EventLoop*>(t->loop); }

// The innermost line of the program in a suspended chain.
trace::Line line_of(Link* root) {
  if (trace::counting) return 0;
  int line = 0;
  for (Link* l = root; l; l = l->awaiting) {
    LinkInfo info;
    l->ops->describe(l, info);
    if (!info.native && !is_library_file(info.filename)) line = info.line;
  }
  return static_cast<trace::Line>(line);
}

void tell_step_started(Task* t, Link* link, Value exception, uint32_t handle) {
  trace::Line line = link->state == LinkState::Finished ? 0 : line_of(link);
  bool first = link->state == LinkState::Created;
  trace::emit(trace::TaskStepStarted{.task = t->id, .handle = handle,
                                     .how = exception ? trace::StepStart::thrown : first ? trace::StepStart::first : trace::StepStart::resumed,
                                     .line = line});
  if (exception && is_instance(exception, rt.types.CancelledError)) {
    std::string message = exception.as<BaseException>()->args->size ? safe_message(exception) : std::string();
    trace::emit(trace::CancelDelivered{.task = t->id, .message = message, .line = first ? 0 : line});
  }
}

// CancelledError was thrown in, and the coroutine neither ends with it nor is still handling it.
void tell_if_swallowed(Task* t, Link* link) {
  if (!t->cancels_requested) return;
  for (Link* l = link; l; l = l->awaiting)
    if (is_instance(l->handled.exception, rt.types.CancelledError)) return;
  trace::emit(trace::CancelSwallowed{.task = t->id, .line = link->state == LinkState::Finished ? 0 : line_of(link)});
}

void tell_finished(Task* t) {
  if (trace::counting) return trace::emit(trace::TaskFinished{});
  trace::TaskFinished e{.task = t->id};
  if (!t->cancelled() && !t->is_exception && t->result.is_small_int()) {
    char number[24];
    e.outcome = trace::TaskOutcome::returned;
    e.value = {number, static_cast<size_t>(trace::put_i64(number, t->result.as_int()) - number)};
    return trace::emit(e);
  }
  std::string value, type, message;
  trace::Line line = 0;
  if (t->cancelled()) {
    e.outcome = trace::TaskOutcome::cancelled;
    if (t->extras && t->extras->cancelled_exc) {
      auto* cancelled = t->extras->cancelled_exc.as<BaseException>();
      if (cancelled->args->size) message = safe_message(cancelled);
      for (Traceback* tb = cancelled->traceback; tb; tb = tb->next) line = static_cast<trace::Line>(tb->line);
    }
  } else if (t->is_exception) {
    e.outcome = trace::TaskOutcome::raised;
    type = to_utf8(type_of(t->result)->name);
    message = safe_message(t->result);
    for (Traceback* tb = t->result.as<BaseException>()->traceback; tb; tb = tb->next) line = static_cast<trace::Line>(tb->line);
  } else {
    e.outcome = trace::TaskOutcome::returned;
    if (!t->result.is_none()) value = safe_repr(t->result);
  }
  e.value = value;
  e.exception = type;
  e.message = message;
  e.line = line;
  trace::emit(e);
}

// Once the task is not the current one any more.
void tell_step_finished(Task* t, trace::StepEnd end) {
  Value future = t->waiter;
  trace::emit(trace::TaskStepFinished{.task = t->id, .outcome = end,
                                      .future = future && is_future_kind(future) ? future.as<Future>()->id : 0,
                                      .line = end == trace::StepEnd::finished ? 0 : line_of(task_link(t))});
}

bool schedule(Task* t, Value thrown, trace::ScheduleReason reason) {
  if (!t->foreign_loop) [[likely]] return schedule_step(loop_of(t), t, thrown, reason);
  Ref<InternalCallback> callback = new_callback(task_step_method, t, thrown);
  Ref<Str> name = intern("context");
  Ref<Tuple> names = tuple_of(Value(name.get()));
  Value args[] = {callback, as_given(t->context)};
  return bool(call_method(t->loop, "call_soon", Args{args, 1, names.get()}));
}

bool schedule_error(Task* t) {
  Var e = take_error();
  return schedule(t, e, trace::ScheduleReason::cancelled);
}

// The coroutine has yielded a future; `f` is one of ours.
bool wait_for_own(Task* t, Future* f) {
  if (f == t) {
    (void)runtime_error("Task cannot await on itself: %R", Value(t));
    return schedule_error(t);
  }
  if (f->loop != t->loop) {
    (void)runtime_error("Task %R got Future %R attached to a different loop", Value(t), Value(f));
    return schedule_error(t);
  }
  if (!f->blocking) {
    (void)runtime_error("yield was used instead of yield from in task %R with %R", Value(t), Value(f));
    return schedule_error(t);
  }
  f->blocking = false;
  if (t->foreign_loop && is_stand_in(t->context)) [[unlikely]] {
    Ref<InternalCallback> callback = new_callback(task_wakeup_method, t);
    if (!add_callback(f, callback, t->context)) return false;
  } else if (!add_callback(f, Value(t), nullptr)) {
    return false;
  }
  if (believes(Belief::awaited_task_first) && is_kind(Value(f), Kind::Task)) [[unlikely]] move_to_front(loop_of(t), static_cast<Task*>(f));
  t->waiter.set(Value(f));
  return true;
}

// A future of another make, or of a subclass written in Python.
bool wait_for_foreign(Task* t, Value f) {
  Var blocking = getattr(f, rt.names._asyncio_future_blocking);
  if (!blocking) return false;
  Var loop = future_loop(f);
  if (!loop) return false;
  if (f == Value(t)) {
    (void)runtime_error("Task cannot await on itself: %R", Value(t));
    return schedule_error(t);
  }
  if (loop.get() != Value(t->loop)) {
    (void)runtime_error("Task %R got Future %R attached to a different loop", Value(t), f);
    return schedule_error(t);
  }
  Tri is_blocking = truth(blocking);
  if (is_blocking == Tri::Error) return false;
  if (is_blocking == Tri::False) {
    (void)runtime_error("yield was used instead of yield from in task %R with %R", Value(t), f);
    return schedule_error(t);
  }
  if (!setattr(f, rt.names._asyncio_future_blocking, False)) return false;
  Ref<InternalCallback> callback = new_callback(task_wakeup_method, t);
  if (!future_add_callback(f, callback, t->context)) return false;
  t->waiter.set(f);
  return true;
}

// What the coroutine has yielded. False: an exception is set, which the step raises.
bool handle_yield(Task* t, Value v, trace::StepEnd* end) {
  *end = trace::StepEnd::suspended;
  if (v.is_none()) {  // gives up control for one pass
    *end = trace::StepEnd::yielded;
    return schedule(t, Value(), trace::ScheduleReason::yielded);
  }
  if (is_future_kind(v) && !(v.object()->type->type_flags & kHeapType)) {
    if (!wait_for_own(t, v.as<Future>())) return false;
  } else if (is_future(v)) {
    if (!wait_for_foreign(t, v)) return false;
  } else if (!failed()) {
    if (type_of(v) == rt.types.generator)
      (void)runtime_error("yield was used instead of yield from for generator in task %R with %R", Value(t), v);
    else
      (void)runtime_error("Task got bad yield: %R", v);
    *end = trace::StepEnd::yielded;
    return schedule_error(t);
  } else {
    return false;
  }
  if (!t->waiter) {  // an error was scheduled instead
    *end = trace::StepEnd::yielded;
    return true;
  }
  if (t->must_cancel) {
    Tri cancelled = future_cancel(t->waiter, t->extras ? t->extras->cancel_message : None);
    if (cancelled == Tri::Error) return false;
    if (cancelled == Tri::True) {
      t->must_cancel = false;
      *end = trace::StepEnd::yielded;  // it is in the ready queue again
    }
  }
  return true;
}

bool finish_task(Task* t, Step& s) {
  unlist_task(t);
  if (beliefs) [[unlikely]] note_finished(t);
  if (s.kind == Step::Returned) {
    if (t->must_cancel) {
      // Cancelled right before its coroutine ended.
      t->must_cancel = false;
      cancel_future(t, t->extras ? t->extras->cancel_message : None);
      return !failed();
    }
    return set_result(t, s.value);
  }
  if (error_is(rt.types.RunLimitReached)) {
    t->log_destroy_pending = false;
    return false;
  }
  Var e = take_error();
  if (is_instance(e, rt.types.CancelledError)) {
    FutureExtras* x = extras_of(t);
    decref(std::exchange(x->cancelled_exc, Var(e).release()));
    cancel_future(t, None);
    return !failed();
  }
  bool leaves = is_instance(e, rt.types.SystemExit) || is_instance(e, rt.types.KeyboardInterrupt);
  if (beliefs) [[unlikely]] note_failed(t, e);
  if (!set_exception(t, e)) return false;
  if (!leaves) return true;
  set_error(std::move(e));
  return false;
}

// __step_run_and_handle_result
bool run_step(Task* t, Var exception, uint32_t handle, trace::StepEnd* end) {
  Link* link = task_link(t);
  Link* outer_root = std::exchange(running_root, link);
  bool traced = trace::wants(trace::Category::scheduling);
  if (traced) [[unlikely]] tell_step_started(t, link, exception, handle);
  bool cancelling = traced && exception && is_instance(exception, rt.types.CancelledError);
  Var keep(t->coro);
  Step s;
  if (exception) {
    set_error(std::move(exception));
    s = throw_into(link);
  } else {
    s = drive_here(link, None);
  }
  bool ok;
  *end = trace::StepEnd::finished;
  if (s.kind == Step::Yielded) {
    if (cancelling) tell_if_swallowed(t, link);
    ok = handle_yield(t, s.value, end);
  } else {
    if (cancelling && s.kind == Step::Returned && t->cancels_requested)
      trace::emit(trace::CancelSwallowed{.task = t->id});
    ok = finish_task(t, s);
  }
  running_root = outer_root;
  return ok;
}

}  // namespace

uint32_t stepping_handle = 0;  // of the entry of the ready queue that is being run

void tell_task_finished(Future* f) { tell_finished(static_cast<Task*>(f)); }

// A type of its own only where a task is given one: coroutines are of two kinds.
Link* task_link(Task* t) {
  Object* coro = t->coro.object();
  if (!coro) return nullptr;
  if (coro->type != rt.types.coroutine) return link_of(t->coro);
  return coro->kind == Kind::NativeCoroutine ? static_cast<NativeCoroutine*>(coro)->link() : link_in(coro);
}

const CallbackDef task_step_method = {"TaskStepMethWrapper", nullptr, 0,
                                      [](InternalCallback* self, Value) { return step(self->a.as<Task>(), self->b) ? Var(None) : Var(); }};
const CallbackDef task_wakeup_method = {"Task.task_wakeup", nullptr, 0,
                                        [](InternalCallback* self, Value future) { return wake_up(self->a.as<Task>(), future) ? Var(None) : Var(); }};

// Somebody runs a loop inside a task's step. The handle would have entered the task's context before it found out.
static bool cannot_enter(Task* t) {
  if (!t->foreign_loop && t->context->entered) {
    if (push_context(t->context)) pop_context();
    return false;
  }
  return runtime_error("Cannot enter into task %R while another task %R is being executed.", Value(t), Value(current_task));
}

bool step(Task* t, Var thrown) {
  if (t->done()) {
    Value shown = thrown ? thrown.get() : None;
    return raise(rt.types.InvalidStateError, "__step(): already done: %R %R", Value(t), shown);
  }
  Var exception = thrown;
  // Under the belief it first runs to its first await, where handle_yield cancels it.
  auto begins_first = [&] {
    return believes(Belief::cancelled_before_start_runs_finally) && !exception && task_link(t)->state == LinkState::Created;
  };
  if (t->must_cancel && !begins_first()) [[unlikely]] {
    if (!exception || !is_instance(exception, rt.types.CancelledError)) exception = make_cancelled_error(t);
    t->must_cancel = false;
  }
  t->waiter.reset();
  if (current_task) return cannot_enter(t);
  // A handle that called this has entered the context already.
  bool enters = current_context() != t->context;
  if (enters && !push_context(t->context)) {
    if (!is_stand_in(t->context)) return false;
    clear_error();
    enters = false;
  }
  current_task = t;
  running_task = t->id;
  trace::StepEnd end;
  bool ok = run_step(t, std::move(exception), std::exchange(stepping_handle, 0), &end);
  current_task = nullptr;
  running_task = 0;
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_step_finished(t, end);
  thrown.reset();  // what nobody else has kept goes while the context is the task's still
  if (enters) pop_context();
  return ok;
}

bool wake_up(Task* t, Value future) {
  if (is_future_kind(future) && !(future.object()->type->type_flags & kHeapType)) {
    auto* f = future.as<Future>();
    if (f->state == FutureState::Finished && !f->is_exception) [[likely]] {
      f->log_traceback = false;
      return step(t, Value());
    }
    Var e;
    if (f->cancelled()) {
      e = make_cancelled_error(f);
      if (e) chain_context(e.as<BaseException>());  // future_get_result raises it: what the loop's caller handles is its context
    } else if (f->done()) {
      f->log_traceback = false;
      e = take_exception(f);
      if (!is_exact_future(future)) chain_context(e.as<BaseException>());  // a gather's result() raises it
    } else {
      (void)raise(rt.types.InvalidStateError, "Result is not set.");
      e = take_error();
    }
    return step(t, std::move(e));
  }
  Var result = future_get_result(future);
  if (result) return step(t, Value());
  if (must_leave_loop()) return false;
  Var e = take_error();
  return step(t, std::move(e));
}

// --- beginning

namespace {

// The first step is taken at once, inside the creator's.
bool eager_start(Task* t) {
  Task* outer = current_task;
  uint32_t outer_id = running_task;
  if (!push_context(t->context)) return false;
  Ref<Task> keep(t);
  current_task = t;
  running_task = t->id;
  trace::StepEnd end;
  bool ok = run_step(t, Var(), 0, &end);
  // In CPython the frames in its traceback lead on, by f_back, to those that have made the task. An interpreted coroutine's do here, too.
  if (ok && t->is_exception && is_kind(t->coro, Kind::NativeCoroutine) && running_frames) {
    Var frames = running_frames();
    set_error(Var(t->result));
    if (frames) keep_with_error(frames);
    (void)take_error();
  }
  current_task = outer;
  running_task = outer_id;
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_step_finished(t, end);
  pop_context();
  if (t->done()) t->coro.reset();
  return ok;
}

void tell_created_task(Task* t, bool eager) {
  Link* link = task_link(t);
  // Mostly without an allocation: a program may make tasks as often as it likes.
  char number[24] = "Task-";
  std::string given, made;
  std::string_view name, function;
  if (t->name.is_small_int())
    name = {number, static_cast<size_t>(trace::put_i64(number + 5, t->name.as_int()) - number)};
  else
    name = given = task_name_text(t);
  LinkInfo info;
  link->ops->describe(link, info);
  if (info.def)
    function = made = std::string("asyncio.") + info.def->qualname;
  else if (info.qualname && info.qualname->is_ascii())
    function = info.qualname->ascii();
  else if (info.qualname)
    function = made = to_utf8(info.qualname);
  trace::emit(trace::TaskCreated{.task = t->id, .name = name, .function = function,
                                 .coroutine = trace::wants(trace::Category::awaits) ? coroutine_id(link) : 0,
                                 .creator = running_task,
                                 .loop = is_event_loop(Value(t->loop)) ? static_cast<EventLoop*>(t->loop)->id : 0,
                                 .line = line_now(), .eager = eager, .context = context_id(t->context)});
}

}  // namespace

bool init_task(Task* t, Value coro, Value loop, const TaskOptions& options) {
  if (!init_future(t, loop)) return false;
  if (!is_coroutine(coro)) {
    t->log_destroy_pending = false;
    if (failed()) return false;
    return type_error("a coroutine was expected, got %R", coro);
  }
  Var driven = coro;
  if (!link_of(coro)) {
    Var keeper;
    if (!new_iterator_link(coro, &keeper)) return false;
    driven = std::move(keeper);
    t->wrapped = true;
  }
  t->coro.set(driven);
  Ref<Context> context = context_given(options.context);
  if (is_stand_in(context.get())) t->foreign_loop = true;  // its steps are handles, whose context is asked for run()
  if (Context* old = std::exchange(t->context, context.release())) decref(old);
  Var name;
  if (!options.name || options.name.is_none()) {
    name = Value::from_int(++task_number);
  } else if (type_of(options.name) == rt.types.str) {
    name = options.name;
  } else {
    name = str(options.name);
    if (!name) return false;
  }
  decref(std::exchange(t->name, name.release()));
  unlist_task(t);
  list_task(t);
  bool eager = false;
  if (options.eager_start) {
    Var running = is_event_loop(Value(t->loop)) ? Var(Value::from_bool(static_cast<EventLoop*>(t->loop)->running))
                                                : call_method(t->loop, "is_running", Args{});
    if (!running) return false;
    eager = truth(running) == Tri::True;
  }
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_created_task(t, eager);
  if (beliefs) [[unlikely]] note_created(t);
  if (eager) return eager_start(t);
  return schedule(t, Value(), trace::ScheduleReason::created);
}

Ref<Task> new_task(Type* type, Value coro, Value loop, const TaskOptions& options) {
  auto* t = allocate<Task>(type, 0);
  Ref<Task> result = Ref<Task>::steal(t);
  if (!init_task(t, coro, loop, options)) return {};
  return result;
}

// --- cancelling

uint32_t uncancel(Task* t) {
  if (t->cancels_requested) {
    --t->cancels_requested;
    trace::emit(trace::TaskUncancelled{.task = t->id, .requests = t->cancels_requested});
    if (!t->cancels_requested) t->must_cancel = false;
  }
  return t->cancels_requested;
}

// --- the end

void finalize_task(Task* t) {
  if (!t->done() && t->loop && !(t->flags & kFinalized)) {
    t->flags |= kFinalized;
    trace::emit(trace::TaskDestroyed{.task = t->id});
    if (!t->log_destroy_pending) return finalize_future(t);
    Value error = std::exchange(rt.error, Value());
    Ref<Str> message = make_str("Task was destroyed but it is pending!");
    if (!report(t->loop, message.get(), Value(), "task", t, t->extras ? t->extras->source : Value()) && rt.hooks.unraisable)
      rt.hooks.unraisable("calling deallocator", t);
    clear_error();
    rt.error = error;
  }
  finalize_future(t);
}

bool finalize_last(Future* f) {
  f->refs = 1;
  if (f->kind == Kind::Task)
    finalize_task(static_cast<Task*>(f));
  else
    finalize_future(f);
  if (--f->refs) return false;
  if (f->kind == Kind::Task) unlist_task(static_cast<Task*>(f));
  return true;
}

void clear_task(Task* t) {
  unlist_task(t);
  t->coro.reset();
  t->waiter.reset();
  clear_future(t);
}

// --- all tasks

void for_each_task(void (*visit)(void* user, Task* t), void* user) {
  for (Task* t = first_task; t;) {
    Task* next = t->next;
    visit(user, t);
    t = next;
  }
}

Ref<List> tasks_of(Value loop) {
  Ref<List> list = new_list();
  for (Task* t = first_task; t; t = t->next)
    if (!t->done() && Value(t->loop) == loop && !list_append(list.get(), Value(t))) return {};
  return list;
}

uint32_t task_that_drives(Link* root) {
  for (Task* t = last_task; t; t = t->previous)
    if (task_link(t) == root) return t->id;
  return 0;
}

void reset_tasks() {
  task_of_chain = task_that_drives;
  current_task = nullptr;
  task_number = 0;
  first_task = last_task = nullptr;
  stepping_handle = 0;
  future_count = 0;
  births = 0;
}

}  // namespace ap
