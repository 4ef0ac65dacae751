// What the files about classes share: slots as an array, special methods by number, object's own slots.
#pragma once
#include <cstddef>

#include "object/dict.hpp"
#include "object/function.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

enum class Dunder : uint8_t {
#define D(name, slot, kind, op) name,
#include "object/dunders.def"
  Count
};
inline constexpr size_t kDunderCount = static_cast<size_t>(Dunder::Count);

// Interned names of the dunders, in order; made by start_run().
extern Str* dunder_names[kDunderCount];
inline Str* dunder_name(Dunder d) { return dunder_names[static_cast<size_t>(d)]; }
void init_dunder_names();

// The function pointers of Type as one array.
using SlotFunction = void (*)();
#define AP_SLOTS(S)                                                                                                 \
  S(dealloc) S(traverse) S(construct) S(initialize) S(call) S(repr) S(str) S(hash) S(compare) S(getattr) S(setattr) \
  S(descr_get) S(descr_set) S(truth) S(length) S(getitem) S(setitem) S(contains) S(iter) S(next) S(await) S(link)   \
  S(aiter) S(anext) S(to_int) S(to_index) S(to_float) S(unary) S(binary) S(inplace)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
namespace slot {
enum Slot : uint8_t {
#define S(member) member = (offsetof(Type, member) - offsetof(Type, dealloc)) / sizeof(SlotFunction),
  AP_SLOTS(S)
#undef S
};
}  // namespace slot
#pragma clang diagnostic pop
inline constexpr size_t kSlotCount = slot::inplace + 1;
inline SlotFunction& slot_at(Type* t, size_t i) { return reinterpret_cast<SlotFunction*>(&t->dealloc)[i]; }

struct DunderInfo {
  uint8_t slot, kind, op;
};
extern const DunderInfo dunder_info[kDunderCount];
// The dunder of that interned name, or Count.
Dunder find_dunder(const Str* name);

inline bool is_heap(const Type* t) { return t->type_flags & kHeapType; }
// The nearest base that is built in (t itself if it is).
inline Type* builtin_base(Type* t) {
  while (is_heap(t)) t = t->base;
  return t;
}
inline bool looks_dunder(const Str* s) {
  return s->length > 4 && s->width() == 1 && s->data()[0] == '_' && s->data()[1] == '_' &&
         s->data()[s->length - 1] == '_';
}

// class_slots.cpp: fills all slots of a heap type from the dicts on its MRO; to be repeated when one of them changes.
void set_class_slots(Type* t);
// After an attribute of a class was set or removed: lookup caches, slots and flags, also of subclasses.
void class_attribute_changed(Type* t, Str* name);
Var class_construct(Type*, Args);
bool class_initialize(Value, Args);
Var class_binary(Value, Value, BinaryOp);
Var class_getattr(Value, Str*);
// Slot function for a built-in type whose dict defines that dunder as a method.
SlotFunction class_slot_function(size_t slot);
// Calls what type_lookup() gave for a special method, with `self` before the arguments where it binds.
Var call_found(Value found, Value self, const Value* args, uint32_t n);
// The special method called; *found false: there is none, no error.
Var call_dunder(Value self, Dunder d, const Value* args, uint32_t n, bool* found);

// An AttributeError whose text is `format` with %T the object and %U the name.
Raised raise_attribute_error_as(Value object, Str* name, const char* format);
Raised raise_attribute_error_text(Value object, Str* name, Ref<Str> message);
// CPython's type has that attribute, ours has not; see missing_attributes.cpp.
bool is_missing_attribute(Value object, Str* name);

// dunders.cpp
struct SlotWrapper : Object {
  Dunder dunder;
  Type* owner;
  explicit SlotWrapper(Type* t) : Object(t, Kind::Other) {}
};
void ensure_dunders(Type* t);  // puts the slot wrappers of a built-in type into its dict
Var call_slot_wrapper(SlotWrapper* w, Value self, Args args);
void init_dunder_types();

// object_type.cpp
Var object_construct(Type*, Args);
bool object_initialize(Value, Args);
Var object_repr(Value);
Var object_str(Value);
bool object_hash(Value, int64_t&);
Var object_compare(Value, Value, Compare);
void instance_dealloc(Object*);
void* added_part(Object* o);  // of an instance of a Python subclass of str, int, tuple or bytes
void init_object_type();

// type_object.cpp, make_class.cpp
Var type_call(Value cls, Args args);
Var type_getattr(Value cls, Str* name);
bool type_setattr(Value cls, Str* name, Value value);
Var type_construct(Type* meta, Args args);
void init_type_type();
// Empty: TypeError. The metaclass that a class with these bases has.
Type* most_derived_metaclass(Type* metatype, Tuple* bases);
// Is `t` made by __slots__: nothing else in the layout counts.
struct MemberDescriptor : Object {
  Str* name;
  Type* owner;
  uint32_t offset;  // in the object, or in the part behind the items of a kDictAtEnd type
  explicit MemberDescriptor(Type* t) : Object(t, Kind::Other) {}
};
struct GetSetDescriptor : Object {
  const GetSetDef* def;
  Str* name;
  Type* owner;
  explicit GetSetDescriptor(Type* t) : Object(t, Kind::Other) {}
};
Ref<GetSetDescriptor> new_getset(const GetSetDef* def, Type* owner);
extern const GetSetDef dict_getset;  // __dict__
Value* member_slot(Object* o, const MemberDescriptor* m);

// generic_alias.cpp
Var new_generic_alias(Value origin, Tuple* args);
void add_class_getitem(Type* t);  // list[int] and the like
Tuple* union_members(Value v);  // of int | None; nullptr: no union
Var make_union(Value a, Value b);  // NotImplemented where one of them is no type
// protocol.cpp: what type.__instancecheck__ and type.__subclasscheck__ do
Tri type_instancecheck(Value cls, Value v);
Tri type_subclasscheck(Value cls, Value v);

// runtime.cpp: side table
struct Weakref;
struct SideEntry {
  Object* object;
  uint64_t address;   // 0: not asked for
  Weakref* weakrefs;  // newest first
  uint32_t born;      // of an object with __del__; see `births`
};
SideEntry* side_entry(Object* o);           // made when there is none
SideEntry* find_side_entry(Object* o);      // nullptr when there is none
void drop_side_entry(Object* o);
void clear_weakrefs(Object* o, SideEntry*);  // weakref.cpp: callbacks run
void init_weakref_type();
void init_native_types();
void finish_native_types();
bool is_native_python_function(Value v);  // kPythonFunction
// suggestion.cpp: the candidate (a list of str) that `name` was most likely meant to be; null without an error: none.
Ref<Str> nearest_name(Str* name, List* candidates);
Ref<Str> nearest_keyword(Str* name, List* candidates);  // for keyword arguments
void init_generic_alias_types();
void init_traceback_type();
void init_exception_group(Type* base_exception_group);

}  // namespace ap
