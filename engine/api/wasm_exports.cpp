// The engine as JavaScript sees it: one call runs a program; what it says comes through host callbacks meanwhile.
//
//   ap_run(source, length, options, length) -> result JSON (NUL-terminated, valid until the next call)
//     options: those of all runs (options.hpp), and
//              "events": bool  binary chunks to the host, "format": a name of exports.hpp, its text to the host
//     result:  {"exit", "virtual_seconds", "limit"?, "unsupported"?, "deadlock"?: {...}, "error"?: text}
//   ap_call(name, length, source, length, options, length) -> answer JSON of a verb (verbs.hpp), the same way
//   ap_set_modules(data, length)  the pack of Python modules (bindings/python_modules.hpp); where it is not given before, the
//     host is asked for it when a program first wants one of them: apModules(), which gives it before it returns
//   host: apWrite(stream, bytes) with 1 stdout, 2 stderr, 3 text of the format; apEvents(words). Both are views of the
//         engine's memory: who keeps them copies them.
#include <emscripten.h>

#include <string>

#include "api/exports.hpp"
#include "api/verbs.hpp"
#include "bindings/python_modules.hpp"

EM_JS(void, ap_host_write, (int stream, const char* data, size_t size), {
  Module.apWrite(stream, HEAPU8.subarray(data, data + size));
});
EM_JS(void, ap_host_events, (const uint32_t* words, size_t count), {
  Module.apEvents(new Uint32Array(HEAPU8.buffer, words, count));
});
EM_JS(void, ap_host_modules, (), {
  if (Module.apModules) Module.apModules();
});

namespace {

class EventsToHost final : public ap::trace::Sink {
 public:
  void on_chunk(ap::trace::Chunk chunk) override { ap_host_events(chunk.data(), chunk.size()); }
};

void write_text(void*, const char* data, size_t size) { ap_host_write(3, data, size); }

[[maybe_unused]] const bool asks_host = (ap::when_python_modules_are_wanted(ap_host_modules), true);

std::string answer;
std::string pack;

const char* keep(std::string text) {
  answer = std::move(text);
  return answer.c_str();
}

const char* fail(const std::string& text) {
  ap::Json r;
  r["exit"] = ap::kExitUsage;
  r["error"] = text;
  return keep(ap::dump(r));
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* ap_run(const char* source, size_t size, const char* options_text, size_t options_size) {
  ap::Json json = ap::parse_json({options_text, options_size});
  ap::RunOptions options;
  ap::OptionReader read(json);
  bool events = false;
  std::string format_name;
  read.run(options);
  read.flag("events", events);
  read.text("format", format_name);
  if (std::string wrong = read.finish(); !wrong.empty()) return fail(wrong);
  EventsToHost to_host;
  if (events) options.sinks.push_back(&to_host);
  std::unique_ptr<ap::TraceFormat> format;
  if (!format_name.empty()) {
    format = ap::make_trace_format(format_name, {source, size}, write_text, nullptr);
    if (!format) return fail("there is no format named '" + format_name + "'; there are " + std::string(ap::kTraceFormats));
    options.sinks.push_back(&format->sink());
  }
  ap::OutputSink sink{.write = [](void*, ap::Stream stream, std::string_view utf8) {
    ap_host_write(static_cast<int>(stream), utf8.data(), utf8.size());
  }};
  return keep(ap::dump(ap::to_json(ap::run_program({source, size}, options, sink))));
}

EMSCRIPTEN_KEEPALIVE const char* ap_call(const char* name, size_t name_size, const char* source, size_t size,
                                         const char* options, size_t options_size) {
  return keep(ap::call_verb({name, name_size}, {source, size}, {options, options_size}));
}

// Modules written in Python: given once, before a run that imports one.
EMSCRIPTEN_KEEPALIVE void ap_set_modules(const char* data, size_t size) {
  pack.assign(data, size);
  ap::set_python_modules(pack);
}
}
