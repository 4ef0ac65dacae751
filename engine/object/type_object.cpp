// The `type` type: calling classes, their attributes, what Python sees of a class.
#include "object/class.hpp"

namespace ap {

namespace {

Type* as_type(Value v) { return v.as<Type>(); }

Raised immutable_error(Type* t, Str* name) {
  return type_error("cannot set '%U' attribute of immutable type '%N'", name, t);
}
bool check_mutable(Type* t, const char* name) {
  if (is_heap(t)) return true;
  Ref<Str> text = make_str(name);
  return immutable_error(t, text.get());
}

Var type_repr(Value v) {
  Ref<Str> name = type_display_name(as_type(v));
  if (!name) return {};
  return format_str("<class '%U'>", name.get());
}

void type_dealloc(Object* o) {
  auto* t = static_cast<Type*>(o);
  if (t->bases)
    for (uint32_t i = 0; i < t->bases->size; ++i) {
      List* siblings = (*t->bases)[i].as<Type>()->subclasses;
      for (uint32_t j = 0; siblings && j < siblings->size; ++j)
        if (siblings->items[j] == Value(t)) {
          siblings->items[j] = siblings->items[--siblings->size];
          break;
        }
    }
  if (t->subclasses) {
    t->subclasses->size = 0;
    decref(static_cast<Object*>(t->subclasses));
  }
  for (Object* part : {static_cast<Object*>(t->bases), static_cast<Object*>(t->mro), static_cast<Object*>(t->dict),
                       static_cast<Object*>(t->name), static_cast<Object*>(t->qualname), static_cast<Object*>(t->module)})
    if (part) decref(part);
  free_object(o, sizeof(Type));
}

void type_traverse(Object* o, Visitor& visit) {
  auto* t = static_cast<Type*>(o);
  visit(t->bases);
  visit(t->mro);
  visit(t->dict);
}

// --- attributes

Var get_name(Value v) {
  Type* t = as_type(v);
  return t->type_flags & kDottedName ? t->qualname : t->name;
}
bool set_text(Type* t, Str** at, Value value, const char* what) {
  if (!check_mutable(t, what)) return false;
  if (!value) return type_error("cannot delete '%s' attribute of type '%N'", what, t);
  if (!is_kind(value, Kind::Str)) return type_error("can only assign string to %N.%s, not '%T'", t, what, value);
  Str* old = std::exchange(*at, static_cast<Str*>(Var(value).release().object()));
  decref(static_cast<Object*>(old));
  return true;
}
bool set_name(Value v, Value value) { return set_text(as_type(v), &as_type(v)->name, value, "__name__"); }
Var get_qualname(Value v) { return as_type(v)->qualname; }
bool set_qualname(Value v, Value value) { return set_text(as_type(v), &as_type(v)->qualname, value, "__qualname__"); }

Var get_module(Value v) {
  Type* t = as_type(v);
  if (!is_heap(t)) return t->module ? Var(t->module) : Var(rt.names.builtins);
  Value module = dict_get_name(t->dict, rt.names.__module__);
  if (module) return module;
  return raise_attribute_error(v, rt.names.__module__);
}
bool set_in_dict(Value v, Str* name, Value value) {
  Type* t = as_type(v);
  if (!is_heap(t)) return immutable_error(t, name);
  if (value) {
    if (!dict_set_name(t->dict, name, value)) return false;
  } else if (!dict_remove_name(t->dict, name)) {
    return raise_attribute_error(v, name);
  }
  class_attribute_changed(t, name);
  return true;
}
bool set_module(Value v, Value value) { return set_in_dict(v, rt.names.__module__, value); }

Var get_doc(Value v) {
  Type* t = as_type(v);
  if (!is_heap(t)) return t->doc ? Var(make_str(t->doc)) : Var(None);
  Value doc = dict_get_name(t->dict, rt.names.__doc__);
  if (!doc) return None;
  if (auto get = type_of(doc)->descr_get) return get(doc, Empty, t);
  return doc;
}
bool set_doc(Value v, Value value) { return set_in_dict(v, rt.names.__doc__, value ? value : None); }
Var get_bases(Value v) { return as_type(v)->bases; }
bool set_bases(Value v, Value value) {
  Type* t = as_type(v);
  if (!check_mutable(t, "__bases__")) return false;
  if (!is_kind(value, Kind::Tuple)) return type_error("can only assign tuple to %N.__bases__, not %T", t, value);
  if (!value.as<Tuple>()->size)
    return type_error("can only assign non-empty tuple to %N.__bases__, not ()", t);
  return type_error("__bases__ assignment: '%N' object layout differs from '%N'", type_of((*value.as<Tuple>())[0]), t);
}
Var get_base(Value v) {
  Type* t = as_type(v)->base;
  return t ? Var(t) : Var(None);
}
Var get_mro(Value v) { return as_type(v)->mro; }
Var get_dict(Value v) {
  if (!is_heap(as_type(v))) ensure_dunders(as_type(v));
  return call(Value(rt.types.mappingproxy), Value(as_type(v)->dict));
}
Var get_abstract(Value v) {
  Value names = v == Value(rt.types.type) ? Empty : dict_get_name(as_type(v)->dict, rt.names.__abstractmethods__);
  if (names) return names;
  return raise_attribute_error(v, rt.names.__abstractmethods__);
}
bool set_abstract(Value v, Value value) {
  Type* t = as_type(v);
  Tri abstract = value ? truth(value) : Tri::False;
  if (abstract == Tri::Error || !set_in_dict(v, rt.names.__abstractmethods__, value)) return false;
  t->type_flags = abstract == Tri::True ? t->type_flags | kAbstract : t->type_flags & ~kAbstract;
  return true;
}

Var get_annotate(Value v) {
  Type* t = as_type(v);
  if (!is_heap(t)) return raise_attribute_error(v, rt.names.__annotate__);
  // The compiler leaves the function under this name, or under the one that the class body's namespace keeps.
  if (Value f = dict_get_name(t->dict, rt.names.__annotate__)) return f;
  Ref<Str> kept = intern("__annotate_func__");
  if (Value f = dict_get_name(t->dict, kept.get())) return f;
  return None;
}
bool set_annotate(Value v, Value value) {
  Type* t = as_type(v);
  if (!is_heap(t)) return immutable_error(t, rt.names.__annotate__);
  if (!value) return type_error("cannot delete __annotate__ attribute");
  if (!value.is_none() && !is_callable(value)) return type_error("__annotate__ must be callable or None");
  dict_remove_name(t->dict, rt.names.__annotations__);
  dict_remove_name(t->dict, intern("__annotations_cache__").get());
  dict_remove_name(t->dict, rt.names.__annotate__);
  return set_in_dict(v, intern("__annotate_func__").get(), value);
}
Var get_annotations(Value v) {
  Type* t = as_type(v);
  if (!is_heap(t)) return raise_attribute_error(v, rt.names.__annotations__);
  if (Value known = dict_get_name(t->dict, rt.names.__annotations__)) return known;
  Ref<Str> cache = intern("__annotations_cache__");
  if (Value known = dict_get_name(t->dict, cache.get())) return known;
  Var annotate = get_annotate(v);
  if (!annotate) return {};
  Var result;
  if (annotate.is_none()) {
    result = new_dict();
  } else {
    result = call(annotate, Value::from_int(1));
    if (result && !is_kind(result, Kind::Dict))
      return type_error("__annotate__ returned non-dict of type '%T'", result.get());
  }
  if (!result || !dict_set_name(t->dict, cache.get(), result)) return {};
  return result;
}
bool set_annotations(Value v, Value value) {
  Type* t = as_type(v);
  Ref<Str> cache = intern("__annotations_cache__");
  if (!is_heap(t) || !value || dict_get_name(t->dict, rt.names.__annotations__)) return set_in_dict(v, rt.names.__annotations__, value);
  dict_remove_name(t->dict, rt.names.__annotate__);
  dict_remove_name(t->dict, intern("__annotate_func__").get());
  return set_in_dict(v, cache.get(), value);
}

Var get_type_params(Value v) {
  Type* t = as_type(v);
  Value params = is_heap(t) ? dict_get_name(t->dict, rt.names.__type_params__) : Empty;
  return params ? Var(params) : Var(rt.empty_tuple);
}
bool set_type_params(Value v, Value value) { return set_in_dict(v, rt.names.__type_params__, value); }
Var get_text_signature(Value) { return None; }
Var get_flags(Value v) { return Value::from_int(as_type(v)->type_flags); }
Var get_basic_size(Value v) { return Value::from_int(as_type(v)->basic_size); }

const GetSetDef kGetSets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base},
    {"__mro__", get_mro},
    {"__dict__", get_dict},
    {"__abstractmethods__", get_abstract, set_abstract},
    {"__annotate__", get_annotate, set_annotate},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__text_signature__", get_text_signature},
    {"__flags__", get_flags},
    {"__basicsize__", get_basic_size},
};

