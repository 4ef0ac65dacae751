#include "asyncio/exceptions.hpp"

#include "object/native.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

AsyncioErrors asyncio_errors;

namespace {

Type* error(const char* name, Type* base) {
  Type* t = new_type(name, base, base->basic_size, Kind::Exception, kBaseType);
  make_type_ready(t);
  return t;
}

// IncompleteReadError(partial, expected): the fields are kept as attributes.
Var incomplete_init(Call& c) {
  Value partial = c[0], expected = c[1];
  int64_t n = length(partial);
  if (n < 0) return Var();
  Ref<Str> wanted = expected.is_none() ? make_str("undefined") : repr(expected);
  if (!wanted) return Var();
  Ref<Str> text = format_str("%lld bytes read on a total of %U expected bytes", static_cast<long long>(n), wanted.get());
  Ref<Str> a = intern("partial"), b = intern("expected");
  if (!text || !setattr(c.self, a.get(), partial) || !setattr(c.self, b.get(), expected)) return Var();
  auto* e = c.self.as<BaseException>();
  Tuple* old = std::exchange(e->args, tuple_of(Value(text.get())).release());
  decref(old);
  return None;
}
// LimitOverrunError(message, consumed)
Var overrun_init(Call& c) {
  Ref<Str> name = intern("consumed");
  if (!setattr(c.self, name.get(), c[1])) return Var();
  auto* e = c.self.as<BaseException>();
  Tuple* old = std::exchange(e->args, tuple_of(c[0]).release());
  decref(old);
  return None;
}
const MethodDef incomplete_methods[] = {{"__init__", "partial, expected", incomplete_init, kPythonFunction}};
const MethodDef overrun_methods[] = {{"__init__", "message, consumed", overrun_init, kPythonFunction}};

void set_module(Type* t, const char* module) {
  Ref<Str> name = intern(module);
  Str* old = std::exchange(t->module, name.release());
  decref(old);
}

}  // namespace

void init_asyncio_errors() {
  AsyncioErrors& e = asyncio_errors;
  set_module(rt.types.CancelledError, "asyncio.exceptions");
  set_module(rt.types.InvalidStateError, "asyncio.exceptions");
  e.queue_empty = error("asyncio.queues.QueueEmpty", rt.types.Exception);
  e.queue_full = error("asyncio.queues.QueueFull", rt.types.Exception);
  e.queue_shut_down = error("asyncio.queues.QueueShutDown", rt.types.Exception);
  e.broken_barrier = error("asyncio.exceptions.BrokenBarrierError", rt.types.RuntimeError);
  e.sendfile_not_available = error("asyncio.exceptions.SendfileNotAvailableError", rt.types.RuntimeError);
  Type* base = rt.types.EOFError;
  e.incomplete_read = new_type("asyncio.exceptions.IncompleteReadError", base, base->basic_size, Kind::Exception, kBaseType);
  add_methods(e.incomplete_read, incomplete_methods);
  make_type_ready(e.incomplete_read);
  base = rt.types.Exception;
  e.limit_overrun = new_type("asyncio.exceptions.LimitOverrunError", base, base->basic_size, Kind::Exception, kBaseType);
  add_methods(e.limit_overrun, overrun_methods);
  make_type_ready(e.limit_overrun);
}

}  // namespace ap
