// What a program asks of the library that may not be there, found before it starts.
#pragma once
#include "compile/codegen.hpp"

namespace ap {

// A try that expects an import or a name to be missing.
bool catches_missing(const syntax::Try* t);
// `if hasattr(module, "name")`.
bool asks_whether_there(const syntax::Expr* test);
// The first import of a module that is not there and whose failure nobody expects; false: there is none.
bool find_unknown_import(syntax::Body body, bool (*known)(std::string_view), Unsupported* out);
// Those of the loads whose name the program mentions nowhere else: no definition, no assignment, no string, and no way to make up
// attributes or to expect that one is missing.
void add_undefined_attributes(const std::vector<Compiler::AttributeLoad>& loads, std::string_view source, Arena& arena,
                              std::vector<LibraryUse>* uses);

}  // namespace ap
