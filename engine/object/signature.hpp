// Signatures of native functions, parsed, and the matching of arguments to them.
#pragma once
#include "object/native.hpp"

namespace ap {

struct Signature {
  static constexpr uint32_t kMost = 24;
  uint8_t count = 0;            // named parameters, without *args and **kwargs
  uint8_t positional_only = 0;
  uint8_t positional = 0;       // may be given by position
  uint8_t required = 0;         // of these, from the left
  bool star = false, double_star = false;
  bool simple = true;           // all parameters may be given by position and there is no *args, **kwargs
  uint32_t required_keywords = 0;  // a bit for each keyword-only parameter without a default
  Str* names[1];                // `count` of them, interned
};

// Parsed once for each text (by its address); null: memory ran out.
const Signature* signature_of(const char* text);

enum class ErrorStyle : uint8_t { Function, Method, Constructor, Python };
// Where errors of a call take their names from.
struct Callee {
  ErrorStyle style;
  const char* name;     // "append"
  NativeFunction* function;
};

// What a call's arguments came to. `params` are borrowed from the caller's or stand in `own`.
struct Matched {
  const Value* params;
  const Value* rest = nullptr;
  uint32_t rest_count = 0;
  Ref<Dict> keywords;
  Value* own() { return reinterpret_cast<Value*>(storage); }
  alignas(Value) char storage[Signature::kMost * sizeof(Value)];  // filled as far as there are parameters
};
// False: TypeError is set.
bool match(const Callee& callee, const Signature* s, Args args, Matched& m);

}  // namespace ap
