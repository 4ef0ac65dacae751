// explore: the verb.
//   options: those of all runs, and "runs": at most so many; without "jitter": ties ("blind": every order, without pruning)
//     {"guaranteed", "count", "at_least": bool, "runs", "ties", "sentence",
//      "outputs": [{"stdout", "stderr", "exit", "virtual_seconds", "own": bool, "runs",
//                   "departures": [{"t", "first": {"task_name", "line", "kind"}, "before": {...}}]}]}
//   "jitter": percent, "runs" (100): each delay takes up to so much more or less, another draw each run
//     {"jitter", "runs", "guaranteed", "count", "sentence", "virtual_seconds": {"least", "median", "most"},
//      "outputs": [{..., "own", "runs", "departure": {"line", "t", "task_name", "text", "instead"}}]}
#include "api/explore.hpp"

#include <algorithm>
#include <cstdio>

#include "api/verbs.hpp"
#include "asyncio/clock.hpp"
#include "asyncio/decisions.hpp"
#include "asyncio/events.hpp"
#include "asyncio/futures.hpp"
#include "base/mersenne.hpp"

namespace ap {
namespace {

struct Captured {
  std::string out, err;
  static void write(void* user, Stream stream, std::string_view text) {
    auto* c = static_cast<Captured*>(user);
    (stream == Stream::Out ? c->out : c->err) += text;
  }
};

// Ties as a plan says, and told to the run.
class PlannedTies final : public Decisions {
 public:
  PlannedTies(const trace::TiePlan& plan, trace::TieRun* run) : plan_(plan), run_(run) {}

  void order_tie(std::span<TimerHandle*> timers) override {
    std::vector<trace::HandleId> ids;
    std::vector<uint32_t> order;
    // What arrives at one end of a connection.
    std::vector<uint32_t> streams(timers.size());
    for (size_t i = 0; i < timers.size(); ++i) {
      ids.push_back(timers[i]->id);
      Value to = timers[i]->def ? timers[i]->a : Value();
      if (!to.is_object() || is_future_kind(to)) continue;
      for (size_t k = 0; k <= i && !streams[i]; ++k)
        if (timers[k]->def && timers[k]->a == to) streams[i] = static_cast<uint32_t>(k + 1);
    }
    const std::vector<uint32_t>* planned = next_ < plan_.size() ? &plan_[next_] : nullptr;
    ++next_;
    if (planned && planned->size() == timers.size()) {
      order = *planned;
      std::vector<TimerHandle*> were(timers.begin(), timers.end());
      for (size_t i = 0; i < order.size(); ++i) timers[i] = were[order[i]];
    } else {
      for (uint32_t i = 0; i < timers.size(); ++i) order.push_back(i);
    }
    if (run_) run_->tie(std::move(ids), std::move(streams), std::move(order), current_clock->now());
  }
  double stretch(double seconds) override { return seconds; }

 private:
  const trace::TiePlan& plan_;
  trace::TieRun* run_;
  size_t next_ = 0;
};

class Jitter final : public Decisions {
 public:
  Jitter(double part, uint32_t seed) : part_(part) { random_.seed(&seed, 1); }
  void order_tie(std::span<TimerHandle*>) override {}
  double stretch(double seconds) override { return seconds * (1 + part_ * (2 * random_.random() - 1)); }

