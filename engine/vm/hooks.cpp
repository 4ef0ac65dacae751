#include "vm/hooks.hpp"

#include "coro/link.hpp"
#include "coro/origin.hpp"
#include "object/dict.hpp"
#include "object/function.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/traceback.hpp"
#include "object/tuple.hpp"
#include "trace/events.hpp"
#include "vm/eval.hpp"
#include "vm/frame_object.hpp"
#include "vm/output.hpp"

namespace ap {
namespace {

const void* current_frame() { return vm.current; }

Str* current_function() { return vm.current ? vm.current->code->qualname : nullptr; }

// __class__ is a free variable of every method that names super.
bool super_arguments(Var* cls, Var* self) {
  Frame* f = vm.current;
  if (!f || f->code->arg_count == 0) return runtime_error("super(): no arguments");
  Value first = f->slots()[0];
  if (is_kind(first, Kind::Cell) && f->code->slot_kinds[0] == kCellSlot) first = first.as<Cell>()->value;
  if (!first) return runtime_error("super(): arg[0] deleted");
  for (uint32_t i = f->code->local_count; i < f->code->slot_count(); ++i) {
    if (f->code->slot_names[i] != rt.names.__class__) continue;
    Value type = f->slots()[i].as<Cell>()->value;
    if (!type) return runtime_error("super(): empty __class__ cell");
    *cls = type;
    *self = first;
    return true;
  }
  return runtime_error("super(): __class__ cell not found");
}

bool warn(Type* category, const char* message, int stack_level) {
  Frame* f = vm.current;
  for (int i = 1; i < stack_level && f; ++i) f = caller_of(f);
  if (!f) return warn_at(category, message, "<sys>", 0);
  return warn_at(category, message, to_utf8(f->code->filename), f->line());
}

void unraisable(const char* doing, Value object);

// In debug mode: where it was made, as warnings._warn_unawaited_coroutine shows it.
std::string shown_origin(Object* coroutine) {
  Value origin = origin_of(Value(coroutine));
  if (origin.is_none()) return {};
  std::string text = "\nCoroutine created at (most recent call last)";
  auto* frames = origin.as<Tuple>();
  for (uint32_t i = frames->size; i--;) {
    auto* frame = (*frames)[i].as<Tuple>();
    std::string file = to_utf8((*frame)[0].as<Str>()), line = std::to_string((*frame)[1].as_int());
    text += "\n  File \"" + file + "\", line " + line + ", in " + to_utf8((*frame)[2].as<Str>());
    std::string source = source_line(file, static_cast<int>((*frame)[1].as_int()));
    size_t from = source.find_first_not_of(" \t\f"), to = source.find_last_not_of(" \t\f\n");
    if (from != source.npos) text += "\n    " + source.substr(from, to - from + 1);
  }
  return text;
}

void never_awaited(Object* coroutine, Str* qualname) {
  if (trace::wants(trace::Category::awaits)) {
    std::string function = to_utf8(qualname);
    if (Link* link = link_of(Value(coroutine))) trace::emit(trace::CoroutineNeverAwaited{.coroutine = coroutine_id(link), .function = function});
  }
  std::string text = "coroutine '" + to_utf8(qualname) + "' was never awaited";
  text += shown_origin(coroutine);
  Frame* f = rt.finalizing ? nullptr : vm.current;
  if (!f)
    warn_at(rt.types.RuntimeWarning, text, "<sys>", 0);
  else if (rt.in_loop && f == rt.loop_caller)
    warn_at(rt.types.RuntimeWarning, text, "/usr/lib/python3.14/asyncio/events.py", 94);  // Handle._run
  else
    warn_at(rt.types.RuntimeWarning, text, to_utf8(f->code->filename), f->line());
  // A filter has made it an error.
  if (failed()) unraisable("finalizing coroutine", Value(coroutine));
}

void unraisable(const char* doing, Value object) {
  Var error = take_error();
  if (!error) return;
  if (trace::wants(trace::Category::problems)) {
    std::string type = to_utf8(type_of(error)->name), message = safe_message(error);
    trace::emit(trace::ExceptionUnhandled{.kind = trace::UnhandledKind::unraisable, .exception = type, .message = message,
                                          .task = running_task, .line = static_cast<trace::Line>(rt.hooks.current_line())});
  }
  std::string text = "Exception ignored while ";
  text += doing;
  if (object) {
    Ref<Str> shown = repr(object);
    if (shown)
      text += " " + to_utf8(shown.get());
    else
      clear_error();
  }
  if (Value hook = program_hook("unraisablehook")) {
    Ref<Str> more = intern("_sys_more"), message = make_str(text);
    Var module = import_module ? import_module(more.get(), rt.builtins, None, 0) : Var();
    Var made = module ? getattr(module, "_unraisable") : Var();
    const Value args[] = {error, Value(message.get()), None};
    Var argument = made ? call(made, Args{args, 3, nullptr}) : Var();
    if (argument) (void)call(hook, argument);
    clear_error();
    return;
  }
  text += ":\n" + format_unraisable(error);
  write_to_stderr(text);
}

}  // namespace

Value program_hook(const char* name) {
  Value sys = rt.finalizing ? Value() : dict_get_name(rt.modules, intern("sys").get());
  return sys ? dict_get_name(sys.as<Module>()->dict, intern(name).get()) : Value();
}

namespace {
Dict* seen_warnings;  // of the run
}

void tell_warning(std::string_view category, std::string_view message, int line) {
  if (!trace::wants(trace::Category::problems)) return;
  trace::emit(trace::WarningIssued{.category = category, .message = message, .task = running_task, .line = static_cast<trace::Line>(line)});
}

bool warn_at(Type* category, std::string_view message, std::string_view filename, int line) {
  if (!seen_warnings) seen_warnings = new_dict().release();
  // A program that has imported `warnings` may have filters of its own.
  Value module = dict_get_name(rt.modules, intern("warnings").get());
  Var explicitly = module && !rt.finalizing ? getattr_or_empty(module, intern("warn_explicit").get()) : Var();
  if (explicitly) {
    Ref<Str> text = make_str(message), file = make_str(filename);
    Ref<Str> of = filename.ends_with(".py") && filename.find('/') == filename.npos ? Ref<Str>(rt.names.__main__) : file;
    const Value args[] = {text, Value(category), file, Value::from_int(line), of, Value(seen_warnings)};
    return bool(call(explicitly, Args{args, 6, nullptr}));
  }
  // The default filters show a warning once for each place and text, and none of these.
  if (category == rt.types.ResourceWarning) return true;
  std::string key = std::string(filename) + ":" + std::to_string(line) + ":" + std::string(message);
  Ref<Str> seen_key = make_str(key);
  // Compiling has no registry of what was said.
  if (category != rt.types.SyntaxWarning && dict_get(seen_warnings, seen_key)) return true;
  dict_set(seen_warnings, seen_key, True);
  Ref<Str> name = type_display_name(category);
  tell_warning(to_utf8(name.get()), message, line);
  std::string text = std::string(filename) + ":" + std::to_string(line) + ": " + to_utf8(name.get()) + ": " + std::string(message) + "\n";
  std::string source = line > 0 && !rt.finalizing ? source_line(filename, line) : std::string();
  size_t start = source.find_first_not_of(" \t\f");
  if (start != std::string::npos) text += "  " + source.substr(start) + "\n";
  write_to_stderr(text);
  return true;
}

void init_hooks() {
  seen_warnings = nullptr;
  rt.hooks.current_frame = current_frame;
  rt.hooks.warn = warn;
  rt.hooks.never_awaited = never_awaited;
  rt.hooks.unraisable = unraisable;
  rt.hooks.current_function = current_function;
  rt.hooks.super_arguments = super_arguments;
}

}  // namespace ap
