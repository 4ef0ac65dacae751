#include "asyncio/threads.hpp"

#include "asyncio/format_helpers.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

void (*write_stream)(int stream, std::string_view text) = nullptr;
void (*divert_output)(bool on) = nullptr;
const CoroutineDef to_thread_def = {"to_thread", "to_thread", "threads.py", 12, 25};

namespace {

// One piece of output of a thread.
struct Line {
  Line* next;
  double when;
  int stream;
  uint32_t size;
  char text[1];
};

// A function that runs as a thread, and the one that has started it.
struct Running {
  Running* outer;
  EventLoop* loop;
  double start;
  Str* name;
  Line *first, *last;
};
Running* running = nullptr;
uint32_t thread_count = 0;

size_t line_bytes(size_t n) { return sizeof(Line) + n; }

Var thread_name() { return running ? Var(running->name) : Var(make_str("MainThread")); }

}  // namespace

bool keep_thread_output(int stream, std::string_view text) {
  if (!running) return false;
  auto* line = static_cast<Line*>(heap.allocate_raw(line_bytes(text.size())));
  if (!line) return true;
  line->next = nullptr;
  line->when = current_clock->now();
  line->stream = stream;
  line->size = static_cast<uint32_t>(text.size());
  __builtin_memcpy(line->text, text.data(), text.size());
  (running->last ? running->last->next : running->first) = line;
  running->last = line;
  return true;
}

bool is_ahead_of(EventLoop* loop, double* when) {
  for (Running* r = running; r; r = r->outer)
    if (r->loop == loop && current_clock->now() > r->start) {
      *when = current_clock->now();
      return true;
    }
  return false;
}

namespace {

// What the loop prints when its clock gets there: a holds the stream, b the text.
const HandleDef write_later = {"write", nullptr, 0, [](Value stream, Value text) {
                                 if (write_stream) write_stream(static_cast<int>(stream.as_int()), to_utf8(text.as<Str>()));
                                 return true;
                               }};

// Hands the thread's output to the loop's clock.
bool release_output(Running& r, EventLoop* loop) {
  bool ok = true;
  for (Line* line = r.first; line;) {
    std::string_view text(line->text, line->size);
    if (line->when <= r.start) {
      if (!keep_thread_output(line->stream, text) && write_stream) write_stream(line->stream, text);
    } else if (ok) {
      Ref<Str> shown = make_str(text);
      ok = shown && call_at(loop, Value::from_float(line->when), write_later, Value::from_int(line->stream), shown, trace::TimerKind::internal);
    }
    Line* next = line->next;
    heap.release_raw(line, line_bytes(line->size));
    line = next;
  }
  r.first = r.last = nullptr;
  return ok;
}

bool run_on_own_clock(Running& r, Value function, Tuple* args, Dict* keywords, ThreadOutcome* outcome) {
  Clock own = *current_clock, *outer_clock = std::exchange(current_clock, &own);
  outcome->start = r.start = own.now();
  r.outer = running;
  running = &r;
  if (!r.outer && divert_output) divert_output(true);
  Task* task = std::exchange(current_task, nullptr);
  uint32_t task_id = std::exchange(running_task, 0);
  ThreadLoops loops = swap_thread_loops({nullptr, None});
  Context* context = swap_base_context(new_context().release());
  HandledException nothing;
  HandledException* handled = std::exchange(rt.handled, &nothing);
  outcome->result = call_star(function, args, keywords);
  if (!outcome->result && !error_is(rt.types.RunLimitReached)) outcome->error = take_error();
  rt.handled = handled;
  decref(swap_base_context(context));
  decref(swap_thread_loops(loops).set);
  current_task = task;
  running_task = task_id;
  running = r.outer;
  if (!running && divert_output) divert_output(false);
  outcome->end = own.now();
  current_clock = outer_clock;
  return outcome->result || outcome->error;
}

// --- workers of a pool, whose size is ignored: a job takes the one idle longest, or a new one

struct Worker {
  double free_at = 0;
};
}  // namespace

class Workers {
 public:
  static constexpr uint32_t kMost = 4096;
  explicit Workers(Str* p) : prefix(p) {}
  Str* prefix;
  Worker* items = nullptr;
  uint32_t count = 0, capacity = 0;
};

