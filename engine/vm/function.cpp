#include "vm/function.hpp"

#include <cstddef>
#include <vector>

#include "object/class.hpp"
#include "object/exception.hpp"
#include "object/function.hpp"
#include "object/protocol.hpp"
#include "object/list.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/generator.hpp"

namespace ap {
namespace {

using HeapNames = std::vector<Str*, HeapAllocator<Str*>>;

Function* as_function(Value v) { return v.as<Function>(); }

// "'a', 'b', and 'c'"
void append_names(StrBuilder& out, Str** names, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    if (i > 0) out.append(n == 2 ? " and " : i + 1 == n ? ", and " : ", ");
    out.append("'");
    out.append(names[i]);
    out.append("'");
  }
}

Raised too_many_positional(Function* f, uint32_t given, uint32_t keyword_only_given) {
  Code* code = f->code;
  uint32_t most = code->arg_count, defaults = f->defaults ? f->defaults->size : 0;
  Ref<Str> takes = defaults ? format_str("from %d to %d", static_cast<int>(most - defaults), static_cast<int>(most))
                            : format_str("%d", static_cast<int>(most));
  const char* plural = defaults || most != 1 ? "s" : "";
  if (keyword_only_given) {
    return type_error("%U() takes %U positional argument%s but %d positional argument%s (and %d keyword-only argument%s) were given",
                      f->qualname, takes.get(), plural, static_cast<int>(given), given == 1 ? "" : "s",
                      static_cast<int>(keyword_only_given), keyword_only_given == 1 ? "" : "s");
  }
  return type_error("%U() takes %U positional argument%s but %d %s given", f->qualname, takes.get(), plural,
                    static_cast<int>(given), given == 1 ? "was" : "were");
}

Raised missing_arguments(Function* f, Str** names, size_t n, const char* kind) {
  StrBuilder list;
  append_names(list, names, n);
  Ref<Str> text = list.finish();
  return type_error("%U() missing %d required %s argument%s: %U", f->qualname, static_cast<int>(n), kind, n == 1 ? "" : "s",
                    text.get());
}

Raised unexpected_keyword(Function* f, Str* name) {
  Code* code = f->code;
  Ref<List> known = new_list();
  for (uint32_t i = code->positional_only; i < code->arg_count + code->keyword_only; ++i)
    list_append(known.get(), Value(code->slot_names[i]));
  Ref<Str> near = nearest_keyword(name, known.get());
  if (near) return type_error("%U() got an unexpected keyword argument '%U'. Did you mean '%U'?", f->qualname, name, near.get());
  return type_error("%U() got an unexpected keyword argument '%U'", f->qualname, name);
}

bool fill(Function* f, Args args, Value* slots) {
  Code* code = f->code;
  uint32_t positional = code->arg_count, named = positional + code->keyword_only;
  uint32_t star_slot = named, keywords_slot = named + (code->flags & kVarArgs ? 1 : 0);
  uint32_t taken = args.count < positional ? args.count : positional;
  for (uint32_t i = 0; i < taken; ++i) slots[i] = Var(args.values[i]).release();
  if (code->flags & kVarArgs) {
    Ref<Tuple> rest = make_tuple(args.values + taken, args.count - taken);
    if (!rest) return false;
    slots[star_slot] = Value(rest.release());
  }
  Dict* keywords = nullptr;
  if (code->flags & kVarKeywords) {
    Ref<Dict> d = new_dict();
    keywords = d.get();
    slots[keywords_slot] = Value(d.release());
  }
  uint32_t keyword_only_given = 0;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Value key = (*args.kwnames)[k], value = args.values[args.count + k];
    auto* name = key.as<Str>();
    uint32_t at = named;
    for (uint32_t i = code->positional_only; i < named; ++i)
      if (code->slot_names[i] == name || equal(code->slot_names[i], name)) {
        at = i;
        break;
      }
    if (at == named) {
      if (keywords) {
        if (!dict_set(keywords, key, value)) return false;
        continue;
      }
      StrBuilder wrong;
      bool any = false;
      for (uint32_t i = 0; i < code->positional_only; ++i)
        for (uint32_t j = 0; j < args.keyword_count(); ++j)
          if (equal(code->slot_names[i], (*args.kwnames)[j].as<Str>())) {
            if (any) wrong.append(", ");
            wrong.append(code->slot_names[i]);
            any = true;
          }
      if (any) {
        Ref<Str> text = wrong.finish();
        return type_error("%U() got some positional-only arguments passed as keyword arguments: '%U'", f->qualname,
                          text.get());
      }
      return unexpected_keyword(f, name);
    }
    if (slots[at]) return type_error("%U() got multiple values for argument '%U'", f->qualname, name);
    if (at >= positional) ++keyword_only_given;
    slots[at] = Var(value).release();
  }
  if (args.count > positional && !(code->flags & kVarArgs))
    return too_many_positional(f, args.count, keyword_only_given);
  if (args.count < positional) {
    uint32_t defaults = f->defaults ? f->defaults->size : 0, first_default = positional - defaults;
    HeapNames missing;
    for (uint32_t i = args.count; i < first_default; ++i)
      if (!slots[i]) missing.push_back(code->slot_names[i]);
    if (!missing.empty()) return missing_arguments(f, missing.data(), missing.size(), "positional");
    for (uint32_t i = args.count > first_default ? args.count : first_default; i < positional; ++i)
      if (!slots[i]) slots[i] = Var((*f->defaults)[i - first_default]).release();
  }
  if (code->keyword_only) {
    HeapNames missing;
    for (uint32_t i = positional; i < named; ++i) {
      if (slots[i]) continue;
      Value v = f->kw_defaults ? dict_get_name(f->kw_defaults, code->slot_names[i]) : Value();
      if (v)
        slots[i] = Var(v).release();
      else
        missing.push_back(code->slot_names[i]);
    }
    if (!missing.empty()) return missing_arguments(f, missing.data(), missing.size(), "keyword-only");
  }
  return true;
}

}  // namespace

