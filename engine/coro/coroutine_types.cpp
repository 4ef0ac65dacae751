// The type `coroutine`, whether the body is interpreted or C++, and what coroutine.__await__() gives.
#include "coro/co.hpp"
#include "coro/by_hand.hpp"
#include "coro/link_frame.hpp"
#include "coro/origin.hpp"
#include "object/dict.hpp"
#include "object/native.hpp"

namespace ap {
namespace {

Type* wrapper_type;

struct CoroutineWrapper : Object {
  Value coroutine;
  explicit CoroutineWrapper(Type* t) : Object(t, Kind::Other) {}
};

// What cr_await of one of the library's coroutines gives where that awaits another in C++: a view of the link with this id in the
// chain of `outer`, for as long as it is there.
constexpr uint16_t kInner = 0x100;  // Object::extra
struct InnerCoroutine : NativeCoroutine {
  uint32_t id;
  Object* outer;  // owned
  InnerCoroutine(Type* t, CoPromise* inner, Object* outer) : NativeCoroutine(t, nullptr, inner->def), id(coroutine_id(inner)), outer(outer) {
    extra = kInner;
    incref(outer);
  }
};

Link* coroutine_link(Value v) {
  if (is_kind(v, Kind::NativeCoroutine)) {
    if (v.object()->extra & kInner) [[unlikely]] {
      auto* inner = static_cast<InnerCoroutine*>(v.object());
      for (Link* l = link_of(Value(inner->outer)); l; l = l->awaiting)
        if (l->id == inner->id) return l;
    }
    return v.as<NativeCoroutine>()->link();
  }
  return link_in(v.object());
}
const CoroutineDef* def_of(Value v) { return is_kind(v, Kind::NativeCoroutine) ? v.as<NativeCoroutine>()->def : nullptr; }

LinkInfo info_of(Value v) {
  LinkInfo info;
  Link* link = coroutine_link(v);
  link->ops->describe(link, info);
  return info;
}
Var qualname_of(Value v) {
  if (auto* def = def_of(v)) return intern(def->qualname);
  return info_of(v).qualname;
}
Var name_of(Value v) {
  if (auto* def = def_of(v)) return intern(def->name);
  return info_of(v).name;
}

}  // namespace

namespace {
Dict* native_origins = nullptr;  // by address
Value key_of(Object* o) { return Value::from_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(o) >> 3)); }
}  // namespace

void note_native_origin(Object* coroutine) {
  if (!native_origins) native_origins = new_dict().release();
  if (Var origin = origin_here(); !origin || !dict_set(native_origins, key_of(coroutine), origin)) clear_error();
}
void forget_native_origin(Object* coroutine) {
  if (native_origins && dict_get(native_origins, key_of(coroutine))) (void)dict_remove(native_origins, key_of(coroutine));
}
Value native_origin(Object* coroutine) {
  Value origin = native_origins ? dict_get(native_origins, key_of(coroutine)) : Value();
  return origin ? origin : None;
}
void reset_origins() {
  origin_depth = 0;
  native_origins = nullptr;
}

void finalize_native_coroutine(NativeCoroutine* self) {
  if (Link* body = self->body; body && !(self->flags & kFinalized)) {
    self->flags |= kFinalized;
    Value error = std::exchange(rt.error, Value());
    if (body->state == LinkState::Created) {
      Ref<Str> qualname = intern(self->def->qualname);
      if (rt.hooks.never_awaited) rt.hooks.never_awaited(self, qualname.get());
    } else if (body->state == LinkState::Suspended && !body->awaiter) {
      if (!close_chain(body) && rt.hooks.unraisable) rt.hooks.unraisable("closing generator", self);
    }
    clear_error();
    rt.error = error;
  }
}

