// _threads: what threading, queue and concurrent.futures, which are written in Python, need of the simulated threads.
#include <cmath>

#include "asyncio/threads.hpp"
#include "bindings/modules.hpp"
#include "coro/fiber.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

Var now(Call&) { return Value::from_float(current_clock->now()); }

const char* interned_name(Value v) {
  for (const char* known : {"Thread.join", "Lock.acquire", "RLock.acquire", "Event.wait", "Condition.wait", "Semaphore.acquire", "Barrier.wait",
                            "Queue.get", "Queue.put", "Queue.join", "Future.result", "concurrent.futures.wait", "ThreadPoolExecutor.shutdown"})
    if (is_kind(v, Kind::Str) && to_utf8(v.as<Str>()) == known) return known;
  return "thread";
}

// park(seconds, what): holds the running thread until it is woken (True) or the time is over (False); None: for ever.
Var park(Call& c) {
  double until = HUGE_VAL;
  if (!c[0].is_none()) {
    if (!to_double(c[0], &until)) return Var();
    until = current_clock->now() + (until > 0 ? until : 0);
  }
  switch (block_thread(until, interned_name(c.get(1, None)), park, ParkedGives::Woken)) {
    case Waited::Woken: return True;
    case Waited::TimedOut: return False;
    default: return Var();
  }
}

// settle(): a thread that went on ahead of the clock waits for it.
Var settle(Call&) {
  double when;
  if (!is_ahead(&when)) return None;
  return block_thread(when, "time.sleep", settle, ParkedGives::None) <= Waited::TimedOut ? Var(None) : Var();
}

Var wake(Call& c) {
  if (!c[0].is_small_int()) return type_error("a thread's number was expected");
  wake_thread(static_cast<uint32_t>(c[0].as_int()));
  return None;
}

// start(thread, function, daemon): runs it until it blocks.
Var start(Call& c) {
  Tri daemon = truth(c[2]);
  if (daemon == Tri::Error || !start_thread(c[0], c[1], daemon == Tri::True)) return Var();
  return None;
}

Var run_for_loop(Call& c) {
  if (!is_event_loop(c[0]) || !is_kind(c[3], Kind::Tuple)) return type_error("an event loop and arguments were expected");
  return run_for(c[0].as<EventLoop>(), c[1], c[2], c[3].as<Tuple>(), nullptr, nullptr, c[4] && is_future_kind(c[4]) ? c[4].as<Future>() : nullptr);
}

// unwrap(function, args, keywords): the same call without bound methods and __call__.
Var unwrap(Call& c) {
  Var function = c[0], args = c[1], keywords = c[2], context;
  if (!is_kind(args, Kind::Tuple) || !(keywords.is_none() || is_kind(keywords, Kind::Dict))) return type_error("arguments were expected");
  if (is_kind(function, Kind::NativeFunction)) return tuple_of(function.get(), args.get(), keywords.get());
  if (!unwrap_call(&function, &args, &keywords, &context)) return Var();
  if (context) return tuple_of(c[0], c[1], c[2]);
  return tuple_of(function.get(), args.get(), keywords.get());
}

Var current(Call&) { return current_thread(); }
Var me(Call&) { return Value::from_int(running_thread()); }

const MethodDef functions[] = {
    {"now", "", now},
    {"park", "seconds, what=None, /", park},
    {"settle", "", settle},
    {"wake", "thread, /", wake},
    {"start", "thread, function, daemon, /", start},
    {"run_for_loop", "loop, thread, function, args, future=None, /", run_for_loop},
    {"unwrap", "function, args, keywords, /", unwrap},
    {"current", "", current},
    {"me", "", me},
};

}  // namespace

bool fill_thread_support(Module* m) {
  module_functions(m, functions);
  return true;
}

}  // namespace ap
