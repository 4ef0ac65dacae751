// Functions, classes and strings as they are made by running code.
#include "object/function.hpp"
#include "object/text.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/helpers.hpp"

namespace ap {

Var make_function(Frame* f, Value code, uint32_t flags, Value* operands) {
  Ref<Function> made = new_python_function(code.as<Code>(), f->globals);
  if (!made) return Var();
  auto take = [&]() {
    incref(*operands);
    return *operands++;
  };
  if (flags & 1) made->defaults = take().as<Tuple>();
  if (flags & 2) made->kw_defaults = take().as<Dict>();
  if (flags & 4) made->annotate = take();
  if (flags & 8) made->closure = take().as<Tuple>();
  return made;
}

Var convert_value(Value v, uint32_t how) {
  switch (how) {
    case 1: return str(v);
    case 2: return repr(v);
    default: return ascii(v);
  }
}

Var join_strings(Value* parts, uint32_t n) {
  size_t length = 0;
  char32_t largest = 0;
  for (uint32_t i = 0; i < n; ++i) {
    auto* part = parts[i].as<Str>();
    length += part->length;
    largest |= class_of(part);
  }
  if (length < 2) {  // one of those that exist once
    StrBuilder out;
    for (uint32_t i = 0; i < n; ++i) out.append(parts[i].as<Str>());
    return out.finish();
  }
  Ref<Str> joined = new_str(length, largest);
  if (!joined) return Var();
  size_t at = 0;
  for (uint32_t i = 0; i < n; ++i) {
    auto* part = parts[i].as<Str>();
    copy_units(joined->data(), joined->width(), at, part->data(), part->width(), 0, part->length);
    at += part->length;
  }
  return joined;
}

namespace {

// __build_class__(body function, name, *bases, metaclass=..., **keywords)
Var build_class(Call& c) {
  if (c.rest_count < 2) return type_error("__build_class__: not enough arguments");
  Value body = c.rest[0], name = c.rest[1];
  if (!is_kind(body, Kind::Function)) return type_error("__build_class__: func must be a function");
  if (!is_kind(name, Kind::Str)) return type_error("__build_class__: name is not a string");
  Ref<Tuple> original = make_tuple(c.rest + 2, c.rest_count - 2);
  Ref<Tuple> bases = original;
  // __mro_entries__ (PEP 560): Generic[T] and the like.
  bool replaced = false;
  Ref<List> entries = new_list();
  for (uint32_t i = 0; i < original->size; ++i) {
    Value base = (*original)[i];
    Var method = is_kind(base, Kind::Type) ? Var() : getattr_or_empty(base, rt.names.__mro_entries__);
    if (!method) {
      if (failed() || !list_append(entries.get(), base)) return Var();
      continue;
    }
    Var instead = call(method, original);
    if (!instead) return Var();
    if (!is_kind(instead, Kind::Tuple)) return type_error("__mro_entries__ must return a tuple");
    replaced = true;
    if (!list_extend(entries.get(), instead)) return Var();
  }
  if (replaced) bases = make_tuple(entries->items, entries->size);

  Ref<Dict> keywords = c.keywords ? dict_copy(c.keywords) : new_dict();
  Value metaclass = dict_get_name(keywords.get(), rt.names.metaclass);
  Var meta = metaclass ? Var(metaclass) : Var();
  if (meta)
    dict_remove_name(keywords.get(), rt.names.metaclass);
  else
    meta = bases->size ? Value(type_of((*bases)[0])) : Value(rt.types.type);
  if (is_kind(meta, Kind::Type)) {
    // The most derived metaclass of all bases.
    for (uint32_t i = 0; i < bases->size; ++i) {
      Type* own = type_of((*bases)[i]);
      if (is_subtype(meta.as<Type>(), own)) continue;
      if (!is_subtype(own, meta.as<Type>()))
        return type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
            "all its bases");
      meta = Value(own);
    }
  }
  Var prepare = getattr_or_empty(meta, rt.names.__prepare__);
  if (!prepare && failed()) return Var();
  Ref<Tuple> name_and_bases = tuple_of(name, bases);
  Var ns = prepare ? call_star(prepare, name_and_bases.get(), keywords.get()) : Var(new_dict());
  if (!ns) return Var();
  auto* function = body.as<Function>();
  Frame* f = push_frame(frame_bytes(function->code));
  if (!f) return raise_memory_error();
  if (!bind_arguments(function, Args{}, f->slots())) {
    pop_frame(f);
    return Var();
  }
  incref(function);
  f->code = function->code;
  f->function = function;
  f->globals = function->globals;
  f->namespace_ = Var(ns).release();
  f->ip = f->code->instrs;
  f->sp = f->stack_base();
  f->owner = nullptr;
  Var cell = eval(f);
  if (!cell) return Var();
  if (replaced) {
    Ref<Str> orig_bases = intern("__orig_bases__");
    if (!setitem(ns, orig_bases, original)) return Var();
  }
  Ref<Tuple> all = tuple_of(name, bases, ns);
  Var made = call_star(meta, all.get(), keywords.get());
  if (made && is_kind(made, Kind::Type) && is_kind(cell, Kind::Cell)) {
    Value set = cell.as<Cell>()->value;
    if (set.is_empty()) cell.as<Cell>()->value = Var(made).release();
  }
  return made;
}

const MethodDef build_class_def = {"__build_class__", "*args, **kwargs", build_class};

}  // namespace

Var build_class_function() { return new_function(&build_class_def, rt.names.builtins); }

}  // namespace ap
