// A Python type: the slots through which C++ works with any value, and the dict, bases and MRO that Python sees.
#pragma once
#include <new>

#include "base/heap.hpp"
#include "object/value.hpp"

namespace ap {

struct Str;
struct Tuple;
struct List;
struct Dict;
struct Type;
struct Link;

// Arguments of a call as the caller has them: `count` positional values, then one value for each name in kwnames.
struct Args {
  const Value* values = nullptr;
  uint32_t count = 0;
  Tuple* kwnames = nullptr;
  uint32_t keyword_count() const;
};

enum class Compare : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
enum class BinaryOp : uint8_t { Add, Sub, Mul, Div, FloorDiv, Mod, Pow, MatMul, LShift, RShift, And, Or, Xor, Count };
enum class UnaryOp : uint8_t { Neg, Pos, Invert };
enum class Tri : int8_t { Error = -1, False = 0, True = 1 };

// Given to Type::traverse for each value the object owns.
struct Visitor {
  void (*visit)(Visitor*, Value);
  void operator()(Value v) {
    if (v.is_object()) visit(this, v);
  }
  void operator()(const Object* o) {
    if (o) visit(this, Value(o));
  }
};

enum TypeFlag : uint32_t {
  kHeapType = 1,          // made by a class statement: its dict may change
  kBaseType = 2,          // may be subclassed
  kHasDict = 4,           // instances have __dict__
  kHasDel = 8,            // a class on the MRO defines __del__
  kExceptionType = 16,    // subclass of BaseException
  kAbstract = 32,         // __abstractmethods__ is not empty
  kDictAtEnd = 64,        // the dict pointer lies behind the variable-size items (subclasses of str, int, tuple, bytes)
  kHasGetattribute = 128, // Python code defines __getattribute__ or __getattr__ (LOAD_ATTR may not be cached)
  kSequence = 256,        // match-statement sequence pattern
  kMapping = 512,         // match-statement mapping pattern
  kImmutableInstance = 1024,
  kDundersReady = 2048,   // slot wrappers such as int.__add__ stand in the dict
  kHasSetattr = 4096,     // Python code defines __setattr__ or __delattr__
  kWeakrefable = 8192,
  // Error texts name it with its module, as CPython does with types written in C: 'collections.deque' object ...
  // Type::name is then dotted; __name__ is what follows the last dot.
  kDottedName = 16384,
};

// A slot that is null is inherited from the base when the type is made ready. Parameters are borrowed, results owned.
// `dealloc` releases what the object holds and its memory. Slots of classes written in Python call the dunder methods.
struct Type : Object {
  Str* name = nullptr;      // __name__
  Str* qualname = nullptr;
  Str* module = nullptr;    // __module__; builtins for built-in types
  Type* base = nullptr;     // the base whose C++ layout the instances have
  Tuple* bases = nullptr;
  Tuple* mro = nullptr;
  Dict* dict = nullptr;
  List* subclasses = nullptr;  // weak
  Type* metatype() const { return type; }
  uint32_t type_flags = kBaseType;
  uint32_t basic_size = 0;   // bytes of an instance without variable-size items
  int32_t dict_offset = 0;   // where an instance keeps its Dict*; 0: nowhere; see dict_slot()
  uint32_t slots_offset = 0; // __slots__ values of this class begin here
  uint32_t slots_count = 0;
  // Of a heap type: what the Python classes from here up to the built-in base add to an instance, in words:
  // __slots__ (Empty: not set), and at place `added_dict` the dict pointer (-1: none; plain instances have it in Instance).
  uint32_t added_bytes = 0;
  int32_t added_dict = -1;
  uint64_t own_slots = 0;    // heap type: a bit for each slot for which its own dict has a special method
  Kind instance_kind = Kind::Other;
  uint32_t version = 0;      // changes with every change to what attribute lookup on the type can find; never repeats
  const char* doc = nullptr;

