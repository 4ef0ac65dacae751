// Bytes on their way out, and numbers and texts as JSON and people read them. No locale, no allocation.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ap::trace {

// A buffer that hands its bytes over when it is full or flushed. 64 KB, so it and the sinks that have one do not belong
// on a small stack. Hot writers keep the cursor in a register:
//     char* p = out.room(out.cursor());  ... up to kRoom bytes ...  out.set_cursor(p);
class ByteOut {
 public:
  using Write = void (*)(void* user, const char* data, std::size_t bytes);
  // What may be written after room() without asking again.
  static constexpr std::size_t kRoom = 1024;
  static constexpr std::size_t kBytes = 64 * 1024;

  ByteOut(Write write, void* user) : write_(write), user_(user) {}
  ByteOut(const ByteOut&) = delete;
  ByteOut& operator=(const ByteOut&) = delete;

  char* cursor() const { return cursor_; }
  void set_cursor(char* p) { cursor_ = p; }
  char* room(char* p) { return static_cast<std::size_t>(buffer_ + kBytes - p) < kRoom ? hand_over(p) : p; }
  // Writes a JSON string, quotes included; there is room again after it. `text` is UTF-8, in which a lone surrogate is
  // encoded like any other code point; bytes that are not UTF-8 become U+FFFD.
  char* put_json_text(char* p, std::string_view text);

  // The same for those who are not in a hurry.
  ByteOut& add(std::string_view text);
  ByteOut& add(char c);
  ByteOut& add_number(std::uint64_t value);
  ByteOut& add_seconds(double value);
  ByteOut& add_json_text(std::string_view text);
  // Text content or attribute value of XML: & < > " escaped, control characters replaced.
  ByteOut& add_xml_text(std::string_view text);
  void flush();

 private:
  char* hand_over(char* p);

  Write write_;
  void* user_;
  char* cursor_ = buffer_;
  char buffer_[kBytes];
};

// A literal, without its final zero byte.
template <std::size_t n>
[[gnu::always_inline]] inline char* put_literal(char* p, const char (&literal)[n]) {
  std::memcpy(p, literal, n - 1);
  return p + (n - 1);
}

char* put_u32(char* p, std::uint32_t value);
char* put_u64(char* p, std::uint64_t value);
char* put_i64(char* p, std::int64_t value);
// The shortest decimal that reads back as the same double, with a fraction as in Python's repr: 2.0, 0.1, 1e+22.
// Infinity is 1e999, which every JSON reader takes for it; what is not a number is null. At most 32 bytes.
char* put_seconds(char* p, double value);

}  // namespace ap::trace
