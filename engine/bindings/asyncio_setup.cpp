// Brings asyncio up for a run and joins it to the interpreter: imports, stacks, output of threads.
#include "asyncio/access_keys.hpp"
#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "asyncio/describe.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/graph.hpp"
#include "asyncio/library_frames.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/log.hpp"
#include "asyncio/loopback.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/runners.hpp"
#include "asyncio/streams.hpp"
#include "asyncio/sync.hpp"
#include "asyncio/taskgroups.hpp"
#include "asyncio/threads.hpp"
#include "asyncio/timeouts.hpp"
#include "asyncio/transports.hpp"
#include "bindings/modules.hpp"
#include "bindings/setup.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "coro/link_frame.hpp"
#include "coro/origin.hpp"
#include "trace/counting.hpp"
#include "vm/frame_object.hpp"
#include "vm/generator.hpp"
#include "vm/output.hpp"
#include "vm/watch.hpp"

namespace ap {

void init_gather_types();     // asyncio/gather.cpp
void init_staggered_type();   // asyncio/staggered.cpp
void reset_base_events();     // asyncio/base_events.cpp
void forget_coroutines();     // coro/link.cpp

namespace {

Var import_by_name(const char* name) { return load_module(name); }

bool is_programs(const Frame* f) { return !is_library_file(f->code->filename); }

// The innermost line of the program among the frames that run; 0 where the loop, or asyncio's own callback, runs.
int line_that_runs() {
  if (rt.finalizing || trace::counting) return 0;
  Frame* f = vm.current;
  Link* link = nullptr;
  if (rt.in_loop && f == rt.loop_caller) {
    // No interpreted frame runs: one of asyncio's coroutines does, on behalf of who awaits it.
    if (!driver) return 0;
    link = driver->at;
  } else if (f && f->owner) {
    link = f->owner;
  }
  for (;;) {
    for (; link; link = link->awaiter) {
      if (!is_frame_link(link)) continue;
      f = &generator_of(link)->frame;
      if (is_programs(f)) return f->line();
    }
    if (!f || (rt.in_loop && f == rt.loop_caller)) return 0;
    if (!f->owner && is_programs(f)) return f->line();
    f = f->back;
    if (rt.in_loop && f == rt.loop_caller) return 0;
    link = f && f->owner ? f->owner : nullptr;
  }
}

std::string assigned_to() {
  Frame* f = vm.current;
  if (!f || rt.finalizing || (rt.in_loop && f == rt.loop_caller) || !is_programs(f)) return {};
  const Code* code = f->code;
  auto op = [](Instr word) { return static_cast<Op>(word & 0xff); };
  auto slot = [&](uint32_t i) { return i < code->slot_count() ? to_utf8(code->slot_names[i]) : std::string(); };
  const Instr* ip = f->ip;
  auto take = [&] {
    while (op(*ip) == Op::WATCH) ++ip;
    return *ip++;
  };
  Instr next = take(), then = take();
  uint32_t arg = next >> 8;
  switch (op(next)) {
    case Op::STORE_FAST:
    case Op::STORE_DEREF: return slot(arg);
    case Op::STORE_FAST_LOAD_FAST:
    case Op::STORE_FAST_STORE_FAST: return slot(arg & 0xff);
    case Op::STORE_NAME:
    case Op::STORE_GLOBAL: return to_utf8(code->names[arg]);
    case Op::LOAD_FAST:
    case Op::LOAD_FAST_CHECK:
    case Op::LOAD_DEREF:
      if (op(then) == Op::STORE_ATTR) return slot(arg) + "." + to_utf8(code->names[then >> 8]);
      return {};
    default: return {};
  }
}

void write_to(int stream, std::string_view text) { write_output(static_cast<Stream>(stream), text); }

void keep_output(void*, Stream stream, std::string_view text) { keep_thread_output(static_cast<int>(stream), text); }
void divert(bool on) { output.divert = on ? keep_output : nullptr; }

void write_to_stderr_now(std::string_view text) { write_to_stderr(text); }

uint64_t bytes_on_stdout() { return output.stdout_written; }

// For debug mode: traceback.extract_stack() as far as the program's own frames go, the outermost first.
struct FrameSummary : Object {
  Value filename, name, line;  // owned
  int32_t lineno;
  explicit FrameSummary(Type* t) : Object(t, Kind::Other) {}
};
Type* frame_summary_type;

const GetSetDef summary_getsets[] = {
    {"filename", [](Value v) { return Var(v.as<FrameSummary>()->filename); }},
    {"lineno", [](Value v) { return make_int(v.as<FrameSummary>()->lineno); }},
    {"name", [](Value v) { return Var(v.as<FrameSummary>()->name); }},
    {"line", [](Value v) { return Var(v.as<FrameSummary>()->line); }},
};

// It unpacks and is indexed as the tuple that it was.
Ref<Tuple> as_tuple(Value v) {
  auto* s = v.as<FrameSummary>();
  Value values[] = {s->filename, Value::from_int(s->lineno), s->name, s->line};
  return make_tuple(values, 4);
}

Var summary_of(Frame* f) {
  auto* s = allocate<FrameSummary>(frame_summary_type, 0);
  Var result = Var::steal(s);
  s->filename = Var(f->code->filename).release();
  s->name = Var(f->code->name).release();
  s->lineno = f->line();
  std::string text = source_line(to_utf8(f->code->filename), f->line());
  size_t from = text.find_first_not_of(" \t\f"), to = text.find_last_not_of(" \t\f");
  s->line = Value(make_str(from == text.npos ? std::string_view() : std::string_view(text).substr(from, to - from + 1)).release());
  return result;
}

// The frames that run, the innermost first: plain calls, then the coroutines of the running task, then whoever runs it.
Var frames_that_run() {
  Ref<List> list = new_list();
  for (Frame* f = vm.current; f;) {
    if (!f->owner) {
      if (!list_append(list.get(), Value(frame_object(f)))) return Var();
      f = f->back;
      continue;
    }
    // Up the chain of awaits, which may lead through coroutines of the library.
    Link* link = f->owner;
    Frame* outermost = f;
    for (;; link = link->awaiter) {
      Var frame = frame_of(link);
      if (failed() || (frame && !list_append(list.get(), std::move(frame)))) return Var();
      if (is_frame_link(link)) outermost = &generator_of(link)->frame;
      if (!link->awaiter) break;
    }
    f = outermost->back;
  }
  return list;
}

Var library_summary(const LibraryPlace* place) {
  auto* s = allocate<FrameSummary>(frame_summary_type, 0);
  Var result = Var::steal(s);
  s->filename = Value(make_str(std::string(kLibrary) + place->file).release());
  s->name = Value(make_str(place->name).release());
  s->lineno = place->line;
  s->line = Var(rt.empty_str).release();
  return result;
}

// Coroutines of the library that lie between an interpreted one and the next interpreted one above it.
uint32_t library_frames_above(const Frame* f) {
  uint32_t n = 0;
  for (Link* link = f->owner && !f->inline_for ? f->owner->awaiter : nullptr; link && !is_frame_link(link); link = link->awaiter) {
    LinkInfo info;
    link->ops->describe(link, info);
    n += info.native && info.def;
  }
  return n;
}

// At most so many frames, of which those of the library count and are not shown.
Var stack_of_program(const LibraryPlace* last, uint32_t most) {
  constexpr LibraryPlace run_handle = {"events.py", 94, "_run"};
  Ref<List> list = new_list();
  if (!last && rt.in_loop && vm.current == rt.loop_caller) last = &run_handle;
  uint32_t passed = last ? 1 : 0;
  for (Frame* f = vm.current; f; f = caller_of(f)) {
    if (rt.in_loop && f == rt.loop_caller)
      for (const LibraryFrames* at = LibraryFrames::innermost; at; at = at->outer()) passed += static_cast<uint32_t>(at->places().size());
    if (++passed > most) break;
    if (!list_append(list.get(), summary_of(f))) return Var();
    passed += library_frames_above(f);
  }
  for (uint32_t i = 0, n = list->size; i < n / 2; ++i) std::swap(list->items[i], list->items[n - 1 - i]);
  if (last && !list_append(list.get(), library_summary(last))) return Var();
  return list;
}

// How many frames of the library lie between a task's step and who has called asyncio.run(): CPython counts them too.
constexpr uint32_t kFramesOfRun = 6;

Var program_origin() {
  Ref<List> list = new_list();
  uint32_t left = origin_depth;
  for (Frame* f = vm.current; f && left; f = caller_of(f)) {
    if (f == rt.loop_caller) left -= std::min(left, kFramesOfRun);
    if (!left) break;
    --left;
    const Value place[] = {Value(f->code->filename), Value::from_int(f->line()), Value(f->code->name)};
    if (!list_append(list.get(), Var(make_tuple(place, 3)))) return Var();
  }
  return Var(make_tuple(list->items, list->size));
}

Value noted_origin(Value coroutine) {
  if (is_kind(coroutine, Kind::NativeCoroutine)) return native_origin(coroutine.object());
  if (!is_kind(coroutine, Kind::Generator)) return None;
  auto* g = coroutine.as<Generator>();
  return g->is_async_generator || !g->finalizer ? None : Value(g->finalizer);
}

void init_frame_summary() {
  Type* t = frame_summary_type = new_type("traceback.FrameSummary", nullptr, sizeof(FrameSummary), Kind::Other, 0);
  t->dealloc = [](Object* o) {
    auto* s = static_cast<FrameSummary*>(o);
    decref(s->filename);
    decref(s->name);
    decref(s->line);
    free_object(s, sizeof(FrameSummary));
  };
  t->length = [](Value) -> int64_t { return 4; };
  t->repr = [](Value v) -> Var {
    auto* s = v.as<FrameSummary>();
    return format_str("<FrameSummary file %S, line %S in %S>", Value(s->filename), getattr(v, "lineno").get(), Value(s->name));
  };
  t->iter = [](Value v) { return iterate(as_tuple(v).get()); };
  t->getitem = [](Value v, Value key) { return getitem(as_tuple(v).get(), key); };
  add_getsets(t, summary_getsets);
  make_type_ready(t);
}

}  // namespace

double virtual_now() { return main_clock.now(); }

DeadlockFacts deadlock_facts() { return {loop_record.deadlock, loop_record.deadlock_at, loop_record.stdout_bytes}; }

void init_asyncio(uint64_t) {
  forget_coroutines();
  reset_clock();
  reset_events();
  reset_tasks();
  reset_base_events();
  if (beliefs) [[unlikely]] reset_beliefs();
  reset_sync();
  reset_threads();
  reset_network();
  init_context_types();
  init_callback_type();
  init_handle_types();
  init_event_loop_type();
  init_asyncio_errors();
  init_future_type();
  init_task_type();
  init_gather_types();
  init_waiting_types();
  init_lock_types();
  init_queue_types();
  init_timeout_type();
  init_task_group_type();
  init_runner_type();
  init_staggered_type();
  init_connection_types();
  init_loopback_type();
  init_server_type();
  init_stream_reader_type();
  init_stream_types();
  init_frame_summary();
  import_library = import_by_name;
  extract_stack = stack_of_program;
  reset_origins();
  origin_here = program_origin;
  origin_of = noted_origin;
  init_graph_types();
  running_frames = frames_that_run;
  key_of_object = access_key_of;
  write_stream = write_to;
  divert_output = divert;
  stdout_bytes = bytes_on_stdout;
  write_stderr = write_to_stderr_now;
  rt.hooks.current_line = line_that_runs;
  describe_library_object = describe_asyncio_object;
  rt.hooks.assigned_to = assigned_to;
}

}  // namespace ap
