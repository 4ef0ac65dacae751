#include "object/text_methods.hpp"

namespace ap {

namespace {

// To be asked for each character of a text: now and then it counts them.
bool polled(size_t i) { return i % 4096 != 4095 || check(4096 / 64); }

constexpr uint16_t kAnyCase = kLower | kUpper | kTitle;

// The small sigma at the end of a word has a form of its own.
bool is_final_sigma(const Text& t, size_t i) {
  size_t before = i;
  while (before > 0 && (char_flags(t[before - 1]) & kCaseIgnorable)) --before;
  if (before == 0 || !(char_flags(t[before - 1]) & kCased)) return false;
  size_t after = i + 1;
  while (after < t.n && (char_flags(t[after]) & kCaseIgnorable)) ++after;
  return after == t.n || !(char_flags(t[after]) & kCased);
}

void append_case(StrBuilder& out, const Text& t, size_t i, Case to) {
  char32_t c = t[i];
  if (!t.is_str && c >= 128) return out.append(c);
  if (c == 0x3a3 && to == Case::Lower) return out.append(is_final_sigma(t, i) ? U'\u03c2' : U'\u03c3');
  char32_t changed[3];
  int n = convert_case(c, to, changed);
  for (int k = 0; k < n; ++k) out.append(changed[k]);
}

// All of an ASCII text at once.
Var convert_ascii(const Text& t, Case to) {
  Ref<Str> out = new_str(t.n, 0x7f);
  if (!out) return {};
  uint8_t first = to == Case::Upper ? 'a' : 'A';
  const uint8_t* __restrict from = t.data;
  uint8_t* __restrict into = out->data();
  for (size_t i = 0; i < t.n; ++i) {
    uint8_t c = from[i];
    into[i] = static_cast<uint8_t>(c ^ (static_cast<uint8_t>(c - first) < 26 ? 32 : 0));
  }
  return out;
}

Var convert(Value v, Case to) {
  Text t = text_of(v);
  if (!check(t.n / 16)) return {};
  if (t.is_str && t.n > 1 && v.as<Str>()->is_ascii()) return convert_ascii(t, to);
  StrBuilder out;
  for (size_t i = 0; i < t.n; ++i) {
    if (!polled(i)) return {};
    append_case(out, t, i, to);
  }
  return finish_like(out, t);
}

Var all_have(Call& c, uint16_t flags) {
  Text t = text_of(c.self);
  for (size_t i = 0; i < t.n; ++i) {
    if (!(text_flags(t, t[i]) & flags)) return False;
    if (!polled(i)) return {};
  }
  return truth_value(t.n > 0);
}

Var one_case(Call& c, uint16_t wanted) {
  Text t = text_of(c.self);
  bool some = false;
  for (size_t i = 0; i < t.n; ++i) {
    uint16_t flags = text_flags(t, t[i]) & kAnyCase;
    if (flags & ~wanted) return False;
    if (flags) some = true;
    if (!polled(i)) return {};
  }
  return truth_value(some);
}

}  // namespace

Ref<Str> str_with_case(const Str* s, Case to) { return Ref<Str>::from(convert(s, to)); }

Var text_upper(Call& c) { return convert(c.self, Case::Upper); }
Var text_lower(Call& c) { return convert(c.self, Case::Lower); }
Var str_casefold(Call& c) { return convert(c.self, Case::Fold); }

Var text_swapcase(Call& c) {
  Text t = text_of(c.self);
  StrBuilder out;
  for (size_t i = 0; i < t.n; ++i) {
    if (!polled(i)) return {};
    uint16_t flags = text_flags(t, t[i]);
    if (flags & (kUpper | kLower))
      append_case(out, t, i, flags & kUpper ? Case::Lower : Case::Upper);
    else
      out.append(t[i]);
  }
  return finish_like(out, t);
}

Var text_capitalize(Call& c) {
  Text t = text_of(c.self);
  StrBuilder out;
  for (size_t i = 0; i < t.n; ++i) {
    if (!polled(i)) return {};
    append_case(out, t, i, i ? Case::Lower : Case::Title);
  }
  return finish_like(out, t);
}

Var text_title(Call& c) {
  Text t = text_of(c.self);
  StrBuilder out;
  bool inside = false;
  for (size_t i = 0; i < t.n; ++i) {
    if (!polled(i)) return {};
    append_case(out, t, i, inside ? Case::Lower : Case::Title);
    inside = text_flags(t, t[i]) & kAnyCase;
  }
  return finish_like(out, t);
}

Var text_isalpha(Call& c) { return all_have(c, kAlpha); }
Var text_isalnum(Call& c) { return all_have(c, kAlpha | kDecimal | kDigit | kNumeric); }
Var text_isdigit(Call& c) { return all_have(c, kDigit); }
Var text_isspace(Call& c) { return all_have(c, kSpace); }
Var str_isdecimal(Call& c) { return all_have(c, kDecimal); }
Var str_isnumeric(Call& c) { return all_have(c, kNumeric); }
Var text_islower(Call& c) { return one_case(c, kLower); }
Var text_isupper(Call& c) { return one_case(c, kUpper); }

Var text_istitle(Call& c) {
  Text t = text_of(c.self);
  bool some = false, inside = false;
  for (size_t i = 0; i < t.n; ++i) {
    uint16_t flags = text_flags(t, t[i]) & kAnyCase;
    if (!polled(i)) return {};
    if (flags && inside != ((flags & kLower) != 0)) return False;
    inside = flags;
    some = some || inside;
  }
  return truth_value(some);
}

Var text_isascii(Call& c) {
  Text t = text_of(c.self);
  if (t.is_str) return truth_value(c.self.as<Str>()->is_ascii());
  return check(t.n / 256) ? truth_value(largest_unit(t.data, 1, t.n) < 128) : Var();
}

Var str_isprintable(Call& c) {
  Text t = text_of(c.self);
  for (size_t i = 0; i < t.n; ++i) {
    if (!is_printable(t[i])) return False;
    if (!polled(i)) return {};
  }
  return True;
}

Var str_isidentifier(Call& c) {
  Text t = text_of(c.self);
  for (size_t i = 0; i < t.n; ++i) {
    if (i % 4096 == 4095 && !check(256)) return {};
    if (!(char_flags(t[i]) & (i ? kIdContinue : kIdStart))) return False;
  }
  return truth_value(t.n > 0);
}

}  // namespace ap
