// Ints to text and back.
#include <cstring>

#include "object/int_digits.hpp"
#include "object/protocol.hpp"
#include "object/str.hpp"

namespace ap {

uint32_t int_max_str_digits = 4300;

namespace {

constexpr uint32_t kChunk = 1000000000;  // nine decimal digits at a time
constexpr int kChunkDigits = 9;

char digit_char(unsigned d) { return static_cast<char>(d < 10 ? '0' + d : 'a' + d - 10); }

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

Raised too_many_digits() {
  return value_error(
      "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the "
      "limit",
      static_cast<int>(int_max_str_digits));
}

// Base 2^32 to base 10^9; gives the number of chunks, 0 where an exception is set.
size_t to_chunks(const uint32_t* digits, size_t n, uint32_t* chunks) {
  size_t size = 0;
  for (size_t i = n; i--;) {
    uint64_t carry = digits[i];
    for (size_t j = 0; j < size; ++j) {
      carry |= static_cast<uint64_t>(chunks[j]) << 32;
      chunks[j] = static_cast<uint32_t>(carry % kChunk);
      carry /= kChunk;
    }
    for (; carry; carry /= kChunk) chunks[size++] = static_cast<uint32_t>(carry % kChunk);
    if (!check(size / big::kDigitsAStep)) return 0;
  }
  return size;
}

}  // namespace

IntText::IntText(Value v, int base) {
  IntDigits i(v);
  if (i.size <= 2) {
    uint64_t magnitude = (i.size > 0 ? i.digits[0] : 0) | static_cast<uint64_t>(i.size > 1 ? i.digits[1] : 0) << 32;
    char *end = here_ + sizeof here_, *at = end;
    if (base == 10) do
        *--at = static_cast<char>('0' + magnitude % 10);
      while (magnitude /= 10);
    else
      do *--at = digit_char(static_cast<unsigned>(magnitude % static_cast<unsigned>(base)));
      while (magnitude /= static_cast<unsigned>(base));
    begin_ = at;
    size_ = static_cast<size_t>(end - at);
    return;
  }
  uint64_t bits = big::bit_length(i.digits, i.size);
  if (base != 10) {  // 2, 8, 16
    unsigned width = base == 2 ? 1 : base == 8 ? 3 : 4;
    capacity_ = size_ = static_cast<size_t>((bits + width - 1) / width);
    large_ = static_cast<char*>(heap.allocate_raw(capacity_));
    if (!large_) {
      (void)raise_memory_error();
      return;
    }
    for (size_t k = 0; k < size_; ++k) {
      if (k % 65536 == 65535 && !check(1024)) return;
      uint64_t at = static_cast<uint64_t>(k) * width;
      size_t word = static_cast<size_t>(at / 32);
      uint64_t two = i.digits[word] | static_cast<uint64_t>(word + 1 < i.size ? i.digits[word + 1] : 0) << 32;
      large_[size_ - 1 - k] = digit_char(two >> (at % 32) & ((1u << width) - 1));
    }
    if (check(size_ % 65536 / 64)) begin_ = large_;
    return;
  }
  // A number of b bits has at least (b - 1) * log10(2) digits; refused before the work is done.
  if (int_max_str_digits && (bits - 1) * 30102 / 100000 > int_max_str_digits) {
    (void)too_many_digits();
    return;
  }
  big::Scratch chunks(static_cast<size_t>(i.size) * 108 / 100 + 2);
  if (!chunks) return;
  size_t n = to_chunks(i.digits, i.size, chunks);
  if (n == 0) return;
  capacity_ = n * kChunkDigits;
  large_ = static_cast<char*>(heap.allocate_raw(capacity_));
  if (!large_) {
    (void)raise_memory_error();
    return;
  }
  for (size_t k = 0; k < n; ++k) {
    uint32_t chunk = chunks[n - 1 - k];
    for (int j = kChunkDigits - 1; j >= 0; --j, chunk /= 10)
      large_[k * kChunkDigits + static_cast<size_t>(j)] = static_cast<char>('0' + chunk % 10);
  }
  char* first = large_;
  while (*first == '0') ++first;
  size_ = static_cast<size_t>(large_ + capacity_ - first);
  if (int_max_str_digits && size_ > int_max_str_digits) {
    (void)too_many_digits();
    return;
  }
  begin_ = first;
}

Ref<Str> int_to_str(Value v, int base) {
  if (v.is_small_int() && base == 10) [[likely]] {
    int64_t i = v.as_int();
    if (i >= 0 && i < 10) return Ref<Str>(rt.latin1['0' + i]);
    char text[24], *end = text + sizeof text, *at = end;
    uint64_t magnitude = static_cast<uint64_t>(i < 0 ? -i : i);
    do *--at = static_cast<char>('0' + magnitude % 10);
    while (magnitude /= 10);
    if (i < 0) *--at = '-';
    return make_str(std::string_view(at, static_cast<size_t>(end - at)));
  }
  IntText text(v, base);
  if (!text) return nullptr;
  if (int_sign(v) >= 0) return make_str(text.view());
  StrBuilder out;
  out.append_ascii("-", 1);
  out.append_ascii(text.view().data(), text.view().size());
  return out.finish();
}

Var parse_int_digits(std::string_view digits, int base) {
  size_t n = digits.size();
  if ((base & (base - 1)) == 0) {
    unsigned width = static_cast<unsigned>(std::countr_zero(static_cast<unsigned>(base)));
    size_t size = static_cast<size_t>((static_cast<uint64_t>(n) * width + 31) / 32);
    Int* result = new_int(size + 1);
    if (!result) return Var();
    uint32_t* out = result->digits();
    uint64_t pending = 0;
    unsigned have = 0;
    size_t at = 0;
    for (size_t i = n; i--;) {
      pending |= static_cast<uint64_t>(digit_value(digits[i])) << have;
      have += width;
      if (have >= 32) {
        out[at++] = static_cast<uint32_t>(pending);
        pending >>= 32;
        have -= 32;
      }
    }
    out[at++] = static_cast<uint32_t>(pending);
    while (at <= size) out[at++] = 0;
    if (!check(n / big::kDigitsAStep)) {
      decref(result);
      return Var();
    }
    return finish_int(result, size + 1, false);
  }
  if (n <= 11) {  // below 36^12
    int64_t value = 0;
    for (char c : digits) value = value * base + digit_value(c);
    return make_int(value);
  }
  if (int_max_str_digits && n > int_max_str_digits)
    return value_error(
        "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
        "sys.set_int_max_str_digits() to increase the limit",
        static_cast<int>(int_max_str_digits), n);
  // A digit needs log2(base) bits: 3.33 for 10, 5.17 for 36.
  unsigned width = base <= 10 ? 334 : 517;
  size_t capacity = static_cast<size_t>(static_cast<uint64_t>(n) * width / 3200) + 2, size = 0;
  Int* result = new_int(capacity);
  if (!result) return Var();
  uint32_t* out = result->digits();
  for (size_t i = 0; i < n;) {
    uint64_t factor = 1;
    uint32_t part = 0;
    for (; i < n && factor * static_cast<unsigned>(base) <= UINT32_MAX; ++i) {
      factor *= static_cast<unsigned>(base);
      part = part * static_cast<uint32_t>(base) + static_cast<uint32_t>(digit_value(digits[i]));
    }
    uint32_t carry = big::multiply_small(out, size, static_cast<uint32_t>(factor), part);
    if (carry) out[size++] = carry;
    if (!check(size / big::kDigitsAStep)) {
      decref(result);
      return Var();
    }
  }
  std::memset(out + size, 0, (capacity - size) * sizeof(uint32_t));
  return finish_int(result, capacity, false);
}

bool parse_int_text(std::string_view text, int base, Var* out) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  size_t begin = 0, end = text.size();
  constexpr size_t kPiece = 1 << 16;  // characters between two looks at the limits
  auto counted = [](size_t done) { return done % kPiece || check(kPiece / 64); };
  while (begin < end && space(text[begin]))
    if (!counted(++begin)) return false;
  while (end > begin && space(text[end - 1]))
    if (!counted(--end)) return false;
  bool negative = false;
  if (begin < end && (text[begin] == '+' || text[begin] == '-')) negative = text[begin++] == '-';
  bool only_zeros = false, after_prefix = false;
  if (begin < end && text[begin] == '0') {
    char kind = begin + 1 < end ? static_cast<char>(text[begin + 1] | 0x20) : '\0';
    int prefixed = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
    if (prefixed && (base == 0 || base == prefixed)) {
      base = prefixed;
      begin += 2;
      after_prefix = true;
    } else if (base == 0) {
      only_zeros = true;  // "010" meant octal once
    }
  }
  if (base == 0) base = 10;
  // Underscores stand between digits only, and after a prefix.
  bool was_digit = after_prefix, underscores = false;
  for (size_t i = begin; i < end; ++i) {
    if (text[i] == '_') {
      if (!was_digit) return false;
      was_digit = false;
      underscores = true;
      continue;
    }
    if (!counted(i + 1) || digit_value(text[i]) >= base || (only_zeros && text[i] != '0')) return false;
    was_digit = true;
  }
  if (begin == end || !was_digit) return false;
  if (!underscores) {
    *out = parse_int_digits(text.substr(begin, end - begin), base);
  } else {
    big::Scratch scratch((end - begin + 3) / 4);
    if (!scratch) return false;
    char* digits = reinterpret_cast<char*>(static_cast<big::Digit*>(scratch));
    size_t n = 0;
    for (size_t i = begin; i < end; ++i)
      if (text[i] != '_') digits[n++] = text[i];
    *out = parse_int_digits({digits, n}, base);
  }
  if (*out && negative) *out = int_unary(*out, UnaryOp::Neg);
  return static_cast<bool>(*out);
}

}  // namespace ap
