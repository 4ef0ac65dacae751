// Everything a run can be turned into: the formats of `asyncio-playground trace, events, export`.
#pragma once
#include <memory>
#include <string_view>

#include "trace/bytes.hpp"
#include "trace/recorder.hpp"

namespace ap {

// A format by name: ndjson, text, rows, chrome, mermaid-sequence, mermaid-gantt, svg. What it makes goes to `write`.
// nullptr: there is no such format.
class TraceFormat {
 public:
  virtual ~TraceFormat() = default;
  virtual trace::Sink& sink() = 0;
};
std::unique_ptr<TraceFormat> make_trace_format(std::string_view name, std::string_view source, trace::ByteOut::Write write,
                                               void* user);
// For help texts and errors.
inline constexpr std::string_view kTraceFormats = "ndjson, text, rows, chrome, mermaid-sequence, mermaid-gantt, svg";

}  // namespace ap
