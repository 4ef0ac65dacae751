// Reading a format specification, and laying out what it describes.
#include "object/format_spec.hpp"

#include <cstring>

#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/text.hpp"

namespace ap {

namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A run of digits; *read false: there is none. False: ValueError.
bool read_number(const Str* s, uint32_t* at, int64_t* out, bool* read) {
  *read = false;
  int64_t value = 0;
  for (; *at < s->length; ++*at) {
    char32_t c = s->at(*at);
    if (c < '0' || c > '9') break;
    if (value > (INT64_MAX - static_cast<int64_t>(c - '0')) / 10)
      return value_error("Too many decimal digits in format string");
    value = value * 10 + static_cast<int64_t>(c - '0');
    *read = true;
  }
  if (*read) *out = value;
  return true;
}

bool read_grouping(const Str* s, uint32_t* at, char* out) {
  auto separator = [&] { return *at < s->length && (s->at(*at) == ',' || s->at(*at) == '_'); };
  if (!separator()) return true;
  *out = static_cast<char>(s->at((*at)++));
  // The same one again is taken for the type, and refused as that.
  if (separator() && s->at(*at) != static_cast<char32_t>(*out)) return value_error("Cannot specify both ',' and '_'.");
  return true;
}

Raised bad_separator(char separator, char32_t type) {
  return value_error("Cannot specify '%c' with '%s'.", separator, ShownChar(type).text);
}

bool fits_memory(int64_t n) {
  if (n <= static_cast<int64_t>(Heap::kLargeRefusal)) return true;
  if (n < (1ll << 31) && !heap.would_exceed(static_cast<size_t>(n))) return true;
  return raise_memory_error();
}

}  // namespace

HexNumber::HexNumber(char32_t c) {
  int n = 0;
  for (int shift = 28; shift >= 0; shift -= 4)
    if (n || c >> shift || shift == 0) text[n++] = "0123456789abcdef"[c >> shift & 15];
  text[n] = 0;
}

ShownChar::ShownChar(char32_t c) {
  if (c > 32 && c < 127) {
    text[0] = static_cast<char>(c);
    text[1] = 0;
    return;
  }
  text[0] = '\\';
  text[1] = 'x';
  std::memcpy(text + 2, HexNumber(c).text, sizeof HexNumber::text);
}

bool one_of(char32_t c, const char* set) { return c && c < 128 && std::strchr(set, static_cast<int>(c)); }

bool parse_format_spec(Str* s, Value value, char default_align, FormatSpec* out) {
  uint32_t at = 0, end = s->length;
  auto peek = [&](uint32_t ahead = 0) { return at + ahead < end ? s->at(at + ahead) : U'\0'; };
  bool has_fill = false, read;
  out->align = default_align;
  if (end >= 2 && is_align(peek(1))) {
    out->fill = peek();
    out->align = static_cast<char>(peek(1));
    has_fill = out->has_align = true;
    at = 2;
  } else if (is_align(peek())) {
    out->align = static_cast<char>(s->at(at++));
    out->has_align = true;
  }
  if (at < end && (peek() == '+' || peek() == '-' || peek() == ' ')) {
    out->sign = static_cast<char>(s->at(at++));
    out->has_sign = true;
  }
  if (peek() == 'z') {
    out->coerce_zero = true;
    ++at;
  }
  if (peek() == '#') {
    out->alternate = true;
    ++at;
  }
  if (!has_fill && peek() == '0') {
    out->fill = '0';
    if (!out->has_align && default_align == '>') out->align = '=';
    ++at;
  }
  if (!read_number(s, &at, &out->width, &read) || !read_grouping(s, &at, &out->grouping)) return false;
  if (peek() == '.') {
    ++at;
    if (!read_number(s, &at, &out->precision, &read) || !read_grouping(s, &at, &out->fraction_grouping)) return false;
    if (!read && !out->fraction_grouping) return value_error("Format specifier missing precision");
  }
  if (end - at > 1) return value_error("Invalid format specifier '%U' for object of type '%T'", s, value);
  if (at < end) out->type = s->at(at);
  if (out->grouping) {
    char32_t type = out->type || default_align == '>' ? out->type : U's';
    if (type && !one_of(type, out->grouping == '_' ? "dboxXeEfFgG%" : "deEfFgG%"))
      return bad_separator(out->grouping, type);
  }
  if (out->fraction_grouping && out->type == 'n') return bad_separator(out->fraction_grouping, out->type);
  return true;
}

void TextBuffer::append(const char* text, size_t n) {
  if (size_ + n > capacity_ && !grow(n)) return;
  std::memcpy(text_ + size_, text, n);
  size_ += n;
}

