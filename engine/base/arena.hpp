// A bump allocator for things that live and die together: the tokens and the tree of one parse.
// Nothing is ever destroyed singly, so only trivially destructible types belong here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ap {

class Arena {
 public:
  Arena() = default;
  ~Arena() { release(); }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Not inlined: it is called from everywhere, and code must be downloaded.
  [[gnu::noinline]] void* allocate(std::size_t size, std::size_t align = alignof(std::max_align_t)) {
    std::uintptr_t at = (next_ + align - 1) & ~std::uintptr_t(align - 1);
    if (size > end_ - at || at > end_) [[unlikely]] {
      grow(size + align);
      at = (next_ + align - 1) & ~std::uintptr_t(align - 1);
    }
    next_ = at + size;
    return reinterpret_cast<void*>(at);
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
    return ::new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
#pragma GCC diagnostic pop
  }

  // Uninitialised storage for `count` elements.
  template <class T>
  std::span<T> array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return {static_cast<T*>(allocate(count * sizeof(T), alignof(T))), count};
  }

  template <class T>
  std::span<T> copy(const T* from, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count == 0) return {};
    std::span<T> to = array<T>(count);
    std::memcpy(static_cast<void*>(to.data()), from, count * sizeof(T));
    return to;
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {"", 0};
    char* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  std::size_t bytes_reserved() const { return reserved_; }

  // Frees everything at once; the arena can be used again.
  void release() {
    while (chunks_ != nullptr) {
      Chunk* previous = chunks_->previous;
      std::free(chunks_);
      chunks_ = previous;
    }
    next_ = end_ = 0;
    reserved_ = 0;
  }

 private:
  struct alignas(std::max_align_t) Chunk {
    Chunk* previous;
  };

  void grow(std::size_t at_least) {
    // Chunks double, so that a lesson costs 16 KB and a 10 MB source still few calls of malloc.
    std::size_t size = reserved_ < kFirst ? kFirst : (reserved_ < kLargest ? reserved_ : kLargest);
    if (size < at_least) size = at_least;
    void* memory = std::malloc(sizeof(Chunk) + size);
    if (memory == nullptr) std::abort();
    chunks_ = ::new (memory) Chunk{chunks_};
    next_ = reinterpret_cast<std::uintptr_t>(memory) + sizeof(Chunk);
    end_ = next_ + size;
    reserved_ += size;
  }

  static constexpr std::size_t kFirst = 16 * 1024;
  static constexpr std::size_t kLargest = 4 * 1024 * 1024;

  std::uintptr_t next_ = 0;
  std::uintptr_t end_ = 0;
  Chunk* chunks_ = nullptr;
  std::size_t reserved_ = 0;
};

}  // namespace ap
