#include "coro/iterator_link.hpp"

#include "object/native.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

Type* iterator_link_type;

IteratorLink* self_of(Link* l) { return static_cast<IteratorLink*>(l); }

}  // namespace

Var next_or_stop(Value iterator) {
  Type* type = type_of(iterator);
  if (type->link && type->next) {  // a generator, what `await future` goes through ...
    Step step = drive(type->link(iterator), None);
    if (step.kind == Step::Returned) return raise_stop_iteration(step.value);
    return std::move(step.value);
  }
  if (type->type_flags & kHeapType) {
    Var method = lookup_special(iterator, rt.names.__next__);
    if (method) return call(method);
    if (failed()) return Var();
  }
  Var v = next(iterator);
  if (!v && !failed()) return raise_with_args(rt.types.StopIteration, rt.empty_tuple);
  return v;
}

namespace {

// What a __next__, send or throw has answered.
Signal answer(Link* link, Var result, Transfer& t) {
  if (result) {
    link->state = LinkState::Suspended;
    t.link = link;
    t.value = std::move(result);
    return Signal::Yielded;
  }
  if (!failed()) return finish(link, None, t);
  if (error_is(rt.types.StopIteration)) {
    Var stop = take_error();
    Var value = stop.as<BaseException>()->field[0];
    return finish(link, value ? std::move(value) : Var(None), t);
  }
  return finish(link, Var(), t);
}

Signal resume(Link* link, Var input, Transfer& t) {
  Value iterator = self_of(link)->iterator;
  bool first = link->state == LinkState::Created;
  link->state = LinkState::Running;
  --rt.recursion_depth;  // no frame of Python
  if (input) {
    // A coroutine of the program's own making has send() only.
    if ((first || input.is_none()) && type_of(iterator)->next) return answer(link, next_or_stop(iterator), t);
    return answer(link, call_method(iterator, rt.names.send, input), t);
  }
  Var error = take_error();
  if (is_instance(error, rt.types.GeneratorExit)) {
    Var close = getattr_or_empty(iterator, rt.names.close);
    if (close && !call(close)) return finish(link, Var(), t);
    if (!close && failed()) return finish(link, Var(), t);
    set_error(std::move(error));
    return finish(link, Var(), t);
  }
  Ref<Str> name = intern("throw");
  Var thrower = getattr_or_empty(iterator, name.get());
  if (!thrower) {
    if (failed()) return finish(link, Var(), t);
    set_error(std::move(error));
    return finish(link, Var(), t);
  }
  return answer(link, call(thrower, error), t);
}

bool close(Link* link) {
  Var method = getattr_or_empty(self_of(link)->iterator, rt.names.close);
  if (!method) return !failed();
  return bool(call(method));
}

void describe(const Link*, LinkInfo& info) { info.native = true; }
Object* object(const Link* l) { return const_cast<IteratorLink*>(static_cast<const IteratorLink*>(l)); }
const LinkOps iterator_link_ops{.resume = resume, .describe = describe, .object = object, .close = close};

void dealloc(Object* o) {
  auto* self = static_cast<IteratorLink*>(o);
  decref(self->iterator);
  free_object(self, sizeof(IteratorLink));
}
void traverse(Object* o, Visitor& v) { v(static_cast<IteratorLink*>(o)->iterator); }
Link* link(Value v) { return v.as<IteratorLink>(); }

}  // namespace

IteratorLink::IteratorLink(Type* t) : Object(t, Kind::Other), Link(&iterator_link_ops) {}

Link* new_iterator_link(Value iterator, Var* keeper) {
  auto* self = allocate<IteratorLink>(iterator_link_type, 0);
  self->iterator = iterator;
  incref(iterator);
  *keeper = Var::steal(self);
  return self;
}

Value iterator_behind(Value v) {
  return v.is_object() && type_of(v) == iterator_link_type ? v.as<IteratorLink>()->iterator : v;
}

void init_iterator_link_type() {
  Type* t = iterator_link_type = new_type("iterator_link", nullptr, sizeof(IteratorLink), Kind::Other, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->link = link;
  make_type_ready(t);
}

}  // namespace ap
