// Future as Python sees it, and how it treats futures of any make.
#include "asyncio/base_events.hpp"
#include "asyncio/format_helpers.hpp"
#include "coro/iterator_link.hpp"
#include "asyncio/layout.hpp"
#include "coro/stand_in.hpp"
#include "object/class.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"

namespace ap {

// __name__, where messages name the type together with its module.
Str* class_name(const Type* t) { return t->type_flags & kDottedName ? t->qualname : t->name; }
namespace {

Future* self_of(Call& c) { return c.self.as<Future>(); }

bool ready(Future* f) {
  if (f->loop) return true;
  return runtime_error("Future object is not initialized.");
}

Var method_result(Call& c) { return future_result(self_of(c)); }
Var method_exception(Call& c) { return future_exception(self_of(c)); }
Var method_set_result(Call& c) { return set_result(self_of(c), c[0]) ? Var(None) : Var(); }
Var method_set_exception(Call& c) { return set_exception(self_of(c), c[0]) ? Var(None) : Var(); }
Var method_cancel(Call& c) {
  if (!ready(self_of(c))) return Var();
  bool cancelled = cancel_future(self_of(c), c.get(0, None));
  if (failed()) return Var();
  return Value::from_bool(cancelled);
}
Var method_done(Call& c) { return Value::from_bool(self_of(c)->done()); }
Var method_cancelled(Call& c) { return Value::from_bool(self_of(c)->cancelled()); }
Var method_add_done_callback(Call& c) {
  if (!ready(self_of(c))) return Var();
  Ref<Context> context = context_given(c[1]);
  return add_callback(self_of(c), c[0], context.get()) ? Var(None) : Var();
}
Var method_remove_done_callback(Call& c) {
  int64_t n = remove_callback(self_of(c), c[0]);
  return n < 0 ? Var() : Var(Value::from_int(n));
}
Var method_get_loop(Call& c) { return ready(self_of(c)) ? Var(self_of(c)->loop) : Var(); }
Var method_make_cancelled_error(Call& c) { return make_cancelled_error(self_of(c)); }

const MethodDef methods[] = {
    {"result", "", method_result},
    {"exception", "", method_exception},
    {"set_result", "result, /", method_set_result},
    {"set_exception", "exception, /", method_set_exception},
    {"cancel", "msg=None", method_cancel},
    {"done", "", method_done},
    {"cancelled", "", method_cancelled},
    {"add_done_callback", "fn, /, *, context=None", method_add_done_callback},
    {"remove_done_callback", "fn, /", method_remove_done_callback},
    {"get_loop", "", method_get_loop},
    {"_make_cancelled_error", "", method_make_cancelled_error},
    {"__del__", "", [](Call&) { return Var(None); }},  // for a subclass that calls super().__del__()
};

Var get_state(Value v) {
  constexpr const char* names[] = {"PENDING", "CANCELLED", "FINISHED"};
  return intern(names[static_cast<int>(v.as<Future>()->state)]);
}
Var get_callbacks(Value v) {
  auto* f = v.as<Future>();
  if (!f->first.function) return None;
  Ref<List> list = new_list();
  auto add = [&](const FutureCallback& cb) {
    Var function = cb.function;
    Context* context = cb.context;
    if (is_kind(function, Kind::Task) && !context) context = function.as<Task>()->context;
    Ref<Tuple> pair = tuple_of(function, context ? as_given(context) : None);
    return pair && list_append(list.get(), Var(std::move(pair)));
  };
  if (!add(f->first)) return Var();
  for (uint32_t i = 0; f->extras && i < f->extras->more_count; ++i)
    if (!add(f->extras->more[i])) return Var();
  return list;
}
Var or_none(Value v) { return v ? Var(v) : Var(None); }
Var get_exception(Value v) { return v.as<Future>()->is_exception ? or_none(v.as<Future>()->result) : Var(None); }
Var get_result(Value v) { return v.as<Future>()->is_exception ? Var(None) : or_none(v.as<Future>()->result); }
Var get_loop(Value v) { return v.as<Future>()->loop ? Var(v.as<Future>()->loop) : Var(None); }
Var get_source(Value v) {
  FutureExtras* x = v.as<Future>()->extras;
  return x ? or_none(x->source) : Var(None);
}
Var get_message(Value v) {
  FutureExtras* x = v.as<Future>()->extras;
  return x ? Var(x->cancel_message) : Var(None);
}
bool set_message(Value v, Value message) {
  incref(message);
  decref(std::exchange(extras_of(v.as<Future>())->cancel_message, message ? message : None));
  return true;
}
Var get_blocking(Value v) { return Value::from_bool(v.as<Future>()->blocking); }
bool set_blocking(Value v, Value value) {
  Tri t = truth(value);
  if (t == Tri::Error) return false;
  v.as<Future>()->blocking = t == Tri::True;
  return true;
}
Var get_log(Value v) { return Value::from_bool(v.as<Future>()->log_traceback); }
bool set_log(Value v, Value value) {
  Tri t = truth(value);
  if (t == Tri::Error) return false;
  if (t == Tri::True) return value_error("_log_traceback can only be set to False");
  v.as<Future>()->log_traceback = false;
  return true;
}
Var get_awaited_by(Value v) {
  auto* f = v.as<Future>();
  Ref<Set> set = new_ordered_set();
  if (!set) return Var();
  auto add = [&](const FutureCallback& cb) { return cb.context || !is_kind(cb.function, Kind::Task) || set_add(set.get(), cb.function); };
  if (f->first.function && !add(f->first)) return Var();
  if (FutureExtras* x = f->extras) {
    for (uint32_t i = 0; i < x->more_count; ++i)
      if (!add(x->more[i])) return Var();
    for (uint32_t i = 0; x->awaited_by && i < x->awaited_by->size; ++i)
      if (!set_add(set.get(), x->awaited_by->items[i])) return Var();
  }
  return set->used ? Var(std::move(set)) : Var(None);
}

const GetSetDef getsets[] = {
    {"_state", get_state},
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_loop", get_loop},
    {"_callbacks", get_callbacks},
    {"_result", get_result},
    {"_exception", get_exception},
    {"_log_traceback", get_log, set_log},
    {"_source_traceback", get_source},
    {"_cancel_message", get_message, set_message},
    {"_asyncio_awaited_by", get_awaited_by},
};

// --- FutureIter: what `await future` goes through

Type* future_iter_type;

struct FutureIter : Object, Link {
  Future* future = nullptr;  // owned
  explicit FutureIter(Type* t);
};
FutureIter* iter_of(Link* l) { return static_cast<FutureIter*>(l); }

Signal resume_iter(Link* link, Var input, Transfer& t) {
  Future* f = iter_of(link)->future;
  rt.handled = link->handled.previous;
  if (!input || link->state == LinkState::Finished) return finish(link, input ? Var(None) : Var(), t);
  if (!f->done()) {
    if (f->blocking) {  // yielded before, and nobody took note of it
      (void)runtime_error("await wasn't used with future");
      return finish(link, Var(), t);
    }
    f->blocking = true;
    link->state = LinkState::Suspended;
    t.link = link;
    t.value = Value(f);
    return Signal::Yielded;
  }
  return finish(link, future_result(f), t);
}
void describe_iter(const Link* link, LinkInfo& info) {
  Future* f = iter_of(const_cast<Link*>(link))->future;
  info.native = true;
  info.future = f->id;
  info.is_task = f->kind == Kind::Task;
  if (info.is_task) info.qualname = nullptr;
}
Object* object_of_iter(const Link* link) { return iter_of(const_cast<Link*>(link)); }
const LinkOps iter_ops{.resume = resume_iter, .describe = describe_iter, .object = object_of_iter};
FutureIter::FutureIter(Type* t) : Object(t, Kind::Other), Link(&iter_ops) {}

Var await_future(Value v) {
  if (!ready(v.as<Future>())) return Var();
  auto* it = allocate<FutureIter>(future_iter_type, 0);
  it->future = v.as<Future>();
  incref(it->future);
  return Var::steal(it);
}
void dealloc_iter(Object* o) {
  decref(static_cast<FutureIter*>(o)->future);
  free_object(o, sizeof(FutureIter));
}
void traverse_iter(Object* o, Visitor& visit) { visit(static_cast<FutureIter*>(o)->future); }
Var next_iter(Value v) {
  Step s = drive(v.as<FutureIter>(), None);
  if (s.kind == Step::Returned && s.value.is_none()) return Var();
  return answer_by_hand(std::move(s));
}
Var throw_iter(Call& c) {
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  return answer_by_hand(drive(c.self.as<FutureIter>(), Var()));
}
const MethodDef iter_methods[] = {
    {"send", "value, /", [](Call& c) { return answer_by_hand(drive(c.self.as<FutureIter>(), c[0])); }},
    {"throw", "typ, val=None, tb=None, /", throw_iter},
    {"close", "", [](Call& c) {
       c.self.as<FutureIter>()->state = LinkState::Finished;
       return Var(None);
     }},
};

// --- the type

Var construct(Type* t, Args) { return Var::steal(allocate<Future>(t, 0)); }
bool initialize(Value self, Args args) {
  Value loop;
  if (!match_arguments("Future", "*, loop=None", args, &loop)) return false;
  auto* f = self.as<Future>();
  bool fresh = !f->id;
  if (!init_future(f, loop)) return false;
  if (fresh && trace::wants(trace::Category::scheduling)) [[unlikely]]
    trace::emit(trace::FutureCreated{.future = f->id, .kind = trace::FutureKind::user, .task = running_task, .line = line_now()});
  return true;
}
void dealloc(Object* o) {
  auto* f = static_cast<Future*>(o);
  if (!finalize_last(f)) return;
  release_future(f);
  free_object(f, sizeof(Future));
}
void traverse(Object* o, Visitor& v) { traverse_future(static_cast<Future*>(o), v); }
Var repr_slot(Value v) { return repr_future(v); }

}  // namespace

// --- reprs

Ref<Str> format_callbacks(Future* f) {
  uint32_t n = f->first.function ? 1 + (f->extras ? f->extras->more_count : 0) : 0;
  auto shown = [&](uint32_t i) -> Ref<Str> {
    const FutureCallback& cb = i == 0 ? f->first : f->extras->more[i - 1];
    if (is_kind(cb.function, Kind::Task) && !cb.context) {
      Type* t = type_of(cb.function);
      return format_str("%U.task_wakeup()", t->qualname ? t->qualname : t->name);
    }
    return format_callback_source(cb.function, nullptr, false);
  };
  Ref<Str> first = shown(0);
  if (!first) return {};
  if (n == 1) return format_str("cb=[%U]", first.get());
  Ref<Str> last = shown(n - 1);
  if (!last) return {};
  if (n == 2) return format_str("cb=[%U, %U]", first.get(), last.get());
  return format_str("cb=[%U, <%d more>, %U]", first.get(), static_cast<int>(n - 2), last.get());
}

// What follows the state: the outcome, callbacks, where it was made.
bool append_future_info(StrBuilder& b, Future* f) {
  if (f->state == FutureState::Finished) {
    if (f->is_exception) {
      b.append(" exception=");
      if (!b.append_repr(f->result)) return false;
    } else {
      Ref<Str> text = short_repr(f->result);
      if (!text) return false;
      b.append(" result=");
      b.append(text.get());
    }
  }
  if (f->first.function) {
    Ref<Str> text = format_callbacks(f);
    if (!text) return false;
    b.append(" ");
    b.append(text.get());
  }
  if (f->extras && f->extras->source && is_kind(f->extras->source, Kind::List) && f->extras->source.as<List>()->size) {
    List* stack = f->extras->source.as<List>();
    Value last = stack->items[stack->size - 1];
    Var file = getattr(last, "filename"), line = getattr(last, "lineno");
    if (!file || !line) return false;
    Ref<Str> text = format_str(" created at %S:%S", file.get(), line.get());
    if (!text) return false;
    b.append(text.get());
  }
  return true;
}

namespace {
// reprlib.recursive_repr: futures whose repr is being made.
struct Showing {
  Object* object;
  Showing* outer;
};
Showing* showing = nullptr;
}  // namespace

Ref<Str> repr_once(Value v, bool (*append)(StrBuilder&, Value)) {
  for (Showing* s = showing; s; s = s->outer)
    if (s->object == v.object()) return make_str("...");
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return {};
  Showing now{v.object(), showing};
  showing = &now;
  StrBuilder b;
  bool ok = append(b, v);
  showing = now.outer;
  if (!ok) return {};
  return b.finish();
}

Ref<Str> repr_future(Value v) {
  return repr_once(v, [](StrBuilder& b, Value v) {
    constexpr const char* states[] = {" pending", " cancelled", " finished"};
    b.append("<");
    b.append(class_name(type_of(v)));
    b.append(states[static_cast<int>(v.as<Future>()->state)]);
    if (!append_future_info(b, v.as<Future>())) return false;
    b.append(">");
    return true;
  });
}

// --- any future

bool is_future(Value v) {
  if (is_future_kind(v)) return true;
  if (!v.is_object() || !type_lookup(type_of(v), rt.names._asyncio_future_blocking)) return false;
  Var blocking = getattr_or_empty(v, rt.names._asyncio_future_blocking);
  if (!blocking) clear_error();
  return blocking && !blocking.is_none();
}

Tri future_done(Value f) {
  if (is_exact_future(f)) return f.as<Future>()->done() ? Tri::True : Tri::False;
  Var r = call_method(f, "done", Args{});
  return r ? truth(r) : Tri::Error;
}
Tri future_was_cancelled(Value f) {
  if (is_exact_future(f)) return f.as<Future>()->cancelled() ? Tri::True : Tri::False;
  Var r = call_method(f, "cancelled", Args{});
  return r ? truth(r) : Tri::Error;
}
Var future_get_result(Value f) {
  if (is_exact_future(f)) return future_result(f.as<Future>());
  return call_method(f, rt.names.result);
}
Var future_get_exception(Value f) {
  if (is_exact_future(f)) return future_exception(f.as<Future>());
  return call_method(f, "exception", Args{});
}
Tri future_cancel(Value f, Value message) {
  if (f.is_object()) {
    Value text = message ? message : None;
    if (f.object()->type == rt.types.task) return cancel_through(f, text);
    if (f.object()->type == rt.types.future) {
      bool done = cancel_future(f.as<Future>(), text);
      return failed() ? Tri::Error : done ? Tri::True : Tri::False;
    }
  }
  Ref<Str> name = intern("msg");
  Ref<Tuple> names = message ? tuple_of(Value(name.get())) : Ref<Tuple>();
  Var method = getattr(f, rt.names.cancel);
  if (!method) return Tri::Error;
  Var r = call(method, Args{&message, 0, names.get()});
  return r ? truth(r) : Tri::Error;
}
bool future_set_result(Value f, Value v) {
  if (is_exact_future(f)) return set_result(f.as<Future>(), v);
  return bool(call_method(f, "set_result", Args{&v, 1, nullptr}));
}
bool future_set_exception(Value f, Value e) {
  if (is_exact_future(f)) return set_exception(f.as<Future>(), e);
  return bool(call_method(f, "set_exception", Args{&e, 1, nullptr}));
}
bool future_add_callback(Value f, Value callback, Context* context) {
  if (is_future_kind(f) && !(f.object()->type->type_flags & kHeapType)) return add_callback(f.as<Future>(), callback, context);
  if (!context) return bool(call_method(f, "add_done_callback", Args{&callback, 1, nullptr}));
  Ref<Str> name = intern("context");
  Ref<Tuple> names = tuple_of(Value(name.get()));
  Value args[] = {callback, as_given(context)};
  return bool(call_method(f, "add_done_callback", Args{args, 1, names.get()}));
}
bool future_remove_callback(Value f, Value callback) {
  if (is_future_kind(f) && !(f.object()->type->type_flags & kHeapType)) return remove_callback(f.as<Future>(), callback) >= 0;
  return bool(call_method(f, "remove_done_callback", Args{&callback, 1, nullptr}));
}
Var future_loop(Value f) {
  if (is_exact_future(f) && f.as<Future>()->loop) return f.as<Future>()->loop;
  Ref<Str> name = intern("get_loop");
  if (Var method = getattr_or_empty(f, name.get())) return call(method);
  if (failed()) return Var();
  return getattr(f, "_loop");
}

void init_future_type() {
  Type* t = rt.types.future = new_type("_asyncio.Future", nullptr, sizeof(Future), Kind::Future, kBaseType | kWeakrefable | kDottedName);
  t->dict_offset = offset_in(&Future::dict);
  t->construct = construct;
  t->initialize = initialize;
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_slot;
  t->await = await_future;
  t->iter = await_future;
  add_methods(t, methods);
  add_class_getitem(t);
  add_getsets(t, getsets);
  make_type_ready(t);
  t = future_iter_type = new_type("_asyncio.FutureIter", nullptr, sizeof(FutureIter), Kind::Other, 0);
  t->dealloc = dealloc_iter;
  t->traverse = traverse_iter;
  t->link = [](Value v) -> Link* { return v.as<FutureIter>(); };
  t->iter = [](Value v) { return Var(v); };
  t->next = next_iter;
  add_methods(t, iter_methods);
  make_type_ready(t);
}

}  // namespace ap
