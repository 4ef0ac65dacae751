#include "syntax/format.hpp"

namespace ap::syntax {

std::string_view concat(Arena& arena, std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  char* text = static_cast<char*>(arena.allocate(size + 1, 1));
  char* at = text;
  for (std::string_view part : parts) {
    if (!part.empty()) std::memcpy(at, part.data(), part.size());
    at += part.size();
  }
  return {text, size};
}

Digits::Digits(std::uint32_t value) : first_(sizeof buffer_) {
  do {
    buffer_[--first_] = char('0' + value % 10);
    value /= 10;
  } while (value != 0);
}

std::string_view hex4(Arena& arena, std::uint32_t value) {
  char buffer[8];
  unsigned first = sizeof buffer;
  while (value != 0 || first > sizeof buffer - 4) {
    buffer[--first] = "0123456789ABCDEF"[value & 15];
    value >>= 4;
  }
  return arena.copy(std::string_view(buffer + first, sizeof buffer - first));
}

}  // namespace ap::syntax
