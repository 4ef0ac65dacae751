// Tuples with named fields made in C++: time.struct_time, sys.version_info.
#include "bindings/modules.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

// "time.struct_time(tm_year=2026, ...)"
Var struct_repr(Value v) {
  Type* t = type_of(v);
  Ref<Str> key = intern("_fields");
  Value fields = type_lookup(t, key.get());
  StrBuilder out;
  out.append(type_display_name(t).get());
  out.append("(");
  auto* tuple = v.as<Tuple>();
  for (uint32_t i = 0; i < tuple->size; ++i) {
    if (i) out.append(", ");
    out.append((*fields.as<Tuple>())[i].as<Str>());
    out.append("=");
    if (!out.append_repr((*tuple)[i])) return Var();
  }
  out.append(")");
  return out.finish();
}

template <int N>
Var field(Value v) {
  return (*v.as<Tuple>())[N];
}
constexpr Var (*kFieldGetters[])(Value) = {field<0>, field<1>, field<2>, field<3>, field<4>, field<5>, field<6>, field<7>, field<8>};

}  // namespace

Type* new_struct_type(const char* name, const char* const* fields, size_t n) {
  Type* t = new_type(name, rt.types.tuple, sizeof(Tuple), Kind::Tuple, 0);
  t->repr = struct_repr;
  make_type_ready(t);
  Ref<Tuple> names = new_tuple(n);
  auto* defs = static_cast<GetSetDef*>(heap.allocate_raw(n * sizeof(GetSetDef)));
  for (size_t i = 0; i < n; ++i) {
    names->items()[i] = Value(intern(fields[i]).release());
    defs[i] = {fields[i], kFieldGetters[i]};
  }
  add_getsets(t, defs, n);
  Ref<Str> key = intern("_fields"), match = intern("__match_args__");
  dict_set_name(t->dict, key.get(), names);
  dict_set_name(t->dict, match.get(), names);
  return t;
}

Var make_struct(Type* t, Tuple* fields) {
  auto* made = allocate<Tuple>(t, fields->size * sizeof(Value), fields->size);
  for (uint32_t i = 0; i < fields->size; ++i) made->items()[i] = Var((*fields)[i]).release();
  return Var::steal(made);
}

}  // namespace ap