// --- methods

Var mro_method(Call& call) { 
  Ref<Tuple> mro = linearise(as_type(call.self));
  return mro ? Var(to_list(mro)) : Var();
}
Var subclasses_method(Call& call) {
  List* known = as_type(call.self)->subclasses;
  return known ? make_list(known->items, known->size) : new_list();
}
Var prepare_method(Call&) { return new_dict(); }
Var instancecheck_method(Call& call) {
  Tri r = type_instancecheck(call.self, call[0]);
  return r == Tri::Error ? Var() : Var(Value::from_bool(r == Tri::True));
}
Var subclasscheck_method(Call& call) {
  Tri r = type_subclasscheck(call.self, call[0]);
  return r == Tri::Error ? Var() : Var(Value::from_bool(r == Tri::True));
}
Var dir_method(Call& call) {
  Ref<Dict> names = new_dict();
  Tuple* mro = as_type(call.self)->mro;
  for (uint32_t i = 0; i < mro->size; ++i) {
    Type* t = (*mro)[i].as<Type>();
    if (!is_heap(t)) ensure_dunders(t);
    uint32_t at = 0;
    Value key, value;
    while (dict_next(t->dict, &at, &key, &value))
      if (!dict_set(names.get(), key, None)) return {};
  }
  return to_list(names);
}

