#include "lesson/misconceptions.hpp"

#include <algorithm>

namespace ap::lesson {
namespace {

// Words without which a program runs the same under a belief: saves runs, decides nothing.
struct Needs {
  Belief belief;
  const char* words;  // any of these, separated by '|'
};
constexpr Needs kNeeds[] = {
    {Belief::calling_runs, "async def"},
    {Belief::every_await_overlaps, "await "},
    {Belief::every_await_switches, "await "},
    {Belief::create_task_starts_now, "create_task|ensure_future|gather|TaskGroup|as_completed"},
    {Belief::awaited_task_first, "create_task|ensure_future"},
    {Belief::cancel_is_immediate, ".cancel("},
    {Belief::cancelled_before_start_runs_finally, ".cancel(|TaskGroup|timeout|wait_for|create_task"},
    {Belief::except_exception_catches_cancelled, "except Exception"},
    {Belief::gather_failure_cancels, "gather"},
    {Belief::gather_completion_order, "gather"},
    {Belief::wait_timeout_cancels, ".wait("},
    {Belief::wait_for_exact, "wait_for"},
    {Belief::wait_for_does_not_cancel, "wait_for"},
    {Belief::timeout_interrupts_blocking, "timeout|wait_for"},
    {Belief::sleep_blocks_only_me, "time.sleep|requests|import time|from time"},
    {Belief::sleep_exact, "time|requests"},
    {Belief::as_completed_input_order, "as_completed"},
    {Belief::one_thread_no_races, "global "},
    {Belief::background_tasks_finish, "create_task|ensure_future|gather|wait"},
    {Belief::errors_surface_at_once, "create_task|ensure_future"},
    {Belief::many_threads, "time|requests"},
    {Belief::order_random, "create_task|gather|TaskGroup|as_completed|ensure_future"},
    {Belief::times_add_up, "sleep"},
    {Belief::wait_timeout_raises, ".wait("},
};

bool may_matter(Belief b, std::string_view source) {
  std::string_view words = kNeeds[static_cast<int>(b)].words;
  for (;;) {
    size_t bar = words.find('|');
    if (source.find(words.substr(0, bar)) != source.npos) return true;
    if (bar == words.npos) return false;
    words.remove_prefix(bar + 1);
  }
}

constexpr uint32_t kVariants = 8;  // of order_random

template <class Visit>
void each_belief(const Json& question, std::string_view source, Visit&& visit) {
  std::vector<std::string> only = texts(question, "beliefs");
  for (unsigned i = 0; i < kBeliefCount; ++i) {
    auto b = static_cast<Belief>(i);
    if (!only.empty() && std::find(only.begin(), only.end(), kBeliefNames[i]) == only.end()) continue;
    if (!may_matter(b, source)) continue;
    // Chance explains an order; of a number it would explain nearly everything.
    std::string kind = text(question, "kind");
    if (b == Belief::order_random && kind != "order" && kind != "predict_output") continue;
    uint32_t variants = b == Belief::order_random ? kVariants : 1;
    for (uint32_t v = 0; v < variants; ++v)
      if (visit(b, v)) break;
  }
}

// All programs that a question speaks of.
std::string sources(const Scenario& scenario, const Json& question) {
  World truth = world_of(question);
  std::string all = scenario.source(truth, text(question, "program"), nullptr);
  for (const Json& item : list(question, "items"))
    if (std::string p = text(item, "program"); !p.empty()) all += scenario.source(truth, p, nullptr);
  return all;
}

bool trustworthy(const Observation& run) { return !run.limited; }

}  // namespace

std::vector<Named> beliefs_behind(Scenario& scenario, const Json& question, const Json& key, const Json& answer) {
  std::vector<Named> found;
  std::string trouble = scenario.trouble;
  each_belief(question, sources(scenario, question), [&](Belief b, uint32_t variant) {
    World world = world_of(question, bit(b), variant);
    Json believed = key_of(scenario, question, world);
    if (believed.is_null() || believed == key || !trustworthy(scenario.run(world, text(question, "program")))) return false;
    if (!agree(scenario, question, world, believed, answer).whole) return false;
    found.push_back({std::string(kBeliefNames[static_cast<int>(b)]), world});
    return true;
  });
  scenario.trouble = trouble;  // a program may well break under a wrong belief
  return found;
}

std::vector<Named> beliefs_behind_program(Scenario& scenario, const Json& question, const std::string& program, const Checked& checked) {
  std::vector<Named> found;
  std::string trouble = scenario.trouble;
  each_belief(question, program, [&](Belief b, uint32_t variant) {
    if (b == Belief::order_random) return true;
    World world = world_of(question, bit(b), variant);
    world.learner = &program;
    if (!trustworthy(scenario.run(world))) return false;
    std::string id(kBeliefNames[static_cast<int>(b)]);
    bool behind = false;
    if (std::find(checked.beliefs.begin(), checked.beliefs.end(), id) != checked.beliefs.end()) {
      Reader reader(scenario, world);
      const Json& checks = list(question, "checks");
      for (size_t i = 0; i < checks.size() && i < checked.checks.size(); ++i)
        if (text(checks[i], "belief") == id && !flag(checked.checks[i], "passed"))
          if (const Json* check = member(checks[i], "check")) behind |= reader.holds(*check).holds;
    }
    if (behind || run_checks(scenario, question, world, false).passed) found.push_back({id, world});
    return false;
  });
  scenario.trouble = trouble;
  return found;
}

// --- where belief and truth part

namespace {

struct Told {
  uint64_t seq;
  double t;
  std::string sentence;
};

// Who holds the loop is told only where nothing else tells belief and truth apart: a belief may move the clock in its own way.
std::vector<Told> story(const Observation& run, bool holding) {
  std::vector<Told> told;
  for (const Line& l : run.lines) told.push_back({l.seq, l.t, "“" + l.text + "” is printed"});
  for (const Activity& a : run.activities) {
    if (a.label.empty()) continue;  // a belief's own
    if (a.start != kNever) told.push_back({a.start, a.start_t, a.label + " starts"});
    const char* how = a.ending == Ending::raised ? " fails" : a.ending == Ending::cancelled ? " is cancelled" : a.ending == Ending::left_behind ? " is cut off" : " is done";
    if (a.end != kNever) told.push_back({a.end, a.end_t, a.label + how});
  }
  for (const Happening& h : run.happenings) {
    if (holding && h.kind == Happening::Jump && h.detail != static_cast<uint8_t>(trace::ClockCause::idle)) told.push_back({h.seq, h.from, "something holds the loop until " + seconds(h.t)});
    if (h.kind == Happening::Problem && !h.word.starts_with("diagnosis:")) told.push_back({h.seq, h.t, "Python complains: " + h.text});
  }
  std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return a.seq < b.seq; });
  told.push_back({run.last_seq, run.total, "the run ends"});
  return told;
}

}  // namespace

