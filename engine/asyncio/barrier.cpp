// Barrier.
#include "asyncio/exceptions.hpp"
#include "asyncio/locks.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

using State = BarrierState;

Ref<Barrier> self_of(Call& c) { return Ref<Barrier>(c.self.as<Barrier>()); }
Ref<Condition> condition_of(Barrier* self) { return Ref<Condition>(self->condition); }

void tell(Barrier* self, trace::SyncChange change) { tell_sync(self, change, static_cast<uint32_t>(self->count)); }

bool raise_broken(const char* why) { return raise(asyncio_errors.broken_barrier, "%s", why); }

// Waits while the barrier drains or resets.
Co wait_until_let_in(Ref<Barrier> self) {
  while (self->state == State::Draining || self->state == State::Resetting)
    (void)co_await named(condition_wait(condition_of(self.get())), condition_wait_def);
  co_return None;
}
Co block(Ref<Barrier> self) {
  (void)co_await named(wait_until_let_in(self), condition_wait_for_def);
  if (self->state == State::Broken && !raise_broken("Barrier aborted")) co_return Var();
  co_return None;
}

// self._cond.wait_for(lambda: self._state is not FILLING)
Co wait_for_state(Ref<Barrier> self) {
  while (self->state == State::Filling) (void)co_await named(condition_wait(condition_of(self.get())), condition_wait_def);
  co_return None;
}

Co wait_until_full(Ref<Barrier> self) {
  (void)co_await named(wait_for_state(self), condition_wait_for_def);
  if ((self->state == State::Broken || self->state == State::Resetting) && !raise_broken("Abort or reset of barrier"))
    co_return Var();
  co_return None;
}

void leave(Barrier* self) {
  if (self->count) return;
  if (self->state == State::Resetting || self->state == State::Draining) self->state = State::Filling;
  notify_all(self->condition);
}

// Barrier.wait() stands at one of three awaits.
const CoroutineDef wait_enter_def = {"wait", "Barrier.wait", "locks.py", 511, 518};
const CoroutineDef wait_block_def = {"wait", "Barrier.wait", "locks.py", 511, 519};
const CoroutineDef wait_def = {"wait", "Barrier.wait", "locks.py", 511, 527};
const CoroutineDef block_def = {"_block", "Barrier._block", "locks.py", 534, 540};
const CoroutineDef wait_full_def = {"_wait", "Barrier._wait", "locks.py", 558, 564};

// What stands inside `async with self._cond`.
Co wait_inside(Ref<Barrier> self) {
  int64_t index = self->count++;
  tell(self.get(), trace::SyncChange::arrived);
  Outcome got{None, Var()};
  if (index + 1 == self->parties) {
    self->state = State::Draining;
    tell(self.get(), trace::SyncChange::tripped);
    notify_all(self->condition);
  } else {
    got = co_await outcome(named(wait_until_full(self), wait_full_def));
  }
  --self->count;
  tell(self.get(), trace::SyncChange::released);
  leave(self.get());
  if (!got) co_return std::move(got).raise();
  co_return make_int(index);
}

Co barrier_wait(Ref<Barrier> self) {
  co_await at_line(wait_enter_def);
  (void)co_await named(acquire_lock(condition_of(self.get())), sync_aenter_def);
  co_await at_line(wait_block_def);
  Outcome got = co_await outcome(named(block(self), block_def));
  if (got) {
    co_await at_line(wait_def);
    got = co_await outcome(wait_inside(self));
  }
  if (!release_lock(self->condition)) co_return Var();
  if (!got) co_return std::move(got).raise();
  co_return std::move(got.value);
}
Co barrier_enter(Ref<Barrier> self) {
  if (self->type == lock_types.barrier) co_return co_await named(barrier_wait(self), wait_def);
  co_return co_await awaiting(call_method(self, "wait", Args{}));
}
Co barrier_exit(Ref<Barrier>) { co_return None; }

