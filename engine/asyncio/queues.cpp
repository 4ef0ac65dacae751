#include "asyncio/queues.hpp"

#include "asyncio/exceptions.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/locks.hpp"
#include "object/class.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "trace/counting.hpp"

namespace ap {

QueueTypes queue_types;
const CoroutineDef queue_get_def = {"get", "Queue.get", "queues.py", 172, 186};

namespace {

Ref<Queue> self_of(Call& c) { return Ref<Queue>(c.self.as<Queue>()); }

// --- items kept here

Value& at(Queue* q, uint32_t i) {
  uint32_t place = q->head + i;
  return q->items[place >= q->capacity ? place - q->capacity : place];
}

bool reserve(Queue* q) {
  if (q->count < q->capacity) return true;
  uint32_t capacity = q->capacity ? q->capacity * 2 : 8;
  auto* items = static_cast<Value*>(heap.allocate_raw(capacity * sizeof(Value)));
  if (!items) return raise_memory_error();
  for (uint32_t i = 0; i < q->count; ++i) items[i] = at(q, i);
  heap.release_raw(q->items, q->capacity * sizeof(Value));
  q->items = items;
  q->capacity = capacity;
  q->head = 0;
  return true;
}

Tri less(Value a, Value b) { return compare_truth(a, b, Compare::Lt); }

// heapq's algorithms, comparison by comparison, since __lt__ can be a program's.
bool sift_down(Queue* q, uint32_t start, uint32_t pos) {
  Value item = at(q, pos);
  while (pos > start) {
    uint32_t parent = (pos - 1) >> 1;
    Tri t = less(item, at(q, parent));
    if (t == Tri::Error) return false;
    if (t == Tri::False) break;
    at(q, pos) = at(q, parent);
    pos = parent;
    at(q, pos) = item;
  }
  return true;
}
bool sift_up(Queue* q, uint32_t pos) {
  uint32_t end = q->count, start = pos;
  while (2 * pos + 1 < end) {
    uint32_t child = 2 * pos + 1, right = child + 1;
    if (right < end) {
      Tri t = less(at(q, child), at(q, right));
      if (t == Tri::Error) return false;
      if (t == Tri::False) child = right;
    }
    std::swap(at(q, pos), at(q, child));
    pos = child;
  }
  return sift_down(q, start, pos);
}

bool put_item(Queue* q, Value item) {
  if (!reserve(q)) return false;
  incref(item);
  q->items[(q->head + q->count) % q->capacity] = item;
  ++q->count;
  return q->order != QueueOrder::Priority || sift_down(q, 0, q->count - 1);
}

Var get_item(Queue* q) {
  if (q->order == QueueOrder::Lifo) return Var::steal(at(q, --q->count));
  if (q->order == QueueOrder::Fifo) {
    Var item = Var::steal(at(q, 0));
    q->head = q->head + 1 == q->capacity ? 0 : q->head + 1;
    --q->count;
    return item;
  }
  Var last = Var::steal(at(q, --q->count));
  if (!q->count) return last;
  Var first = Var::steal(std::exchange(at(q, 0), last.release()));
  if (!sift_up(q, 0)) return Var();
  return first;
}

// --- items kept in a Python object

// Hands them over to a deque or list, for a program that wants to see _queue.
Value object_of(Queue* q) {
  if (q->object) return q->object;
  Var made;
  if (q->order == QueueOrder::Fifo && import_library) {
    Var module = import_library("collections");
    if (module) made = call_method(module, "deque", Args{});
  } else {
    made = new_list();
  }
  if (!made) return Value();
  Ref<Str> append = intern("append");
  for (uint32_t i = 0; i < q->count; ++i)
    if (!call_method(made, append.get(), at(q, i))) return Value();
  for (uint32_t i = 0; i < q->count; ++i) decref(at(q, i));
  q->count = 0;
  q->object = made.release();
  return q->object;
}

Var heap_function(const char* name, const Value* args, uint32_t n) {
  if (!import_library) return runtime_error("heapq is not there");
  Var module = import_library("heapq");
  return module ? call_method(module, name, Args{args, n, nullptr}) : Var();
}

bool put_in_object(Queue* q, Value item) {
  Value args[] = {q->object, item};
  if (q->order == QueueOrder::Priority) return bool(heap_function("heappush", args, 2));
  return bool(call_method(q->object, "append", Args{&item, 1, nullptr}));
}
Var get_from_object(Queue* q) {
  if (q->order == QueueOrder::Priority) return heap_function("heappop", &q->object, 1);
  return call_method(q->object, q->order == QueueOrder::Fifo ? "popleft" : "pop", Args{});
}

// --- what subclasses may have replaced

int64_t size_of(Queue* q) {
  if (q->own_size) {
    Var n = call_method(Value(q), "qsize", Args{});
    int64_t size = -1;
    return n && to_int64(n, &size) ? size : -1;
  }
  return q->object ? length(q->object) : q->count;
}
Tri ask(Queue* q, const char* method) {
  Var r = call_method(Value(q), method, Args{});
  return r ? truth(r) : Tri::Error;
}
Tri own_empty(Queue* q) {
  if (!q->object) return q->count ? Tri::False : Tri::True;
  Tri t = truth(q->object);
  return t == Tri::Error ? t : t == Tri::True ? Tri::False : Tri::True;
}
constexpr int64_t kAsksMaxsize = INT64_MIN;  // the limit of a queue whose maxsize is no number

Tri own_full(Queue* q) {
  if (q->limit <= 0 && q->limit != kAsksMaxsize) return Tri::False;
  if (q->limit == kAsksMaxsize) {
    Tri none = compare_truth(q->maxsize, Value::from_int(0), Compare::Le);
    if (none != Tri::False) return none == Tri::True ? Tri::False : none;
  }
  int64_t n = size_of(q);
  if (n < 0) return Tri::Error;
  if (q->limit == kAsksMaxsize) {
    Var size = make_int(n);
    return compare_truth(size, q->maxsize, Compare::Ge);
  }
  return n >= q->limit ? Tri::True : Tri::False;
}
Tri is_empty(Queue* q) { return q->own_size ? ask(q, "empty") : own_empty(q); }
Tri is_full(Queue* q) { return q->own_size ? ask(q, "full") : own_full(q); }

bool put(Queue* q, Value item) {
  if (q->own_put) return bool(call_method(Value(q), "_put", Args{&item, 1, nullptr}));
  return q->object ? put_in_object(q, item) : put_item(q, item);
}
Var get(Queue* q) {
  if (q->own_get) return call_method(Value(q), "_get", Args{});
  return q->object ? get_from_object(q) : get_item(q);
}

// --- waking

bool wake_next(Queue* q, WaiterLine& line) {
  while (line) {
    Ref<Future> waiter = line.pop();
    if (q->id) trace::emit(trace::WaiterRemoved{.sync = q->id, .future = waiter->id});
    if (waiter->done()) continue;
    return resolve(waiter.get(), None);
  }
  return true;
}
bool wake_all(Queue* q, WaiterLine& line) {
  while (line) {
    Ref<Future> waiter = line.pop();
    if (q->id) trace::emit(trace::WaiterRemoved{.sync = q->id, .future = waiter->id});
    if (!wake_waiter(waiter.get(), None)) return false;
  }
  return true;
}

void tell(Queue* q, trace::SyncChange change, Value item) {
  if (!trace::wants(trace::Category::sync) || !q->id) [[likely]] return;
  if (trace::counting) return trace::emit(trace::SyncChanged{});
  std::string text = item ? safe_repr(item) : std::string();
  int64_t n = q->object ? length(q->object) : q->count;
  trace::emit(trace::SyncChanged{.sync = q->id, .change = change, .value = static_cast<uint32_t>(n < 0 ? 0 : n),
                                 .task = running_task, .item = text, .unfinished = static_cast<uint32_t>(q->unfinished),
                                 .line = line_now()});
}

// After a wait that ended with an exception: out of the line, and whoever comes next is not forgotten.
bool give_up_waiting(Queue* q, WaiterLine& line, Future* f, bool may_pass_on) {
  cancel_future(f, None);
  if (failed()) return false;  // its loop is closed
  leave_line(q, line, f);
  return !may_pass_on || f->cancelled() || wake_next(q, line);
}

// --- methods

bool overrides(Queue* q, const char* name) {
  Ref<Str> n = intern(name);
  return !is_kind(type_lookup(q->type, n.get()), Kind::NativeFunction);
}

Var init_method(Call& c) {
  auto* q = c.self.as<Queue>();
  Value maxsize = c.get(0, Value::from_int(0));
  decref(std::exchange(q->maxsize, Var(maxsize).release()));
  if (maxsize.is_float())
    q->limit = maxsize.as_float() > 0 ? static_cast<int64_t>(maxsize.as_float()) + (maxsize.as_float() != static_cast<double>(static_cast<int64_t>(maxsize.as_float()))) : 0;
  else if (!to_int64_clamped(maxsize, &q->limit)) {
    clear_error();
    q->limit = kAsksMaxsize;
  }
  if (Event* old = std::exchange(q->finished, new_event().release())) decref(old);
  q->finished->value = true;
  q->unfinished = 0;
  q->shut_down = false;
  if (q->type->type_flags & kHeapType) {
    q->own_put = overrides(q, "_put");
    q->own_get = overrides(q, "_get");
    q->own_size = overrides(q, "qsize") || overrides(q, "empty") || overrides(q, "full");
    if (overrides(q, "_init")) {
      Value n = q->maxsize;
      if (!call_method(c.self, "_init", Args{&n, 1, nullptr})) return Var();
    }
  }
  tell_sync_created(q, trace::SyncKind::queue, static_cast<uint32_t>(q->limit > 0 ? q->limit : 0));
  return None;
}

Var task_done(Call& c) {
  auto* q = c.self.as<Queue>();
  if (q->unfinished <= 0) return value_error("task_done() called too many times");
  --q->unfinished;
  tell(q, trace::SyncChange::task_done, Value());
  if (q->unfinished == 0 && !set_event(q->finished)) return Var();
  return None;
}

Co join(Ref<Queue> self) {
  if (self->unfinished > 0) {
    // Joiners stand in the line of the event inside.
    self->finished->id = self->id;
    self->finished->of_queue = true;
    (void)co_await named(event_wait(Ref<Event>(self->finished)), event_wait_def);
  }
  co_return None;
}

Var shutdown(Call& c) {
  auto* q = c.self.as<Queue>();
  q->shut_down = true;
  Tri immediate = truth(c.get(0, False));
  if (immediate == Tri::Error) return Var();
  if (immediate == Tri::True) {
    for (;;) {
      Tri empty = is_empty(q);
      if (empty == Tri::Error) return Var();
      if (empty == Tri::True) break;
      if (!get(q)) return Var();
      if (q->unfinished > 0) --q->unfinished;
    }
  }
  tell(q, trace::SyncChange::shut_down, Value());
  if (immediate == Tri::True && q->unfinished == 0 && !set_event(q->finished)) return Var();
  if (!wake_all(q, q->waiters) || !wake_all(q, q->putters)) return Var();
  return None;
}

const CoroutineDef put_def = {"put", "Queue.put", "queues.py", 125, 139};
const CoroutineDef join_def = {"join", "Queue.join", "queues.py", 239, 248};

Var bool_of(Tri t) { return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True)); }

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"__init__", "maxsize=0", init_method, kPythonFunction},
    {"_init", "maxsize", [](Call& c) {
       // A subclass calls the inherited one: the items are kept here.
       (void)c;
       return Var(None);
     }, kPythonFunction},
    {"_put", "item", [](Call& c) {
       auto* q = c.self.as<Queue>();
       return (q->object ? put_in_object(q, c[0]) : put_item(q, c[0])) ? Var(None) : Var();
     }, kPythonFunction},
    {"_get", "", [](Call& c) {
       auto* q = c.self.as<Queue>();
       if (q->object) return get_from_object(q);
       if (!q->count) return Var(raise(rt.types.IndexError, "pop from an empty deque"));
       return get_item(q);
     }, kPythonFunction},
    {"qsize", "", [](Call& c) {
       auto* q = c.self.as<Queue>();
       int64_t n = q->object ? length(q->object) : q->count;
       return n < 0 ? Var() : make_int(n);
     }, kPythonFunction},
    {"empty", "", [](Call& c) { return bool_of(own_empty(c.self.as<Queue>())); }, kPythonFunction},
    {"full", "", [](Call& c) { return bool_of(own_full(c.self.as<Queue>())); }, kPythonFunction},
    {"put", "item", [](Call& c) { return native_coroutine(queue_put(self_of(c), c[0]), put_def); }, kAsync},
    {"put_nowait", "item", [](Call& c) { return queue_put_nowait(c.self.as<Queue>(), c[0]) ? Var(None) : Var(); }, kPythonFunction},
    {"get", "", [](Call& c) { return native_coroutine(queue_get(self_of(c)), queue_get_def); }, kAsync},
    {"get_nowait", "", [](Call& c) { return queue_get_nowait(c.self.as<Queue>()); }, kPythonFunction},
    {"task_done", "", task_done, kPythonFunction},
    {"join", "", [](Call& c) { return native_coroutine(join(self_of(c)), join_def); }, kAsync},
    {"shutdown", "immediate=False", shutdown, kPythonFunction},
};

