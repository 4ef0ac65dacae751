// list: a growable array of values.
#pragma once
#include "object/runtime.hpp"

namespace ap {

struct List : Object {
  uint32_t size = 0, capacity = 0;
  Value* items = nullptr;  // owned references
  explicit List(Type* t) : Object(t, Kind::List) {}
};

Ref<List> new_list(size_t capacity = 0);
Ref<List> make_list(const Value* items, size_t n);  // takes new references
bool list_append(List* l, Value v);                  // takes a new reference; false: MemoryError
bool list_append(List* l, Var&& v);
template <class T>
bool list_append(List* l, const Ref<T>& r) {
  return list_append(l, Value(r.get()));
}
bool list_insert(List* l, size_t at, Value v);
Var list_pop(List* l, size_t at);
void list_clear(List* l);
bool list_resize(List* l, size_t n);  // new places hold Empty and must be filled
bool list_extend(List* l, Value iterable);
bool list_sort(List* l, Value key /* or Empty/None */, bool reverse);
void init_list_type();

}  // namespace ap
