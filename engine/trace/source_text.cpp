#include "trace/source_text.hpp"

#include <algorithm>

namespace ap::trace {
namespace {

bool of_word(char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Past a string literal that begins at `at`; on one line, which triple quotes may leave.
std::size_t past_string(std::string_view text, std::size_t at) {
  char quote = text[at++];
  while (at < text.size() && text[at] != quote) at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

// Past the parenthesis that closes the one at `open`; 0 where it does not close.
std::size_t past_closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size();) {
    char c = text[at];
    if (c == '"' || c == '\'') {
      at = past_string(text, at);
      continue;
    }
    if (c == '#') return 0;
    if (c == '(' || c == '[' || c == '{') depth++;
    if ((c == ')' || c == ']' || c == '}') && --depth == 0) return at + 1;
    at++;
  }
  return 0;
}

std::size_t indent_of(std::string_view text) { return std::min(text.find_first_not_of(" \t"), text.size()); }

}  // namespace

std::string_view SourceText::raw(Line line) const {
  std::string_view rest = source_;
  for (Line n = 1; n < line; ++n) {
    std::size_t end = rest.find('\n');
    if (end == rest.npos) return {};
    rest.remove_prefix(end + 1);
  }
  return line ? rest.substr(0, rest.find('\n')) : std::string_view();
}

std::string SourceText::line(Line line, bool comment) const {
  std::string_view text = raw(line);
  if (!comment)
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '#') text = text.substr(0, at);
      else at = text[at] == '"' || text[at] == '\'' ? past_string(text, at) : at + 1;
    }
  text.remove_prefix(indent_of(text));
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t')) text.remove_suffix(1);
  return std::string(text);
}

std::vector<SourceText::Call> SourceText::calls(std::string_view text, std::string_view name) {
  std::vector<Call> found;
  std::string call = std::string(name) + "(";
  for (std::size_t at = text.find(call); at != text.npos; at = text.find(call, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && (of_word(text[begin - 1]) || text[begin - 1] == '.')) --begin;
    if (at > begin && text[at - 1] != '.') continue;  // the end of a longer name
    std::string_view before = text.substr(0, begin);
    if (before.ends_with("def ") || before.ends_with("await ")) continue;
    std::string_view taker;
    if (before.ends_with('(')) {
      std::size_t end = begin - 1, start = end;
      while (start > 0 && of_word(text[start - 1])) --start;
      taker = text.substr(start, end - start);
    }
    found.push_back({begin, past_closing(text, at + call.size() - 1), taker});
  }
  return found;
}

std::string SourceText::with_await(Line line, std::string_view name) const {
  std::string text = this->line(line, false);
  auto all = calls(text, name);
  if (all.empty()) return {};
  std::vector<std::pair<std::size_t, std::string_view>> insert;
  for (const Call& c : all) {
    // What is done with the result binds tighter than await.
    bool bound = c.end && c.end < text.size() && std::string_view("([.").find(text[c.end]) != std::string_view::npos;
    insert.emplace_back(c.begin, bound ? "(await " : "await ");
    if (bound) insert.emplace_back(c.end, ")");
  }
  std::stable_sort(insert.begin(), insert.end(), [](auto& a, auto& b) { return a.first > b.first; });
  for (auto& [at, what] : insert) text.insert(at, what);
  return text;
}

std::string SourceText::wrapped(Line line, std::string_view name, std::string_view outer) const {
  std::string text = this->line(line, false);
  auto all = calls(text, name);
  if (all.empty() || !all[0].end) return {};
  auto [begin, end, taker] = all[0];
  return text.substr(0, begin) + std::string(outer) + "(" + text.substr(begin, end - begin) + ")" + text.substr(end);
}

std::string SourceText::replaced(Line line, std::string_view name, std::string_view with) const {
  std::string text = this->line(line, false);
  for (std::size_t at = text.find("await "); at != text.npos; at = text.find("await ", at + 1))
    if (!calls(std::string_view(text).substr(at + 6), name).empty()) text.erase(at, 6);
  auto all = calls(text, name);
  if (all.size() != 1 || !all[0].end) return {};
  std::size_t open = text.find('(', all[0].begin);
  return text.substr(0, all[0].begin) + std::string(with) + text.substr(open);
}

SourceText::Function SourceText::around(Line line) const {
  std::string_view text = raw(line);
  std::size_t inside = indent_of(text) + 1;  // also a function in one line
  for (Line n = line; n > 0; --n) {
    text = raw(n);
    std::size_t indent = indent_of(text);
    if (indent == text.size() || indent >= inside) continue;
    text.remove_prefix(indent);
    bool async = text.starts_with("async def ");
    if (async || text.starts_with("def ")) {
      text.remove_prefix(async ? 10 : 4);
      return {std::string(text.substr(0, text.find('('))), async};
    }
    inside = indent;
  }
  return {};
}

}  // namespace ap::trace
