// Native functions as objects: calling, binding, their attributes and reprs; getset and member descriptors.
#include "object/native.hpp"

#include <cstring>

#include "object/class.hpp"
#include "object/signature.hpp"

namespace ap {

namespace {

Type* native_function_type = nullptr;    // "function": for what CPython has written in Python
Type* class_method_type = nullptr;       // classmethod_descriptor

bool is_python(const NativeFunction* f) { return f->def->flags & kPythonFunction; }

Ref<NativeFunction> make(const MethodDef* def, Type* type) {
  auto* f = allocate<NativeFunction>(type, 0);
  f->def = def;
  return Ref<NativeFunction>::steal(f);
}

void function_dealloc(Object* o) {
  auto* f = static_cast<NativeFunction*>(o);
  decref(f->self);
  decref(f->module);
  if (f->name) decref(static_cast<Object*>(f->name));
  if (f->qualname) decref(static_cast<Object*>(f->qualname));
  free_object(o, sizeof(NativeFunction));
}

void function_traverse(Object* o, Visitor& visit) { visit(static_cast<NativeFunction*>(o)->self); }

Var run(NativeFunction* f, Value self, const Value* params, const Value* rest, uint32_t rest_count, Dict* keywords) {
  Call c{self, params, rest, rest_count, keywords, {}};
  Var result = f->def->fn(c);
  // In CPython the exception's traceback holds the function's frame, and that its arguments.
  if (!result && is_python(f)) [[unlikely]] {
    for (uint32_t i = 0; i < f->signature->count; ++i) keep_with_error(params[i]);
    for (uint32_t i = 0; i < rest_count; ++i) keep_with_error(rest[i]);
  }
  return result;
}

Var call_matched(NativeFunction* f, Value self, Args args) {
  Matched m;
  ErrorStyle style = is_python(f) ? ErrorStyle::Python : f->owner ? ErrorStyle::Method : ErrorStyle::Function;
  if (!match(Callee{style, f->def->name, f}, f->signature, args, m)) return {};
  return run(f, self, m.params, m.rest, m.rest_count, m.keywords.get());
}

// A function of a module, or a method that was bound.
Var function_call(Value callee, Args args) {
  auto* f = callee.as<NativeFunction>();
  if (f->owner && !f->self && !(f->def->flags & kStaticMethod)) {  // a method written "in Python", taken from its class
    if (args.count == 0)
      return type_error("%U() missing 1 required positional argument: 'self'", native_qualname(f));
    if (!is_instance(args.values[0], f->owner))
      return type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name, f->owner,
                        args.values[0]);
    return call_native(f, args.values[0], Args{args.values + 1, args.count - 1, args.kwnames});
  }
  return call_native(f, f->self, args);
}

// list.append(l, x): self is the first argument.
Var method_call(Value callee, Args args) {
  auto* f = callee.as<NativeFunction>();
  if (args.count == 0) return type_error("unbound method %U() needs an argument", native_qualname(f));
  Value self = args.values[0];
  if (!is_instance(self, f->owner)) [[unlikely]]
    return type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name, f->owner, self);
  return call_native(f, self, Args{args.values + 1, args.count - 1, args.kwnames});
}

Ref<NativeFunction> bind(NativeFunction* f, Value self) {
  Ref<NativeFunction> bound = make(f->def, rt.types.builtin_function);
  bound->signature = f->signature;
  bound->name = Ref<Str>(f->name).release();
  bound->owner = f->owner;
  bound->self = Var(self).release();
  return bound;
}

Var method_descr_get(Value descriptor, Value instance, Type*) {
  auto* f = descriptor.as<NativeFunction>();
  if (!instance) return descriptor;
  if (!is_instance(instance, f->owner))
    return type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name, f->owner,
                      instance);
  return bind(f, instance);
}

Var function_descr_get(Value descriptor, Value instance, Type*) {
  auto* f = descriptor.as<NativeFunction>();
  if (!instance || (f->def->flags & kStaticMethod) || f->self) return descriptor;
  return make_bound_method(descriptor, instance);
}

Var class_method_descr_get(Value descriptor, Value, Type* owner) { return bind(descriptor.as<NativeFunction>(), owner); }
Var class_method_call(Value callee, Args args) {
  auto* f = callee.as<NativeFunction>();
  if (args.count == 0 || !is_kind(args.values[0], Kind::Type))
    return type_error("descriptor '%s' for type '%N' needs a type as arg 2", f->def->name, f->owner);
  return call_native(f, args.values[0], Args{args.values + 1, args.count - 1, args.kwnames});
}

