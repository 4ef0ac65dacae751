#include "trace/words.hpp"

#include <cstdlib>
#include <cstring>
#include <iterator>

#include "trace/bytes.hpp"

namespace ap::trace {
namespace {

// The code point at `i`, which moves behind it. A byte that is not UTF-8 counts as one character.
char32_t next_code_point(std::string_view s, std::size_t& i) {
  auto byte = [&](std::size_t k) -> unsigned { return k < s.size() ? static_cast<unsigned char>(s[k]) : 0; };
  unsigned c = byte(i);
  int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc2 ? 1 : 0;
  for (int k = 1; k <= more; k++) {
    if ((byte(i + k) & 0xc0) != 0x80) more = 0;
  }
  char32_t point = more == 3 ? c & 7 : more == 2 ? c & 15 : more == 1 ? c & 31 : c;
  for (int k = 1; k <= more; k++) point = point << 6 | (byte(i + k) & 0x3f);
  i += static_cast<std::size_t>(more) + 1;
  return point;
}

struct Range {
  char32_t first, last;
};

bool is_in(char32_t point, const Range* ranges, std::size_t n) {
  for (std::size_t i = 0; i < n; i++) {
    if (point >= ranges[i].first && point <= ranges[i].last) return true;
  }
  return false;
}

constexpr Range kNoWidth[] = {{0x300, 0x36f},   {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f},
                              {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}, {0xe0100, 0xe01ef}};

constexpr Range kWide[] = {{0x1100, 0x115f},   {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x25fd, 0x25fe},
                           {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26a1, 0x26a1},   {0x26bd, 0x26be},
                           {0x26c4, 0x26c5},   {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},
                           {0x26f2, 0x26f3},   {0x26f5, 0x26f5},   {0x26fa, 0x26fa},   {0x26fd, 0x26fd},
                           {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},   {0x274c, 0x274c},
                           {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
                           {0x27b0, 0x27b0},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
                           {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},   {0x4e00, 0x9fff},
                           {0xa000, 0xa4cf},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe4f},
                           {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf},
                           {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f200, 0x1f64f}, {0x1f680, 0x1f6ff},
                           {0x1f7e0, 0x1f7eb}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};

std::size_t width_of(char32_t point) {
  if (point < 0x300) return 1;
  if (is_in(point, kNoWidth, std::size(kNoWidth))) return 0;
  return is_in(point, kWide, std::size(kWide)) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    char32_t point = next_code_point(utf8, i);
    std::size_t w = width_of(point);
    // A text character followed by U+FE0F is drawn as an emoji; what a joiner joins on takes no more room.
    if (point == 0xfe0f && width_of(before) == 1) w = 1;
    if (before == 0x200d) w = 0;
    width += w;
    before = point;
  }
  return width;
}

Scratch::~Scratch() {
  while (block_) {
    Block* before = block_->before;
    std::free(block_);
    block_ = before;
  }
}

// Keeps the newest block, which is large enough for what is usual.
void Scratch::reset() {
  if (!block_) return;
  while (Block* before = block_->before) {
    block_->before = before->before;
    std::free(before);
  }
  next_ = reinterpret_cast<char*>(block_ + 1);
}

char* Scratch::allocate(std::size_t bytes) {
  if (static_cast<std::size_t>(end_ - next_) < bytes) {
    std::size_t size = bytes < kBlock ? kBlock : bytes;
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (!block) std::abort();
    block->before = block_;
    block_ = block;
    next_ = reinterpret_cast<char*>(block + 1);
    end_ = next_ + size;
  }
  char* text = next_;
  next_ += bytes;
  return text;
}

std::string_view Scratch::join(std::initializer_list<std::string_view> parts) {
  std::size_t bytes = 0;
  for (auto part : parts) bytes += part.size();
  char* text = allocate(bytes);
  char* p = text;
  for (auto part : parts) {
    if (!part.empty()) std::memcpy(p, part.data(), part.size());
    p += part.size();
  }
  return {text, bytes};
}

std::string_view Scratch::number(std::uint64_t value) {
  char* text = allocate(24);
  return {text, static_cast<std::size_t>(put_u64(text, value) - text)};
}

std::string_view Scratch::count_of(std::uint64_t n, std::string_view noun) {
  return join({number(n), " ", noun, n == 1 ? "" : "s"});
}

std::string_view Scratch::moment(double t) {
  double limit = 9e12;
  if (t > -limit && t < limit) {
    double micros = t < 0 ? -t * 1e6 : t * 1e6;
    t = static_cast<double>(static_cast<std::uint64_t>(micros + 0.5)) / 1e6 * (t < 0 ? -1 : 1);
  }
  char* text = allocate(32);
  return {text, static_cast<std::size_t>(put_seconds(text, t) - text)};
}

std::string_view Scratch::shorten(std::string_view utf8, std::size_t columns) {
  if (display_width(utf8) <= columns) return utf8;
  std::size_t width = 0, end = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    std::size_t start = i;
    width += width_of(next_code_point(utf8, i));
    if (width + 1 > columns) {
      end = start;
      break;
    }
  }
  return join({utf8.substr(0, end), "\xe2\x80\xa6"});
}

std::string_view Scratch::one_line(std::string_view utf8) { return escape(utf8, false, 0); }

std::string_view Scratch::lines(std::string_view utf8, std::size_t indent) { return escape(utf8, true, indent); }

std::string_view Scratch::escape(std::string_view utf8, bool keep_lines, std::size_t indent) {
  std::size_t grows = 0;
  bool plain = true;
  for (char c : utf8) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      grows += c == '\n' && keep_lines ? indent : 3;
      plain = false;
    } else if (c & 0x80) {
      grows += 2;
      plain = false;
    }
  }
  if (plain) return utf8;
  char* text = allocate(utf8.size() + grows);
  char* p = text;
  for (std::size_t i = 0; i < utf8.size();) {
    std::size_t start = i;
    char32_t point = next_code_point(utf8, i);
    auto c = static_cast<unsigned char>(utf8[start]);
    if (c == '\n' && keep_lines) {
      *p++ = '\n';
      std::memset(p, ' ', indent);
      p += indent;
    } else if (c == '\n') {
      p = put_literal(p, "\\n");
    } else if (c == '\t') {
      *p++ = ' ';
    } else if (c < 0x20 || c == 0x7f) {
      constexpr char hex[] = "0123456789abcdef";
      p = put_literal(p, "\\x");
      *p++ = hex[c >> 4];
      *p++ = hex[c & 15];
    } else if ((c >= 0x80 && i == start + 1) || (point >= 0xd800 && point <= 0xdfff)) {
      p = put_literal(p, "\xef\xbf\xbd");
    } else {
      for (std::size_t k = start; k < i; k++) *p++ = utf8[k];
    }
  }
  return {text, static_cast<std::size_t>(p - text)};
}

std::string_view Scratch::spaces(std::size_t n) {
  char* text = allocate(n);
  if (n) std::memset(text, ' ', n);
  return {text, n};
}

std::string_view Scratch::left(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  return width < columns ? join({text, spaces(columns - width)}) : text;
}

std::string_view Scratch::right(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  return width < columns ? join({spaces(columns - width), text}) : text;
}

}  // namespace ap::trace
