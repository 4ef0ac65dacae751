// _threads: what threading and concurrent.futures, which are written in Python, need of the simulated threads.
#include "asyncio/format_helpers.hpp"
#include "asyncio/threads.hpp"
#include "bindings/modules.hpp"
#include "object/float.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

Var now(Call&) { return Value::from_float(current_clock->now()); }

// Holds the caller until then.
Var wait_until(Call& c) {
  double when;
  if (!to_double(c[0], &when)) return Var();
  if (when > current_clock->now()) {
    std::string what = c[1] && is_kind(c[1], Kind::Str) ? to_utf8(c[1].as<Str>()) : std::string("thread");
    current_clock->block_until(when, what.c_str());
  }
  return None;
}

// run(thread, function, daemon=False): (result, exception, start, end); what it prints later than now is held back.
Var run_thread(Call& c) {
  ThreadOutcome outcome;
  Tri daemon = truth(c.get(2, False));
  if (daemon == Tri::Error || !run_apart(c[1], c[0], &outcome)) return Var();
  if (daemon == Tri::False) note_thread_end(outcome.end);
  Var start = Value::from_float(outcome.start), end = Value::from_float(outcome.end);
  return tuple_of(outcome.result ? outcome.result.get() : None, outcome.error ? outcome.error.get() : None, start.get(), end.get());
}

// run_for_loop(loop, thread, function, args): (future, end)
Var run_for_loop(Call& c) {
  if (!is_event_loop(c[0])) return type_error("an event loop was expected");
  double end;
  Var future = run_for(c[0].as<EventLoop>(), c[1], c[2], c[3].as<Tuple>(), &end);
  if (!future) return Var();
  Var time = Value::from_float(end);
  return tuple_of(future.get(), time.get());
}

Var current(Call&) { return current_thread(); }

const MethodDef functions[] = {
    {"now", "", now},
    {"wait_until", "when, what=None, /", wait_until},
    {"run", "thread, function, daemon=False, /", run_thread},
    {"run_for_loop", "loop, thread, function, args, /", run_for_loop},
    {"current", "", current},
};

}  // namespace

bool fill_thread_support(Module* m) {
  module_functions(m, functions);
  return true;
}

}  // namespace ap
