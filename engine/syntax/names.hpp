// The names of one parse: equal text, equal address.
#pragma once

#include <cstdint>
#include <string_view>

namespace ap::syntax {

class Names {
 public:
  Names() = default;
  ~Names();
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  // `text` must live as long as the tree; the first of equal texts is kept.
  std::string_view intern(std::string_view text);

 private:
  struct Slot {
    const char* data;
    std::uint32_t size;
    std::uint32_t hash;
  };
  void grow();

  Slot* slots_ = nullptr;
  std::uint32_t capacity_ = 0;
  std::uint32_t used_ = 0;
};

}  // namespace ap::syntax
