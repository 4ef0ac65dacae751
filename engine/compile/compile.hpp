// From a syntax tree to code objects.
#pragma once
#include <string>
#include <vector>

#include "base/beliefs.hpp"
#include "compile/code.hpp"
#include "syntax/parser.hpp"

namespace ap {

struct CompileOptions {
  std::string_view filename = "main.py";
  bool trace_lines = false;   // emit LINE at every new line
  Beliefs beliefs = 0;        // compiled as they have it
  bool watch = false;         // emit WATCH where variables, attributes and items are read and written
};

// Something Python has and this engine does not: found before the program starts, named, with its line.
struct Unsupported {
  std::string feature;  // "t-strings", "import socket"
  int line = 0;
};

// A name that the program surely takes from a module of the library: "builtins" for one that nothing binds, kAnyObject for an
// attribute that no line of the program defines, so that it is some type's of the library if it is there at all.
inline constexpr std::string_view kAnyObject = "*";
struct LibraryUse {
  std::string module, name;
  int line;
};

struct CompileResult {
  Ref<Code> code;                      // of the module; null when something below is set
  syntax::SyntaxError* error = nullptr;  // in the arena
  bool error_by_compiler = false;  // not by the parser
  syntax::SyntaxWarning* warnings = nullptr;
  bool unsupported_found = false;
  Unsupported unsupported;
  std::vector<LibraryUse> uses;  // only where `is_known_module` was given
};

// Parses and compiles a whole module. `is_known_module(name)` says whether an import can be served
// (null: every name is); imports inside `try: ... except ImportError` are left to run time.
CompileResult compile_module(std::string_view source, Arena& arena, const CompileOptions& options,
                             bool (*is_known_module)(std::string_view) = nullptr);
// For eval(), exec() and annotations given as text: mode 0 module, 1 expression.
CompileResult compile_source(std::string_view source, Arena& arena, const CompileOptions& options, int mode);

// A listing for people and tests, in the manner of dis.
std::string disassemble(const Code* code);

}  // namespace ap
