// For the tests of numbers: a run, values from their text, and results as text.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "object/exception.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap::numbers {

struct Run {
  Run() { start_run({}); }
  ~Run() { end_run(); }
};

// An int of any size, in decimal or with a prefix.
inline Var integer(std::string_view text) {
  Var v;
  CHECK(parse_int_text(text, 0, &v));
  return v;
}
inline Var string(std::string_view text) { return make_str(text); }

// The result as repr() shows it, a str as it is; an error as the last line of a traceback.
inline std::string text(const Var& v) {
  if (!v) {
    REQUIRE(failed());
    std::string line = format_exception_only(rt.error);
    clear_error();
    while (!line.empty() && line.back() == '\n') line.pop_back();
    return line;
  }
  if (is_kind(v, Kind::Str)) return to_utf8(v.as<Str>());
  return to_utf8(repr(v).get());
}

inline std::string calculate(std::string_view a, BinaryOp op, std::string_view b) {
  Var x = integer(a), y = integer(b);
  return text(int_binary(x, y, op));
}

inline std::string call_with(Value f, std::initializer_list<Var> args) {
  Value values[4];
  size_t n = 0;
  for (const Var& v : args) values[n++] = v.get();
  return text(call(f, Args{values, static_cast<uint32_t>(n), nullptr}));
}
inline std::string method(Value v, const char* name, std::initializer_list<Var> args = {}) {
  Var f = getattr(v, name);
  return f ? call_with(f, args) : text(f);
}

}  // namespace ap::numbers
