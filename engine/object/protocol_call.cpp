// Calling any value.
#include "object/class.hpp"

namespace ap {

namespace {

Raised not_callable(Value f) {
  // random() where random.random() is meant
  if (is_kind(f, Kind::Module)) {
    Dict* names = f.as<Module>()->dict;
    Value name = dict_get_name(names, rt.names.__name__);
    Value inside = is_kind(name, Kind::Str) ? dict_get(names, name) : Value();
    if (inside && type_of(inside)->call)
      return type_error("'module' object is not callable. Did you mean: '%U.%U(...)'?", name.as<Str>(), name.as<Str>());
    clear_error();
  }
  return type_error("'%T' object is not callable", f);
}

}  // namespace

Var call(Value f, Args args) {
  Type* t = type_of(f);
  if (!t->call) [[unlikely]] return not_callable(f);
  if (is_kind(f, Kind::NativeFunction)) return t->call(f, args);  // does not nest by itself
  NativeNesting nesting;
  if (!nesting) [[unlikely]] return {};
  return t->call(f, args);
}

Var call(Value f) { return call(f, Args{}); }
Var call(Value f, Value a) { return call(f, Args{&a, 1, nullptr}); }
Var call(Value f, Value a, Value b) {
  Value args[] = {a, b};
  return call(f, Args{args, 2, nullptr});
}
Var call(Value f, Value a, Value b, Value c) {
  Value args[] = {a, b, c};
  return call(f, Args{args, 3, nullptr});
}

namespace {

// v.name(args) without making a bound method where a plain function would only be bound to be called.
// args[-1] is free for `v`.
Var call_attribute(Value v, Str* name, Value* args, uint32_t n) {
  Type* t = type_of(v);
  if (t->getattr == generic_getattr) {
    Value found = type_lookup(t, name);
    bool plain = is_kind(found, Kind::Function) || (found && type_of(found) == rt.types.method_descriptor);
    if (plain) {
      Dict** slot = v.is_object() ? dict_slot(v.object()) : nullptr;
      if (!slot || !*slot || !dict_get_name(*slot, name)) {
        args[-1] = v;
        Var keep = found;
        return call(keep, Args{args - 1, n + 1, nullptr});
      }
    }
  }
  Var method = getattr(v, name);
  if (!method) return {};
  return call(method, Args{args, n, nullptr});
}

}  // namespace

Var call_method(Value v, Str* name) {
  Value args[1];
  return call_attribute(v, name, args + 1, 0);
}
Var call_method(Value v, Str* name, Value a) {
  Value args[] = {Value(), a};
  return call_attribute(v, name, args + 1, 1);
}
Var call_method(Value v, Str* name, Value a, Value b) {
  Value args[] = {Value(), a, b};
  return call_attribute(v, name, args + 1, 2);
}
Var call_method(Value v, const char* name, Args args) {
  Ref<Str> interned = intern(name);
  Var method = getattr(v, interned.get());
  if (!method) return {};
  return call(method, args);
}

Var call_star(Value f, Tuple* args, Dict* keywords) {
  if (!keywords || !keywords->used) return call(f, Args{args->items(), args->size, nullptr});
  uint32_t n = args->size, total = n + keywords->used;
  Ref<Tuple> names = new_tuple(keywords->used);
  if (!names) return {};
  Value few[12];
  size_t bytes = total * sizeof(Value);
  Value* values = total <= std::size(few) ? few : static_cast<Value*>(heap.allocate_raw(bytes));
  if (!values) return raise_memory_error();
  for (uint32_t i = 0; i < n; ++i) values[i] = (*args)[i];
  uint32_t position = 0, k = 0;
  Value key, value;
  bool strings = true;
  while (dict_next(keywords, &position, &key, &value)) {
    strings &= is_kind(key, Kind::Str);
    names->items()[k] = Var(key).release();
    values[n + k++] = value;
  }
  // The callee may change the dict that its keywords came from.
  for (uint32_t i = 0; i < k; ++i) incref(values[n + i]);
  Var r;
  if (strings)
    r = call(f, Args{values, n, names.get()});
  else
    r = type_error("keywords must be strings");
  for (uint32_t i = 0; i < k; ++i) decref(values[n + i]);
  if (values != few) heap.release_raw(values, bytes);
  return r;
}

bool is_callable(Value v) { return type_of(v)->call != nullptr; }

}  // namespace ap
