// The memory of one run: pooled slots of 16-byte classes in pages, larger blocks on their own.
// Dropping the heap frees everything a run ever made at once, without running destructors,
// so reference cycles cost nothing. Nothing in it may own memory from outside.
//
// Running out: a small allocation never fails. Past the limit it is served from an overdraft and
// `exhausted` is set; the interpreter turns that into MemoryError at its next check. A large
// allocation (> kLargeRefusal) past the limit returns nullptr and the caller raises MemoryError.
#pragma once
#include <cstddef>
#include <cstdint>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AP_SANITIZED 1
#endif
#endif

namespace ap {

class Heap {
 public:
  static constexpr size_t kGranule = 16;
  static constexpr size_t kMaxPooled = 1024;
  static constexpr size_t kClasses = kMaxPooled / kGranule + 1;
  static constexpr size_t kPageSize = 64 * 1024;
  static constexpr size_t kLargeRefusal = 16 * 1024;
  static constexpr size_t kOverdraft = 8 * 1024 * 1024;
  // Under AddressSanitizer each block is the system's, so that use after release is seen.
#if AP_SANITIZED
  static constexpr bool kSanitized = true;
#else
  static constexpr bool kSanitized = false;
#endif

  // Memory for a Python object. Its slot is found by for_each_object while its type word is not null.
  void* allocate_object(size_t bytes) { return allocate<kObjects>(bytes); }
  void release_object(void* block, size_t bytes) {
    reinterpret_cast<FreeSlot*>(block)->type = nullptr;
    release<kObjects>(block, bytes);
  }
  // Memory for anything else: buffers, coroutine frames, interpreter frames.
  void* allocate_raw(size_t bytes) { return allocate<kRaw>(bytes); }
  void release_raw(void* block, size_t bytes) {
    if (block) release<kRaw>(block, bytes);
  }
  // nullptr when the limit forbids it. `new_bytes` may be smaller. The old block stays valid on failure.
  void* reallocate_raw(void* block, size_t old_bytes, size_t new_bytes);

  // Frees everything; the pages are kept for the next run.
  void drop();
  void set_limit(size_t bytes) { limit_ = bytes; }
  size_t limit() const { return limit_; }
  size_t used() const { return used_; }
  bool would_exceed(size_t bytes) const { return bytes > limit_ || used_ > limit_ - bytes; }
  bool exhausted() const { return exhausted_; }
  void clear_exhausted() { exhausted_ = false; }
  // Testing: the k-th allocation from now on sets `exhausted` (small) or returns nullptr (large).
  void fail_at(uint64_t k) { fail_countdown_ = k; }

  // Calls visit(user, object) for each live object, in address order of pages.
  void for_each_object(void (*visit)(void* user, void* object), void* user);
  ~Heap();

 private:
  enum Kind { kObjects, kRaw };
  // Laid over a free slot; `type` lies where Object::type does.
  struct FreeSlot {
    uint32_t refs, bits;
    void* type;
    FreeSlot* next;
  };
  struct Page {
    Page* next;
    uint32_t slot, used;
  };
  struct alignas(16) Large {
    Large *prev, *next;
    size_t bytes;
    uint32_t kind, pad;
  };
  struct Pool {
    FreeSlot* free = nullptr;
    Page* page = nullptr;  // the newest; older ones follow
  };

  template <Kind kind>
  void* allocate(size_t bytes) {
    if constexpr (kSanitized) return allocate_large(kind, bytes);
    if (bytes <= kMaxPooled) [[likely]] {
      Pool& pool = pools_[kind][(bytes + kGranule - 1) / kGranule];
      if (FreeSlot* slot = pool.free; slot && fail_countdown_ == 0) [[likely]] {
        pool.free = slot->next;
        return slot;
      }
    }
    return allocate_slow(kind, bytes);
  }
  template <Kind kind>
  void release(void* block, size_t bytes) {
    if constexpr (kSanitized) return release_large(block);
    if (bytes <= kMaxPooled) [[likely]] {
      Pool& pool = pools_[kind][(bytes + kGranule - 1) / kGranule];
      auto* slot = static_cast<FreeSlot*>(block);
      slot->next = pool.free;
      pool.free = slot;
      return;
    }
    release_large(block);
  }
  void* allocate_slow(Kind kind, size_t bytes);
  void* allocate_large(Kind kind, size_t bytes);
  void release_large(void* block);
  Page* new_page(uint32_t slot);

  Pool pools_[2][kClasses] = {};
  Page* spare_ = nullptr;
  Large* large_ = nullptr;
  size_t used_ = 0, limit_ = 256u << 20;
  uint64_t fail_countdown_ = 0;
  bool exhausted_ = false;
};

// The heap of the current run. One run at a time per process or wasm instance.
extern Heap heap;

// For small std:: containers that live inside the run: their memory is dropped with the heap. What a
// program can make large (lists, strings, queues) grows by reallocate_raw instead and can fail.
template <class T>
struct HeapAllocator {
  using value_type = T;
  HeapAllocator() = default;
  template <class U>
  HeapAllocator(const HeapAllocator<U>&) {}
  T* allocate(size_t n) { return static_cast<T*>(heap.allocate_raw(n * sizeof(T))); }
  void deallocate(T* p, size_t n) { heap.release_raw(p, n * sizeof(T)); }
  bool operator==(const HeapAllocator&) const { return true; }
};

}  // namespace ap
