// Functions and types written in C++, as Python sees them.
//
// A native function names its parameters in a signature written as in Python. The call machinery matches arguments
// to it once, with CPython's error texts, so that the function itself only sees one Value a parameter.
#pragma once
#include "object/type.hpp"

namespace ap {

// What a native function is called with. All borrowed.
struct Call {
  Value self;                  // the object a method is bound to; Empty for a plain function; the class for a classmethod
  const Value* params;         // one a named parameter, in the signature's order; Empty: not given
  const Value* rest = nullptr; // what *args took
  uint32_t rest_count = 0;
  Dict* keywords = nullptr;    // what **kwargs took; nullptr when there is none
  Args raw = {};               // signature nullptr: the arguments as they came, params is null
  Value operator[](size_t i) const { return params[i]; }
  // The argument, or `fallback` where none was given.
  Value get(size_t i, Value fallback) const { return params[i] ? params[i] : fallback; }
};

enum MethodFlag : uint8_t {
  kStaticMethod = 1,
  kClassMethod = 2,
  // Written in Python in CPython (asyncio, random, ...): argument errors, repr and type() are those of a `def`.
  kPythonFunction = 4,
  // Calling it makes a coroutine object: inspect.iscoroutinefunction is true. See coro/native_coroutine.hpp.
  kCoroutineFunction = 8,
  // Positional arguments are counted first, as in functions that hand their keywords on: "sorted expected 1 argument, got 0".
  kCountsPositional = 16,
};

struct MethodDef {
  const char* name;
  // "iterable, /, *, key=None, reverse=False", without self; "" takes nothing. Default texts are for people and
  // inspect.signature only: the function supplies the value where a parameter is Empty.
  // nullptr: no matching, the function reads call.raw.
  const char* signature;
  Var (*fn)(Call&);
  uint8_t flags = 0;
  const char* doc = nullptr;
};

struct GetSetDef {
  const char* name;
  Var (*get)(Value self);
  bool (*set)(Value self, Value value) = nullptr;  // an Empty value deletes; null: read-only
};

struct Signature;
struct NativeFunction : Object {
  const MethodDef* def = nullptr;
  const Signature* signature = nullptr;  // parsed on first need
  Str* name = nullptr;
  Str* qualname = nullptr;  // made on first need, see native_qualname()
  Value module = None;      // name of the module, or None
  Value self;               // bound to, or Empty
  Type* owner = nullptr;    // the type whose method it is, or nullptr
  explicit NativeFunction(Type* t) : Object(t, Kind::NativeFunction) {}
};
// "list.append", "sleep"
Str* native_qualname(NativeFunction* f);

// A function of `module` (its name), e.g. len.
Ref<NativeFunction> new_function(const MethodDef* def, Str* module);
// As a method in a type's dict.
void add_methods(Type* t, const MethodDef* defs, size_t n);
template <size_t N>
void add_methods(Type* t, const MethodDef (&defs)[N]) {
  add_methods(t, defs, N);
}
void add_getsets(Type* t, const GetSetDef* defs, size_t n);
template <size_t N>
void add_getsets(Type* t, const GetSetDef (&defs)[N]) {
  add_getsets(t, defs, N);
}
// A built-in type, not ready yet: set its slots, add methods, then make_type_ready(). `base` nullptr: object.
// `name` may be dotted: "asyncio.locks.Lock" has __module__ asyncio.locks.
Type* new_type(const char* name, Type* base, uint32_t basic_size, Kind kind, uint32_t flags = kBaseType);

// For Type::construct and Type::initialize, which get raw arguments: matches them to `signature` (text that stays, such as
// a literal; without *args and **kwargs) into `params`, borrowed, Empty where not given. `name` stands in errors.
bool match_arguments(const char* name, const char* signature, Args args, Value* params);

// Calls def->fn with the arguments matched to its signature.
Var call_native(NativeFunction* f, Value self, Args args);

}  // namespace ap
