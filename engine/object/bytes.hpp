// bytes and bytearray.
#pragma once
#include <string>
#include <string_view>

#include "object/runtime.hpp"

namespace ap {

struct Bytes : Object {
  uint32_t size;
  int64_t hash_cache = -1;
  Bytes(Type* t, uint32_t n) : Object(t, Kind::Bytes), size(n) {}
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  std::string_view view() const { return {reinterpret_cast<const char*>(data()), size}; }
};
struct ByteArray : Object {
  uint32_t size = 0, capacity = 0;
  uint8_t* data = nullptr;
  uint32_t views = 0;  // memoryviews over it: while there is one, its size cannot change
  explicit ByteArray(Type* t) : Object(t, Kind::ByteArray) {}
};

Ref<Bytes> make_bytes(std::string_view data);
Var make_bytearray(std::string_view data);
// bytes, bytearray or memoryview
inline bool is_bytes_like(Value v) {
  return is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray) || type_of(v) == rt.types.memoryview;
}
// Its bytes; false: TypeError "a bytes-like object is required, not '...'".
bool bytes_like(Value v, std::string_view* out);
Var encode(const Str* s, std::string_view encoding, std::string_view errors);
Var decode(std::string_view data, std::string_view encoding, std::string_view errors);
void init_bytes_types();

}  // namespace ap
