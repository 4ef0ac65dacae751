#include "object/str.hpp"

#include "object/interned.hpp"
#include "object/protocol.hpp"
#include "object/text.hpp"
#include "object/unicode.hpp"

namespace ap {

namespace {

constexpr size_t kMaxLength = 0x3ffffff0;
constexpr uint32_t kAsciiBit = 8, kInternedBit = 16;

uint32_t width_for(char32_t largest) { return largest < 256 ? 1 : largest < 0x10000 ? 2 : 4; }

// --- interned strings: an open table that owns nothing; a string leaves it when it is freed

struct InternTable {
  Str** slots = nullptr;
  uint32_t mask = 0, used = 0;
} interned;

void insert_interned(Str* s) {
  uint32_t at = static_cast<uint32_t>(s->full_hash) & interned.mask;
  while (interned.slots[at]) at = (at + 1) & interned.mask;
  interned.slots[at] = s;
}

void grow_interned() {
  uint32_t old_size = interned.slots ? interned.mask + 1 : 0, size = old_size ? old_size * 2 : 2048;
  Str** old = interned.slots;
  auto* slots = static_cast<Str**>(heap.allocate_raw(size * sizeof(Str*)));
  if (!slots) {
    if (interned.used < interned.mask) return;  // fuller and slower than wished
    __builtin_abort();
  }
  std::memset(slots, 0, size * sizeof(Str*));
  interned.slots = slots;
  interned.mask = size - 1;
  for (uint32_t i = 0; i < old_size; ++i)
    if (old[i]) insert_interned(old[i]);
  if (old) heap.release_raw(old, old_size * sizeof(Str*));
}

void make_interned(Str* s) {
  if (interned.used * 3 >= interned.mask * 2) grow_interned();
  hash_str(s);
  s->extra |= kInternedBit;
  insert_interned(s);
  ++interned.used;
}

void forget_interned(Str* s) {
  uint32_t at = static_cast<uint32_t>(s->full_hash) & interned.mask;
  while (interned.slots[at] != s) at = (at + 1) & interned.mask;
  // Closes the gap: what follows moves up unless that would put it before its own place.
  for (uint32_t next = (at + 1) & interned.mask; interned.slots[next]; next = (next + 1) & interned.mask) {
    uint32_t home = static_cast<uint32_t>(interned.slots[next]->full_hash) & interned.mask;
    if (((next - home) & interned.mask) < ((next - at) & interned.mask)) continue;
    interned.slots[at] = interned.slots[next];
    at = next;
  }
  interned.slots[at] = nullptr;
  --interned.used;
}

// The strings that everything else needs, made when the first string of a run is.
void start_strings() {
  interned = {};
  grow_interned();
  init_unicode();
  auto make = [](size_t n, char32_t c) {
    Str* s = new_str(n, c).release();
    if (n) s->data()[0] = static_cast<uint8_t>(c);
    make_interned(s);
    return s;
  };
  rt.empty_str = make(0, 0);
  for (char32_t c = 0; c < 256; ++c) rt.latin1[c] = make(1, c);
}

inline void ensure_started() {
  if (!rt.empty_str) [[unlikely]]
    start_strings();
}

uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

struct Sip {
  uint64_t v0 = 0x736f6d6570736575, v1 = 0x646f72616e646f6d, v2 = 0x6c7967656e657261, v3 = 0x7465646279746573;
  void round() {
    v0 += v1, v2 += v3;
    v1 = rotate(v1, 13) ^ v0, v3 = rotate(v3, 16) ^ v2;
    v0 = rotate(v0, 32);
    v2 += v1, v0 += v3;
    v1 = rotate(v1, 17) ^ v2, v3 = rotate(v3, 21) ^ v0;
    v2 = rotate(v2, 32);
  }
  void add(uint64_t word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }
};

bool all_ascii(const char* text, size_t n) {
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    uint64_t word;
    std::memcpy(&word, text + i, 8);
    if (word & 0x8080808080808080ull) return false;
  }
  for (; i < n; ++i)
    if (text[i] & 0x80) return false;
  return true;
}

}  // namespace

