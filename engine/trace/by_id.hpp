// Small containers for the folds over events. They are what std::unordered_map and std::deque would be, but their code
// is there once and not once a type.
#pragma once
#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace ap::trace {

// Pointers by id; ids are not 0. Open addressing, half full at most.
class IdTable {
 public:
  IdTable() = default;
  ~IdTable();
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;

  void* find(std::uint32_t id) const;
  void insert(std::uint32_t id, void* item);  // not there yet
  void* remove(std::uint32_t id);             // what was there, or nullptr
  // Any item, in no order that means something; nullptr behind the last. Start with slot 0.
  void* next(std::size_t& slot) const;
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t id;
    void* item;
  };
  std::size_t home(std::uint32_t id) const { return id * 0x9e3779b1u & (capacity_ - 1); }
  void put(std::uint32_t id, void* item);

  Slot* slots_ = nullptr;
  std::size_t capacity_ = 0, size_ = 0;
};

template <class T>
class ById {
 public:
  ById() = default;
  ~ById() { clear(); }

  T* find(std::uint32_t id) const { return static_cast<T*>(table_.find(id)); }
  // The item with this id, made if it is not there.
  T& operator[](std::uint32_t id) {
    T* item = find(id);
    if (!item) table_.insert(id, item = new T());
    return *item;
  }
  void erase(std::uint32_t id) { delete static_cast<T*>(table_.remove(id)); }
  void clear() {
    for_each([](T& item) { delete &item; });
    table_.~IdTable();
    new (&table_) IdTable();
  }
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::size_t slot = 0;
    while (void* item = table_.next(slot)) visit(*static_cast<T*>(item));
  }
  bool empty() const { return table_.size() == 0; }

 private:
  IdTable table_;
};

// First in, first out, with removal anywhere.
class IdQueue {
 public:
  void push_back(std::uint32_t id) { ids_.push_back(id); }
  void remove(std::uint32_t id);
  void clear();
  const std::uint32_t* begin() const { return ids_.data() + head_; }
  const std::uint32_t* end() const { return ids_.data() + ids_.size(); }
  std::size_t size() const { return ids_.size() - head_; }
  bool empty() const { return size() == 0; }

 private:
  std::vector<std::uint32_t> ids_;
  std::size_t head_ = 0;
};

// Removes the first occurrence.
void remove_id(std::vector<std::uint32_t>& ids, std::uint32_t id);

}  // namespace ap::trace