namespace {

uint32_t take_worker(Workers* w) {
  uint32_t best = ~0u;
  for (uint32_t i = 0; i < w->count; ++i)
    if (w->items[i].free_at <= current_clock->now() && (best == ~0u || w->items[i].free_at < w->items[best].free_at)) best = i;
  if (best != ~0u) return best;
  if (w->count == w->capacity) {
    uint32_t capacity = w->capacity ? w->capacity * 2 : 4;
    w->items = static_cast<Worker*>(heap.reallocate_raw(w->items, w->capacity * sizeof(Worker), capacity * sizeof(Worker)));
    w->capacity = capacity;
  }
  w->items[w->count] = Worker();
  return w->count++;
}

Workers* default_workers;
EventLoop* default_workers_loop;

// a: the future; b: (result or None, exception or None)
const HandleDef complete = {"run_in_executor.<locals>.complete", nullptr, 0, [](Value future, Value outcome) {
                              auto* f = future.as<Future>();
                              if (f->done()) return true;
                              Tuple* pair = outcome.as<Tuple>();
                              if (!(*pair)[1].is_none()) return set_exception(f, (*pair)[1]);
                              return set_result(f, (*pair)[0]);
                            }};

}  // namespace

Workers* new_workers(std::string_view prefix) {
  Ref<Str> name = make_str(prefix);
  return new (heap.allocate_raw(sizeof(Workers))) Workers(name.release());
}

Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n) {
  Workers* workers;
  if (!executor.is_none()) {
    // An executor of concurrent.futures runs it by itself and says when it ends.
    Ref<Str> name = intern("_run_for_loop");
    Var method = getattr_or_empty(executor, name.get());
    if (failed()) return Var();
    if (method) {
      Ref<Tuple> arguments = make_tuple(args, n);
      return arguments ? call(method, loop, function, arguments) : Var();
    }
  }
  if (default_workers_loop != loop) {
    default_workers = new_workers("asyncio");
    default_workers_loop = loop;
  }
  workers = default_workers;
  Ref<Future> future = new_future(loop, trace::FutureKind::executor);
  uint32_t worker = take_worker(workers);
  Ref<Str> name = format_str("%U_%d", workers->prefix, static_cast<int>(worker));
  Ref<Tuple> arguments = make_tuple(args, n);
  uint32_t id = ++thread_count;
  if (trace::wants(trace::Category::threads)) {
    std::string title = to_utf8(name.get()), what;
    if (Ref<Str> text = format_callback_source(function, nullptr, false)) what = to_utf8(text.get());
    else clear_error();
    trace::emit(trace::ThreadStarted{.thread = id, .name = title, .function = what, .task = running_task, .future = future->id, .line = line_now()});
  }
  Running r{nullptr, loop, 0, name.get(), nullptr, nullptr};
  ThreadOutcome outcome;
  if (!run_on_own_clock(r, function, arguments.get(), nullptr, &outcome)) return Var();
  workers->items[worker].free_at = outcome.end;
  if (!release_output(r, loop)) return Var();
  Ref<Tuple> pair = tuple_of(outcome.result ? outcome.result.get() : None, outcome.error ? outcome.error.get() : None);
  if (!call_at(loop, Value::from_float(outcome.end), complete, future, pair, trace::TimerKind::thread)) return Var();
  if (trace::wants(trace::Category::threads)) {
    if (outcome.end > outcome.start) trace::emit(trace::ThreadBlocked{.thread = id, .function = "time.sleep", .until = outcome.end});
    std::string type = outcome.error ? to_utf8(type_of(outcome.error)->name) : std::string();
    trace::emit(trace::ThreadFinished{.thread = id, .exception = type});
  }
  return future;
}

namespace {

const CallbackDef call_with_keywords = {"partial", nullptr, 0, [](InternalCallback* self, Value) {
                                          return call_star(self->a, self->b.as<Tuple>(), self->c.as<Dict>());
                                        }};

}  // namespace

Co to_thread(Var function, Var args, Var keywords) {
  EventLoop* loop = get_running_loop();
  if (!loop) co_return Var();
  Ref<Context> context = copy_current_context();
  // functools.partial(context.run, function, *args, **keywords)
  Var run = getattr(context, "run");
  if (!run) co_return Var();
  uint32_t n = args.as<Tuple>()->size;
  Ref<Tuple> all = new_tuple(n + 1);
  if (!all) co_return Var();
  all->items()[0] = Var(function).release();
  for (uint32_t i = 0; i < n; ++i) all->items()[i + 1] = Var((*args.as<Tuple>())[i]).release();
  if (is_kind(keywords, Kind::Dict) && keywords.as<Dict>()->used) {
    Ref<InternalCallback> bound = new_callback(call_with_keywords, run, all);
    bound->c = Var(keywords).release();
    co_return co_await awaiting(run_in_executor(loop, None, bound, nullptr, 0));
  }
  co_return co_await awaiting(run_in_executor(loop, None, run, all->items(), n + 1));
}

void reset_threads() {
  running = nullptr;
  thread_count = 0;
  default_workers = nullptr;
  default_workers_loop = nullptr;
  current_thread_name = thread_name;
}

}  // namespace ap
