#include "asyncio/taskgroups.hpp"

#include "asyncio/timeouts.hpp"
#include "asyncio/layout.hpp"
#include "asyncio/library_frames.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"

namespace ap {

Type* task_group_type;

namespace {

TaskGroup* group_of(Value v) { return v.as<TaskGroup>(); }
Ref<TaskGroup> self_of(Call& c) { return Ref<TaskGroup>(group_of(c.self)); }

bool is_base_error(Value e) { return is_instance(e, rt.types.SystemExit) || is_instance(e, rt.types.KeyboardInterrupt); }

bool abort(TaskGroup* self) {
  LibraryFrames frames(1);
  self->aborting = true;
  // Cancelling can end a task at once and take it off the list.
  Ref<List> tasks = make_list(self->tasks->items, self->tasks->size);
  for (uint32_t i = 0; tasks && i < tasks->size; ++i) {
    Value t = tasks->items[i];
    Tri done = future_done(t);
    if (done == Tri::Error || (done == Tri::False && future_cancel(t) == Tri::Error)) return false;
  }
  return bool(tasks);
}

void remove_member(TaskGroup* self, Value task) {
  for (uint32_t i = 0; i < self->tasks->size; ++i)
    if (self->tasks->items[i] == task) {
      list_pop(self->tasks, i).reset();
      return;
    }
}

bool add_error(TaskGroup* self, Value error) {
  // __aexit__ has forgotten the list, though it left members behind: cancelling them met the recursion limit, say.
  if (!self->errors) return raise(rt.types.AttributeError, "'NoneType' object has no attribute 'append'");
  return list_append(self->errors, error);
}

Var task_done(InternalCallback* callback, Value task) {
  auto* self = group_of(callback->a);
  remove_member(self, task);
  if (is_future_kind(task)) trace::emit(trace::TaskLeftGroup{.scope = self->id, .task = task.as<Future>()->id});
  remove_awaiter(task, self->parent);
  if (self->on_completed && !self->tasks->size && !self->on_completed->done() && !resolve(self->on_completed, True)) return Var();
  Tri cancelled = future_was_cancelled(task);
  if (cancelled != Tri::False) return cancelled == Tri::Error ? Var() : Var(None);
  Var error = future_get_exception(task);
  if (!error || error.is_none()) return error;
  if (!add_error(self, error)) return Var();
  if (is_base_error(error) && self->base_error.is_none()) self->base_error = Var(error).release();
  if (!self->parent) return None;
  if (self->parent->done()) {
    Ref<Str> message = format_str("Task %R has errored out but its parent task %R is already completed", task, Value(self->parent));
    return report(self->loop, message.get(), error, "task", task) ? Var(None) : Var();
  }
  if (!self->aborting && !self->parent_cancel_requested) {
    // The parent is not being cancelled from outside: it is cancelled here to leave what it does in the body, and this
    // request is taken back in __aexit__.
    trace::emit(trace::ScopeCancelled{.scope = self->id, .cause = trace::ScopeCause::child_failed,
                                      .task = is_future_kind(task) ? task.as<Future>()->id : 0});
    LibraryFrames frames(1);
    if (!abort(self)) return Var();
    self->parent_cancel_requested = true;
    if (future_cancel(self->parent) == Tri::Error) return Var();
  }
  return None;
}
const CallbackDef task_done_def = {"TaskGroup._on_task_done", nullptr, 0, task_done};

Var refuse(Value coro, TaskGroup* self, const char* why) {
  Var closed = call_method(coro, rt.names.close);
  if (!closed) return Var();
  return runtime_error("TaskGroup %R %s", Value(self), why);
}

Var create_task_method(Call& c) {
  auto* self = group_of(c.self);
  if (!self->entered) return refuse(c[0], self, "has not been entered");
  if (self->exiting && !self->tasks->size) return refuse(c[0], self, "is finished");
  if (self->aborting) return refuse(c[0], self, "is shutting down");
  constexpr static LibraryPlace place = {"taskgroups.py", 196, "create_task"};
  created_in = &place;
  Var task = create_task(self->loop, c[0], c.keywords);
  created_in = nullptr;
  if (!task) return Var();
  add_awaiter(task, self->parent);
  // A task that is done already, having started eagerly, is handled by its callback like any other.
  if (!list_append(self->tasks, task.get())) return Var();
  if (is_future_kind(task)) trace::emit(trace::TaskJoinedGroup{.scope = self->id, .task = task.as<Future>()->id});
  Ref<InternalCallback> callback = new_callback(task_done_def, c.self);
  if (!future_add_callback(task, callback)) return Var();
  return task;
}

Co enter(Ref<TaskGroup> self) {
  if (self->entered) co_return runtime_error("TaskGroup %R has already been entered", Value(self.get()));
  if (self->loop.is_none()) {
    EventLoop* loop = get_running_loop();
    if (!loop) co_return Var();
    self->loop = Var(Value(loop)).release();
  }
  if (!current_task) co_return runtime_error("TaskGroup %R cannot determine the parent task", Value(self.get()));
  self->parent = current_task;
  incref(self->parent);
  self->entered = true;
  trace::emit(trace::ScopeEntered{.scope = self->id, .kind = trace::ScopeKind::task_group, .task = running_task, .line = line_now()});
  co_return self;
}

void tell_exit(TaskGroup* self, Value error) {
  if (!trace::wants(trace::Category::sync)) return;
  std::string type = error ? to_utf8(type_of(error)->name) : std::string();
  trace::emit(trace::ScopeExited{.scope = self->id,
                                 .outcome = !error ? trace::ScopeOutcome::completed
                                            : is_instance(error, rt.types.CancelledError) ? trace::ScopeOutcome::cancelled
                                                                                          : trace::ScopeOutcome::raised,
                                 .exception = type, .line = line_now()});
}

// CPython's _aexit. `error` is what left the body, or None.
Co leave(Ref<TaskGroup> self, Var error) {
  self->exiting = true;
  bool has_error = !error.is_none();
  bool cancelled = has_error && is_instance(error, rt.types.CancelledError);
  if (has_error && is_base_error(error) && self->base_error.is_none()) self->base_error = Var(error).release();
  decref(std::exchange(self->propagate, cancelled ? Var(error).release() : None));
  if (has_error && !self->aborting) {
    // The parent task is being cancelled, or the body raised.
    trace::emit(trace::ScopeCancelled{.scope = self->id, .cause = trace::ScopeCause::body_failed});
    if (!abort(self.get())) co_return Var();
  }
  // In a loop, because the wait can be cancelled several times.
  while (self->tasks->size) {
    if (!self->on_completed) {
      if (is_event_loop(self->loop))
        self->on_completed = new_future(self->loop.as<EventLoop>(), trace::FutureKind::group).release();
      else
        co_return runtime_error("this loop cannot run a TaskGroup");
    }
    Ref<Future> future = Ref<Future>(self->on_completed);
    Outcome got = co_await outcome(future);
    if (!got) {
      if (!got.is(rt.types.CancelledError)) co_return std::move(got).raise();
      if (!self->aborting) {
        // The parent task is being cancelled from outside while members still run.
        decref(std::exchange(self->propagate, got.error.release()));
        got.error.reset();
        trace::emit(trace::ScopeCancelled{.scope = self->id, .cause = trace::ScopeCause::body_failed});
        if (!abort(self.get())) co_return Var();
      }
    }
    if (Future* old = std::exchange(self->on_completed, nullptr)) decref(old);
  }
  if (!self->base_error.is_none()) {
    (void)raise_value(self->base_error);
    co_return Var();
  }
  // Without __aenter__, or a second time.
  auto no_parent = [](const char* name) { return raise(rt.types.AttributeError, "'NoneType' object has no attribute '%s'", name); };
  if (self->parent_cancel_requested && !self->parent) co_return no_parent("uncancel");
  if (self->parent_cancel_requested && uncancel(self->parent) == 0) {
    // No other request to cancel is left, so that the cancellation ends here.
    decref(std::exchange(self->propagate, None));
  }
  if (!self->propagate.is_none() && !(self->errors && self->errors->size)) {
    (void)raise_value(self->propagate);
    co_return Var();
  }
  if (has_error && !cancelled) {
    if (!add_error(self.get(), error)) co_return Var();
  }
  if (!self->errors || !self->errors->size) co_return None;
  if (!self->parent) co_return no_parent("cancelling");
  if (self->parent->cancels_requested) {
    // Cancelled from outside too: the count stays as it is, and the request is not lost.
    uncancel(self->parent);
    if (future_cancel(self->parent) == Tri::Error) co_return Var();
  }
  Var group = new_exception_group("unhandled errors in a TaskGroup", self->errors);
  if (!group) co_return Var();
  // raise ... from None
  (void)raise_value(group);
  auto* e = group.as<BaseException>();
  decref(std::exchange(e->cause, None));
  e->suppress_context = true;
  co_return Var();
}

const CoroutineDef leave_def = {"_aexit", "TaskGroup._aexit", "taskgroups.py", 83, 121};

Co exit(Ref<TaskGroup> self, Var error) {
  Outcome got = co_await outcome(named(leave(self, error), leave_def));
  Task* parent = std::exchange(self->parent, nullptr);
  tell_exit(self.get(), got ? Value() : got.error.get());
  if (parent) decref(parent);
  if (List* old = std::exchange(self->errors, nullptr)) decref(old);
  decref(std::exchange(self->base_error, None));
  decref(std::exchange(self->propagate, None));
  if (!got) co_return std::move(got).raise();
  co_return std::move(got.value);
}

const CoroutineDef aenter_def = {"__aenter__", "TaskGroup.__aenter__", "taskgroups.py", 55};
const CoroutineDef aexit_def = {"__aexit__", "TaskGroup.__aexit__", "taskgroups.py", 69, 72};

Var init_method(Call& c) {
  auto* self = group_of(c.self);
  if (!self->tasks) self->tasks = new_list().release();
  if (!self->errors) self->errors = new_list().release();
  if (!self->id) self->id = next_scope_id();
  return None;
}

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"__init__", "", init_method, kPythonFunction},
    {"create_task", "coro, **kwargs", create_task_method, kPythonFunction},
    {"_abort", "", [](Call& c) { return abort(group_of(c.self)) ? Var(None) : Var(); }, kPythonFunction},
    {"__aenter__", "", [](Call& c) { return native_coroutine(enter(self_of(c)), aenter_def); }, kAsync},
    {"__aexit__", "et, exc, tb", [](Call& c) { return native_coroutine(exit(self_of(c), c[1]), aexit_def); }, kAsync},
};

