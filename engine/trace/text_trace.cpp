#include "trace/text_trace.hpp"

#include <algorithm>

namespace ap::trace {
namespace {

constexpr std::size_t kWholeWidth = 3, kMaxWho = 16, kLineWidth = 4;

}  // namespace

void TextTraceSink::on_chunk(Chunk chunk) {
  narrator_.say.reset();
  visit(chunk, narrator_);
}

void TextTraceSink::on_end() {
  narrator_.settle();
  out_.flush();
}

void TextTraceSink::write(const TraceRow& row) {
  auto& say = narrator_.say;
  auto time = say.moment(row.t);
  std::size_t point = std::min(time.find('.'), time.size());
  decimals_ = std::max(decimals_, time.size() - point - (point < time.size()));
  who_width_ = std::max(who_width_, std::min(display_width(row.who), kMaxWho));
  std::size_t time_width = kWholeWidth + 1 + decimals_;

  if (!started_) {
    started_ = true;
    out_.add(say.left(" time", time_width)).add("  ").add(say.left("task", who_width_)).add("  line  what happens\n");
  }
  if (row.kind == RowKind::rule) {
    last_who_.clear();
    out_.add("\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80 ").add(row.text).add('\n');
    return;
  }
  std::string_view when, who;
  if (row.t != last_t_ || row.who != last_who_) {
    when = say.join({say.right(time.substr(0, point), kWholeWidth), time.substr(point)});
    who = say.shorten(row.who, kMaxWho);
    last_t_ = row.t;
    last_who_ = row.who;
  }
  auto columns = say.join({say.left(when, time_width), "  ", say.left(who, who_width_), "  ",
                           say.right(row.line ? say.number(row.line) : "", kLineWidth), "  ",
                           row.kind == RowKind::problem ? "! " : ""});
  out_.add(columns).add(say.lines(row.text, display_width(columns))).add('\n');
}

void RowsSink::on_chunk(Chunk chunk) {
  narrator_.say.reset();
  visit(chunk, narrator_);
}

void RowsSink::on_end() {
  narrator_.settle();
  out_.flush();
}

void RowsSink::write(const TraceRow& row) {
  constexpr std::string_view kinds[] = {"step", "rule", "problem"};
  out_.add("{\"seq\":").add_number(row.seq).add(",\"t\":").add_seconds(row.t);
  out_.add(",\"kind\":\"").add(kinds[static_cast<int>(row.kind)]).add('"');
  if (row.task) out_.add(",\"task\":").add_number(row.task);
  out_.add(",\"who\":").add_json_text(row.who);
  if (row.line) out_.add(",\"line\":").add_number(row.line);
  out_.add(",\"text\":").add_json_text(row.text).add("}\n");
}

}  // namespace ap::trace
