#include "lesson/question.hpp"

#include <algorithm>

namespace ap::lesson {
namespace {

std::string tidy(std::string_view text) {
  std::string out;
  for (size_t at = 0; at <= text.size();) {
    size_t end = text.find('\n', at);
    std::string_view line = text.substr(at, end == text.npos ? end : end - at);
    size_t last = line.find_last_not_of(" \t\r");
    out += line.substr(0, last == line.npos ? 0 : last + 1);
    out += '\n';
    if (end == text.npos) break;
    at = end + 1;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  if (text.empty()) return lines;
  for (size_t at = 0; at <= text.size();) {
    size_t end = text.find('\n', at);
    lines.emplace_back(text.substr(at, end == text.npos ? end : end - at));
    if (end == text.npos) break;
    at = end + 1;
  }
  return lines;
}

// As Python shows a value, whatever the spaces and the kind of quotes.
std::string bare(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c == '"' ? '\'' : c;
  return out;
}

std::vector<std::string> strings(const Json& list) {
  std::vector<std::string> all;
  if (list.is_array())
    for (const Json& item : list) all.push_back(item.is_string() ? item.get<std::string>() : item.dump());
  if (list.is_string()) all.push_back(list.get<std::string>());
  return all;
}

// Length of the longest list that both contain in order.
size_t in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<size_t> row(b.size() + 1);
  for (const std::string& x : a) {
    size_t diagonal = 0;
    for (size_t j = 0; j < b.size(); ++j) {
      size_t up = row[j + 1];
      row[j + 1] = x == b[j] ? diagonal + 1 : std::max(up, row[j]);
      diagonal = up;
    }
  }
  return row.back();
}

// The entries of a list or tuple as bare() gives it; none: it is neither.
std::vector<std::string> entries(std::string_view text) {
  std::vector<std::string> all;
  if (text.size() < 2 || (text.front() != '[' && text.front() != '(') || text.back() != (text.front() == '[' ? ']' : ')')) return all;
  int depth = 0;
  char quote = 0;
  size_t from = 1;
  for (size_t i = 1; i < text.size(); ++i) {
    char c = text[i];
    if (quote) {
      if (c == '\\') ++i;
      else if (c == quote) quote = 0;
    } else if (c == '\'') {
      quote = c;
    } else if (c == '[' || c == '(' || c == '{') {
      ++depth;
    } else if ((c == ',' && !depth) || i + 1 == text.size()) {
      if (i > from) all.emplace_back(text.substr(from, i - from));
      from = i + 1;
    } else if (c == ']' || c == ')' || c == '}') {
      --depth;
    }
  }
  return all;
}

// How a value that is not right compares with the right one, without saying that.
std::string about_value(const std::string& said, const std::string& right) {
  std::vector<std::string> a = entries(said), b = entries(right);
  if (a.empty() || b.empty() || said.front() != right.front()) return "";
  if (a.size() != b.size()) return a.size() < b.size() ? " There are more entries than that." : " There are fewer entries than that.";
  std::vector<std::string> sorted_a = a, sorted_b = b;
  std::sort(sorted_a.begin(), sorted_a.end());
  std::sort(sorted_b.begin(), sorted_b.end());
  if (sorted_a == sorted_b) return " These are the right entries, in the wrong order.";
  size_t agreed = 0, first = a.size();
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) ++agreed;
    else first = std::min(first, i);
  }
  return " Entry " + std::to_string(first + 1) + " is another one" + (agreed ? "; " + std::to_string(agreed) + " of " + std::to_string(a.size()) + " are right." : ".");
}

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

double tolerance_of(const Json& question) { return number(question, "tolerance", 0.05); }

bool close(const Json* a, const Json& b, double tolerance) {
  if (!a || a->is_null() || b.is_null()) return (!a || a->is_null()) && b.is_null();
  return a->is_number() && b.is_number() && std::fabs(a->get<double>() - b.get<double>()) <= tolerance;
}