bool bind_arguments(Function* f, Args args, Value* slots) {
  Code* code = f->code;
  for (uint32_t i = 0, n = code->local_count; i < n; ++i) slots[i] = Value();
  for (uint32_t i = 0; i < code->free_count; ++i) slots[code->local_count + i] = Var((*f->closure)[i]).release();
  if (fill(f, args, slots)) return true;
  Value error = std::exchange(rt.error, Value());
  for (uint32_t i = code->slot_count(); i--;) decref(std::exchange(slots[i], Value()));
  rt.error = error;
  return false;
}

Frame* bound_frame(Function* function, Args args) {
  Frame* f = push_frame(frame_bytes(function->code));
  if (!f) {
    (void)raise_memory_error();
    return nullptr;
  }
  if (bind_arguments(function, args, f->slots())) return f;
  pop_frame(f);
  return nullptr;
}

Frame* bound_frame_star(Function* function, Tuple* positional, Dict* keywords) {
  uint32_t named = keywords ? keywords->used : 0;
  if (!named) return bound_frame(function, Args{positional->items(), positional->size, nullptr});
  Ref<Tuple> all = new_tuple(positional->size + named), names = new_tuple(named);
  if (!all || !names) return nullptr;
  uint32_t n = positional->size, i = 0, at = 0;
  for (uint32_t j = 0; j < n; ++j) all->items()[j] = Var((*positional)[j]).release();
  for (Value key, value; dict_next(keywords, &at, &key, &value); ++i) {
    all->items()[n + i] = Var(value).release();
    names->items()[i] = Var(key).release();
  }
  return bound_frame(function, Args{all->items(), n, names.get()});
}

Var call_function(Value callable, Args args) {
  Function* f = as_function(callable);
  Frame* frame = push_frame(frame_bytes(f->code));
  if (!frame) return raise_memory_error();
  if (!bind_arguments(f, args, frame->slots())) {
    pop_frame(frame);
    return Var();
  }
  if (f->code->flags & kMakesObject) {
    Generator* g = new_generator(f);
    for (uint32_t i = 0, n = f->code->slot_count(); i < n; ++i) g->frame.slots()[i] = frame->slots()[i];
    pop_frame(frame);
    return Var::steal(g);
  }
  incref(f);
  frame->code = f->code;
  frame->function = f;
  frame->globals = f->globals;
  frame->namespace_ = Value();
  frame->ip = f->code->instrs;
  frame->sp = frame->stack_base();
  frame->owner = nullptr;
  return eval(frame);
}

Ref<Function> new_python_function(Code* code, Dict* globals) {
  auto* f = allocate<Function>(rt.types.function, 0);
  incref(code);
  incref(globals);
  incref(code->name);
  incref(code->qualname);
  code->call_bytes = static_cast<uint32_t>(frame_bytes(code));
  code->plain_params = code->flags & (kVarArgs | kVarKeywords) || code->keyword_only ? -1 : static_cast<int32_t>(code->arg_count);
  f->code = code;
  f->globals = globals;
  f->name = code->name;
  f->qualname = code->qualname;
  Value module = dict_get_name(globals, rt.names.__name__);
  f->module = module ? Var(module).release() : None;
  if (code->flags & kHasDocstring && code->const_count) f->doc = Var(code->consts[0]).release();
  return Ref<Function>::steal(f);
}

