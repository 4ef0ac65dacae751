// Where a member lies in its class, for Type::dict_offset. (offsetof is for standard-layout classes only.)
#pragma once
#include <cstdint>

namespace ap {

template <class T, class M>
int32_t offset_in(M T::*member) {
  auto* object = reinterpret_cast<T*>(uintptr_t{0x10000});
  return static_cast<int32_t>(reinterpret_cast<uintptr_t>(&(object->*member)) - 0x10000);
}

}  // namespace ap