// What goes on at a wrong time, without giving the right one away.
std::string about_time(const Json& question, const Observation& run, double said, double right, uint64_t* seq) {
  std::string at = seconds(said), from = text(*member(question, "key"), "from");
  bool whole_run = from == "virtual_seconds";
  *seq = run.seq_of_time(said < right ? said : right);
  if (said > right) return whole_run ? "At " + at + " the run is over already." : "At " + at + " it has happened already.";
  std::vector<std::string> to_come;
  std::string now;
  for (const Line& l : run.lines) {
    if (std::fabs(l.t - said) <= 1e-4) now = in_quotes(l.text);
    else if (l.t > said && to_come.size() < 2) to_come.push_back(in_quotes(l.text));
  }
  if (!now.empty() && !to_come.empty())
    return "At " + at + " " + now + " is printed, and " + listed(to_come) + (to_come.size() > 1 ? " are" : " is") + " still to come.";
  if (to_come.empty()) return "At " + at + (whole_run ? " the run is not over." : " it has not happened yet.");
  return "At " + at + (whole_run ? " the run is not over" : " it has not happened yet") + ": " + listed(to_come) + (to_come.size() > 1 ? " are" : " is") + " still to come.";
}

// What the right side of an item is computed from.
const Json* key_for(const Json& question, const Json& item) {
  const Json* own = member(item, "key");
  return own ? own : member(question, "key");
}

std::string program_of(const Json& question, const Json* item = nullptr) {
  std::string program = item ? text(*item, "program") : "";
  return program.empty() ? text(question, "program") : program;
}

}  // namespace

World world_of(const Json& question, Beliefs beliefs, uint32_t variant) {
  World w;
  w.beliefs = beliefs;
  w.variant = variant;
  w.set = member(question, "set");
  return w;
}

Json right_sides(Scenario& scenario, const Json& question, const World& world) {
  Json sides = Json::array();
  for (const Json& target : list(question, "targets")) sides.push_back({{"id", text(target, "id")}, {"value", text(target, "text")}});
  if (!sides.empty()) return sides;
  for (const Json& item : list(question, "items")) {
    const Json* key = key_for(question, item);
    if (!key) break;
    Json value = Reader(scenario, world, program_of(question, &item), member(item, "set")).key(*key);
    bool known = false;
    for (const Json& side : sides) known |= side["value"] == value;
    if (!known) sides.push_back({{"id", text(item, "id")}, {"value", value}});
  }
  const Json& extra = list(question, "extra");
  for (size_t i = 0; i < extra.size(); ++i) sides.push_back({{"id", "extra-" + std::to_string(i)}, {"value", extra[i]}});
  return sides;
}

Json key_of(Scenario& scenario, const Json& question, const World& world) {
  std::string kind = text(question, "kind"), program = text(question, "program");
  if (kind == "match") {
    // Sides are named by the items of the true run, whatever the belief.
    Json right = Json::object();
    bool in_words = !list(question, "targets").empty();
    Json sides = in_words ? Json() : right_sides(scenario, question, world_of(question));
    for (const Json& item : list(question, "items")) {
      const Json* key = in_words ? nullptr : key_for(question, item);
      Json ids = Json::array();
      Reader reader(scenario, world, program_of(question, &item), member(item, "set"));
      if (key) {
        Json value = reader.key(*key);
        for (const Json& side : sides)
          if (side["value"] == value) ids.push_back(side["id"]);
      } else {
        for (const Json& target : list(question, "targets"))
          if (const Json* when = member(target, "when"); when && reader.holds(*when).holds) ids.push_back(text(target, "id"));
      }
      right[text(item, "id")] = ids;
    }
    return right;
  }
  Reader reader(scenario, world, program);
  if (kind == "choice") {
    Json ids = Json::array();
    for (const Json& option : list(question, "options"))
      if (const Json* when = member(option, "when"); when && reader.holds(*when).holds) ids.push_back(text(option, "id"));
    return ids;
  }
  const Json* key = member(question, "key");
  if (kind == "predict_output") {
    std::string all;
    if (key && text(*key, "from") == "output_lines")
      for (const Line& l : reader.output_lines(*key)) all += l.text + "\n";
    else
      all = reader.run().output();
    return tidy(all);
  }
  if (!key) return Json();
  Json k = reader.key(*key);
  // A repr that is a number, where a number is asked for.
  if (kind == "number" && k.is_string()) {
    Json n = Json::parse(k.get<std::string>(), nullptr, false);
    k = n.is_number() ? n : Json();
  }
  return k;
}

