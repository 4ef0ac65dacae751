#include "asyncio/threads.hpp"

#include "asyncio/format_helpers.hpp"
#include "object/dict.hpp"
#include "object/function.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
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
size_t line_bytes(size_t n) { return sizeof(Line) + n; }
void release_line(Line* line) { heap.release_raw(line, line_bytes(line->size)); }

// A function that runs as a thread, and the one that has started it.
struct Running {
  Running* outer;
  EventLoop* loop;
  double start;
  Value thread;
  Line *first, *last;
};
Running* running = nullptr;
uint32_t thread_count = 0;
Line* late = nullptr;   // output that is due later, in order of time
double last_end = 0;    // of threads that the program's end waits for

Var name_of(Value thread) {
  if (is_kind(thread, Kind::Str)) return thread;
  Var name = getattr(thread, "name");
  if (!name) clear_error();
  return name;
}

Var thread_name() {
  if (!running) return make_str("MainThread");
  Var name = name_of(running->thread);
  return name ? std::move(name) : Var(make_str("MainThread"));
}

void write_now(int stream, std::string_view text) {
  if (!keep_thread_output(stream, text) && write_stream) write_stream(stream, text);
}

void print_due(double now) {
  while (late && late->when <= now) {
    Line* line = late;
    late = line->next;
    write_now(line->stream, {line->text, line->size});
    release_line(line);
  }
}

// Keeps the thread's output until the program's clock gets there.
void hold_back(Running& r) {
  for (Line* line = std::exchange(r.first, nullptr); line;) {
    Line* next = line->next;
    if (line->when <= r.start) {
      write_now(line->stream, {line->text, line->size});
      release_line(line);
    } else {
      Line** at = &late;
      while (*at && (*at)->when <= line->when) at = &(*at)->next;
      line->next = *at;
      *at = line;
    }
    line = next;
  }
}

void tell_started(uint32_t id, Value thread, Value function, Tuple* args, Future* future) {
  if (!trace::wants(trace::Category::threads)) return;
  std::string title, what;
  if (Var name = name_of(thread)) title = safe_str(name);
  // to_thread runs context.run(function, *args).
  if (is_internal_callback(function)) args = function.as<InternalCallback>()->b.as<Tuple>();
  bool by_context = is_internal_callback(function) ||
                    (is_kind(function, Kind::BoundMethod) && type_of(function.as<BoundMethod>()->self) == context_types.context);
  what = safe_callable_name(by_context && args->size ? (*args)[0] : function);
  trace::emit(trace::ThreadStarted{.thread = id, .name = title, .function = what, .task = running_task,
                                   .future = future ? future->id : 0, .line = line_now()});
}
void tell_finished(uint32_t id, const ThreadOutcome& outcome) {
  if (!trace::wants(trace::Category::threads)) return;
  if (outcome.end > outcome.start)
    trace::emit(trace::ThreadBlocked{.thread = id, .function = "time.sleep", .until = outcome.end});
  std::string type = outcome.error ? to_utf8(type_of(outcome.error)->name) : std::string();
  trace::emit(trace::ThreadFinished{.thread = id, .exception = type});
}

}  // namespace

Var current_thread() { return running ? Var(running->thread) : Var(None); }
void note_thread_end(double end) { last_end = end > last_end ? end : last_end; }
void join_threads() {
  if (last_end > main_clock.now()) main_clock.block_until(last_end, "thread");
}

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
      write_now(line->stream, text);
    } else if (ok) {
      Ref<Str> shown = make_str(text);
      ok = shown && call_at(loop, Value::from_float(line->when), write_later, Value::from_int(line->stream), shown, trace::TimerKind::internal);
    }
    Line* next = line->next;
    release_line(line);
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

// --- the loop's own pool, whose size is ignored: a job takes the worker idle longest, or a new one

struct Worker {
  double free_at = 0;
};
struct Workers {
  Worker* items = nullptr;
  uint32_t count = 0, capacity = 0;
};

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

bool run_apart(Value function, Value thread, ThreadOutcome* outcome) {
  uint32_t id = ++thread_count;
  tell_started(id, thread, function, rt.empty_tuple, nullptr);
  Running r{nullptr, running_loop, 0, thread, nullptr, nullptr};
  if (!run_on_own_clock(r, function, rt.empty_tuple, nullptr, outcome)) return false;
  hold_back(r);
  tell_finished(id, *outcome);
  return true;
}

Var run_for(EventLoop* loop, Value thread, Value function, Tuple* args, double* end) {
  Ref<Future> future = new_future(loop, trace::FutureKind::executor);
  uint32_t id = ++thread_count;
  tell_started(id, thread, function, args, future.get());
  Running r{nullptr, loop, 0, thread, nullptr, nullptr};
  ThreadOutcome outcome;
  if (!run_on_own_clock(r, function, args, nullptr, &outcome)) return Var();
  *end = outcome.end;
  if (!release_output(r, loop)) return Var();
  Ref<Tuple> pair = tuple_of(outcome.result ? outcome.result.get() : None, outcome.error ? outcome.error.get() : None);
  if (!call_at(loop, Value::from_float(outcome.end), complete, future, pair, trace::TimerKind::thread)) return Var();
  tell_finished(id, outcome);
  return future;
}

Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n) {
  Ref<Tuple> arguments = n ? make_tuple(args, n) : Ref<Tuple>(rt.empty_tuple);
  if (!arguments) return Var();
  if (!executor.is_none()) {
    // An executor of concurrent.futures picks the thread.
    Value all[] = {loop, function, arguments};
    return call_method(executor, "_run_for_loop", Args{all, 3, nullptr});
  }
  if (default_workers_loop != loop) {
    default_workers = new (heap.allocate_raw(sizeof(Workers))) Workers();
    default_workers_loop = loop;
  }
  Workers* workers = default_workers;
  uint32_t worker = take_worker(workers);
  Ref<Str> name = format_str("asyncio_%d", static_cast<int>(worker));
  double end;
  Var future = run_for(loop, name, function, arguments.get(), &end);
  if (future) workers->items[worker].free_at = end;
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
  late = nullptr;
  last_end = 0;
  on_clock_moved = print_due;
  default_workers = nullptr;
  default_workers_loop = nullptr;
  current_thread_name = thread_name;
}

}  // namespace ap
