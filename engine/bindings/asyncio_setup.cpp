// Brings asyncio up for a run and joins it to the interpreter: imports, stacks, output of threads.
#include "asyncio/access_keys.hpp"
#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/graph.hpp"
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
#include "object/tuple.hpp"
#include "coro/link_frame.hpp"
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

// A line of the program, also while a module of the library that is written in Python runs for it.
int line_that_runs() {
  if (rt.finalizing) return 0;
  Frame* f = vm.current;
  while (f && f->back && f->code->filename->length && f->code->filename->at(0) == '<') f = f->back;
  return f ? f->line() : 0;
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

Var summary_of(Frame* f) {
  auto* s = allocate<FrameSummary>(frame_summary_type, 0);
  Var result = Var::steal(s);
  s->filename = Var(f->code->filename).release();
  s->name = Var(f->code->qualname).release();
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

Var stack_of_program(const LibraryPlace* last) {
  Ref<List> list = new_list();
  for (Frame* f = vm.current; f; f = caller_of(f))
    if (!list_append(list.get(), summary_of(f))) return Var();
  for (uint32_t i = 0, n = list->size; i < n / 2; ++i) std::swap(list->items[i], list->items[n - 1 - i]);
  if (last && !list_append(list.get(), library_summary(last))) return Var();
  return list;
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
  init_graph_types();
  running_frames = frames_that_run;
  key_of_object = access_key_of;
  write_stream = write_to;
  divert_output = divert;
  stdout_bytes = bytes_on_stdout;
  write_stderr = write_to_stderr_now;
  rt.hooks.current_line = line_that_runs;
}

}  // namespace ap
