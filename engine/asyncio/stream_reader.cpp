// StreamReader: bytes that come when they come, read as lines or in portions.
#include <algorithm>
#include <vector>

#include "asyncio/exceptions.hpp"
#include "asyncio/layout.hpp"
#include "asyncio/streams.hpp"
#include "object/bytes.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

Type* stream_reader_type;

namespace {

StreamReader* reader_of(Value v) { return v.as<StreamReader>(); }
Ref<StreamReader> self_of(Call& c) { return Ref<StreamReader>(reader_of(c.self)); }

// --- the buffer

std::string_view buffered(StreamReader* r) { return {reinterpret_cast<const char*>(r->data) + r->head, r->size}; }

bool append(StreamReader* r, std::string_view bytes) {
  uint32_t needed = r->size + static_cast<uint32_t>(bytes.size());
  if (r->head + needed > r->capacity) {
    uint32_t capacity = std::max<uint32_t>(needed + needed / 2, 256);
    auto* data = static_cast<uint8_t*>(heap.allocate_raw(capacity));
    if (!data) return raise_memory_error();
    if (r->size) __builtin_memcpy(data, r->data + r->head, r->size);
    heap.release_raw(r->data, r->capacity);
    r->data = data;
    r->head = 0;
    r->capacity = capacity;
  }
  __builtin_memcpy(r->data + r->head + r->size, bytes.data(), bytes.size());
  r->size = needed;
  return true;
}

void drop(StreamReader* r, uint32_t n) {
  r->head += n;
  r->size -= n;
}

bool resume_if_low(StreamReader* r) {
  if (!r->paused || r->size > r->limit) return true;
  r->paused = false;
  return bool(call_method(r->transport, "resume_reading", Args{}));
}

// The first n bytes; Empty: an exception is set.
Var take(StreamReader* r, uint32_t n) {
  Ref<Bytes> bytes = make_bytes(buffered(r).substr(0, n));
  if (!bytes) return Var();
  drop(r, n);
  if (!resume_if_low(r)) return Var();
  return bytes;
}

void wake_waiter_of(StreamReader* r) {
  Ref<Future> waiter = Ref<Future>::steal(std::exchange(r->waiter, nullptr));
  if (waiter && !waiter->done() && !resolve(waiter.get(), None)) clear_error();
}

Raised raise_incomplete(StreamReader* r, Value expected) {
  Ref<Bytes> partial = make_bytes(buffered(r));
  drop(r, r->size);
  Var error = call(Value(asyncio_errors.incomplete_read), partial, expected);
  if (error) (void)raise_value(error);
  return {};
}
Raised raise_overrun(const char* text, int64_t consumed) {
  Ref<Str> message = make_str(text);
  Var n = make_int(consumed), error = call(Value(asyncio_errors.limit_overrun), message, n);
  if (error) (void)raise_value(error);
  return {};
}

// --- waiting

enum class Reading : uint8_t { Read, ReadExactly, ReadUntil };
constexpr const char* kNames[] = {"read", "readexactly", "readuntil"};
const CoroutineDef wait_def = {"_wait_for_data", "StreamReader._wait_for_data", "streams.py", 515, 539};
const CoroutineDef readline_def = {"readline", "StreamReader.readline", "streams.py", 543, 562};
const CoroutineDef readuntil_def = {"readuntil", "StreamReader.readuntil", "streams.py", 574, 677};
const CoroutineDef read_def = {"read", "StreamReader.read", "streams.py", 688, 730};
const CoroutineDef read_all_def = {"read", "StreamReader.read", "streams.py", 688, 723};
const CoroutineDef readexactly_def = {"readexactly", "StreamReader.readexactly", "streams.py", 739, 769};
const CoroutineDef next_def = {"__anext__", "StreamReader.__anext__", "streams.py", 783, 784};

Co wait_for_data(Ref<StreamReader> self, Reading who) {
  StreamReader* r = self.get();
  if (r->waiter)
    co_return runtime_error("%s() called while another coroutine is already waiting for incoming data", kNames[static_cast<int>(who)]);
  if (r->paused) {
    r->paused = false;
    if (!call_method(r->transport, "resume_reading", Args{})) co_return Var();
  }
  // A subclass may have left out super().__init__().
  if (!r->loop) co_return raise(rt.types.AttributeError, "'%T' object has no attribute '_loop'", Value(r));
  Ref<Future> waiter = new_network_future(r->loop, "data");
  r->waiter = Ref<Future>(waiter).release();
  Outcome got = co_await outcome(waiter);
  if (Future* old = std::exchange(r->waiter, nullptr)) decref(old);
  if (!got) co_return std::move(got).raise();
  co_return None;
}

bool check_exception(StreamReader* r) { return r->exception.is_none() || raise_value(r->exception); }

// A run may end while a coroutine waits: what its frame holds is the run's memory.
template <class T>
using Several = std::vector<T, HeapAllocator<T>>;

// The separators, the shortest first; false: an exception is set.
bool read_separators(Value given, Several<Var>* keep, Several<std::string_view>* separators) {
  if (is_kind(given, Kind::Tuple))
    for (uint32_t i = 0; i < given.as<Tuple>()->size; ++i) keep->push_back(Var((*given.as<Tuple>())[i]));
  else
    keep->push_back(Var(given));
  for (const Var& v : *keep) {
    std::string_view view;
    if (!bytes_like(v, &view)) return false;
    separators->push_back(view);
  }
  std::stable_sort(separators->begin(), separators->end(), [](auto a, auto b) { return a.size() < b.size(); });
  if (separators->empty()) return value_error("Separator should contain at least one element");
  if (separators->front().empty()) return value_error("Separator should be at least one-byte string");
  return true;
}

Co readuntil(Ref<StreamReader> self, Var separator) {
  StreamReader* r = self.get();
  Several<Var> keep;
  Several<std::string_view> separators;
  if (!read_separators(separator, &keep, &separators) || !check_exception(r)) co_return Var();
  size_t shortest = separators.front().size(), longest = separators.back().size(), offset = 0;
  size_t start = 0, end = 0;
  for (;;) {
    std::string_view bytes = buffered(r);
    if (bytes.size() >= offset + shortest) {
      for (std::string_view s : separators) {
        size_t at = bytes.find(s, offset);
        if (at == bytes.npos || (end && at + s.size() >= end)) continue;
        start = at;
        end = at + s.size();
      }
      if (end) break;
      // A separator may have begun at the very end.
      offset = bytes.size() + 1 > longest ? bytes.size() + 1 - longest : 0;
      if (static_cast<int64_t>(offset) > r->limit)
        co_return raise_overrun("Separator is not found, and chunk exceed the limit", static_cast<int64_t>(offset));
    }
    if (r->eof) co_return raise_incomplete(r, None);
    (void)co_await named(wait_for_data(self, Reading::ReadUntil), wait_def);
  }
  if (static_cast<int64_t>(start) > r->limit)
    co_return raise_overrun("Separator is found, but chunk is longer than limit", static_cast<int64_t>(start));
  co_return take(r, static_cast<uint32_t>(end));
}

Co readline(Ref<StreamReader> self) {
  StreamReader* r = self.get();
  Outcome got = co_await outcome(named(readuntil(self, make_bytes("\n")), readuntil_def));
  if (got) co_return std::move(got.value);
  if (got.is(asyncio_errors.incomplete_read)) co_return getattr(got.error, "partial");
  if (!got.is(asyncio_errors.limit_overrun)) co_return std::move(got).raise();
  Handling handling(got.error);
  Var consumed = getattr(got.error, "consumed");
  int64_t n;
  if (!consumed || !to_int64(consumed, &n)) co_return Var();
  if (n < r->size && buffered(r)[static_cast<size_t>(n)] == '\n')
    drop(r, static_cast<uint32_t>(n) + 1);
  else
    drop(r, r->size);
  if (!resume_if_low(r)) co_return Var();
  Tuple* args = got.error.get().as<BaseException>()->args;
  co_return raise_with_args(rt.types.ValueError, tuple_of((*args)[0]).get());
}

Co read(Ref<StreamReader> self, int64_t n) {
  StreamReader* r = self.get();
  if (!check_exception(r)) co_return Var();
  if (n == 0) co_return make_bytes("");
  if (n < 0) {
    co_await at_line(read_all_def);
    Ref<List> blocks = new_list();
    for (;;) {
      Var block = co_await named(read(self, r->limit), read_def);
      if (!block.get().as<Bytes>()->size) break;
      if (!list_append(blocks.get(), block.get())) co_return Var();
    }
    Value list = Value(blocks.get());
    Ref<Bytes> nothing = make_bytes("");
    co_return call_method(nothing, "join", Args{&list, 1, nullptr});
  }
  if (!r->size && !r->eof) (void)co_await named(wait_for_data(self, Reading::Read), wait_def);
  co_return take(r, static_cast<uint32_t>(std::min<int64_t>(n, r->size)));
}

Co readexactly(Ref<StreamReader> self, int64_t n) {
  StreamReader* r = self.get();
  if (n < 0) co_return value_error("readexactly size can not be less than zero");
  if (!check_exception(r)) co_return Var();
  if (n == 0) co_return make_bytes("");
  while (r->size < n) {
    if (r->eof) {
      Var expected = make_int(n);
      co_return raise_incomplete(r, expected);
    }
    (void)co_await named(wait_for_data(self, Reading::ReadExactly), wait_def);
  }
  co_return take(r, static_cast<uint32_t>(n));
}

Co next_line(Ref<StreamReader> self) {
  Var line = co_await named(readline(self), readline_def);
  if (!line.get().as<Bytes>()->size) co_return raise_with_args(rt.types.StopAsyncIteration, rt.empty_tuple);
  co_return line;
}

// --- methods

bool get_size(Call& c, int64_t fallback, int64_t* n) {
  *n = fallback;
  return !c[0] || to_int64(c[0], n);
}

Var method_set_transport(Call& c) {
  decref(std::exchange(reader_of(c.self)->transport, Var(c[0]).release()));
  return None;
}
Var method_read(Call& c) {
  int64_t n;
  return get_size(c, -1, &n) ? native_coroutine(read(self_of(c), n), read_def) : Var();
}
Var method_readexactly(Call& c) {
  int64_t n;
  return get_size(c, 0, &n) ? native_coroutine(readexactly(self_of(c), n), readexactly_def) : Var();
}

constexpr uint8_t kDef = kPythonFunction, kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"exception", "", [](Call& c) { return Var(reader_of(c.self)->exception); }, kDef},
    {"set_exception", "exc", [](Call& c) { return set_reader_exception(reader_of(c.self), c[0]) ? Var(None) : Var(); }, kDef},
    {"set_transport", "transport", method_set_transport, kDef},
    {"feed_data", "data", [](Call& c) { return feed_data(reader_of(c.self), c[0]) ? Var(None) : Var(); }, kDef},
    {"feed_eof", "", [](Call& c) {
       feed_eof(reader_of(c.self));
       return Var(None);
     }, kDef},
    {"at_eof", "", [](Call& c) { return Var(Value::from_bool(reader_of(c.self)->eof && !reader_of(c.self)->size)); }, kDef},
    {"read", "n=-1", method_read, kAsync},
    {"readexactly", "n", method_readexactly, kAsync},
    {"readline", "", [](Call& c) { return native_coroutine(readline(self_of(c)), readline_def); }, kAsync},
    {"readuntil", "separator=b'\\n'", [](Call& c) {
       return native_coroutine(readuntil(self_of(c), c[0] ? Var(c[0]) : Var(make_bytes("\n"))), readuntil_def);
     }, kAsync},
    {"__aiter__", "", [](Call& c) { return Var(c.self); }, kDef},
    {"__anext__", "", [](Call& c) { return native_coroutine(next_line(self_of(c)), next_def); }, kAsync},
};
const GetSetDef getsets[] = {
    {"_buffer", [](Value v) { return make_bytearray(buffered(reader_of(v))); }},
    {"_eof", [](Value v) { return Var(Value::from_bool(reader_of(v)->eof)); }},
    {"_limit", [](Value v) { return make_int(reader_of(v)->limit); }},
    {"_loop", [](Value v) { return reader_of(v)->loop ? Var(reader_of(v)->loop) : Var(None); }},
    {"_paused", [](Value v) { return Var(Value::from_bool(reader_of(v)->paused)); }},
    {"_waiter", [](Value v) { return reader_of(v)->waiter ? Var(reader_of(v)->waiter) : Var(None); }},
};

