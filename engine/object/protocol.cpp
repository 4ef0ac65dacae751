// What any value can be asked: text, hash, truth, attributes, items, iteration, classes. Operators and calls: see
// protocol_operators.cpp and protocol_call.cpp.
#include "object/protocol.hpp"

#include "object/class.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/range.hpp"
#include "object/set.hpp"

namespace ap {

namespace {

bool is_exact_str(Value v) { return v.is_object() && v.object()->type == rt.types.str; }

Ref<Str> text_result(Var v, const char* method) {
  if (!v) return {};
  if (!is_kind(v, Kind::Str)) return type_error("%s returned non-string (type %T)", method, v.get());
  return Ref<Str>::from(std::move(v));
}

bool supports_sequence_iteration(Type* t) {
  return t->getitem && t != rt.types.dict && !(t->type_flags & kMapping && !is_heap(t)) && t->instance_kind != Kind::Type &&
         t != rt.types.generic_alias && t != rt.types.union_type;
}

}  // namespace

Ref<Str> repr(Value v) {
  if (v.is_small_int()) return int_to_str(v);
  if (v.is_empty()) return make_str("<NULL>");
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting || !check()) return {};
  return text_result(type_of(v)->repr(v), "__repr__");
}

Ref<Str> str(Value v) {
  if (is_exact_str(v)) return Ref<Str>(v.as<Str>());
  if (v.is_small_int()) return int_to_str(v);
  NativeNesting nesting(" while getting the str of an object");
  if (!nesting || !check()) return {};
  return text_result(type_of(v)->str(v), "__str__");
}

Ref<Str> ascii(Value v) {
  Ref<Str> text = repr(v);
  if (!text || text->is_ascii()) return text;
  StrBuilder b;
  for (uint32_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    if (c < 128) {
      b.append(c);
      continue;
    }
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    b.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U");
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
      b.append(static_cast<char32_t>("0123456789abcdef"[c >> shift & 15]));
  }
  return b.finish();
}

bool hash(Value v, int64_t* out) {
  if (v.is_small_int()) {
    int64_t i = v.as_int();
    *out = i == -1 ? -2 : i;
    return true;
  }
  if (is_exact_str(v)) {
    *out = hash_str(v.as<Str>());
    return true;
  }
  Type* t = type_of(v);
  if (!t->hash) return type_error("unhashable type: '%T'", v);
  NativeNesting nesting;
  if (!nesting) return false;
  return t->hash(v, *out);
}

Tri truth(Value v) {
  if (v.is_bool()) return v.is_true() ? Tri::True : Tri::False;
  if (v.is_none()) return Tri::False;
  if (v.is_small_int()) return v.as_int() ? Tri::True : Tri::False;
  Type* t = type_of(v);
  if (t->truth) return t->truth(v);
  if (t->length) {
    int64_t n = t->length(v);
    return n < 0 ? Tri::Error : n ? Tri::True : Tri::False;
  }
  return Tri::True;
}

// --- attributes

Var getattr(Value v, Str* name) {
  Var found = type_of(v)->getattr(v, name);
  if (!found && error_is(rt.types.AttributeError)) [[unlikely]] {
    // One that Python code raised itself learns here what was looked for.
    auto* e = rt.error.as<BaseException>();
    if (e->field[0].is_none() && e->field[1].is_none()) {
      e->field[0] = Var(name).release();
      e->field[1] = Var(v).release();
    }
  }
  return found;
}
Var getattr(Value v, const char* name) {
  Ref<Str> interned = intern(name);
  return getattr(v, interned.get());
}

Var getattr_or_empty(Value v, Str* name) {
  Type* t = type_of(v);
  if (t->getattr == generic_getattr) {
    Var found = generic_getattr_or_empty(v, name);
    // A property may raise AttributeError: that too means "not there".
    if (!found) (void)clear_error_if(rt.types.AttributeError);
    return found;
  }
  Var found = t->getattr(v, name);
  if (!found) (void)clear_error_if(rt.types.AttributeError);
  return found;
}

bool setattr(Value v, Str* name, Value value) { return type_of(v)->setattr(v, name, value); }
bool delattr(Value v, Str* name) { return type_of(v)->setattr(v, name, Empty); }

Var lookup_special(Value v, Str* name) {
  Type* t = type_of(v);
  Value found = type_lookup(t, name);
  if (!found) return {};
  Var keep = found;
  if (auto get = type_of(found)->descr_get) return get(found, v, t);
  return keep;
}

// --- items

Var getitem(Value v, Value key) {
  Type* t = type_of(v);
  if (t->getitem) [[likely]] return t->getitem(v, key);
  if (!is_kind(v, Kind::Type)) return type_error("'%T' object is not subscriptable", v);
  if (v == Value(rt.types.type)) {
    // type[int], though classes themselves have no __class_getitem__ from `type`.
    Ref<Tuple> args = is_kind(key, Kind::Tuple) ? Ref<Tuple>(key.as<Tuple>()) : tuple_of(key);
    return new_generic_alias(v, args.get());
  }
  Ref<Str> name(rt.names.__class_getitem__);
  Var method = getattr_or_empty(v, name.get());
  if (method && !method.is_none()) return call(method, key);
  if (failed()) return {};
  return type_error("type '%N' is not subscriptable", v.as<Type>());
}

