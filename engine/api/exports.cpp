#include "api/exports.hpp"

#include "trace/chrome_trace.hpp"
#include "trace/mermaid.hpp"
#include "trace/ndjson.hpp"
#include "trace/svg.hpp"
#include "trace/text_trace.hpp"

namespace ap {
namespace {

template <class S>
class Format final : public TraceFormat {
 public:
  Format(trace::ByteOut::Write write, void* user) : made_(write, user) {}
  trace::Sink& sink() override { return made_; }
  S& made() { return made_; }

 private:
  S made_;
};

}  // namespace

std::unique_ptr<TraceFormat> make_trace_format(std::string_view name, std::string_view source, trace::ByteOut::Write write,
                                               void* user) {
  if (name == "ndjson") return std::make_unique<Format<trace::NdjsonSink>>(write, user);
  if (name == "text") {
    auto f = std::make_unique<Format<trace::TextTraceSink>>(write, user);
    f->made().set_source(source);
    return f;
  }
  if (name == "rows") {
    auto f = std::make_unique<Format<trace::RowsSink>>(write, user);
    f->made().set_source(source);
    return f;
  }
  if (name == "chrome") return std::make_unique<Format<trace::ChromeTraceSink>>(write, user);
  if (name == "mermaid-sequence") return std::make_unique<Format<trace::MermaidSequenceSink>>(write, user);
  if (name == "mermaid-gantt") return std::make_unique<Format<trace::MermaidGanttSink>>(write, user);
  if (name == "svg") return std::make_unique<Format<trace::SvgSink>>(write, user);
  return nullptr;
}

}  // namespace ap
