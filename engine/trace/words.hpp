// Texts for people: moments, numbers of things, widths of columns.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ap::trace {

// "2.0", "0.25", rounded to microseconds: for people. Sums such as 0.1 + 0.2 show as 0.3.
std::string moment(double t);
std::string number(std::uint64_t value);
// "1 item", "3 items"
std::string count_of(std::uint64_t n, std::string_view noun);

// Columns that a text takes in a terminal: 2 for wide characters and emoji, 0 for what combines.
std::size_t display_width(std::string_view utf8);
// The beginning of a text that takes at most `columns`, with "…" at its end where something was cut.
std::string shorten(std::string_view utf8, std::size_t columns);
// Without line breaks and control characters, which are shown as escapes; what is no character becomes U+FFFD.
std::string one_line(std::string_view utf8);

}  // namespace ap::trace