bool set_queue(Value v, Value object) {
  auto* q = v.as<Queue>();
  for (uint32_t i = 0; i < q->count; ++i) decref(at(q, i));
  q->count = 0;
  incref(object);
  decref(std::exchange(q->object, object));
  return true;
}
const GetSetDef getsets[] = {
    {"maxsize", [](Value v) { return Var(v.as<Queue>()->maxsize); }},
    {"_maxsize", [](Value v) { return Var(v.as<Queue>()->maxsize); }},
    {"_queue", [](Value v) { return Var(object_of(v.as<Queue>())); }, set_queue},
    {"_unfinished_tasks", [](Value v) { return make_int(v.as<Queue>()->unfinished); }},
    {"_finished", [](Value v) { return Var(v.as<Queue>()->finished); }},
    {"_getters", [](Value v) { return deque_of(v.as<Queue>()->waiters); }},
    {"_putters", [](Value v) { return deque_of(v.as<Queue>()->putters); }},
    {"_is_shutdown", [](Value v) { return Var(Value::from_bool(v.as<Queue>()->shut_down)); }},
};

bool append_format(StrBuilder& b, Queue* q) {
  b.append("maxsize=");
  if (!b.append_repr(q->maxsize)) return false;
  Ref<List> items;
  if (q->object) {
    items = to_list(q->object);
  } else {
    items = new_list(q->count);
    for (uint32_t i = 0; i < q->count; ++i)
      if (!list_append(items.get(), at(q, i))) return false;
  }
  if (!items) return false;
  if (items->size) {
    b.append(" _queue=");
    if (!b.append_repr(items)) return false;
  }
  if (q->waiters) b.append(format_str(" _getters[%d]", static_cast<int>(q->waiters.size())).get());
  if (q->putters) b.append(format_str(" _putters[%d]", static_cast<int>(q->putters.size())).get());
  if (q->unfinished) b.append(format_str(" tasks=%lld", static_cast<long long>(q->unfinished)).get());
  if (q->shut_down) b.append(" shutdown");
  return true;
}
Var show(Value v, bool with_address) {
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return Var();
  StrBuilder b;
  b.append("<");
  b.append(type_of(v)->name);
  b.append(" ");
  if (with_address) {
    b.append(format_str("at 0x%llx ", static_cast<unsigned long long>(address_of(v.object()))).get());
  }
  if (!append_format(b, v.as<Queue>())) return Var();
  b.append(">");
  return b.finish();
}