Json tell(Scenario& scenario, const Json& question, const Named& named, const std::string* learner) {
  Json j;
  j["id"] = named.id;
  if (const Json* m = scenario.misconception(named.id))
    for (const char* field : {"name", "belief", "truth", "lesson"}) j[field] = text(*m, field);
  // The first of the question's programs whose runs differ.
  std::vector<std::string> programs{text(question, "program")};
  for (const Json& item : list(question, "items")) programs.push_back(text(item, "program"));
  for (const std::string& program : programs) {
    World truth = world_of(question);
    truth.learner = learner;
    std::vector<Told> happened, believed;
    size_t i = 0;
    for (bool holding : {false, true}) {
      happened = story(scenario.run(truth, program), holding);
      believed = story(scenario.run(named.world, program), holding);
      for (i = 0; i < happened.size() && i < believed.size() && happened[i].sentence == believed[i].sentence &&
                  std::fabs(happened[i].t - believed[i].t) < 1e-6; ++i) {}
      if (i < happened.size() && i < believed.size()) break;
    }
    if (i == happened.size() || i == believed.size()) continue;
    Json parts;
    if (!program.empty()) parts["program"] = program;
    parts["seq"] = happened[i].seq;
    parts["t"] = happened[i].t;
    parts["believed"] = "at " + seconds(believed[i].t) + " " + believed[i].sentence;
    parts["happened"] = "at " + seconds(happened[i].t) + " " + happened[i].sentence;
    j["parts"] = parts;
    break;
  }
  return j;
}

// --- telling beliefs apart

Json follow_up(Scenario& scenario, const Json& question, const std::vector<Named>& named) {
  auto differs = [&](const Json& q) {
    for (size_t i = 1; i < named.size(); ++i) {
      auto key_under = [&](const Named& n) { return key_of(scenario, q, world_of(q, n.world.beliefs, n.world.variant)); };
      Json first = key_under(named[0]), other = key_under(named[i]);
      if (first.is_null() || other.is_null()) continue;
      if (first.is_number() && other.is_number() ? std::fabs(first.get<double>() - other.get<double>()) > 2 * number(q, "tolerance", 0.05) : first != other) return true;
    }
    return false;
  };
  Json ids = Json::array();
  for (const Named& n : named) ids.push_back(n.id);
  std::string trouble = scenario.trouble;
  auto give = [&](Json q) {
    q["beliefs"] = ids;
    scenario.trouble = trouble;
    return q;
  };
  for (const Json& other : list(scenario.json(), "questions")) {
    std::string kind = text(other, "kind");
    if (text(other, "id") != text(question, "id") && kind != "fix" && kind != "write" && differs(other)) return give(other);
  }
  // None of the scenario's own: when is a line printed?
  Json q;
  q["id"] = text(question, "id") + "-apart";
  q["kind"] = "number";
  q["prompt"] = "";
  for (const char* same : {"program", "set"})
    if (const Json* m = member(question, same)) q[same] = *m;
  q["unit"] = "s";
  const Observation& truth = scenario.run(world_of(question), text(question, "program"));
  for (const Line& l : truth.lines) {
    size_t same = 0;
    for (const Line& other : truth.lines) same += other.text == l.text;
    if (same != 1 || l.text.empty()) continue;
    std::string pattern;
    for (char c : l.text) pattern += c == '*' ? "\\*" : std::string(1, c);
    q["prompt"] = "To see which of them you have in mind: when is `" + l.text + "` printed?";
    q["key"] = {{"from", "time_of"}, {"of", {{"prints", pattern}}}};
    if (differs(q)) return give(q);
  }
  q.erase("unit");
  q["kind"] = "predict_output";
  q["prompt"] = "To see which of them you have in mind: what is printed?";
  q.erase("key");
  if (differs(q)) return give(q);
  scenario.trouble = trouble;
  return Json();
}

}  // namespace ap::lesson