Var construct(Type* t, Args) { return Var::steal(allocate<StreamReader>(t, 0)); }
bool initialize(Value self, Args args) {
  Value p[2];
  if (!match_arguments("StreamReader.__init__", "limit=65536, loop=None", args, p)) return false;
  auto* r = reader_of(self);
  if (p[0] && !to_int64(p[0], &r->limit)) return false;
  if (r->limit <= 0) return value_error("Limit cannot be <= 0");
  Var loop = p[1] && !p[1].is_none() ? Var(p[1]) : get_event_loop();
  if (!loop) return false;
  if (!is_event_loop(loop)) return type_error("an event loop is required, not '%T'", loop.get());
  if (EventLoop* old = std::exchange(r->loop, loop.release().as<EventLoop>())) decref(old);
  return true;
}

Var show(Value v) {
  auto* r = reader_of(v);
  StrBuilder b;
  b.append("<");
  b.append(type_of(v)->name);
  auto say = [&](const char* what, Value value) {
    b.append(what);
    return b.append_repr(value);
  };
  if (r->size) b.append(format_str(" %d bytes", static_cast<int>(r->size)).get());
  if (r->eof) b.append(" eof");
  if (r->limit != kStreamLimit) b.append(format_str(" limit=%lld", static_cast<long long>(r->limit)).get());
  if (r->waiter && !say(" waiter=", Value(r->waiter))) return Var();
  if (!r->exception.is_none() && !say(" exception=", r->exception)) return Var();
  if (!r->transport.is_none() && !say(" transport=", r->transport)) return Var();
  if (r->paused) b.append(" paused");
  b.append(">");
  return b.finish();
}

