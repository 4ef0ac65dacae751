// Findings as text for the terminal.
#include <cmath>

#include "trace/diagnoser.hpp"

namespace ap::trace {
namespace {

// Wrapped at spaces, with `indent` before each line; its own line breaks stay, and what follows the first of them is a list.
void wrap(std::string& out, std::string_view text, std::string_view indent, std::size_t width) {
  for (bool item = false; !text.empty(); item = true) {
    std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    std::string prefix(indent);
    while (display_width(line) + prefix.size() > width) {
      std::size_t cut = line.rfind(' ', width - prefix.size());
      if (cut == line.npos || cut == 0) break;
      out += prefix;
      out += line.substr(0, cut);
      out += '\n';
      line.remove_prefix(cut + 1);
      if (item) prefix = std::string(indent) + "  ";
    }
    out += prefix;
    out += line;
    out += '\n';
  }
}

}  // namespace

std::string diagnosis_text(const Diagnoser& d, std::string_view source, std::string_view filename) {
  const auto& all = d.findings();
  if (all.empty()) return "diagnose: no mistake was noticed\n";
  Scratch say;
  std::string out = "diagnose: " + std::string(say.count_of(all.size(), "finding")) + "\n";
  for (const Finding& f : all) {
    out += "\n";
    out += name(f.severity);
    out += " ";
    out += f.code;
    out += "  ";
    out += filename;
    if (f.line) out += ":" + std::to_string(f.line);
    out += ", at " + std::string(say.moment(f.at < 0.001 ? f.at : std::round(f.at * 1000) / 1000)) + " s";
    if (f.times > 1) out += ", " + std::to_string(f.times) + " times";
    out += "\n";
    if (std::string line = SourceText(source).line(f.line); !line.empty()) {
      out += "    ";
      out += say.one_line(line, 100);
      out += "\n";
    }
    wrap(out, say.lines(f.message, 0), "  ", 100);
    if (!f.fix.empty()) {
      std::string fix;
      wrap(fix, say.lines(f.fix, 0), "    ", 100);
      fix.replace(0, 4, "  \xe2\x86\x92 ");
      out += fix;
    }
  }
  return out;
}

}  // namespace ap::trace
