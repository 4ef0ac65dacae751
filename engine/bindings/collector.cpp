// Trial deletion over the whole heap, as CPython's: what is left of an object's count when the references from other
// objects are taken off comes from outside, and whatever cannot be reached from there is garbage.
//
// In which order garbage speaks is CPython's too. Its collector has a list of objects, the oldest first. A collection moves to
// the list's end what it cannot reach from before it in the list, the program's module dict first, and then what that leads
// to, breadth first: that is the order in which they go when the module has gone as well. `born` keeps the place.
#include "bindings/collector.hpp"

#include "asyncio/tasks.hpp"
#include "bindings/modules.hpp"
#include "object/class.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/weakref.hpp"
#include "vm/generator.hpp"

namespace ap {
namespace {

struct Entry {
  Object* object;
  int64_t outside;  // references that are not explained yet
  bool reachable;
  bool weak = false;  // a list that holds nothing: a type's subclasses
};

class Collector {
 public:
  ~Collector() {
    heap.release_raw(entries_, capacity_ * sizeof(Entry));
    heap.release_raw(index_, (mask_ + 1) * sizeof(uint32_t));
    heap.release_raw(pending_, capacity_ * sizeof(uint32_t));
  }
  int64_t run();

 private:
  struct CountVisitor : Visitor {
    Collector* collector;
  };
  bool gather();
  uint32_t find(Object* o) const;
  void push(uint32_t i) {
    entries_[i].reachable = true;
    pending_[tail_++] = i;
  }
  void reach();
  void note_resurrected(const uint32_t* some, uint32_t n);
  int64_t finalize();

