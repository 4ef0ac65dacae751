// What the ways of formatting share: the parsed specification, and numbers as text.
#pragma once
#include <string_view>

#include "object/format.hpp"

namespace ap {

struct FormatSpec {
  char32_t fill = ' ';
  char align = 0;            // < > ^ = ; always set once parsed
  char sign = '-';           // - + or space
  bool coerce_zero = false;  // z
  bool alternate = false;    // #
  char grouping = 0;         // , or _
  char fraction_grouping = 0;
  char32_t type = 0;
  int64_t width = -1, precision = -1;
  bool has_sign = false, has_align = false;
};

// False: ValueError; `value` is named in it.
bool parse_format_spec(Str* spec, Value value, char default_align, FormatSpec* out);

// A character as error texts show it: itself, or "\x" and its number where it is not printable ASCII.
struct ShownChar {
  char text[12];
  explicit ShownChar(char32_t c);
};
// Its number in hexadecimal.
struct HexNumber {
  char text[9];
  explicit HexNumber(char32_t c);
};
// c is one of the characters of an ASCII text; never for c == 0.
bool one_of(char32_t c, const char* set);

// ASCII text that is being put together; what does not fit on the stack comes from the run's heap.
class TextBuffer {
 public:
  TextBuffer() = default;
  ~TextBuffer() {
    if (text_ != here_) heap.release_raw(text_, capacity_);
  }
  TextBuffer(const TextBuffer&) = delete;
  void push(char c) {
    if (size_ < capacity_ || grow(1)) text_[size_++] = c;
  }
  void append(const char* text, size_t n);
  void append(std::string_view text) { append(text.data(), text.size()); }
  void fill(char c, int64_t n);
  void clear() { size_ = 0; }
  std::string_view view() const { return {text_, size_}; }
  size_t size() const { return size_; }
  // False: MemoryError is set.
  bool ok() const { return !failed_; }

 private:
  bool grow(uint64_t more);
  char here_[120];
  char* text_ = here_;
  size_t size_ = 0, capacity_ = sizeof here_;
  bool failed_ = false;
};

// |d| with `type` e f g (and upper case) or r, which is repr's; *zero: nothing but zeros is shown. `point_zero` is
// repr's way with whole numbers, and makes g prefer the exponent one place earlier.
void write_float(double d, char type, int64_t precision, bool alternate, bool point_zero, TextBuffer* out, bool* zero);

// sign, prefix, padding, digits grouped and the rest, as the specification says.
Var lay_out_number(const FormatSpec& spec, bool negative, std::string_view prefix, std::string_view digits,
                   std::string_view rest);
// Pads `body`; '=' is not for text.
Var pad_text(const FormatSpec& spec, Str* body);
Var format_float_spec(double d, const FormatSpec& spec);
Var format_int_spec(Value v, const FormatSpec& spec);

}  // namespace ap
