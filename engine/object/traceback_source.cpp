// Source lines under an entry of a traceback, and the carets under them.
#include <cstdlib>
#include <cstring>

#include "object/traceback.hpp"

namespace ap {

namespace {

struct Source {
  Source* next;
  size_t name_size, text_size;
  const char* name() const { return reinterpret_cast<const char*>(this + 1); }
  const char* text() const { return name() + name_size; }
};
Source* sources = nullptr;

// Code points that take two columns: East Asian Wide and Fullwidth.
struct WideRange {
  char32_t first, last;
};
constexpr WideRange kWideRanges[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},
    {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},   {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
    {0x274c, 0x274c},   {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
    {0x2e80, 0x303e},   {0x3041, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe10, 0xfe19},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},   {0xffe0, 0xffe6},   {0x16fe0, 0x18aff},
    {0x1b000, 0x1b2ff}, {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a},
    {0x1f200, 0x1f320}, {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f37e, 0x1f393}, {0x1f3a0, 0x1f3ca},
    {0x1f3cf, 0x1f3d3}, {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4}, {0x1f3f8, 0x1f43e}, {0x1f440, 0x1f440},
    {0x1f442, 0x1f4fc}, {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e}, {0x1f550, 0x1f567}, {0x1f57a, 0x1f57a},
    {0x1f595, 0x1f596}, {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f}, {0x1f680, 0x1f6c5}, {0x1f6cc, 0x1f6cc},
    {0x1f6d0, 0x1f6d2}, {0x1f6d5, 0x1f6d7}, {0x1f6dc, 0x1f6df}, {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc},
    {0x1f7e0, 0x1f7eb}, {0x1f7f0, 0x1f7f0}, {0x1f90c, 0x1f93a}, {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff},
    {0x1fa70, 0x1faff}, {0x20000, 0x3fffd},
};

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\v'; }

struct Line {
  std::u32string text;
  std::string utf8;
  // The code point at a byte offset.
  int column(int byte) const {
    int n = 0;
    for (int i = 0; i < byte && i < static_cast<int>(utf8.size()); ++i) n += (utf8[i] & 0xC0) != 0x80;
    return n;
  }
};

int strip_right(const std::u32string& s) {
  int n = static_cast<int>(s.size());
  while (n && is_space(s[n - 1])) --n;
  return n;
}
int indentation(const std::u32string& s) {
  int n = 0;
  while (n < static_cast<int>(s.size()) && is_space(s[n])) ++n;
  return n;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 63));
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}
void append_line(std::string& out, const std::u32string& s, int to) {
  out += "    ";
  for (int i = 0; i < to; ++i) append_code_point(out, s[i]);
  out += '\n';
}

// "y = f(x)" and "return f(x)" whole: carets would say nothing.
bool is_plain_call(const Line* lines, int count, int start, int start_byte, int end, int end_byte, const Anchors& a) {
  if (!a.call || start != start_byte || end != end_byte) return false;
  const std::u32string& head = lines[0].text;
  int at = 0, parentheses = 0;
  auto skip = [&] {
    while (at < start && is_space(head[at])) ++at;
  };
  int word_begin = at;
  while (at < start && head[at] != ' ' && head[at] != '=' && head[at] != '(' && head[at] != ')') ++at;
  std::u32string_view word = std::u32string_view(head).substr(word_begin, at - word_begin);
  bool returns = word == U"return";
  if (returns) {
    if (!a.callee_is_name) return false;
  } else {
    // One name before one "=", perhaps in parentheses.
    int open = 0;
    if (word.empty() && at < start && head[at] == '(') {
      while (at < start && (head[at] == '(' || is_space(head[at]))) open += head[at++] == '(';
      word_begin = at;
      while (at < start && head[at] != ' ' && head[at] != '=' && head[at] != '(' && head[at] != ')') ++at;
      word = std::u32string_view(head).substr(word_begin, at - word_begin);
    }
    for (char32_t c : word)
      if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 128)) return false;
    if (word.empty()) return false;
    while (open) {
      skip();
      if (at >= start || head[at] != ')') return false;
      ++at;
      --open;
    }
    skip();
    if (at >= start || head[at] != '=') return false;
    ++at;
  }
  for (skip(); at < start; skip()) {
    if (head[at] != '(') return false;
    ++parentheses;
    ++at;
  }
  const std::u32string& tail = lines[count - 1].text;
  int n = static_cast<int>(tail.size());
  for (at = end; at < n; ++at) {
    if (is_space(tail[at])) continue;
    if (tail[at] != ')') break;
    if (--parentheses < 0) return false;
  }
  return parentheses == 0 && (at >= n || tail[at] == '#' || tail[at] == ';');
}

}  // namespace

int display_width(char32_t c) {
  if (c < 0x1100) return 1;
  for (auto& r : kWideRanges)
    if (c <= r.last) return c >= r.first ? 2 : 1;
  return 1;
}

std::u32string to_code_points(std::string_view s) {
  std::u32string out;
  for (size_t i = 0; i < s.size();) {
    auto b = static_cast<uint8_t>(s[i]);
    int n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    char32_t c = n == 1 ? b : b & (0xFF >> (n + 1));
    for (int k = 1; k < n && i + k < s.size(); ++k) c = c << 6 | (static_cast<uint8_t>(s[i + k]) & 63);
    out += c;
    i += n;
  }
  return out;
}