int64_t hash_bytes(const void* data, size_t n) {
  if (n == 0) return 0;
  Sip sip;
  const char* at = static_cast<const char*>(data);
  size_t left = n;
  for (; left >= 8; left -= 8, at += 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    sip.add(word);
  }
  uint64_t last = 0;
  std::memcpy(&last, at, left);
  sip.add(last | static_cast<uint64_t>(n) << 56);
  sip.v2 ^= 0xff;
  sip.round();
  sip.round();
  sip.round();
  int64_t hash = static_cast<int64_t>(sip.v0 ^ sip.v1 ^ sip.v2 ^ sip.v3);
  return hash == -1 ? -2 : hash;
}

int64_t hash_str(Str* s) {
  if (s->full_hash == -1) s->full_hash = hash_bytes(s->data(), static_cast<size_t>(s->length) * s->width());
  return s->full_hash;
}

Ref<Str> new_str_of(Type* type, size_t n, char32_t largest) {
  if (n > kMaxLength) return raise_memory_error();
  uint32_t width = width_for(largest);
  Str* s = allocate<Str>(type, (n + 1) * width, static_cast<uint32_t>(n), width | (largest < 128 ? kAsciiBit : 0));
  if (!s) return nullptr;
  set_unit(s->data(), width, n, 0);
  return Ref<Str>::steal(s);
}
Ref<Str> new_str(size_t n, char32_t largest) { return new_str_of(rt.types.str, n, largest); }

void str_dealloc(Object* o) {
  Str* s = static_cast<Str*>(o);
  if (s->is_interned()) forget_interned(s);
  free_object(s, sizeof(Str) + (static_cast<size_t>(s->length) + 1) * s->width());
}

void copy_units(void* to, uint32_t to_width, size_t at, const void* from, uint32_t from_width, size_t from_at, size_t n) {
  char* target = static_cast<char*>(to) + at * to_width;
  const char* source = static_cast<const char*>(from) + from_at * from_width;
  if (n == 0) return;
  if (to_width == from_width) {
    std::memcpy(target, source, n * to_width);
  } else if (from_width == 1 && to_width == 2) {
    for (size_t i = 0; i < n; ++i) reinterpret_cast<uint16_t*>(target)[i] = static_cast<uint8_t>(source[i]);
  } else {
    for (size_t i = 0; i < n; ++i) set_unit(target, to_width, i, get_unit(source, from_width, i));
  }
}

char32_t largest_unit(const void* data, uint32_t width, size_t n) {
  char32_t all = 0;
  if (width == 1) return all_ascii(static_cast<const char*>(data), n) ? 0x7f : 0xff;
  // Only the class counts, and its limits are powers of two.
  for (size_t i = 0; i < n; ++i) all |= get_unit(data, width, i);
  return all;
}

int decode_utf8(const char* at, const char* end, char32_t* c, bool surrogates) {
  auto byte = [&](int i) { return static_cast<uint8_t>(at[i]); };
  auto follows = [&](int i) { return at + i < end && (byte(i) & 0xc0) == 0x80; };
  uint8_t first = byte(0);
  if (first < 0x80) return *c = first, 1;
  if (first < 0xc2 || first > 0xf4) return -1;
  if (!follows(1)) return -1;
  if (first < 0xe0) return *c = (first & 31u) << 6 | (byte(1) & 63u), 2;
  if (first < 0xf0) {
    if (first == 0xe0 && byte(1) < 0xa0) return -1;
    if (first == 0xed && byte(1) >= 0xa0 && !surrogates) return -1;
    if (!follows(2)) return -2;
    return *c = (first & 15u) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u), 3;
  }
  if ((first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) >= 0x90)) return -1;
  if (!follows(2)) return -2;
  if (!follows(3)) return -3;
  return *c = (first & 7u) << 18 | (byte(1) & 63u) << 12 | (byte(2) & 63u) << 6 | (byte(3) & 63u), 4;
}

int encode_utf8(char32_t c, char* out) {
  if (c < 0x80) return out[0] = static_cast<char>(c), 1;
  if (c < 0x800) return out[0] = static_cast<char>(0xc0 | c >> 6), out[1] = static_cast<char>(0x80 | (c & 63)), 2;
  int n = 0;
  if (c < 0x10000) {
    out[n++] = static_cast<char>(0xe0 | c >> 12);
  } else {
    out[n++] = static_cast<char>(0xf0 | c >> 18);
    out[n++] = static_cast<char>(0x80 | (c >> 12 & 63));
  }
  out[n++] = static_cast<char>(0x80 | (c >> 6 & 63));
  out[n++] = static_cast<char>(0x80 | (c & 63));
  return n;
}

