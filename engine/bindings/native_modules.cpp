// The table of native modules.
#include "bindings/modules.hpp"

namespace ap {

#define MODULE(name, maker) bool maker(Module*);
#include "bindings/native_modules.def"

const NativeModule* find_native_module(std::string_view name) {
  static const NativeModule table[] = {
#define MODULE(name, maker) {name, maker},
#include "bindings/native_modules.def"
  };
  for (const NativeModule& m : table)
    if (name == m.name) return &m;
  return nullptr;
}

}  // namespace ap
