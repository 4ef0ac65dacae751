// Slots of classes written in Python: each looks up the special method on the type and calls it.
#include "object/class.hpp"
#include "object/int.hpp"

namespace ap {

Str* dunder_names[kDunderCount];

const DunderInfo dunder_info[kDunderCount] = {
#define D(name, where, kind, op) {slot::where, 0, op},
#include "object/dunders.def"
};

void init_dunder_names() {
  static const char* const texts[] = {
#define D(name, slot, kind, op) #name,
#include "object/dunders.def"
  };
  for (size_t i = 0; i < kDunderCount; ++i) dunder_names[i] = intern(texts[i]).release();
}

Dunder find_dunder(const Str* name) {
  size_t i = 0;
  while (i < kDunderCount && dunder_names[i] != name) ++i;
  return static_cast<Dunder>(i);
}

Var call_found(Value found, Value self, const Value* args, uint32_t n) {
  constexpr uint32_t kMost = 6;
  if (n <= kMost &&
      (is_kind(found, Kind::Function) || (found.is_object() && found.object()->type == rt.types.method_descriptor))) {
    Value values[kMost + 1];
    values[0] = self;
    for (uint32_t i = 0; i < n; ++i) values[i + 1] = args[i];
    return call(found, Args{values, n + 1, nullptr});
  }
  if (found.is_object() && found.object()->type == rt.types.wrapper_descriptor)
    return call_slot_wrapper(found.as<SlotWrapper>(), self, Args{args, n, nullptr});
  Type* t = type_of(found);
  if (!t->descr_get) return call(found, Args{args, n, nullptr});
  Var bound = t->descr_get(found, self, type_of(self));
  if (!bound) return {};
  return call(bound, Args{args, n, nullptr});
}

Var call_dunder(Value self, Dunder d, const Value* args, uint32_t n, bool* found) {
  Value method = type_lookup(type_of(self), dunder_name(d));
  *found = bool(method);
  if (!method) return {};
  Var keep = method;
  return call_found(keep, self, args, n);
}

namespace {

Var call0(Value self, Dunder d, bool* found) { return call_dunder(self, d, nullptr, 0, found); }
Var call1(Value self, Dunder d, Value a, bool* found) { return call_dunder(self, d, &a, 1, found); }

// For slots that only exist where the method does; it can be gone when a class was changed while running.
Var must0(Value self, Dunder d) {
  bool found;
  Var r = call0(self, d, &found);
  if (!found) return raise_attribute_error(self, dunder_name(d));
  return r;
}

bool is_none_method(Value self, Dunder d) { return type_lookup(type_of(self), dunder_name(d)).is_none(); }

Var slot_repr(Value v) { return must0(v, Dunder::__repr__); }
Var slot_str(Value v) { return must0(v, Dunder::__str__); }

bool slot_hash(Value v, int64_t& out) {
  if (is_none_method(v, Dunder::__hash__)) return type_error("unhashable type: '%T'", v);
  Var r = must0(v, Dunder::__hash__);
  if (!r) return false;
  if (!is_int(r)) return type_error("__hash__ method should return an integer");
  // An integer too large for a hash is hashed in turn; -1 is the C API's error mark.
  int64_t h;
  if (r->is_small_int())
    h = r->as_int();
  else if (is_kind(r, Kind::Int) && !to_int64(r, &h)) {
    clear_error();
    h = hash_int(r);
  } else if (r->is_bool()) {
    h = r->is_true();
  }
  out = h == -1 ? -2 : h;
  return true;
}

Var slot_compare(Value a, Value b, Compare op) {
  auto d = static_cast<Dunder>(static_cast<int>(Dunder::__lt__) + static_cast<int>(op));
  bool found;
  Var r = call1(a, d, b, &found);
  if (!found) return NotImplemented;
  return r;
}

Var slot_setattr_result(Value self, Str* name, Value value) {
  bool found;
  if (!value) return call1(self, Dunder::__delattr__, name, &found);
  Value args[] = {name, value};
  return call_dunder(self, Dunder::__setattr__, args, 2, &found);
}
bool slot_setattr(Value self, Str* name, Value value) { return bool(slot_setattr_result(self, name, value)); }

Var slot_descr_get(Value descriptor, Value instance, Type* owner) {
  Value args[] = {instance ? instance : None, owner ? Value(owner) : None};
  bool found;
  Var r = call_dunder(descriptor, Dunder::__get__, args, 2, &found);
  if (!found) return descriptor;
  return r;
}

bool slot_descr_set(Value descriptor, Value instance, Value value) {
  Value args[] = {instance, value};
  bool found;
  Dunder d = value ? Dunder::__set__ : Dunder::__delete__;
  Var r = call_dunder(descriptor, d, args, value ? 2 : 1, &found);
  if (!found) return raise(rt.types.AttributeError, value ? "__set__" : "__delete__");
  return bool(r);
}

int64_t length_of_result(Value r) {
  Var index = to_index(r);
  if (!index) return -1;
  if (int_sign(index) < 0) return value_error("__len__() should return >= 0");
  int64_t n;
  if (!to_int64(index, &n)) {
    clear_error();
    return raise(rt.types.OverflowError, "cannot fit '%T' into an index-sized integer", index.get());
  }
  return n;
}

int64_t slot_length(Value v) {
  Var r = must0(v, Dunder::__len__);
  return r ? length_of_result(r) : -1;
}

Tri slot_truth(Value v) {
  bool found;
  Var r = call0(v, Dunder::__bool__, &found);
  if (found) {
    if (!r) return Tri::Error;
    if (!r->is_bool()) return type_error("__bool__ should return bool, returned %T", r.get());
    return r->is_true() ? Tri::True : Tri::False;
  }
  r = call0(v, Dunder::__len__, &found);
  if (!found) return Tri::True;
  if (!r) return Tri::Error;
  int64_t n = length_of_result(r);
  return n < 0 ? Tri::Error : n ? Tri::True : Tri::False;
}

Var slot_getitem(Value v, Value key) {
  bool found;
  Var r = call1(v, Dunder::__getitem__, key, &found);
  if (!found) return type_error("'%T' object is not subscriptable", v);
  return r;
}

bool slot_setitem(Value v, Value key, Value value) {
  Value args[] = {key, value};
  bool found;
  Var r = call_dunder(v, value ? Dunder::__setitem__ : Dunder::__delitem__, args, value ? 2 : 1, &found);
  if (!found) {
    return type_error(value ? "'%T' object does not support item assignment"
                            : "'%T' object does not support item deletion", v);
  }
  return bool(r);
}

Tri slot_contains(Value v, Value item) {
  if (is_none_method(v, Dunder::__contains__)) return type_error("'%T' object is not a container", v);
  bool found;
  Var r = call1(v, Dunder::__contains__, item, &found);
  if (!found || !r) return Tri::Error;
  return truth(r);
}

Var slot_iter(Value v) {
  if (is_none_method(v, Dunder::__iter__)) return type_error("'%T' object is not iterable", v);
  return must0(v, Dunder::__iter__);
}

Var slot_next(Value v) {
  Var r = must0(v, Dunder::__next__);
  if (!r && error_is(rt.types.StopIteration)) clear_error();
  return r;
}

Var slot_await(Value v) { return must0(v, Dunder::__await__); }
Var slot_aiter(Value v) { return must0(v, Dunder::__aiter__); }
Var slot_anext(Value v) { return must0(v, Dunder::__anext__); }
Var slot_to_int(Value v) { return must0(v, Dunder::__int__); }
Var slot_to_index(Value v) { return must0(v, Dunder::__index__); }
Var slot_to_float(Value v) { return must0(v, Dunder::__float__); }

Var slot_unary(Value v, UnaryOp op) {
  bool found;
  return call0(v, static_cast<Dunder>(static_cast<int>(Dunder::__neg__) + static_cast<int>(op)), &found);
}

Dunder binary_dunder(BinaryOp op, bool reflected) {
  return static_cast<Dunder>(static_cast<int>(Dunder::__add__) + 2 * static_cast<int>(op) + reflected);
}

Var slot_inplace(Value a, Value b, BinaryOp op) {
  bool found;
  Var r = call1(a, static_cast<Dunder>(static_cast<int>(Dunder::__iadd__) + static_cast<int>(op)), b, &found);
  if (!found) return NotImplemented;
  return r;
}

Var slot_call(Value f, Args args) {
  Value method = type_lookup(type_of(f), dunder_name(Dunder::__call__));
  if (!method) return type_error("'%T' object is not callable", f);
  Var keep = method;
  if (is_kind(method, Kind::Function)) {
    uint32_t n = args.count + args.keyword_count();
    Value few[8];
    if (n < 8) {
      few[0] = f;
      for (uint32_t i = 0; i < n; ++i) few[i + 1] = args.values[i];
      return call(method, Args{few, args.count + 1, args.kwnames});
    }
  }
  Type* t = type_of(method);
  if (!t->descr_get) return call(method, args);
  Var bound = t->descr_get(method, f, type_of(f));
  if (!bound) return {};
  return call(bound, args);
}

// args with `first` before them, called.
Var call_with_first(Value f, Value first, Args args) {
  uint32_t n = args.count + args.keyword_count();
  Value few[9];
  if (n < 9) {
    few[0] = first;
    for (uint32_t i = 0; i < n; ++i) few[i + 1] = args.values[i];
    return call(f, Args{few, args.count + 1, args.kwnames});
  }
  auto* many = static_cast<Value*>(heap.allocate_raw((n + 1) * sizeof(Value)));
  if (!many) return raise_memory_error();
  many[0] = first;
  for (uint32_t i = 0; i < n; ++i) many[i + 1] = args.values[i];
  Var r = call(f, Args{many, args.count + 1, args.kwnames});
  heap.release_raw(many, (n + 1) * sizeof(Value));
  return r;
}

const SlotFunction kNoFunction = nullptr;

struct SlotEntry {
  uint8_t slot;
  SlotFunction function;
};
#define S(where, function) {slot::where, reinterpret_cast<SlotFunction>(function)}
const SlotEntry kSlots[] = {
    S(construct, class_construct), S(initialize, class_initialize), S(call, slot_call),       S(repr, slot_repr),
    S(str, slot_str),              S(hash, slot_hash),              S(compare, slot_compare), S(getattr, class_getattr),
    S(setattr, slot_setattr),      S(descr_get, slot_descr_get),    S(descr_set, slot_descr_set),
    S(truth, slot_truth),          S(length, slot_length),          S(getitem, slot_getitem), S(setitem, slot_setitem),
    S(contains, slot_contains),    S(iter, slot_iter),              S(next, slot_next),       S(await, slot_await),
    S(aiter, slot_aiter),          S(anext, slot_anext),            S(to_int, slot_to_int),   S(to_index, slot_to_index),
    S(to_float, slot_to_float),    S(unary, slot_unary),            S(binary, class_binary),  S(inplace, slot_inplace),
};
#undef S
constexpr uint64_t bit(uint8_t slot) { return uint64_t{1} << slot; }
// The slots for which the dict of a heap type has a special method.
uint64_t defined_slots(const Type* t) {
  uint64_t bits = 0;
  uint32_t at = 0;
  Value key, value;
  while (dict_next(t->dict, &at, &key, &value)) {
    if (!is_kind(key, Kind::Str) || !looks_dunder(key.as<Str>())) continue;
    // A namespace given to type() may have names that were put together while running.
    Dunder d = find_dunder(intern(key.as<Str>()).get());
    if (d != Dunder::Count) bits |= bit(dunder_info[static_cast<size_t>(d)].slot);
  }
  if (bits & bit(slot::length)) bits |= bit(slot::truth);
  return bits;
}

// What the first class on the MRO that says something about a slot makes of it.
SlotFunction find_slot(Type* t, uint8_t index) {
  for (uint32_t i = 0; i < t->mro->size; ++i) {
    Type* at = (*t->mro)[i].as<Type>();
    if (is_heap(at)) {
      if (at->own_slots & bit(index)) {
        if (index == slot::hash && dict_get_name(at->dict, rt.names.__hash__).is_none()) return kNoFunction;
        return class_slot_function(index);
      }
    } else if (SlotFunction own = slot_at(at, index); own && (!at->base || slot_at(at->base, index) != own)) {
      return own;
    } else if (!own && index == slot::hash && at->base) {
      return kNoFunction;  // a built-in that compares by value, such as list
    }
  }
  return kNoFunction;
}

bool on_mro(Type* t, Str* name) {
  for (uint32_t i = 0; i < t->mro->size; ++i) {
    Type* at = (*t->mro)[i].as<Type>();
    if (is_heap(at) && dict_get_name(at->dict, name)) return true;
  }
  return false;
}

void traverse_class_instance(Object* o, Visitor& visit) {
  Type* t = o->type;
  Type* base = builtin_base(t);
  if (base == rt.types.object) visit(static_cast<Instance*>(o)->dict);
  if (t->added_bytes) {
    Value* at;
    if (base == rt.types.object) {
      at = reinterpret_cast<Value*>(static_cast<Instance*>(o) + 1);
    } else if (o->kind == Kind::Str || o->kind == Kind::Int || o->kind == Kind::Tuple || o->kind == Kind::Bytes) {
      at = static_cast<Value*>(added_part(o));
    } else {
      at = reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + ((base->basic_size + 7) & ~7u));
    }
    for (int32_t i = 0, n = static_cast<int32_t>(t->added_bytes / 8); i < n; ++i) {
      if (i == t->added_dict)
        visit(*reinterpret_cast<Dict**>(at + i));
      else
        visit(at[i]);
    }
  }
  visit(t);
  if (base->traverse) base->traverse(o, visit);
}

}  // namespace

