// super: attribute lookup that starts behind a class on the MRO.
#include "object/class.hpp"

namespace ap {

namespace {

Super* as_super(Value v) { return v.as<Super>(); }

// The first class behind `start` on the MRO that has the name; borrowed.
Value find_behind(Type* start, Type* self_type, Str* name) {
  Tuple* mro = self_type->mro;
  uint32_t i = 0;
  while (i < mro->size && (*mro)[i] != Value(start)) ++i;
  bool dunder = looks_dunder(name);
  for (++i; i < mro->size; ++i) {
    Type* at = (*mro)[i].as<Type>();
    if (dunder && !is_heap(at)) ensure_dunders(at);
    if (Value v = dict_get_name(at->dict, name)) return v;
  }
  return Empty;
}

void super_dealloc(Object* o) {
  auto* s = static_cast<Super*>(o);
  decref(s->self);
  if (s->start) decref(static_cast<Object*>(s->start));
  if (s->self_type) decref(static_cast<Object*>(s->self_type));
  free_object(o, sizeof(Super));
}
void super_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Super*>(o);
  visit(s->self);
  visit(s->start);
  visit(s->self_type);
}

Var super_construct(Type* t, Args) { return Var::steal(allocate<Super>(t, 0)); }

bool super_initialize(Value v, Args args) {
  if (args.keyword_count()) return type_error("super() takes no keyword arguments");
  if (args.count > 2)
    return type_error("super() expected at most 2 arguments, got %d", static_cast<int>(args.count));
  Var start, self;
  if (args.count == 0) {
    if (!rt.hooks.super_arguments) return runtime_error("super(): no arguments");
    if (!rt.hooks.super_arguments(&start, &self)) return false;
  } else {
    start = args.values[0];
    if (args.count == 2) self = args.values[1];
  }
  if (!is_kind(start, Kind::Type)) return type_error("super() argument 1 must be a type, not %T", start.get());
  Type* self_type = nullptr;
  if (self.is_none()) self.reset();
  if (self && !(self_type = super_check(start.as<Type>(), self))) return false;
  auto* s = as_super(v);
  s->start = static_cast<Type*>(start.release().object());
  s->self = self.release();
  if (self_type) incref(static_cast<Object*>(self_type));
  s->self_type = self_type;
  return true;
}

Var super_getattr(Value v, Str* name) {
  auto* s = as_super(v);
  Ref<Str> interned = intern(name);
  if (!interned) return {};
  if (s->self_type && interned.get() != rt.names.__class__) {
    Value found = find_behind(s->start, s->self_type, interned.get());
    if (found) {
      Var keep = found;
      auto get = type_of(found)->descr_get;
      if (!get) return keep;
      return get(found, s->self == Value(s->self_type) ? Empty : s->self, s->self_type);
    }
  }
  return generic_getattr(v, interned.get());
}

Var super_get(Value v, Value instance, Type*) {
  auto* s = as_super(v);
  if (!instance || instance.is_none() || s->self || !s->start) return v;
  return call(Value(type_of(v)), Value(s->start), instance);
}

Var super_repr(Value v) {
  auto* s = as_super(v);
  Str* start = s->start ? s->start->name : nullptr;
  if (!start) return make_str("<super: <class 'NULL'>, NULL>");
  if (s->self_type) return format_str("<super: <class '%U'>, <%N object>>", start, s->self_type);
  return format_str("<super: <class '%U'>, NULL>", start);
}

Var optional(Value v) { return v ? v : None; }
const GetSetDef kGetSets[] = {
    {"__thisclass__", [](Value v) { return as_super(v)->start ? Var(as_super(v)->start) : Var(None); }},
    {"__self__", [](Value v) { return optional(as_super(v)->self); }},
    {"__self_class__", [](Value v) { return as_super(v)->self_type ? Var(as_super(v)->self_type) : Var(None); }},
};

}  // namespace

Type* super_check(Type* start, Value self) {
  if (is_kind(self, Kind::Type) && is_subtype(self.as<Type>(), start)) return self.as<Type>();
  if (is_instance(self, start)) return type_of(self);
  Var own = getattr_or_empty(self, rt.names.__class__);
  if (is_kind(own, Kind::Type) && own.as<Type>() != type_of(self) && is_subtype(own.as<Type>(), start))
    return own.as<Type>();
  clear_error();
  (void)type_error("super(type, obj): obj (%s %N) is not an instance or subtype of type (%N).",
                   is_kind(self, Kind::Type) ? "type" : "instance of",
                   is_kind(self, Kind::Type) ? self.as<Type>() : type_of(self), start);
  return nullptr;
}

Var super_lookup(Type* start, Value self, Type* self_type, Str* name) {
  Value found = find_behind(start, self_type, name);
  if (!found) {
    Ref<Str> text = format_str("'super' object has no attribute '%U'", name);
    return raise_attribute_error_text(self, name, std::move(text));
  }
  Var keep = found;
  auto get = type_of(found)->descr_get;
  if (!get) return keep;
  return get(found, self == Value(self_type) ? Empty : self, self_type);
}

Var super_lookup_method(Type* start, Value self, Type* self_type, Str* name, bool* method) {
  Value found = find_behind(start, self_type, name);
  *method = found && self != Value(self_type) &&
            (is_kind(found, Kind::Function) || type_of(found) == rt.types.method_descriptor ||
             type_of(found) == rt.types.wrapper_descriptor);
  if (*method) return found;
  return super_lookup(start, self, self_type, name);
}

void init_super_type() {
  Type* t = rt.types.super = new_type("super", nullptr, sizeof(Super), Kind::Other);
  t->dealloc = super_dealloc;
  t->traverse = super_traverse;
  t->construct = super_construct;
  t->initialize = super_initialize;
  t->getattr = super_getattr;
  t->descr_get = super_get;
  t->repr = super_repr;
  add_getsets(t, kGetSets);
  make_type_ready(t);
}

}  // namespace ap