  Entry* entries_ = nullptr;
  uint32_t count_ = 0, capacity_ = 0;
  uint32_t* index_ = nullptr;  // hash table of entry numbers + 1
  uint32_t mask_ = 0;
  uint32_t* pending_ = nullptr;  // a queue
  uint32_t head_ = 0, tail_ = 0;
  uint32_t place_ = 0;
};

uint32_t hash_of(const Object* o) {
  return static_cast<uint32_t>(((reinterpret_cast<uintptr_t>(o) >> 4) * 0x9E3779B97F4A7C15ull) >> 32);
}

uint32_t Collector::find(Object* o) const {
  if (!o->type->traverse) return ~0u;
  for (uint32_t at = hash_of(o) & mask_; index_[at]; at = (at + 1) & mask_)
    if (entries_[index_[at] - 1].object == o) return index_[at] - 1;
  return ~0u;
}

// What refers to nothing is in no circle: nothing has to be known of it.
bool Collector::gather() {
  heap.for_each_object(
      [](void* user, void* object) {
        if (static_cast<Object*>(object)->type->traverse) ++static_cast<Collector*>(user)->capacity_;
      },
      this);
  entries_ = static_cast<Entry*>(heap.allocate_raw(capacity_ * sizeof(Entry)));
  pending_ = static_cast<uint32_t*>(heap.allocate_raw(capacity_ * sizeof(uint32_t)));
  uint32_t size = 64;
  while (size < capacity_ * 2) size *= 2;
  index_ = static_cast<uint32_t*>(heap.allocate_raw(size * sizeof(uint32_t)));
  mask_ = size - 1;
  if (!entries_ || !pending_ || !index_) return false;
  __builtin_memset(index_, 0, size * sizeof(uint32_t));
  heap.for_each_object(
      [](void* user, void* object) {
        auto* self = static_cast<Collector*>(user);
        auto* o = static_cast<Object*>(object);
        if (!o->type->traverse) return;
        if (!o->refs) return;  // it is being destroyed, and what it still holds is nobody's garbage
        self->entries_[self->count_++] = {o, o->refs, false, false};
        uint32_t at = hash_of(o) & self->mask_;
        while (self->index_[at]) at = (at + 1) & self->mask_;
        self->index_[at] = self->count_;
      },
      this);
  return true;
}

bool is_coroutine_like(const Object* o) { return o->kind == Kind::Generator || o->kind == Kind::NativeCoroutine; }
bool is_future_like(const Object* o) { return o->kind == Kind::Future || o->kind == Kind::Task; }

// Where its place is kept; null: it has none.
uint32_t* born_of(Object* o) {
  if (is_future_like(o)) return &static_cast<Future*>(o)->born;
  if (o->kind == Kind::Generator) return &static_cast<Generator*>(o)->frame.born;
  if (o->kind == Kind::NativeCoroutine) return &static_cast<NativeCoroutine*>(o)->born;
  return o->type->type_flags & kHasDel ? &side_entry(o)->born : nullptr;
}

// Whatever those in the queue lead to.
void Collector::reach() {
  CountVisitor visitor{};
  visitor.collector = this;
  visitor.visit = [](Visitor* v, Value value) {
    auto* self = static_cast<CountVisitor*>(v)->collector;
    uint32_t at = self->find(value.object());
    if (at == ~0u || self->entries_[at].reachable) return;
    self->push(at);
  };
  while (head_ < tail_) {
    const Entry& e = entries_[pending_[head_++]];
    Object* o = e.object;
    if (uint32_t* born = born_of(o)) *born = ++place_;
    // CPython's instances hold their attributes themselves.
    if (Dict** slot = o->type->type_flags & kHeapType ? dict_slot(o) : nullptr; slot && *slot) {
      uint32_t at = find(*slot);
      if (at != ~0u && !entries_[at].reachable) {
        entries_[at].reachable = true;
        rt.types.dict->traverse(*slot, visitor);
      }
    }
    if (!e.weak) o->type->traverse(o, visitor);
  }
}

Str* complaint = nullptr;

bool speaks(const Object* o) { return is_future_like(o) || is_coroutine_like(o) || o->type->type_flags & kHasDel; }

// Somebody would be heard when it goes, or when what it refers to goes.
bool would_be_heard(const Object* o) {
  return speaks(o) || (o->kind == Kind::Other && is_subtype(o->type, rt.types.weakref) && !static_cast<const Weakref*>(o)->callback.is_none());
}

// Coroutines that others await are closed by those.
bool is_root(Object* o) {
  Link* link = link_of(Value(o));
  return !link || !link->awaiter;
}

void finalize_coroutine(Object* o) {
  if (o->kind == Kind::NativeCoroutine)
    finalize_native_coroutine(static_cast<NativeCoroutine*>(o));
  else
    finalize_generator(static_cast<Generator*>(o));
}

}  // namespace

void finalize_object(Object* o) {
  if (is_future_like(o)) {
    if (o->kind == Kind::Task)
      finalize_task(static_cast<Task*>(o));
    else
      finalize_future(static_cast<Future*>(o));
  } else if (is_coroutine_like(o)) {
    finalize_coroutine(o);
  } else if (!(o->flags & kFinalized)) {
    o->flags |= kFinalized;
    Value error = std::exchange(rt.error, Value());
    Value del = type_lookup(o->type, rt.names.__del__);
    if (del && !call_found(del, o, nullptr, 0) && rt.hooks.unraisable) rt.hooks.unraisable("calling deallocator", del);
    clear_error();
    rt.error = error;
  }
}

namespace {

// Lets go of what leads in a circle; counts do the rest.
void break_cycles(Object* o) {
  switch (o->kind) {
    case Kind::Task: return clear_task(static_cast<Task*>(o));
    case Kind::Future: return clear_future(static_cast<Future*>(o));
    case Kind::List: return list_clear(static_cast<List*>(o));
    case Kind::Dict: return dict_clear(static_cast<Dict*>(o));
    default: break;
  }
  if (!(o->type->type_flags & kHeapType)) return;
  if (Dict** slot = dict_slot(o); slot && *slot) dict_clear(*slot);
}

// What the program's code has made reachable again while it was finalised stays whole. The collector holds a reference to
// each of `some`.
void Collector::note_resurrected(const uint32_t* some, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) entries_[some[i]].outside = static_cast<int64_t>(entries_[some[i]].object->refs) - 1;
  CountVisitor visitor{};
  visitor.collector = this;
  visitor.visit = [](Visitor* v, Value value) {
    auto* self = static_cast<CountVisitor*>(v)->collector;
    uint32_t at = self->find(value.object());
    if (at != ~0u) --self->entries_[at].outside;
  };
  for (uint32_t i = 0; i < n; ++i) entries_[some[i]].object->type->traverse(entries_[some[i]].object, visitor);
  bool any = false;
  for (uint32_t i = 0; i < n && !any; ++i) any = entries_[some[i]].outside > 0;
  if (!any) return;
  // `some` lies where reach() keeps its stack.
  auto* saved = static_cast<uint32_t*>(heap.allocate_raw(n * sizeof(uint32_t)));
  if (!saved) return;
  __builtin_memcpy(saved, some, n * sizeof(uint32_t));
  for (uint32_t i = 0; i < n; ++i)
    if (entries_[saved[i]].outside > 0 && !entries_[saved[i]].reachable) {
      head_ = tail_ = 0;
      push(saved[i]);
      reach();
    }
  __builtin_memcpy(pending_, saved, n * sizeof(uint32_t));
  heap.release_raw(saved, n * sizeof(uint32_t));
}

int64_t Collector::finalize() {
  // What has a place by that; then the rest as it lies in memory.
  uint32_t speakers = 0;
  int64_t garbage = 0;
  for (uint32_t i = 0; i < count_; ++i) {
    Object* o = entries_[i].object;
    if (entries_[i].reachable) continue;
    ++garbage;
    pending_[speakers++] = i;
    incref(o);
  }
  auto rank = [&](uint32_t i) -> uint64_t {
    Object* o = entries_[i].object;
    uint32_t* born = born_of(o);
    return born && *born ? *born : (uint64_t{1} << 32) + i;
  };
  // Insertion by merging runs would be more code than it is worth: shell sort.
  for (uint32_t gap = speakers / 2; gap; gap /= 2)
    for (uint32_t i = gap; i < speakers; ++i) {
      uint32_t x = pending_[i], k = i;
      for (; k >= gap && rank(pending_[k - gap]) > rank(x); k -= gap) pending_[k] = pending_[k - gap];
      pending_[k] = x;
    }
  for (uint32_t i = 0; i < speakers; ++i) {
    Object* o = entries_[pending_[i]].object;
    SideEntry* side = find_side_entry(o);
    if (side && side->weakrefs) clear_weakrefs(o, side);
  }
  for (uint32_t i = 0; i < speakers; ++i) {
    Object* o = entries_[pending_[i]].object;
    if (speaks(o) && !(is_coroutine_like(o) && !is_root(o))) finalize_object(o);
  }
  note_resurrected(pending_, speakers);
  for (uint32_t i = 0; i < speakers; ++i)
    if (!entries_[pending_[i]].reachable) break_cycles(entries_[pending_[i]].object);
  for (uint32_t i = 0; i < speakers; ++i) decref(entries_[pending_[i]].object);
  return garbage;
}

int64_t Collector::run() {
  if (!gather()) return 0;
  CountVisitor visitor{};
  visitor.collector = this;
  visitor.visit = [](Visitor* v, Value value) {
    auto* self = static_cast<CountVisitor*>(v)->collector;
    uint32_t at = self->find(value.object());
    if (at != ~0u) --self->entries_[at].outside;
  };
  for (uint32_t i = 0; i < count_; ++i) {
    if (entries_[i].object->kind != Kind::Type) continue;
    List* subclasses = static_cast<Type*>(entries_[i].object)->subclasses;
    uint32_t at = subclasses ? find(subclasses) : ~0u;
    if (at != ~0u) entries_[at].weak = true;
  }
  for (uint32_t i = 0; i < count_; ++i) {
    Object* o = entries_[i].object;
    if (!entries_[i].weak) o->type->traverse(o, visitor);
  }
  for (uint32_t i = 0; i < count_; ++i) {
    if (entries_[i].outside < 0) {
      // A type tells of references that it does not own: nothing is safe to say.
      complaint = entries_[i].object->type->name;
      return 0;
    }
  }
  for (uint32_t i = 0; i < count_; ++i)
    if (entries_[i].outside > 0) push(i);
  if (Value main = dict_get_name(rt.modules, rt.names.__main__); is_kind(main, Kind::Module)) {
    uint32_t at = find(main.as<Module>()->dict);
    if (at != ~0u && !entries_[at].reachable) push(at);
  }
  reach();
  return finalize();
}

bool collecting = false;

}  // namespace

int64_t collect_garbage() {
  if (collecting) return 0;
  collecting = true;
  complaint = nullptr;
  int64_t n;
  {
    Collector collector;
    n = collector.run();
  }
  collecting = false;
  return n;
}

void collect_last_garbage() {
  bool heard = false;
  heap.for_each_object([](void* user, void* object) { *static_cast<bool*>(user) |= would_be_heard(static_cast<Object*>(object)); }, &heard);
  if (heard) collect_garbage();
}

namespace {

// The name of the type that something has too many references to, or None: for the engine's own tests.
Var get_complaint(Call&) { return complaint ? Var(complaint) : Var(None); }

const MethodDef functions[] = {{"complaint", "", get_complaint}, {"collect", "", [](Call&) { return make_int(collect_garbage()); }}};

}  // namespace

bool fill_gc_support(Module* m) {
  module_functions(m, functions);
  return true;
}

}  // namespace ap
