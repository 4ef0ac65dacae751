#include "lesson/check.hpp"

#include <algorithm>

#include "lesson/misconceptions.hpp"

namespace ap::lesson {
namespace {

constexpr size_t kMostAnswerBytes = 1 << 20;

constexpr const char* kTieRule =
    "Right but for the tie rule: some of this is due at the same instant, and at equal deadlines the timer that was set first fires first.";

std::string key_in_words(const Json& question, const Json& key) {
  if (key.is_number()) {
    bool is_time = text(question, "unit") == "s";
    std::string s = seconds(key.get<double>());
    return is_time ? s.substr(0, s.size() - 2) : plain(key.get<double>());
  }
  if (key.is_string()) return key.get<std::string>();
  return shown(key);
}

std::string explained(std::string words, const Json& question, const Json& key, const Observation& run) {
  put_in(words, "key", key_in_words(question, key));
  put_in(words, "total", seconds(run.total));
  return words;
}

// For {NAME} in texts: the value of the parameter in this question's run.
void fill_parameters(const Scenario& scenario, const Json& question, std::string& words) {
  for (const Json& p : list(scenario.json(), "parameters")) {
    std::string name = text(p, "name");
    const Json* set = member(question, "set");
    const Json* value = set ? member(*set, name) : nullptr;
    if (!value) value = member(p, "default");
    if (value) put_in(words, name, value->is_string() ? value->get<std::string>() : value->dump());
  }
}

Json look_at(const Json& question, const Observation& run, uint64_t seq) {
  Json look;
  if (std::string program = text(question, "program"); !program.empty()) look["program"] = program;
  look["seq"] = seq;
  look["t"] = run.time_at(seq);
  return look;
}

void tell_beliefs(Scenario& scenario, const Json& question, const std::vector<Named>& named, const std::string* learner, Json& verdict) {
  Json beliefs = Json::array();
  for (const Named& n : named) beliefs.push_back(tell(scenario, question, n, learner));
  verdict["beliefs"] = beliefs;
  if (named.size() < 2 || learner) return;
  Json apart = follow_up(scenario, question, named);
  if (!apart.is_null()) verdict["follow_up"] = apart;
}

// Is the answer what comes out when timers of one instant fire in another order? The explorer knows the orders.
bool is_other_order(Scenario& scenario, const Json& question, World world, const Json& answer) {
  std::string trouble = scenario.trouble;
  size_t orders = scenario.other_orders(world, text(question, "program")).size();
  bool found = false;
  while (!found && ++world.order < orders) {
    Json key = key_of(scenario, question, world);
    found = !key.is_null() && agree(scenario, question, world, key, answer).whole;
  }
  scenario.trouble = trouble;
  return found;
}

bool may_rest_on_ties(const Json& question, std::string_view kind) {
  return (kind == "order" || kind == "predict_output" || kind == "predict_timeline") && text(question, "ties", "accept") != "strict";
}

Json verdict_on(Scenario& scenario, const Json& question, const Json& answer) {
  scenario.trouble.clear();
  std::string kind = text(question, "kind");
  double worth = number(question, "points", 1);
  Json v;
  v["kind"] = kind;
  v["correct"] = false;
  v["share"] = 0.0;
  v["points"] = 0.0;
  v["of"] = worth;
  Json feedback = Json::array();
  World world = world_of(question);
  uint64_t seq = kNever;
  double share = 0;
  bool correct = false;
  std::string source;
  std::vector<Named> named;
  if (kind == "fix" || kind == "write") {
    source = answer.get<std::string>();
    world.learner = &source;
    Checked c = run_checks(scenario, question, world, true);
    correct = c.passed;
    share = c.share;
    seq = c.seq;
    v["checks"] = c.checks;
    v["checked_by"] = "behaviour";
    for (const std::string& f : c.feedback)
      if (std::find(feedback.begin(), feedback.end(), Json(f)) == feedback.end()) feedback.push_back(f);
    if (!c.recognised.empty()) v["recognised"] = c.recognised;
    if (!c.say.empty()) feedback.push_back(c.say);
    if (!correct && scenario.trouble.empty()) named = beliefs_behind_program(scenario, question, source, c);
  } else {
    Json key = key_of(scenario, question, world);
    v["key"] = key;
    if (scenario.trouble.empty() && key.is_null()) scenario.trouble = "the program's run does not give what this question asks for";
    if (scenario.trouble.empty()) {
      Agreement a = agree(scenario, question, world, key, answer);
      correct = a.whole;
      share = a.share;
      if (!correct && may_rest_on_ties(question, kind) && is_other_order(scenario, question, world, answer)) {
        correct = true;
        share = 1;
        v["tie"] = true;
        feedback.push_back(kTieRule);
      }
      if (!correct) {
        if (!a.first.empty()) feedback.push_back(a.first);
        seq = a.seq;
        named = beliefs_behind(scenario, question, key, answer);
      }
    }
  }
  if (!scenario.trouble.empty()) {
    Json wrong;
    wrong["error"] = scenario.trouble;
    return wrong;
  }
  v["correct"] = correct;
  v["share"] = share;
  v["points"] = share * worth;
  const Observation& run = scenario.run(world, text(question, "program"));
  for (Json& f : feedback) {
    std::string words = f.get<std::string>();
    fill_parameters(scenario, question, words);
    f = words;
  }
  v["feedback"] = feedback;
  if (!correct && seq != kNever) v["look"] = look_at(question, run, seq);
  tell_beliefs(scenario, question, named, world.learner, v);
  if (std::string words = text(question, "explanation"); correct && !words.empty()) {
    words = explained(words, question, v.contains("key") ? v["key"] : Json(), run);
    fill_parameters(scenario, question, words);
    v["explanation"] = words;
  }
  return v;
}

std::string names_of(const Json& questions) {
  std::vector<std::string> names;
  for (const Json& q : questions) names.push_back("\"" + text(q, "id") + "\"");
  return listed(names);
}

Json answers_of(Scenario& scenario, const Json& request) {
  const Json& answers = *member(request, "answers");
  if (!answers.is_object()) return {{"error", "answers: an object is wanted, {\"question\": answer}, not " + shown(answers)}};
  if (answers.dump().size() > kMostAnswerBytes) return {{"error", "answers: more than 1 MB; answers are short"}};
  const Json& extra = list(request, "extra");
  const Json& questions = list(scenario.json(), "questions");
  Json verdicts = Json::object();
  double points = 0, of = 0;
  bool correct = true;
  for (const Json& q : questions) of += number(q, "points", 1);
  for (const auto& item : answers.items()) {
    const Json* question = nullptr;
    for (const Json& q : extra)
      if (text(q, "id") == item.key()) question = &q;
    if (!question) question = scenario.question(item.key());
    if (!question) {
      verdicts[item.key()] = {{"error", "answers." + item.key() + ": there is no such question; there are " + names_of(questions)}};
      correct = false;
      continue;
    }
    std::string wrong = answer_fault(*question, item.value());
    Json v = wrong.empty() ? verdict_on(scenario, *question, item.value()) : Json{{"error", "answers." + item.key() + (wrong[0] == '[' || wrong[0] == '.' ? "" : ": ") + wrong}};
    if (scenario.question(item.key())) points += number(v, "points", 0);
    correct &= flag(v, "correct");
    verdicts[item.key()] = v;
  }
  for (const Json& q : questions) correct &= answers.contains(text(q, "id"));
  Json r;
  r["scenario"] = text(scenario.json(), "id");
  r["correct"] = correct;
  r["points"] = points;
  r["of"] = of;
  r["questions"] = verdicts;
  return r;
}

// --- what a question shows before it is answered

Json shown_before(Scenario& scenario, const Json& question) {
  scenario.trouble.clear();
  Json out = Json::object();
  std::string kind = text(question, "kind");
  World world = world_of(question);
  if (kind == "order") {
    Json key = key_of(scenario, question, world);
    std::vector<std::string> items = texts(Json{{"k", key}}, "k");
    std::vector<std::string> in_order = items, extra = texts(question, "extra");
    items.insert(items.end(), extra.begin(), extra.end());
    // By the alphabet: the same for everybody, and no help.
    std::sort(items.begin(), items.end());
    if (items == in_order) std::reverse(items.begin(), items.end());
    out["items"] = items;
  } else if (kind == "match") {
    Json sides = right_sides(scenario, question, world);
    std::vector<std::pair<std::string, Json>> sorted;
    for (const Json& side : sides) sorted.emplace_back(side["value"].dump(), side);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Json list = Json::array();
    for (auto& [by, side] : sorted) list.push_back(side);
    out["sides"] = list;
  } else if (kind == "predict_timeline") {
    Json tasks = Json::array();
    Json key = key_of(scenario, question, world);
    if (key.is_array())
      for (const Json& bar : key) tasks.push_back(text(bar, "task"));
    out["tasks"] = tasks;
  }
  if (!scenario.trouble.empty()) out["error"] = scenario.trouble;
  return out;
}

// --- the scenario's own claims

void failed_parts(Reader& reader, const Json& p, Json& failed) {
  if (const Json* parts = member(p, "all"); parts && parts->is_array()) {
    for (const Json& part : *parts) failed_parts(reader, part, failed);
    return;
  }
  Finding f = reader.holds(p);
  if (f.holds) return;
  Json one;
  one["predicate"] = p;
  if (!f.actual.empty()) one["actual"] = f.actual;
  if (!f.wanted.empty()) one["wanted"] = f.wanted;
  if (!f.problem.empty()) one["problem"] = f.problem;
  failed.push_back(one);
}

Json expectations(Scenario& scenario) {
  Json r, claims = Json::array(), keys = Json::object(), faults = Json::array();
  const Json& expect = list(scenario.json(), "expect");
  for (size_t i = 0; i < expect.size(); ++i) {
    scenario.trouble.clear();
    const Json* holds = member(expect[i], "holds");
    World world;
    world.set = member(expect[i], "set");
    Reader reader(scenario, world, text(expect[i], "program"));
    Json one, failed = Json::array();
    one["path"] = "expect[" + std::to_string(i) + "].holds";
    bool so = holds && reader.holds(*holds).holds;
    one["holds"] = so;
    if (!so && holds) failed_parts(reader, *holds, failed);
    if (!so) one["failed"] = failed;
    if (!scenario.trouble.empty()) one["error"] = scenario.trouble;
    claims.push_back(one);
  }
  const Json& questions = list(scenario.json(), "questions");
  for (size_t i = 0; i < questions.size(); ++i) {
    const Json& q = questions[i];
    std::string at = "questions[" + std::to_string(i) + "]", kind = text(q, "kind");
    if (kind == "fix" || kind == "write") continue;
    scenario.trouble.clear();
    Json key = key_of(scenario, q, world_of(q));
    keys[text(q, "id")] = key;
    if (!scenario.trouble.empty()) faults.push_back(at + ": " + scenario.trouble);
    else if (key.is_null()) faults.push_back(at + ".key: the program's run does not give this; is the pattern or the moment right?");
    else if (kind == "choice" && !flag(q, "multiple") && key.size() != 1)
      faults.push_back(at + ".options: exactly one must hold, and " + std::to_string(key.size()) + " do: " + shown(key));
    else if (kind == "choice" && key.empty()) faults.push_back(at + ".options: none of them holds");
    else if (kind == "order" && key.size() < 2) faults.push_back(at + ".key: fewer than two lines; there is nothing to put in order");
    else if (kind == "match")
      for (const auto& item : key.items())
        if (item.value().empty()) faults.push_back(at + ".items: nothing on the right belongs to \"" + item.key() + "\"");
  }
  const Json& looks = list(scenario.json(), "look_at");
  for (size_t i = 0; i < looks.size(); ++i) {
    const Json* at = member(looks[i], "at");
    if (!at) continue;
    scenario.trouble.clear();
    if (Reader(scenario, {}, text(looks[i], "program")).seq_of(*at) == kNever)
      faults.push_back("look_at[" + std::to_string(i) + "].at: it does not happen in the program's run: " + shown(*at));
  }
  r["expect"] = claims;
  r["keys"] = keys;
  r["faults"] = faults;
  return r;
}

}  // namespace

Finding Reader::possible_outputs(const Json* range) {
  Finding f;
  int n = scenario_.possible_outputs(world_, program_, set_);
  if (n < 0) {
    if (scenario_.trouble.empty()) scenario_.trouble = "possible_outputs cannot be decided here";
    return f;
  }
  measure(f, n, range, false);
  return f;
}

Json check(Scenario& scenario, const Json& request) {
  if (std::string fault = scenario.fault(); !fault.empty()) return {{"error", fault}};
  scenario.set_lines_for(flag(request, "expect") ? &scenario.json() : member(scenario.json(), "questions"));
  if (flag(request, "prepare")) {
    Json questions = Json::object();
    for (const Json& q : list(scenario.json(), "questions")) questions[text(q, "id")] = shown_before(scenario, q);
    return {{"questions", questions}};
  }
  if (flag(request, "expect")) return expectations(scenario);
  if (!member(request, "answers")) return {{"error", "answers: they are missing; {\"answers\": {\"question\": answer}} is wanted"}};
  Json verdict = answers_of(scenario, request);
  scenario.forget_learner();
  return verdict;
}

}  // namespace ap::lesson
