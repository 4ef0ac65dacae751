// What the files of asyncio's modules share.
#pragma once
#include "bindings/modules.hpp"

namespace ap {

// Functions that CPython has in the C module _asyncio.
void builtin_functions(Module* m, const MethodDef* defs, size_t n);
template <size_t N>
void builtin_functions(Module* m, const MethodDef (&defs)[N]) {
  builtin_functions(m, defs, N);
}
// The classes that the engine has made, by their names in the module.
void module_type(Module* m, Type* t);

}  // namespace ap