void dealloc(Object* o) {
  auto* r = static_cast<StreamReader*>(o);
  heap.release_raw(r->data, r->capacity);
  decref(r->exception);
  decref(r->transport);
  for (Object* part : {static_cast<Object*>(r->dict), static_cast<Object*>(r->loop), static_cast<Object*>(r->waiter)})
    if (part) decref(part);
  free_object(r, sizeof(StreamReader));
}
void traverse(Object* o, Visitor& visit) {
  auto* r = static_cast<StreamReader*>(o);
  visit(r->dict);
  visit(r->loop);
  visit(r->exception);
  visit(r->transport);
  visit(r->waiter);
}

}  // namespace

Ref<StreamReader> new_reader(int64_t limit, EventLoop* loop) {
  auto* r = allocate<StreamReader>(stream_reader_type, 0);
  r->limit = limit;
  incref(r->loop = loop);
  return Ref<StreamReader>::steal(r);
}

bool feed_data(StreamReader* r, Value data) {
  if (r->eof) return raise(rt.types.AssertionError, "feed_data after feed_eof");
  std::string_view bytes;
  if (!bytes_like(data, &bytes)) return false;
  if (bytes.empty()) return true;
  if (!append(r, bytes)) return false;
  wake_waiter_of(r);
  if (r->transport.is_none() || r->paused || r->size <= 2 * r->limit) return true;
  if (call_method(r->transport, "pause_reading", Args{})) {
    r->paused = true;
    return true;
  }
  // One that cannot be paused is not asked again.
  if (!clear_error_if(rt.types.NotImplementedError)) return false;
  decref(std::exchange(r->transport, None));
  return true;
}

void feed_eof(StreamReader* r) {
  r->eof = true;
  wake_waiter_of(r);
}

bool set_reader_exception(StreamReader* r, Value e) {
  decref(std::exchange(r->exception, Var(e).release()));
  Ref<Future> waiter = Ref<Future>::steal(std::exchange(r->waiter, nullptr));
  return !waiter || waiter->cancelled() || set_exception(waiter.get(), e);
}

void init_stream_reader_type() {
  Type* t = stream_reader_type = new_type("asyncio.streams.StreamReader", nullptr, sizeof(StreamReader), Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&StreamReader::dict);
  t->construct = construct;
  t->initialize = initialize;
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = show;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