unsigned long long address(Object* o) { return address_of(o); }

Var builtin_repr(Value v) {
  auto* f = v.as<NativeFunction>();
  if (!f->self || is_kind(f->self, Kind::Module)) return format_str("<built-in function %U>", f->name);
  if (!f->self.is_object()) return format_str("<built-in method %U of %T object>", f->name, f->self);
  return format_str("<built-in method %U of %T object at 0x%llx>", f->name, f->self, address(f->self.object()));
}

Var method_repr(Value v) {
  auto* f = v.as<NativeFunction>();
  return format_str("<method '%U' of '%N' objects>", f->name, f->owner);
}

Var function_repr(Value v) {
  return format_str("<function %U at 0x%llx>", native_qualname(v.as<NativeFunction>()), address(v.object()));
}

// Two bindings of one method to one object are equal.
Var builtin_compare(Value a, Value b, Compare op) {
  if (op != Compare::Eq && op != Compare::Ne) return NotImplemented;
  if (type_of(b) != rt.types.builtin_function) return NotImplemented;
  auto *f = a.as<NativeFunction>(), *g = b.as<NativeFunction>();
  bool same = f == g || (f->def == g->def && f->self == g->self && f->owner == g->owner);
  return Value::from_bool(same == (op == Compare::Eq));
}
bool builtin_hash(Value v, int64_t& out) {
  auto* f = v.as<NativeFunction>();
  uint64_t h = reinterpret_cast<uintptr_t>(f->def);
  if (f->self.is_object()) h ^= address_of(f->self.object());
  out = static_cast<int64_t>(f->name->full_hash ^ static_cast<int64_t>(f->self.is_object() ? h : 0)) >> 1;
  return true;
}

// --- attributes

Var get_name(Value v) { return v.as<NativeFunction>()->name; }
Var get_qualname(Value v) { return native_qualname(v.as<NativeFunction>()); }
Var get_module(Value v) {
  auto* f = v.as<NativeFunction>();
  if (f->module.is_none() && is_python(f) && f->owner) return f->owner->module;
  return f->module;
}
Var get_doc(Value v) {
  auto* f = v.as<NativeFunction>();
  if (!f->def->doc) return None;
  return make_str(f->def->doc);
}
Var get_self(Value v) {
  Value self = v.as<NativeFunction>()->self;
  return self ? self : None;
}
Var get_objclass(Value v) { return v.as<NativeFunction>()->owner; }
Var get_text_signature(Value v) {
  auto* f = v.as<NativeFunction>();
  if (!f->def->signature) return None;
  return format_str("(%s)", f->def->signature);
}
Var get_empty_dict(Value) { return new_dict(); }
Var get_none(Value) { return None; }

const GetSetDef kFunctionGetSets[] = {
    {"__name__", get_name},     {"__qualname__", get_qualname}, {"__module__", get_module}, {"__doc__", get_doc},
    {"__self__", get_self},     {"__text_signature__", get_text_signature},
};
const GetSetDef kMethodGetSets[] = {
    {"__name__", get_name},         {"__qualname__", get_qualname}, {"__doc__", get_doc},
    {"__objclass__", get_objclass}, {"__text_signature__", get_text_signature},
};
const GetSetDef kPythonGetSets[] = {
    {"__name__", get_name},        {"__qualname__", get_qualname},        {"__module__", get_module},
    {"__doc__", get_doc},          {"__text_signature__", get_text_signature},
    {"__dict__", get_empty_dict},  {"__annotations__", get_empty_dict},   {"__defaults__", get_none},
    {"__kwdefaults__", get_none},
};

// --- getset and member descriptors

