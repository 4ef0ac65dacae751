// type.__new__: from a name, bases and a namespace to a class.
#include "object/class.hpp"

namespace ap {

namespace {

bool has_dict(const Type* t) { return t->dict_offset || (t->type_flags & kDictAtEnd); }
bool has_items(const Type* builtin) {
  switch (builtin->instance_kind) {
    case Kind::Str: case Kind::Bytes: case Kind::Tuple: case Kind::Int: return true;
    default: return false;
  }
}

// The class up the chain of bases that last added something to the C++ layout or to __slots__.
Type* solid_base(Type* t) {
  while (t->base && (is_heap(t) ? t->slots_count == 0 : t->basic_size == t->base->basic_size && t->base != rt.types.object))
    t = t->base;
  return t;
}

Type* fail(Raised) { return nullptr; }

// The base whose layout the instances have.
Type* best_base(Tuple* bases) {
  Type *best = nullptr, *winner = nullptr;
  for (uint32_t i = 0; i < bases->size; ++i) {
    if (!is_kind((*bases)[i], Kind::Type)) return fail(type_error("bases must be types"));
    Type* base = (*bases)[i].as<Type>();
    if (!(base->type_flags & kBaseType))
      return fail(type_error("type '%N' is not an acceptable base type", base));
    Type* candidate = solid_base(base);
    if (!winner || (is_subtype(candidate, winner) && candidate != winner)) {
      winner = candidate;
      best = base;
    } else if (!is_subtype(winner, candidate)) {
      return fail(type_error("multiple bases have instance lay-out conflict"));
    }
  }
  return best;
}

// _C__name for a private name in class C.
Ref<Str> mangle(Str* class_name, Str* name) {
  uint32_t n = name->length;
  if (n < 3 || name->at(0) != '_' || name->at(1) != '_' || (name->at(n - 1) == '_' && name->at(n - 2) == '_'))
    return intern(name);
  uint32_t from = 0;
  while (from < class_name->length && class_name->at(from) == '_') ++from;
  if (from == class_name->length) return intern(name);
  StrBuilder b;
  b.append("_");
  b.append(class_name, from, class_name->length);
  b.append(name);
  Ref<Str> mangled = b.finish();
  return mangled ? intern(mangled.get()) : mangled;
}

bool is_identifier(Str* s) {
  if (!s->length || (s->at(0) >= '0' && s->at(0) <= '9')) return false;
  for (uint32_t i = 0; i < s->length; ++i) {
    char32_t c = s->at(i);
    if (c < 128 && c != '_' && !(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z')) return false;
  }
  return true;
}

// Reads __slots__: names for members, and whether it asks for a dict.
bool read_slots(Type* t, Value slots, List* names, bool* wants_dict) {
  Type* base = t->base;
  Ref<List> given = is_kind(slots, Kind::Str) ? make_list(&slots, 1) : to_list(slots);
  if (!given) return false;
  if (given->size && has_items(builtin_base(base)) && builtin_base(base)->instance_kind != Kind::Str)
    return type_error("nonempty __slots__ not supported for subtype of '%N'", base);
  bool weakref = false;
  for (uint32_t i = 0; i < given->size; ++i) {
    Value v = given->items[i];
    if (!is_kind(v, Kind::Str)) return type_error("__slots__ items must be strings, not '%T'", v);
    Str* name = v.as<Str>();
    if (!is_identifier(name)) return type_error("__slots__ must be identifiers");
    if (equal(name, "__dict__")) {
      if (*wants_dict || has_dict(base)) return type_error("__dict__ slot disallowed: we already got one");
      *wants_dict = true;
      continue;
    }
    if (equal(name, "__weakref__")) {
      if (weakref || (base->type_flags & kWeakrefable)) return type_error("__weakref__ slot disallowed: we already got one");
      weakref = true;
      continue;
    }
    Ref<Str> member = mangle(t->name, name);
    if (!member) return false;
    if (dict_get_name(t->dict, member.get()) && !equal(member.get(), "__qualname__") && !equal(member.get(), "__classcell__"))
      return value_error("%R in __slots__ conflicts with class variable", Value(member.get()));
    if (!list_append(names, Value(member))) return false;
  }
  if (weakref) t->type_flags |= kWeakrefable;
  return list_sort(names, Empty, false);
}

bool add_descriptor(Type* t, const GetSetDef* def) {
  Ref<GetSetDescriptor> d = new_getset(def, t);
  return dict_get_name(t->dict, d->name) || dict_set_name(t->dict, d->name, d);
}

Var get_weakref(Value) { return None; }
const GetSetDef kWeakrefGetSet = {"__weakref__", get_weakref};

// Where instances keep what the class adds to its base.
bool lay_out(Type* t) {
  Type *base = t->base, *root = builtin_base(base);
  bool plain = root == rt.types.object;
  t->instance_kind = plain ? Kind::Instance : base->instance_kind;
  t->basic_size = plain && base == rt.types.object ? sizeof(Instance) : base->basic_size;
  t->added_bytes = base->added_bytes;
  t->added_dict = base->added_dict;
  t->dict_offset = base->dict_offset;
  t->type_flags |= base->type_flags & (kDictAtEnd | kHasDict);

  Ref<List> members = new_list();
  Value slots = dict_get_name(t->dict, rt.names.__slots__);
  bool wants_dict = !slots;
  if (slots) {
    if (!read_slots(t, slots, members.get(), &wants_dict)) return false;
    for (uint32_t i = 0; i < t->bases->size; ++i) wants_dict |= has_dict((*t->bases)[i].as<Type>());
  }
  bool weakref_before = base->type_flags & kWeakrefable;
  if (!slots && !(has_items(root) && root->instance_kind != Kind::Str)) t->type_flags |= kWeakrefable;
  for (uint32_t i = 0; i < t->bases->size; ++i) t->type_flags |= (*t->bases)[i].as<Type>()->type_flags & kWeakrefable;

  uint32_t first = has_items(root) ? 0 : plain ? sizeof(Instance) : (root->basic_size + 7) & ~7u;
  t->slots_offset = first + t->added_bytes;
  t->slots_count = members->size;
  for (uint32_t i = 0; i < members->size; ++i) {
    auto* m = allocate<MemberDescriptor>(rt.types.member_descriptor, 0);
    m->name = members->items[i].as<Str>();
    incref(static_cast<Object*>(m->name));
    m->owner = t;
    m->offset = first + t->added_bytes;
    t->added_bytes += 8;
    Var descriptor = Var::steal(m);
    if (!dict_set_name(t->dict, m->name, descriptor)) return false;
  }
  // Classes keep their attributes in Type::dict, also where a metaclass was written in Python.
  if (wants_dict && !has_dict(base) && root != rt.types.type) {
    t->type_flags |= kHasDict;
    if (plain) {
      t->dict_offset = sizeof(Object);
    } else {
      t->added_dict = static_cast<int32_t>(t->added_bytes / 8);
      if (has_items(root))
        t->type_flags |= kDictAtEnd;
      else
        t->dict_offset = static_cast<int32_t>(first + t->added_bytes);
      t->added_bytes += 8;
    }
    if (!add_descriptor(t, &dict_getset)) return false;
  }
  if (!weakref_before && (t->type_flags & kWeakrefable) && !add_descriptor(t, &kWeakrefGetSet)) return false;
  t->basic_size = (plain ? sizeof(Instance) : root->basic_size) + t->added_bytes;
  return true;
}

// A plain function under that name becomes a static or class method.
bool wrap_function(Dict* d, Str* name, Type* wrapper) {
  Value f = dict_get_name(d, name);
  if (!is_kind(f, Kind::Function)) return true;
  Var wrapped = call(Value(wrapper), f);
  return wrapped && dict_set_name(d, name, wrapped);
}

bool take_qualname(Type* t) {
  Value given = dict_get_name(t->dict, rt.names.__qualname__);
  if (!given) {
    t->qualname = Ref<Str>(t->name).release();
    return true;
  }
  if (!is_kind(given, Kind::Str)) return type_error("type __qualname__ must be a str, not %T", given);
  t->qualname = static_cast<Str*>(Var(given).release().object());
  return dict_remove_name(t->dict, rt.names.__qualname__);
}

bool call_set_names(Type* t, Dict* ns) {
  // __set_name__ may add to the class: walk a copy.
  Ref<Dict> names = dict_copy(ns);
  if (!names) return false;
  uint32_t at = 0;
  Value key, value;
  while (dict_next(names.get(), &at, &key, &value)) {
    if (!value.is_object() || is_kind(value, Kind::Function) || is_kind(value, Kind::Str)) continue;
    Var method = lookup_special(value, rt.names.__set_name__);
    if (!method) {
      if (failed()) return false;
      continue;
    }
    Var r = call(method, Value(t), key);
    if (r) continue;
    Var error = take_error();
    Ref<Str> note = format_str("Error calling __set_name__ on '%T' instance %R in '%N'", value, key, t);
    Ref<Str> add_note = intern("add_note");
    if (note) call_method(error, add_note.get(), note).reset();
    clear_error();
    set_error(std::move(error));
    return false;
  }
  return true;
}

bool call_init_subclass(Type* t, Args keywords) {
  Var hook = super_lookup(t, t, t, rt.names.__init_subclass__);
  if (!hook) return false;
  Var r = call(hook, keywords);
  return bool(r);
}

}  // namespace

Type* most_derived_metaclass(Type* winner, Tuple* bases) {
  for (uint32_t i = 0; i < bases->size; ++i) {
    Type* own = type_of((*bases)[i]);
    if (is_subtype(winner, own)) continue;
    if (!is_subtype(own, winner)) {
      (void)type_error(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all "
          "its bases");
      return nullptr;
    }
    winner = own;
  }
  return winner;
}

// The order that a metaclass's own mro() gives, if it has one.
static bool ask_metaclass(Type* t) {
  Ref<Str> name = intern("mro");
  if (type_lookup(t->type, name.get()) == type_lookup(rt.types.type, name.get())) return true;
  Ref<Tuple> usual = linearise(t);
  if (!usual) {
    clear_error();
    usual = tuple_of(Value(t), Value(rt.types.object));
  }
  t->mro = usual.release();  // while it is asked
  Var method = lookup_special(Value(t), name.get());
  Var answer = method ? call(method) : Var();
  Ref<Tuple> order = answer ? to_tuple(answer) : Ref<Tuple>();
  if (!order) return false;
  for (uint32_t i = 0; i < order->size; ++i) {
    Value c = (*order)[i];
    if (!is_kind(c, Kind::Type)) return type_error("mro() returned a non-class ('%T')", c);
    if (!is_subtype(solid_base(t), solid_base(c.as<Type>()))) return type_error("mro() returned base with unsuitable layout ('%N')", c.as<Type>());
  }
  decref(std::exchange(t->mro, order.release()));
  return true;
}

Var make_class(Type* meta, Str* name, Tuple* bases, Dict* ns, Args keywords) {
  Ref<Tuple> all_bases = bases->size ? Ref<Tuple>(bases) : tuple_of(Value(rt.types.object));
  if (!all_bases) return {};
  Type* base = best_base(all_bases.get());
  if (!base) return {};
  void* memory = allocate_instance(meta, sizeof(Type));
  if (!memory) return {};
  auto* t = new (memory) Type(meta);
  Var made = Var::steal(t);
  t->type_flags = kHeapType | kBaseType;
  t->name = Ref<Str>(name).release();
  t->bases = all_bases.release();
  t->base = base;
  t->dict = dict_copy(ns).release();
  if (!t->dict) return {};
  if (!take_qualname(t)) return {};
  Dict* d = t->dict;
  if (!dict_get_name(d, rt.names.__module__)) {
    Str* module = rt.hooks.current_module ? rt.hooks.current_module() : nullptr;
    if (!dict_set_name(d, rt.names.__module__, module ? module : rt.names.__main__)) return {};
  }
  if (!wrap_function(d, rt.names.__new__, rt.types.staticmethod) ||
      !wrap_function(d, rt.names.__init_subclass__, rt.types.classmethod) ||
      !wrap_function(d, rt.names.__class_getitem__, rt.types.classmethod))
    return {};
  Var cell = dict_get_name(d, rt.names.__classcell__);
  if (cell) {
    if (!is_kind(cell, Kind::Cell)) return type_error("__classcell__ must be a nonlocal cell, not <%T>", cell.get());
    dict_remove_name(d, rt.names.__classcell__);
  }
  if (dict_get_name(d, rt.names.__eq__) && !dict_get_name(d, rt.names.__hash__) &&
      !dict_set_name(d, rt.names.__hash__, None))
    return {};
  if (!lay_out(t)) return {};
  if (!dict_get_name(d, rt.names.__doc__) && !dict_set_name(d, rt.names.__doc__, None)) return {};
  if ((meta != rt.types.type && !ask_metaclass(t)) || !make_type_ready(t)) return {};
  if (cell) {
    decref(std::exchange(cell.as<Cell>()->value, Var(made).release()));
  }
  if (!call_set_names(t, ns) || !call_init_subclass(t, keywords)) return {};
  return made;
}

Var type_construct(Type* meta, Args args) {
  if (args.count != 3) {
    if (meta == rt.types.type) return type_error("type() takes 1 or 3 arguments");
    return type_error("type.__new__() takes exactly 3 arguments (%d given)", static_cast<int>(args.count));
  }
  Value name = args.values[0], bases = args.values[1], ns = args.values[2];
  if (!is_kind(name, Kind::Str)) return type_error("type.__new__() argument 1 must be str, not %T", name);
  if (!is_kind(bases, Kind::Tuple)) return type_error("type.__new__() argument 2 must be tuple, not %T", bases);
  if (!is_kind(ns, Kind::Dict)) return type_error("type.__new__() argument 3 must be dict, not %T", ns);
  for (uint32_t i = 0; i < bases.as<Tuple>()->size; ++i) {
    Value base = (*bases.as<Tuple>())[i];
    if (is_kind(base, Kind::Type)) continue;
    if (Var entries = getattr_or_empty(base, rt.names.__mro_entries__))
      return type_error("type() doesn't support MRO entry resolution; use types.new_class()");
    if (failed()) return {};
  }
  Type* winner = most_derived_metaclass(meta, bases.as<Tuple>());
  if (!winner) return {};
  if (winner != meta && winner->construct != type_construct) return winner->construct(winner, args);
  return make_class(winner, name.as<Str>(), bases.as<Tuple>(), ns.as<Dict>(),
                    Args{args.values + 3, 0, args.kwnames});
}

}  // namespace ap
