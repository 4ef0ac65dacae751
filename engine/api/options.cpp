#include "api/options.hpp"

#include <algorithm>
#include <cmath>

#include "trace/events.hpp"

namespace ap {
namespace {

std::string in_quotes(std::string_view text) {
  std::string q = "\"";
  q += text;
  return q += '"';
}

// A value as an error shows it.
std::string shown(const Json& value) {
  std::string text = dump(value);
  if (text.size() > 40) text = text.substr(0, 37) + "...";
  return text;
}

// Edits from one word to the other, counted up to a few: enough to tell a slip from another word.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

OptionReader::OptionReader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {}

const Json* OptionReader::find(std::string_view name) {
  known_.push_back(name);
  if (!json_.is_object()) return nullptr;
  auto at = json_.find(name);
  return at == json_.end() || at->is_null() ? nullptr : &*at;
}

bool OptionReader::wrong(std::string_view name, std::string_view wanted, const Json& got) {
  refuse("the option " + in_quotes(where_ + std::string(name)) + " takes " + std::string(wanted) + ", not " + shown(got));
  return false;
}

void OptionReader::refuse(std::string sentence) {
  if (sentence_.empty()) sentence_ = std::move(sentence);
}

bool OptionReader::text(std::string_view name, std::string& into) {
  const Json* at = find(name);
  if (!at) return false;
  if (!at->is_string()) return wrong(name, "a text", *at);
  into = at->get<std::string>();
  return true;
}

bool OptionReader::flag(std::string_view name, bool& into) {
  const Json* at = find(name);
  if (!at) return false;
  if (!at->is_boolean()) return wrong(name, "true or false", *at);
  into = at->get<bool>();
  return true;
}

bool OptionReader::whole(std::string_view name, uint64_t& into, uint64_t least, uint64_t most) {
  const Json* at = find(name);
  if (!at) return false;
  double n = at->is_number() ? at->get<double>() : NAN;
  if (!(n >= static_cast<double>(least) && n <= static_cast<double>(most)) || n != std::floor(n))
    return wrong(name, "a whole number from " + std::to_string(least) +
                           (most == uint64_t{1} << 53 ? "" : " to " + std::to_string(most)), *at);
  into = static_cast<uint64_t>(n);
  return true;
}

bool OptionReader::number(std::string_view name, double& into, double least) {
  const Json* at = find(name);
  if (!at) return false;
  if (!at->is_number() || !std::isfinite(at->get<double>()) || at->get<double>() < least) {
    std::string wanted = "a number";
    if (std::isfinite(least)) wanted += " of at least " + Json(least).dump();
    return wrong(name, wanted, *at);
  }
  into = at->get<double>();
  return true;
}

bool OptionReader::texts(std::string_view name, std::vector<std::string>& into) {
  const Json* at = find(name);
  if (!at) return false;
  if (!at->is_array()) return wrong(name, "a list of texts", *at);
  for (const Json& item : *at)
    if (!item.is_string()) return wrong(name, "a list of texts", *at);
  for (const Json& item : *at) into.push_back(item.get<std::string>());
  return true;
}

bool OptionReader::choice(std::string_view name, std::string& into, std::initializer_list<std::string_view> words) {
  const Json* at = find(name);
  if (!at) return false;
  std::string wanted = "one of ";
  for (std::string_view word : words) {
    if (at->is_string() && at->get<std::string>() == word) {
      into = word;
      return true;
    }
    if (wanted.back() != ' ') wanted += ", ";
    wanted += in_quotes(word);
  }
  return wrong(name, wanted, *at);
}

const Json* OptionReader::any(std::string_view name) { return find(name); }

namespace {

// What an answer of the simulated network is made of, checked by name and type.
std::string check_answer(const Json& json, std::string where, bool all) {
  if (!json.is_object()) return "the option " + in_quotes(where) + " takes an object, not " + shown(json);
  OptionReader read(json, where + ".");
  double number;
  uint64_t whole;
  std::string text;
  read.number("latency", number);
  read.whole("status", whole, 100, 599);
  read.text("body", text);
  read.any("json");
  read.choice("failure", text, {"refused", "unknown host", "reset", "silent"});
  if (const Json* headers = read.any("headers")) {
    if (!headers->is_object()) return "the option " + in_quotes(where + ".headers") + " takes an object of texts, not " + shown(*headers);
    for (const auto& item : headers->items())
      if (!item.value().is_string()) return "the header " + in_quotes(item.key()) + " takes a text, not " + shown(item.value());
  }
  if (all) {
    if (const Json* urls = read.any("urls")) {
      if (!urls->is_object()) return "the option " + in_quotes(where + ".urls") + " takes an object, a URL (with * for any text) a name, not " + shown(*urls);
      for (const auto& item : urls->items())
        if (std::string wrong = check_answer(item.value(), where + ".urls." + item.key(), false); !wrong.empty()) return wrong;
    }
  }
  return read.finish();
}

}  // namespace

void OptionReader::run(RunOptions& into) {
  text("filename", into.filename);
  text("setup", into.setup);
  whole("seed", into.seed);
  texts("input", into.input);
  flag("lines", into.trace_lines);
  uint64_t in_a_row = 0;
  if (whole("lines_in_a_row", in_a_row, 1, 1u << 30)) into.lines_in_a_row = static_cast<uint32_t>(in_a_row);
  if (const Json* at = any("network")) {
    std::string sentence = check_answer(*at, where_ + "network", true);
    if (!sentence.empty()) {
      refuse(sentence);
    } else {
      into.network = dump(*at);
      if (auto latency = at->find("latency"); latency != at->end() && latency->is_number()) into.network_latency = latency->get<double>();
    }
  }
  std::string belief;
  if (text("belief", belief)) {
    for (unsigned i = 0; i < kBeliefCount; ++i)
      if (belief == kBeliefNames[i]) into.beliefs = Beliefs{1} << i;
    uint64_t variant = 0;
    if (whole("belief_variant", variant, 0, 1000)) into.belief_variant = static_cast<uint32_t>(variant);
    if (!into.beliefs) refuse("there is no belief named " + in_quotes(belief) + "; scenarios/misconceptions.json has them all");
  }
  flag("diagnose", into.diagnose);
  std::string categories = "default";
  text("categories", categories);
  std::string_view unknown;
  if (!trace::parse_categories(categories, into.categories, unknown)) {
    std::string all;
    trace::for_each_category(trace::kAllCategories, [&](std::string_view name) {
      if (!all.empty()) all += ", ";
      all += name;
    });
    refuse("there is no category of events named " + in_quotes(unknown) + "; there are " + all);
  }
  into.trace_lines |= (into.categories & trace::bit(trace::Category::lines)) != 0;
  if (const Json* at = any("limits")) {
    if (!at->is_object()) {
      wrong("limits", "an object of limits", *at);
      return;
    }
    OptionReader limits(*at, where_ + "limits.");
    uint64_t n;
    limits.whole("steps", into.limits.steps);
    if (limits.whole("memory", n, 0, uint64_t{1} << 31)) into.limits.memory = static_cast<size_t>(n);
    if (limits.whole("recursion", n, 1, UINT32_MAX)) into.limits.recursion = static_cast<uint32_t>(n);
    limits.whole("output", into.limits.output);
    limits.whole("loop_iterations", into.limits.loop_iterations);
    limits.number("virtual_seconds", into.limits.virtual_seconds);
    limits.whole("events", into.most_events);
    if (std::string sentence = limits.finish(); !sentence.empty()) refuse(sentence);
  }
}

std::string OptionReader::finish() {
  if (!sentence_.empty()) return sentence_;
  if (!json_.is_object()) return "the options are not a JSON object";
  for (const auto& item : json_.items()) {
    std::string_view name = item.key();
    bool known = false;
    std::string_view nearest;
    size_t best = 1 + name.size() / 3;  // further away it is another word
    std::string all;
    for (std::string_view k : known_) {
      known |= k == name;
      if (size_t d = distance(name, k); d <= best) best = d - (d > 0), nearest = k;
      if (!all.empty()) all += ", ";
      all += k;
    }
    if (known) continue;
    return "there is no option " + in_quotes(where_ + std::string(name)) +
           (nearest.empty() ? "; there are " + all : "; did you mean " + in_quotes(where_ + std::string(nearest)) + "?");
  }
  return "";
}

Json refusal(std::string_view sentence) {
  Json r;
  r["error"] = sentence;
  return r;
}

Json to_json(const trace::Finding& f, std::string_view task_name) {
  Json r;
  r["code"] = f.code;
  r["severity"] = trace::name(f.severity);
  r["at"] = f.at;
  if (f.line) r["line"] = f.line;
  if (f.task) {
    r["task"] = f.task;
    r["task_name"] = task_name;
  }
  if (!f.related.empty()) r["related"] = f.related;
  if (f.times > 1) r["times"] = f.times;
  r["message"] = f.message;
  if (!f.fix.empty()) r["fix"] = f.fix;
  return r;
}

Json to_json(const RunResult& run) {
  Json r;
  r["exit"] = run.exit;
  r["virtual_seconds"] = run.virtual_seconds;
  if (run.limit) r["limit"] = true;
  if (run.unsupported) r["unsupported"] = true;
  if (run.deadlock) r["deadlock"] = {{"virtual_seconds", run.deadlock_seconds}, {"stdout_bytes", run.deadlock_stdout_bytes}};
  if (!run.hint.empty()) r["hint"] = run.hint;
  if (run.diagnosed) {
    Json all = Json::array();
    for (size_t i = 0; i < run.findings.size(); ++i) all.push_back(to_json(run.findings[i], run.finding_tasks[i]));
    r["diagnoses"] = std::move(all);
    r["diagnosis_text"] = run.diagnosis_text;
  }
  return r;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace ap
