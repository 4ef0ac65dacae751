// Names of asyncio that need an operating system: a program that uses one is refused by name and line before it starts.
#pragma once
#include <string>

#include "compile/code.hpp"

namespace ap {

// The first of them that `code`, or a function in it, uses; `line` is where `source` has it. False: none.
bool find_refused_name(const Code* code, std::string_view source, std::string* feature, int* line);

}  // namespace ap
