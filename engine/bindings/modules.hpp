// Which modules there are, and importing them.
//
// A module is either native (a maker that fills a module object, in a file of its own here) or written in Python
// (engine/bindings/python, carried in a pack that the host supplies when a program first imports one).
#pragma once
#include <string_view>

#include "object/function.hpp"

namespace ap {

struct NativeModule {
  const char* name;              // "asyncio.locks"
  bool (*fill)(Module* module);  // false: an exception is set
};

// All native modules, in native_modules.cpp.
const NativeModule* find_native_module(std::string_view name);
// Source text of a module written in Python; empty: there is none. `*is_package`: it has submodules.
std::string_view find_python_module(std::string_view name, bool* is_package);
// For the check before a program starts.
bool is_known_module(std::string_view name);

// CPython's module has that name and ours has not; asked of "builtins" too. Imports the module to see.
bool library_lacks(std::string_view module, std::string_view name);

// sys.modules[name], made now if need be; with all its parents. Empty: an exception is set.
Var load_module(std::string_view name);
// For a native module's __getattr__: the attribute as the module in Python has it; NotImplemented where that has none.
Var late_attribute_from(std::string_view module, Str* name);
// What the IMPORT_NAME instruction asks for.
Var import_from_program(Str* name, Dict* globals, Value fromlist, int level);
void init_modules();
void init_code_functions();  // eval, exec, compile, input, open

// Tuples with named fields (struct_sequence.cpp), up to nine of them.
Type* new_struct_type(const char* name, const char* const* fields, size_t n);
Var make_struct(Type* t, Tuple* fields);

// Helpers for makers.
void module_set(Module* m, const char* name, Value v);
void module_functions(Module* m, const MethodDef* defs, size_t n);
template <size_t N>
void module_functions(Module* m, const MethodDef (&defs)[N]) {
  module_functions(m, defs, N);
}

}  // namespace ap
