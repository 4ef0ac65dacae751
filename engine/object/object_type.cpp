// object: what every value can do when its type says nothing else.
#include "object/class.hpp"
#include "object/format.hpp"
#include "object/int.hpp"

namespace ap {

namespace {

bool has_arguments(Args args) { return args.count || args.keyword_count(); }

Raised abstract_error(Type* t) {
  Value names = dict_get_name(t->dict, rt.names.__abstractmethods__);
  Ref<List> sorted = to_list(names);
  if (!sorted || !list_sort(sorted.get(), Empty, false)) return {};
  StrBuilder b;
  for (uint32_t i = 0; i < sorted->size; ++i) {
    b.append(i ? ", '" : "'");
    if (!b.append_str(sorted->items[i])) return {};
    b.append("'");
  }
  Ref<Str> text = b.finish();
  if (!text) return {};
  return type_error("Can't instantiate abstract class %N without an implementation for abstract method%s %U", t,
                    sorted->size == 1 ? "" : "s", text.get());
}

void object_dealloc(Object* o) { free_object(o, sizeof(Object)); }

// --- methods

Var format_method(Call& call) {
  if (!is_kind(call[0], Kind::Str))
    return type_error("__format__() argument must be str, not %T", call[0]);
  if (call[0].as<Str>()->length)
    return type_error("unsupported format string passed to %N.__format__", type_of(call.self));
  return str(call.self);
}

Var init_subclass(Call& call) {
  Type* cls = call.self.as<Type>();
  Args a = call.raw;
  if (a.count) return type_error("%U.__init_subclass__() takes no arguments (%d given)", cls->qualname, a.count);
  if (a.keyword_count()) return type_error("%U.__init_subclass__() takes no keyword arguments", cls->qualname);
  return None;
}

Var subclass_hook(Call&) { return NotImplemented; }

bool add_keys(Dict* into, Dict* from) {
  uint32_t at = 0;
  Value key, value;
  while (dict_next(from, &at, &key, &value))
    if (is_kind(key, Kind::Str) && !dict_set(into, key, None)) return false;
  return true;
}

Var dir_method(Call& call) {
  Ref<Dict> names = new_dict();
  Type* t = type_of(call.self);
  for (uint32_t i = 0; i < t->mro->size; ++i) {
    Type* at = (*t->mro)[i].as<Type>();
    if (!is_heap(at)) ensure_dunders(at);
    if (!is_heap(at) && at->module != rt.types.object->module && !dict_set(names.get(), rt.names.__module__, None)) return {};
    if (!add_keys(names.get(), at->dict)) return {};
  }
  if (Var dict = getattr_or_empty(call.self, rt.names.__dict__)) {
    if (is_kind(dict, Kind::Dict) && !add_keys(names.get(), dict.as<Dict>())) return {};
  } else if (failed()) {
    return {};
  }
  return to_list(names);
}

Var sizeof_method(Call& call) {
  Type* t = type_of(call.self);
  return make_int(t->basic_size ? t->basic_size : 16);
}

Var get_state(Call& call) {
  Var dict = getattr_or_empty(call.self, rt.names.__dict__);
  if (!dict && failed()) return {};
  Var state = dict && is_kind(dict, Kind::Dict) && dict.as<Dict>()->used ? dict : Var(None);
  // With __slots__: the dict, and a dict of the members that are set.
  Ref<Dict> members;
  Tuple* mro = type_of(call.self)->mro;
  for (uint32_t i = 0; i < mro->size; ++i) {
    Type* t = (*mro)[i].as<Type>();
    uint32_t at = 0;
    Value key, value;
    while (t->slots_count && dict_next(t->dict, &at, &key, &value)) {
      if (type_of(value) != rt.types.member_descriptor) continue;
      Value held = *member_slot(call.self.object(), value.as<MemberDescriptor>());
      if (!held) continue;
      if (!members) members = new_dict();
      if (!dict_set(members.get(), key, held)) return {};
    }
  }
  return members ? Var(tuple_of(state, members)) : state;
}

// cls.__new__(cls, *args), as copy and pickle call what __reduce_ex__ gives them.
Var new_object(Call& call) {
  if (call.raw.count == 0 || !is_kind(call.raw.values[0], Kind::Type))
    return type_error("__newobj__() missing 1 required positional argument: 'cls'");
  Var make = getattr(call.raw.values[0], rt.names.__new__);
  return make ? ap::call(make, call.raw) : Var();
}
const MethodDef kNewObject = {"__newobj__", nullptr, new_object, kPythonFunction};

Var reduce_ex(Call& call) {
  Value self = call.self;
  Type* t = type_of(self);
  Ref<Str> reduce = intern("__reduce__");
  if (type_lookup(t, reduce.get()) != type_lookup(rt.types.object, reduce.get())) return call_method(self, reduce.get());
  Type* root = builtin_base(t);
  bool known = root == rt.types.object || root == rt.types.list || root == rt.types.dict || root == rt.types.set ||
               root == rt.types.frozenset || root == rt.types.str || root == rt.types.tuple || root == rt.types.int_ ||
               root == rt.types.float_ || root == rt.types.bytes;
  if (!known) return type_error("cannot pickle '%T' object", self);
  Ref<Str> get = intern("__getstate__");
  if (root == rt.types.set || root == rt.types.frozenset) {
    Ref<List> items = to_list(self);
    Var state = items ? call_method(self, get.get()) : Var();
    return state ? Var(tuple_of(Value(t), tuple_of(items), state)) : Var();
  }
  Ref<List> args = new_list();
  if (!list_append(args.get(), Value(t))) return {};
  if (Var method = lookup_special(self, intern("__getnewargs__").get())) {
    Var more = ap::call(method);
    if (!more || !list_extend(args.get(), more)) return {};
  } else if (failed()) {
    return {};
  } else if (root == rt.types.str || root == rt.types.int_ || root == rt.types.float_ || root == rt.types.bytes ||
             root == rt.types.tuple) {
    Var plain = ap::call(Value(root), self);
    if (!plain || !list_append(args.get(), plain.get())) return {};
  }
  Var state = call_method(self, get.get());
  if (!state) return {};
  Var items = root == rt.types.list ? iterate(self) : Var(None);
  Var pairs = None;
  if (root == rt.types.dict) {
    Var view = call_method(self, intern("items").get());
    pairs = view ? iterate(view) : Var();
  }
  if (!items || !pairs) return {};
  Ref<NativeFunction> make = new_function(&kNewObject, intern("copyreg").get());
  Ref<Tuple> new_args = make_tuple(args->items, args->size);
  return tuple_of(make, new_args, state, items, pairs);
}

Var dunder_class(Value self) { return type_of(self); }

bool set_dunder_class(Value self, Value value) {
  if (!value) return type_error("can't delete __class__ attribute");
  if (!is_kind(value, Kind::Type)) return type_error("__class__ must be set to a class, not '%T' object", value);
  Type* now = type_of(self);
  Type* next = value.as<Type>();
  if (!self.is_object() || !is_heap(now) || !is_heap(next))
    return type_error("__class__ assignment only supported for mutable types or ModuleType subclasses");
  if (builtin_base(now) != builtin_base(next) || now->added_bytes != next->added_bytes ||
      now->dict_offset != next->dict_offset || now->added_dict != next->added_dict)
    return type_error("__class__ assignment: '%N' object layout differs from '%N'", next, now);
  incref(static_cast<Object*>(next));
  self.object()->type = next;
  decref(static_cast<Object*>(now));
  return true;
}

const MethodDef kMethods[] = {
    {"__format__", "format_spec, /", format_method},
    {"__init_subclass__", nullptr, init_subclass, kClassMethod},
    {"__subclasshook__", "*args", subclass_hook, kClassMethod},
    {"__dir__", "", dir_method},
    {"__sizeof__", "", sizeof_method},
    {"__reduce_ex__", "protocol, /", reduce_ex},
    {"__reduce__", "", reduce_ex},
    {"__getstate__", "", get_state},
};
const GetSetDef kGetSets[] = {{"__class__", dunder_class, set_dunder_class}};

}  // namespace

void instance_dealloc(Object* o) {
  auto* self = static_cast<Instance*>(o);
  if (Dict* d = std::exchange(self->dict, nullptr)) decref(static_cast<Object*>(d));
  free_object(o, sizeof(Instance));
}

Var object_construct(Type* t, Args args) {
  if (has_arguments(args)) [[unlikely]] {
    if (t->construct != object_construct)
      return type_error("object.__new__() takes exactly one argument (the type to instantiate)");
    if (t->initialize == object_initialize) return type_error("%N() takes no arguments", t);
  }
  if (t->type_flags & kAbstract) [[unlikely]] return abstract_error(t);
  if (t == rt.types.object) return Var::steal(new (heap.allocate_object(sizeof(Object))) Object(t, Kind::Other));
  return Var::steal(allocate<Instance>(t, 0));
}

bool object_initialize(Value self, Args args) {
  if (!has_arguments(args)) [[likely]] return true;
  Type* t = type_of(self);
  if (t->initialize != object_initialize)
    return type_error("object.__init__() takes exactly one argument (the instance to initialize)");
  if (t->construct == object_construct)
    return type_error("%N.__init__() takes exactly one argument (the instance to initialize)", t);
  return true;
}

Var object_repr(Value v) { return default_repr(v); }
Var object_str(Value v) { return type_of(v)->repr(v); }  // str() checks what it gives, by its own name

bool object_hash(Value v, int64_t& out) {
  if (!v.is_object()) {
    out = static_cast<int64_t>(v.bits);
    return true;
  }
  out = static_cast<int64_t>(address_of(v.object()) >> 4);
  return true;
}

Var object_compare(Value a, Value b, Compare op) {
  if (op == Compare::Eq) return a == b ? True : NotImplemented;
  if (op == Compare::Ne) {
    Type* t = type_of(a);
    if (t->compare == object_compare) return a == b ? False : NotImplemented;
    Var equal = t->compare(a, b, Compare::Eq);
    if (!equal || equal->is_not_implemented()) return equal;
    Tri same = truth(equal);
    if (same == Tri::Error) return {};
    return Value::from_bool(same == Tri::False);
  }
  return NotImplemented;
}

Ref<Str> default_repr(Value v) {
  Type* t = type_of(v);
  if (!v.is_object()) return format_str("<%N object>", t);
  Ref<Str> name = type_display_name(t);
  if (!name) return {};
  return format_str("<%U object at 0x%llx>", name.get(), static_cast<unsigned long long>(address_of(v.object())));
}

// --- attributes

Var generic_getattr_or_empty(Value self, Str* name) {
  Type* t = type_of(self);
  Value found = type_lookup(t, name);
  Type* found_type = nullptr;
  if (found) {
    found_type = type_of(found);
    if (found_type->descr_get && found_type->descr_set) {
      Var keep = found;
      return found_type->descr_get(found, self, t);
    }
  }
  if (self.is_object()) {
    if (Dict** slot = dict_slot(self.object()); slot && *slot) {
      if (name->is_interned()) {
        if (Value v = dict_get_name(*slot, name)) return v;
      } else {
        Value v = dict_get(*slot, name);
        if (v) return v;
        if (failed()) return {};
      }
    }
  }
  if (!found) return {};
  Var keep = found;
  if (found_type->descr_get) return found_type->descr_get(found, self, t);
  return keep;
}

Var generic_getattr(Value self, Str* name) {
  Var v = generic_getattr_or_empty(self, name);
  if (!v && !failed()) return raise_attribute_error(self, name);
  return v;
}

bool generic_setattr(Value self, Str* name, Value value) {
  Type* t = type_of(self);
  Value found = type_lookup(t, name);
  if (found) {
    Type* found_type = type_of(found);
    if (found_type->descr_set) {
      Var keep = found;
      return found_type->descr_set(found, self, value);
    }
  }
  Dict** slot = self.is_object() ? dict_slot(self.object()) : nullptr;
  if (!slot) {
    if (found) return raise_attribute_error_as(self, name, "'%T' object attribute '%U' is read-only");
    return raise_attribute_error_as(
        self, name,
        t->setattr == generic_setattr || !is_heap(t)
            ? "'%T' object has no attribute '%U' and no __dict__ for setting new attributes"
            : "'%T' object has no attribute '%U'");
  }
  if (!value) {
    if (!*slot) return raise_attribute_error(self, name);
    if (name->is_interned()) {
      if (dict_remove_name(*slot, name)) return true;
    } else {
      Tri removed = dict_remove(*slot, name);
      if (removed == Tri::Error) return false;
      if (removed == Tri::True) return true;
    }
    return raise_attribute_error(self, name);
  }
  if (!*slot) {
    *slot = new_dict().release();
    if (!*slot) return false;
  }
  Dict* d = *slot;
  return name->is_interned() ? dict_set_name(d, name, value) : dict_set(d, name, value);
}

void init_object_type() {
  Type* t = new_type("object", nullptr, sizeof(Object), Kind::Other, kBaseType);
  t->dealloc = object_dealloc;
  t->construct = object_construct;
  t->initialize = object_initialize;
  t->repr = object_repr;
  t->str = object_str;
  t->hash = object_hash;
  t->compare = object_compare;
  t->setattr = generic_setattr;
  t->getattr = generic_getattr;
  add_methods(t, kMethods);
  add_getsets(t, kGetSets);
  make_type_ready(t);
}

}  // namespace ap