std::string answer_fault(const Json& question, const Json& answer) {
  std::string kind = text(question, "kind"), got = ", not " + shown(answer);
  auto all_texts = [&](const Json& list) { return std::all_of(list.begin(), list.end(), [](const Json& i) { return i.is_string(); }); };
  auto known = [&](const Json& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const Json& one) { return text(one, "id") == id; });
  };
  if (kind == "number") return answer.is_number() && std::isfinite(answer.get<double>()) ? "" : "a number is wanted, such as 1.5" + got;
  if (kind == "order") return answer.is_array() && all_texts(answer) ? "" : "a list of texts is wanted, the lines in order" + got;
  if (kind == "predict_output" || kind == "value") return answer.is_string() ? "" : "a text is wanted" + got;
  if (kind == "fix" || kind == "write") return answer.is_string() ? "" : "the program's text is wanted" + got;
  if (kind == "choice") {
    bool several = flag(question, "multiple");
    if (several ? !answer.is_array() || !all_texts(answer) : !answer.is_string())
      return (several ? "a list of ids of options is wanted" : "the id of an option is wanted") + got;
    for (const std::string& id : strings(answer))
      if (!known(list(question, "options"), id)) return "there is no option \"" + id + "\"";
    return "";
  }
  if (kind == "match") {
    if (!answer.is_object()) return "an object is wanted, {\"item\": \"its right side\"}" + got;
    for (const auto& pair : answer.items()) {
      if (!known(list(question, "items"), pair.key())) return "there is no item \"" + pair.key() + "\"";
      if (!pair.value().is_string()) return "." + pair.key() + ": the id of a right side is wanted, not " + shown(pair.value());
    }
    return "";
  }
  if (kind == "predict_timeline") {
    if (!answer.is_array()) return "a list of bars is wanted, [{\"task\": …, \"start\": …, \"end\": …}]" + got;
    for (size_t i = 0; i < answer.size(); ++i) {
      const Json& bar = answer[i];
      std::string at = "[" + std::to_string(i) + "]";
      if (text(bar, "task").empty()) return at + ".task: the name of a task is wanted";
      for (const char* side : {"start", "end"})
        if (const Json* n = member(bar, side); n && !n->is_null() && !n->is_number()) return at + "." + side + ": seconds are wanted, or null, not " + shown(*n);
    }
    return "";
  }
  return "";
}

