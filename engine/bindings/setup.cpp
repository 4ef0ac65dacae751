#include "bindings/setup.hpp"

#include "bindings/collector.hpp"
#include "asyncio/tasks.hpp"
#include "asyncio/threads.hpp"
#include "bindings/modules.hpp"
#include "bindings/sys.hpp"
#include "coro/co.hpp"
#include "coro/iterator_link.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "vm/builtins.hpp"
#include "vm/eval.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"
#include "vm/hooks.hpp"
#include "vm/type_params.hpp"

namespace ap {

namespace {
std::vector<std::string> input_lines;
size_t next_input = 0;
uint64_t the_seed = 0;
std::string the_network;
}  // namespace

uint64_t run_seed() { return the_seed; }
void set_network(const std::string& json) { the_network = json; }
const std::string& network_options() { return the_network; }

void init_everything(uint64_t seed) {
  the_seed = seed;
  vm = Vm{};
  driver = nullptr;
  init_code_type();
  init_python_function_type();
  init_coroutine_types();
  init_generator_types();
  init_iterator_link_type();
  init_type_parameter_types();
  init_builtins();
  init_sys();
  init_modules();
  init_hooks();
  init_asyncio(seed);
}

void set_input(const std::vector<std::string>& lines) {
  input_lines = lines;
  next_input = 0;
}

bool next_input_line(std::string* line) {
  if (next_input >= input_lines.size()) return false;
  *line = input_lines[next_input++];
  return true;
}

void finalize_run() {
  clear_error();
  Ref<Str> at_exit = intern("atexit");
  if (Value module = dict_get_name(rt.modules, at_exit.get()); module && is_kind(module, Kind::Module)) {
    (void)call_method(module, "_run_exitfuncs", Args{});
    clear_error();
  }
  drop_threads();
  rt.finalizing = true;
  // As at CPython's exit: garbage goes while the program's names are still there; then the program's module, whose functions
  // mostly make it garbage too.
  collect_last_garbage();
  dict_remove_name(rt.modules, rt.names.__main__);
  clear_error();
  collect_last_garbage();
  clear_error();
}

}  // namespace ap
