#include "object/bigint.hpp"

#include <cstring>

#include "object/exception.hpp"

namespace ap::big {

namespace {

constexpr size_t kKaratsuba = 48;  // digits from which it pays

void multiply_school(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb) {
  std::memset(out, 0, na * sizeof(Digit));
  for (size_t j = 0; j < nb; ++j) {
    uint64_t carry = 0, factor = b[j];
    Digit* row = out + j;
    for (size_t i = 0; i < na; ++i) {
      carry += row[i] + factor * a[i];
      row[i] = static_cast<Digit>(carry);
      carry >>= 32;
    }
    row[na] = static_cast<Digit>(carry);
  }
}

// a[0..] += b; the carry runs on within a, which has room for it.
void add_into(Digit* a, const Digit* b, size_t nb) {
  uint64_t carry = 0;
  for (size_t i = 0; i < nb; ++i) {
    carry += static_cast<uint64_t>(a[i]) + b[i];
    a[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  for (size_t i = nb; carry; ++i) carry = ++a[i] == 0;
}

void subtract_from(Digit* a, const Digit* b, size_t nb) {
  int64_t carry = 0;
  for (size_t i = 0; i < nb; ++i) {
    carry += static_cast<int64_t>(a[i]) - b[i];
    a[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  for (size_t i = nb; carry; ++i) carry = a[i]-- == 0;
}

// Karatsuba for two numbers of n digits; `scratch` has karatsuba_scratch(n) digits.
bool multiply_equal(Digit* out, const Digit* a, const Digit* b, size_t n, Digit* scratch) {
  if (n < kKaratsuba) {
    multiply_school(out, a, n, b, n);
    return check(1 + n * n / kDigitsAStep);
  }
  size_t low = n / 2, high = n - low, sum = high + 1;
  Digit *sum_a = scratch, *sum_b = sum_a + sum, *middle = sum_b + sum, *rest = middle + 2 * sum;
  add(sum_a, a + low, high, a, low);
  add(sum_b, b + low, high, b, low);
  if (!multiply_equal(out, a, b, low, rest) || !multiply_equal(out + 2 * low, a + low, b + low, high, rest) ||
      !multiply_equal(middle, sum_a, sum_b, sum, rest))
    return false;
  subtract_from(middle, out, 2 * low);
  subtract_from(middle, out + 2 * low, 2 * high);
  add_into(out + low, middle, trimmed(middle, 2 * sum));
  return true;
}

size_t karatsuba_scratch(size_t n) { return 4 * n + 512; }

}  // namespace

Scratch::Scratch(size_t n) : size_(n) {
  if (n <= kHere) {
    digits_ = here_;
    return;
  }
  digits_ = static_cast<Digit*>(heap.allocate_raw(n * sizeof(Digit)));
  if (!digits_) (void)raise_memory_error();
}

int compare(const Digit* a, size_t na, const Digit* b, size_t nb) {
  if (na != nb) return na < nb ? -1 : 1;
  while (na--)
    if (a[na] != b[na]) return a[na] < b[na] ? -1 : 1;
  return 0;
}

void add(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; i < nb; ++i) {
    carry += static_cast<uint64_t>(a[i]) + b[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  for (; i < na; ++i) {
    carry += a[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  out[i] = static_cast<Digit>(carry);
}

void subtract(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb) {
  int64_t carry = 0;
  for (size_t i = 0; i < na; ++i) {
    carry += static_cast<int64_t>(a[i]) - (i < nb ? b[i] : 0);
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
}

Digit multiply_small(Digit* a, size_t n, Digit factor, Digit addend) {
  uint64_t carry = addend;
  for (size_t i = 0; i < n; ++i) {
    carry += static_cast<uint64_t>(a[i]) * factor;
    a[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  return static_cast<Digit>(carry);
}

Digit divide_small(Digit* out, const Digit* a, size_t n, Digit divisor) {
  uint64_t rest = 0;
  while (n--) {
    rest = rest << 32 | a[n];
    out[n] = static_cast<Digit>(rest / divisor);
    rest %= divisor;
  }
  return static_cast<Digit>(rest);
}

bool multiply(Digit* out, const Digit* a, size_t na, const Digit* b, size_t nb) {
  if (na < nb) return multiply(out, b, nb, a, na);
  if (nb < kKaratsuba) {
    multiply_school(out, a, na, b, nb);
    return check(na * nb / kDigitsAStep);
  }
  Scratch scratch(karatsuba_scratch(nb) + 2 * nb);
  if (!scratch) return false;
  if (na == nb) return multiply_equal(out, a, b, nb, scratch);
  // The longer one in pieces as long as the shorter one.
  Digit *product = scratch, *rest = product + 2 * nb;
  std::memset(out, 0, (na + nb) * sizeof(Digit));
  for (size_t at = 0; at < na; at += nb) {
    size_t piece = na - at < nb ? na - at : nb;
    if (piece == nb ? !multiply_equal(product, a + at, b, nb, rest) : !multiply(product, b, nb, a + at, piece))
      return false;
    add_into(out + at, product, trimmed(product, piece + nb));
  }
  return true;
}

// Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D.
bool divide(Digit* quotient, Digit* remainder, const Digit* a, size_t na, const Digit* b, size_t nb) {
  if (nb == 1) {
    Scratch unused(quotient ? 0 : na);
    if (!unused) return false;
    Digit rest = divide_small(quotient ? quotient : unused, a, na, b[0]);
    if (remainder) remainder[0] = rest;
    return check(na / kDigitsAStep);
  }
  Scratch scratch(na + 1 + nb + 1);
  if (!scratch) return false;
  Digit *u = scratch, *v = u + na + 1;
  int shift = std::countl_zero(b[nb - 1]);
  shift_left(u, a, na, shift);
  shift_left(v, b, nb, shift);
  uint64_t first = v[nb - 1], second = v[nb - 2];
  for (size_t j = na - nb + 1; j--;) {
    Digit* part = u + j;
    uint64_t head = static_cast<uint64_t>(part[nb]) << 32 | part[nb - 1];
    uint64_t guess = head / first, rest = head % first;
    while (guess >> 32 || guess * second > (rest << 32 | part[nb - 2])) {
      --guess;
      rest += first;
      if (rest >> 32) break;
    }
    int64_t borrow = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < nb; ++i) {
      carry += guess * v[i];
      borrow += static_cast<int64_t>(part[i]) - static_cast<Digit>(carry);
      part[i] = static_cast<Digit>(borrow);
      carry >>= 32;
      borrow >>= 32;
    }
    borrow += static_cast<int64_t>(part[nb]) - static_cast<int64_t>(carry);
    part[nb] = static_cast<Digit>(borrow);
    if (borrow < 0) {  // the guess was one too large
      --guess;
      uint64_t back = 0;
      for (size_t i = 0; i < nb; ++i) {
        back += static_cast<uint64_t>(part[i]) + v[i];
        part[i] = static_cast<Digit>(back);
        back >>= 32;
      }
      part[nb] += static_cast<Digit>(back);
    }
    if (quotient) quotient[j] = static_cast<Digit>(guess);
    if (!check(nb / kDigitsAStep)) return false;
  }
  if (remainder) {
    shift_right(u, u, nb + 1, shift);
    std::memcpy(remainder, u, nb * sizeof(Digit));
  }
  return true;
}

void shift_left(Digit* out, const Digit* a, size_t n, uint64_t bits) {
  size_t words = static_cast<size_t>(bits / 32);
  unsigned rest = bits % 32;
  uint64_t carry = 0;
  std::memset(out, 0, words * sizeof(Digit));
  for (size_t i = 0; i < n; ++i) {
    carry |= static_cast<uint64_t>(a[i]) << rest;
    out[words + i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  out[words + n] = static_cast<Digit>(carry);
}

bool shift_right(Digit* out, const Digit* a, size_t n, uint64_t bits) {
  size_t words = static_cast<size_t>(bits / 32);
  unsigned rest = bits % 32;
  bool lost = trimmed(a, words) != 0 || (rest && (a[words] << (32 - rest)) != 0);
  for (size_t i = words; i < n; ++i) {
    uint64_t both = a[i] | static_cast<uint64_t>(i + 1 < n ? a[i + 1] : 0) << 32;
    out[i - words] = static_cast<Digit>(both >> rest);
  }
  return lost;
}

uint64_t top_bits(const Digit* a, size_t n, int64_t* exponent, bool* rest) {
  *rest = false;
  *exponent = 0;
  if (n <= 2) return (n > 0 ? a[0] : 0) | static_cast<uint64_t>(n > 1 ? a[1] : 0) << 32;
  int zeros = std::countl_zero(a[n - 1]);
  *exponent = static_cast<int64_t>(n - 2) * 32 - zeros;
  uint64_t value = static_cast<uint64_t>(a[n - 1]) << 32 | a[n - 2];
  Digit below = a[n - 3];
  if (zeros) value = value << zeros | below >> (32 - zeros);
  *rest = (zeros ? below << zeros : below) != 0 || trimmed(a, n - 3) != 0;
  return value;
}

}  // namespace ap::big
