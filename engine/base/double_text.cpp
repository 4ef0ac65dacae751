#include "base/double_text.hpp"

#include <bit>
#include <cmath>
#include <cstring>

namespace ap {

namespace {

constexpr int kMinPower = -292, kMaxPower = 324;
constexpr uint32_t kFiveTo13 = 1220703125;

// An unsigned number of at most 128 * 32 bits, the lowest word first.
struct Wide {
  static constexpr int kWords = 128;
  int size = 0;
  uint32_t word[kWords];

  explicit Wide(uint32_t first) {
    if (first) word[size++] = first;
  }
  void multiply_add(uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < size; ++i) {
      carry += static_cast<uint64_t>(word[i]) * factor;
      word[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry) word[size++] = static_cast<uint32_t>(carry);
  }
  void multiply_by_power_of_5(int power) {
    for (; power >= 13; power -= 13) multiply_add(kFiveTo13, 0);
    uint32_t rest = 1;
    while (power-- > 0) rest *= 5;
    multiply_add(rest, 0);
  }
  int bit_length() const { return size ? size * 32 - std::countl_zero(word[size - 1]) : 0; }
  void shift_left(int bits) {
    int words = bits / 32, rest = bits % 32;
    uint64_t carry = 0;
    for (int i = 0; i < size; ++i) {
      carry |= static_cast<uint64_t>(word[i]) << rest;
      word[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry) word[size++] = static_cast<uint32_t>(carry);
    if (words && size) {
      std::memmove(word + words, word, sizeof(uint32_t) * size);
      std::memset(word, 0, sizeof(uint32_t) * words);
      size += words;
    }
  }
  bool less_than(const Wide& o) const {
    if (size != o.size) return size < o.size;
    for (int i = size - 1; i >= 0; --i)
      if (word[i] != o.word[i]) return word[i] < o.word[i];
    return false;
  }
  void subtract(const Wide& o) {  // o <= *this
    int64_t carry = 0;
    for (int i = 0; i < size; ++i) {
      carry += static_cast<int64_t>(word[i]) - (i < o.size ? o.word[i] : 0);
      word[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    while (size && word[size - 1] == 0) --size;
  }
  // The 64 bits below position `end`; places below 0 count as zeros.
  uint64_t bits_below(int end) const {
    uint64_t value = 0;
    for (int i = end - 1; i >= end - 64; --i) value = value << 1 | (i < 0 ? 0 : word[i / 32] >> (i % 32) & 1);
    return value;
  }
  bool any_below(int end) const {
    for (int i = 0; i < end; ++i)
      if (word[i / 32] >> (i % 32) & 1) return true;
    return false;
  }
};

// The first `bits` binary digits of a / b, the first one being 1; the quotient is that times 2^*exponent, and *rest
// says whether it goes on. Changes a and b. Schoolbook, a bit at a time: both are short in all but odd cases.
void divide(Wide& a, Wide& b, int bits, uint64_t* high, uint64_t* low, int* exponent, bool* rest) {
  int shift = a.bit_length() - b.bit_length();
  if (shift >= 0)
    b.shift_left(shift);
  else
    a.shift_left(-shift);
  if (a.less_than(b)) {
    a.shift_left(1);
    --shift;
  }
  *exponent = shift - (bits - 1);
  *high = *low = 0;
  for (int i = 0; i < bits; ++i) {
    *high = *high << 1 | *low >> 63;
    *low <<= 1;
    if (!a.less_than(b)) {
      a.subtract(b);
      *low |= 1;
    }
    a.shift_left(1);
  }
  *rest = a.size != 0;
}

struct Power {
  uint64_t high, low;
};

// 10^k scaled to 128 bits, rounded up. Computed when first asked for: the table would be 10 KB of the download.
Power power_of_10(int k) {
  static Power cache[kMaxPower - kMinPower + 1];
  Power& power = cache[k - kMinPower];
  if (power.high) return power;
  Wide five(1);
  five.multiply_by_power_of_5(k < 0 ? -k : k);
  bool rest;
  if (k >= 0) {
    int length = five.bit_length();
    power = {five.bits_below(length), five.bits_below(length - 64)};
    rest = five.any_below(length - 128);
  } else {
    int exponent;
    Wide one(1);
    divide(one, five, 128, &power.high, &power.low, &exponent, &rest);
  }
  if (rest && ++power.low == 0) ++power.high;
  return power;
}

struct Parts {
  uint64_t mantissa;
  int exponent;
  bool power_of_2;  // the next double below is nearer than the next one above
};

Parts take_apart(double d) {
  uint64_t bits = std::bit_cast<uint64_t>(d);
  uint64_t fraction = bits & ((1ull << 52) - 1);
  int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  if (exponent == 0) return {fraction, -1074, false};
  return {fraction | 1ull << 52, exponent - 1075, fraction == 0 && exponent > 1};
}

void write_digits(uint64_t value, int exponent, Decimal* out) {
  char text[20];
  int n = 0;
  for (; value; value /= 10) text[n++] = static_cast<char>('0' + value % 10);
  out->point = n + exponent;
  out->count = 0;
  int trailing = 0;
  while (trailing < n && text[trailing] == '0') ++trailing;
  while (n > trailing) out->digits[out->count++] = text[--n];
}

// floor(g * factor / 2^128), with the last bit set where something was cut off.
uint64_t multiply_to_odd(Power g, uint64_t factor) {
  using Uint128 = unsigned __int128;
  Uint128 x = static_cast<Uint128>(g.low) * factor, y = static_cast<Uint128>(g.high) * factor;
  y += static_cast<uint64_t>(x >> 64);
  return static_cast<uint64_t>(y >> 64) | (static_cast<uint64_t>(y) > 1);
}

}  // namespace

// Raffaello Giulietti, "The Schubfach way to render doubles" (2020).
void shortest_decimal(double d, Decimal* out) {
  auto [mantissa, exponent, power_of_2] = take_apart(d);
  if (mantissa == 0) {
    out->count = out->point = 0;
    return;
  }
  if (exponent <= 0 && exponent > -53 && (mantissa & ((1ull << -exponent) - 1)) == 0)
    return write_digits(mantissa >> -exponent, 0, out);
  uint64_t inside = mantissa & 1 ? 1 : 0;  // an even double also owns the borders of its interval
  int k = (exponent * 1262611 - (power_of_2 ? 524031 : 0)) >> 22;
  int h = exponent + ((-k * 1741647) >> 19) + 1;
  Power g = power_of_10(-k);
  uint64_t lower = multiply_to_odd(g, (4 * mantissa - (power_of_2 ? 1 : 2)) << h) + inside;
  uint64_t value = multiply_to_odd(g, (4 * mantissa) << h);
  uint64_t upper = multiply_to_odd(g, (4 * mantissa + 2) << h) - inside;
  uint64_t s = value / 4;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
    if (down != up) return write_digits(tens + up, k + 1, out);
  }
  bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
  if (down != up) return write_digits(s + up, k, out);
  uint64_t middle = 4 * s + 2;
  write_digits(s + (value > middle || (value == middle && (s & 1))), k, out);
}

void rounded_decimal(double d, int64_t places, bool after_point, Decimal* out) {
  auto [mantissa, exponent, unused] = take_apart(d);
  out->count = out->point = 0;
  if (mantissa == 0) return;
  int zeros = std::countr_zero(mantissa);
  mantissa >>= zeros;
  exponent += zeros;
  // The exact value as an integer in base 10^9: m * 2^e, or m * 5^-e with the point moved by e.
  constexpr uint32_t kBase = 1000000000;
  uint32_t word[90];
  int size = 0;
  for (uint64_t m = mantissa; m; m /= kBase) word[size++] = static_cast<uint32_t>(m % kBase);
  int left = exponent < 0 ? -exponent : exponent;
  while (left) {
    int step = exponent < 0 ? (left < 13 ? left : 13) : (left < 29 ? left : 29);
    uint64_t factor = 1, carry = 0;
    if (exponent < 0)
      for (int i = 0; i < step; ++i) factor *= 5;
    else
      factor <<= step;
    left -= step;
    for (int i = 0; i < size; ++i) {
      carry += word[i] * factor;
      word[i] = static_cast<uint32_t>(carry % kBase);
      carry /= kBase;
    }
    for (; carry; carry /= kBase) word[size++] = static_cast<uint32_t>(carry % kBase);
  }
  char text[90 * 9];
  for (int i = 0; i < size; ++i) {
    uint32_t w = word[size - 1 - i];
    for (int j = 8; j >= 0; --j, w /= 10) text[i * 9 + j] = static_cast<char>('0' + w % 10);
  }
  int begin = 0, end = size * 9;
  while (text[begin] == '0') ++begin;
  int point = end - begin + (exponent < 0 ? exponent : 0);
  int64_t keep = after_point ? places + point : places;
  if (keep < 0) return;
  int count = end - begin;
  if (keep < count) {
    const char* digits = text + begin;
    bool up = digits[keep] > '5';
    if (digits[keep] == '5') {
      up = keep > 0 && (digits[keep - 1] - '0') % 2 == 1;
      for (int i = static_cast<int>(keep) + 1; i < count && !up; ++i) up = digits[i] != '0';
    }
    count = static_cast<int>(keep);
    if (up) {
      int i = begin + count - 1;
      while (i >= begin && text[i] == '9') --i, --count;
      if (i < begin) {  // all nines, or nothing kept: 1 of the next place
        out->digits[0] = '1';
        out->count = 1;
        out->point = point + 1;
        return;
      }
      ++text[i];
    }
  }
  while (count && text[begin + count - 1] == '0') --count;
  if (count == 0) return;
  std::memcpy(out->digits, text + begin, count);
  out->count = count;
  out->point = point;
}

double double_from_binary(uint64_t mantissa, int64_t exponent, bool sticky) {
  if (mantissa == 0) return 0.0;
  int zeros = std::countl_zero(mantissa);
  mantissa <<= zeros;
  exponent -= zeros;
  if (exponent > 1023 - 63) return HUGE_VAL;
  if (exponent < -1200) return 0.0;
  // The lowest bit kept stands for 2^-1074 at least.
  int cut = 11;
  if (exponent + cut < -1074) cut = static_cast<int>(-1074 - exponent);
  if (cut > 64) return 0.0;
  uint64_t kept = cut == 64 ? 0 : mantissa >> cut;
  uint64_t rest = cut == 64 ? mantissa : mantissa & ((1ull << cut) - 1);
  uint64_t half = 1ull << (cut - 1);
  if (rest > half || (rest == half && (sticky || (kept & 1)))) ++kept;
  if (kept == 0) return 0.0;
  int64_t e = exponent + cut;  // of kept's lowest bit
  if (kept >> 53) {
    kept >>= 1;
    ++e;
  }
  if (e > 971) return HUGE_VAL;
  if (!(kept >> 52)) return std::bit_cast<double>(kept);  // subnormal
  return std::bit_cast<double>((kept & ((1ull << 52) - 1)) | static_cast<uint64_t>(e + 1075) << 52);
}

double double_from_decimal(const char* digits, size_t count, int64_t point) {
  while (count && *digits == '0') {
    ++digits;
    --count;
    --point;
  }
  while (count && digits[count - 1] == '0') --count;
  if (count == 0 || point < -330) return 0.0;
  if (point > 310) return HUGE_VAL;
  int64_t exponent = point - static_cast<int64_t>(count);  // of the last digit
  if (count <= 19) {
    uint64_t value = 0;
    for (size_t i = 0; i < count; ++i) value = value * 10 + static_cast<uint64_t>(digits[i] - '0');
    // William Clinger's fast path: both operands are exact, so one operation rounds correctly.
    if (value <= 1ull << 53 && exponent >= -22 && exponent <= 22) {
      static const double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
      double d = static_cast<double>(value);
      return exponent < 0 ? d / kPowers[-exponent] : d * kPowers[exponent];
    }
  }
  // Digits past these cannot decide but by being there: no double and no middle of two has so many.
  constexpr size_t kEnough = 780;
  bool cut = count > kEnough;
  if (cut) {
    count = kEnough;
    exponent = point - static_cast<int64_t>(count);
  }
  Wide value(0);
  size_t i = 0;
  while (i < count) {
    uint32_t part = 0, scale = 1;
    for (; i < count && scale < 1000000000; ++i, scale *= 10) part = part * 10 + static_cast<uint32_t>(digits[i] - '0');
    value.multiply_add(scale, part);
  }
  uint64_t mantissa, unused;
  int shift;
  bool rest;
  if (exponent >= 0) {
    value.multiply_by_power_of_5(static_cast<int>(exponent));
    int length = value.bit_length();
    shift = length - 64 + static_cast<int>(exponent);
    mantissa = value.bits_below(length);
    rest = value.any_below(length - 64);
  } else {
    Wide scale(1);
    scale.multiply_by_power_of_5(static_cast<int>(-exponent));
    divide(value, scale, 64, &unused, &mantissa, &shift, &rest);
    shift += static_cast<int>(exponent);
  }
  return double_from_binary(mantissa, shift, rest || cut);
}

char* write_double(double d, char* to) {
  if (d != d) {
    std::memcpy(to, "nan", 3);
    return to + 3;
  }
  if (std::signbit(d)) *to++ = '-';
  if (std::isinf(d)) {
    std::memcpy(to, "inf", 3);
    return to + 3;
  }
  Decimal decimal;
  shortest_decimal(d, &decimal);
  const char* digits = decimal.digits;
  int count = decimal.count, point = decimal.point;
  if (count == 0) {
    std::memcpy(to, "0.0", 3);
    return to + 3;
  }
  if (point > -4 && point <= 16) {
    if (point <= 0) {
      *to++ = '0';
      *to++ = '.';
      for (int i = point; i < 0; ++i) *to++ = '0';
    }
    for (int i = 0; i < count; ++i) {
      *to++ = digits[i];
      if (i + 1 == point && i + 1 < count) *to++ = '.';
    }
    if (point >= count) {
      for (int i = count; i < point; ++i) *to++ = '0';
      *to++ = '.';
      *to++ = '0';
    }
    return to;
  }
  *to++ = digits[0];
  if (count > 1) {
    *to++ = '.';
    std::memcpy(to, digits + 1, count - 1);
    to += count - 1;
  }
  int exponent = point - 1;
  *to++ = 'e';
  *to++ = exponent < 0 ? '-' : '+';
  if (exponent < 0) exponent = -exponent;
  if (exponent >= 100) {
    *to++ = static_cast<char>('0' + exponent / 100);
    exponent %= 100;
  }
  *to++ = static_cast<char>('0' + exponent / 10);
  *to++ = static_cast<char>('0' + exponent % 10);
  return to;
}

}  // namespace ap
