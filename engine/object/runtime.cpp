#include "object/runtime.hpp"

#include "base/give_up.hpp"
#include "base/meter.hpp"
#include "object/bytes.hpp"
#include "object/class.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/range.hpp"
#include "object/set.hpp"
#include "object/stopping.hpp"
#include "trace/events.hpp"

namespace ap {

Runtime rt;
uint32_t times_stopped = 0, times_refused = 0;

namespace {

constexpr uint64_t kCheckInterval = 4096;
constexpr unsigned kFlushBits = 20;  // about a million steps
// How deep dealloc functions may call each other before the rest waits in a list.
constexpr uint32_t kMaxDestroyDepth = 64;

// --- the side table: what few objects have, by their memory address

struct SideTable {
  SideEntry* slots = nullptr;
  uint32_t mask = 0, used = 0;  // `used` counts removed entries too
  uint32_t live = 0;
  uint64_t addresses_given = 0;
} side;

SideEntry* const kNoEntry = nullptr;
Object* const kRemoved = reinterpret_cast<Object*>(1);

uint32_t side_hash(const Object* o) {
  uint64_t h = reinterpret_cast<uintptr_t>(o) >> 4;
  return static_cast<uint32_t>((h * 0x9E3779B97F4A7C15ull) >> 32);
}

void side_grow() {
  uint32_t size = 16;
  while (size < side.live * 4) size *= 2;
  auto* slots = static_cast<SideEntry*>(heap.allocate_raw(size * sizeof(SideEntry)));
  if (!slots) {  // past the memory limit: a table that is fuller is slow but right, unless no slot is free at all
    if (side.slots && side.used < side.mask) return;
    __builtin_abort();
  }
  __builtin_memset(static_cast<void*>(slots), 0, size * sizeof(SideEntry));
  for (uint32_t i = 0; side.slots && i <= side.mask; ++i) {
    SideEntry& old = side.slots[i];
    if (!old.object || old.object == kRemoved) continue;
    uint32_t at = side_hash(old.object) & (size - 1);
    while (slots[at].object) at = (at + 1) & (size - 1);
    slots[at] = old;
  }
  if (side.slots) heap.release_raw(side.slots, (side.mask + 1) * sizeof(SideEntry));
  side.slots = slots;
  side.mask = size - 1;
  side.used = side.live;
}

// --- destroying

struct Waiting {
  Waiting* previous;
  uint32_t count;
  Object* objects[1000];
};
Waiting* waiting = nullptr;  // objects whose count is zero and whose dealloc has not run
uint32_t destroy_depth = 0;

void wait_for_destruction(Object* o) {
  if (!waiting || waiting->count == std::size(waiting->objects)) {
    auto* chunk = static_cast<Waiting*>(heap.allocate_raw(sizeof(Waiting)));
    chunk->previous = waiting;
    chunk->count = 0;
    waiting = chunk;
  }
  waiting->objects[waiting->count++] = o;
}

Object* next_waiting() {
  while (waiting && waiting->count == 0) {
    Waiting* empty = waiting;
    waiting = empty->previous;
    heap.release_raw(empty, sizeof(Waiting));
  }
  return waiting ? waiting->objects[--waiting->count] : nullptr;
}

// Runs __del__. False: it made the object reachable again.
bool run_del(Object* o) {
  o->flags |= kFinalized;
  o->refs = 1;
  Var pending = take_error();
  Value del = type_lookup(o->type, rt.names.__del__);
  if (del) {
    Var method = del;
    Var result = call_found(method, o, nullptr, 0);
    if (!result) {
      if (rt.hooks.unraisable)
        rt.hooks.unraisable("calling deallocator", method);
      else
        clear_error();
    }
  }
  if (pending) set_error(std::move(pending));
  return --o->refs == 0;
}

void destroy_now(Object* o) {
  if (o->flags & kHasSideEntry) drop_side_entry(o);
  o->type->dealloc(o);
}

Var none_repr(Value) { return make_str("None"); }
Var ellipsis_repr(Value) { return make_str("Ellipsis"); }
Var not_implemented_repr(Value) { return make_str("NotImplemented"); }
Tri never_true(Value) { return Tri::False; }
Tri not_implemented_truth(Value) { return type_error("NotImplemented should not be used in a boolean context"); }
bool none_hash(Value, int64_t& out) {
  out = 0xfca86420;
  return true;
}
Var singleton(Type* t, Args args, Value value) {
  if (args.count || args.keyword_count()) return type_error("%N takes no arguments", t);
  return value;
}
Var none_construct(Type* t, Args args) { return singleton(t, args, None); }
Var ellipsis_construct(Type* t, Args args) { return singleton(t, args, Ellipsis); }
Var not_implemented_construct(Type* t, Args args) { return singleton(t, args, NotImplemented); }

void init_constant_types() {
  Type* t = rt.types.none = new_type("NoneType", nullptr, sizeof(Object), Kind::Other, 0);
  t->construct = none_construct;
  t->repr = none_repr;
  t->truth = never_true;
  t->hash = none_hash;
  make_type_ready(t);
  t = rt.types.ellipsis = new_type("ellipsis", nullptr, sizeof(Object), Kind::Other, 0);
  t->construct = ellipsis_construct;
  t->repr = ellipsis_repr;
  make_type_ready(t);
  t = rt.types.not_implemented = new_type("NotImplementedType", nullptr, sizeof(Object), Kind::Other, 0);
  t->construct = not_implemented_construct;
  t->repr = not_implemented_repr;
  t->truth = not_implemented_truth;
  make_type_ready(t);
}

}  // namespace

void bootstrap_types();   // type.cpp
void forget_type_cache();
void forget_signatures();  // native.cpp
void forget_sources();     // traceback.cpp

void start_run(const Limits& limits) {
  auto hooks = rt.hooks;
  rt = Runtime{};
  rt.handled = &rt.base_handled;  // not that of the temporary
  rt.hooks = hooks;
  rt.limits = limits;
  rt.check_at = kCheckInterval < limits.steps ? kCheckInterval : limits.steps;
  side = {};
  waiting = nullptr;
  destroy_depth = 0;
  forget_type_cache();
  forget_signatures();
  heap.set_limit(limits.memory);
  meter = &rt.steps;
  give_up = [] { return rt.hooks.interrupted && rt.hooks.interrupted(); };
  times_stopped = times_refused = 0;
  told_too_much = false;
  bootstrap_types();
#define NAME(id) rt.names.id = intern(#id).release();
#include "object/names.def"
  init_dunder_names();
  rt.empty_tuple = new_tuple(0).release();
  init_native_types();
  init_object_type();
  init_str_type();
  finish_native_types();
  init_type_type();
  init_tuple_type();
  init_list_type();
  init_dict_type();
  init_int_types();
  init_float_type();
  init_constant_types();
  init_function_types();
  init_dunder_types();
  init_generic_alias_types();
  init_bytes_types();
  init_iterator_types();
  init_range_types();
  init_set_types();
  init_exception_types();
  init_traceback_type();
  init_weakref_type();
  for (Type* t : {rt.types.list, rt.types.tuple, rt.types.dict, rt.types.set, rt.types.frozenset, rt.types.enumerate,
                  rt.types.mappingproxy, rt.types.weakref})
    if (t) add_class_getitem(t);
  rt.modules = new_dict().release();
  rt.builtins = new_dict().release();
}

void end_run() {
  forget_sources();
  heap.drop();
  auto hooks = rt.hooks;
  rt = Runtime{};
  rt.handled = &rt.base_handled;  // not that of the temporary
  rt.hooks = hooks;
  side = {};
  waiting = nullptr;
}

// Told once: a program may catch what it raises, and meets it again.
void note_limit(const char* name, std::string_view message) {
  if (rt.limit_reached) return;
  rt.limit_reached = name;
  if (trace::wants(trace::Category::problems))
    trace::emit(trace::LimitReached{.limit = name, .message = message,
                                    .line = static_cast<trace::Line>(rt.hooks.current_line ? rt.hooks.current_line() : 0)});
}

bool stop_clock() {
  note_limit("virtual_seconds", "the simulated clock went too far");
  ++times_stopped;
  return raise(rt.types.RunLimitReached, "the program was stopped: its simulated clock went past %g seconds", rt.limits.virtual_seconds);
}

uint64_t most_events = 0;
bool told_too_much = false;

void tell_too_much() {
  told_too_much = true;
  rt.check_at = 0;
}

bool check_slow() {
  if (rt.steps >= rt.limits.steps) {
    note_limit("steps", "the program ran for too many steps");
    ++times_stopped;
    // check_at stays behind: a program that catches this is stopped again at once.
    return raise(rt.types.RunLimitReached, "the program was stopped: it ran for more than %lld steps",
                 static_cast<long long>(rt.limits.steps));
  }
  if (times_refused > kStopPatience) {
    note_limit("memory", "the program went on without memory");
    ++times_stopped;
    rt.check_at = 0;
    return raise(rt.types.RunLimitReached, "the program was stopped: it went on after %d MemoryErrors", static_cast<int>(kStopPatience));
  }
  if (told_too_much) {
    note_limit("events", "the program made too many events");
    ++times_stopped;
    return raise(rt.types.RunLimitReached, "the program was stopped: it made more than %lld events",
                 static_cast<long long>(most_events));
  }
  uint64_t next = rt.steps + kCheckInterval;
  // Before Stop is asked after: it may come right now, and then sets this to 0.
  rt.check_at = next < rt.limits.steps ? next : rt.limits.steps;
  if (rt.hooks.interrupted && rt.hooks.interrupted()) {
    rt.check_at = 0;
    ++times_stopped;
    return raise(rt.types.RunLimitReached, "the program was stopped");
  }
  // Whoever looks on hears of what has happened also while a loop goes on and on.
  if ((rt.steps ^ (rt.steps - kCheckInterval)) >> kFlushBits)
    if (trace::Recorder* live = trace::Recorder::live()) live->flush();
  if (heap.exhausted()) {
    heap.clear_exhausted();
    if (heap.used() <= rt.limits.memory + Heap::kOverdraft || ++times_refused <= kStopPatience) return raise_memory_error();
    // It catches that and goes on making things: the small ones are never refused, so it would come to the end of the system's.
    return check_slow();
  }
  return true;
}

bool NativeNesting::fail(const char* where) {
  // With no words for where it was, CPython would have met the limit of Python's own frames.
  if (!failed()) (void)raise(rt.types.RecursionError, *where ? "Stack overflow (used 10216 kB)%s" : "maximum recursion depth exceeded%s", where);
  return false;
}

void destroy(Object* o) {
  // Not put off: a __del__ that makes and drops another such object must end in RecursionError, not go on for ever.
  if ((o->type->type_flags & kHasDel) && !(o->flags & kFinalized) && !run_del(o)) return;
  if (destroy_depth >= kMaxDestroyDepth && o->type->traverse) return wait_for_destruction(o);
  ++destroy_depth;
  destroy_now(o);
  if (--destroy_depth == 0 && waiting) [[unlikely]] {
    destroy_depth = 1;
    while (Object* next = next_waiting()) destroy_now(next);
    destroy_depth = 0;
  }
}

SideEntry* find_side_entry(Object* o) {
  if (!(o->flags & kHasSideEntry)) return kNoEntry;
  uint32_t at = side_hash(o) & side.mask;
  while (side.slots[at].object != o) at = (at + 1) & side.mask;
  return &side.slots[at];
}

SideEntry* side_entry(Object* o) {
  if (SideEntry* found = find_side_entry(o)) return found;
  if (!side.slots || side.used * 4 >= side.mask * 3) side_grow();
  uint32_t at = side_hash(o) & side.mask;
  while (side.slots[at].object && side.slots[at].object != kRemoved) at = (at + 1) & side.mask;
  if (!side.slots[at].object) ++side.used;
  ++side.live;
  side.slots[at] = {o, 0, nullptr, 0};
  o->flags |= kHasSideEntry;
  return &side.slots[at];
}

void drop_side_entry(Object* o) {
  if (SideEntry* entry = find_side_entry(o); entry && entry->weakrefs) clear_weakrefs(o, entry);
  SideEntry* entry = find_side_entry(o);  // callbacks may have moved the table
  entry->object = kRemoved;
  --side.live;
  o->flags &= ~kHasSideEntry;
}

// The distance is that of CPython's small instances, so that the last digits look familiar.
uint64_t address_of(Object* o) {
  SideEntry* entry = side_entry(o);
  if (!entry->address) entry->address = 0x7f2b5c0d0d90 + 0x30 * side.addresses_given++;
  return entry->address;
}

}  // namespace ap
