#include "api/session.hpp"

#include <memory>

#include "asyncio/loopback.hpp"
#include "asyncio/clock.hpp"
#include "asyncio/decisions.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/tasks.hpp"
#include "base/give_up.hpp"
#include "bindings/modules.hpp"
#include "asyncio/threads.hpp"
#include "bindings/refused_names.hpp"
#include "bindings/setup.hpp"
#include "bindings/sys.hpp"
#include "compile/compile.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/stopping.hpp"
#include "trace/diagnoser.hpp"
#include "trace/events.hpp"
#include "vm/eval.hpp"
#include "vm/hooks.hpp"
#include "vm/watch.hpp"

namespace ap {
namespace {

void tell_uncaught(BaseException* e) {
  std::string type = to_utf8(e->type->name), message = safe_message(Value(e));
  trace::Line line = 0;
  for (Traceback* tb = e->traceback; tb; tb = tb->next)
    if (tb->filename == main_filename) line = static_cast<trace::Line>(tb->line);
  trace::emit(trace::ExceptionUnhandled{.kind = trace::UnhandledKind::uncaught, .exception = type, .message = message, .line = line});
}

// What the interpreter does with an exception that nothing has caught; gives the exit status.
int report_uncaught(RunResult& result) {
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
  if (trace::wants(trace::Category::problems)) [[unlikely]] tell_uncaught(e);
  result.hint = trace::hint_for(to_utf8(e->type->name), safe_message(error));
  if (is_instance(error, rt.types.ModuleNotFoundError) && result.hint.empty())
    result.hint = "use what Python's standard library has: packages cannot be installed here";
  Value hook = is_instance(error, rt.types.RunLimitReached) ? Value() : program_hook("excepthook");
  const Value args[] = {Value(e->type), error, e->traceback ? Value(e->traceback) : None};
  if (!hook || !call(hook, Args{args, 3, nullptr})) {
    if (Var second = take_error()) write_to_stderr("Error in sys.excepthook:\n" + format_exception(second) + "\nOriginal exception was:\n");
    bool cut = output.cut;
    auto reserve = output.reserve;
    write_to_stderr(format_exception(error));
    // What ended the program stands at the very end, also where its traceback is too long.
    if (output.cut && (!cut || output.reserve == reserve)) write_to_stderr(format_exception_only(error) + "\n");
  }
  clear_error();
  if (is_instance(error, rt.types.RunLimitReached)) return kExitLimit;
  return 1;
}

// The code of one file; nothing where it cannot run, and then what there is to say has been said.
Ref<Code> compile_file(std::string_view source, const std::string& filename, Arena& arena, const RunOptions& options,
                       RunResult& result) {
  CompileOptions compile_options{.filename = filename, .trace_lines = options.trace_lines, .beliefs = options.beliefs,
                                 .watch = trace::live_accesses != nullptr};
  CompileResult compiled = compile_module(source, arena, compile_options, is_known_module);
  if (compiled.error && give_up() && !check_slow()) {  // the error is that the run is to stop
    result.limit = true;
    report_uncaught(result);
    return {};
  }
  if (compiled.error) {
    result.syntax_error_line = compiled.error->lineno;
    result.hint = trace::hint_for(source, static_cast<trace::Line>(compiled.error->lineno));
    write_to_stderr(syntax::format_syntax_error(*compiled.error, filename));
    return {};
  }
  if (compiled.code && !compiled.unsupported_found)
    compiled.unsupported_found =
        find_refused_name(compiled.code.get(), source, &compiled.unsupported.feature, &compiled.unsupported.line);
  if (compiled.unsupported_found) {
    result.unsupported = true;
    write_to_stderr(filename + ":" + std::to_string(compiled.unsupported.line) + ": not supported here: " +
                    compiled.unsupported.feature + "\n");
    return {};
  }
  for (const LibraryUse& use : compiled.uses)
    if (library_lacks(use.module, use.name)) {
      result.unsupported = true;
      write_to_stderr(filename + ":" + std::to_string(use.line) + ": not supported here: " +
                      (use.module == kAnyObject ? "the attribute " : use.module == "builtins" ? "" : use.module + ".") + use.name + "\n");
      return {};
    }
  if (!compiled.code) {
    if (failed()) report_uncaught(result);
    return {};
  }
  main_filename = compiled.code->filename;
  register_source(filename, source);
  for (auto* w = compiled.warnings; w; w = w->next)
    warn_at(rt.types.SyntaxWarning, w->message, filename, static_cast<int>(w->line));
  return std::move(compiled.code);
}

int compile_and_run(std::string_view source, const RunOptions& options, RunResult& result) {
  Arena arena;
  Ref<Code> setup, code;
  if (!options.setup.empty() && !(setup = compile_file(options.setup, kSetupFilename, arena, options, result))) return result.limit ? kExitLimit : kExitError;
  if (!(code = compile_file(source, options.filename, arena, options, result))) return result.limit ? kExitLimit : kExitError;
  Ref<Module> main = new_module("__main__");
  dict_set_name(rt.modules, rt.names.__main__, Value(main.get()));
  Ref<Str> file = make_str(options.filename);
  dict_set_name(main->dict, rt.names.__file__, file);
  dict_set_name(main->dict, rt.names.__builtins__, dict_get_name(rt.modules, rt.names.builtins));
  for (Code* part : {setup.get(), code.get()}) {
    if (!part) continue;
    Var done = run_body(part, main->dict, Value(main->dict));
    if (done) continue;
    if (error_is(rt.types.RunLimitReached)) result.limit = true;
    return report_uncaught(result);
  }
  return kExitOk;
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
    trace::emit(trace::Output{.stream = stream == Stream::Out ? trace::Stream::stdout_ : trace::Stream::stderr_,
                              .text = text,
                              .task = current_task ? current_task->id : 0,
                              .line = static_cast<trace::Line>(rt.hooks.current_line())});
  }
  if (t->inner.write) t->inner.write(t->inner.user, stream, text);
}

bool abandoned = false;

// The recorder watches for one event; this one is waited for when the limit of events is nearer.
struct Wanted {
  uint64_t seq = trace::Recorder::kNever;
  void (*stop)(void* user) = nullptr;
  void* user = nullptr;
} wanted;

void at_most_events(void*) {
  tell_too_much();
  if (wanted.seq == most_events) wanted.stop(wanted.user);
  else trace::Recorder::live()->stop_at(wanted.seq, wanted.stop, wanted.user);
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

void stop_at_event(uint64_t seq, void (*stop)(void* user), void* user) {
  wanted = {seq, stop, user};
  if (seq >= most_events && !told_too_much) trace::Recorder::live()->stop_at(most_events, at_most_events, nullptr);
  else trace::Recorder::live()->stop_at(seq, stop, user);
}

void abandon_run() {
  abandoned = true;
  output.write = nullptr;
  trace::live_categories = 0;
  // Whatever the program does next ends in RunLimitReached, which no handler of its keeps for long.
  rt.limits.steps = 0;
  rt.check_at = 0;
  rt.finalizing = true;
}

namespace {

struct Diagnosing {
  explicit Diagnosing(std::string_view source) : diagnoser(source, &accesses) {}
  trace::AccessLog accesses;
  trace::Diagnoser diagnoser;
};

// What is noticed only now, and all of it as events.
void tell_findings(Diagnosing& d, std::string_view source, const RunOptions& options, RunResult& result) {
  if (result.syntax_error_line) d.diagnoser.on_syntax_error(static_cast<trace::Line>(result.syntax_error_line));
  d.diagnoser.settle();
  result.diagnosed = true;
  result.findings = d.diagnoser.findings();
  result.diagnosis_text = trace::diagnosis_text(d.diagnoser, source, options.filename);
  for (const trace::Finding& f : result.findings) {
    result.finding_tasks.emplace_back(f.task ? d.diagnoser.name_of(f.task) : std::string_view());
    trace::emit(trace::Diagnosis{.code = f.code, .severity = f.severity, .at = f.at, .message = f.message, .fix = f.fix,
                                 .task = f.task, .related = f.related, .line = f.line});
  }
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
  // Noted and looked for only where somebody asks.
  std::unique_ptr<Diagnosing> diagnosing;
  if (options.diagnose) diagnosing = std::make_unique<Diagnosing>(source);
  std::vector<trace::Sink*> sinks = options.sinks;
  if (diagnosing) sinks.push_back(&diagnosing->diagnoser);
  trace::live_accesses = diagnosing ? &diagnosing->accesses : options.accesses;
  decisions = options.decisions;
  main_filename = nullptr;
  bool recorded = !sinks.empty() || (options.at_stop && options.stop_seq != trace::Recorder::kNever);
  if (recorded) {
    trace::CategoryMask mask = options.categories ? options.categories : trace::kDefaultCategories;
    if (options.trace_lines) mask |= trace::bit(trace::Category::lines);
    if (trace::live_accesses) mask |= trace::kDefaultCategories;
    for (trace::Sink* s : sinks) recorder.add_sink(*s);
    recorder.set_clock(main_clock.address());
    recorder.start(mask);
    vm.most_lines_in_a_row = options.lines_in_a_row;
    most_events = options.most_events;
    if (options.at_stop) stop_at_event(options.stop_seq, options.at_stop, options.stop_user);
    else stop_at_event(trace::Recorder::kNever, nullptr, nullptr);
    std::string categories = category_list(mask);
    trace::emit(trace::RunStarted{.schema = trace::kSchema,
                                  .program = options.filename,
                                  .python = "3.14",
                                  .seed = static_cast<int64_t>(options.seed),
                                  .categories = categories});
  }
  abandoned = false;
  result.exit = compile_and_run(source, options, result);
  // The program's end waits for its threads, as threading's shutdown does.
  if (!result.limit && !result.deadlock) join_threads();
  result.virtual_seconds = main_clock.now();
  if (times_stopped && result.exit == kExitOk) {  // in a __del__, or the program thought it could go on
    result.limit = true;
    result.exit = kExitLimit;
  }
  if (abandoned) {
    trace::live_accesses = nullptr;
    decisions = nullptr;
    end_run();
    beliefs = 0;
    return result;
  }
  if (options.at_stop && options.stop_seq == trace::Recorder::kNever) options.at_stop(options.stop_user);
  result.steps = rt.steps;
  finalize_run();
  if (DeadlockFacts d = deadlock_facts(); d.happened) {
    result.deadlock = true;
    result.deadlock_seconds = d.virtual_seconds;
    result.deadlock_stdout_bytes = d.stdout_bytes;
  }
  if (diagnosing) {
    recorder.flush();
    tell_findings(*diagnosing, source, options, result);
  }
  if (recorded) {
    trace::emit(trace::RunFinished{.exit = result.exit,
                                   .virtual_seconds = result.virtual_seconds,
                                   .limit = rt.limit_reached ? std::string_view(rt.limit_reached) : std::string_view(),
                                   .deadlock = result.deadlock});
    recorder.finish();
    result.events = recorder.count();
  }
  trace::live_accesses = nullptr;
  decisions = nullptr;
  end_run();
  beliefs = 0;
  return result;
}

}  // namespace ap
