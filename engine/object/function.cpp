// property, staticmethod, classmethod and module.
#include "object/unsupported.hpp"
#include "object/function.hpp"

#include <cstddef>

#include "object/class.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace ap {

bool (*is_unsupported_name)(Str* module, Str* name);

void init_method_and_cell_types();  // bound_method.cpp
void init_super_type();             // super.cpp

namespace {

void assign(Value* at, Value v) { decref(std::exchange(*at, Var(v).release())); }

// --- property

Property* as_property(Value v) { return v.as<Property>(); }

void property_dealloc(Object* o) {
  auto* p = static_cast<Property*>(o);
  for (Value* v : {&p->getter, &p->setter, &p->deleter, &p->doc, &p->name}) decref(*v);
  free_object(o, sizeof(Property));
}
void property_traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<Property*>(o);
  for (Value* v : {&p->getter, &p->setter, &p->deleter, &p->doc}) visit(*v);
}
Var property_construct(Type* t, Args) { return Var::steal(allocate<Property>(t, 0)); }
bool property_initialize(Value self, Args args) {
  Value given[4];
  if (!match_arguments("property", "fget=None, fset=None, fdel=None, doc=None", args, given)) return false;
  auto* p = as_property(self);
  Value* fields[] = {&p->getter, &p->setter, &p->deleter, &p->doc};
  for (int i = 0; i < 4; ++i) assign(fields[i], given[i] ? given[i] : None);
  if (p->doc.is_none() && !p->getter.is_none()) {
    Var doc = getattr_or_empty(p->getter, rt.names.__doc__);
    if (!doc && failed()) return false;
    p->doc_from_getter = doc && !doc.is_none();
    if (doc) assign(&p->doc, doc);
  }
  return true;
}

Raised property_error(Value self, Value instance, const char* what) {
  auto* p = as_property(self);
  Value name = p->name;
  Var own;
  if (!name && !p->getter.is_none()) {
    own = getattr_or_empty(p->getter, rt.names.__name__);
    if (!own && failed()) return {};
    name = own;
  }
  if (name) return raise(rt.types.AttributeError, "property %R of %R object has no %s", name,
                         Value(type_of(instance)->qualname), what);
  return raise(rt.types.AttributeError, "property of %R object has no %s", Value(type_of(instance)->qualname), what);
}

Var property_get(Value self, Value instance, Type*) {
  if (!instance) return self;
  Value getter = as_property(self)->getter;
  if (getter.is_none()) return property_error(self, instance, "getter");
  return call(getter, instance);
}
bool property_set(Value self, Value instance, Value value) {
  auto* p = as_property(self);
  Value f = value ? p->setter : p->deleter;
  if (f.is_none()) return property_error(self, instance, value ? "setter" : "deleter");
  Var r = value ? call(f, instance, value) : call(f, instance);
  return bool(r);
}

Var property_with(Value self, size_t which, Value f) {
  auto* p = as_property(self);
  Value doc = p->doc_from_getter && which == 0 ? None : p->doc;
  Value parts[] = {p->getter, p->setter, p->deleter, p->doc_from_getter ? None : doc};
  parts[which] = f;
  Var made = call(Value(type_of(self)), Args{parts, 4, nullptr});
  if (made && is_kind(made, Kind::Property) && p->name) assign(&as_property(made)->name, p->name);
  return made;
}
Var property_getter(Call& c) { return property_with(c.self, 0, c[0]); }
Var property_setter(Call& c) { return property_with(c.self, 1, c[0]); }
Var property_deleter(Call& c) { return property_with(c.self, 2, c[0]); }
Var property_set_name(Call& c) {
  assign(&as_property(c.self)->name, c[1]);
  return None;
}
const MethodDef kPropertyMethods[] = {
    {"getter", "fget, /", property_getter},
    {"setter", "fset, /", property_setter},
    {"deleter", "fdel, /", property_deleter},
    {"__set_name__", "owner, name, /", property_set_name},
};
bool is_abstract(Value f, bool* out) {
  Ref<Str> name = intern("__isabstractmethod__");
  Var flag = getattr_or_empty(f, name.get());
  if (!flag) return !failed();
  Tri t = truth(flag);
  *out |= t == Tri::True;
  return t != Tri::Error;
}
Var property_abstract(Value v) {
  auto* p = as_property(v);
  bool abstract = false;
  for (Value f : {p->getter, p->setter, p->deleter})
    if (!f.is_none() && !is_abstract(f, &abstract)) return {};
  return Value::from_bool(abstract);
}
Var property_name(Value v) {
  auto* p = as_property(v);
  if (p->name) return p->name;
  if (!p->getter.is_none()) return getattr(p->getter, rt.names.__name__);
  return raise_attribute_error(v, rt.names.__name__);
}
bool set_property_name(Value v, Value value) {
  assign(&as_property(v)->name, value);
  return true;
}
const GetSetDef kPropertyGetSets[] = {
    {"fget", [](Value v) { return Var(as_property(v)->getter); }},
    {"fset", [](Value v) { return Var(as_property(v)->setter); }},
    {"fdel", [](Value v) { return Var(as_property(v)->deleter); }},
    {"__doc__", [](Value v) { return Var(as_property(v)->doc); },
     [](Value v, Value value) {
       assign(&as_property(v)->doc, value ? value : None);
       return true;
     }},
    {"__isabstractmethod__", property_abstract},
    {"__name__", property_name, set_property_name},
};

