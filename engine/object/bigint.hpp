// Arithmetic on magnitudes: arrays of 32-bit digits, the lowest first. No signs, no Python objects.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/heap.hpp"

namespace ap::big {

using Digit = uint32_t;
// How many operations on digits are accounted for as one step of the run.
inline constexpr size_t kDigitsAStep = 8;

// Temporary digits from the run's heap. Null when it refuses; MemoryError is set then.
class Scratch {
 public:
  explicit Scratch(size_t n);
  ~Scratch() {
    if (digits_ != here_) heap.release_raw(digits_, size_ * sizeof(Digit));
  }
  Scratch(const Scratch&) = delete;
  explicit operator bool() const { return digits_ != nullptr; }
  operator Digit*() { return digits_; }  // NOLINT: it stands for its digits

 private:
  static constexpr size_t kHere = 40;
  size_t size_;
  Digit* digits_;
  Digit here_[kHere];
};

// Size without leading zeros.
inline size_t trimmed(const Digit* a, size_t n) {
  while (n && a[n - 1] == 0) --n;
  return n;
}
int compare(const Digit* a, size_t na, const Digit* b, size_t nb);  // both trimmed
// of a trimmed number
inline uint64_t bit_length(const Digit* a, size_t n) {
  return n ? static_cast<uint64_t>(n) * 32 - static_cast<uint64_t>(std::countl_zero(a[n - 1])) : 0;
}

// out[0..na] = a + b for na >= nb. `out` may be a.
void add(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb);
// out[0..na-1] = a - b for a >= b. `out` may be a.
void subtract(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb);
// a = a * factor + addend; the carry is returned.
Digit multiply_small(Digit* a, size_t n, Digit factor, Digit addend);
// out[0..n-1] = a / divisor; the remainder is returned. `out` may be a.
Digit divide_small(Digit* out, const Digit* a, size_t n, Digit divisor);
// out[0..na+nb-1] = a * b; `out` is apart from both. False: an exception is set.
[[nodiscard]] bool multiply(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb);
// quotient[0..na-nb] and remainder[0..nb-1] of a / b, for trimmed a, b with na >= nb > 0. Either may be null.
[[nodiscard]] bool divide(Digit* quotient, Digit* remainder, const Digit* a, size_t na, const Digit* b, size_t nb);
// out[0..n+bits/32] = a << bits
void shift_left(Digit* out, const Digit* a, size_t n, uint64_t bits);
// out[0..n-bits/32-1] = a >> bits for bits/32 < n. `out` may be a. True: a bit that was set has been cut off.
bool shift_right(Digit* out, const Digit* a, size_t n, uint64_t bits);
// The highest 64 bits of a trimmed a: a = that * 2^*exponent and something more when *rest.
uint64_t top_bits(const Digit* a, size_t n, int64_t* exponent, bool* rest);

}  // namespace ap::big
