// Attribute access with inline caches.
#include "object/class.hpp"
#include "object/function.hpp"
#include "object/native.hpp"
#include "object/tuple.hpp"
#include "vm/helpers.hpp"

namespace ap {
namespace {

// What Cache::kind says about attributes of a type with the cached version.
enum : uint32_t {
  kNothing = 0,
  kInstanceDict,     // no data descriptor: look into the instance's dict at the hint
  kClassValue,       // a plain value on the class, unless the instance's dict shadows it
  kClassFunction,    // a function on the class: a method, unless shadowed
  kSlotMember,       // anything with descr_get and descr_set: call descr_get
  kModuleDict,
};

bool default_getattr(const Type* t) { return t->getattr == generic_getattr; }

// The instance's own value; Empty: none.
inline Value in_instance_dict(Object* o, Str* name, uint32_t* hint) {
  Dict** slot = dict_slot(o);
  if (!slot || !*slot) return Value();
  return dict_get_hinted(*slot, name, hint);
}

void remember(Type* t, Object* o, Str* name, Cache& cache) {
  cache.version = 0;
  if (t->version == 0 || !default_getattr(t)) return;
  Value on_class = type_lookup(t, name);
  if (on_class) {
    Type* ct = type_of(on_class);
    if (ct->descr_get && ct->descr_set) {
      cache.kind = kSlotMember;
      cache.value = on_class;
      cache.version = t->version;
      return;
    }
  }
  uint32_t hint = 0;
  if (in_instance_dict(o, name, &hint)) {
    cache.kind = kInstanceDict;
    cache.hint = hint;
    cache.value = on_class;
    cache.version = t->version;
    return;
  }
  if (!on_class) return;
  Type* ct = type_of(on_class);
  if (ct == rt.types.function || ct == rt.types.method_descriptor || is_native_python_function(on_class))
    cache.kind = kClassFunction;
  else if (!ct->descr_get)
    cache.kind = kClassValue;
  else
    return;
  cache.value = on_class;
  cache.version = t->version;
}

}  // namespace

Var load_attr(Value owner, Str* name, Cache& cache) {
  Type* t = type_of(owner);
  if (owner.is_object()) {
    Object* o = owner.object();
    if (cache.version == t->version && cache.version != 0) {
      switch (cache.kind) {
        case kInstanceDict:
          if (Value v = in_instance_dict(o, name, &cache.hint)) return v;
          break;
        case kClassValue: {
          uint32_t none = 0;
          if (!in_instance_dict(o, name, &none)) return cache.value;
          break;
        }
        case kClassFunction: {
          uint32_t none = 0;
          if (!in_instance_dict(o, name, &none)) return type_of(cache.value)->descr_get(cache.value, owner, t);
          break;
        }
        case kSlotMember: return type_of(cache.value)->descr_get(cache.value, owner, t);
        default: break;
      }
    } else if (o->kind == Kind::Module && t == rt.types.module) {
      if (Value v = dict_get_hinted(static_cast<Module*>(o)->dict, name, &cache.hint)) return v;
    } else {
      remember(t, o, name, cache);
    }
  }
  return getattr(owner, name);
}

bool load_method(Value owner, Str* name, Cache& cache, Var* function, Var* self) {
  Type* t = type_of(owner);
  if (owner.is_object()) {
    Object* o = owner.object();
    if (o->kind == Kind::Module && t == rt.types.module) {
      if (Value v = dict_get_hinted(static_cast<Module*>(o)->dict, name, &cache.hint)) {
        *function = v;
        return true;
      }
    } else {
      if (cache.version != t->version || cache.version == 0) remember(t, o, name, cache);
      if (cache.version != 0 && cache.kind == kClassFunction) {
        uint32_t none = 0;
        if (!in_instance_dict(o, name, &none)) {
          *function = cache.value;
          *self = owner;
          return true;
        }
      }
    }
  } else if (default_getattr(t)) {
    Value on_class = type_lookup(t, name);
    if (on_class && type_of(on_class) == rt.types.method_descriptor) {
      *function = on_class;
      *self = owner;
      return true;
    }
  }
  *function = load_attr(owner, name, cache);
  return bool(*function);
}

bool store_attr(Value owner, Str* name, Value value, Cache& cache) {
  Type* t = type_of(owner);
  if (owner.is_object() && t->setattr == generic_setattr && t->version != 0) {
    Object* o = owner.object();
    if (cache.version == t->version) {
      Dict** slot = dict_slot(o);
      if (slot && *slot) {
        Dict* d = *slot;
        if (cache.hint < d->entry_count && d->entries[cache.hint].key == Value(name)) {
          incref(value);
          decref(std::exchange(d->entries[cache.hint].value, value));
          return true;
        }
        if (!dict_set_name(d, name, value)) return false;
        (void)dict_get_name_slow(d, name, &cache.hint);
        return true;
      }
    } else {
      cache.version = 0;
      Value on_class = type_lookup(t, name);
      if ((!on_class || !type_of(on_class)->descr_set) && dict_slot(o)) cache.version = t->version;
    }
  }
  return setattr(owner, name, value);
}

Value load_global_slow(Frame* f, Str* name, Cache& cache) {
  cache.kind = 0;
  uint32_t hint = 0;
  if (Value v = dict_get_hinted(f->globals, name, &hint)) {
    cache.hint = hint;
    cache.kind = 1;
    return v;
  }
  if (Value v = dict_get_hinted(rt.builtins, name, &hint)) {
    cache.hint = hint;
    cache.kind = 2;
    cache.version = f->globals->version;
    cache.value = Value(f->globals);
    return v;
  }
  (void)raise_name_error(name);
  return Value();
}

Var load_name(Frame* f, Str* name) {
  if (is_kind(f->namespace_, Kind::Dict)) {
    if (Value v = dict_get_name(f->namespace_.as<Dict>(), name)) return v;
    if (type_lookup(type_of(f->namespace_), rt.names.__missing__)) {
      Var v = getitem(f->namespace_, name);
      if (v || !clear_error_if(rt.types.KeyError)) return v;
    }
  } else {
    Var v = getitem(f->namespace_, name);
    if (v || !clear_error_if(rt.types.KeyError)) return v;
  }
  if (Value v = dict_get_name(f->globals, name)) return v;
  if (Value v = dict_get_name(rt.builtins, name)) return v;
  return raise_name_error(name);
}

Var load_from_class(Frame* f, Value names, Str* name, Cell* cell) {
  Var v = getitem(names, Value(name));
  if (v) return v;
  if (!clear_error_if(rt.types.KeyError)) return v;
  if (cell) {
    if (cell->value) return cell->value;
    return raise_name_error(name);
  }
  if (Value g = dict_get_name(f->globals, name)) return g;
  if (Value b = dict_get_name(rt.builtins, name)) return b;
  return raise_name_error(name);
}

bool raise_unbound_local(Frame* f, uint32_t slot) {
  return raise_with_name(rt.types.UnboundLocalError,
                         format_str("cannot access local variable '%U' where it is not associated with a value",
                                    f->code->slot_names[slot]),
                         f->code->slot_names[slot]);
}

bool raise_unbound_cell(Frame* f, uint32_t slot) {
  Str* name = f->code->slot_names[slot];
  if (f->code->slot_kinds[slot] != kFreeSlot) return raise_unbound_local(f, slot);
  return raise_with_name(
      rt.types.NameError,
      format_str("cannot access free variable '%U' where it is not associated with a value in enclosing scope", name), name);
}

Raised raise_with_name(Type* type, Ref<Str> message, Str* name) {
  Ref<Tuple> args = tuple_of(message);
  (void)raise_with_args(type, args.get());
  if (failed()) {
    auto* e = rt.error.as<BaseException>();
    decref(std::exchange(e->field[0], Var(name).release()));
  }
  return {};
}

Raised raise_name_error(Str* name) {
  (void)raise_with_name(rt.types.NameError, format_str("name '%U' is not defined", name), name);
  return {};
}

}  // namespace ap
