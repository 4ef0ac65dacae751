// Searching in strings: memchr and memcmp, and once that has cost more than looking at every unit a few times, a rolling
// hash, so that no pair of texts takes quadratic time. What was looked at counts as steps; where a look takes long, -1 may
// also mean that an exception is set.
#include "object/runtime.hpp"
#include "object/text.hpp"

namespace ap {

namespace {
constexpr uint64_t kPrime = (1ull << 61) - 1, kBase = 0x1b873593'9e3779b9 % kPrime;

uint64_t times(uint64_t a, uint64_t b) {
  // 61 x 61 bits, folded: 2^61 is 1 modulo the prime.
  uint64_t a_high = a >> 31, a_low = a & 0x7fffffff, b_high = b >> 31, b_low = b & 0x7fffffff;
  uint64_t middle = a_low * b_high + a_high * b_low, middle_high = middle >> 30, middle_low = middle & 0x3fffffff;
  uint64_t sum = a_high * b_high * 2 + middle_high + (middle_low << 31) + a_low * b_low;
  sum = (sum & kPrime) + (sum >> 61);
  return sum >= kPrime ? sum - kPrime : sum;
}
uint64_t plus(uint64_t a, uint64_t b) {
  uint64_t sum = a + b;
  return sum >= kPrime ? sum - kPrime : sum;
}

constexpr size_t kUnitsAStep = 64, kPoll = 1 << 14;

template <class Unit>
int64_t find_unit(const void* data, size_t from, size_t to, Unit c) {
  auto* units = static_cast<const Unit*>(data);
  if constexpr (sizeof(Unit) == 1) {
    const void* found = std::memchr(units + from, c, to - from);
    return found ? static_cast<const Unit*>(found) - units : -1;
  }
  for (size_t i = from; i < to; ++i)
    if (units[i] == c) return static_cast<int64_t>(i);
  return -1;
}
int64_t find_unit(const void* data, uint32_t width, size_t from, size_t to, char32_t c) {
  if (width == 1) return find_unit<uint8_t>(data, from, to, static_cast<uint8_t>(c));
  if (width == 2) return find_unit<uint16_t>(data, from, to, static_cast<uint16_t>(c));
  return find_unit<uint32_t>(data, from, to, c);
}
}  // namespace

Needle::Needle(const void* hay, uint32_t width, const void* part, uint32_t part_width, size_t n)
    : hay_(static_cast<const uint8_t*>(hay)),
      part_(static_cast<const uint8_t*>(part)),
      n_(n),
      width_(width),
      part_width_(part_width) {}

bool Needle::at(size_t i) const {
  if (width_ == part_width_) return std::memcmp(hay_ + i * width_, part_, n_ * width_) == 0;
  for (size_t k = 0; k < n_; ++k)
    if (get_unit(hay_, width_, i + k) != get_unit(part_, part_width_, k)) return false;
  return true;
}

int64_t Needle::find(size_t from, size_t to) const {
  if (part_width_ > width_ || to < n_ || from > to - n_) return -1;
  char32_t first = get_unit(part_, part_width_, 0);
  if (n_ == 1) {
    int64_t found = find_unit(hay_, width_, from, to, first);
    rt.steps += ((found < 0 ? to : static_cast<size_t>(found)) - from) / kUnitsAStep / 4;
    return found;
  }
  char32_t last = get_unit(part_, part_width_, n_ - 1);
  size_t end = to - n_ + 1, patience = 64 + (end - from);
  size_t looks = 0;
  for (size_t i = from; i < end;) {
    int64_t found = find_unit(hay_, width_, i, end, first);
    rt.steps += ((found < 0 ? end : static_cast<size_t>(found)) - i) / kUnitsAStep / 4;
    if (found < 0) return -1;
    i = static_cast<size_t>(found);
    if (get_unit(hay_, width_, i + n_ - 1) == last) {
      if (at(i)) return found;
      if (patience < n_) return find_by_hash(i + 1, to, false);
      patience -= n_;
    }
    if (++looks % kPoll == 0 && !check(kPoll / 8)) return -1;
    ++i;
  }
  return -1;
}

// Backwards, both texts are read from their ends.
int64_t Needle::find_by_hash(size_t from, size_t to, bool backwards) const {
  if (to < n_ || from > to - n_) return -1;
  auto hay = [&](size_t i) { return get_unit(hay_, width_, backwards ? to - 1 - i : from + i); };
  uint64_t wanted = 0, here = 0, power = 1;
  for (size_t i = 0; i < n_; ++i) {
    if (i % kPoll == 0 && !check(kPoll / 8)) return -1;
    wanted = plus(times(wanted, kBase), get_unit(part_, part_width_, backwards ? n_ - 1 - i : i));
    here = plus(times(here, kBase), hay(i));
    if (i) power = times(power, kBase);
  }
  for (size_t i = 0;; ++i) {
    if (i % kPoll == 0 && !check(kPoll / 8)) return -1;
    size_t start = backwards ? to - n_ - i : from + i;
    if (here == wanted && at(start)) return static_cast<int64_t>(start);
    if (i + n_ >= to - from) return -1;
    here = plus(here, kPrime - times(power, hay(i)));
    here = plus(times(here, kBase), hay(i + n_));
  }
}

int64_t Needle::find_last(size_t from, size_t to) const {
  if (part_width_ > width_ || to < n_ || from > to - n_) return -1;
  char32_t first = get_unit(part_, part_width_, 0);
  size_t patience = 64 + 4 * (to - from);
  for (size_t i = to - n_ + 1; i-- > from;) {
    if (i % kPoll == 0 && !check(kPoll / kUnitsAStep)) return -1;
    if (get_unit(hay_, width_, i) != first) continue;
    if (at(i)) return static_cast<int64_t>(i);
    if (patience < n_) return find_by_hash(from, i + n_ - 1, true);
    patience -= n_;
  }
  return -1;
}

size_t Needle::count(size_t from, size_t to, size_t most) const {
  size_t n = 0;
  while (n < most) {
    int64_t found = find(from, to);
    if (found < 0 || !check()) break;
    ++n;
    from = static_cast<size_t>(found) + n_;
  }
  return n;
}

}  // namespace ap