Agreement agree(Scenario& scenario, const Json& question, const World& world, const Json& key, const Json& answer) {
  Agreement a;
  std::string kind = text(question, "kind"), program = text(question, "program");
  if (kind == "number") {
    if (!key.is_number()) return a;
    double said = answer.get<double>(), right = key.get<double>();
    a.whole = std::fabs(said - right) <= tolerance_of(question);
    std::string from = text(*member(question, "key"), "from");
    if (!a.whole && (from == "virtual_seconds" || from == "time_of")) a.first = about_time(question, Reader(scenario, world, program).run(), said, right, &a.seq);
    if (!a.whole && a.first.empty() && from == "value") {
      const Json* at = member(*member(question, "key"), "at");
      Reader reader(scenario, world, program);
      a.seq = at ? reader.seq_of(*at) : reader.run().last_seq;
    }
    if (!a.whole && a.first.empty()) a.first = said > right ? "It is less than " + plain(said) + "." : "It is more than " + plain(said) + ".";
  } else if (kind == "order") {
    std::vector<std::string> right = strings(key), said = strings(answer);
    a.whole = right == said;
    if (!right.empty()) a.share = static_cast<double>(in_common(right, said)) / static_cast<double>(std::max(right.size(), said.size()));
    if (!a.whole) {
      size_t i = 0;
      while (i < right.size() && i < said.size() && right[i] == said[i]) ++i;
      std::string before = i ? "After " + in_quotes(right[i - 1]) : "First";
      if (i == said.size()) a.first = before + " something more is printed.";
      else if (i == right.size()) a.first = in_quotes(said[i]) + " is not printed after all that.";
      else if (std::find(right.begin(), right.end(), said[i]) == right.end()) a.first = in_quotes(said[i]) + " is never printed.";
      else if (std::find(right.begin() + static_cast<long>(i), right.end(), said[i]) == right.end()) a.first = in_quotes(said[i]) + " is not printed once more.";
      else a.first = before + " comes something else; " + in_quotes(said[i]) + " comes later.";
      Reader reader(scenario, world, program);
      if (const Json* k = member(question, "key"); k && text(*k, "from") == "output_lines") {
        std::vector<Line> lines = reader.output_lines(*k);
        if (!lines.empty()) a.seq = lines[std::min(i, lines.size() - 1)].seq;
      }
    }
  } else if (kind == "predict_output") {
    std::vector<std::string> right = split(key.is_string() ? key.get<std::string>() : ""), said = split(tidy(answer.get<std::string>()));
    a.whole = right == said;
    size_t i = 0;
    while (i < right.size() && i < said.size() && right[i] == said[i]) ++i;
    if (!right.empty()) a.share = static_cast<double>(in_common(right, said)) / static_cast<double>(std::max(right.size(), said.size()));
    if (!a.whole) {
      a.first = i == said.size() ? "Up to there it is right; more is printed after that." : "Line " + std::to_string(i + 1) + " is not " + in_quotes(said[i]) + ".";
      const Observation& run = Reader(scenario, world, program).run();
      if (!run.lines.empty()) a.seq = run.lines[std::min(i, run.lines.size() - 1)].seq;
    }
  } else if (kind == "value") {
    a.whole = key.is_string() && bare(answer.get<std::string>()) == bare(key.get<std::string>());
    if (!a.whole) {
      a.first = "Python does not show " + in_quotes(answer.get<std::string>().substr(0, 80)) + " there." + about_value(bare(answer.get<std::string>()), bare(key.is_string() ? key.get<std::string>() : ""));
      const Json* at = member(*member(question, "key"), "at");
      if (at) a.seq = Reader(scenario, world, program).seq_of(*at);
    }
  } else if (kind == "choice") {
    std::vector<std::string> said = strings(answer), right = strings(key);
    const Json& options = list(question, "options");
    size_t agreed = 0;
    for (const Json& option : options) {
      std::string id = text(option, "id");
      bool chosen = std::find(said.begin(), said.end(), id) != said.end(), holds = std::find(right.begin(), right.end(), id) != right.end();
      agreed += chosen == holds;
      if (chosen && !holds && a.first.empty()) a.first = text(option, "feedback");
    }
    a.whole = agreed == options.size() && !right.empty();
    if (flag(question, "multiple") && !options.empty()) a.share = static_cast<double>(agreed) / static_cast<double>(options.size());
    if (!a.whole && a.first.empty() && flag(question, "multiple"))
      a.first = std::to_string(agreed) + " of " + std::to_string(options.size()) + " statements are judged right.";
  } else if (kind == "match") {
    size_t right = 0;
    std::vector<std::string> wrong;
    for (const Json& item : list(question, "items")) {
      std::string id = text(item, "id"), said = text(answer, id);
      const Json* right_ids = member(key, id);
      std::vector<std::string> ids = right_ids ? strings(*right_ids) : std::vector<std::string>{};
      if (std::find(ids.begin(), ids.end(), said) != ids.end()) ++right;
      else wrong.push_back(text(item, "text"));
    }
    size_t n = list(question, "items").size();
    a.whole = right == n;
    a.share = n ? static_cast<double>(right) / static_cast<double>(n) : 0;
    if (!a.whole) a.first = right ? std::to_string(right) + " of " + std::to_string(n) + " are right. Look again at " + listed(wrong) + "." : "None of them is right yet.";
  } else if (kind == "predict_timeline") {
    std::vector<std::string> ask = texts(question, "ask");
    if (ask.empty()) ask = {"start", "end"};
    size_t fields = 0, right = 0;
    std::vector<std::string> wrong;
    for (const Json& bar : key) {
      std::string task = text(bar, "task");
      const Json* own = nullptr;
      for (const Json& said : answer)
        if (text(said, "task") == task) own = &said;
      std::vector<std::string> parts;
      for (const std::string& field : ask) {
        ++fields;
        const Json* truth = member(bar, field);
        bool so = own && truth && (field == "outcome" ? text(*own, field) == text(bar, field) : close(member(*own, field), *truth, tolerance_of(question)));
        right += so;
        if (!so) parts.push_back(field == "outcome" ? "how it ends" : "its " + field);
      }
      if (!parts.empty()) wrong.push_back(task + " (" + listed(parts) + ")");
      if (!parts.empty() && a.seq == kNever) {
        Reader reader(scenario, world, program);
        auto ones = reader.chosen(task);
        if (!ones.empty()) a.seq = parts[0] == "its start" ? ones[0]->start : ones[0]->end;
      }
    }
    a.whole = fields && right == fields;
    a.share = fields ? static_cast<double>(right) / static_cast<double>(fields) : 0;
    if (!a.whole) a.first = "Look again at " + listed(wrong) + ".";
  }
  if (a.whole) a.share = 1;
  return a;
}

