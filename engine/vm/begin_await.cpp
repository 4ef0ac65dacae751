#include "coro/co.hpp"
#include "trace/events.hpp"
#include "vm/helpers.hpp"
#include "vm/rare.hpp"
#include "vm/unwinding.hpp"

namespace ap {
namespace {

// The link of a coroutine that has not begun, the commonest thing to await; null: it is something else.
[[gnu::always_inline]] inline Link* new_coroutine_in(Value v) {
  if (!v.is_object() || v.object()->type != rt.types.coroutine) return nullptr;
  Object* o = v.object();
  Link* link = o->kind == Kind::NativeCoroutine ? static_cast<NativeCoroutine*>(o)->body : link_in(o);
  return link && link->state == LinkState::Created && !link->awaiter ? link : nullptr;
}

}  // namespace

After begin_await(Frame** at, Frame* outer, uint32_t resolve, Transfer* transfer, Signal* signal) {
  Frame* f = *at;
  Value& operand = f->sp[-1];
  Link* child = new_coroutine_in(operand);
  if (!child) {
    if (resolve && type_of(operand) != rt.types.coroutine) {
      Var r = get_awaitable(operand, resolve - 1);
      if (!r) return After::Error;
      decref(std::exchange(operand, r.release()));
    }
    Var keeper;
    child = link_to_await(operand, &keeper);
    if (!child) return After::Error;
    if (keeper.get() != operand) decref(std::exchange(operand, keeper.release()));
  }
  Generator* self = f->owner;
  if (self->depth + rt.recursion_depth >= 0x7fffffff) return After::Error;
  (void)await_child(self, child, *transfer);
  Link* next_link = transfer->link;
  if (is_frame_link(next_link)) {
    if (rt.recursion_depth + (next_link->depth - self->depth) > rt.limits.recursion) {
      self->awaiting = nullptr;
      child->awaiter = nullptr;
      if (trace::wants(trace::Category::awaits)) untell_await(child);
      self->state = LinkState::Running;
      if (next_link->state == LinkState::Created) {  // it has been begun, and that is where it failed
        next_link->state = LinkState::Finished;
        clear_slots(&generator_of(next_link)->frame);
      }
      recursion_error();
      return After::Error;
    }
    rt.recursion_depth += next_link->depth - self->depth;
    transfer->value.reset();
    auto* g = generator_of(next_link);
    rt.handled = &g->handled;
    if (is_frame_link(child)) generator_of(child)->frame.back = f;
    bool fresh = g->state == LinkState::Created;
    g->state = LinkState::Running;
    f = *at = &g->frame;
    if (!fresh) {
      if (static_cast<Op>(f->ip[-1] & 0xff) == Op::AWAIT) decref(*--f->sp);
      *f->sp++ = None;
    }
    return After::Next;
  }
  // What drive() does with a link of another kind, without leaving the loop: much that is awaited ends at once.
  vm.current = outer;
  do {
    Link* link = transfer->link;
    driver->at = link;
    driver->count_frames(link);
    *signal = link->ops->resume(link, std::move(transfer->value), *transfer);
  } while (*signal == Signal::Next && transfer->link && !is_frame_link(transfer->link));
  if (*signal == Signal::Yielded || transfer->link != self) return After::Leave;
  driver->at = self;
  driver->count_frames(self);
  vm.current = f;  // what is dropped now is dropped on this frame's line
  rt.handled = &self->handled;
  self->state = LinkState::Running;
  if (!transfer->value) {
    if (!self->handled.exception.is_none()) chain_context(rt.error.as<BaseException>());  // as gen_send_ex
    return After::Error;
  }
  decref(f->sp[-1]);
  f->sp[-1] = transfer->value.release();
  return After::Next;
}

}  // namespace ap