 private:
  double part_;
  Mersenne random_;
};

struct Search {
  std::string_view source;
  const RunOptions& options;
  uint64_t steps_left;
};

trace::Outcome run_once(void* user, const trace::TiePlan& plan, trace::TieRun& run) {
  auto* search = static_cast<Search*>(user);
  trace::AccessLog& accesses = run.accesses();
  PlannedTies ties(plan, &run);
  RunOptions options = search->options;
  options.sinks = {&run};
  options.accesses = &accesses;
  options.diagnose = false;
  options.limits.steps = std::min(options.limits.steps, search->steps_left);
  options.decisions = &ties;
  Captured c;
  RunResult r = run_program(search->source, options, {.write = Captured::write, .user = &c});
  search->steps_left -= std::min(search->steps_left, r.steps);
  return {std::move(c.out), std::move(c.err), r.exit, r.virtual_seconds, search->steps_left == 0};
}

std::string moment(double t) {
  trace::Scratch say;
  return std::string(say.moment(t));
}

std::string timer_text(const trace::TieTimer& t) {
  std::string who = t.name.empty() ? "the program" : t.name;
  const char* what = t.kind == trace::TimerKind::sleep     ? "'s sleep"
                     : t.kind == trace::TimerKind::timeout ? "'s time limit"
                     : t.kind == trace::TimerKind::network ? "'s answer from the network"
                     : t.kind == trace::TimerKind::thread  ? "'s thread"
                                                           : "'s timer";
  return who + what + (t.line ? " (line " + std::to_string(t.line) + ")" : std::string());
}

Json to_json(const trace::TieTimer& t) {
  Json r;
  if (t.task) r["task"] = t.task;
  r["task_name"] = t.name;
  if (t.line) r["line"] = t.line;
  r["kind"] = trace::name(t.kind);
  return r;
}

Json explore_jitter(std::string_view source, const RunOptions& options, double percent, uint64_t runs);

}  // namespace

void explore_ties(std::string_view source, const RunOptions& options, const ExploreLimits& limits, trace::TieExplorer& explorer) {
  Search search{source, options, limits.steps};
  explorer.explore(run_once, &search, limits.runs, limits.pruned);
}

RunResult run_by_plan(std::string_view source, const RunOptions& options, const trace::TiePlan& plan, OutputSink sink) {
  PlannedTies ties(plan, nullptr);
  RunOptions with = options;
  with.decisions = &ties;
  return run_program(source, with, sink);
}

std::string answer_in_words(const trace::TieExplorer& e) {
  size_t ties = e.own_ties.size();
  if (e.outputs.size() == 1 && e.complete) {
    if (!ties)
      return "Guaranteed. No two timers of this program are ever due at the same instant, so time and the ready queue (first in, first "
             "out) decide everything: it prints the same on every CPython, as long as its delays are exact.";
    return "Guaranteed. " + (ties == 1 ? std::string("Once") : std::to_string(ties) + " times") +
           " several timers are due at the same instant, but whichever comes first, the program prints the same.";
  }
  std::string count = std::to_string(e.outputs.size());
  if (e.outputs.size() == 1 && e.runs == 1)
    return "Not known: this program takes so many steps that no other order was tried.";
  if (e.outputs.size() == 1)
    return "No other output was found in " + std::to_string(e.runs) + " runs, but that was not all of them: there are too many orders of "
           "timers that are due at the same instant to try each.";
  std::string text = "Not guaranteed: ";
  text += e.complete ? count + " different outputs are possible" : "at least " + count + " different outputs are possible (" +
                                                                       std::to_string(e.runs) + " runs were tried, not all orders)";
  for (const trace::ExploredOutput& o : e.outputs)
    if (!o.departures.empty()) {
      const trace::Departure& d = o.departures.front();
      text += ". At " + moment(d.t) + " s " + timer_text(d.before) + " and " + timer_text(d.first) +
              " are due at the very same instant. CPython takes them in the order in which they were registered, but nothing in "
              "asyncio promises that: only the ready queue is first in, first out";
      break;
    }
  return text + ".";
}

Json verb_explore(std::string_view source, const Json& json) {
  RunOptions options;
  OptionReader read(json);
  read.run(options);
  uint64_t runs = 0;
  double jitter = -1;
  read.whole("runs", runs, 1, 100'000);
  bool blind = false;
  read.flag("blind", blind);
  bool jittered = read.number("jitter", jitter, 0);
  if (jittered && jitter >= 100) read.refuse("the option \"jitter\" is a number of percent below 100");
  if (std::string wrong = read.finish(); !wrong.empty()) return refusal(wrong);
  if (jittered) return explore_jitter(source, options, jitter, runs ? runs : 100);
  ExploreLimits limits;
  if (runs) limits.runs = runs;
  limits.pruned = !blind;
  trace::TieExplorer e;
  explore_ties(source, options, limits, e);
  Json r;
  r["guaranteed"] = e.outputs.size() == 1 && e.complete;
  r["count"] = e.outputs.size();
  r["at_least"] = !e.complete;
  r["runs"] = e.runs;
  r["ties"] = e.own_ties.size();
  r["sentence"] = answer_in_words(e);
  Json outputs = Json::array();
  for (const trace::ExploredOutput& o : e.outputs) {
    Json j;
    j["stdout"] = o.outcome.out;
    j["stderr"] = o.outcome.err;
    j["exit"] = o.outcome.exit;
    j["virtual_seconds"] = o.outcome.virtual_seconds;
    j["own"] = outputs.empty();
    j["runs"] = o.runs;
    Json departures = Json::array();
    for (const trace::Departure& d : o.departures) {
      Json one;
      one["t"] = d.t;
      one["first"] = to_json(d.first);
      one["before"] = to_json(d.before);
      one["text"] = "at " + moment(d.t) + " s " + timer_text(d.first) + " first, before " + timer_text(d.before);
      departures.push_back(std::move(one));
    }
    j["departures"] = std::move(departures);
    outputs.push_back(std::move(j));
  }
  r["outputs"] = std::move(outputs);
  return r;
}

// --- jitter ----------------------------------------------------------------------------------------------------------

namespace {

// What was printed, piece by piece, and by whom.
class PrintedSink final : public trace::EventVisitor, public trace::Sink {
 public:
  struct Piece {
    double t;
    trace::Line line;
    std::string task, text;
  };
  std::vector<Piece> pieces;
  void on_chunk(trace::Chunk chunk) override { trace::visit(chunk, *this); }
  void on_task_created(const trace::At&, const trace::TaskCreated& e) override { names_[e.task] = std::string(e.name); }
  void on_task_renamed(const trace::At&, const trace::TaskRenamed& e) override { names_[e.task] = std::string(e.name); }
  void on_output(const trace::At& at, const trace::Output& e) override {
    pieces.push_back({at.t, e.line, e.task ? names_[e.task] : std::string(), std::string(e.text)});
  }

 private:
  std::unordered_map<trace::TaskId, std::string> names_;
};

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

Json explore_jitter(std::string_view source, const RunOptions& options, double percent, uint64_t runs) {
  struct Kind {
    Captured printed;
    int exit;
    double seconds;
    uint64_t runs;
    Json departure;
  };
  std::vector<Kind> kinds;
  std::vector<double> totals;
  std::vector<PrintedSink::Piece> own;
  for (uint64_t i = 0; i <= runs; ++i) {
    Jitter jitter(percent / 100, static_cast<uint32_t>(options.seed * 1000003 + i));
    PrintedSink sink;
    Captured c;
    RunOptions with = options;
    with.sinks = {&sink};
    if (i) with.decisions = &jitter;  // the first one is as it is
    RunResult r = run_program(source, with, {.write = Captured::write, .user = &c});
    if (i) totals.push_back(r.virtual_seconds);
    auto same = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) {
      return k.printed.out == c.out && k.printed.err == c.err && k.exit == r.exit;
    });
    if (same != kinds.end()) {
      if (i) ++same->runs;
      continue;
    }
    Json departure;
    if (!i) {
      own = sink.pieces;
    } else {
      size_t at = 0;
      while (at < own.size() && at < sink.pieces.size() && own[at].text == sink.pieces[at].text) ++at;
      if (at < sink.pieces.size()) {
        const auto& p = sink.pieces[at];
        departure["t"] = p.t;
        if (p.line) departure["line"] = p.line;
        departure["task_name"] = p.task;
        departure["text"] = first_line(p.text);
      }
      if (at < own.size()) departure["instead"] = first_line(own[at].text);
    }
    kinds.push_back({std::move(c), r.exit, r.virtual_seconds, i ? 1ull : 0ull, std::move(departure)});
  }
  std::stable_sort(kinds.begin() + 1, kinds.end(), [](const Kind& a, const Kind& b) { return a.runs > b.runs; });
  std::sort(totals.begin(), totals.end());
  Json r;
  r["jitter"] = percent;
  r["runs"] = runs;
  r["guaranteed"] = kinds.size() == 1;
  r["count"] = kinds.size();
  char shown[32];
  std::snprintf(shown, sizeof shown, "%g", percent);
  std::string sentence;
  if (kinds.size() == 1) {
    sentence = "In " + std::to_string(runs) + " runs with delays up to " + shown + " % longer or shorter the program printed the same each time.";
  } else {
    sentence = "With delays up to " + std::string(shown) + " % longer or shorter, " + std::to_string(kinds.front().runs) + " of " +
               std::to_string(runs) + " runs printed what exact delays give; " + std::to_string(kinds.size() - 1) +
               (kinds.size() == 2 ? " other output" : " other outputs") + " came up.";
  }
  r["sentence"] = sentence;
  r["virtual_seconds"] = {{"exact", kinds.front().seconds}, {"least", totals.front()}, {"median", totals[totals.size() / 2]}, {"most", totals.back()}};
  Json outputs = Json::array();
  for (Kind& k : kinds) {
    Json j;
    j["stdout"] = k.printed.out;
    j["stderr"] = k.printed.err;
    j["exit"] = k.exit;
    j["own"] = outputs.empty();
    j["runs"] = k.runs;
    if (!k.departure.is_null()) j["departure"] = std::move(k.departure);
    outputs.push_back(std::move(j));
  }
  r["outputs"] = std::move(outputs);
  return r;
}

}  // namespace
}  // namespace ap
