#include "object/protocol.hpp"
#include "object/text.hpp"

namespace ap {

StrBuilder::~StrBuilder() { heap.release_raw(data_, capacity_ * width_); }

// Makes room for n more characters, none of a class above that of `largest`.
bool StrBuilder::reserve(size_t n, char32_t largest) {
  seen_ |= largest;
  uint32_t width = seen_ < 256 ? 1 : seen_ < 0x10000 ? 2 : 4;
  if (width == width_ && n <= capacity_ - length_) [[likely]]
    return true;
  if (failed_) return false;
  size_t need = length_ + n, capacity = capacity_;
  if (need > capacity) capacity = need + need / (need < (1 << 20) ? 2 : 8) + 32;
  if (need > 0x3ffffff0) return failed_ = true, false;
  if (width == width_) {
    void* data = heap.reallocate_raw(data_, capacity_ * width, capacity * width);
    if (!data) return failed_ = true, false;
    data_ = static_cast<uint8_t*>(data);
  } else {
    auto* data = static_cast<uint8_t*>(heap.allocate_raw(capacity * width));
    if (!data) return failed_ = true, false;
    copy_units(data, width, 0, data_, width_, 0, length_);
    heap.release_raw(data_, capacity_ * width_);
    data_ = data;
    width_ = width;
  }
  capacity_ = capacity;
  return true;
}

void StrBuilder::append(char32_t c) {
  if (reserve(1, c)) set_unit(data_, width_, length_++, c);
}

void StrBuilder::append(const Str* s) {
  if (!reserve(s->length, class_of(s))) return;
  copy_units(data_, width_, length_, s->data(), s->width(), 0, s->length);
  length_ += s->length;
}

void StrBuilder::append_units(const void* units, uint32_t width, size_t n, char32_t largest) {
  if (largest > seen_) largest = largest_unit(units, width, n);
  if (!reserve(n, largest)) return;
  copy_units(data_, width_, length_, units, width, 0, n);
  length_ += n;
}

void StrBuilder::append(const Str* s, uint32_t from, uint32_t to) {
  if (from < to) append_units(s->data() + static_cast<size_t>(from) * s->width(), s->width(), to - from, class_of(s));
}

void StrBuilder::append_ascii(const char* text, size_t n) {
  if (n == 0 || !reserve(n, 0)) return;
  if (width_ == 1)
    std::memcpy(data_ + length_, text, n);
  else
    copy_units(data_, width_, length_, text, 1, 0, n);
  length_ += n;
}

void StrBuilder::append(std::string_view utf8) {
  const char *at = utf8.data(), *end = at + utf8.size();
  while (at < end) {
    const char* plain = at;
    while (at < end && !(*at & 0x80)) ++at;
    if (at > plain) append_ascii(plain, at - plain);
    if (at == end) break;
    char32_t c;
    int bytes = decode_utf8(at, end, &c, true);
    append(bytes < 0 ? U'\ufffd' : c);
    at += bytes < 0 ? -bytes : bytes;
  }
}

bool StrBuilder::append_repr(Value v) {
  Ref<Str> text = repr(v);
  if (text) append(text.get());
  return static_cast<bool>(text);
}

bool StrBuilder::append_str(Value v) {
  if (is_str(v) && v.object()->type == rt.types.str) return append(v.as<Str>()), true;
  Ref<Str> text = str(v);
  if (text) append(text.get());
  return static_cast<bool>(text);
}

Ref<Str> StrBuilder::finish() {
  if (failed_) return raise_memory_error();
  if (length_ < 2) return length_ ? make_char(get_unit(data_, width_, 0)) : make_str("");
  Ref<Str> s = new_str(length_, seen_);
  if (s) std::memcpy(s->data(), data_, length_ * width_);
  return s;
}

bool append_fill(StrBuilder& out, char32_t c, size_t n) {
  if (n < 64) {
    while (n-- > 0) out.append(c);
    return true;
  }
  constexpr size_t kPiece = 1 << 16;
  Ref<Str> piece = new_str(n < kPiece ? n : kPiece, c);
  for (size_t i = 0; piece && i < piece->length; ++i) set_unit(piece->data(), piece->width(), i, c);
  for (; piece && n >= kPiece; n -= kPiece) {
    out.append(piece.get());
    if (out.failed()) return raise_memory_error();
    if (!check(kPiece / 64)) return false;
  }
  if (piece && n) out.append(piece.get(), 0, static_cast<uint32_t>(n));
  return static_cast<bool>(piece);
}

void append_escape(StrBuilder& out, char32_t c) {
  char text[10];
  int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  text[0] = '\\';
  text[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
  for (int i = 0; i < digits; ++i) text[2 + i] = "0123456789abcdef"[c >> (4 * (digits - 1 - i)) & 15];
  out.append_ascii(text, 2 + digits);
}

}  // namespace ap
