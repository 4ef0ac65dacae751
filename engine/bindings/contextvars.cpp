// contextvars: its classes lie in coro/, since every task has a context.
#include "coro/context.hpp"

#include "bindings/asyncio_module.hpp"
#include "object/protocol.hpp"

namespace ap {

bool fill_contextvars(Module* m) {
  Ref<Str> module = intern("_contextvars");
  Ref<NativeFunction> copy = new_function(&copy_context_def, module.get());
  module_set(m, "copy_context", copy);
  module_type(m, context_types.context);
  module_type(m, context_types.var);
  module_type(m, context_types.token);
  return true;
}

}  // namespace ap