void getset_dealloc(Object* o) {
  decref(static_cast<Object*>(static_cast<GetSetDescriptor*>(o)->name));
  free_object(o, sizeof(GetSetDescriptor));
}
bool applies(Value instance, Type* owner, Str* name) {
  if (is_instance(instance, owner)) [[likely]] return true;
  return type_error("descriptor '%U' for '%N' objects doesn't apply to a '%T' object", name, owner, instance);
}
Var getset_get(Value d, Value instance, Type*) {
  auto* g = d.as<GetSetDescriptor>();
  if (!instance) return d;
  if (!applies(instance, g->owner, g->name)) return {};
  return g->def->get(instance);
}
bool getset_set(Value d, Value instance, Value value) {
  auto* g = d.as<GetSetDescriptor>();
  if (!applies(instance, g->owner, g->name)) return false;
  if (!g->def->set)
    return raise(rt.types.AttributeError, "attribute '%U' of '%N' objects is not writable", g->name, g->owner);
  return g->def->set(instance, value);
}
Var getset_repr(Value v) {
  auto* g = v.as<GetSetDescriptor>();
  return format_str("<attribute '%U' of '%N' objects>", g->name, g->owner);
}
Var getset_name(Value v) { return v.as<GetSetDescriptor>()->name; }
Var getset_objclass(Value v) { return v.as<GetSetDescriptor>()->owner; }
Var getset_qualname(Value v) {
  auto* g = v.as<GetSetDescriptor>();
  return format_str("%U.%U", g->owner->qualname, g->name);
}
const GetSetDef kGetSetGetSets[] = {
    {"__name__", getset_name}, {"__objclass__", getset_objclass}, {"__qualname__", getset_qualname}};

void member_dealloc(Object* o) {
  decref(static_cast<Object*>(static_cast<MemberDescriptor*>(o)->name));
  free_object(o, sizeof(MemberDescriptor));
}
Var member_get(Value d, Value instance, Type*) {
  auto* m = d.as<MemberDescriptor>();
  if (!instance) return d;
  if (!applies(instance, m->owner, m->name)) return {};
  Value v = *member_slot(instance.object(), m);
  if (!v) return raise_attribute_error(instance, m->name);
  return v;
}
bool member_set(Value d, Value instance, Value value) {
  auto* m = d.as<MemberDescriptor>();
  if (!applies(instance, m->owner, m->name)) return false;
  Value* at = member_slot(instance.object(), m);
  if (!value && !*at) return raise(rt.types.AttributeError, "%U", m->name);
  Value old = *at;
  incref(value);
  *at = value;
  decref(old);
  return true;
}
Var member_repr(Value v) {
  auto* m = v.as<MemberDescriptor>();
  return format_str("<member '%U' of '%N' objects>", m->name, m->owner);
}
Var member_name(Value v) { return v.as<MemberDescriptor>()->name; }
Var member_objclass(Value v) { return v.as<MemberDescriptor>()->owner; }
const GetSetDef kMemberGetSets[] = {{"__name__", member_name}, {"__objclass__", member_objclass}};

Var get_dict(Value self) {
  Dict* d = instance_dict(self.object());
  if (!d) return raise_attribute_error(self, rt.names.__dict__);
  return d;
}
bool set_dict(Value self, Value value) {
  Dict** slot = dict_slot(self.object());
  if (!slot) return raise_attribute_error(self, rt.names.__dict__);
  if (value && !is_kind(value, Kind::Dict))
    return type_error("__dict__ must be set to a dictionary, not a '%T'", value);
  Dict* old = *slot;
  *slot = value ? static_cast<Dict*>(Var(value).release().object()) : nullptr;
  if (old) decref(static_cast<Object*>(old));
  return true;
}

Type* descriptor_type(const char* name, uint32_t size, Var (*repr)(Value), void (*dealloc)(Object*)) {
  Type* t = new_type(name, nullptr, size, Kind::Other, 0);
  t->repr = repr;
  t->dealloc = dealloc;
  return t;
}

}  // namespace

const GetSetDef dict_getset = {"__dict__", get_dict, set_dict};

Value* member_slot(Object* o, const MemberDescriptor* m) {
  bool behind_items = o->kind == Kind::Str || o->kind == Kind::Int || o->kind == Kind::Tuple || o->kind == Kind::Bytes;
  char* from = behind_items ? static_cast<char*>(added_part(o)) : reinterpret_cast<char*>(o);
  return reinterpret_cast<Value*>(from + m->offset);
}

Str* native_qualname(NativeFunction* f) {
  if (!f->qualname)
    f->qualname = (f->owner ? format_str("%U.%U", f->owner->qualname, f->name) : Ref<Str>(f->name)).release();
  return f->qualname ? f->qualname : f->name;
}

