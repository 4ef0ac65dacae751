#include "trace/text_trace.hpp"

#include <algorithm>

#include "trace/words.hpp"

namespace ap::trace {
namespace {

constexpr std::size_t kWholeWidth = 3, kMaxWho = 16, kLineWidth = 4;

void pad(std::string& text, std::size_t columns) {
  std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
}

std::string right(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  return (width < columns ? std::string(columns - width, ' ') : std::string()) + std::string(text);
}

}  // namespace

void TextTraceSink::on_chunk(Chunk chunk) { visit(chunk, narrator_); }

void TextTraceSink::on_end() {
  narrator_.settle();
  out_.flush();
}

void TextTraceSink::write(const TraceRow& row) {
  std::string time = moment(row.t);
  std::size_t point = std::min(time.find('.'), time.size());
  decimals_ = std::max(decimals_, time.size() - point - (point < time.size()));
  who_width_ = std::max(who_width_, std::min(display_width(row.who), kMaxWho));
  std::size_t time_width = kWholeWidth + 1 + decimals_;

  if (!started_) {
    started_ = true;
    std::string head = right("time", time_width - decimals_ + 1);
    pad(head, time_width);
    head += "  task";
    pad(head, time_width + 2 + who_width_);
    out_.add(head).add("  line  what happens\n");
  }
  if (row.kind == RowKind::rule) {
    last_who_.clear();
    out_.add("\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80 ").add(row.text).add('\n');
    return;
  }
  std::string columns;
  if (row.t != last_t_ || row.who != last_who_) {
    columns = right(time.substr(0, point), kWholeWidth) + time.substr(point);
    pad(columns, time_width + 2);
    columns += shorten(row.who, kMaxWho);
    last_t_ = row.t;
    last_who_ = row.who;
  }
  pad(columns, time_width + 2 + who_width_ + 2);
  columns += right(row.line ? number(row.line) : "", kLineWidth);
  columns += row.kind == RowKind::problem ? "  ! " : "  ";
  std::string_view text = row.text;
  std::string indent(display_width(columns), ' ');
  out_.add(columns);
  while (true) {
    std::size_t end = std::min(text.find('\n'), text.size());
    out_.add(one_line(text.substr(0, end))).add('\n');
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    out_.add(indent);
  }
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
