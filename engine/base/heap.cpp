#include "base/heap.hpp"

#include "base/give_up.hpp"
#include "base/meter.hpp"

#include <cstdlib>
#include <cstring>

namespace ap {

Heap heap;
uint64_t* meter = nullptr;
bool (*give_up)() = nullptr;
uint64_t fails_in = 0;
void (*when_it_fails)() = nullptr;

namespace {
constexpr size_t kPageHeader = 16;
// The countdown of fail_at(); true: this allocation is the one.
bool fails_now(uint64_t& countdown, bool& exhausted) {
  if (!countdown || (fails_in = --countdown)) return false;
  if (when_it_fails) when_it_fails();
  return exhausted = true;
}
constexpr size_t round_up(size_t n) { return (n + Heap::kGranule - 1) / Heap::kGranule * Heap::kGranule; }
// There is no way to go on when the system itself has no memory left for a small block; the
// overdraft makes that unreachable while the limit is below what the system gives.
void* system_allocate(size_t bytes) {
  void* block = std::malloc(bytes);
  if (!block) std::abort();
  return block;
}

// The system hands memory out when it is first touched, which may take as long as all that is done with it. Within a memset
// nobody hears Stop; in a loop somebody does: in wasm V8, natively whoever is asked here. False: the run is to stop.
bool touch(void* block, size_t from, size_t to) {
  constexpr size_t kPiece = 1 << 20, kSystemPage = 4096;
  if (to < from + kPiece) return true;
  for (size_t i = from; i < to; i += kSystemPage) {
    static_cast<volatile char*>(block)[i] = 0;
    if (i % kPiece < kSystemPage && give_up && give_up()) return false;
  }
  return true;
}
}  // namespace

Heap::Page* Heap::new_page(uint32_t slot) {
  Page* page = spare_;
  if (page)
    spare_ = page->next;
  else
    page = static_cast<Page*>(system_allocate(kPageSize));
  page->slot = slot;
  page->used = 0;
  used_ += kPageSize;
  if (used_ > limit_) exhausted_ = true;
  return page;
}

void* Heap::allocate_slow(Kind kind, size_t bytes) {
  if (bytes > kMaxPooled) return allocate_large(kind, bytes);
  fails_now(fail_countdown_, exhausted_);
  size_t c = (bytes + kGranule - 1) / kGranule;
  if (c < 2) c = 2;  // a free slot needs 24 bytes on a 64-bit machine
  Pool& pool = pools_[kind][c];
  if (pool.free) {
    FreeSlot* slot = pool.free;
    pool.free = slot->next;
    return slot;
  }
  uint32_t slot = static_cast<uint32_t>(c * kGranule);
  if (!pool.page || kPageHeader + pool.page->used + slot > kPageSize - 16) {
    Page* page = new_page(slot);
    page->next = pool.page;
    pool.page = page;
  }
  char* block = reinterpret_cast<char*>(pool.page) + kPageHeader + pool.page->used;
  pool.page->used += slot;
  return block;
}

void* Heap::allocate_large(Kind kind, size_t bytes) {
  if (fails_now(fail_countdown_, exhausted_) && bytes > kLargeRefusal) return nullptr;
  size_t total = bytes + sizeof(Large);
  if (would_exceed(total)) {
    // One MemoryError is enough, unless the overdraft is used up: what goes on and on being refused must hear of that.
    exhausted_ = bytes <= kLargeRefusal || used_ > limit_ + kOverdraft;
    if (bytes > kLargeRefusal) return nullptr;
  }
  auto* block = static_cast<Large*>(std::malloc(total));
  if (!block) {
    if (bytes > kLargeRefusal) return nullptr;
    std::abort();
  }
  if (!touch(block + 1, 0, bytes)) {
    std::free(block);
    return nullptr;
  }
  *block = {nullptr, large_, total, static_cast<uint32_t>(kind), 0};
  if (large_) large_->prev = block;
  large_ = block;
  used_ += total;
  if (meter) *meter += bytes / kBytesAStep;
  return block + 1;
}

void Heap::release_large(void* payload) {
  Large* block = static_cast<Large*>(payload) - 1;
  if (block->prev)
    block->prev->next = block->next;
  else
    large_ = block->next;
  if (block->next) block->next->prev = block->prev;
  used_ -= block->bytes;
  std::free(block);
}

void* Heap::reallocate_raw(void* old, size_t old_bytes, size_t new_bytes) {
  if (old && (kSanitized || (old_bytes > kMaxPooled && new_bytes > kMaxPooled))) {
    bool refused = fails_now(fail_countdown_, exhausted_) || (new_bytes > old_bytes && would_exceed(new_bytes - old_bytes));
    if (refused && new_bytes > kLargeRefusal) return nullptr;
    Large* block = static_cast<Large*>(old) - 1;
    size_t before = block->bytes;
    if (meter) *meter += new_bytes / kBytesAStep;
    auto* moved = static_cast<Large*>(std::realloc(block, new_bytes + sizeof(Large)));
    if (!moved) return nullptr;
    moved->bytes = new_bytes + sizeof(Large);
#ifdef __EMSCRIPTEN__
    // Natively what is added is touched as it is filled: the old block is gone, so there is no giving up here.
    touch(moved + 1, old_bytes, new_bytes);
#endif
    used_ += moved->bytes - before;
    if (used_ > limit_) exhausted_ = true;
    if (moved->prev)
      moved->prev->next = moved;
    else
      large_ = moved;
    if (moved->next) moved->next->prev = moved;
    return moved + 1;
  }
  if (old && round_up(old_bytes) == round_up(new_bytes)) return old;
  void* fresh = allocate_raw(new_bytes);
  if (!fresh) return nullptr;
  if (old) {
    std::memcpy(fresh, old, old_bytes < new_bytes ? old_bytes : new_bytes);
    release_raw(old, old_bytes);
  }
  return fresh;
}

void Heap::drop() {
  for (auto& kind : pools_)
    for (Pool& pool : kind) {
      while (Page* page = pool.page) {
        pool.page = page->next;
        page->next = spare_;
        spare_ = page;
      }
      pool.free = nullptr;
    }
  while (Large* block = large_) {
    large_ = block->next;
    std::free(block);
  }
  used_ = 0;
  exhausted_ = false;
  fail_countdown_ = 0;
}

void Heap::for_each_object(void (*visit)(void*, void*), void* user) {
  for (Pool& pool : pools_[kObjects])
    for (Page* page = pool.page; page; page = page->next)
      for (uint32_t at = 0; at < page->used; at += page->slot) {
        void* object = reinterpret_cast<char*>(page) + kPageHeader + at;
        if (static_cast<FreeSlot*>(object)->type) visit(user, object);
      }
  // The list has the newest first; what is asked is told in the order of making, as in the pages.
  Large* oldest = large_;
  while (oldest && oldest->next) oldest = oldest->next;
  for (Large *block = oldest, *newer; block; block = newer) {
    newer = block->prev;
    if (block->kind == kObjects && reinterpret_cast<FreeSlot*>(block + 1)->type) visit(user, block + 1);
  }
}

Heap::~Heap() {
  drop();
  while (Page* page = spare_) {
    spare_ = page->next;
    std::free(page);
  }
}

}  // namespace ap