const MethodDef show_methods[] = {{"_format", "", [](Call& c) {
                                     StrBuilder b;
                                     return append_format(b, c.self.as<Queue>()) ? Var(b.finish()) : Var();
                                   }, kPythonFunction}};

template <QueueOrder order>
Var construct(Type* t, Args) {
  auto* q = allocate<Queue>(t, 0);
  q->order = order;
  q->finished = new_event().release();
  q->finished->value = true;
  return Var::steal(q);
}
void dealloc(Object* o) {
  auto* q = static_cast<Queue*>(o);
  for (uint32_t i = 0; i < q->count; ++i) decref(at(q, i));
  heap.release_raw(q->items, q->capacity * sizeof(Value));
  decref(q->object);
  decref(q->maxsize);
  q->putters.release();
  if (q->finished) decref(q->finished);
  release_sync(q);
  free_object(q, sizeof(Queue));
}
void traverse(Object* o, Visitor& visit) {
  auto* q = static_cast<Queue*>(o);
  traverse_sync(q, visit);
  q->putters.traverse(visit);
  for (uint32_t i = 0; i < q->count; ++i) visit(at(q, i));
  visit(q->object);
  visit(q->finished);
}

}  // namespace

Ref<Queue> new_queue() { return Ref<Queue>::from(construct<QueueOrder::Fifo>(queue_types.queue, Args{})); }

