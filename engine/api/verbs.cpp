#include "api/verbs.hpp"

namespace ap {
namespace {

struct Row {
  std::string_view name;
  Verb verb;
};
constexpr Row kVerbs[] = {
    {"run", verb_run},
    {"check", verb_check},
    {"diagnose", verb_diagnose},
    {"explore", verb_explore},
    {"inspect", verb_inspect},
#ifndef __EMSCRIPTEN__
    {"replay", verb_replay},
#endif
};

Verb find_verb(std::string_view name) {
  for (const Row& row : kVerbs)
    if (row.name == name) return row.verb;
  return nullptr;
}

}  // namespace

Json verb_run(std::string_view source, const Json& json) {
  RunOptions options;
  OptionReader read(json);
  read.run(options);
  if (std::string wrong = read.finish(); !wrong.empty()) return refusal(wrong);
  struct {
    std::string out, err;
  } printed;
  OutputSink sink{.write = [](void* user, Stream stream, std::string_view text) {
                    auto* p = static_cast<decltype(printed)*>(user);
                    (stream == Stream::Out ? p->out : p->err) += text;
                  },
                  .user = &printed};
  RunResult result = run_program(source, options, sink);
  Json r;
  r["stdout"] = printed.out;
  r["stderr"] = printed.err;
  r.update(to_json(result));
  return r;
}

std::string call_verb(std::string_view name, std::string_view source, std::string_view options) {
  Verb verb = find_verb(name);
  if (!verb) return dump(refusal("there is no verb \"" + std::string(name) + "\"; there are " + verb_names()));
  Json json = options.empty() ? Json::object() : Json::parse(options, nullptr, false);
  if (!json.is_object()) return dump(refusal("the options are not a JSON object"));
  return dump(verb(source, json));
}

bool is_verb(std::string_view name) { return find_verb(name) != nullptr; }

std::string verb_names() {
  std::string all;
  for (const Row& row : kVerbs) {
    if (!all.empty()) all += ", ";
    all += row.name;
  }
  return all;
}

}  // namespace ap
