#include "vm/generator.hpp"

#include <cstddef>

#include "coro/co.hpp"
#include "coro/origin.hpp"
#include "object/class.hpp"
#include "object/native.hpp"
#include "vm/eval.hpp"
#include "vm/frame_object.hpp"
#include "vm/function.hpp"

namespace ap {
namespace {

void describe(const Link* l, LinkInfo& info) {
  const Generator* g = generator_of(const_cast<Link*>(l));
  info.name = g->name;
  info.qualname = g->qualname;
  info.filename = g->frame.code->filename;
  info.first_line = g->frame.code->first_line;
  // Once it has ended there is no frame: the line of its `def`.
  info.line = g->state == LinkState::Finished ? g->frame.code->first_line : g->frame.line();
  info.first_line = g->frame.code->first_line;
}
Object* object(const Link* l) { return generator_of(const_cast<Link*>(l)); }

}  // namespace

// CPython's _PyGen_Finalize.
void finalize_generator(Generator* g) {
  if (g->state == LinkState::Finished || g->flags & kFinalized) return;
  g->flags |= kFinalized;
  Value error = std::exchange(rt.error, Value());
  // The loop's hook sees an async generator from the first call of anext() and the like, before anything of it has run.
  if (g->is_async_generator && g->finalizer && !(g->extra & Generator::kClosed)) {
    Var r = call(g->finalizer, Value(g));
    if (!r && rt.hooks.unraisable) rt.hooks.unraisable("finalizing generator", g);
  } else if (g->state == LinkState::Created) {
    if (!g->is_generator && !g->is_async_generator && rt.hooks.never_awaited) rt.hooks.never_awaited(g, g->qualname);
  } else if (g->state == LinkState::Suspended && !g->awaiter) {
    if (!close_chain(g) && rt.hooks.unraisable) rt.hooks.unraisable("closing generator", g);
  }
  clear_error();
  rt.error = error;
}

namespace {

void dealloc(Object* o) {
  auto* g = static_cast<Generator*>(o);
  g->refs = 1;
  finalize_generator(g);
  if (--g->refs) return;  // its code has kept it
  Frame& f = g->frame;
  size_t bytes = sizeof(Generator) + (f.code->slot_count() + f.code->stack_size) * sizeof(Value);
  if (g->state != LinkState::Finished) {
    g->state = LinkState::Finished;
    if (f.object) detach_frame(&f, nullptr);
    while (f.sp > f.stack_base()) decref(*--f.sp);
    for (uint32_t i = f.code->slot_count(); i--;) decref(std::exchange(f.slots()[i], Value()));
  }
  decref(g->handled.exception);
  g->finalizer.reset();
  decref(g->name);
  decref(g->qualname);
  Object* function = f.function;
  free_object(g, bytes);
  decref(function);
}

void traverse(Object* o, Visitor& visit) {
  auto* g = static_cast<Generator*>(o);
  visit(g->finalizer);
  visit(g->handled.exception);
  visit(Value(g->frame.function));
  if (g->state == LinkState::Finished) return;
  for (uint32_t i = 0, n = g->frame.code->slot_count(); i < n; ++i) visit(g->frame.slots()[i]);
  if (g->state == LinkState::Running) return;  // eval() has the top of the stack
  for (Value* v = g->frame.stack_base(); v < g->frame.sp; ++v) visit(*v);
}

Link* link(Value v) { return v.as<Generator>(); }

Var repr_generator(Value v) {
  auto* g = v.as<Generator>();
  return format_str("<%T object %U at 0x%llx>", v, g->qualname, static_cast<unsigned long long>(address_of(g)));
}

}  // namespace

Var code_of(const Link* l) { return generator_of(const_cast<Link*>(l))->frame.code; }
Var frame_of_generator(Link* l) {
  Generator* g = generator_of(l);
  if (g->state == LinkState::Finished) return None;
  PythonFrame* f = frame_object(&g->frame);
  return Value(f);
}
Value awaited(const Link* l) { return generator_of(const_cast<Link*>(l))->frame.sp[-1]; }
const LinkOps frame_ops{.resume = resume_frame, .describe = describe, .object = object, .dealloc = dealloc,
                        .traverse = traverse, .frame = frame_of_generator, .code = code_of, .awaited = awaited};

Generator* new_generator(Function* function) {
  Code* code = function->code;
  Type* type = code->flags & kCoroutine         ? rt.types.coroutine
               : code->flags & kAsyncGenerator ? rt.types.async_generator
                                                : rt.types.generator;
  size_t bytes = (code->slot_count() + code->stack_size) * sizeof(Value);
  auto* g = new (allocate_instance(type, sizeof(Generator) + bytes)) Generator(type, &frame_ops);
  g->is_generator = code->flags & kGenerator;
  g->is_async_generator = code->flags & kAsyncGenerator;
  g->name = function->name;
  g->qualname = function->qualname;
  incref(g->name);
  incref(g->qualname);
  incref(function);
  Frame& f = g->frame;
  f.back = nullptr;
  f.code = code;
  f.function = function;
  f.globals = function->globals;
  f.namespace_ = Value();
  f.ip = code->instrs;
  f.sp = f.stack_base();
  f.owner = g;
  f.object = nullptr;
  f.clear_marks();
  if (code->flags & kCoroutine) {
    if (origin_depth) [[unlikely]] {
      Var origin = origin_here();
      g->finalizer.set(origin);
    }
    tell_created(g);
  }
  return g;
}

namespace {

// What a step of a generator means to a caller of next(), send() or throw().
Var answer(Generator* g, Step step) {
  switch (step.kind) {
    case Step::Yielded: return std::move(step.value);
    case Step::Returned: return raise_stop_iteration(step.value);
    default: return Var();
  }
}

Var next_value(Value v) {
  auto* g = v.as<Generator>();
  Step step = drive(g, None);
  if (step.kind == Step::Returned) return Var();  // exhausted; next() asks for the value through next_or_stop()
  return answer(g, std::move(step));
}

Var send(Call& c) { return answer(c.self.as<Generator>(), drive(c.self.as<Generator>(), c[0])); }

Var close(Call& c) {
  auto* g = c.self.as<Generator>();
  if (g->state == LinkState::Running) return value_error("generator already executing");
  return close_generator(g);
}

Var throw_in(Call& c) {
  auto* g = c.self.as<Generator>();
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  return answer(g, drive(g, Var()));
}

Var self_iter(Value v) { return v; }

const MethodDef methods[] = {
    {"send", "value, /", send},
    {"throw", "typ, val=None, tb=None, /", throw_in},
    {"close", "", close},
};

const GetSetDef getsets[] = {
    {"__name__", [](Value v) { return Var(v.as<Generator>()->name); }},
    {"__qualname__", [](Value v) { return Var(v.as<Generator>()->qualname); }},
    {"gi_running", [](Value v) { return Var(Value::from_bool(v.as<Generator>()->state == LinkState::Running)); }},
    {"gi_suspended", [](Value v) { return Var(Value::from_bool(v.as<Generator>()->state == LinkState::Suspended)); }},
    {"gi_frame", [](Value v) { return frame_of_generator(v.as<Generator>()); }},
    {"gi_code", [](Value v) { return Var(v.as<Generator>()->frame.code); }},
    {"gi_yieldfrom", [](Value v) {
       Link* to = v.as<Generator>()->awaiting;
       Object* o = to ? to->ops->object(to) : nullptr;
       return o ? Var(o) : Var(None);
     }},
};

}  // namespace

bool set_thrown(Value type, Value value, Value traceback) {
  if ((!value.is_none() || !traceback.is_none()) && rt.hooks.warn &&
      !rt.hooks.warn(rt.types.DeprecationWarning,
                     "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1))
    return false;
  Var exception;
  if (is_kind(type, Kind::Exception)) {
    if (!value.is_none()) return type_error("instance exception may not have a separate value");
    exception = type;
  } else if (is_kind(type, Kind::Type) && type.as<Type>()->type_flags & kExceptionType) {
    if (is_instance(value, type.as<Type>()))
      exception = value;
    else if (value.is_none())
      exception = call(type);
    else
      exception = call(type, value);
  } else {
    return type_error("exceptions must be classes or instances deriving from BaseException, not %T", type);
  }
  if (!exception) return false;
  if (type_of(traceback) == rt.types.traceback) {
    auto* e = exception.as<BaseException>();
    incref(traceback);
    Traceback* old = std::exchange(e->traceback, traceback.as<Traceback>());
    if (old) decref(old);
  }
  set_error(std::move(exception));
  return true;
}

// gen.close() gives the generator's return value (3.13).
Var close_generator(Generator* g) {
  if (g->state == LinkState::Suspended && !g->awaiting) {
    (void)raise_with_args(rt.types.GeneratorExit, rt.empty_tuple);
    Step step = drive(g, Var());
    switch (step.kind) {
      case Step::Yielded: return runtime_error("generator ignored GeneratorExit");
      case Step::Returned: return std::move(step.value);
      default:
        if (clear_error_if(rt.types.GeneratorExit) || clear_error_if(rt.types.StopIteration)) return None;
        return Var();
    }
  }
  return close_chain(g) ? Var(None) : Var();
}

namespace {
const MethodDef finalizer[] = {{"__del__", "", [](Call& c) {
  if (is_kind(c.self, Kind::Generator)) finalize_generator(c.self.as<Generator>());
  else finalize_native_coroutine(c.self.as<NativeCoroutine>());
  return Var(None);
}}};
}  // namespace

void init_generator_types() {
  Type* t = rt.types.generator = new_type("generator", nullptr, sizeof(Generator), Kind::Generator, kWeakrefable);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_generator;
  t->iter = self_iter;
  t->next = next_value;
  t->link = link;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  init_async_generator_types();
  for (Type* each : {t, rt.types.coroutine, rt.types.async_generator}) {
    add_class_getitem(each);
    add_methods(each, finalizer);
  }
}

}  // namespace ap
