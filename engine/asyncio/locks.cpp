// Lock, Event and Condition.
#include "asyncio/locks.hpp"

#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"

namespace ap {

LockTypes lock_types;

const CoroutineDef sync_aenter_def = {"__aenter__", "_ContextManagerMixin.__aenter__", "locks.py", 13, 14};
const CoroutineDef event_wait_def = {"wait", "Event.wait", "locks.py", 200, 213};
const CoroutineDef condition_wait_def = {"wait", "Condition.wait", "locks.py", 248, 272};
static const CoroutineDef condition_relock_def = {"wait", "Condition.wait", "locks.py", 248, 284};
const CoroutineDef condition_wait_for_def = {"wait_for", "Condition.wait_for", "locks.py", 303, 313};
const CoroutineDef sync_aexit_def = {"__aexit__", "_ContextManagerMixin.__aexit__", "locks.py", 19};

namespace {

template <class T>
Ref<T> self_of(Call& c) {
  return Ref<T>(c.self.as<T>());
}

// --- Lock

bool all_cancelled(const WaiterLine& line) {
  for (uint32_t i = 0; i < line.size(); ++i)
    if (!line[i]->cancelled()) return false;
  return true;
}

bool wake_up_first(Lock* self) {
  // One that is done has been woken already and has not run yet.
  return !self->waiters || wake_waiter(self->waiters[0], True);
}

const CoroutineDef acquire_def = {"acquire", "Lock.acquire", "locks.py", 90, 110};

Co enter_lock(Ref<Lock> self) {
  (void)co_await named(acquire(self), acquire_def);
  co_return None;
}
Co exit_lock(Ref<Lock> self) { co_return release(self.get()) ? Var(None) : Var(); }
// For subclasses with methods of their own and for other kinds of locks.
Co enter_by_name(Var self) {
  (void)co_await awaiting(call_method(self, "acquire", Args{}));
  co_return None;
}
Co exit_by_name(Var self) { co_return call_method(self, "release", Args{}) ? Var(None) : Var(); }

bool exact_lock(Value v) { return type_of(v) == lock_types.lock; }

Var lock_aenter(Call& c) {
  if (exact_lock(c.self)) return native_coroutine(enter_lock(self_of<Lock>(c)), sync_aenter_def);
  return native_coroutine(enter_by_name(c.self), sync_aenter_def);
}
Var lock_aexit(Call& c) {
  if (exact_lock(c.self)) return native_coroutine(exit_lock(self_of<Lock>(c)), sync_aexit_def);
  return native_coroutine(exit_by_name(c.self), sync_aexit_def);
}

Var lock_init(Call& c) {
  auto* self = c.self.as<Lock>();
  self->locked = false;
  tell_sync_created(self, trace::SyncKind::lock);
  return None;
}

const MethodDef lock_methods[] = {
    {"__init__", "", lock_init, kPythonFunction},
    {"locked", "", [](Call& c) { return Var(Value::from_bool(c.self.as<Lock>()->locked)); }, kPythonFunction},
    {"acquire", "", [](Call& c) { return native_coroutine(acquire(self_of<Lock>(c)), acquire_def); }, kPythonFunction | kCoroutineFunction},
    {"release", "", [](Call& c) { return release(c.self.as<Lock>()) ? Var(None) : Var(); }, kPythonFunction},
    {"__aenter__", "", lock_aenter, kPythonFunction | kCoroutineFunction},
    {"__aexit__", "exc_type, exc, tb", lock_aexit, kPythonFunction | kCoroutineFunction},
};

Var repr_lock(Value v) {
  auto* self = v.as<Lock>();
  Ref<Str> extra = make_str(self->locked ? "locked" : "unlocked");
  return repr_sync(v, extra.get(), self->waiters.size());
}

}  // namespace

Var deque_of(const WaiterLine& line) {
  Var module = import_library ? import_library("collections") : Var(None);
  Ref<List> list = new_list(line.size());
  for (uint32_t i = 0; i < line.size(); ++i)
    if (!list_append(list.get(), Value(line[i]))) return Var();
  Value all = list.get();
  return module ? call_method(module, "deque", Args{&all, 1, nullptr}) : Var();
}
Var sync_waiters(Value v) { return deque_of(v.as<Sync>()->waiters); }
Var sync_waiters_or_none(Value v) { return v.as<Sync>()->waiters.was_used() ? sync_waiters(v) : Var(None); }
namespace {

const GetSetDef lock_getsets[] = {
    {"_locked", [](Value v) { return Var(Value::from_bool(v.as<Lock>()->locked)); }},
    {"_waiters", sync_waiters_or_none},
};

// --- Event


Var event_init(Call& c) {
  auto* self = c.self.as<Event>();
  self->value = false;
  tell_sync_created(self, trace::SyncKind::event);
  return None;
}
Var event_clear(Call& c) {
  auto* self = c.self.as<Event>();
  self->value = false;
  tell_sync(self, trace::SyncChange::cleared, 0);
  return None;
}
const MethodDef event_methods[] = {
    {"__init__", "", event_init, kPythonFunction},
    {"is_set", "", [](Call& c) { return Var(Value::from_bool(c.self.as<Event>()->value)); }, kPythonFunction},
    {"set", "", [](Call& c) {
       if (!set_event(c.self.as<Event>())) return Var();
       return Var(None);
     }, kPythonFunction},
    {"clear", "", event_clear, kPythonFunction},
    {"wait", "", [](Call& c) { return native_coroutine(event_wait(self_of<Event>(c)), event_wait_def); }, kPythonFunction | kCoroutineFunction},
};
const GetSetDef event_getsets[] = {
    {"_value", [](Value v) { return Var(Value::from_bool(v.as<Event>()->value)); }},
    {"_waiters", sync_waiters},
};
Var repr_event(Value v) {
  auto* self = v.as<Event>();
  Ref<Str> extra = make_str(self->value ? "set" : "unset");
  return repr_sync(v, extra.get(), self->waiters.size());
}

// --- Condition

Tri is_locked(Condition* self) {
  if (exact_lock(self->lock)) return self->lock.as<Lock>()->locked ? Tri::True : Tri::False;
  Var r = call_method(self->lock, "locked", Args{});
  return r ? truth(r) : Tri::Error;
}
}  // namespace

bool release_lock(Condition* self) {
  if (exact_lock(self->lock)) return release(self->lock.as<Lock>());
  return bool(call_method(self->lock, "release", Args{}));
}

Co acquire_lock(Ref<Condition> self) {
  if (exact_lock(self->lock)) co_return co_await named(acquire(Ref<Lock>(self->lock.as<Lock>())), acquire_def);
  co_return co_await awaiting(call_method(self->lock, "acquire", Args{}));
}

namespace {

bool notify_some(Condition* self, int64_t n) {
  int64_t woken = 0;
  for (uint32_t i = 0; i < self->waiters.size() && woken < n; ++i) {
    Future* f = self->waiters[i];
    if (f->done()) continue;
    ++woken;
    if (!resolve(f, False)) return false;
  }
  tell_sync(self, trace::SyncChange::notified, static_cast<uint32_t>(woken));
  return true;
}

bool notify(Condition* self, int64_t n) {
  Tri locked = is_locked(self);
  if (locked == Tri::Error) return false;
  if (locked == Tri::False) return runtime_error("cannot notify on un-acquired lock");
  return notify_some(self, n);
}

}  // namespace

void notify_all(Condition* self) { notify_some(self, self->waiters.size()); }

Co condition_wait(Ref<Condition> self) {
  Tri locked = is_locked(self.get());
  if (locked == Tri::Error) co_return Var();
  if (locked == Tri::False) co_return runtime_error("cannot wait on un-acquired lock");
  EventLoop* loop = bound_loop(self.get());
  if (!loop) co_return Var();
  Ref<Future> fut = new_future(loop, trace::FutureKind::waiter);
  if (!release_lock(self.get())) co_return Var();
  if (!self->waiters.push(fut.get())) co_return Var();
  // A barrier's condition is told as the barrier.
  if (self->id) trace::emit(trace::WaiterAdded{.sync = self->id, .future = fut->id, .task = running_task});
  Outcome got = co_await outcome(fut);
  leave_line(self.get(), self->waiters, fut.get());
  Var error = got.error;
  {
    // The lock is taken again even where the wait was cancelled.
    co_await at_line(condition_relock_def);
    Handling handling(error ? error.get() : None);
    for (;;) {
      Outcome taken = co_await outcome(acquire_lock(self));
      if (taken) break;
      error = std::move(taken.error);
      if (!is_instance(error, rt.types.CancelledError)) break;
    }
  }
  if (!error) co_return True;
  // This task may have been told to go on already: someone else must not miss that.
  if (!notify_some(self.get(), 1)) co_return Var();
  set_error(std::move(error));
  co_return Var();
}
namespace {


Co condition_wait_by_name(Var self) { co_return co_await awaiting(call_method(self, "wait", Args{})); }

Co condition_wait_for(Ref<Condition> self, Var predicate) {
  Var result = call(predicate);
  for (;;) {
    if (!result) co_return Var();
    Tri t = truth(result);
    if (t == Tri::Error) co_return Var();
    if (t == Tri::True) co_return result;
    if (self->type == lock_types.condition)
      (void)co_await named(condition_wait(self), condition_wait_def);
    else
      (void)co_await condition_wait_by_name(self);
    result = call(predicate);
  }
}

Co enter_condition(Ref<Condition> self) {
  (void)co_await acquire_lock(self);
  co_return None;
}
Co exit_condition(Ref<Condition> self) { co_return release_lock(self.get()) ? Var(None) : Var(); }

Var condition_init(Call& c) {
  auto* self = c.self.as<Condition>();
  Var lock = c.get(0, None);
  if (lock.is_none()) lock = new_lock();
  if (!exact_lock(lock))
    for (const char* name : {"locked", "acquire", "release"})
      if (!getattr(lock, name)) return Var();
  uint32_t id = is_instance(lock, lock_types.lock) ? lock.as<Lock>()->id : 0;
  decref(std::exchange(self->lock, lock.release()));
  tell_sync_created(self, trace::SyncKind::condition, 0, id);
  return None;
}
Var condition_notify(Call& c) {
  int64_t n = 1;
  if (c[0] && !to_int64(c[0], &n)) return Var();
  return notify(c.self.as<Condition>(), n) ? Var(None) : Var();
}
Var condition_notify_all(Call& c) {
  auto* self = c.self.as<Condition>();
  return notify(self, self->waiters.size()) ? Var(None) : Var();
}

const MethodDef condition_methods[] = {
    {"__init__", "lock=None", condition_init, kPythonFunction},
    {"wait", "", [](Call& c) { return native_coroutine(condition_wait(self_of<Condition>(c)), condition_wait_def); }, kPythonFunction | kCoroutineFunction},
    {"wait_for", "predicate", [](Call& c) { return native_coroutine(condition_wait_for(self_of<Condition>(c), c[0]), condition_wait_for_def); }, kPythonFunction | kCoroutineFunction},
    {"notify", "n=1", condition_notify, kPythonFunction},
    {"notify_all", "", condition_notify_all, kPythonFunction},
    {"__aenter__", "", [](Call& c) { return native_coroutine(enter_condition(self_of<Condition>(c)), sync_aenter_def); }, kPythonFunction | kCoroutineFunction},
    {"__aexit__", "exc_type, exc, tb", [](Call& c) { return native_coroutine(exit_condition(self_of<Condition>(c)), sync_aexit_def); }, kPythonFunction | kCoroutineFunction},
};
const GetSetDef condition_getsets[] = {
    {"locked", [](Value v) { return getattr(v.as<Condition>()->lock, "locked"); }},
    {"acquire", [](Value v) { return getattr(v.as<Condition>()->lock, "acquire"); }},
    {"release", [](Value v) { return getattr(v.as<Condition>()->lock, "release"); }},
    {"_lock", [](Value v) { return Var(v.as<Condition>()->lock); }},
    {"_waiters", sync_waiters},
};
Var repr_condition(Value v) {
  auto* self = v.as<Condition>();
  Tri locked = is_locked(self);
  if (locked == Tri::Error) return Var();
  Ref<Str> extra = make_str(locked == Tri::True ? "locked" : "unlocked");
  return repr_sync(v, extra.get(), self->waiters.size());
}

}  // namespace

Ref<Lock> new_lock() {
  auto* self = allocate<Lock>(lock_types.lock, 0);
  tell_sync_created(self, trace::SyncKind::lock);
  return Ref<Lock>::steal(self);
}

Ref<Condition> new_condition() {
  auto* self = allocate<Condition>(lock_types.condition, 0);
  self->lock = Value(new_lock().release());
  return Ref<Condition>::steal(self);
}

Co acquire(Ref<Lock> self) {
  if (!self->locked && all_cancelled(self->waiters)) {
    self->locked = true;
    tell_sync(self.get(), trace::SyncChange::acquired, 1);
    co_return True;
  }
  Ref<Future> fut = stand_in_line(self.get(), self->waiters);
  if (!fut) co_return Var();
  Outcome got = co_await outcome(fut);
  leave_line(self.get(), self->waiters, fut.get());
  if (!got) {
    // Where nobody holds the lock, or is about to, the next in line must be let in.
    if (got.is(rt.types.CancelledError) && !self->locked && !wake_up_first(self.get())) co_return Var();
    co_return std::move(got).raise();
  }
  self->locked = true;
  tell_sync(self.get(), trace::SyncChange::acquired, 1);
  co_return True;
}

bool release(Lock* self) {
  if (!self->locked) return runtime_error("Lock is not acquired.");
  self->locked = false;
  tell_sync(self, trace::SyncChange::released, 0);
  return wake_up_first(self);
}

Ref<Event> new_event() {
  auto* self = allocate<Event>(lock_types.event, 0);
  return Ref<Event>::steal(self);
}

bool set_event(Event* self) {
  if (self->value) return true;
  self->value = true;
  // That all items of a queue are done is the queue's to tell.
  if (!self->of_queue) tell_sync(self, trace::SyncChange::set, 1);
  for (uint32_t i = 0; i < self->waiters.size(); ++i)
    if (!wake_waiter(self->waiters[i], True)) return false;
  return true;
}

Co event_wait(Ref<Event> self) {
  if (self->value) co_return True;
  Ref<Future> fut =
      stand_in_line(self.get(), self->waiters, self->of_queue ? trace::WaiterSide::joiner : trace::WaiterSide::waiter);
  if (!fut) co_return Var();
  Outcome got = co_await outcome(fut);
  leave_line(self.get(), self->waiters, fut.get());
  if (!got) co_return std::move(got).raise();
  co_return True;
}

void init_semaphore_types();  // semaphores.cpp
void init_barrier_type();     // barrier.cpp

void init_lock_types() {
  Type* t = lock_types.lock = new_sync_type("asyncio.locks.Lock", nullptr, sizeof(Lock));
  t->construct = construct_sync<Lock>;
  t->dealloc = dealloc_sync<Lock>;
  t->repr = repr_lock;
  add_methods(t, lock_methods);
  add_getsets(t, lock_getsets);
  make_type_ready(t);

  t = lock_types.event = new_sync_type("asyncio.locks.Event", nullptr, sizeof(Event));
  t->construct = construct_sync<Event>;
  t->dealloc = dealloc_sync<Event>;
  t->repr = repr_event;
  add_methods(t, event_methods);
  add_getsets(t, event_getsets);
  make_type_ready(t);

  t = lock_types.condition = new_sync_type("asyncio.locks.Condition", nullptr, sizeof(Condition));
  t->construct = construct_sync<Condition>;
  t->dealloc = [](Object* o) {
    decref(static_cast<Condition*>(o)->lock);
    dealloc_sync<Condition>(o);
  };
  t->traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<Condition*>(o)->lock);
    traverse_sync(static_cast<Sync*>(o), visit);
  };
  t->repr = repr_condition;
  add_methods(t, condition_methods);
  add_getsets(t, condition_getsets);
  make_type_ready(t);

  init_semaphore_types();
  init_barrier_type();
}

}  // namespace ap
