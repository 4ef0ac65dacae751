#include "base/mersenne.hpp"

namespace ap {

namespace {
constexpr uint32_t kN = Mersenne::kWords, kM = 397;
constexpr uint32_t kUpper = 0x80000000u, kLower = 0x7fffffffu, kMatrix = 0x9908b0dfu;

uint32_t twist(uint32_t high, uint32_t low) {
  uint32_t mixed = (high & kUpper) | (low & kLower);
  return (mixed >> 1) ^ (mixed & 1 ? kMatrix : 0);
}
}  // namespace

void Mersenne::start(uint32_t seed) {
  state[0] = seed;
  for (uint32_t i = 1; i < kN; ++i) state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
}

void Mersenne::seed(const uint32_t* key, size_t n) {
  static const uint32_t kZero = 0;
  if (n == 0) {
    key = &kZero;
    n = 1;
  }
  start(19650218u);
  uint32_t i = 1;
  auto advance = [&] {
    if (++i >= kN) {
      state[0] = state[kN - 1];
      i = 1;
    }
  };
  size_t j = 0;
  for (size_t k = n > kN ? n : kN; k; --k) {
    state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525u)) + key[j] + static_cast<uint32_t>(j);
    advance();
    if (++j >= n) j = 0;
  }
  for (uint32_t k = kN - 1; k; --k) {
    state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941u)) - i;
    advance();
  }
  state[0] = kUpper;
  used = kN;
}

void Mersenne::refill() {
  uint32_t i = 0;
  for (; i < kN - kM; ++i) state[i] = state[i + kM] ^ twist(state[i], state[i + 1]);
  for (; i < kN - 1; ++i) state[i] = state[i + kM - kN] ^ twist(state[i], state[i + 1]);
  state[kN - 1] = state[kM - 1] ^ twist(state[kN - 1], state[0]);
  used = 0;
}

uint32_t Mersenne::next() {
  if (used >= kN) refill();
  uint32_t y = state[used++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

double Mersenne::random() {
  uint32_t high = next() >> 5, low = next() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

uint64_t Mersenne::bits(unsigned k) {
  uint32_t words[2] = {0, 0};
  if (k) bits(k, words);
  return words[0] | static_cast<uint64_t>(words[1]) << 32;
}

void Mersenne::bits(uint64_t k, uint32_t* words) {
  for (; k >= 32; k -= 32) *words++ = next();
  if (k) *words = next() >> (32 - k);
}

}  // namespace ap
