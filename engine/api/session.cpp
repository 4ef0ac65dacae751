#include "api/session.hpp"

#include "asyncio/loopback.hpp"
#include "asyncio/clock.hpp"
#include "asyncio/tasks.hpp"
#include "bindings/modules.hpp"
#include "asyncio/threads.hpp"
#include "bindings/setup.hpp"
#include "bindings/sys.hpp"
#include "compile/compile.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "trace/events.hpp"
#include "vm/eval.hpp"
#include "vm/hooks.hpp"

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
  return 1;
}

int compile_and_run(std::string_view source, const RunOptions& options, RunResult& result) {
  Arena arena;
  CompileOptions compile_options{.filename = options.filename, .trace_lines = options.trace_lines, .beliefs = options.beliefs};
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
  for (const LibraryUse& use : compiled.uses)
    if (library_lacks(use.module, use.name)) {
      result.unsupported = true;
      write_to_stderr(options.filename + ":" + std::to_string(use.line) + ": not supported here: " +
                      (use.module == "builtins" ? "" : use.module + ".") + use.name + "\n");
      return 1;
    }
  if (!compiled.code) return failed() ? report_uncaught() : 1;
  register_source(options.filename, source);
  for (auto* w = compiled.warnings; w; w = w->next)
    warn_at(rt.types.SyntaxWarning, w->message, options.filename, static_cast<int>(w->line));
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

namespace {

// What the program prints is an event too.
struct TracedOutput {
  OutputSink inner;
  trace::Recorder* recorder;
};

void write_traced(void* user, Stream stream, std::string_view text) {
  auto* t = static_cast<TracedOutput*>(user);
  if (trace::wants(trace::Category::output)) {
    Frame* f = vm.current;
    trace::emit(trace::Output{.stream = stream == Stream::Out ? trace::Stream::stdout_ : trace::Stream::stderr_,
                              .text = text,
                              .task = current_task ? current_task->id : 0,
                              .line = f && !rt.finalizing ? static_cast<trace::Line>(f->line()) : 0});
  }
  if (t->inner.write) t->inner.write(t->inner.user, stream, text);
}

std::string category_list(trace::CategoryMask mask) {
  std::string list;
  trace::for_each_category(mask, [&](std::string_view name) {
    if (!list.empty()) list += ',';
    list += name;
  });
  return list;
}

}  // namespace

RunResult run_program(std::string_view source, const RunOptions& options, OutputSink sink) {
  RunResult result;
  trace::Recorder recorder(options.chunk_words);
  TracedOutput traced{sink, &recorder};
  output = {.write = write_traced, .user = &traced};
  output.limit = options.limits.output;
  beliefs = options.beliefs;
  belief_variant = options.belief_variant;
  start_run(options.limits);
  set_network_latency(options.network_latency);
  init_everything(options.seed);
  set_input(options.input);
  set_network(options.network);
  if (!options.sinks.empty()) {
    trace::CategoryMask mask = options.categories ? options.categories : trace::kDefaultCategories;
    if (options.trace_lines) mask |= trace::bit(trace::Category::lines);
    for (trace::Sink* s : options.sinks) recorder.add_sink(*s);
    recorder.set_clock(main_clock.address());
    if (options.at_stop && options.stop_seq != trace::Recorder::kNever) recorder.stop_at(options.stop_seq, options.at_stop, options.stop_user);
    recorder.start(mask);
    std::string categories = category_list(mask);
    trace::emit(trace::RunStarted{.schema = trace::kSchema,
                                  .program = options.filename,
                                  .python = "3.14",
                                  .seed = static_cast<int64_t>(options.seed),
                                  .categories = categories});
  }
  result.exit = compile_and_run(source, options, result);
  // The program's end waits for its threads, as threading's shutdown does.
  if (!result.limit && !result.deadlock) join_threads();
  result.virtual_seconds = main_clock.now();
  if (options.at_stop && options.stop_seq == trace::Recorder::kNever) options.at_stop(options.stop_user);
  finalize_run();
  if (DeadlockFacts d = deadlock_facts(); d.happened) {
    result.deadlock = true;
    result.deadlock_seconds = d.virtual_seconds;
    result.deadlock_stdout_bytes = d.stdout_bytes;
  }
  if (!options.sinks.empty()) {
    trace::emit(trace::RunFinished{.exit = result.exit,
                                   .virtual_seconds = result.virtual_seconds,
                                   .limit = result.limit ? std::string_view("steps") : std::string_view(),
                                   .deadlock = result.deadlock});
    recorder.finish();
  }
  end_run();
  beliefs = 0;
  return result;
}

}  // namespace ap
