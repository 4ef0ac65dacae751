#include "asyncio/sync.hpp"

#include "asyncio/layout.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

uint32_t sync_count = 0;

}  // namespace

bool WaiterLine::push(Future* f) {
  if (head_ + count_ == capacity_) {
    if (head_ >= capacity_ / 2 && head_) {
      for (uint32_t i = 0; i < count_; ++i) items_[i] = items_[head_ + i];
      head_ = 0;
    } else {
      uint32_t capacity = capacity_ ? capacity_ * 2 : 4;
      auto** items = static_cast<Future**>(heap.reallocate_raw(items_, capacity_ * sizeof(Future*), capacity * sizeof(Future*)));
      if (!items) return raise_memory_error();
      items_ = items;
      capacity_ = capacity;
    }
  }
  incref(f);
  items_[head_ + count_++] = f;
  return true;
}

Ref<Future> WaiterLine::pop() {
  Future* f = items_[head_++];
  if (!--count_) head_ = 0;
  return Ref<Future>::steal(f);
}

bool WaiterLine::remove(Future* f) {
  for (uint32_t i = 0; i < count_; ++i) {
    if ((*this)[i] != f) continue;
    if (i == 0) {
      ++head_;
    } else {
      for (uint32_t k = head_ + i; k + 1 < head_ + count_; ++k) items_[k] = items_[k + 1];
    }
    if (!--count_) head_ = 0;
    decref(f);
    return true;
  }
  return false;
}

void WaiterLine::release() {
  for (uint32_t i = 0; i < count_; ++i) decref((*this)[i]);
  heap.release_raw(items_, capacity_ * sizeof(Future*));
}

EventLoop* bound_loop(Sync* s) {
  EventLoop* loop = running_loop;
  if (!s->loop && loop) {
    s->loop = loop;
    incref(loop);
  }
  if (loop != s->loop || !loop) {
    (void)runtime_error("%R is bound to a different event loop", Value(s));
    return nullptr;
  }
  return loop;
}

Ref<Future> stand_in_line(Sync* s, WaiterLine& line, trace::WaiterSide side) {
  EventLoop* loop = bound_loop(s);
  if (!loop) return {};
  Ref<Future> f = new_future(loop, trace::FutureKind::waiter);
  if (!line.push(f.get())) return {};
  if (s->id) trace::emit(trace::WaiterAdded{.sync = s->id, .future = f->id, .side = side, .task = running_task});
  return f;
}

void leave_line(Sync* s, WaiterLine& line, Future* f) {
  if (line.remove(f) && s->id) trace::emit(trace::WaiterRemoved{.sync = s->id, .future = f->id});
}

bool wake_waiter(Future* f, Value with) {
  if (f->done()) return true;
  constexpr uint32_t kFrames = 2;  // release() and _wake_up_first(), say
  library_between += kFrames;
  bool ok = resolve(f, with);
  library_between -= kFrames;
  return ok;
}

void tell_sync_created(Sync* s, trace::SyncKind kind, uint32_t size, uint32_t lock) {
  if (!s->id) s->id = ++sync_count;
  if (trace::wants(trace::Category::sync)) [[unlikely]] {
    std::string name = rt.hooks.assigned_to ? rt.hooks.assigned_to() : std::string();
    trace::emit(trace::SyncCreated{.sync = s->id, .kind = kind, .name = name, .size = size, .lock = lock, .line = line_now()});
  }
}

Ref<Str> repr_sync(Value v, Str* extra, uint32_t waiters) {
  Ref<Str> plain = default_repr(v);
  if (!plain) return {};
  StrBuilder b;
  b.append(plain.get(), 0, plain->length - 1);
  b.append(" [");
  b.append(extra);
  if (waiters) {
    Ref<Str> text = format_str(", waiters:%d", static_cast<int>(waiters));
    b.append(text.get());
  }
  b.append("]>");
  return b.finish();
}

void release_sync(Sync* s) {
  s->waiters.release();
  if (s->dict) decref(s->dict);
  if (s->loop) decref(s->loop);
}
void traverse_sync(Sync* s, Visitor& visit) {
  s->waiters.traverse(visit);
  visit(s->dict);
  visit(s->loop);
}

Type* new_sync_type(const char* name, Type* base, uint32_t size) {
  Type* t = new_type(name, base, size, Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&Sync::dict);
  t->traverse = [](Object* o, Visitor& visit) { traverse_sync(static_cast<Sync*>(o), visit); };
  return t;
}

void reset_sync() { sync_count = 0; }

}  // namespace ap