bool setitem(Value v, Value key, Value value) {
  Type* t = type_of(v);
  if (t->setitem) [[likely]] return t->setitem(v, key, value);
  return type_error("'%T' object does not support item assignment", v);
}

bool delitem(Value v, Value key) {
  Type* t = type_of(v);
  if (t->setitem) return t->setitem(v, key, Empty);
  bool sequence = is_heap(t) || t->length || t->contains;
  return type_error(sequence && is_int(key) ? "'%T' object doesn't support item deletion"
                                            : "'%T' object does not support item deletion", v);
}

int64_t length(Value v) {
  Type* t = type_of(v);
  if (t->length) [[likely]] return t->length(v);
  return type_error("object of type '%T' has no len()", v);
}

int64_t length_hint(Value v) {
  Type* t = type_of(v);
  if (t->length) {
    int64_t n = t->length(v);
    if (n >= 0 || !clear_error_if(rt.types.TypeError)) return n;
  }
  Var method = lookup_special(v, rt.names.__length_hint__);
  if (!method) return failed() ? -1 : 0;
  Var r = call(method);
  if (!r) return clear_error_if(rt.types.TypeError) ? 0 : -1;
  if (r->is_not_implemented()) return 0;
  if (!is_int(r)) return type_error("__length_hint__ must be an integer, not %T", r.get());
  int64_t n;
  if (!to_int64(r, &n)) return -1;
  if (n < 0) return value_error("__length_hint__() should return >= 0");
  return n;
}

Tri contains(Value container, Value item) {
  Type* t = type_of(container);
  if (t->contains) return t->contains(container, item);
  if (!t->iter && !supports_sequence_iteration(t))
    return type_error("argument of type '%T' is not a container or iterable", container);
  Var it = iterate(container);
  if (!it) return Tri::Error;
  while (Var v = next(it)) {
    Tri same = equal(v, item);
    if (same != Tri::False) return same;
    if (!check()) return Tri::Error;
  }
  return failed() ? Tri::Error : Tri::False;
}

// --- iteration

Var iterate(Value v) {
  Type* t = type_of(v);
  if (t->iter) [[likely]] {
    Var it = t->iter(v);
    if (it && !type_of(it)->next) [[unlikely]] return type_error("iter() returned non-iterator of type '%T'", it.get());
    return it;
  }
  if (supports_sequence_iteration(t)) return make_sequence_iterator(v);
  return type_error("'%T' object is not iterable", v);
}

Var next(Value iterator) {
  Type* t = type_of(iterator);
  if (!t->next) [[unlikely]] return type_error("'%T' object is not an iterator", iterator);
  // map over map over map ...; a generator enters the interpreter's loop.
  NativeNesting nesting("", is_kind(iterator, Kind::Generator) ? 3 : 1);
  if (!nesting) [[unlikely]] return {};
  Var v = t->next(iterator);
  if (!v && failed()) (void)clear_error_if(rt.types.StopIteration);
  return v;
}

Ref<Tuple> to_tuple(Value v) {
  if (is_kind(v, Kind::Tuple)) {
    if (type_of(v) == rt.types.tuple) return Ref<Tuple>(v.as<Tuple>());
    if (type_of(v)->iter == rt.types.tuple->iter) return make_tuple(v.as<Tuple>()->items(), v.as<Tuple>()->size);
  }
  if (v.is_object() && v.object()->type == rt.types.list) return make_tuple(v.as<List>()->items, v.as<List>()->size);
  Ref<List> items = to_list(v);
  if (!items) return {};
  return make_tuple(items->items, items->size);
}

Ref<List> to_list(Value v) {
  Ref<List> l = new_list();
  if (!l || !list_extend(l.get(), v)) return {};
  return l;
}

Var to_index(Value v) {
  if (v.is_small_int()) return v;
  if (is_int(v)) return v;
  Type* t = type_of(v);
  if (!t->to_index) return type_error("'%T' object cannot be interpreted as an integer", v);
  Var r = t->to_index(v);
  if (r && !is_int(r)) return type_error("__index__ returned non-int (type %T)", r.get());
  return r;
}

// --- classes