bool queue_put_nowait(Queue* q, Value item) {
  if (q->shut_down) return raise_with_args(asyncio_errors.queue_shut_down, rt.empty_tuple);
  Tri full = is_full(q);
  if (full == Tri::Error) return false;
  if (full == Tri::True) return raise_with_args(asyncio_errors.queue_full, rt.empty_tuple);
  if (!put(q, item)) return false;
  ++q->unfinished;
  q->finished->value = false;
  tell(q, trace::SyncChange::put, item);
  return wake_next(q, q->waiters);
}

Var queue_get_nowait(Queue* q) {
  Tri empty = is_empty(q);
  if (empty == Tri::Error) return Var();
  if (empty == Tri::True)
    return raise_with_args(q->shut_down ? asyncio_errors.queue_shut_down : asyncio_errors.queue_empty, rt.empty_tuple);
  Var item = get(q);
  if (!item) return Var();
  tell(q, trace::SyncChange::got, item);
  return wake_next(q, q->putters) ? std::move(item) : Var();
}

Co queue_put(Ref<Queue> self, Var item) {
  Queue* q = self.get();
  for (;;) {
    Tri full = is_full(q);
    if (full == Tri::Error) co_return Var();
    if (full == Tri::False) break;
    if (q->shut_down) co_return raise_with_args(asyncio_errors.queue_shut_down, rt.empty_tuple);
    Ref<Future> putter = stand_in_line(q, q->putters, trace::WaiterSide::putter);
    if (!putter) co_return Var();
    Outcome got = co_await outcome(putter);
    if (!got) {
      Handling handling(got.error);
      full = is_full(q);
      if (full == Tri::Error || !give_up_waiting(q, q->putters, putter.get(), full == Tri::False)) co_return Var();
      co_return std::move(got).raise();
    }
  }
  // A subclass may have a put_nowait of its own.
  if (q->type->type_flags & kHeapType) {
    Value v = item;
    co_return call_method(Value(q), "put_nowait", Args{&v, 1, nullptr});
  }
  co_return queue_put_nowait(q, item) ? Var(None) : Var();
}

