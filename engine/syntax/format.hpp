// Messages are put together from pieces, in the arena.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "base/arena.hpp"

namespace ap::syntax {

std::string_view concat(Arena& arena, std::initializer_list<std::string_view> parts);

// A number as text. Lives as long as the object.
class Digits {
 public:
  explicit Digits(std::uint32_t value);
  operator std::string_view() const { return {buffer_ + first_, sizeof buffer_ - first_}; }

 private:
  char buffer_[10];
  std::uint8_t first_;
};

// Upper-case hexadecimal, at least four digits: as in "U+00A0".
std::string_view hex4(Arena& arena, std::uint32_t value);

}  // namespace ap::syntax