  void (*dealloc)(Object*) = nullptr;
  void (*traverse)(Object*, Visitor&) = nullptr;
  Var (*construct)(Type*, Args) = nullptr;           // __new__
  bool (*initialize)(Value self, Args) = nullptr;    // __init__
  Var (*call)(Value callee, Args) = nullptr;
  Var (*repr)(Value) = nullptr;
  Var (*str)(Value) = nullptr;
  bool (*hash)(Value, int64_t& out) = nullptr;
  // NotImplemented where the other operand's type may know better.
  Var (*compare)(Value, Value, Compare) = nullptr;
  Var (*getattr)(Value, Str* name) = nullptr;
  bool (*setattr)(Value, Str* name, Value value) = nullptr;  // an Empty value deletes
  Var (*descr_get)(Value descriptor, Value instance, Type* owner) = nullptr;  // instance Empty: from the class
  bool (*descr_set)(Value descriptor, Value instance, Value value) = nullptr;
  Tri (*truth)(Value) = nullptr;
  int64_t (*length)(Value) = nullptr;  // -1: error
  Var (*getitem)(Value, Value key) = nullptr;
  bool (*setitem)(Value, Value key, Value value) = nullptr;  // an Empty value deletes
  Tri (*contains)(Value container, Value item) = nullptr;
  Var (*iter)(Value) = nullptr;
  Var (*next)(Value) = nullptr;  // exhausted: Empty without rt.error set
  Var (*await)(Value) = nullptr;   // __await__
  Link* (*link)(Value) = nullptr;  // the value as a link of a chain of awaits (see coro/link.hpp)
  Var (*aiter)(Value) = nullptr;
  Var (*anext)(Value) = nullptr;
  Var (*to_int)(Value) = nullptr;    // __int__
  Var (*to_index)(Value) = nullptr;  // __index__
  Var (*to_float)(Value) = nullptr;
  Var (*unary)(Value, UnaryOp) = nullptr;  // Empty without error: not supported
  // Called with the operands in source order, once for the left operand's type and, unless it is the same
  // function, once for the right one's; NotImplemented as in Python. Built-in types look at both operands.
  Var (*binary)(Value left, Value right, BinaryOp) = nullptr;
  Var (*inplace)(Value left, Value right, BinaryOp) = nullptr;  // null: as binary

  Type(Type* meta) : Object(meta, Kind::Type) {}
};

bool is_subtype(const Type* t, const Type* of);  // by the MRO
// type(v)
Type* type_of_constant(Value v);
inline Type* type_of(Value v) { return v.is_object() ? v.object()->type : type_of_constant(v); }
inline bool is_instance(Value v, const Type* t) {
  Type* own = type_of(v);
  return own == t || is_subtype(own, t);
}
inline bool is_kind(Value v, Kind k) { return v.is_object() && v.object()->kind == k; }

// The first of the classes on the MRO that has `name` in its dict; borrowed, Empty when none (no error). Cached by version.
Value type_lookup(Type* t, Str* name);
// Where an instance keeps its dict; nullptr where it can have none.
Dict** dict_slot(Object* o);
// The instance's dict, made when it is not there yet.
Dict* instance_dict(Object* o);
// The default object.__getattribute__ / __setattr__.
Var generic_getattr(Value self, Str* name);
bool generic_setattr(Value self, Str* name, Value value);
// As generic_getattr, but Empty without an error where the attribute does not exist.
Var generic_getattr_or_empty(Value self, Str* name);
// To be called after every change to a type's dict or bases.
void type_modified(Type* t);
// C3 linearisation, slot inheritance, dunder slots; error: TypeError is set.
bool make_type_ready(Type* t);
Ref<Tuple> linearise(Type* t);  // the order in which attributes are looked up (C3); null: TypeError is set
// type(name, bases, namespace, **keywords): what a class statement does after its body.
Var make_class(Type* metatype, Str* name, Tuple* bases, Dict* ns, Args keywords);
// Allocation, one convention for all types:
//  - `own_bytes` is what the built-in layout needs: sizeof(T) plus its variable-size items. A class written in Python that
//    derives from it has more (type->basic_size - base's basic_size: dict pointer, __slots__), added here and zeroed
//    (with kDictAtEnd the dict pointer lies right behind the items, 8-byte aligned).
//  - An instance of a heap type owns a reference to its type; one of a built-in type does not.
//  - Type::dealloc(o) releases what the *built-in* layout holds and ends with free_object(o, own_bytes), which also
//    drops the instance dict and __slots__ of subclasses and the reference to the heap type.
// Never null for small sizes; null with MemoryError set for large ones.
// How many futures, coroutines, generators and objects with __del__ there were: their `born`, for the collector.
inline uint32_t births = 0;
void* allocate_instance(Type* type, size_t own_bytes);
template <class T, class... A>
T* allocate(Type* type, size_t item_bytes, A... a) {
  void* memory = allocate_instance(type, sizeof(T) + item_bytes);
  return memory ? new (memory) T(type, a...) : nullptr;
}
void free_instance_extras(Object* o, size_t own_bytes);  // the slow part of free_object, for heap types
inline void free_object(Object* o, size_t own_bytes) {
  if (o->type->type_flags & kHeapType)
    free_instance_extras(o, own_bytes);
  else
    heap.release_object(o, own_bytes);
}

}  // namespace ap