SlotFunction class_slot_function(size_t index) {
  for (auto& s : kSlots)
    if (s.slot == index) return s.function;
  return nullptr;
}

Var class_construct(Type* t, Args args) {
  Value found = type_lookup(t, rt.names.__new__);
  if (!found) return object_construct(t, args);
  Var function = found;
  if (Type* ft = type_of(found); ft->descr_get) function = ft->descr_get(found, Empty, t);
  if (!function) return {};
  return call_with_first(function, t, args);
}

bool class_initialize(Value self, Args args) {
  Value found = type_lookup(type_of(self), rt.names.__init__);
  if (!found) return object_initialize(self, args);
  Var keep = found, r;
  if (is_kind(found, Kind::Function)) {
    r = call_with_first(found, self, args);
  } else {
    Type* t = type_of(found);
    if (t->descr_get) keep = t->descr_get(found, self, type_of(self));
    if (!keep) return false;
    r = call(keep, args);
  }
  if (!r) return false;
  if (!r.is_none()) return type_error("__init__() should return None, not '%T'", r.get());
  return true;
}

// __getattribute__, and __getattr__ where that finds nothing.
Var class_getattr(Value self, Str* name) {
  Type* t = type_of(self);
  Value fallback = type_lookup(t, dunder_name(Dunder::__getattr__));
  Value getattribute = type_lookup(t, dunder_name(Dunder::__getattribute__));
  Var v;
  if (!getattribute || type_of(getattribute) == rt.types.wrapper_descriptor) {
    Type* base = builtin_base(t);
    if (base->getattr == generic_getattr) {
      v = fallback ? generic_getattr_or_empty(self, name) : generic_getattr(self, name);
      if (!v && !failed()) {
        Value argument = name;
        Var keep = fallback;
        return call_found(keep, self, &argument, 1);
      }
    } else {
      v = base->getattr(self, name);
    }
  } else {
    Value argument = name;
    Var keep = getattribute;
    v = call_found(keep, self, &argument, 1);
  }
  if (v || !fallback || !clear_error_if(rt.types.AttributeError)) return v;
  Value argument = name;
  Var keep = fallback;
  return call_found(keep, self, &argument, 1);
}

