#include "trace/by_id.hpp"

#include <cstdlib>

namespace ap::trace {

IdTable::~IdTable() { std::free(slots_); }

void* IdTable::find(std::uint32_t id) const {
  if (capacity_ == 0) return nullptr;
  for (std::size_t i = home(id); slots_[i].item; i = (i + 1) & (capacity_ - 1)) {
    if (slots_[i].id == id) return slots_[i].item;
  }
  return nullptr;
}

void IdTable::put(std::uint32_t id, void* item) {
  std::size_t i = home(id);
  while (slots_[i].item) i = (i + 1) & (capacity_ - 1);
  slots_[i] = {id, item};
}

void IdTable::insert(std::uint32_t id, void* item) {
  if (2 * (size_ + 1) > capacity_) {
    Slot* old = slots_;
    std::size_t old_capacity = capacity_;
    capacity_ = old_capacity ? 2 * old_capacity : 16;
    slots_ = static_cast<Slot*>(std::calloc(capacity_, sizeof(Slot)));
    if (!slots_) std::abort();
    for (std::size_t i = 0; i < old_capacity; i++) {
      if (old[i].item) put(old[i].id, old[i].item);
    }
    std::free(old);
  }
  put(id, item);
  size_++;
}

void* IdTable::remove(std::uint32_t id) {
  if (capacity_ == 0) return nullptr;
  std::size_t i = home(id);
  while (slots_[i].item && slots_[i].id != id) i = (i + 1) & (capacity_ - 1);
  void* item = slots_[i].item;
  if (!item) return nullptr;
  size_--;
  slots_[i].item = nullptr;
  // What follows without a gap may have been pushed on by the slot that is free now.
  for (i = (i + 1) & (capacity_ - 1); slots_[i].item; i = (i + 1) & (capacity_ - 1)) {
    Slot moved = slots_[i];
    slots_[i].item = nullptr;
    put(moved.id, moved.item);
  }
  return item;
}

void* IdTable::next(std::size_t& slot) const {
  while (slot < capacity_) {
    if (void* item = slots_[slot++].item) return item;
  }
  return nullptr;
}

void remove_id(std::vector<std::uint32_t>& ids, std::uint32_t id) {
  for (std::size_t i = 0; i < ids.size(); i++) {
    if (ids[i] == id) {
      ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

void IdQueue::remove(std::uint32_t id) {
  if (empty()) return;
  if (ids_[head_] != id) {
    for (std::size_t i = head_ + 1; i < ids_.size(); i++) {
      if (ids_[i] == id) {
        ids_.erase(ids_.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      }
    }
    return;
  }
  head_++;
  if (head_ > 1024 && 2 * head_ > ids_.size()) {
    ids_.erase(ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
}

void IdQueue::clear() {
  ids_.clear();
  head_ = 0;
}

}  // namespace ap::trace