// --- fix and write

namespace {

std::string last_line(const std::string& text) {
  size_t end = text.find_last_not_of('\n');
  if (end == text.npos) return {};
  size_t start = text.rfind('\n', end);
  start = start == text.npos ? 0 : start + 1;
  return text.substr(start, end - start + 1);
}

// Nothing of the program has run: it does not compile, is refused, or ends at once with an error. Empty: it has run.
std::string why_nothing_ran(const Observation& run) {
  if (run.errors.empty() || !run.activities.empty() || !run.lines.empty()) return {};
  std::string why = "The program does not run: " + last_line(run.errors);
  if (size_t at = run.errors.rfind(", line "); at != run.errors.npos) {
    size_t end = run.errors.find_first_not_of("0123456789", at + 7);
    why += " (line " + run.errors.substr(at + 7, end - at - 7) + ")";
  }
  return why;
}

std::string filled(std::string text, const Finding& f, const Observation& run) {
  std::vector<std::string> never;
  std::string problem = f.problem;
  for (const Happening& h : run.happenings) {
    if (h.kind != Happening::Problem) continue;
    if (problem.empty()) problem = h.text;
    if (h.word == "never_awaited" && std::find(never.begin(), never.end(), h.subject) == never.end()) never.push_back(h.subject);
  }
  // An error that ended the program says most.
  if (problem.empty()) problem = last_line(run.errors);
  put_in(text, "total", seconds(run.total));
  put_in(text, "actual", f.actual);
  put_in(text, "wanted", f.wanted);
  put_in(text, "names", listed(f.names.empty() ? never : f.names));
  put_in(text, "starts", f.starts.empty() ? "never" : f.starts);
  put_in(text, "ends", f.ends.empty() ? "never" : f.ends);
  put_in(text, "line", f.line);
  put_in(text, "problem", problem);
  return text;
}

}  // namespace

Checked run_checks(Scenario& scenario, const Json& question, const World& world, bool explain) {
  Checked out;
  struct Run {
    World world;
    const Json* set;
  };
  std::vector<Run> runs{{world, nullptr}};
  for (const Json& again : list(question, "again")) {
    World w = world;
    w.options = member(again, "options") ? member(again, "options") : world.options;
    runs.push_back({w, member(again, "set")});
  }
  // "There is no warning" holds of a program that does nothing, and deserves nothing then.
  std::string nothing_ran = why_nothing_ran(Reader(scenario, world, "").run());
  if (!nothing_ran.empty()) {
    for (const Json& one : list(question, "checks")) out.checks.push_back({{"id", text(one, "id")}, {"passed", false}});
    out.passed = false;
    if (explain) out.feedback.push_back(nothing_ran);
    return out;
  }
  double points = 0, got = 0;
  for (const Json& one : list(question, "checks")) {
    const Json* check = member(one, "check");
    double worth = number(one, "points", 1);
    points += worth;
    Json told;
    told["id"] = text(one, "id");
    bool passed = check != nullptr;
    for (const Run& r : runs) {
      if (!check) break;
      Reader reader(scenario, r.world, "", r.set);
      Finding f = reader.holds(*check);
      if (f.holds) continue;
      passed = false;
      if (explain) {
        std::string feedback = filled(text(one, "feedback"), f, reader.run());
        if (r.set) feedback += " (With " + shown(*r.set) + ".)";
        told["feedback"] = feedback;
        out.feedback.push_back(feedback);
        if (f.seq != kNever && !r.set) {
          told["seq"] = f.seq;
          if (out.seq == kNever) out.seq = f.seq;
        }
        if (std::string belief = text(one, "belief"); !belief.empty()) out.beliefs.push_back(belief);
      }
      break;
    }
    told["passed"] = passed;
    out.checks.push_back(told);
    if (passed) got += worth;
    else out.passed = false;
    if (!passed && !explain) return out;
  }
  out.share = points > 0 ? got / points : 0;
  if (out.passed) {
    Reader reader(scenario, world, "");
    for (const Json& kind : list(question, "recognise")) {
      const Json* when = member(kind, "when");
      if (!when || !reader.holds(*when).holds) continue;
      out.recognised = text(kind, "id");
      out.say = filled(text(kind, "say"), {}, reader.run());
      break;
    }
  }
  return out;
}

}  // namespace ap::lesson
