// The engine as JavaScript sees it: one call runs a program; what it says comes through host callbacks meanwhile.
//
//   ap_run(source, length, options, length) -> result JSON (NUL-terminated, valid until the next call)
//     options: {"filename", "seed", "input": [...], "categories": "scheduling,output,...", "lines": bool,
//               "events": bool  binary chunks to the host, "format": a name of exports.hpp, its text to the host,
//               "limits": {"steps", "memory", "recursion", "output", "loop_iterations", "virtual_seconds"}}
//     result:  {"exit", "virtual_seconds", "limit"?, "unsupported"?, "deadlock"?: {...}, "error"?: text}
//   host: apWrite(stream, bytes) with 1 stdout, 2 stderr, 3 text of the format; apEvents(words)
#include <emscripten.h>

#include <nlohmann/json.hpp>
#include <string>

#include "api/exports.hpp"
#include "api/session.hpp"
#include "bindings/python_modules.hpp"
#include "trace/events.hpp"

EM_JS(void, ap_host_write, (int stream, const char* data, size_t size), {
  Module.apWrite(stream, HEAPU8.slice(data, data + size));
});
EM_JS(void, ap_host_events, (const uint32_t* words, size_t count), {
  Module.apEvents(new Uint32Array(HEAPU8.buffer, words, count).slice());
});

namespace {

using Json = nlohmann::ordered_json;

class EventsToHost final : public ap::trace::Sink {
 public:
  void on_chunk(ap::trace::Chunk chunk) override { ap_host_events(chunk.data(), chunk.size()); }
};

void write_text(void*, const char* data, size_t size) { ap_host_write(3, data, size); }

std::string answer;
std::string pack;

const char* fail(const std::string& text) {
  Json r;
  r["exit"] = ap::kExitUsage;
  r["error"] = text;
  answer = r.dump();
  return answer.c_str();
}

// A limit given as a number, or left as it is.
template <class T>
void read_limit(const Json& limits, const char* name, T& into) {
  auto at = limits.find(name);
  if (at != limits.end() && at->is_number() && at->get<double>() >= 0) into = static_cast<T>(at->get<double>());
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* ap_run(const char* source, size_t size, const char* options_text, size_t options_size) {
  Json json = Json::parse(options_text, options_text + options_size, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return fail("the options are no JSON object");
  ap::RunOptions options;
  auto text = [&](const char* name, std::string otherwise) {
    auto at = json.find(name);
    return at != json.end() && at->is_string() ? at->get<std::string>() : otherwise;
  };
  auto flag = [&](const char* name) {
    auto at = json.find(name);
    return at != json.end() && at->is_boolean() && at->get<bool>();
  };
  options.filename = text("filename", options.filename);
  if (auto at = json.find("seed"); at != json.end() && at->is_number()) options.seed = at->get<uint64_t>();
  options.trace_lines = flag("lines");
  if (auto at = json.find("input"); at != json.end() && at->is_array())
    for (const Json& line : *at)
      if (line.is_string()) options.input.push_back(line.get<std::string>());
  if (auto at = json.find("limits"); at != json.end() && at->is_object()) {
    read_limit(*at, "steps", options.limits.steps);
    read_limit(*at, "memory", options.limits.memory);
    read_limit(*at, "recursion", options.limits.recursion);
    read_limit(*at, "output", options.limits.output);
    read_limit(*at, "loop_iterations", options.limits.loop_iterations);
    read_limit(*at, "virtual_seconds", options.limits.virtual_seconds);
  }
  std::string categories = text("categories", "default");
  std::string_view unknown;
  if (!ap::trace::parse_categories(categories, options.categories, unknown))
    return fail("there is no category of events named '" + std::string(unknown) + "'");
  EventsToHost to_host;
  if (flag("events")) options.sinks.push_back(&to_host);
  std::string format_name = text("format", "");
  std::unique_ptr<ap::TraceFormat> format;
  if (!format_name.empty()) {
    format = ap::make_trace_format(format_name, {source, size}, write_text, nullptr);
    if (!format) return fail("there is no format named '" + format_name + "'; there are " + std::string(ap::kTraceFormats));
    options.sinks.push_back(&format->sink());
  }
  ap::OutputSink sink{.write = [](void*, ap::Stream stream, std::string_view utf8) {
    ap_host_write(static_cast<int>(stream), utf8.data(), utf8.size());
  }};
  ap::RunResult run = ap::run_program({source, size}, options, sink);
  Json r;
  r["exit"] = run.exit;
  r["virtual_seconds"] = run.virtual_seconds;
  if (run.limit) r["limit"] = true;
  if (run.unsupported) r["unsupported"] = true;
  if (run.deadlock) r["deadlock"] = {{"virtual_seconds", run.deadlock_seconds}, {"stdout_bytes", run.deadlock_stdout_bytes}};
  answer = r.dump();
  return answer.c_str();
}

// Modules written in Python: given once, before a run that imports one.
EMSCRIPTEN_KEEPALIVE void ap_set_modules(const char* data, size_t size) {
  pack.assign(data, size);
  ap::set_python_modules(pack);
}
}
