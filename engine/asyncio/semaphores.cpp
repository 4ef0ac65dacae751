// Semaphore and BoundedSemaphore.
#include "asyncio/locks.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

Ref<Semaphore> self_of(Call& c) { return Ref<Semaphore>(c.self.as<Semaphore>()); }

// Locked also when others stand in line: they were here first.
bool is_locked(Semaphore* self) {
  if (self->value == 0) return true;
  for (uint32_t i = 0; i < self->waiters.size(); ++i)
    if (!self->waiters[i]->cancelled()) return true;
  return false;
}

void tell(Semaphore* self, trace::SyncChange change) { tell_sync(self, change, static_cast<uint32_t>(self->value)); }

// A permit goes to the first in line at once, so that nobody can take it before that one runs.
bool wake_up_next(Semaphore* self) {
  for (uint32_t i = 0; i < self->waiters.size(); ++i) {
    Future* f = self->waiters[i];
    if (f->done()) continue;
    --self->value;
    tell(self, trace::SyncChange::released);  // how many are left, which is known only now
    if (!resolve(f, True)) return false;
    return true;
  }
  return false;
}

const CoroutineDef acquire_def = {"acquire", "Semaphore.acquire", "locks.py", 386, 407};

Co enter(Ref<Semaphore> self) {
  (void)co_await named(acquire(self), acquire_def);
  co_return None;
}
Co exit(Ref<Semaphore> self) { co_return release(self.get()) ? Var(None) : Var(); }
Co enter_by_name(Var self) {
  (void)co_await awaiting(call_method(self, "acquire", Args{}));
  co_return None;
}
Co exit_by_name(Var self) { co_return call_method(self, "release", Args{}) ? Var(None) : Var(); }

bool is_ours(Value v) { return !(type_of(v)->type_flags & kHeapType); }

Var aenter(Call& c) { return native_coroutine(is_ours(c.self) ? enter(self_of(c)) : enter_by_name(c.self), sync_aenter_def); }
Var aexit(Call& c) { return native_coroutine(is_ours(c.self) ? exit(self_of(c)) : exit_by_name(c.self), sync_aexit_def); }

bool initialize(Semaphore* self, Value value) {
  if (!value) value = Value::from_int(1);
  Tri negative = compare_truth(value, Value::from_int(0), Compare::Lt);
  if (negative == Tri::Error) return false;
  if (negative == Tri::True) return value_error("Semaphore initial value must be >= 0");
  if (!to_int64(value, &self->value)) return false;
  self->bound = self->value;
  tell_sync_created(self, trace::SyncKind::semaphore, static_cast<uint32_t>(self->value));
  return true;
}
Var init_method(Call& c) { return initialize(c.self.as<Semaphore>(), c[0]) ? Var(None) : Var(); }

const MethodDef methods[] = {
    {"__init__", "value=1", init_method, kPythonFunction},
    {"locked", "", [](Call& c) { return Var(Value::from_bool(is_locked(c.self.as<Semaphore>()))); }, kPythonFunction},
    {"acquire", "", [](Call& c) { return native_coroutine(acquire(self_of(c)), acquire_def); }, kPythonFunction | kCoroutineFunction},
    {"release", "", [](Call& c) {
       auto* self = c.self.as<Semaphore>();
       ++self->value;
       tell(self, trace::SyncChange::released);
       return wake_up_next(self) || !failed() ? Var(None) : Var();
     }, kPythonFunction},
    {"__aenter__", "", aenter, kPythonFunction | kCoroutineFunction},
    {"__aexit__", "exc_type, exc, tb", aexit, kPythonFunction | kCoroutineFunction},
};
const MethodDef bounded_methods[] = {
    {"__init__", "value=1", init_method, kPythonFunction},
    {"release", "", [](Call& c) { return release(c.self.as<Semaphore>()) ? Var(None) : Var(); }, kPythonFunction},
};
const GetSetDef getsets[] = {
    {"_value", [](Value v) { return make_int(v.as<Semaphore>()->value); }},
    {"_waiters", sync_waiters_or_none},
};

Var repr_slot(Value v) {
  auto* self = v.as<Semaphore>();
  Ref<Str> extra = is_locked(self) ? make_str("locked") : format_str("unlocked, value:%lld", static_cast<long long>(self->value));
  return repr_sync(v, extra.get(), self->waiters.size());
}

}  // namespace

Co acquire(Ref<Semaphore> self) {
  if (!is_locked(self.get())) {
    --self->value;
    tell(self.get(), trace::SyncChange::acquired);
    co_return True;
  }
  Ref<Future> fut = stand_in_line(self.get(), self->waiters);
  if (!fut) co_return Var();
  Outcome got = co_await outcome(fut);
  leave_line(self.get(), self->waiters, fut.get());
  // A permit that came together with the cancellation goes back.
  if (got.is(rt.types.CancelledError) && fut->done() && !fut->cancelled()) {
    ++self->value;
    tell(self.get(), trace::SyncChange::released);
  }
  // Others may have come meanwhile and had to wait although there was a permit.
  while (self->value > 0 && wake_up_next(self.get())) {
  }
  if (failed()) co_return Var();
  if (!got) co_return std::move(got).raise();
  tell(self.get(), trace::SyncChange::acquired);
  co_return True;
}

bool release(Semaphore* self) {
  if (is_instance(self, lock_types.bounded_semaphore) && self->value >= self->bound)
    return value_error("BoundedSemaphore released too many times");
  ++self->value;
  if (wake_up_next(self)) return true;
  if (failed()) return false;
  tell(self, trace::SyncChange::released);
  return true;
}

void init_semaphore_types() {
  Type* t = lock_types.semaphore = new_sync_type("asyncio.locks.Semaphore", nullptr, sizeof(Semaphore));
  t->construct = construct_sync<Semaphore>;
  t->dealloc = dealloc_sync<Semaphore>;
  t->repr = repr_slot;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  t = lock_types.bounded_semaphore = new_sync_type("asyncio.locks.BoundedSemaphore", lock_types.semaphore, sizeof(Semaphore));
  add_methods(t, bounded_methods);
  make_type_ready(t);
}

}  // namespace ap
