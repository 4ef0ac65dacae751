#include "api/session.hpp"

#include "bindings/modules.hpp"
#include "bindings/setup.hpp"
#include "bindings/sys.hpp"
#include "compile/compile.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "vm/eval.hpp"

namespace ap {
namespace {

// What the interpreter does with an exception that nothing has caught; gives the exit status.
int report_uncaught() {
  Var error = take_error();
  auto* e = error.as<BaseException>();
  if (is_instance(error, rt.types.SystemExit)) {
    Value code = e->field[0];
    if (code.is_none()) return 0;
    if (is_int(code)) {
      int64_t n;
      if (!to_int64(code, &n)) {
        clear_error();
        n = -1;
      }
      return static_cast<int>(n & 0xff);
    }
    Ref<Str> text = str(code);
    clear_error();
    write_to_stderr((text ? to_utf8(text.get()) : std::string()) + "\n");
    return 1;
  }
  write_to_stderr(format_exception(error));
  clear_error();
  if (is_instance(error, rt.types.RunLimitReached)) return kExitLimit;
  return is_instance(error, rt.types.KeyboardInterrupt) ? 130 : 1;
}

int compile_and_run(std::string_view source, const RunOptions& options, RunResult& result) {
  Arena arena;
  CompileOptions compile_options{.filename = options.filename, .trace_lines = options.trace_lines};
  CompileResult compiled = compile_module(source, arena, compile_options, is_known_module);
  if (compiled.error) {
    write_to_stderr(syntax::format_syntax_error(*compiled.error, options.filename));
    return 1;
  }
  if (compiled.unsupported_found) {
    result.unsupported = true;
    write_to_stderr(options.filename + ":" + std::to_string(compiled.unsupported.line) +
                    ": not supported here: " + compiled.unsupported.feature + "\n");
    return 1;
  }
  if (!compiled.code) return failed() ? report_uncaught() : 1;
  register_source(options.filename, source);
  Ref<Module> main = new_module("__main__");
  dict_set_name(rt.modules, rt.names.__main__, Value(main.get()));
  Ref<Str> file = make_str(options.filename);
  dict_set_name(main->dict, rt.names.__file__, file);
  dict_set_name(main->dict, rt.names.__builtins__, dict_get_name(rt.modules, rt.names.builtins));
  Var done = run_body(compiled.code.get(), main->dict, Value(main->dict));
  int status = 0;
  if (!done) {
    if (error_is(rt.types.RunLimitReached)) result.limit = true;
    status = report_uncaught();
  }
  return status;
}

}  // namespace

RunResult run_program(std::string_view source, const RunOptions& options, OutputSink sink) {
  RunResult result;
  output = sink;
  output.limit = options.limits.output;
  start_run(options.limits);
  init_everything(options.seed);
  set_input(options.input);
  result.exit = compile_and_run(source, options, result);
  result.virtual_seconds = virtual_now();
  finalize_run();
  if (DeadlockFacts d = deadlock_facts(); d.happened) {
    result.deadlock = true;
    result.deadlock_seconds = d.virtual_seconds;
    result.deadlock_stdout_bytes = d.stdout_bytes;
  }
  end_run();
  return result;
}

}  // namespace ap