void TextBuffer::fill(char c, int64_t n) {
  if (n <= 0) return;
  if (size_ + static_cast<uint64_t>(n) > capacity_ && !grow(static_cast<uint64_t>(n))) return;
  std::memset(text_ + size_, c, static_cast<size_t>(n));
  size_ += static_cast<size_t>(n);
}

bool TextBuffer::grow(uint64_t more) {
  uint64_t wanted = (size_ + more) * 3 / 2;
  if (failed_) return false;
  char* fresh = wanted < 1u << 31 ? static_cast<char*>(heap.allocate_raw(static_cast<size_t>(wanted))) : nullptr;
  if (!fresh) {
    failed_ = true;
    return raise_memory_error();
  }
  std::memcpy(fresh, text_, size_);
  if (text_ != here_) heap.release_raw(text_, capacity_);
  text_ = fresh;
  capacity_ = static_cast<size_t>(wanted);
  return true;
}

namespace {

// `digits` with a separator after each `group` from the right, and zeros in front until it is `minimum` wide.
// False: the run is to stop.
bool group_digits(std::string_view digits, char separator, int group, int64_t minimum, TextBuffer* out) {
  // Written from the right, then turned round.
  int64_t left = static_cast<int64_t>(digits.size());
  bool first = true;
  while (left > 0 || minimum > 0 || first) {
    if (!first) {
      out->push(separator);
      --minimum;
    }
    int64_t most = left > minimum ? left : minimum;
    int64_t take = most < 1 ? 1 : most < group ? most : group;
    for (int64_t i = 0; i < take; ++i) out->push(left > 0 ? digits[static_cast<size_t>(--left)] : '0');
    minimum -= take;
    first = false;
    if (!out->ok() || !check()) return false;
  }
  std::string_view all = out->view();
  char* text = const_cast<char*>(all.data());
  for (size_t i = 0, j = all.size(); i + 1 < j; ++i) std::swap(text[i], text[--j]);
  return true;
}

Var pad(const FormatSpec& spec, std::string_view head, std::string_view body, int64_t length) {
  int64_t padding = spec.width > length ? spec.width - length : 0;
  int64_t left = spec.align == '<' || spec.align == '=' ? 0 : spec.align == '^' ? padding / 2 : padding;
  int64_t middle = spec.align == '=' ? padding : 0;
  if (!fits_memory(length + padding)) return Var();
  if (spec.fill < 128 && length + padding < 4096) {
    TextBuffer out;
    char fill = static_cast<char>(spec.fill);
    out.fill(fill, left);
    out.append(head);
    out.fill(fill, middle);
    out.append(body);
    out.fill(fill, padding - left - middle);
    return out.ok() ? Var(make_str(out.view())) : Var();
  }
  StrBuilder out;
  append_fill(out, spec.fill, static_cast<size_t>(left));
  out.append_ascii(head.data(), head.size());
  append_fill(out, spec.fill, static_cast<size_t>(middle));
  out.append_ascii(body.data(), body.size());
  append_fill(out, spec.fill, static_cast<size_t>(padding - left - middle));
  return out.finish();
}

}  // namespace

Var lay_out_number(const FormatSpec& spec, bool negative, std::string_view prefix, std::string_view digits,
                   std::string_view rest) {
  TextBuffer head, grouped;
  if (negative)
    head.push('-');
  else if (spec.sign != '-')
    head.push(spec.sign);
  head.append(prefix);
  if (spec.grouping && !digits.empty()) {
    int64_t minimum = 0;
    if (spec.fill == '0' && spec.align == '=') minimum = spec.width - static_cast<int64_t>(head.size() + rest.size());
    if (minimum > 0 && !fits_memory(minimum)) return Var();
    if (!group_digits(digits, spec.grouping, one_of(spec.type, "boxX") ? 4 : 3, minimum, &grouped)) return Var();
  } else {
    grouped.append(digits);
  }
  grouped.append(rest);
  if (!head.ok() || !grouped.ok()) return Var();
  return pad(spec, head.view(), grouped.view(), static_cast<int64_t>(head.size() + grouped.size()));
}

Var pad_text(const FormatSpec& spec, Str* body) {
  uint32_t shown = body->length;
  if (spec.precision >= 0 && spec.precision < shown) shown = static_cast<uint32_t>(spec.precision);
  if (spec.width <= shown) return shown == body->length ? Var(body) : Var(substring(body, 0, shown));
  int64_t padding = spec.width - shown;
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  if (!fits_memory(spec.width)) return Var();
  StrBuilder out;
  append_fill(out, spec.fill, static_cast<size_t>(left));
  out.append(body, 0, shown);
  append_fill(out, spec.fill, static_cast<size_t>(padding - left));
  return out.finish();
}

}  // namespace ap
