// Texts for people: moments, numbers of things, widths of columns.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace ap::trace {

// Columns that a text takes in a terminal: 2 for wide characters and emoji, 0 for what combines.
std::size_t display_width(std::string_view utf8);

// Makes short texts and keeps them until reset, so that phrases can be put together without owning their parts.
class Scratch {
 public:
  Scratch() = default;
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  void reset();

  std::string_view join(std::initializer_list<std::string_view> parts);
  std::string_view number(std::uint64_t value);
  // "1 item", "3 items"
  std::string_view count_of(std::uint64_t n, std::string_view noun);
  // "2.0", "0.25", rounded to microseconds: for people. Sums such as 0.1 + 0.2 show as 0.3.
  std::string_view moment(double t);
  // The beginning of a text that takes at most `columns`, with "…" at its end where something was cut.
  std::string_view shorten(std::string_view utf8, std::size_t columns);
  // Without line breaks and control characters, which are shown as escapes; what is no character becomes U+FFFD.
  std::string_view one_line(std::string_view utf8);
  std::string_view one_line(std::string_view utf8, std::size_t columns) { return shorten(one_line(utf8), columns); }
  // The same for each line, with `indent` spaces before all lines but the first.
  std::string_view lines(std::string_view utf8, std::size_t indent);
  // With spaces behind or before it up to a width.
  std::string_view left(std::string_view text, std::size_t columns);
  std::string_view right(std::string_view text, std::size_t columns);
  std::string_view spaces(std::size_t n);

 private:
  struct Block {
    Block* before;
  };
  static constexpr std::size_t kBlock = 8 * 1024;
  char* allocate(std::size_t bytes);
  std::string_view escape(std::string_view utf8, bool keep_lines, std::size_t indent);

  Block* block_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace ap::trace
