// Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier.
#pragma once
#include "asyncio/sync.hpp"

namespace ap {

struct Lock : Sync {
  bool locked = false;
  explicit Lock(Type* t) : Sync(t) {}
};
struct Event : Sync {
  bool value = false;
  bool of_queue = false;  // those who join a queue stand in the line of its own, which shares the queue's id
  explicit Event(Type* t) : Sync(t) {}
};
struct Condition : Sync {
  Value lock = None;  // owned; any object with acquire, release and locked
  explicit Condition(Type* t) : Sync(t) {}
};
struct Semaphore : Sync {
  int64_t value = 0;
  int64_t bound = 0;  // BoundedSemaphore
  explicit Semaphore(Type* t) : Sync(t) {}
};
enum class BarrierState : uint8_t { Filling, Draining, Resetting, Broken };
struct Barrier : Sync {
  Condition* condition = nullptr;  // owned
  int64_t parties = 0;
  int64_t count = 0;               // tasks inside
  BarrierState state = BarrierState::Filling;
  explicit Barrier(Type* t) : Sync(t) {}
};

Ref<Lock> new_lock();
Co acquire(Ref<Lock> self);
bool release(Lock* self);
Ref<Event> new_event();
bool set_event(Event* self);
Co event_wait(Ref<Event> self);
Co acquire(Ref<Semaphore> self);
bool release(Semaphore* self);

// The parts of a Condition that Barrier needs.
Ref<Condition> new_condition();
Co acquire_lock(Ref<Condition> self);
bool release_lock(Condition* self);
Co condition_wait(Ref<Condition> self);
void notify_all(Condition* self);

// Shared descriptions.
extern const CoroutineDef sync_aenter_def, sync_aexit_def, event_wait_def, condition_wait_def, condition_wait_for_def;
// The private names: a deque, as CPython has it; of locks and semaphores None until somebody waits.
Var deque_of(const WaiterLine& line);
Var sync_waiters(Value v);
Var sync_waiters_or_none(Value v);

struct LockTypes {
  Type *lock, *event, *condition, *semaphore, *bounded_semaphore, *barrier;
};
extern LockTypes lock_types;
void init_lock_types();

}  // namespace ap
