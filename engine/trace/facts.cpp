#include "trace/facts.hpp"

#include <algorithm>

#include "base/double_text.hpp"

namespace ap::trace {

std::string seconds_text(double seconds) {
  char text[40];
  return {text, static_cast<std::size_t>(write_double(seconds, text) - text)};
}

std::string list_text(const std::vector<std::uint32_t>& ids) {
  std::string text;
  for (std::uint32_t id : ids) text += " " + std::to_string(id);
  return text;
}

namespace {

bool is_about(const std::string& line, std::string_view word, std::uint32_t& id) {
  if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return false;
  id = static_cast<std::uint32_t>(std::strtoul(line.c_str() + word.size() + 1, nullptr, 10));
  return true;
}

std::string task_line(const TaskState& t) {
  // A future of another make has no id; nor has the wait for it.
  std::string line = "task " + std::to_string(t.id) + " ";
  line += name(t.phase);
  line += " on=" + std::to_string(t.phase == TaskPhase::waiting ? t.waits_for : 0);
  line += " cancels=" + std::to_string(t.cancel_requests);
  return line + " context=" + std::to_string(t.context);
}

// Is that variable one whose value may have changed by itself?
bool may_have_changed(const Facts& subjects, TaskId task, const std::string& name) {
  std::uint32_t id;
  for (auto& line : subjects)
    if (is_about(line, "variables", id) && id == task) return line.find(" " + name + "=...") != line.npos;
  return false;
}

void about_task(Facts& facts, const TaskState& t, const RunState& state, const Facts& subjects) {
  facts.push_back(task_line(t));
  if (!t.awaits.empty()) {
    std::string line = "awaits " + std::to_string(t.id) + ":";
    const char* between = " ";
    for (auto& a : t.awaits) {
      line += between + (a.label.empty() ? a.future ? "future " + std::to_string(a.future) : std::string("?") : a.label);
      between = " > ";
    }
    facts.push_back(line);
  }
  if (auto* c = state.context(t.context); c && !c->variables.empty()) {
    std::string line = "variables " + std::to_string(t.id) + ":";
    for (auto& v : c->variables) line += " " + v.name + "=" + (may_have_changed(subjects, t.id, v.name) ? "..." : v.value);
    facts.push_back(line);
  }
}

// "ready 1: 5 8" of each loop that has some, by the loop's id.
void about_loops(Facts& facts, std::string_view word, std::vector<std::pair<LoopId, std::string>> items) {
  std::stable_sort(items.begin(), items.end(), [](auto& a, auto& b) { return a.first < b.first; });
  LoopId loop = 0;
  for (auto& [id, text] : items) {
    if (id != loop) facts.push_back(std::string(word) + " " + std::to_string(loop = id) + ":");
    facts.back() += " " + text;
  }
}

std::string sync_line(const SyncState& s, const RunState& state) {
  static constexpr std::string_view kinds[] = {"lock", "event", "condition", "semaphore", "barrier", "queue"};
  std::string line = "sync " + std::to_string(s.id) + " ";
  line += kinds[static_cast<int>(s.kind)];
  line += " value=" + std::to_string(s.kind == SyncKind::condition ? 0 : s.value) + " waiters:";
  for (int side = 0; side < 4; ++side)
    for (FutureId f : s.waiters) {
      auto* future = state.future(f);
      if (future && static_cast<int>(future->side) == side) line += " " + std::to_string(f);
    }
  return line;
}

std::string_view outcome_word(FutureOutcome o) {
  return o == FutureOutcome::result ? "result" : o == FutureOutcome::exception ? "exception" : "cancelled";
}

}  // namespace

Facts told_facts(const RunState& state, double now, const Facts& subjects) {
  Facts facts;
  facts.push_back("t " + seconds_text(now));
  bool thread = subjects.size() > 1 && subjects[1] == "current -";
  facts.push_back("current " + (thread ? std::string("-") : std::to_string(state.current())));
  for (TaskId id : state.task_order) {
    auto* t = state.task(id);
    if (t->phase != TaskPhase::done && !t->destroyed) about_task(facts, *t, state, subjects);
  }
  std::vector<std::pair<LoopId, std::string>> items;
  for (HandleId id : state.ready)
    if (auto* h = state.handle(id)) items.emplace_back(h->loop, std::to_string(id));
  about_loops(facts, "ready", std::move(items));
  items.clear();
  for (HandleId id : state.timers_in_order())
    if (auto* h = state.handle(id)) items.emplace_back(h->loop, std::to_string(id) + "@" + seconds_text(h->deadline));
  about_loops(facts, "timers", std::move(items));
  for (auto& line : subjects) {
    std::uint32_t id;
    if (is_about(line, "done", id)) {
      auto* t = state.task(id);
      static constexpr std::string_view words[] = {"returned", "raised", "cancelled"};
      facts.push_back("done " + std::to_string(id) + " " +
                      std::string(t && t->phase == TaskPhase::done ? words[static_cast<int>(t->outcome)] : "not told"));
    } else if (is_about(line, "future", id)) {
      auto* f = state.future(id);
      facts.push_back("future " + std::to_string(id) + " " + std::string(!f ? "not told" : f->done ? outcome_word(f->outcome) : "pending"));
    } else if (is_about(line, "awaited-by", id)) {
      std::vector<TaskId> who;
      for (auto& edge : state.awaiters)
        if (edge.future == id) who.push_back(edge.task);
      facts.push_back("awaited-by " + std::to_string(id) + ":" + list_text(who));
    } else if (is_about(line, "sync", id)) {
      auto* s = state.sync(id);
      facts.push_back(s ? sync_line(*s, state) : "sync " + std::to_string(id) + " not told");
    } else if (is_about(line, "members", id)) {
      auto* s = state.scopes.find(id);
      facts.push_back("members " + std::to_string(id) + ":" + (s ? list_text(s->tasks) : ""));
    }
  }
  return facts;
}

}  // namespace ap::trace
