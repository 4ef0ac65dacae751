// Names of CPython's library that are not here: an error about one says so.
#pragma once
#include "object/str.hpp"

namespace ap {

// Set by bindings: CPython's module has that name, ours has not.
extern bool (*is_unsupported_name)(Str* module, Str* name);
inline constexpr char kNotSupportedHere[] = ": CPython has it, but it is not supported here";

}  // namespace ap