// --- staticmethod and classmethod

MethodWrapper* as_wrapper(Value v) { return v.as<MethodWrapper>(); }

void wrapper_dealloc(Object* o) {
  auto* w = static_cast<MethodWrapper*>(o);
  decref(w->function);
  if (w->dict) decref(static_cast<Object*>(w->dict));
  free_object(o, sizeof(MethodWrapper));
}
void wrapper_traverse(Object* o, Visitor& visit) {
  visit(static_cast<MethodWrapper*>(o)->function);
  visit(static_cast<MethodWrapper*>(o)->dict);
}
Var wrapper_construct(Type* t, Args) {
  auto* w = allocate<MethodWrapper>(t, 0);
  w->function = None;
  return Var::steal(w);
}
bool wrapper_initialize(Value self, Args args) {
  Value given[1];
  bool is_static = is_subtype(type_of(self), rt.types.staticmethod);
  if (!match_arguments(is_static ? "staticmethod" : "classmethod", "function, /", args, given)) return false;
  auto* w = as_wrapper(self);
  assign(&w->function, given[0]);
  // The names and texts of the function are the wrapper's too (functools.WRAPPER_ASSIGNMENTS).
  for (Str* name : {rt.names.__module__, rt.names.__name__, rt.names.__qualname__, rt.names.__doc__}) {
    Var v = getattr_or_empty(given[0], name);
    if (!v && failed()) return false;
    if (v && !dict_set_name(instance_dict(w), name, v)) return false;
  }
  return true;
}
Var static_get(Value self, Value, Type*) { return as_wrapper(self)->function; }
Var static_call(Value self, Args args) { return call(as_wrapper(self)->function, args); }
Var class_get(Value self, Value instance, Type* owner) {
  Value cls = owner ? Value(owner) : Value(type_of(instance));
  return make_bound_method(as_wrapper(self)->function, cls);
}
Var wrapper_repr(Value v) { return format_str("<%N(%R)>", type_of(v), as_wrapper(v)->function); }
Var wrapper_abstract(Value v) {
  bool abstract = false;
  if (!is_abstract(as_wrapper(v)->function, &abstract)) return {};
  return Value::from_bool(abstract);
}
Var wrapper_function(Value v) { return as_wrapper(v)->function; }
const GetSetDef kWrapperGetSets[] = {
    {"__func__", wrapper_function}, {"__wrapped__", wrapper_function}, {"__isabstractmethod__", wrapper_abstract}};

Type* wrapper_type(const char* name, Var (*get)(Value, Value, Type*)) {
  Type* t = new_type(name, nullptr, sizeof(MethodWrapper), Kind::Other);
  t->dict_offset = offsetof(MethodWrapper, dict);
  t->dealloc = wrapper_dealloc;
  t->traverse = wrapper_traverse;
  t->construct = wrapper_construct;
  t->initialize = wrapper_initialize;
  t->descr_get = get;
  t->repr = wrapper_repr;
  add_getsets(t, kWrapperGetSets);
  return t;
}

// --- module

Module* as_module(Value v) { return v.as<Module>(); }

