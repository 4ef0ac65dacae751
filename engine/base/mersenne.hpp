// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded and read as CPython's `random` does.
#pragma once
#include <cstddef>
#include <cstdint>

namespace ap {

class Mersenne {
 public:
  static constexpr uint32_t kWords = 624;

  Mersenne() { seed(nullptr, 0); }
  // random.seed(n): the magnitude of n as 32-bit words, the lowest first; no words stand for 0.
  void seed(const uint32_t* key, size_t n);
  uint32_t next();
  // In [0, 1), 53 bits.
  double random();
  // getrandbits(k) for k <= 64.
  uint64_t bits(unsigned k);
  // getrandbits(k) for any k > 0: fills (k + 31) / 32 words, the lowest first.
  void bits(uint64_t k, uint32_t* words);

  // getstate() and setstate(): the words, and how many of them have been used.
  uint32_t state[kWords];
  uint32_t used = kWords;

 private:
  void start(uint32_t seed);
  void refill();
};

}  // namespace ap
