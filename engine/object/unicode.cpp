#include "object/unicode.hpp"

#include <cstddef>

namespace ap {

uint16_t latin1_flags[256];

namespace {
#include "object/unicode_tables.inc"

struct CaseRun {
  uint32_t first;
  uint16_t count;
  uint16_t stride;
  int32_t delta;
};
struct Special {
  uint32_t from;
  uint16_t to[3];
};

// The tables travel as bytes that compress well and are laid out for binary search when they are first needed.
uint32_t run_starts[kRuns];
CaseRun case_runs[kCaseRuns];
Special specials[kSpecials];
bool classes_ready, case_ready;

uint32_t read_varint(const uint8_t*& at) {
  uint32_t n = 0;
  for (int shift = 0;; shift += 7) {
    n |= static_cast<uint32_t>(*at & 127) << shift;
    if (*at++ < 128) return n;
  }
}

void read_classes() {
  const uint8_t* at = kRunLengths;
  uint32_t start = 0;
  for (uint32_t& run : run_starts) {
    run = start;
    start += read_varint(at);
  }
  classes_ready = true;
}

void read_case() {
  const uint8_t* at = kCaseRunData;
  CaseRun* run = case_runs;
  for (int count : kCaseRunCounts) {
    uint32_t end = 0;
    while (count--) {
      uint32_t first = end + read_varint(at), n = read_varint(at), delta = read_varint(at);
      run->first = first;
      run->stride = 1 + (n & 1);
      run->count = static_cast<uint16_t>(n >> 1);
      run->delta = delta & 1 ? -static_cast<int32_t>((delta + 1) / 2) : static_cast<int32_t>(delta / 2);
      end = first + (run->count - 1) * run->stride;
      ++run;
    }
  }
  at = kSpecialData;
  Special* special = specials;
  for (int count : kSpecialCounts) {
    uint32_t from = 0;
    while (count--) {
      special->from = from += read_varint(at);
      for (uint16_t& to : special->to) to = static_cast<uint16_t>(read_varint(at));
      ++special;
    }
  }
  case_ready = true;
}

int find_run(char32_t c) {
  if (!classes_ready) read_classes();
  int low = 0, high = kRuns;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (run_starts[middle] <= c)
      low = middle;
    else
      high = middle;
  }
  return low;
}

// One of the four maps; false: `c` is not in it.
bool map_char(char32_t c, int map, char32_t out[3], int* n) {
  const Special* special = specials;
  const CaseRun* run = case_runs;
  for (int i = 0; i < map; ++i) {
    special += kSpecialCounts[i];
    run += kCaseRunCounts[i];
  }
  int low = 0, high = kSpecialCounts[map];
  while (low < high) {
    int middle = (low + high) / 2;
    if (special[middle].from < c)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < kSpecialCounts[map] && special[low].from == c) {
    *n = special[low].to[2] ? 3 : 2;
    for (int i = 0; i < *n; ++i) out[i] = special[low].to[i];
    return true;
  }
  low = 0, high = kCaseRunCounts[map];
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (run[middle].first <= c)
      low = middle;
    else
      high = middle;
  }
  const CaseRun& r = run[low];
  if (c < r.first || (c - r.first) % r.stride || (c - r.first) / r.stride >= r.count) return false;
  out[0] = c + r.delta;
  *n = 1;
  return true;
}
}  // namespace

uint16_t char_flags_slow(char32_t c) {
  if (c > 0x10ffff) return 0;
  int run = find_run(c);
  uint8_t kind = kRunClasses[run];
  uint16_t flags = kClassFlags[kind];
  if (kClassAlternates[kind] && ((c - run_starts[run]) & 1)) flags ^= kLower | kUpper;
  return flags;
}

void init_unicode() {
  if (!classes_ready)
    for (char32_t c = 0; c < 256; ++c) latin1_flags[c] = char_flags_slow(c);
}

int decimal_value(char32_t c) {
  if (c < 128) return c - '0' < 10 ? static_cast<int>(c - '0') : -1;
  if (!(char_flags(c) & kDecimal)) return -1;
  // Digits come in tens from zero, and no two scripts' digits touch at another place.
  return static_cast<int>((c - run_starts[find_run(c)]) % 10);
}

int convert_case(char32_t c, Case to, char32_t out[3]) {
  if (c < 128) {
    bool lower = c - 'a' < 26, upper = c - 'A' < 26;
    if (to == Case::Upper || to == Case::Title)
      out[0] = lower ? c - 32 : c;
    else
      out[0] = upper ? c + 32 : c;
    return 1;
  }
  if (!case_ready) read_case();
  int n;
  if (map_char(c, static_cast<int>(to), out, &n)) return n;
  // Title is kept as its differences from upper, fold as those from lower.
  if (to == Case::Title && map_char(c, static_cast<int>(Case::Upper), out, &n)) return n;
  if (to == Case::Fold && map_char(c, static_cast<int>(Case::Lower), out, &n)) return n;
  out[0] = c;
  return 1;
}

}  // namespace ap