Ref<Str> make_str(std::string_view text) {
  ensure_started();
  if (all_ascii(text.data(), text.size())) {
    if (text.size() <= 1) return Ref<Str>(text.empty() ? rt.empty_str : rt.latin1[static_cast<uint8_t>(text[0])]);
    Ref<Str> s = new_str(text.size(), 0x7f);
    if (s) std::memcpy(s->data(), text.data(), text.size());
    return s;
  }
  const char* end = text.data() + text.size();
  char32_t all = 0, c = 0;
  size_t n = 0;
  for (const char* at = text.data(); at < end; ++n) {
    int bytes = decode_utf8(at, end, &c, true);
    all |= bytes < 0 ? 0xfffd : c;
    at += bytes < 0 ? -bytes : bytes;
  }
  if (n == 1) {
    if (decode_utf8(text.data(), end, &c, true) < 0) c = 0xfffd;
    return make_char(c);
  }
  Ref<Str> s = new_str(n, all);
  if (!s) return s;
  uint8_t* data = s->data();
  uint32_t width = s->width();
  n = 0;
  for (const char* at = text.data(); at < end;) {
    int bytes = decode_utf8(at, end, &c, true);
    set_unit(data, width, n++, bytes < 0 ? 0xfffd : c);
    at += bytes < 0 ? -bytes : bytes;
  }
  return s;
}

Ref<Str> make_str(const char32_t* units, size_t n) {
  ensure_started();
  if (n == 0) return Ref<Str>(rt.empty_str);
  if (n == 1) return make_char(units[0]);
  Ref<Str> s = new_str(n, largest_unit(units, 4, n));
  if (s) copy_units(s->data(), s->width(), 0, units, 4, 0, n);
  return s;
}

Ref<Str> make_char(char32_t c) {
  ensure_started();
  if (c < 256) return Ref<Str>(rt.latin1[c]);
  Ref<Str> s = new_str(1, c);
  if (s) set_unit(s->data(), s->width(), 0, c);
  return s;
}

Ref<Str> exact_str(Str* s) {
  if (s->type == rt.types.str) return Ref<Str>(s);
  return substring(s, 0, s->length);
}

Ref<Str> intern(std::string_view text) {
  ensure_started();
  if (!all_ascii(text.data(), text.size())) {
    Ref<Str> s = make_str(text);
    return s ? intern(s.get()) : s;
  }
  int64_t hash = hash_bytes(text.data(), text.size());
  for (uint32_t at = static_cast<uint32_t>(hash) & interned.mask; Str* s = interned.slots[at]; at = (at + 1) & interned.mask)
    if (s->full_hash == hash && equal(s, text)) return Ref<Str>(s);
  Ref<Str> s = make_str(text);
  if (s) make_interned(s.get());
  return s;
}

bool is_name_of_anything(std::string_view text) {
  int64_t hash = hash_bytes(text.data(), text.size());
  for (uint32_t at = static_cast<uint32_t>(hash) & interned.mask; Str* s = interned.slots[at]; at = (at + 1) & interned.mask)
    if (s->full_hash == hash && equal(s, text)) return true;
  return false;
}

Ref<Str> intern(Str* s) {
  if (s->is_interned()) return Ref<Str>(s);
  int64_t hash = hash_str(s);
  for (uint32_t at = static_cast<uint32_t>(hash) & interned.mask; Str* known = interned.slots[at];
       at = (at + 1) & interned.mask)
    if (known->full_hash == hash && equal(known, s)) return Ref<Str>(known);
  Ref<Str> result = exact_str(s);
  if (result && !result->is_interned()) make_interned(result.get());
  return result;
}

void append_utf8(std::string& out, const Str* s) {
  if (s->is_ascii()) {
    out.append(reinterpret_cast<const char*>(s->data()), s->length);
    return;
  }
  char buffer[4];
  for (uint32_t i = 0; i < s->length; ++i) out.append(buffer, encode_utf8(s->at(i), buffer));
}