void module_dealloc(Object* o) {
  if (Dict* d = static_cast<Module*>(o)->dict) decref(static_cast<Object*>(d));
  free_object(o, sizeof(Module));
}
void module_traverse(Object* o, Visitor& visit) { visit(static_cast<Module*>(o)->dict); }
Var module_construct(Type* t, Args) {
  auto* m = allocate<Module>(t, 0);
  m->dict = new_dict().release();
  return Var::steal(m);
}
bool module_initialize(Value self, Args args) {
  Value given[2];
  if (!match_arguments("module", "name, doc=None", args, given)) return false;
  if (!is_kind(given[0], Kind::Str)) return type_error("module() argument 'name' must be str, not %T", given[0]);
  Dict* d = as_module(self)->dict;
  dict_set_name(d, rt.names.__name__, given[0]);
  dict_set_name(d, rt.names.__doc__, given[1] ? given[1] : None);
  for (const char* none : {"__package__", "__loader__", "__spec__"}) {
    Ref<Str> name = intern(none);
    dict_set_name(d, name.get(), None);
  }
  return true;
}
Var module_getattr(Value self, Str* name) {
  Var v = generic_getattr_or_empty(self, name);
  if (v || failed()) return v;
  Dict* d = as_module(self)->dict;
  if (Value fallback = dict_get_name(d, dunder_name(Dunder::__getattr__))) {
    // One of the engine's own that knows no such name gives NotImplemented, for then there is more to say than it could.
    v = call(fallback, name);
    if (v != NotImplemented || !is_kind(fallback, Kind::NativeFunction)) return v;
  }
  Value own_name = dict_get_name(d, rt.names.__name__);
  if (is_kind(own_name, Kind::Str))
    return raise_attribute_error_text(self, name,
                                      format_str("module '%U' has no attribute '%U'%s", own_name.as<Str>(), name,
                                                 is_unsupported_name && is_unsupported_name(own_name.as<Str>(), name) ? kNotSupportedHere : ""));
  return raise_attribute_error_text(self, name, format_str("module has no attribute '%U'", name));
}
Var module_repr(Value v) {
  Dict* d = as_module(v)->dict;
  Value name = dict_get_name(d, rt.names.__name__), file = dict_get_name(d, rt.names.__file__);
  if (!name) return make_str("<module '?'>");
  Str* id = is_kind(name, Kind::Str) ? name.as<Str>() : nullptr;
  if (id && (equal(id, "os") || equal(id, "io") || equal(id, "abc"))) return format_str("<module %R (frozen)>", name);
  if (is_kind(file, Kind::Str)) return format_str("<module %R from %R>", name, file);
  // Built-in modules have no file; one that a program made itself has a loader of None.
  Ref<Str> loader = intern("__loader__");
  if (dict_get_name(d, loader.get())) return format_str("<module %R>", name);
  return format_str("<module %R (built-in)>", name);
}
Var module_dir(Call& c) {
  Dict* d = as_module(c.self)->dict;
  Ref<Str> name = intern("__dir__");
  if (Value own = dict_get_name(d, name.get())) return call(own);
  Ref<List> names = new_list();
  uint32_t at = 0;
  Value key, value;
  while (dict_next(d, &at, &key, &value))
    if (!list_append(names.get(), key)) return {};
  return names;
}
const MethodDef kModuleMethods[] = {{"__dir__", "", module_dir}};

}  // namespace

Ref<Module> new_module(std::string_view name) {
  auto* m = allocate<Module>(rt.types.module, 0);
  m->dict = new_dict().release();
  Ref<Module> made = Ref<Module>::steal(m);
  Ref<Str> text = intern(name);
  dict_set_name(m->dict, rt.names.__name__, text);
  dict_set_name(m->dict, rt.names.__doc__, None);
  return made;
}

void init_function_types() {
  init_method_and_cell_types();
  init_super_type();
  Type* t = rt.types.property = new_type("property", nullptr, sizeof(Property), Kind::Property);
  t->dealloc = property_dealloc;
  t->traverse = property_traverse;
  t->construct = property_construct;
  t->initialize = property_initialize;
  t->descr_get = property_get;
  t->descr_set = property_set;
  add_methods(t, kPropertyMethods);
  add_getsets(t, kPropertyGetSets);
  make_type_ready(t);

  t = rt.types.staticmethod = wrapper_type("staticmethod", static_get);
  t->call = static_call;
  make_type_ready(t);
  t = rt.types.classmethod = wrapper_type("classmethod", class_get);
  make_type_ready(t);

  t = rt.types.module = new_type("module", nullptr, sizeof(Module), Kind::Module, kBaseType | kWeakrefable);
  t->dict_offset = offsetof(Module, dict);
  t->dealloc = module_dealloc;
  t->traverse = module_traverse;
  t->construct = module_construct;
  t->initialize = module_initialize;
  t->getattr = module_getattr;
  t->repr = module_repr;
  add_methods(t, kModuleMethods);
  make_type_ready(t);
}

}  // namespace ap