const MethodDef kMethods[] = {
    {"mro", "", mro_method},
    {"__subclasses__", "", subclasses_method},
    {"__prepare__", "*args, **kwargs", prepare_method, kClassMethod},
    {"__instancecheck__", "instance, /", instancecheck_method},
    {"__subclasscheck__", "subclass, /", subclasscheck_method},
    {"__dir__", "", dir_method},
};

Var type_binary(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return make_union(a, b);
}

bool type_initialize(Value self, Args args) {
  if (args.count == 1 && !args.keyword_count()) return true;
  if (args.count == 3) return true;
  return type_error("type.__init__() takes 1 or 3 arguments");
}

}  // namespace

Var type_call(Value cls, Args args) {
  Type* t = as_type(cls);
  if (t == rt.types.type && args.count == 1 && !args.keyword_count()) return type_of(args.values[0]);
  if (!t->construct) [[unlikely]] return type_error("cannot create '%U' instances", type_display_name(t).get());
  Var made = t->construct(t, args);
  if (!made) return made;
  Type* own = type_of(made);
  if (own != t && !is_subtype(own, t)) return made;
  if (own->initialize && own->initialize != object_initialize) {
    if (!own->initialize(made, args)) return {};
  } else if (args.count || args.keyword_count()) {
    if (!object_initialize(made, args)) return {};
  }
  return made;
}

Var type_getattr(Value cls, Str* name) {
  Type *t = as_type(cls), *meta = t->type;
  Value on_meta = type_lookup(meta, name);
  Type* meta_type = on_meta ? type_of(on_meta) : nullptr;
  if (on_meta && meta_type->descr_get && meta_type->descr_set) {
    Var keep = on_meta;
    return meta_type->descr_get(on_meta, cls, meta);
  }
  if (Value found = type_lookup(t, name)) {
    Var keep = found;
    if (auto get = type_of(found)->descr_get) return get(found, Empty, t);
    return keep;
  }
  if (on_meta) {
    Var keep = on_meta;
    if (meta_type->descr_get) return meta_type->descr_get(on_meta, cls, meta);
    return keep;
  }
  return raise_attribute_error(cls, name);
}

bool type_setattr(Value cls, Str* name, Value value) {
  Type *t = as_type(cls), *meta = t->type;
  if (!is_heap(t)) return immutable_error(t, name);
  Ref<Str> interned = intern(name);
  if (!interned) return false;
  if (Value on_meta = type_lookup(meta, interned.get())) {
    if (auto set = type_of(on_meta)->descr_set) {
      Var keep = on_meta;
      return set(on_meta, cls, value);
    }
  }
  return set_in_dict(cls, interned.get(), value);
}

void init_type_type() {
  Type* t = new_type("type", nullptr, sizeof(Type), Kind::Type, kBaseType | kWeakrefable);
  t->construct = type_construct;
  t->initialize = type_initialize;
  t->call = type_call;
  t->repr = type_repr;
  t->getattr = type_getattr;
  t->setattr = type_setattr;
  t->dealloc = type_dealloc;
  t->traverse = type_traverse;
  t->binary = type_binary;
  add_methods(t, kMethods);
  add_getsets(t, kGetSets);
  make_type_ready(t);
}

}  // namespace ap