Co barrier_reset(Ref<Barrier> self) {
  (void)co_await named(acquire_lock(condition_of(self.get())), sync_aenter_def);
  if (self->count > 0)
    self->state = State::Resetting;
  else
    self->state = State::Filling;
  tell(self.get(), trace::SyncChange::reset);
  notify_all(self->condition);
  co_return release_lock(self->condition) ? Var(None) : Var();
}
Co barrier_abort(Ref<Barrier> self) {
  (void)co_await named(acquire_lock(condition_of(self.get())), sync_aenter_def);
  self->state = State::Broken;
  tell(self.get(), trace::SyncChange::broken);
  notify_all(self->condition);
  co_return release_lock(self->condition) ? Var(None) : Var();
}

const CoroutineDef enter_def = {"__aenter__", "Barrier.__aenter__", "locks.py", 503, 506};
const CoroutineDef exit_def = {"__aexit__", "Barrier.__aexit__", "locks.py", 508};
const CoroutineDef reset_def = {"reset", "Barrier.reset", "locks.py", 577, 583};
const CoroutineDef abort_def = {"abort", "Barrier.abort", "locks.py", 592, 598};

Var init_method(Call& c) {
  auto* self = c.self.as<Barrier>();
  Tri small = compare_truth(c[0], Value::from_int(1), Compare::Lt);
  if (small == Tri::Error) return Var();
  if (small == Tri::True) return value_error("parties must be >= 1");
  if (!to_int64(c[0], &self->parties)) return Var();
  if (Condition* old = std::exchange(self->condition, new_condition().release())) decref(old);
  self->state = State::Filling;
  self->count = 0;
  tell_sync_created(self, trace::SyncKind::barrier, static_cast<uint32_t>(self->parties));
  return None;
}

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"__init__", "parties", init_method, kPythonFunction},
    {"wait", "", [](Call& c) { return native_coroutine(barrier_wait(self_of(c)), wait_def); }, kAsync},
    {"reset", "", [](Call& c) { return native_coroutine(barrier_reset(self_of(c)), reset_def); }, kAsync},
    {"abort", "", [](Call& c) { return native_coroutine(barrier_abort(self_of(c)), abort_def); }, kAsync},
    {"__aenter__", "", [](Call& c) { return native_coroutine(barrier_enter(self_of(c)), enter_def); }, kAsync},
    {"__aexit__", "*args", [](Call& c) { return native_coroutine(barrier_exit(self_of(c)), exit_def); }, kAsync},
};

int64_t waiting(Barrier* self) { return self->state == State::Filling ? self->count : 0; }

const GetSetDef getsets[] = {
    {"parties", [](Value v) { return make_int(v.as<Barrier>()->parties); }},
    {"n_waiting", [](Value v) { return make_int(waiting(v.as<Barrier>())); }},
    {"broken", [](Value v) { return Var(Value::from_bool(v.as<Barrier>()->state == State::Broken)); }},
    {"_cond", [](Value v) { return Var(v.as<Barrier>()->condition); }},
    {"_count", [](Value v) { return make_int(v.as<Barrier>()->count); }},
};

Var repr_slot(Value v) {
  auto* self = v.as<Barrier>();
  constexpr const char* names[] = {"filling", "draining", "resetting", "broken"};
  const char* name = names[static_cast<int>(self->state)];
  Ref<Str> extra = self->state == State::Broken
                       ? make_str(name)
                       : format_str("%s, waiters:%lld/%lld", name, static_cast<long long>(waiting(self)),
                                    static_cast<long long>(self->parties));
  return repr_sync(v, extra.get(), 0);
}

}  // namespace

void init_barrier_type() {
  Type* t = lock_types.barrier = new_sync_type("asyncio.locks.Barrier", nullptr, sizeof(Barrier));
  t->construct = construct_sync<Barrier>;
  t->dealloc = [](Object* o) {
    if (Condition* c = static_cast<Barrier*>(o)->condition) decref(c);
    dealloc_sync<Barrier>(o);
  };
  t->traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<Barrier*>(o)->condition);
    traverse_sync(static_cast<Sync*>(o), visit);
  };
  t->repr = repr_slot;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