Var call_native(NativeFunction* f, Value self, Args args) {
  const Signature* s = f->signature;
  if (!s) [[unlikely]] {
    if (!f->def->signature) {
      Call c{self, nullptr, nullptr, 0, nullptr, args};
      return f->def->fn(c);
    }
    s = f->signature = signature_of(f->def->signature);
  }
  if (!args.kwnames && s->simple) [[likely]] {
    if (args.count == s->count) return run(f, self, args.values, nullptr, 0, nullptr);
    if (args.count < s->count && args.count >= s->required) {
      Value params[Signature::kMost];
      for (uint32_t i = 0; i < args.count; ++i) params[i] = args.values[i];
      return run(f, self, params, nullptr, 0, nullptr);
    }
  }
  return call_matched(f, self, args);
}

bool is_native_python_function(Value v) { return v.is_object() && v.object()->type == native_function_type; }

Ref<NativeFunction> new_function(const MethodDef* def, Str* module) {
  Ref<NativeFunction> f = make(def, def->flags & kPythonFunction ? native_function_type : rt.types.builtin_function);
  f->name = intern(def->name).release();
  if (module) f->module = Var(module).release();
  return f;
}

void add_methods(Type* t, const MethodDef* defs, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    const MethodDef* def = &defs[i];
    Type* type = def->flags & kClassMethod      ? class_method_type
                 : def->flags & kPythonFunction ? native_function_type
                 : def->flags & kStaticMethod   ? rt.types.builtin_function
                                                : rt.types.method_descriptor;
    Ref<NativeFunction> f = make(def, type);
    f->name = intern(def->name).release();
    f->owner = t;
    dict_set_name(t->dict, f->name, f);
    // A special method given as a method: the slot calls it.
    if (looks_dunder(f->name)) {
      if (Dunder d = find_dunder(f->name); d != Dunder::Count) {
        uint8_t at = dunder_info[static_cast<size_t>(d)].slot;
        if (!slot_at(t, at)) slot_at(t, at) = class_slot_function(at);
      }
    }
  }
  if (t->mro) type_modified(t);
}

Ref<GetSetDescriptor> new_getset(const GetSetDef* def, Type* owner) {
  auto* g = allocate<GetSetDescriptor>(rt.types.getset_descriptor, 0);
  g->def = def;
  g->name = intern(def->name).release();
  g->owner = owner;
  return Ref<GetSetDescriptor>::steal(g);
}

void add_getsets(Type* t, const GetSetDef* defs, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    Ref<GetSetDescriptor> g = new_getset(&defs[i], t);
    dict_set_name(t->dict, g->name, g);
  }
  if (t->mro) type_modified(t);
}

// Before `object`: the types of what its dict will hold. They are made ready by finish_native_types().
void init_native_types() {
  Type* t = rt.types.builtin_function =
      descriptor_type("builtin_function_or_method", sizeof(NativeFunction), builtin_repr, function_dealloc);
  t->call = function_call;
  t->compare = builtin_compare;
  t->hash = builtin_hash;
  t->traverse = function_traverse;
  t = rt.types.method_descriptor =
      descriptor_type("method_descriptor", sizeof(NativeFunction), method_repr, function_dealloc);
  t->call = method_call;
  t->descr_get = method_descr_get;
  t = class_method_type =
      descriptor_type("classmethod_descriptor", sizeof(NativeFunction), method_repr, function_dealloc);
  t->call = class_method_call;
  t->descr_get = class_method_descr_get;
  t = native_function_type = descriptor_type("function", sizeof(NativeFunction), function_repr, function_dealloc);
  t->call = function_call;
  t->descr_get = function_descr_get;
  t->type_flags |= kWeakrefable;
  t = rt.types.getset_descriptor =
      descriptor_type("getset_descriptor", sizeof(GetSetDescriptor), getset_repr, getset_dealloc);
  t->descr_get = getset_get;
  t->descr_set = getset_set;
  t = rt.types.member_descriptor =
      descriptor_type("member_descriptor", sizeof(MemberDescriptor), member_repr, member_dealloc);
  t->descr_get = member_get;
  t->descr_set = member_set;
}

void finish_native_types() {
  add_getsets(rt.types.builtin_function, kFunctionGetSets);
  add_getsets(rt.types.method_descriptor, kMethodGetSets);
  add_getsets(class_method_type, kMethodGetSets);
  add_getsets(native_function_type, kPythonGetSets);
  add_getsets(rt.types.getset_descriptor, kGetSetGetSets);
  add_getsets(rt.types.member_descriptor, kMemberGetSets);
  for (Type* t : {rt.types.builtin_function, rt.types.method_descriptor, class_method_type, native_function_type,
                  rt.types.getset_descriptor, rt.types.member_descriptor})
    make_type_ready(t);
}

}  // namespace ap