namespace {

void native_dealloc(Object* o) {
  auto* self = static_cast<NativeCoroutine*>(o);
  self->refs = 1;
  finalize_native_coroutine(self);
  if (--self->refs) return;
  forget_native_origin(self);
  if (o->extra & kInner) {
    decref(static_cast<InnerCoroutine*>(o)->outer);
    return free_object(o, sizeof(InnerCoroutine));
  }
  free_native_coroutine(self);
}

void dealloc(Object* o) {
  if (o->kind == Kind::NativeCoroutine) return native_dealloc(o);
  link_in(o)->ops->dealloc(o);
}
void traverse(Object* o, Visitor& v) {
  if (o->kind == Kind::NativeCoroutine) {
    if (o->extra & kInner) v(static_cast<InnerCoroutine*>(o)->outer);
    for (Link* l = static_cast<NativeCoroutine*>(o)->body; l; l = l->awaiting) {
      if (Object* object = l->ops->object(l); object && object != o) {
        v(object);  // one with an object of its own tells what lies below it
        break;
      }
      if (l->ops->traverse) {
        l->ops->traverse(o, v);
        break;
      }
      auto* promise = static_cast<CoPromise*>(l);
      for (Object* parameter : promise->parameters) v(parameter);
      if (promise->pending)
        for (Object* held : promise->pending->held) v(held);
    }
    return;
  }
  link_in(o)->ops->traverse(o, v);
}

Var repr_coroutine(Value v) {
  Var qualname = qualname_of(v);
  return format_str("<coroutine object %U at 0x%llx>", qualname.as<Str>(),
                    static_cast<unsigned long long>(address_of(v.object())));
}

}  // namespace

Step throw_into(Link* link) {
  if (link->state == LinkState::Finished && !link->is_generator && !link->is_async_generator && !link->ops->close) [[unlikely]] {
    clear_error();
    (void)runtime_error("cannot reuse already awaited coroutine");
    return {Step::Raised, Var()};
  }
  if (error_is(rt.types.GeneratorExit) && link->awaiting) {
    Var exit = take_error();
    Link* child = link->awaiting;
    link->leaf = nullptr;
    bool closed = close_chain(child, link);  // and link->awaiting is gone
    child->awaiter = nullptr;
    if (closed) set_error(std::move(exit));
  }
  return drive(link, Var());
}

