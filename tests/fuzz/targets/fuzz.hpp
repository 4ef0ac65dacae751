// What the fuzz targets share. Each file here is one target of libFuzzer (`npm run fuzz`): bytes in, and nothing may come
// of it but an answer. A defect is a crash, a report of a sanitizer, a leak or an input that takes too long.
#pragma once
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "api/session.hpp"
#include "api/verbs.hpp"
#include "bindings/python_modules.hpp"

namespace ap::fuzz {

// What a run gets: enough to reach every limit, and over in milliseconds.
inline Limits small_limits() {
  Limits limits;
  limits.steps = 200'000;
  limits.memory = 24u << 20;
  limits.output = 1 << 16;
  limits.loop_iterations = 5'000;
  return limits;
}

// A file of tests/fuzz/seeds.
inline std::string read_seed(const char* name) {
  std::string path = std::string(AP_SEEDS "/") + name, text;
  FILE* f = std::fopen(path.c_str(), "rb");
  if (!f) __builtin_trap();
  char buffer[65536];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
  std::fclose(f);
  return text;
}

inline const bool modules_loaded = (load_python_modules_from_binary(), true);

}  // namespace ap::fuzz

#define FUZZ_TARGET(text)                                                  \
  static void fuzz_one(std::string_view text);                             \
  extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) { \
    fuzz_one({reinterpret_cast<const char*>(data), size});                 \
    return 0;                                                              \
  }                                                                        \
  static void fuzz_one(std::string_view text)
