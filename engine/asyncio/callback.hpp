// What asyncio hangs on futures and gives to call_soon where CPython has a nested function or a bound method.
#pragma once
#include "object/native.hpp"

namespace ap {

struct InternalCallback;
struct CallbackDef {
  const char* qualname;  // as reprs show it
  const char* file;      // where CPython's library defines it, in asyncio/; null: a bound method, shown without place
  int line;
  // Called with the future that is done, or with Empty. An empty result: an exception is set.
  Var (*run)(InternalCallback* self, Value future);
};
struct InternalCallback : Object {
  const CallbackDef* def = nullptr;
  Value a, b, c;  // owned
  uint32_t count = 0;
  uint32_t mode = 0;
  explicit InternalCallback(Type* t) : Object(t, Kind::Other) {}
};
extern Type* internal_callback_type;

Ref<InternalCallback> new_callback(const CallbackDef& def, Value a, Value b = Value());
inline bool is_internal_callback(Value v) { return v.is_object() && v.object()->type == internal_callback_type; }
// Where files of CPython's asyncio lie, in texts that name them.
inline constexpr const char* kLibrary = "/usr/lib/python3.14/asyncio/";
void init_callback_type();

}  // namespace ap
