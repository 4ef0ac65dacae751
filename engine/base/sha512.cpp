#include "base/sha512.hpp"

#include <bit>
#include <string>

namespace ap {
namespace {

// The first 64 bits behind the point of the square (power 2) or cube root of a prime, found bit by bit.
uint64_t root_fraction(unsigned prime, int power) {
  uint64_t whole = 1;
  auto pow_of = [&](uint64_t x) { return power == 2 ? x * x : x * x * x; };
  while (pow_of(whole + 1) <= prime) ++whole;
  uint64_t fraction = 0;
  for (int bit = 63; bit >= 0; --bit) {
    uint64_t tried = fraction | uint64_t{1} << bit;
    // (whole + tried / 2^64) ^ power < prime ? In limbs of 32 bits, all of the product; two of the root's are behind the point.
    uint32_t x[3] = {static_cast<uint32_t>(tried), static_cast<uint32_t>(tried >> 32), static_cast<uint32_t>(whole)};
    uint32_t product[9] = {x[0], x[1], x[2]};
    int size = 3;
    for (int times = 1; times < power; ++times) {
      uint32_t next[9] = {};
      for (int i = 0; i < size; ++i) {
        uint64_t carry = 0;
        for (int j = 0; j < 3; ++j) {
          uint64_t sum = uint64_t{product[i]} * x[j] + next[i + j] + carry;
          next[i + j] = static_cast<uint32_t>(sum);
          carry = sum >> 32;
        }
        next[i + 3] = static_cast<uint32_t>(carry);
      }
      size += 3;
      for (int i = 0; i < size; ++i) product[i] = next[i];
    }
    // Behind the point are 2 * power limbs.
    uint64_t integer = product[2 * power];
    if (integer < prime) fraction = tried;
  }
  return fraction;
}

struct Constants {
  uint64_t k[80], h[8];
  Constants() {
    unsigned n = 2;
    for (int i = 0; i < 80; ++n) {
      bool prime = true;
      for (unsigned d = 2; d * d <= n; ++d) prime &= n % d != 0;
      if (!prime) continue;
      k[i] = root_fraction(n, 3);
      if (i < 8) h[i] = root_fraction(n, 2);
      ++i;
    }
  }
};

}  // namespace

std::array<uint8_t, 64> sha512(std::string_view data) {
  static const Constants constants;
  std::string text(data);
  text += '\x80';
  while (text.size() % 128 != 120) text += '\0';
  for (int i = 7; i >= 0; --i) text += static_cast<char>(uint64_t{data.size()} * 8 >> (i * 8));
  uint64_t h[8];
  for (int i = 0; i < 8; ++i) h[i] = constants.h[i];
  for (size_t at = 0; at < text.size(); at += 128) {
    uint64_t w[80];
    for (int i = 0; i < 16; ++i) {
      w[i] = 0;
      for (int j = 0; j < 8; ++j) w[i] = w[i] << 8 | static_cast<uint8_t>(text[at + static_cast<size_t>(i * 8 + j)]);
    }
    for (int i = 16; i < 80; ++i) {
      uint64_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + (std::rotr(a, 1) ^ std::rotr(a, 8) ^ a >> 7) + w[i - 7] + (std::rotr(b, 19) ^ std::rotr(b, 61) ^ b >> 6);
    }
    uint64_t v[8];
    for (int i = 0; i < 8; ++i) v[i] = h[i];
    for (int i = 0; i < 80; ++i) {
      uint64_t e = v[4], a = v[0];
      uint64_t t1 = v[7] + (std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41)) + ((e & v[5]) ^ (~e & v[6])) + constants.k[i] + w[i];
      uint64_t t2 = (std::rotr(a, 28) ^ std::rotr(a, 34) ^ std::rotr(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
      for (int j = 7; j > 0; --j) v[j] = v[j - 1];
      v[4] += t1;
      v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; ++i) h[i] += v[i];
  }
  std::array<uint8_t, 64> out;
  for (size_t i = 0; i < 64; ++i) out[i] = static_cast<uint8_t>(h[i / 8] >> (56 - i % 8 * 8));
  return out;
}

}  // namespace ap
