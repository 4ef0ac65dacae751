// _ap: what the modules written in Python need of the engine.
#include <cmath>

#include "asyncio/threads.hpp"
#include "asyncio/clock.hpp"
#include "asyncio/events.hpp"
#include "asyncio/futures.hpp"
#include "asyncio/log.hpp"
#include "base/sha512.hpp"
#include "bindings/deque.hpp"
#include "bindings/modules.hpp"
#include "bindings/setup.hpp"
#include "compile/code.hpp"
#include "object/bytes.hpp"
#include "object/class.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/traceback.hpp"
#include "object/tuple.hpp"
#include "object/weakref.hpp"
#include "trace/events.hpp"
#include "vm/eval.hpp"
#include "vm/frame_object.hpp"
#include "vm/function.hpp"
#include "vm/hooks.hpp"
#include "vm/output.hpp"
#include "vm/type_params.hpp"

namespace ap {
namespace {

// Whether the arguments are what the modules give: a letter each for a text (s), an int (i), a class (t), a function (f). A program
// can import this module as well.
bool takes(const Call& c, const char* kinds) {
  for (size_t i = 0; kinds[i]; ++i) {
    Value v = c[i];
    bool right = kinds[i] == 'i' ? v.is_small_int() : is_kind(v, kinds[i] == 's' ? Kind::Str : kinds[i] == 't' ? Kind::Type : Kind::Function);
    if (!right) return type_error("bad arguments");
  }
  return true;
}

// The caller `depth` frames above the Python function that asks.
Frame* frame_above(Value depth) {
  int64_t n = depth.as_int();
  Frame* f = vm.current;
  while (f && n-- > 0) f = caller_of(f);
  return f;
}
Var frame_globals(Call& c) {
  if (!takes(c, "i")) return Var();
  Frame* f = frame_above(c[0]);
  return f ? Var(f->globals) : Var(new_dict());
}
// (file name, line, function, globals), or None
Var taken_log_place(Call&) {
  const LibraryPlace* place = std::exchange(log_place, nullptr);
  if (!place) return None;
  Ref<Str> file = make_str(std::string("/usr/lib/python3.14/asyncio/") + place->file), name = make_str(place->name);
  return tuple_of(Value(file.get()), Value::from_int(place->line), Value(name.get()), None);
}

Var frame_info(Call& c) {
  if (!takes(c, "i")) return Var();
  Frame* f = frame_above(c[0]);
  if (!f) return None;
  return tuple_of(Value(f->code->filename), Value::from_int(f->line()), Value(f->code->name), Value(f->globals));
}
Var warn_explicit(Call& c) {
  if (!takes(c, "tssi")) return Var();
  return warn_at(c[0].as<Type>(), to_utf8(c[1].as<Str>()), to_utf8(c[2].as<Str>()), static_cast<int>(c[3].as_int())) ? Var(None) : Var();
}
// The simulated requests of requests, httpx, aiohttp, urllib.
uint32_t request_count = 0;
// With `seconds`: also the future that the answer resolves then, and its timer (None where it never comes).
Var request_started(Call& c) {
  uint32_t id = ++request_count;
  Ref<Future> future;
  EventLoop* loop = nullptr;
  double seconds = 0;
  if (c[2] && !c[2].is_none()) {
    if (!to_double(c[2], &seconds)) return Var();
    loop = get_running_loop();
    if (!loop) return Var();
    future = new_future(loop, trace::FutureKind::network);
  }
  if (trace::wants(trace::Category::network)) {
    std::string method = safe_str(c[0]), url = safe_str(c[1]);
    print_what_is_due();
    trace::emit(trace::RequestStarted{.request = id, .method = method, .url = url, .task = running_task,
                                      .future = future ? future->id : 0, .line = line_now()});
  }
  if (!future) return Value::from_int(id);
  Var timer = None;
  if (std::isfinite(seconds)) {
    timer = Var(call_later(loop, c[2], set_result_unless_cancelled, future, None, trace::TimerKind::network));
    if (!timer) return Var();
  }
  return tuple_of(Value::from_int(id), Value(future.get()), timer.get());
}
Var request_answered(Call& c) {
  if (!takes(c, "iii")) return Var();
  std::string error = safe_str(c[3]);
  print_what_is_due();
  trace::emit(trace::RequestAnswered{.request = static_cast<uint32_t>(c[0].as_int()), .status = static_cast<uint32_t>(c[1].as_int()),
                                     .bytes = static_cast<uint32_t>(c[2].as_int()), .exception = error});
  return None;
}
// Holds whoever calls it, as `function`.
Var block(Call& c) {
  double seconds;
  if (!to_double(c[0], &seconds)) return Var();
  if (!is_kind(c[1], Kind::Str)) return type_error("bad arguments");
  return hold_caller(seconds, to_utf8(c[1].as<Str>()).c_str(), block);
}
Var tell_warning_(Call& c) {
  if (!takes(c, "ssi")) return Var();
  tell_warning(to_utf8(c[0].as<Str>()), to_utf8(c[1].as<Str>()), static_cast<int>(c[2].as_int()));
  return None;
}
bool is_exception(Value v) {
  return is_instance(v, rt.types.BaseException) || type_error("Exception expected for value, %T found", v);
}
Var format_exception_(Call& c) {
  if (c[0].is_none()) return make_str("NoneType: None\n");
  if (!is_exception(c[0])) return Var();
  int64_t limit = INT64_MAX;
  if (c[1] && !c[1].is_none() && !to_int64(c[1], &limit)) return Var();
  return make_str(format_exception(c[0], limit, !c[2] || !c[2].is_false()));
}
Var format_exception_only_(Call& c) { return is_exception(c[0]) ? Var(make_str(format_exception_only(c[0]))) : Var(); }
Var source_line_(Call& c) {
  if (!is_kind(c[0], Kind::Str) || !c[1].is_small_int()) return make_str("");
  std::string line = source_line(to_utf8(c[0].as<Str>()), static_cast<int>(c[1].as_int()));
  return make_str(line);
}
Var source_text_(Call& c) { return takes(c, "s") ? Var(make_str(source_text(to_utf8(c[0].as<Str>())))) : Var(); }
// The next answer of the run, without its end of line; None when there is no more.
Var input_line(Call&) {
  std::string line;
  return next_input_line(&line) ? Var(make_str(line)) : Var(None);
}
Var write_stderr(Call& c) {
  if (!takes(c, "s")) return Var();
  write_to_stderr(to_utf8(c[0].as<Str>()));
  return None;
}
// Counts `n` steps more: work that looks small to the limit and is not.
Var spend(Call& c) {
  if (!takes(c, "i")) return Var();
  if (c[0].as_int() < 0) return value_error("steps are not given back");
  rt.steps += static_cast<uint64_t>(c[0].as_int());
  return check() ? Var(None) : Var();
}
Var seed(Call&) { return make_int_u64(run_seed()); }
Var network(Call&) { return make_str(network_options()); }
Var sha512_(Call& c) {
  if (!is_kind(c[0], Kind::Bytes)) return type_error("bytes were expected");
  auto digest = sha512(c[0].as<Bytes>()->view());
  return make_bytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}
Var refs_of(Call& c) { return make_int(weakref_count(c[0])); }
Var weakrefs(Call& c) { return weakrefs_of(c[0]); }

Var iterable_coroutine(Call& c) {
  if (is_kind(c[0], Kind::Function)) c[0].as<Function>()->code->flags |= kIterableCoroutine;
  return c[0];
}
Var is_native_coroutine_function(Call& c) {
  return Value::from_bool(is_kind(c[0], Kind::NativeFunction) && c[0].as<NativeFunction>()->def->flags & kCoroutineFunction);
}
Var traceback_entry(Call& c) {
  if (type_of(c[0]) != rt.types.traceback) return type_error("expected traceback object, got '%T'", c[0]);
  auto* t = c[0].as<Traceback>();
  return tuple_of(Value(t->filename), Value::from_int(t->line), Value(t->function));
}
// Names of all parameters, in the order of the slots.
Var parameter_names(Call& c) {
  if (!takes(c, "f")) return Var();
  Code* code = c[0].as<Function>()->code;
  uint32_t n = code->arg_count + code->keyword_only + !!(code->flags & kVarArgs) + !!(code->flags & kVarKeywords);
  Ref<Tuple> t = new_tuple(n);
  for (uint32_t i = 0; i < n; ++i) t->items()[i] = Var(Value(code->slot_names[i])).release();
  return t;
}
// The signature's text of a native function, or None.
Var signature_text(Call& c) {
  if (!is_kind(c[0], Kind::NativeFunction)) return None;
  const char* s = c[0].as<NativeFunction>()->def->signature;
  return s ? Var(make_str(s)) : Var(None);
}

// A class that is written in C in CPython: messages name it together with its module.
Var c_type(Call& c) {
  if (!takes(c, "t")) return Var();
  auto* t = c[0].as<Type>();
  Ref<Str> name = intern(type_display_name(t).get());
  decref(t->name);
  t->name = name.release();
  t->type_flags |= kDottedName;
  return c[0];
}

// Instances of the class and of those below it match mapping patterns, or sequence patterns.
Var matches_as(Call& c) {
  if (!takes(c, "t")) return Var();
  c[0].as<Type>()->type_flags |= c[1].is_false() ? kSequence : kMapping;
  return None;
}

// (firstiter, finalizer); those given are set first.
Var asyncgen_hooks(Call& c) {
  Value* hooks[] = {&rt.asyncgen_firstiter, &rt.asyncgen_finalizer};
  for (int i = 0; i < 2; ++i)
    if (c[i]) decref(std::exchange(*hooks[i], Var(c[i]).release()));
  return tuple_of(rt.asyncgen_firstiter, rt.asyncgen_finalizer);
}

const MethodDef functions[] = {
    {"asyncgen_hooks", "firstiter=None, finalizer=None", asyncgen_hooks},
    {"c_type", "class, /", c_type},
    {"matches_as", "class, mapping, /", matches_as},
    {"frame_globals", "depth, /", frame_globals},
    {"frame_info", "depth, /", frame_info},
    {"log_place", "", taken_log_place},
    {"warn_explicit", "category, text, filename, line, /", warn_explicit},
    {"request_started", "method, url, seconds=None, /", request_started},
    {"request_answered", "request, status, size, error, /", request_answered},
    {"block", "seconds, function, /", block},
    {"tell_warning", "category, text, line, /", tell_warning_},
    {"format_exception", "exception, limit=None, chain=True, /", format_exception_},
    {"format_exception_only", "exception, /", format_exception_only_},
    {"source_line", "filename, line, /", source_line_},
    {"source_text", "filename, /", source_text_},
    {"input_line", "", input_line},
    {"write_stderr", "text, /", write_stderr},
    {"network", "", network},
    {"sha512", "data, /", sha512_},
    {"spend", "steps, /", spend},
    {"seed", "", seed},
    {"getweakrefcount", "object, /", refs_of},
    {"getweakrefs", "object, /", weakrefs},
    {"iterable_coroutine", "function, /", iterable_coroutine},
    {"is_native_coroutine_function", "function, /", is_native_coroutine_function},
    {"traceback_entry", "traceback, /", traceback_entry},
    {"parameter_names", "function, /", parameter_names},
    {"signature_text", "function, /", signature_text},
};

}  // namespace

bool fill_support(Module* m) {
  request_count = 0;
  module_functions(m, functions);
  const TypeParameterTypes& p = type_parameter_types;
  struct {
    const char* name;
    Type* type;
  } types[] = {{"deque", make_deque_type()},  {"TracebackType", rt.types.traceback}, {"FrameType", rt.types.frame},
               {"CellType", rt.types.cell},   {"ReferenceType", rt.types.weakref},   {"TypeVar", p.type_var},
               {"ParamSpec", p.param_spec},   {"TypeVarTuple", p.type_var_tuple},    {"TypeAliasType", p.type_alias}};
  for (auto [name, type] : types) module_set(m, name, type ? Value(type) : None);
  return true;
}

}  // namespace ap