Co queue_get(Ref<Queue> self) {
  Queue* q = self.get();
  for (;;) {
    Tri empty = is_empty(q);
    if (empty == Tri::Error) co_return Var();
    if (empty == Tri::False) break;
    if (q->shut_down) co_return raise_with_args(asyncio_errors.queue_shut_down, rt.empty_tuple);
    Ref<Future> getter = stand_in_line(q, q->waiters, trace::WaiterSide::getter);
    if (!getter) co_return Var();
    Outcome got = co_await outcome(getter);
    if (!got) {
      Handling handling(got.error);
      empty = is_empty(q);
      if (empty == Tri::Error || !give_up_waiting(q, q->waiters, getter.get(), empty == Tri::False)) co_return Var();
      co_return std::move(got).raise();
    }
  }
  if (q->type->type_flags & kHeapType) co_return call_method(Value(q), "get_nowait", Args{});
  co_return queue_get_nowait(q);
}

void init_queue_types() {
  struct {
    const char* name;
    Var (*construct)(Type*, Args);
    Type** where;
  } const types[] = {
      {"asyncio.queues.Queue", construct<QueueOrder::Fifo>, &queue_types.queue},
      {"asyncio.queues.PriorityQueue", construct<QueueOrder::Priority>, &queue_types.priority_queue},
      {"asyncio.queues.LifoQueue", construct<QueueOrder::Lifo>, &queue_types.lifo_queue},
  };
  for (auto& def : types) {
    bool first = def.where == &queue_types.queue;
    Type* t = *def.where = new_sync_type(def.name, first ? nullptr : queue_types.queue, sizeof(Queue));
    t->construct = def.construct;
    t->dealloc = dealloc;
    t->traverse = traverse;
    if (first) {
      t->repr = [](Value v) { return show(v, true); };
      t->str = [](Value v) { return show(v, false); };
      add_methods(t, methods);
      add_methods(t, show_methods);
      add_class_getitem(t);
      add_getsets(t, getsets);
    }
    make_type_ready(t);
  }
}

}  // namespace ap
