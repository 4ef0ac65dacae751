// Names of CPython's library that are not here: an error about one says so.
#pragma once
#include "object/str.hpp"

namespace ap {

// Set by bindings: CPython's module has that name, ours has not.
extern bool (*is_unsupported_name)(Str* module, Str* name);
inline constexpr char kAllModules[] = "+";  // in the place of a module: the name is one of a module that CPython has and we lack
inline constexpr char kNotSupportedHere[] = ": CPython has it, but it is not supported here";

}  // namespace ap
