// For the tests of types and protocols: a run, values, and results as text.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "object/class.hpp"

namespace ap::values {

struct Run {
  explicit Run(const Limits& limits = {}) { start_run(limits); }
  ~Run() { end_run(); }
};

inline Var string(std::string_view text) { return make_str(text); }
inline Var number(int64_t i) { return Value::from_int(i); }

// The result as repr() shows it; an error as the last line of a traceback.
inline std::string shown(const Var& v) {
  if (v) return to_utf8(repr(v).get());
  REQUIRE(failed());
  std::string line = format_exception_only(rt.error);
  clear_error();
  return line;
}
inline std::string error() { return shown(Var()); }

inline Var call_with(const Var& f, std::initializer_list<Var> args) {
  Value values[6];
  uint32_t n = 0;
  for (const Var& v : args) values[n++] = v.get();
  return call(f, Args{values, n, nullptr});
}
// f(*args, name=value)
inline Var call_keyword(const Var& f, std::initializer_list<Var> args, const char* name, const Var& value) {
  Value values[6];
  uint32_t n = 0;
  for (const Var& v : args) values[n++] = v.get();
  values[n] = value.get();
  Ref<Str> key = intern(name);
  Ref<Tuple> names = tuple_of(key);
  return call(f, Args{values, n, names.get()});
}
inline Var method(const Var& v, const char* name, std::initializer_list<Var> args = {}) {
  Var f = getattr(v, name);
  return f ? call_with(f, args) : Var();
}

// class name(*bases): with a namespace of pairs.
inline Var make(const char* name, std::initializer_list<Value> bases,
                std::initializer_list<std::pair<const char*, Var>> members = {}) {
  Ref<Tuple> all = make_tuple(bases.begin(), bases.size());
  Ref<Dict> ns = new_dict();
  for (auto& [key, value] : members) {
    Ref<Str> k = intern(key);
    dict_set_name(ns.get(), k.get(), value);
  }
  Ref<Str> text = intern(name);
  Type* meta = most_derived_metaclass(rt.types.type, all.get());
  return meta ? make_class(meta, text.get(), all.get(), ns.get(), Args{}) : Var();
}

inline Var function(const MethodDef& def) { return new_function(&def, nullptr); }

}  // namespace ap::values