void register_source(std::string_view filename, std::string_view text) {
  auto* s = static_cast<Source*>(std::malloc(sizeof(Source) + filename.size() + text.size()));
  if (!s) return;
  *s = {sources, filename.size(), text.size()};
  std::memcpy(reinterpret_cast<char*>(s + 1), filename.data(), filename.size());
  std::memcpy(reinterpret_cast<char*>(s + 1) + filename.size(), text.data(), text.size());
  sources = s;
}

void forget_sources() {
  while (Source* s = sources) {
    sources = s->next;
    std::free(s);
  }
}

bool is_library_file(const Str* filename) {
  return filename && filename->length > 2 && filename->at(0) == '<' && !equal(filename, "<string>") && !equal(filename, "<stdin>");
}

std::string_view source_text(std::string_view filename) {
  const Source* s = sources;
  while (s && std::string_view(s->name(), s->name_size) != filename) s = s->next;
  return s ? std::string_view(s->text(), s->text_size) : std::string_view();
}

std::string source_line(std::string_view filename, int line) {
  // At the interpreter's end CPython has let go of them.
  if (rt.finalizing || line < 1) return {};
  std::string_view text = source_text(filename);
  while (--line > 0) {
    size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return std::string(text);
}

void append_source_lines(std::string& out, const Traceback* tb) {
  std::string filename = to_utf8(tb->filename);
  int last = tb->end_line >= tb->line ? tb->end_line : tb->line;
  bool has_columns = tb->column >= 0 && tb->end_column >= 0 && tb->end_line >= tb->line;
  if (!has_columns) last = tb->line;
  int count = last - tb->line + 1;
  auto* lines = new Line[static_cast<size_t>(count)];
  bool any = false;
  for (int i = 0; i < count; ++i) {
    lines[i].utf8 = source_line(filename, tb->line + i);
    lines[i].text = to_code_points(lines[i].utf8);
    any |= indentation(lines[i].text) < static_cast<int>(lines[i].text.size());
  }
  if (!any) {
    delete[] lines;
    return;
  }
  int start = has_columns ? lines[0].column(tb->column) : 0;
  int end = has_columns ? lines[count - 1].column(tb->end_column) : 0;
  int start_byte = tb->column, end_byte = tb->end_column;
  // The lines' common indentation goes.
  int margin = -1;
  for (int i = 0; i < count; ++i) {
    int n = indentation(lines[i].text);
    if (n == static_cast<int>(lines[i].text.size())) continue;
    if (margin < 0 || n < margin) margin = n;
  }
  for (int i = 0; i < count; ++i) {
    int n = static_cast<int>(lines[i].text.size());
    lines[i].text.erase(0, static_cast<size_t>(margin < n ? margin : n));
  }
  start -= margin;
  end -= margin;
  start_byte -= margin;
  end_byte -= margin;
  if (!has_columns) {
    append_line(out, lines[0].text, strip_right(lines[0].text));
    delete[] lines;
    return;
  }

  std::u32string segment;
  for (int i = 0; i < count; ++i) {
    int from = i ? 0 : start, to = i == count - 1 ? end : static_cast<int>(lines[i].text.size());
    if (i) segment += U'\n';
    if (from < to) segment.append(lines[i].text, static_cast<size_t>(from), static_cast<size_t>(to - from));
  }
  Anchors a;
  bool anchored = find_anchors(segment, &a);
  if (anchored) {
    if (a.begin_line == 0) a.begin += start;
    if (a.end_line == 0) a.end += start;
  }
  bool carets;
  if (anchored) {
    carets = !is_plain_call(lines, count, start, start_byte, end, end_byte, a);
  } else {
    carets = indentation(lines[0].text) < start;
    for (int i = end, n = strip_right(lines[count - 1].text); i < n; ++i) carets |= !is_space(lines[count - 1].text[i]);
  }

  // Of many lines only the first, the last and those around the anchors are shown.
  auto shown = [&](int i) {
    if (i == 0 || i == count - 1) return true;
    if (!anchored) return false;
    auto near = [&](int line) { return i >= line - 1 && i <= line + 1; };
    return near(a.begin_line) || near(a.end_line);
  };
  int previous = -1;
  for (int i = 0; i < count; ++i) {
    if (!shown(i)) continue;
    int skipped = i - previous - 1;
    int from = i;
    if (skipped == 1) {
      from = i - 1;
    } else if (skipped > 1) {
      out += "    ...<" + std::to_string(skipped) + " lines>...\n";
    }
    for (int line = from; line <= i; ++line) {
      const std::u32string& text = lines[line].text;
      int n = strip_right(text);
      append_line(out, text, n);
      if (!carets) continue;
      out += "    ";
      int to = line == count - 1 ? end : n;
      int begin = line == 0 ? start : indentation(text);
      for (int c = 0; c < to && c < static_cast<int>(text.size()); ++c) {
        char mark = ' ';
        if (c >= begin) {
          mark = '^';
          if (anchored) {
            bool before = line < a.begin_line || (line == a.begin_line && c < a.begin);
            bool after = line > a.end_line || (line == a.end_line && c >= a.end);
            if (before || after) mark = '~';
          }
        }
        for (int w = display_width(text[c]); w > 0; --w) out += mark;
      }
      out += '\n';
    }
    previous = i;
  }
  delete[] lines;
}

}  // namespace ap
