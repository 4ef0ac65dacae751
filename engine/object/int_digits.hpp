// For the files that make up int: results that are still being computed.
#pragma once
#include "object/bigint.hpp"
#include "object/int.hpp"

namespace ap {

// An Int with room for n digits; null: MemoryError is set.
Int* new_int(size_t n);
// The finished value: drops leading zeros, and the object where the value fits the value word.
Var finish_int(Int* result, size_t n, bool negative);

}  // namespace ap
