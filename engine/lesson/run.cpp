#include "lesson/run.hpp"

#include <algorithm>

namespace ap::lesson {

// --- the bundle

const Json& Scenario::json() const {
  const Json* s = member(bundle_, "scenario");
  return s ? *s : bundle_;
}

// The program's text, from the files or from the program itself.
const Json* Scenario::text_of(const Json& program) const {
  const Json* own = member(program, "source");
  if (!own) own = member(member(bundle_, "files"), text(program, "file"));
  return own && own->is_string() ? own : nullptr;
}

std::string Scenario::fault() const {
  const Json* s = &json();
  if (!s->is_object()) return "scenario: an object is wanted here, as scenario.schema.json has it";
  const Json& programs = list(*s, "programs");
  if (programs.empty()) return "scenario.programs: at least one program is wanted, {\"id\": …, \"file\": …, \"label\": …}";
  for (size_t i = 0; i < programs.size(); ++i) {
    std::string file = text(programs[i], "file"), at = "scenario.programs[" + std::to_string(i) + "]";
    if (text(programs[i], "id").empty()) return at + ".id: a short name is wanted";
    if (file.empty()) return at + ".file: the name of a .py file is wanted";
    if (!text_of(programs[i])) return at + ".file: there is no file \"" + file + "\"; put it beside scenario.json";
  }
  const Json* questions = member(*s, "questions");
  if (questions && !questions->is_array()) return "scenario.questions: a list is wanted here";
  constexpr std::string_view kinds[] = {"number", "choice", "order", "match", "predict_output", "predict_timeline", "value", "fix", "write"};
  for (size_t i = 0; questions && i < questions->size(); ++i) {
    const Json& q = (*questions)[i];
    std::string at = "scenario.questions[" + std::to_string(i) + "]", kind = text(q, "kind");
    if (text(q, "id").empty()) return at + ".id: a short name is wanted; answers are filed under it";
    bool known = false;
    for (std::string_view k : kinds) known |= k == kind;
    if (!known) return at + ".kind: " + (kind.empty() ? "it is missing" : "there is no kind \"" + kind + "\"") + "; there are number, choice, order, match, predict_output, predict_timeline, value, fix, write";
    bool keyed = kind == "number" || kind == "order" || kind == "value" || kind == "predict_timeline";
    if (keyed && text(*(member(q, "key") ? member(q, "key") : &q), "from").empty()) return at + ".key: it says where the answer comes from, such as {\"from\": \"virtual_seconds\"}";
    if (kind == "choice" && list(q, "options").empty()) return at + ".options: at least one {\"id\", \"text\", \"when\"} is wanted";
    if (kind == "match" && list(q, "items").empty()) return at + ".items: at least one {\"id\", \"text\", \"program\"} is wanted";
    if ((kind == "fix" || kind == "write") && list(q, "checks").empty()) return at + ".checks: at least one {\"id\", \"check\", \"feedback\"} is wanted";
    std::string program = text(q, "program");
    bool there = program.empty();
    for (const Json& p : programs) there |= text(p, "id") == program;
    if (!there) return at + ".program: there is no program \"" + program + "\" among scenario.programs";
  }
  return "";
}

const Json* Scenario::question(std::string_view id) const {
  for (const Json& q : list(json(), "questions"))
    if (text(q, "id") == id) return &q;
  return nullptr;
}

const Json* Scenario::misconception(std::string_view id) const {
  for (const Json& m : list(bundle_, "misconceptions"))
    if (text(m, "id") == id) return &m;
  return nullptr;
}

// --- sources

std::string Scenario::source(const World& world, std::string_view program, const Json* set) const {
  std::string source;
  if (world.learner && program.empty()) {
    source = *world.learner;
  } else {
    for (const Json& p : list(json(), "programs"))
      if (program.empty() || text(p, "id") == program) {
        if (const Json* file = text_of(p)) source = file->get<std::string>();
        break;
      }
  }
  if (!set) set = world.set;
  return set ? with_parameters(source, *set) : source;
}

std::string with_parameters(std::string_view source, const Json& set) {
  std::string out;
  for (size_t at = 0; at < source.size();) {
    size_t end = source.find('\n', at);
    std::string_view line = source.substr(at, end == source.npos ? end : end - at);
    size_t name = line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    const Json* value = name && name != line.npos ? member(set, line.substr(0, name)) : nullptr;
    size_t equals = value ? line.find_first_not_of(" \t", name) : line.npos;
    if (equals != line.npos && line[equals] == '=' && line.substr(equals, 2) != "==") {
      size_t from = line.find_first_not_of(" \t", equals + 1);
      size_t comment = line.find('#', from == line.npos ? equals : from);
      size_t to = line.find_last_not_of(" \t", comment == line.npos ? line.npos : comment - 1) + 1;
      out += line.substr(0, from);
      out += value->is_boolean() ? (value->get<bool>() ? "True" : "False") : value->dump();
      out += line.substr(to);
    } else {
      out += line;
    }
    if (end == source.npos) break;
    out += '\n';
    at = end + 1;
  }
  return out;
}

int line_of(std::string_view source, std::string_view text) {
  int number = 0, found = 0;
  for (size_t at = 0; at <= source.size();) {
    size_t end = source.find('\n', at);
    std::string_view line = source.substr(at, end == source.npos ? end : end - at);
    ++number;
    size_t first = line.find_first_not_of(" \t");
    if (first != line.npos && line.substr(first) == text) return number;
    if (line.find(text) != line.npos && !found) found = number;
    if (end == source.npos) break;
    at = end + 1;
  }
  return found;
}

std::string code_only(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size();) {
    if (s[i] == '#') {
      while (i < s.size() && s[i] != '\n') ++i;
    } else if (s[i] == '"' || s[i] == '\'') {
      std::string_view quote = s.substr(i, 3);
      if (quote.size() < 3 || quote[1] != quote[0] || quote[2] != quote[0]) quote = s.substr(i, 1);
      out += '"';
      for (i += quote.size(); i < s.size() && s.substr(i, quote.size()) != quote; ++i) {
        if (s[i] == '\\') ++i;
        else if (s[i] == '\n' && quote.size() == 1) break;
      }
      i += quote.size();
      out += '"';
    } else {
      out += s[i++];
    }
  }
  return out;
}

