#include "bindings/python_modules.hpp"

#include <cstdio>
#include <string>
#include <utility>

#include "bindings/modules.hpp"

namespace ap {
namespace {
std::string_view the_pack;
void (*give_pack)() = nullptr;
}

void set_python_modules(std::string_view pack) { the_pack = pack; }
void when_python_modules_are_wanted(void (*give)()) { give_pack = give; }

std::string_view find_python_module(std::string_view name, bool* is_package) {
  *is_package = false;
  if (the_pack.empty() && give_pack) std::exchange(give_pack, nullptr)();
  std::string_view rest = the_pack;
  while (!rest.empty()) {
    size_t name_end = rest.find('\0');
    size_t length_end = rest.find('\0', name_end + 1);
    if (name_end == rest.npos || length_end == rest.npos) break;
    size_t length = 0;
    for (char c : rest.substr(name_end + 1, length_end - name_end - 1)) length = length * 10 + static_cast<size_t>(c - '0');
    if (rest.substr(0, name_end) == name) return rest.substr(length_end + 1, length);
    rest.remove_prefix(length_end + 1 + length);
  }
  return {};
}

#ifdef AP_STDLIB_PACK
void load_python_modules_from_binary() {
  static std::string text;
  FILE* f = std::fopen(AP_STDLIB_PACK, "rb");
  if (!f) return;
  char buffer[65536];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
  std::fclose(f);
  set_python_modules(text);
}
#else
void load_python_modules_from_binary() {}
#endif

}  // namespace ap