namespace {

bool may_drive(Link* link) {
  if (is_executing(link)) return value_error("coroutine already executing");
  return true;
}

Var send(Value coroutine, Value v) {
  Var keep = coroutine;
  Link* link = coroutine_link(coroutine);
  if (!may_drive(link)) return Var();
  if (link->state == LinkState::Created && !v.is_none())
    return type_error("can't send non-None value to a just-started coroutine");
  return answer_by_hand(drive(link, v));
}
Var throw_in(Value coroutine, Call& c) {
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  Var keep = coroutine;
  Link* link = coroutine_link(coroutine);
  if (is_executing(link)) {
    clear_error();
    (void)may_drive(link);
    return Var();
  }
  return answer_by_hand(throw_into(link));
}
Var close(Value coroutine) {
  Var keep = coroutine;
  Link* link = coroutine_link(coroutine);
  if (link->state == LinkState::Finished) return None;
  if (!may_drive(link)) return Var();
  return close_link(link);
}

Var await(Value v) {
  auto* wrapper = allocate<CoroutineWrapper>(wrapper_type, 0);
  wrapper->coroutine = Var(v).release();
  return Var::steal(wrapper);
}

const MethodDef methods[] = {
    {"send", "value, /", [](Call& c) { return send(c.self, c[0]); }},
    {"throw", "typ, val=None, tb=None, /", [](Call& c) { return throw_in(c.self, c); }},
    {"close", "", [](Call& c) { return close(c.self); }},
};

Var get_await(Value v) {
  Link* link = coroutine_link(v);
  if (link->state != LinkState::Suspended || is_executing(link)) return None;
  for (;; link = link->awaiting) {
    if (Value awaited = awaited_object(link)) return awaited;
    if (!is_kind(v, Kind::NativeCoroutine)) return None;
    if (!link->awaiting) break;
    auto* inner = static_cast<CoPromise*>(link->awaiting);  // it has no object
    if (inner->def) {
      Object* outer = v.object()->extra & kInner ? static_cast<InnerCoroutine*>(v.object())->outer : v.object();
      return Var::steal(allocate<InnerCoroutine>(rt.types.coroutine, 0, inner, outer));
    }
  }
  Value future;
  if (v.object()->extra & NativeCoroutine::kIsLink) {
    if (link->ops->awaited) future = link->ops->awaited(link);
  } else if (Awaiting* at = static_cast<CoPromise*>(link)->pending; at && at->arrive) {
    future = Value(at->held[0]);
  }
  return future ? type_of(future)->await(future) : Var(None);  // sleep(0): CPython has a generator there
}
Var get_frame(Value v) {
  Link* link = coroutine_link(v);
  if (link->state == LinkState::Finished) return None;
  Var frame = frame_of(link);
  return frame || failed() ? std::move(frame) : Var(None);
}
Var get_code(Value v) {
  if (auto* def = def_of(v)) return new_library_code(def->name, def->qualname, def->file, def->first_line);
  Link* link = coroutine_link(v);
  return link->ops->code ? link->ops->code(link) : Var(None);
}

const GetSetDef getsets[] = {
    {"__name__", name_of},
    {"__qualname__", qualname_of},
    {"cr_await", get_await},
    {"cr_running", [](Value v) { return Var(Value::from_bool(is_executing(coroutine_link(v)))); }},
    {"cr_suspended", [](Value v) {
       Link* link = coroutine_link(v);
       return Var(Value::from_bool(link->state == LinkState::Suspended && !is_executing(link)));
     }},
    {"cr_frame", get_frame},
    {"cr_code", get_code},
    {"cr_origin", [](Value v) { return Var(origin_of(v)); }},
};

// --- coroutine_wrapper

Value wrapped(Value v) { return v.as<CoroutineWrapper>()->coroutine; }
void wrapper_dealloc(Object* o) {
  decref(static_cast<CoroutineWrapper*>(o)->coroutine);
  free_object(o, sizeof(CoroutineWrapper));
}
void wrapper_traverse(Object* o, Visitor& v) { v(static_cast<CoroutineWrapper*>(o)->coroutine); }
Link* wrapper_link(Value v) { return coroutine_link(wrapped(v)); }
Var wrapper_next(Value v) { return send(wrapped(v), None); }

const MethodDef wrapper_methods[] = {
    {"send", "value, /", [](Call& c) { return send(wrapped(c.self), c[0]); }},
    {"throw", "typ, val=None, tb=None, /", [](Call& c) { return throw_in(wrapped(c.self), c); }},
    {"close", "", [](Call& c) { return close(wrapped(c.self)); }},
};

}  // namespace

Var close_link(Link* link) {
  ByHand aside(link);
  if (link->state == LinkState::Suspended && !link->awaiting) {
    (void)raise_with_args(rt.types.GeneratorExit, rt.empty_tuple);
    Step step = drive(link, Var());
    switch (step.kind) {
      case Step::Yielded: return runtime_error("coroutine ignored GeneratorExit");
      case Step::Returned: return std::move(step.value);
      default:
        if (clear_error_if(rt.types.GeneratorExit) || clear_error_if(rt.types.StopIteration)) return None;
        return Var();
    }
  }
  return close_chain(link) ? Var(None) : Var();
}

void init_coroutine_types() {
  init_link_frame_types();
  Type* t = rt.types.coroutine = new_type("coroutine", nullptr, sizeof(LinkObject), Kind::Generator, kWeakrefable);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_coroutine;
  t->link = coroutine_link;
  t->await = await;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  t = wrapper_type = new_type("coroutine_wrapper", nullptr, sizeof(CoroutineWrapper), Kind::Other, 0);
  t->dealloc = wrapper_dealloc;
  t->traverse = wrapper_traverse;
  t->link = wrapper_link;
  t->iter = [](Value v) { return Var(v); };
  t->next = wrapper_next;
  add_methods(t, wrapper_methods);
  make_type_ready(t);
}

}  // namespace ap