// --- runs

Request Scenario::request(const World& world, std::string source) const {
  // Steps have other numbers where lines are recorded, so they are only where a question speaks of them.
  Request r;
  r.source = std::move(source);
  r.options = world.options ? world.options : member(json(), "options");
  r.beliefs = world.beliefs;
  r.variant = world.variant;
  r.order = world.order;
  r.lines = needs_lines_;
  return r;
}

std::string Scenario::key(const World& world, const std::string& source) const {
  std::string k = std::to_string(world.beliefs) + "/" + std::to_string(world.variant) + "/" + std::to_string(world.order) + (needs_lines_ ? "/lines/" : "/");
  if (world.options) k += world.options->dump();
  return k + "\n" + source;
}

const Observation& Scenario::run(const World& world, std::string_view program, const Json* set) {
  std::string text = source(world, program, set);
  std::unique_ptr<Run>& kept = runs_[key(world, text)];
  if (!kept) {
    kept = std::make_unique<Run>();
    kept->learners = world.learner && program.empty();
    kept->error = host_.run(request(world, std::move(text)), &kept->seen).error;
    kept->seen.finish();
  }
  if (!kept->error.empty() && trouble.empty()) trouble = kept->error;
  return kept->seen;
}

void Scenario::forget_learner() {
  std::erase_if(runs_, [](const auto& entry) { return entry.second->learners; });
  std::erase_if(values_, [](const auto& entry) { return entry.second.learners; });
  // A request may bring questions of its own, with parameters of their own.
  constexpr size_t kMost = 1000;
  if (runs_.size() > kMost) runs_.clear();
  if (values_.size() > kMost) values_.clear();
}

int Scenario::possible_outputs(const World& world, std::string_view program, const Json* set) {
  std::vector<std::string> outputs = host_.other_orders(request(world, source(world, program, set)));
  std::sort(outputs.begin(), outputs.end());
  outputs.erase(std::unique(outputs.begin(), outputs.end()), outputs.end());
  return outputs.empty() ? -1 : static_cast<int>(outputs.size());
}

Answer Scenario::value(const World& world, std::string_view program, const Json* set, std::string_view expression, uint64_t at) {
  Request r = request(world, source(world, program, set));
  Asked& asked = values_[std::to_string(at) + "/" + std::string(expression) + "/" + key(world, r.source)];
  Answer& kept = asked.answer;
  if (kept.valued || !kept.value.empty()) return kept;
  asked.learners = world.learner && program.empty();
  r.expression = expression;
  r.at = at;
  kept = host_.run(r, nullptr);
  return kept;
}

}  // namespace ap::lesson