namespace {

void dealloc(Object* o) {
  auto* f = static_cast<Function*>(o);
  decref(f->code);
  decref(f->globals);
  if (f->defaults) decref(f->defaults);
  if (f->kw_defaults) decref(f->kw_defaults);
  if (f->closure) decref(f->closure);
  decref(f->name);
  decref(f->qualname);
  decref(f->module);
  decref(f->doc);
  decref(f->annotate);
  decref(f->annotations);
  decref(f->type_params);
  if (f->dict) decref(f->dict);
  free_object(f, sizeof(Function));
}

void traverse(Object* o, Visitor& visit) {
  auto* f = static_cast<Function*>(o);
  visit(f->code);
  visit(f->globals);
  visit(f->defaults);
  visit(f->kw_defaults);
  visit(f->closure);
  visit(f->module);
  visit(f->doc);
  visit(f->annotate);
  visit(f->annotations);
  visit(f->type_params);
  visit(f->dict);
}

Var function_repr(Value v) {
  return format_str("<function %U at 0x%llx>", as_function(v)->qualname,
                    static_cast<unsigned long long>(address_of(v.object())));
}

Var bind(Value descriptor, Value instance, Type*) {
  if (instance.is_empty() || instance.is_none()) return descriptor;
  return make_bound_method(descriptor, instance);
}

Var optional(Object* o) { return o ? Var(o) : Var(None); }

bool replace_str(Str** at, Value v, const char* what) {
  if (!is_kind(v, Kind::Str)) return type_error("%s must be set to a string object", what);
  incref(v);
  Str* old = std::exchange(*at, v.as<Str>());
  decref(old);
  return true;
}
bool replace(Value* at, Value v) {
  decref(std::exchange(*at, Var(v ? v : None).release()));
  return true;
}

Var annotations_of(Value self) {
  Function* f = as_function(self);
  if (!f->annotations) {
    if (f->annotate.is_none()) {
      f->annotations = Value(new_dict().release());
    } else {
      Var d = call(f->annotate, Value::from_int(1));
      if (!d) return Var();
      f->annotations = d.release();
    }
  }
  return f->annotations;
}

const GetSetDef getsets[] = {
    {"__name__", [](Value s) { return Var(as_function(s)->name); },
     [](Value s, Value v) { return replace_str(&as_function(s)->name, v, "__name__"); }},
    {"__qualname__", [](Value s) { return Var(as_function(s)->qualname); },
     [](Value s, Value v) { return replace_str(&as_function(s)->qualname, v, "__qualname__"); }},
    {"__module__", [](Value s) { return Var(as_function(s)->module); },
     [](Value s, Value v) { return replace(&as_function(s)->module, v); }},
    {"__doc__", [](Value s) { return Var(as_function(s)->doc); },
     [](Value s, Value v) { return replace(&as_function(s)->doc, v); }},
    {"__code__", [](Value s) { return Var(as_function(s)->code); }},
    {"__globals__", [](Value s) { return Var(as_function(s)->globals); }},
    {"__builtins__", [](Value) { return Var(Value(rt.builtins)); }},
    {"__closure__", [](Value s) { return optional(as_function(s)->closure); }},
    {"__defaults__", [](Value s) { return optional(as_function(s)->defaults); },
     [](Value s, Value v) {
       if (v && !v.is_none() && !is_kind(v, Kind::Tuple)) return bool(type_error("__defaults__ must be set to a tuple object"));
       Function* f = as_function(s);
       Tuple* old = std::exchange(f->defaults, !v || v.is_none() ? nullptr : v.as<Tuple>());
       if (f->defaults) incref(f->defaults);
       if (old) decref(old);
       return true;
     }},
    {"__kwdefaults__", [](Value s) { return optional(as_function(s)->kw_defaults); },
     [](Value s, Value v) {
       Function* f = as_function(s);
       Dict* old = std::exchange(f->kw_defaults, !v || v.is_none() ? nullptr : v.as<Dict>());
       if (f->kw_defaults) incref(f->kw_defaults);
       if (old) decref(old);
       return true;
     }},
    {"__annotations__", annotations_of,
     [](Value s, Value v) {
       decref(std::exchange(as_function(s)->annotations, Var(v).release()));
       return true;
     }},
    {"__annotate__", [](Value s) { return Var(as_function(s)->annotate); },
     [](Value s, Value v) {
       decref(std::exchange(as_function(s)->annotations, Value()));
       return replace(&as_function(s)->annotate, v);
     }},
    {"__type_params__",
     [](Value s) { return as_function(s)->type_params ? Var(as_function(s)->type_params) : Var(rt.empty_tuple); },
     [](Value s, Value v) {
       decref(std::exchange(as_function(s)->type_params, Var(v).release()));
       return true;
     }},
    {"__dict__", [](Value s) { return Var(instance_dict(s.object())); }},
};

}  // namespace

void init_python_function_type() {
  Type* t = rt.types.function = new_type("function", nullptr, sizeof(Function), Kind::Function, kHasDict | kWeakrefable);
  t->dict_offset = static_cast<int32_t>(offsetof(Function, dict));
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = function_repr;
  t->call = call_function;
  t->descr_get = bind;
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
