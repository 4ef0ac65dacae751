#include "vm/fiber.hpp"

#include "coro/context.hpp"
#include "object/function.hpp"
#include "object/tuple.hpp"
#include "vm/frame_object.hpp"
#include "vm/function.hpp"

namespace ap {

Fiber* running_fiber = nullptr;

namespace {

constexpr size_t kStack = 8 * 1024;  // deeper frames come from the heap

void swap_in(Fiber* f) {
  std::swap(vm, f->vm);
  f->handled = std::exchange(rt.handled, f->handled);
  f->driver = driver;
  std::swap(f->depth, rt.recursion_depth);
  f->outer = std::exchange(running_fiber, f);
}
FiberStep swap_out(Fiber* f, FiberStep step) {
  running_fiber = std::exchange(f->outer, nullptr);
  std::swap(f->depth, rt.recursion_depth);
  f->handled = std::exchange(rt.handled, f->handled);
  std::swap(vm, f->vm);
  return step;
}

Op call_op(const Frame* f) { return static_cast<Op>(f->ip[-1] & 0xff); }

}  // namespace

Fiber* new_fiber() {
  auto* memory = heap.allocate_raw(sizeof(Fiber));
  if (!memory) return nullptr;
  auto* f = new (memory) Fiber();
  f->handled = &f->base_handled;
  f->vm.stack = f->vm.top = static_cast<char*>(heap.allocate_raw(kStack));
  f->vm.limit = f->vm.stack ? f->vm.stack + kStack : nullptr;
  return f;
}

void free_fiber(Fiber* f) {
  // One that is dropped where it waits: its frames go as they are, without another instruction.
  if (Frame* frame = std::exchange(f->parked, nullptr)) {
    swap_in(f);
    vm.current = nullptr;
    while (frame) {
      Frame* back = frame->back;
      if (!frame->owner) {  // a generator's goes with the generator
        while (frame->sp > frame->stack_base()) decref(*--frame->sp);
        if (frame->object) detach_frame(frame, nullptr);
        for (uint32_t i = frame->code->slot_count(); i--;) decref(frame->slots()[i]);
        Object* function = frame->function;
        Value names = frame->namespace_;
        pop_frame(frame);
        decref(names);
        decref(function);
      }
      frame = back;
    }
    (void)swap_out(f, FiberStep::Ended);
  }
  if (f->vm.stack) heap.release_raw(f->vm.stack, kStack);
  heap.release_raw(f, sizeof(Fiber));
}

FiberStep fiber_start(Fiber* f, Value callable, Tuple* args, Dict* keywords, Var* result) {
  swap_in(f);
  if (is_kind(callable, Kind::Function) && vm.stack && !(callable.as<Function>()->code->flags & kMakesObject)) {
    Frame* frame = frame_of_call(callable.as<Function>(), args, keywords);
    if (!frame) return swap_out(f, FiberStep::Ended);
    return swap_out(f, run_fiber_frames(frame, true, Var(), result, &f->parked));
  }
  f->native = is_kind(callable, Kind::NativeFunction) ? callable.as<NativeFunction>()->def->fn : nullptr;
  *result = call_star(callable, args, keywords);
  bool parked = !*result && !failed();
  return swap_out(f, parked ? FiberStep::Parked : FiberStep::Ended);
}

FiberStep fiber_resume(Fiber* f, Var input, Var* result) {
  swap_in(f);
  if (Frame* frame = std::exchange(f->parked, nullptr))
    return swap_out(f, run_fiber_frames(frame, false, std::move(input), result, &f->parked));
  *result = std::move(input);
  return swap_out(f, FiberStep::Ended);
}

bool fiber_can_park(Var (*native)(Call&)) {
  if (!running_fiber || driver != running_fiber->driver) return false;
  Frame* f = vm.current;
  if (!f) return running_fiber->native == native;
  Value callee;
  uint32_t n = f->ip[-1] >> 8;
  switch (call_op(f)) {
    case Op::CALL:
    case Op::CALL_KW: callee = f->sp[-static_cast<int>(n) - 2]; break;
    case Op::CALL_EX: callee = f->sp[n ? -4 : -3]; break;
    default: return false;
  }
  if (!is_kind(callee, Kind::NativeFunction) || callee.as<NativeFunction>()->def->fn != native) return false;
  for (; f; f = f->back) {
    if (!f->owner && f->entry) return !f->back;
    if (f->owner && !f->inline_for) return false;
  }
  return false;
}

bool unwrap_call(Var* callable, Var* args, Var* keywords, Var* context) {
  for (int rounds = 0; rounds < 20; ++rounds) {
    Value v = *callable;
    auto prepend = [&](Value first) {
      auto* old = args->as<Tuple>();
      Ref<Tuple> all = new_tuple(old->size + 1);
      if (!all) return false;
      all->items()[0] = Var(first).release();
      for (uint32_t i = 0; i < old->size; ++i) all->items()[i + 1] = Var((*old)[i]).release();
      *args = Var(std::move(all));
      return true;
    };
    if (is_kind(v, Kind::BoundMethod)) {
      auto* m = v.as<BoundMethod>();
      Var function = m->function;
      if (!prepend(m->self)) return false;
      *callable = std::move(function);
      continue;
    }
    if (is_kind(v, Kind::NativeFunction)) {
      auto* n = v.as<NativeFunction>();
      if (!n->self || type_of(n->self) != context_types.context || std::string_view(n->def->name) != "run" || !args->as<Tuple>()->size) return true;
      *context = Var(n->self);
      Var inner = (*args->as<Tuple>())[0];
      auto* old = args->as<Tuple>();
      Ref<Tuple> rest = make_tuple(old->items() + 1, old->size - 1);
      if (!rest) return false;
      *args = Var(std::move(rest));
      *callable = std::move(inner);
      continue;
    }
    if (is_kind(v, Kind::Function) || is_kind(v, Kind::Type)) return true;
    Value found = type_lookup(type_of(v), rt.names.__call__);
    if (!is_kind(found, Kind::Function)) return true;
    Var self = v;
    if (!prepend(self)) return false;
    *callable = Var(found);
  }
  return true;
}

}  // namespace ap
