// inspect: the whole state of a program at one of its events, had by running it again up to there. The run is given up
// there and its memory dropped, so that looking changes nothing.
//
// Options: those of all runs, and one of
//     "seq": int       right after the event with this number (of a run with the same "categories" and "lines")
//     "t": seconds     after the last event up to this moment; the run's end where it is shorter
// and "reprs": false   no __repr__ of the program is run; its objects show their fields instead
//
// Answer: {"seq", "t", "event": the event itself,
//   "current": the task that runs, or 0, "thread"?: the simulated thread,
//   "tasks": [{"id", "name", "state": created|ready|running|waiting|returned|raised|cancelled,
//      "waits_for"?: {"kind": task|timer|lock|gather|future, "future", "text", "until"?, "lock"?, "side"?, "children"?},
//      "awaited_by"?: [task], "cancel_requests"?, "result"?, "exception"?,
//      "stack": [{"function", "file", "line", "source", "locals": [{"name", "type", "repr"}], "library"?, "not_started"?}],
//      "context"?: [{"name", "type", "repr"}]}],                     stacks: outermost first
//   "frames": [...]  what runs outside any task, "globals": [{"name", "type", "repr"}],
//   "loops": [{"id", "running", "iteration", "ready": [{"handle", "task"?, "name"?, "callback"?}],
//      "timers": [{"handle", "deadline", "callback", "future"?, "task"?, "name"?}]}],
//   "locks": [{"id", "kind", "name"?, "locked"|"set"|"value"|"size" ..., "waiters": [{"future", "side", "task"?, "name"?}]}]}
#include <cmath>

#include "api/snapshot.hpp"
#include "api/verbs.hpp"
#include "asyncio/clock.hpp"
#include "trace/counting.hpp"
#include "trace/ndjson.hpp"

namespace ap {
namespace {

// Reads nothing of the run until it is asked for the last event.
struct LastEvent final : trace::Sink {
  bool asked = false;
  std::string lines;
  void on_chunk(trace::Chunk chunk) override {
    if (!asked) return;
    trace::NdjsonSink text([](void* user, const char* data, size_t size) { static_cast<std::string*>(user)->append(data, size); }, &lines);
    text.on_chunk(chunk);
    text.flush();
  }
  Json event() {
    asked = true;
    trace::Recorder::live()->flush();
    while (!lines.empty() && lines.back() == '\n') lines.pop_back();
    return Json::parse(std::string_view(lines).substr(lines.rfind('\n') + 1), nullptr, false);
  }
};

struct Look {
  SnapshotOptions options;
  LastEvent last;
  double until = NAN;
  uint64_t seq = 0;
  bool found = false;
  Json answer;
};

void look_at(void* user) {
  auto* look = static_cast<Look*>(user);
  look->found = true;
  look->answer["seq"] = look->seq;
  look->answer["t"] = main_clock.now();
  look->answer["event"] = look->last.event();
  look->answer.update(snapshot(look->options));
  abandon_run();
}

// Events this close before the wanted one are told whole: what one tells may have been prepared before the one ahead of it.
constexpr uint64_t kWhole = 64;

void near(void* user) {
  auto* look = static_cast<Look*>(user);
  trace::counting = false;
  stop_at_event(look->seq, look_at, look);
}

// At every event: is it the last one up to that moment?
void watch_clock(void* user) {
  auto* look = static_cast<Look*>(user);
  trace::Recorder* recorder = trace::Recorder::live();
  if (main_clock.now() > look->until) return abandon_run();
  look->seq = recorder->count() - 1;
  stop_at_event(recorder->count(), watch_clock, look);
}

}  // namespace

Json verb_inspect(std::string_view source, const Json& json) {
  RunOptions options;
  Look look;
  OptionReader read(json);
  read.run(options);
  bool by_seq = read.whole("seq", look.seq), by_time = read.number("t", look.until);
  read.flag("reprs", look.options.run_reprs);
  if (by_seq == by_time) read.refuse("inspect takes one of the options \"seq\" and \"t\"");
  if (std::string wrong = read.finish(); !wrong.empty()) return refusal(wrong);
  options.stop_user = &look;
  if (by_time) {
    options.stop_seq = 0;
    options.at_stop = watch_clock;
    trace::counting = true;
    run_program(source, options, {});
    trace::counting = false;
  }
  options.stop_seq = look.seq;
  options.at_stop = look_at;
  if (look.seq > kWhole) {
    trace::counting = true;
    options.stop_seq -= kWhole;
    options.at_stop = near;
  }
  options.sinks.push_back(&look.last);
  uint64_t events = run_program(source, options, {}).events;
  trace::counting = false;
  if (!look.found)
    return refusal("there is no event " + std::to_string(look.seq) + ": the run has " + std::to_string(events) + ", from 0 to " +
                   std::to_string(events - 1));
  return std::move(look.answer);
}

}  // namespace ap