std::string to_utf8(const Str* s) {
  std::string out;
  append_utf8(out, s);
  return out;
}

bool equal(const Str* a, const Str* b) {
  if (a == b) return true;
  return a->length == b->length && a->width() == b->width() &&
         std::memcmp(a->data(), b->data(), static_cast<size_t>(a->length) * a->width()) == 0;
}

bool equal(const Str* a, std::string_view ascii) {
  return a->is_ascii() && a->length == ascii.size() && std::memcmp(a->data(), ascii.data(), ascii.size()) == 0;
}

int compare_str(const Str* a, const Str* b) {
  uint32_t n = a->length < b->length ? a->length : b->length;
  if (a->width() == 1 && b->width() == 1) {
    if (int order = std::memcmp(a->data(), b->data(), n)) return order < 0 ? -1 : 1;
  } else {
    for (uint32_t i = 0; i < n; ++i) {
      char32_t x = a->at(i), y = b->at(i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return a->length == b->length ? 0 : a->length < b->length ? -1 : 1;
}

Ref<Str> concat(const Str* a, const Str* b) {
  if (a->length == 0 && b->type == rt.types.str) return Ref<Str>(const_cast<Str*>(b));
  if (b->length == 0 && a->type == rt.types.str) return Ref<Str>(const_cast<Str*>(a));
  char32_t class_a = class_of(a), class_b = class_of(b);
  Ref<Str> s = new_str(static_cast<size_t>(a->length) + b->length, class_a > class_b ? class_a : class_b);
  if (!s) return s;
  copy_units(s->data(), s->width(), 0, a->data(), a->width(), 0, a->length);
  copy_units(s->data(), s->width(), a->length, b->data(), b->width(), 0, b->length);
  return s;
}

Ref<Str> substring(const Str* s, uint32_t from, uint32_t to) {
  if (to > s->length) to = s->length;
  if (from >= to) return Ref<Str>(rt.empty_str);
  uint32_t n = to - from, width = s->width();
  if (n == 1) return make_char(s->at(from));
  if (n == s->length && s->type == rt.types.str) return Ref<Str>(const_cast<Str*>(s));
  const uint8_t* data = s->data() + static_cast<size_t>(from) * width;
  Ref<Str> part = new_str(n, s->is_ascii() ? 0x7f : largest_unit(data, width, n));
  if (!part) return part;
  uint32_t part_width = part->width();
  if (part_width == width)
    std::memcpy(part->data(), data, static_cast<size_t>(n) * width);
  else
    for (uint32_t i = 0; i < n; ++i) set_unit(part->data(), part_width, i, get_unit(data, width, i));
  return part;
}

int64_t find_str(const Str* s, const Str* part, uint32_t from, uint32_t to) {
  if (to > s->length) to = s->length;
  if (from > to || part->length > to - from) return -1;
  if (part->length == 0) return from;
  return Needle(s, part).find(from, to);
}

Ref<Str> repr_str(const Str* s) {
  uint32_t n = s->length, width = s->width();
  bool single = false, plain = true;
  bool has_double = false;
  for (uint32_t i = 0; i < n; ++i) {
    char32_t c = get_unit(s->data(), width, i);
    if (c == '\'') single = true;
    if (c == '"') has_double = true;
    if (c == '\\' || !is_printable(c)) plain = false;
  }
  char quote = single && !has_double ? '"' : '\'';
  if (plain && !(single && quote == '\'')) {
    Ref<Str> out = new_str(static_cast<size_t>(n) + 2, class_of(s));
    if (!out) return out;
    set_unit(out->data(), width, 0, quote);
    set_unit(out->data(), width, n + 1, quote);
    copy_units(out->data(), width, 1, s->data(), width, 0, n);
    return out;
  }
  StrBuilder out;
  out.append(quote);
  for (uint32_t i = 0; i < n; ++i) {
    char32_t c = get_unit(s->data(), width, i);
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      out.append('\\');
      out.append(c);
    } else if (c == '\t' || c == '\n' || c == '\r') {
      out.append('\\');
      out.append(c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
    } else if (is_printable(c)) {
      out.append(c);
    } else {
      append_escape(out, c);
    }
  }
  out.append(quote);
  return out.finish();
}

}  // namespace ap