namespace {

// A class for isinstance's purposes that is no `type`: whatever has a tuple of __bases__.
Var bases_of(Value cls) {
  Var bases = getattr_or_empty(cls, rt.names.__bases__);
  if (bases && !is_kind(bases, Kind::Tuple)) return {};
  return bases;
}

Tri class_derives(Value cls, Value from) {
  if (cls == from) return Tri::True;
  if (is_kind(cls, Kind::Type) && is_kind(from, Kind::Type))
    return is_subtype(cls.as<Type>(), from.as<Type>()) ? Tri::True : Tri::False;
  NativeNesting nesting(" in __issubclass__");
  if (!nesting) return Tri::Error;
  Var bases = bases_of(cls);
  if (!bases) return failed() ? Tri::Error : Tri::False;
  for (uint32_t i = 0; i < bases.as<Tuple>()->size; ++i) {
    Tri r = class_derives((*bases.as<Tuple>())[i], from);
    if (r != Tri::False) return r;
  }
  return Tri::False;
}

Tri check_union(Value v, Value classes, Tri (*one)(Value, Value)) {
  Tuple* members = union_members(classes);
  for (uint32_t i = 0; i < members->size; ++i) {
    Value member = (*members)[i];
    Tri r = one(v, member.is_none() ? Value(rt.types.none) : member);
    if (r != Tri::False) return r;
  }
  return Tri::False;
}

Tri plain_isinstance(Value v, Value cls) {
  if (is_kind(cls, Kind::Type)) {
    if (is_instance(v, cls.as<Type>())) return Tri::True;
    if (cls == Value(rt.types.function) && is_native_python_function(v)) return Tri::True;
    // An object may lie about its class (mock, proxies).
    Type* t = type_of(v);
    if (t->getattr == generic_getattr && type_lookup(t, rt.names.__class__) == type_lookup(rt.types.object, rt.names.__class__))
      return Tri::False;
    Var own = getattr_or_empty(v, rt.names.__class__);
    if (!own) return failed() ? Tri::Error : Tri::False;
    if (is_kind(own, Kind::Type) && own.as<Type>() != t)
      return is_subtype(own.as<Type>(), cls.as<Type>()) ? Tri::True : Tri::False;
    return Tri::False;
  }
  Var bases = bases_of(cls);
  if (!bases) {
    if (failed()) return Tri::Error;
    return type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  Var own = getattr_or_empty(v, rt.names.__class__);
  return own ? class_derives(own, cls) : Tri::False;
}

Tri plain_issubclass(Value v, Value cls) {
  if (is_kind(v, Kind::Type) && is_kind(cls, Kind::Type))
    return is_subtype(v.as<Type>(), cls.as<Type>()) ? Tri::True : Tri::False;
  if (!is_kind(v, Kind::Type) && !bases_of(v)) {
    if (failed()) return Tri::Error;
    return type_error("issubclass() arg 1 must be a class");
  }
  if (!is_kind(cls, Kind::Type) && !bases_of(cls)) {
    if (failed()) return Tri::Error;
    return type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return class_derives(v, cls);
}

bool plain_metaclass(Value cls) { return cls.is_object() && cls.object()->type == rt.types.type; }

}  // namespace

Tri type_instancecheck(Value cls, Value v) { return plain_isinstance(v, cls); }
Tri type_subclasscheck(Value cls, Value v) { return plain_issubclass(v, cls); }

Tri isinstance(Value v, Value cls) {
  if (Value(type_of(v)) == cls) return Tri::True;
  if (plain_metaclass(cls)) return plain_isinstance(v, cls);
  NativeNesting nesting(" in __instancecheck__");
  if (!nesting) return Tri::Error;
  if (is_kind(cls, Kind::Tuple)) {
    for (uint32_t i = 0; i < cls.as<Tuple>()->size; ++i) {
      Tri r = isinstance(v, (*cls.as<Tuple>())[i]);
      if (r != Tri::False) return r;
    }
    return Tri::False;
  }
  if (union_members(cls)) return check_union(v, cls, isinstance);
  if (type_of(cls) == rt.types.generic_alias)
    return type_error("isinstance() argument 2 cannot be a parameterized generic");
  Var method = lookup_special(cls, rt.names.__instancecheck__);
  if (method) {
    Var r = call(method, v);
    return r ? truth(r) : Tri::Error;
  }
  if (failed()) return Tri::Error;
  return plain_isinstance(v, cls);
}

Tri issubclass(Value v, Value cls) {
  if (plain_metaclass(cls)) {
    if (v == cls) return Tri::True;
    return plain_issubclass(v, cls);
  }
  NativeNesting nesting(" in __subclasscheck__");
  if (!nesting) return Tri::Error;
  if (is_kind(cls, Kind::Tuple)) {
    for (uint32_t i = 0; i < cls.as<Tuple>()->size; ++i) {
      Tri r = issubclass(v, (*cls.as<Tuple>())[i]);
      if (r != Tri::False) return r;
    }
    return Tri::False;
  }
  if (union_members(cls)) return check_union(v, cls, issubclass);
  if (type_of(cls) == rt.types.generic_alias)
    return type_error("issubclass() argument 2 cannot be a parameterized generic");
  Var method = lookup_special(cls, rt.names.__subclasscheck__);
  if (method) {
    Var r = call(method, v);
    return r ? truth(r) : Tri::Error;
  }
  if (failed()) return Tri::Error;
  return plain_issubclass(v, cls);
}

Ref<Str> type_display_name(const Type* t) {
  Value module = t->module ? Value(t->module) : Empty;
  if (is_heap(t)) module = dict_get_name(t->dict, rt.names.__module__);
  if (!is_kind(module, Kind::Str) || equal(module.as<Str>(), "builtins")) return Ref<Str>(t->qualname);
  return format_str("%U.%U", module.as<Str>(), t->qualname);
}

}  // namespace ap