// Called once for both operands: see SLOT order in Python's data model, 3.3.8.
Var class_binary(Value a, Value b, BinaryOp op) {
  Type *ta = type_of(a), *tb = type_of(b);
  bool right = ta != tb && tb->binary == class_binary;
  bool found;
  if (ta->binary == class_binary) {
    if (right && is_subtype(tb, ta)) {
      // The right one's class goes first if it overrides the reflected method.
      Str* name = dunder_name(binary_dunder(op, true));
      Value theirs = type_lookup(tb, name);
      if (theirs && theirs != type_lookup(ta, name)) {
        Var keep = theirs;
        Var r = call_found(keep, b, &a, 1);
        if (!r || !r->is_not_implemented()) return r;
        right = false;
      }
    }
    Var r = call1(a, binary_dunder(op, false), b, &found);
    if (found && (!r || !r->is_not_implemented())) return r;
  }
  if (right) {
    Var r = call1(b, binary_dunder(op, true), a, &found);
    if (found) return r;
  }
  return NotImplemented;
}

void set_class_slots(Type* t) {
  t->own_slots = defined_slots(t);
  Type* base = builtin_base(t);
  for (uint8_t i = 0; i < kSlotCount; ++i) {
    if (i == slot::dealloc || i == slot::traverse) continue;
    slot_at(t, i) = find_slot(t, i);
  }
  t->dealloc = base == rt.types.object ? instance_dealloc : base->dealloc;
  t->traverse = traverse_class_instance;
  // A native link or truth speaks for the native __await__ or __len__ only.
  if (t->await == slot_await) t->link = nullptr;
  constexpr uint32_t kComputed = kHasDel | kHasGetattribute | kHasSetattr;
  t->type_flags &= ~kComputed;
  for (uint32_t i = 0; i < t->bases->size; ++i)
    t->type_flags |= (*t->bases)[i].as<Type>()->type_flags & (kComputed | kExceptionType | kSequence | kMapping | kWeakrefable);
  if (t->getattr == class_getattr) t->type_flags |= kHasGetattribute;
  if (t->setattr == slot_setattr) t->type_flags |= kHasSetattr;
  if (on_mro(t, rt.names.__del__)) t->type_flags |= kHasDel;
}

void class_attribute_changed(Type* t, Str* name) {
  if (!looks_dunder(name)) return type_modified(t);
  t->version = rt.next_type_version++;
  if (is_heap(t)) set_class_slots(t);
  if (!t->subclasses) return;
  for (uint32_t i = 0; i < t->subclasses->size; ++i) class_attribute_changed(t->subclasses->items[i].as<Type>(), name);
}

}  // namespace ap
