// A compiled function, class or module body.
#pragma once
#include "object/str.hpp"
#include "object/tuple.hpp"

namespace ap {

enum class Op : uint8_t {
#define OP(name, operand, pops, pushes) name,
#include "compile/opcodes.def"
};

using Instr = uint32_t;
constexpr Instr make_instr(Op op, uint32_t arg = 0) { return static_cast<uint32_t>(op) | arg << 8; }
constexpr Instr make_instr(Op op, uint32_t a, uint32_t b) { return make_instr(op, a | b << 8); }

enum CodeFlag : uint32_t {
  kOptimized = 1,       // a function: locals in slots (class and module bodies have a namespace dict)
  kVarArgs = 4,
  kVarKeywords = 8,
  kNested = 16,
  kGenerator = 32,
  kCoroutine = 128,
  kIterableCoroutine = 256,  // types.coroutine
  kAsyncGenerator = 512,
  kHasDocstring = 0x4000000,
  kMethod = 0x8000000,
  kDelegates = 0x10000000,  // of the engine alone: it has a `yield from`
  kMakesObject = kGenerator | kCoroutine | kAsyncGenerator,  // a call gives an object, and runs nothing yet
};

// Zero-cost exception handling: an exception raised at a word in [start, end) goes to handler with the stack cut to
// `depth` values. Inner regions come first.
struct ExceptionRegion {
  uint32_t start, end, handler, depth;
};

// Source range of each word, for tracebacks: lines from 1, columns in UTF-8 bytes from 0, -1 unknown.
struct Position {
  int32_t line = -1, end_line = -1;
  int32_t column = -1, end_column = -1;
};

// An inline cache: what an instruction found the last time.
struct Cache {
  uint32_t version = 0;  // of the type (attributes), or 0: nothing known
  uint32_t hint = 0;     // position in a dict
  uint32_t kind = 0;     // vm's business
  uint32_t misses = 0;
  Value value;           // borrowed from the type that `version` stands for
};

struct Code : Object {
  Str* name = nullptr;
  Str* qualname = nullptr;
  Str* filename = nullptr;
  uint32_t flags = 0;
  uint32_t arg_count = 0;       // positional parameters, positional-only ones among them
  uint32_t positional_only = 0;
  uint32_t keyword_only = 0;
  // localsplus = locals (parameters first: positional, keyword-only, *args, **kwargs) then free variables.
  uint32_t local_count = 0;
  uint32_t free_count = 0;
  uint32_t stack_size = 0;
  int32_t first_line = 0;
  uint32_t instr_count = 0, const_count = 0, name_count = 0, region_count = 0, cache_count = 0;
  Instr* instrs = nullptr;
  Value* consts = nullptr;       // owned references
  Str** names = nullptr;         // interned, owned
  Str** slot_names = nullptr;    // names of localsplus; interned, owned
  uint8_t* slot_kinds = nullptr; // SlotKind of each of localsplus
  ExceptionRegion* regions = nullptr;
  Position* positions = nullptr;
  Cache* caches = nullptr;
  // For calls, since a function was made of it: the size of a frame, and arg_count where all parameters may be given by
  // position and there is no *args or **kwargs, else -1.
  uint32_t call_bytes = 0;
  int32_t plain_params = -1;
  explicit Code(Type* t) : Object(t, Kind::Code) {}
  uint32_t slot_count() const { return local_count + free_count; }
};
// kHiddenSlot: the compiler's own, or a variable of an inlined comprehension
enum SlotKind : uint8_t { kLocal = 0, kCellSlot = 1, kFreeSlot = 2, kHiddenSlot = 3 };

// What a WATCH instruction tells, and where it stands. The comments say what lies on the stack then.
enum class Watch : uint8_t {
  Enter, Statement, Assigned,  //
  LocalRead, LocalWrite,       // slot
  GlobalRead, GlobalWrite,     // name; reading: the value is on top
  CellRead, CellWrite,         // slot; reading: the value is on top
  AttributeRead,               // name; owner
  AttributeWrite,              // name; value, owner
  Value,                       // value: in hand now, and perhaps changed
  ValueRead,                   // value: in hand, and only looked at
  ItemRead,                    // container, key
  ItemWrite,                   // value, container, key
};

void init_code_type();

}  // namespace ap
