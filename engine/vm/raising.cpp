// raise, except* and tracebacks.
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "trace/events.hpp"
#include "vm/frame_object.hpp"
#include "vm/helpers.hpp"

namespace ap {
namespace {

// An exception instance from what stands after `raise`.
Var instance_of(Value v, const char* otherwise) {
  if (is_kind(v, Kind::Exception)) return v;
  if (is_kind(v, Kind::Type) && v.as<Type>()->type_flags & kExceptionType) {
    Var made = call(v);
    if (made && !is_kind(made, Kind::Exception))
      return type_error("calling %R should have returned an instance of BaseException, not %R", v, Value(type_of(made)));
    return made;
  }
  return type_error("%s", otherwise);
}

}  // namespace

bool raise_statement(Value exception, Value cause) {
  Var e = instance_of(exception, "exceptions must derive from BaseException");
  if (!e) return false;
  if (cause) {
    Var c;
    if (cause.is_none())
      c = None;
    else
      c = instance_of(cause, "exception causes must derive from BaseException");
    if (!c) return false;
    auto* b = e.as<BaseException>();
    decref(std::exchange(b->cause, c.release()));
    b->suppress_context = true;
  }
  return raise_value(e);
}

bool reraise_handled() {
  for (HandledException* h = rt.handled; h; h = h->previous)
    if (!h->exception.is_none()) {
      set_error(Var(h->exception));
      return true;
    }
  (void)runtime_error("No active exception to reraise");
  return false;
}

bool match_group(Value exception, Value pattern, Var* rest, Var* match) {
  if (exception.is_none()) {
    *rest = None;
    *match = None;
    return true;
  }
  return split_group(exception, pattern, match, rest);
}

namespace {

bool same_metadata(Value a, Value b) {
  auto *x = a.as<BaseException>(), *y = b.as<BaseException>();
  return x->traceback == y->traceback && x->cause == y->cause && x->context == y->context;
}

// The leaves that `v` and its nested groups hold.
void collect_leaves(Value v, List* into) {
  if (!is_instance(v, rt.types.BaseExceptionGroup)) {
    list_append(into, v);
    return;
  }
  Value parts = v.as<BaseException>()->field[1];
  for (uint32_t i = 0; i < parts.as<Tuple>()->size; ++i) collect_leaves((*parts.as<Tuple>())[i], into);
}

// The part of `group` whose leaves are in `leaves`, with its nesting kept (exception_group_projection): groups made anew, even
// where nothing is missing; None: nothing.
Var project(Value group, List* leaves) {
  if (!is_instance(group, rt.types.BaseExceptionGroup)) {
    for (uint32_t i = 0; i < leaves->size; ++i)
      if (leaves->items[i] == group) return group;
    return None;
  }
  Value parts = group.as<BaseException>()->field[1];
  Ref<List> kept = new_list();
  for (uint32_t i = 0; i < parts.as<Tuple>()->size; ++i) {
    Var part = project((*parts.as<Tuple>())[i], leaves);
    if (!part) return part;
    if (!part.is_none()) list_append(kept.get(), std::move(part));
  }
  return derive_group(group, kept.get());
}

}  // namespace

// _PyExc_PrepReraiseStar: what was raised in the except* blocks, and what stayed unhandled or was re-raised.
Var prepare_reraise_star(Value original, List* results) {
  if (!is_instance(original, rt.types.BaseExceptionGroup)) {
    // A naked exception that was wrapped for matching: at most one result counts.
    for (uint32_t i = 0; i < results->size; ++i)
      if (!results->items[i].is_none()) return results->items[i];
    return None;
  }
  Ref<List> raised = new_list(), leaves = new_list();
  bool any_reraised = false;
  for (uint32_t i = 0; i < results->size; ++i) {
    Value e = results->items[i];
    if (e.is_none()) continue;
    if (is_instance(e, rt.types.BaseExceptionGroup) && same_metadata(e, original)) {
      collect_leaves(e, leaves.get());
      any_reraised = true;
    } else {
      list_append(raised.get(), e);
    }
  }
  Var reraised = any_reraised ? project(original, leaves.get()) : Var(None);
  if (!reraised) return reraised;
  if (!raised->size) return reraised;
  if (!reraised.is_none()) list_append(raised.get(), std::move(reraised));
  if (raised->size == 1) return raised->items[0];  // only more than one need a group
  return new_exception_group("", raised.get());
}

namespace {

// The first of the program's frames that it comes through is where it was raised, as its author sees it.
void tell_raised(Frame* f, BaseException* e, int line) {
  if (is_library_file(f->code->filename) || (e->traceback && !is_library_file(e->traceback->filename))) return;
  // Those two are thrown in, which other events tell.
  if (is_instance(Value(e), rt.types.GeneratorExit) || is_instance(Value(e), rt.types.CancelledError)) return;
  std::string type = to_utf8(e->type->name), message = safe_message(Value(e));
  trace::emit(trace::ExceptionRaised{.exception = type, .message = message, .task = running_task, .line = static_cast<trace::Line>(line)});
}

}  // namespace

void add_traceback_here(Frame* f) {
  if (!failed()) return;
  Position p = f->position();
  if (p.line <= 0) p.line = f->line();
  if (trace::wants(trace::Category::exceptions)) [[unlikely]] tell_raised(f, rt.error.as<BaseException>(), p.line);
  add_traceback_entry(rt.error.as<BaseException>(), f->code->filename, f->code->name, p.line, p.end_line, p.column,
                      p.end_column, Value(frame_object(f)));
}

}  // namespace ap