Var get_tasks(Value v) {
  Ref<Set> set = new_ordered_set();
  if (List* tasks = group_of(v)->tasks)
    for (uint32_t i = 0; i < tasks->size; ++i)
      if (!set_add(set.get(), tasks->items[i])) return Var();
  return set;
}
const GetSetDef getsets[] = {
    {"_tasks", get_tasks},
    {"_errors", [](Value v) { return group_of(v)->errors ? Var(group_of(v)->errors) : Var(None); }},
    {"_parent_task", [](Value v) { return group_of(v)->parent ? Var(group_of(v)->parent) : Var(None); }},
};

Var repr_slot(Value v) {
  auto* self = group_of(v);
  StrBuilder b;
  b.append("<TaskGroup");
  if (self->tasks && self->tasks->size) b.append(format_str(" tasks=%d", static_cast<int>(self->tasks->size)).get());
  if (self->errors && self->errors->size) b.append(format_str(" errors=%d", static_cast<int>(self->errors->size)).get());
  b.append(self->aborting ? " cancelling>" : self->entered ? " entered>" : ">");
  return b.finish();
}

void dealloc(Object* o) {
  auto* self = static_cast<TaskGroup*>(o);
  decref(self->loop);
  decref(self->base_error);
  decref(self->propagate);
  if (self->parent) decref(self->parent);
  if (self->tasks) decref(self->tasks);
  if (self->errors) decref(self->errors);
  if (self->on_completed) decref(self->on_completed);
  if (self->dict) decref(self->dict);
  free_object(self, sizeof(TaskGroup));
}
void traverse(Object* o, Visitor& visit) {
  auto* self = static_cast<TaskGroup*>(o);
  visit(self->loop);
  visit(self->base_error);
  visit(self->propagate);
  visit(self->parent);
  visit(self->tasks);
  visit(self->errors);
  visit(self->on_completed);
  visit(self->dict);
}

}  // namespace

void init_task_group_type() {
  Type* t = task_group_type = new_type("asyncio.taskgroups.TaskGroup", nullptr, sizeof(TaskGroup), Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&TaskGroup::dict);
  t->construct = [](Type* type, Args) { return Var::steal(allocate<TaskGroup>(type, 0)); };
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_slot;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
