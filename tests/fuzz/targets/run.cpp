// Whole runs, with everything that may look on: events, diagnoses, the trace in words.
#include "api/exports.hpp"
#include "fuzz.hpp"

FUZZ_TARGET(text) {
  ap::RunOptions options;
  options.limits = ap::fuzz::small_limits();
  // The first byte chooses who looks on.
  unsigned char choice = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  options.diagnose = choice % 4 == 1;
  options.trace_lines = choice % 4 == 2;
  std::unique_ptr<ap::TraceFormat> format;
  constexpr const char* kFormats[] = {nullptr, "text", "ndjson", "chrome", "svg", "mermaid-sequence", "mermaid-gantt", "rows"};
  if (const char* name = kFormats[choice / 4 % 8]) {
    format = ap::make_trace_format(name, text, [](void*, const char*, size_t) {}, nullptr);
    options.sinks.push_back(&format->sink());
  }
  ap::run_program(text, options, ap::OutputSink{.write = [](void*, ap::Stream, std::string_view) {}});
}
