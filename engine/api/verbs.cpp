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

Json parse_json(std::string_view text) {
  constexpr int kDeepest = 200;
  int depth = 0;
  bool in_text = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) return Json(Json::value_t::discarded);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return Json::parse(text, nullptr, false);
}

std::string call_verb(std::string_view name, std::string_view source, std::string_view options) {
  Verb verb = find_verb(name);
  if (!verb) return dump(refusal("there is no verb \"" + std::string(name) + "\"; there are " + verb_names()));
  Json json = options.empty() ? Json::object() : parse_json(options);
  if (!json.is_object()) return dump(refusal("the options are not a JSON object (nested at most 200 deep)"));
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
