#include "vm/unwinding.hpp"

#include "object/format.hpp"
#include "object/stopping.hpp"
#include "vm/helpers.hpp"

namespace ap {
namespace {

const ExceptionRegion* find_region(const Code* code, uint32_t at) {
  for (uint32_t i = 0; i < code->region_count; ++i) {
    const ExceptionRegion& r = code->regions[i];
    if (at >= r.start && at < r.end) return &r;
  }
  return nullptr;
}

// PEP 479: a StopIteration that leaves a generator or coroutine is a bug in it.
void stop_iteration_becomes_runtime_error(Generator* g) {
  const char* what = g->is_async_generator ? "async generator" : g->is_generator ? "generator" : "coroutine";
  const char* name = error_is(rt.types.StopIteration)                                   ? "StopIteration"
                     : g->is_async_generator && error_is(rt.types.StopAsyncIteration) ? "StopAsyncIteration"
                                                                                        : nullptr;
  if (!name) return;
  Var cause = take_error();
  Var wrapped = new_exception(rt.types.RuntimeError, to_utf8(format_str("%s raised %s", what, name).get()));
  auto* e = wrapped.as<BaseException>();
  decref(std::exchange(e->cause, Var(cause).release()));
  decref(std::exchange(e->context, cause.release()));
  e->suppress_context = true;
  set_error(std::move(wrapped));
}

}  // namespace

void clear_slots(Frame* f) {
  if (f->object) [[unlikely]] detach_frame(f, caller_of(f));
  Value* slots = f->slots();
  for (uint32_t i = f->code->slot_count(); i--;) decref(std::exchange(slots[i], Value()));  // the last first, as CPython
}

void leave_plain_frame(Frame* f) { leave_plain_frame_here(f); }

bool recursion_error() { return raise(rt.types.RecursionError, "maximum recursion depth exceeded"); }

Frame* unwind(Frame* f, Frame* outer, Transfer* transfer, Signal* signal) {
  for (;;) {
    const ExceptionRegion* region = find_region(f->code, static_cast<uint32_t>(f->ip - f->code->instrs - 1));
    if (times_stopped > kStopPatience && error_is(rt.types.RunLimitReached)) [[unlikely]] region = nullptr;
    Value* keep = region ? f->stack_base() + region->depth : f->stack_base();
    Value error = std::exchange(rt.error, Value());
    while (f->sp > keep) decref(*--f->sp);
    if (region) {
      *f->sp++ = error;
      f->ip = f->code->instrs + region->handler;
      return f;
    }
    Frame* back = f->back;
    vm.current = back;
    if (Generator* g = f->owner) {
      bool inline_for = std::exchange(f->inline_for, false);
      g->state = LinkState::Finished;
      clear_slots(f);
      rt.error = error;
      stop_iteration_becomes_runtime_error(g);
      rt.handled = g->handled.previous;
      if (g->is_async_generator) g->extra |= Generator::kClosed;
      if (!inline_for) {
        *signal = finish(g, Var(), *transfer);
        return nullptr;
      }
    } else {
      bool entry = f->entry;
      leave_plain_frame(f);
      rt.error = error;
      if (entry) {
        --rt.recursion_depth;
        vm.current = outer;
        return nullptr;
      }
    }
    --rt.recursion_depth;
    f = back;
    vm.current = f;
    add_traceback_here(f);
  }
}

}  // namespace ap
