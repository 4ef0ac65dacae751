// Small built-in types around functions and classes: bound methods, cells, descriptors, modules.
#pragma once
#include <string_view>

#include "object/native.hpp"

namespace ap {

struct BoundMethod : Object {
  Value function, self;
  explicit BoundMethod(Type* t) : Object(t, Kind::BoundMethod) {}
};
struct Cell : Object {
  Value value;  // Empty: unbound
  explicit Cell(Type* t) : Object(t, Kind::Cell) {}
};
struct Property : Object {
  Value getter = None, setter = None, deleter = None, doc = None;
  Value name = Empty;
  bool doc_from_getter = false;
  explicit Property(Type* t) : Object(t, Kind::Property) {}
};
// staticmethod and classmethod
struct MethodWrapper : Object {
  Value function;
  Dict* dict = nullptr;
  explicit MethodWrapper(Type* t) : Object(t, Kind::Other) {}
};
struct Module : Object {
  Dict* dict = nullptr;
  explicit Module(Type* t) : Object(t, Kind::Module) {}
};
// super(start, self): attributes of the classes that follow `start` on the MRO of `self_type`.
struct Super : Object {
  Type* start = nullptr;
  Value self;               // Empty: unbound
  Type* self_type = nullptr;
  explicit Super(Type* t) : Object(t, Kind::Other) {}
};
// What super(start, self).name gives without making the super object; `self` may be a class (then self_type is it).
Var super_lookup(Type* start, Value self, Type* self_type, Str* name);
// For a method call: *method is true when the result is a function that wants `self` put before the arguments.
Var super_lookup_method(Type* start, Value self, Type* self_type, Str* name, bool* method);
// The type that super(start, self) walks, or nullptr with TypeError set.
Type* super_check(Type* start, Value self);

// An instance of a class written in Python without a built-in base: only a dict (and __slots__ behind it).
struct Instance : Object {
  Dict* dict = nullptr;
  explicit Instance(Type* t) : Object(t, Kind::Instance) {}
};

Var make_bound_method(Value function, Value self);
Ref<Cell> new_cell(Value v);
Ref<Module> new_module(std::string_view name);
void init_function_types();

}  // namespace ap
