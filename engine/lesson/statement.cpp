#include "lesson/statement.hpp"

#include <algorithm>

namespace ap::lesson {
namespace {

constexpr double kClose = 1e-6;

bool between(double t, const Json& p) {
  const Json* range = member(p, "between");
  if (!range || !range->is_array() || range->size() != 2 || !(*range)[0].is_number() || !(*range)[1].is_number()) return true;
  return t >= (*range)[0].get<double>() - kClose && t <= (*range)[1].get<double>() + kClose;
}

bool in_range(double value, const Json* range) {
  if (!range) return value >= 1;
  if (range->is_number()) return std::fabs(value - range->get<double>()) <= kClose;
  double least = number(*range, "at_least", -INFINITY), most = number(*range, "at_most", INFINITY);
  return value >= least - kClose && value <= most + kClose;
}

std::string in_words(const Json* range, bool is_seconds) {
  auto say = [&](double n) { return is_seconds ? seconds(n) : plain(n); };
  if (!range) return "at least 1";
  if (range->is_number()) return say(range->get<double>());
  double least = number(*range, "at_least", -INFINITY), most = number(*range, "at_most", INFINITY);
  if (std::isinf(most)) return "at least " + say(least);
  if (std::isinf(least)) return "at most " + say(most);
  return say(least) + " to " + say(most);
}

bool word_char(char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

// Is `what` called in the program? ".cancel": of anything.
bool is_called(std::string_view code, std::string_view what) {
  for (size_t at = 0; (at = code.find(what, at)) != code.npos; at += what.size()) {
    size_t end = code.find_first_not_of(" \t", at + what.size());
    if (end == code.npos || code[end] != '(') continue;
    if (what[0] != '.' && at && (word_char(code[at - 1]) || code[at - 1] == '.')) continue;
    if (what[0] != '.' && at >= 4 && code.substr(at - 4, 4) == "def ") continue;
    return true;
  }
  return false;
}

bool has_words(std::string_view code, std::string words) {
  std::replace(words.begin(), words.end(), '_', ' ');
  for (size_t at = 0; (at = code.find(words, at)) != code.npos; ++at) {
    size_t end = at + words.size();
    if ((at == 0 || !word_char(code[at - 1])) && (end == code.size() || !word_char(code[end]))) return true;
  }
  return false;
}

bool is_problem(const Happening& h, std::string_view kind) {
  if (kind == "blocking") return h.kind == Happening::Jump && h.detail != static_cast<uint8_t>(trace::ClockCause::idle);
  if (h.kind != Happening::Problem) return false;
  return kind == "any" ? !h.word.starts_with("diagnosis:") : h.word == kind;
}

}  // namespace

std::vector<const Activity*> Reader::chosen(std::string_view who) const {
  std::vector<const Activity*> all;
  for (const Activity& a : run_.activities)
    if (a.called(who)) all.push_back(&a);
  return all;
}

Finding Reader::unknown(const Json& what, std::string_view kind) {
  if (scenario_.trouble.empty()) scenario_.trouble = "there is no " + std::string(kind) + " like " + shown(what) + "; scenarios/README.md lists them";
  return {};
}

// --- events and moments

std::vector<Moment> Reader::all(const Json& event) {
  std::vector<Moment> found;
  if (const Json* prints = member(event, "prints"); prints && prints->is_string()) {
    std::string by = text(event, "by");
    auto who = chosen(by);
    for (const Line& l : run_.lines) {
      if (!matches(prints->get<std::string>(), l.text)) continue;
      bool right = by.empty() || std::any_of(who.begin(), who.end(), [&](const Activity* a) { return a->task == l.task && a->in_flight(l.seq); });
      if (right) found.push_back({l.seq, l.t, l.task});
    }
    return found;
  }
  if (std::string who = text(event, "who"), does = text(event, "does"); !who.empty() && !does.empty()) {
    for (const Activity* a : chosen(who)) {
      auto at = [&](uint64_t seq, double t, bool holds = true) {
        if (holds && seq != kNever) found.push_back({seq, t, a->task});
      };
      if (does == "is_created") at(a->created, run_.time_at(a->created));
      else if (does == "starts") at(a->start, a->start_t);
      else if (does == "ends") at(a->end, a->end_t);
      else if (does == "returns") at(a->end, a->end_t, a->ending == Ending::returned);
      else if (does == "raises") at(a->end, a->end_t, a->ending == Ending::raised);
      else if (does == "is_cancelled") at(a->end, a->end_t, a->ending == Ending::cancelled);
      else if (does == "waits" || does == "resumes" || does == "is_asked_to_cancel") {
        for (const Happening& h : run_.happenings) {
          if (h.task != a->task) continue;
          bool right = does == "waits"     ? h.kind == Happening::StepEnd && h.detail != static_cast<uint8_t>(trace::StepEnd::finished) && a->in_flight(h.seq)
                       : does == "resumes" ? h.kind == Happening::StepStart && h.detail != static_cast<uint8_t>(trace::StepStart::first) && a->in_flight(h.seq)
                                           : h.kind == Happening::CancelAsked;
          at(h.seq, h.t, right);
        }
      } else {
        unknown(event, "event");
      }
    }
    std::sort(found.begin(), found.end(), [](const Moment& a, const Moment& b) { return a.seq < b.seq; });
    return found;
  }
  if (std::string kind = text(event, "problem"); !kind.empty()) {
    for (const Happening& h : run_.happenings)
      if (is_problem(h, kind)) found.push_back({h.seq, h.t, h.task});
    return found;
  }
  if (std::string line = text(event, "source"); !line.empty()) {
    int n = line_of(scenario_.source(world_, program_, set_), line);
    for (const Happening& h : run_.happenings)
      if (h.kind == Happening::SourceLine && n && static_cast<int>(h.line) == n) found.push_back({h.seq, h.t, h.task});
    return found;
  }
  unknown(event, "event");
  return found;
}

Moment Reader::one(const Json& event) {
  auto n = static_cast<size_t>(number(event, "nth", 1));
  std::vector<Moment> found = all(event);
  return n >= 1 && n <= found.size() ? found[n - 1] : Moment{kNever, NAN};
}

// An event and when it happened, in the learner's own names: “🍽️ served” at 2.0 s.
std::string Reader::told(const Json& event) {
  Moment m = one(event);
  std::string what, who = text(event, "who");
  if (const Json* prints = member(event, "prints"); prints && prints->is_string()) {
    std::string pattern = prints->get<std::string>();
    while (!pattern.empty() && (pattern.back() == '*' || pattern.back() == ' ')) pattern.pop_back();
    what = "“" + pattern + " …”";
    for (const Line& l : run_.lines)
      if (l.seq == m.seq && matches(prints->get<std::string>(), l.text)) what = "“" + l.text + "”";
  } else if (!who.empty()) {
    what = who;
    for (const Activity* a : chosen(who))
      if (m.seq != kNever && (a->task == m.task && (a->start == m.seq || a->end == m.seq || a->is_task))) what = a->label;
    std::string does = text(event, "does");
    std::replace(does.begin(), does.end(), '_', ' ');
    what += " " + does;
  } else {
    what = text(event, "source", text(event, "problem"));
  }
  if (m.seq != kNever) return what + " at " + seconds(m.t);
  double nth = number(event, "nth", 1);
  return what + (nth > 1 ? " fewer than " + plain(nth) + " times" : " never");
}

uint64_t Reader::seq_of(const Json& moment) {
  if (const Json* t = member(moment, "time"); t && t->is_number()) return run_.seq_of_time(t->get<double>());
  if (const Json* n = member(moment, "step"); n && n->is_number()) return run_.seq_of_step(static_cast<size_t>(n->get<double>()));
  if (flag(moment, "end")) return run_.last_seq;
  return one(moment).seq;
}

// --- predicates

void Reader::measure(Finding& f, double value, const Json* range, bool is_seconds, bool counted) {
  f.holds = in_range(value, range);
  f.actual = is_seconds ? seconds(value) : plain(value);
  f.wanted = in_words(range, is_seconds);
}

void Reader::concerns(Finding& f, const std::vector<const Activity*>& who, std::string_view pattern) {
  std::vector<std::string> starts, ends;
  for (const Activity* a : who) {
    if (std::find(f.names.begin(), f.names.end(), a->label) == f.names.end()) f.names.push_back(a->label);
    if (a->start != kNever) starts.push_back(seconds(a->start_t));
    if (a->end != kNever) ends.push_back(seconds(a->end_t));
    if (f.seq == kNever) f.seq = a->end != kNever ? a->end : a->start;
  }
  if (who.empty()) f.names.emplace_back(pattern);
  f.starts = listed(starts);
  f.ends = listed(ends);
}

double Reader::concurrency(std::string_view who, uint64_t* seq) const {
  std::vector<std::pair<uint64_t, int>> changes;
  for (const Activity* a : chosen(who))
    if (a->start != kNever) {
      changes.emplace_back(a->start, 1);
      changes.emplace_back(a->end, -1);
    }
  std::sort(changes.begin(), changes.end());
  int now = 0, most = 0;
  for (auto& [at, change] : changes)
    if ((now += change) > most) {
      most = now;
      if (seq) *seq = at;
    }
  return most;
}

Finding Reader::all_or_any(const Json& parts, bool all) {
  Finding f;
  f.holds = all;
  for (const Json& part : parts) {
    Finding one = holds(part);
    if (all && one.holds) continue;
    if (!all && one.holds) return one;
    // Of an `any` that fails, the first part is what is mostly meant.
    if (!all) {
      if (&part == &parts.front()) f = std::move(one);
      continue;
    }
    // What is said of an `all` is said of those of its parts that fail.
    if (f.holds) {
      f = one;
    } else {
      if (one.actual != f.actual || one.wanted != f.wanted) continue;  // another story
      for (std::string& n : one.names)
        if (std::find(f.names.begin(), f.names.end(), n) == f.names.end()) f.names.push_back(n);
    }
    f.holds = false;
  }
  return f;
}

Finding Reader::holds(const Json& p) {
  Finding f;
  if (const Json* parts = member(p, "all")) return all_or_any(*parts, true);
  if (const Json* parts = member(p, "any")) return all_or_any(*parts, false);
  if (const Json* inner = member(p, "not")) {
    f = holds(*inner);
    f.holds = !f.holds;
    return f;
  }
  if (const Json* inner = member(p, "holds")) {
    std::string program = text(p, "in");
    World world = world_;
    if (!program.empty()) world.learner = nullptr;
    Reader other(scenario_, world, program.empty() ? program_ : program, member(p, "set") ? member(p, "set") : set_);
    return other.holds(*inner);
  }
  if (const Json* range = member(p, "total")) {
    measure(f, run_.total, range, true);
    f.seq = run_.last_seq;
    return f;
  }
  if (std::string who = text(p, "ended"); !who.empty()) {
    std::string as = text(p, "as", "returned");
    std::vector<const Activity*> concerned;
    double n = 0;
    auto ones = chosen(who);
    for (const Activity* a : ones) {
      bool so = a->ended_as(as);
      n += so;
      if (!so) concerned.push_back(a);
    }
    measure(f, n, member(p, "times"), false);
    concerns(f, concerned.empty() ? ones : concerned, who);
    return f;
  }
  if (std::string who = text(p, "lasted"); !who.empty()) {
    std::vector<const Activity*> concerned;
    f.holds = true;
    size_t n = 0;
    for (const Activity* a : chosen(who)) {
      if (a->start == kNever) continue;
      ++n;
      Finding one;
      measure(one, a->end_t - a->start_t, member(p, "is"), true);
      if (one.holds) continue;
      if (f.holds) f.actual = one.actual, f.wanted = one.wanted;
      f.holds = false;
      concerned.push_back(a);
    }
    if (!n) {
      f.holds = false;
      f.actual = seconds(0);
      f.wanted = in_words(member(p, "is"), true);
    }
    concerns(f, concerned, who);
    return f;
  }
  if (const Json* who = member(p, "overlapped")) {
    std::vector<std::vector<const Activity*>> sides;
    for (const Json& one : *who) {
      sides.push_back(one.is_string() ? chosen(one.get<std::string>()) : std::vector<const Activity*>{});
      concerns(f, sides.back(), one.is_string() ? one.get<std::string>() : "");
    }
    std::vector<const Activity*> used;
    auto overlap = [&](auto& self, size_t i, double from, double to) -> bool {
      if (!(from < to)) return false;
      if (i == sides.size()) return true;
      for (const Activity* a : sides[i]) {
        if (a->start == kNever || std::find(used.begin(), used.end(), a) != used.end()) continue;
        used.push_back(a);
        bool found = self(self, i + 1, std::max(from, a->start_t), std::min(to, a->end_t));
        used.pop_back();
        if (found) return true;
      }
      return false;
    };
    f.holds = overlap(overlap, 0, -INFINITY, INFINITY);
    return f;
  }
  if (std::string who = text(p, "concurrency"); !who.empty()) {
    measure(f, concurrency(who, &f.seq), member(p, "is"), false);
    concerns(f, chosen(who), who);
    return f;
  }
  if (std::string who = text(p, "state"); !who.empty()) {
    const Json* at = member(p, "at");
    uint64_t seq = at ? seq_of(*at) : run_.last_seq;
    std::vector<std::string> wanted = texts(p, "is");
    f.wanted = listed(wanted);
    f.seq = seq;
    std::vector<const Activity*> tasks, concerned;
    for (const Activity* a : chosen(who))
      if (a->is_task) tasks.push_back(a);
    for (const Activity* a : tasks) {
      std::string state(name(run_.state_at(a->task, seq)));
      if (std::find(wanted.begin(), wanted.end(), state) != wanted.end()) continue;
      if (concerned.empty()) f.actual = state;
      concerned.push_back(a);
    }
    f.holds = seq != kNever && !tasks.empty() && concerned.empty();
    concerns(f, concerned.empty() ? tasks : concerned, who);
    return f;
  }
  if (const Json* event = member(p, "occurs")) {
    std::vector<Moment> found = all(*event);
    double n = 0;
    for (const Moment& m : found)
      if (between(m.t, p)) {
        ++n;
        f.seq = m.seq;
      }
    measure(f, n, member(p, "times"), false);
    std::string who = text(*event, "who");
    if (!who.empty()) concerns(f, chosen(who), who);
    return f;
  }
  if (const Json* event = member(p, "time_of")) {
    Moment m = one(*event);
    if (m.seq == kNever) {
      f.actual = "never";
      f.wanted = in_words(member(p, "is"), true);
    } else {
      measure(f, m.t, member(p, "is"), true);
    }
    f.seq = m.seq;
    std::string who = text(*event, "who");
    if (!who.empty()) concerns(f, chosen(who), who);
    return f;
  }
  if (const Json* ends = member(p, "gap"); ends && ends->is_array() && ends->size() == 2) {
    Moment from = one((*ends)[0]), to = one((*ends)[1]);
    f.wanted = in_words(member(p, "is"), true);
    f.actual = "never";
    if (from.seq != kNever && to.seq != kNever) measure(f, to.t - from.t, member(p, "is"), true);
    f.seq = to.seq;
    return f;
  }
  if (const Json* events = member(p, "order"); events && events->is_array()) {
    uint64_t before = 0;
    bool first = true;
    f.holds = true;
    for (const Json& event : *events) {
      Moment m{kNever, NAN};
      if (member(event, "nth")) {
        m = one(event);
      } else {
        for (const Moment& each : all(event))
          if (first || each.seq > before) {
            m = each;
            break;
          }
      }
      if (m.seq == kNever || (!first && m.seq <= before)) {
        f.holds = false;
        f.seq = before;
        std::vector<std::pair<uint64_t, std::string>> happened;
        for (const Json& each : *events) happened.emplace_back(one(each).seq, told(each));
        std::stable_sort(happened.begin(), happened.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::string> sentences;
        for (auto& [seq, sentence] : happened) sentences.push_back(std::move(sentence));
        f.actual = listed(sentences);
        return f;
      }
      before = m.seq;
      first = false;
    }
    return f;
  }
  if (const Json* patterns = member(p, "output"); patterns && patterns->is_array()) {
    f.actual = std::to_string(run_.lines.size()) + " lines";
    f.wanted = std::to_string(patterns->size()) + " lines";
    std::vector<std::string> left;
    for (const Line& l : run_.lines) left.push_back(l.text);
    f.holds = left.size() == patterns->size();
    for (size_t i = 0; i < patterns->size(); ++i) {
      const Json& pattern = (*patterns)[i];
      if (!pattern.is_string()) return unknown(p, "predicate");
      std::string wanted = pattern.get<std::string>();
      if (!flag(p, "any_order")) {
        if (i < left.size() && matches(wanted, left[i])) continue;
        f.holds = false;
        f.actual = i < left.size() ? left[i] : "nothing more";
        f.wanted = wanted;
        f.line = std::to_string(i + 1);
        if (i < run_.lines.size()) f.seq = run_.lines[i].seq;
        return f;
      }
      auto at = std::find_if(left.begin(), left.end(), [&](const std::string& line) { return matches(wanted, line); });
      if (at == left.end()) {
        f.holds = false;
        f.wanted = wanted;
      } else {
        left.erase(at);
      }
    }
    return f;
  }
  if (member(p, "value")) {
    bool ok = false;
    f.actual = value(p, &ok);
    f.wanted = text(p, "equals");
    f.holds = ok && f.actual == f.wanted;
    return f;
  }
  if (std::string kind = text(p, "problem"); !kind.empty()) {
    double n = 0;
    for (const Happening& h : run_.happenings) {
      if (!is_problem(h, kind)) continue;
      ++n;
      if (f.seq == kNever) f.seq = h.seq;
      if (f.problem.empty()) f.problem = h.text;
      if (f.line.empty() && h.line) f.line = "line " + std::to_string(h.line);
      if (!h.subject.empty() && std::find(f.names.begin(), f.names.end(), h.subject) == f.names.end()) f.names.push_back(h.subject);
    }
    std::string problem = std::move(f.problem);
    measure(f, n, member(p, "times"), false);
    f.problem = std::move(problem);
    return f;
  }
  if (const Json* range = member(p, "blocked")) {
    measure(f, run_.blocked(), range, true);
    for (const Happening& h : run_.happenings)
      if (is_problem(h, "blocking")) {
        f.seq = h.seq;
        if (h.line) f.line = "line " + std::to_string(h.line);
        for (const Activity& a : run_.activities)
          if (a.is_task && a.task == h.task && f.names.empty()) f.names.push_back(a.label);
      }
    return f;
  }
  if (std::string what = text(p, "calls"); !what.empty()) {
    std::string code = code_only(scenario_.source(world_, program_, set_));
    f.holds = is_called(code, what);
    // `from asyncio import gather` gives it a shorter name.
    if (!f.holds && what.starts_with("asyncio.") && code.find("from asyncio import") != code.npos) f.holds = is_called(code, what.substr(8));
    return f;
  }
  if (std::string what = text(p, "syntax"); !what.empty()) {
    f.holds = has_words(code_only(scenario_.source(world_, program_, set_)), what);
    return f;
  }
  if (const Json* range = member(p, "possible_outputs")) return possible_outputs(range);
  return unknown(p, "predicate");
}

// --- values and keys

std::string Reader::value(const Json& about, bool* ok) {
  const Json* at = member(about, "at");
  uint64_t seq = at && !flag(*at, "end") ? seq_of(*at) : kNever;
  std::string expression = text(about, "value", text(about, "expression"));
  *ok = false;
  if (at && !flag(*at, "end") && seq == kNever) return "";
  Answer a = scenario_.value(world_, program_, set_, expression, seq);
  *ok = a.valued;
  return a.value;
}

Json Reader::key(const Json& key) {
  std::string from = text(key, "from");
  const Json* of = member(key, "of");
  const Json nothing;
  auto time_of = [&](const Json& event) {
    Moment m = one(event);
    return m.seq == kNever ? Json() : Json(m.t);
  };
  if (from == "virtual_seconds") return run_.total;
  if (from == "time_of" && of) return time_of(*of);
  if (from == "gap" && of && of->is_array() && of->size() == 2) {
    Json a = time_of((*of)[0]), b = time_of((*of)[1]);
    return a.is_null() || b.is_null() ? Json() : Json(b.get<double>() - a.get<double>());
  }
  if (from == "count" && of) {
    int n = 0;
    for (const Moment& m : all(*of)) n += between(m.t, key);
    return n;
  }
  if (from == "concurrency") return concurrency(text(key, "who"), nullptr);
  if (from == "blocked") return run_.blocked();
  if (from == "output") {
    std::string all = run_.output();
    if (!all.empty()) all.pop_back();
    return all;
  }
  if (from == "output_lines") {
    Json lines = Json::array();
    for (const Line& l : output_lines(key)) lines.push_back(l.text);
    return lines;
  }
  if (from == "task_order") {
    std::string does = text(key, "does", "starts");
    std::vector<std::string> wanted = texts(key, "tasks");
    std::vector<std::pair<uint64_t, std::string>> tasks;
    for (const Activity& a : run_.activities) {
      if (!a.is_task || a.called("main")) continue;
      bool in = wanted.empty();
      for (const std::string& w : wanted) in |= a.called(w);
      uint64_t at = does == "is_created" ? a.created : does == "starts" ? a.start : a.end;
      if (in && at != kNever) tasks.emplace_back(at, a.names[0]);
    }
    std::sort(tasks.begin(), tasks.end());
    Json names = Json::array();
    for (auto& [at, who] : tasks) names.push_back(who);
    return names;
  }
  if (from == "task_state") {
    const Json* at = member(key, "at");
    uint64_t seq = at ? seq_of(*at) : run_.last_seq;
    for (const Activity* a : chosen(text(key, "who")))
      if (a->is_task && seq != kNever) return std::string(name(run_.state_at(a->task, seq)));
    return nothing;
  }
  if (from == "timeline") {
    Json bars = Json::array();
    for (const std::string& who : texts(key, "who")) {
      auto ones = chosen(who);
      if (ones.empty()) continue;
      const Activity& a = *ones[0];
      Json bar;
      bar["task"] = who;
      bar["start"] = a.start == kNever ? Json() : Json(a.start_t);
      bar["end"] = a.end == kNever ? Json() : Json(a.end_t);
      bar["outcome"] = name(a.ending);
      bars.push_back(bar);
    }
    return bars;
  }
  if (from == "value") {
    bool ok = false;
    std::string v = value(key, &ok);
    return ok ? Json(v) : nothing;
  }
  unknown(key, "key");
  return nothing;
}

std::vector<Line> Reader::output_lines(const Json& key) const {
  std::vector<std::string> like = texts(key, "like");
  std::string by = text(key, "by");
  auto who = chosen(by);
  std::vector<Line> found;
  for (const Line& l : run_.lines) {
    bool right = like.empty();
    for (const std::string& pattern : like) right |= matches(pattern, l.text);
    if (right && !by.empty()) right = std::any_of(who.begin(), who.end(), [&](const Activity* a) { return a->task == l.task && a->in_flight(l.seq); });
    if (right) found.push_back(l);
  }
  return found;
}

}  // namespace ap::lesson
