// What locks, events, queues ... share: the line of waiting tasks, the loop they are bound to, their events.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

// Futures in the order in which they came (a deque in CPython).
class WaiterLine {
 public:
  uint32_t size() const { return count_; }
  explicit operator bool() const { return count_ != 0; }
  bool was_used() const { return items_; }
  Future* operator[](uint32_t i) const { return items_[head_ + i]; }
  bool push(Future* f);       // takes a new reference
  Ref<Future> pop();          // the first
  bool remove(Future* f);     // the first that is f
  void release();             // for dealloc
  void traverse(Visitor& visit) const {
    for (uint32_t i = 0; i < count_; ++i) visit((*this)[i]);
  }

 private:
  Future** items_ = nullptr;
  uint32_t head_ = 0, count_ = 0, capacity_ = 0;
};

struct Sync : Object {
  Dict* dict = nullptr;
  EventLoop* loop = nullptr;  // owned; bound at the first wait
  WaiterLine waiters;
  uint32_t id = 0;            // in events; 0: part of another one, not told of
  explicit Sync(Type* t) : Object(t, Kind::Other) {}
};

// mixins._LoopBoundMixin._get_loop; nullptr: RuntimeError.
EventLoop* bound_loop(Sync* s);
// A future for the end of a line, standing there already; null: an exception is set.
Ref<Future> stand_in_line(Sync* s, WaiterLine& line, trace::WaiterSide side = trace::WaiterSide::waiter);
void leave_line(Sync* s, WaiterLine& line, Future* f);
// Wakes it unless that has happened; false: its loop is closed.
bool wake_waiter(Future* f, Value with);

void tell_sync_created(Sync* s, trace::SyncKind kind, uint32_t size = 0, uint32_t lock = 0);
inline void tell_sync(Sync* s, trace::SyncChange change, uint32_t value) {
  if (trace::wants(trace::Category::sync) && s->id) [[unlikely]]
    trace::emit(trace::SyncChanged{.sync = s->id, .change = change, .value = value, .task = running_task, .line = line_now()});
}
// "<asyncio.locks.Lock object at 0x7f... [unlocked, waiters:2]>"
Ref<Str> repr_sync(Value v, Str* extra, uint32_t waiters);
void release_sync(Sync* s);
void traverse_sync(Sync* s, Visitor& visit);

// A type of such objects: subclassable, with __dict__ and weak references.
Type* new_sync_type(const char* name, Type* base, uint32_t size);
template <class T>
Var construct_sync(Type* t, Args) {
  return Var::steal(allocate<T>(t, 0));
}
template <class T>
void dealloc_sync(Object* o) {
  release_sync(static_cast<T*>(o));
  free_object(o, sizeof(T));
}
void reset_sync();

}  // namespace ap
