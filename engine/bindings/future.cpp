// __future__: every feature it names is mandatory or handled by the compiler.
#include "bindings/modules.hpp"

namespace ap {

bool fill_future(Module* m) {
  for (const char* name : {"nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                           "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"})
    module_set(m, name, True);
  return true;
}

}  // namespace ap
