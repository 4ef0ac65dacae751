// tuple: an immutable sequence; the items lie in the object.
#pragma once
#include "object/runtime.hpp"

namespace ap {

struct alignas(8) Tuple : Object {
  uint32_t size;
  Tuple(Type* t, uint32_t n) : Object(t, Kind::Tuple), size(n) {}
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
  Value operator[](size_t i) const { return items()[i]; }
};

// `n` Empty items to be filled in with owned references; null: MemoryError.
Ref<Tuple> new_tuple(size_t n);
Ref<Tuple> make_tuple(const Value* items, size_t n);  // takes new references
template <class... V>
Ref<Tuple> tuple_of(const V&... v) {
  Value items[] = {Value(v)...};
  return make_tuple(items, sizeof...(v));
}
inline uint32_t Args::keyword_count() const { return kwnames ? kwnames->size : 0; }
void init_tuple_type();

}  // namespace ap
