// The with statement's look-ups of __enter__ and __exit__.
#include "object/tuple.hpp"
#include "vm/helpers.hpp"

namespace ap {

// Who calls is the interpreter, without nesting where it can.
bool enter_context(Value manager, bool is_async, Var* exit, Var* entering) {
  Str* enter_name = is_async ? rt.names.__aenter__ : rt.names.__enter__;
  Str* exit_name = is_async ? rt.names.__aexit__ : rt.names.__exit__;
  const char* kind = is_async ? "asynchronous context manager" : "context manager";
  // Since 3.14 __exit__ is looked for first.
  auto missing = [&](Str* name) {
    bool other = bool(type_lookup(type_of(manager), is_async ? rt.names.__enter__ : rt.names.__aenter__)) &&
                 bool(type_lookup(type_of(manager), is_async ? rt.names.__exit__ : rt.names.__aexit__));
    const char* hint = !other ? ""
                       : is_async
                           ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                           : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
    // With its module, as PyType_GetFullyQualifiedName() has it.
    Ref<Str> full = type_display_name(type_of(manager));
    Ref<Str> main = make_str("__main__.");
    if (find_str(full.get(), main.get(), 0, full->length) == 0) full = substring(full.get(), main->length, full->length);
    return type_error("'%U' object does not support the %s protocol (missed %U method)%s", full.get(), kind, name, hint);
  };
  *exit = lookup_special(manager, exit_name);
  if (!*exit) {
    if (failed()) return false;
    return missing(exit_name);
  }
  Var enter = lookup_special(manager, enter_name);
  if (!enter) {
    if (failed()) return false;
    return missing(enter_name);
  }
  *entering = std::move(enter);
  return true;
}

Var exit_with_exception(Value exit, Value exception) {
  auto* e = exception.as<BaseException>();
  Value traceback = e->traceback ? Value(e->traceback) : None;
  return call(exit, Value(e->type), exception, traceback);
}

}  // namespace ap
