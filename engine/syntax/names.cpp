#include "syntax/names.hpp"

#include <cstdlib>
#include <cstring>

namespace ap::syntax {

Names::~Names() { std::free(slots_); }

std::string_view Names::intern(std::string_view text) {
  if (used_ * 2 >= capacity_) grow();
  std::uint32_t hash = 2166136261u;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  for (std::uint32_t i = hash;; ++i) {
    Slot& slot = slots_[i & (capacity_ - 1)];
    if (slot.data == nullptr) {
      slot = {text.data(), std::uint32_t(text.size()), hash};
      ++used_;
      return text;
    }
    if (slot.hash == hash && slot.size == text.size() && std::memcmp(slot.data, text.data(), text.size()) == 0) {
      return {slot.data, slot.size};
    }
  }
}

void Names::grow() {
  Slot* old = slots_;
  const std::uint32_t old_capacity = capacity_;
  capacity_ = old_capacity == 0 ? 128 : old_capacity * 2;
  slots_ = static_cast<Slot*>(std::calloc(capacity_, sizeof(Slot)));
  if (slots_ == nullptr) std::abort();
  for (std::uint32_t i = 0; i < old_capacity; ++i) {
    if (old[i].data == nullptr) continue;
    std::uint32_t at = old[i].hash;
    while (slots_[at & (capacity_ - 1)].data != nullptr) ++at;
    slots_[at & (capacity_ - 1)] = old[i];
  }
  std::free(old);
}

}  // namespace ap::syntax
