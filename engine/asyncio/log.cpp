// What asyncio tells when something went wrong that nobody awaits: exception handlers and the logger "asyncio".
#include <string>

#include "asyncio/base_events.hpp"
#include "asyncio/log.hpp"
#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

void (*write_stderr)(std::string_view text) = nullptr;
const LibraryPlace* log_place = nullptr;

namespace {

Value module_named(const char* name) {
  if (!rt.modules) return Value();
  Ref<Str> key = intern(name);
  return dict_get_name(rt.modules, key.get());
}

bool print_to_stderr(std::string_view text) {
  if (write_stderr) write_stderr(text);
  return true;
}

bool set_item(Dict* d, const char* key, Value v) {
  Ref<Str> name = intern(key);
  return dict_set(d, name, v);
}

Value get_item(Dict* d, const char* key) {
  Ref<Str> name = intern(key);
  Value v = dict_get(d, name);
  return v ? v : None;
}

// "Object created at (most recent call last):" and the frames of a source_traceback.
Ref<Str> format_stack(const char* title, Value stack) {
  StrBuilder b;
  b.append(title);
  Ref<List> frames = to_list(stack);
  if (!frames) return {};
  constexpr int64_t kRepeatCutoff = 3;
  Ref<Str> last;
  int64_t count = 0;
  auto repeated = [&] {
    if (count <= kRepeatCutoff) return;
    Ref<Str> text = format_str("\n  [Previous line repeated %lld more time%s]", static_cast<long long>(count - kRepeatCutoff), count == kRepeatCutoff + 1 ? "" : "s");
    if (text) b.append(text.get());
  };
  for (uint32_t i = 0; i < frames->size; ++i) {
    Value f = frames->items[i];
    Var file = getattr(f, "filename"), line = getattr(f, "lineno"), name = getattr(f, "name"), source = getattr(f, "line");
    if (!file || !line || !name || !source) return {};
    Ref<Str> text = format_str("\n  File \"%S\", line %S, in %S", file.get(), line.get(), name.get());
    if (!text) return {};
    if (!last || !equal(last.get(), text.get())) {
      repeated();
      last = text;
      count = 0;
    }
    if (++count > kRepeatCutoff) continue;
    b.append(text.get());
    if (is_kind(source, Kind::Str) && source.as<Str>()->length) {
      b.append("\n    ");
      b.append(source.as<Str>());
    }
  }
  repeated();
  return b.finish();
}

bool is_fatal() { return must_leave_loop(); }

// The logger "asyncio", or what a program has put in its place as asyncio.base_events.logger.
Var logger_of(Value logging) {
  Ref<Str> name = intern("logger");
  if (Value module = module_named("asyncio.base_events"))
    if (Var own = getattr_or_empty(module, name.get())) return own;
  clear_error();
  name = intern("asyncio");
  Value value = name;
  return call_method(logging, "getLogger", Args{&value, 1, nullptr});
}

}  // namespace

namespace {

bool log_as_library(Value logger, const char* method, LogLevel level, Str* text, Args args) {
  static constexpr LibraryPlace kError = {"base_events.py", 1875, "default_exception_handler"},
                                kWarning = {"base_events.py", 2041, "_run_once"}, kSelector = {"selector_events.py", 64, "__init__"},
                                kClose = {"base_events.py", 742, "close"};
  log_place = level == LogLevel::Error ? &kError : level == LogLevel::Warning ? &kWarning : text->at(0) == 'C' ? &kClose : &kSelector;
  bool done = bool(call_method(logger, method, args));
  log_place = nullptr;
  return done;
}

}  // namespace

bool log_message(LogLevel level, Str* text, Value exception) {
  if (!text) return false;
  if (Value logging = module_named("logging")) {
    Var logger = logger_of(logging);
    if (!logger) return false;
    const char* method = level == LogLevel::Error     ? "error"
                         : level == LogLevel::Warning ? "warning"
                         : level == LogLevel::Info    ? "info"
                                                      : "debug";
    Value args[] = {text, False};
    if (level != LogLevel::Error) return log_as_library(logger, method, level, text, Args{args, 1, nullptr});
    Var info = False;
    if (exception) {
      Var traceback = getattr(exception, "__traceback__");
      if (!traceback) return false;
      info = tuple_of(Value(type_of(exception)), exception, traceback.get());
    }
    args[1] = info;
    Ref<Str> key = intern("exc_info");
    Ref<Tuple> names = tuple_of(Value(key.get()));
    return names && log_as_library(logger, method, level, text, Args{args, 1, names.get()});
  }
  if (level < LogLevel::Warning) return true;
  // logging.lastResort: the message as it is, on stderr.
  std::string line = to_utf8(text) + "\n";
  if (exception) line += format_exception(exception);
  return print_to_stderr(line);
}

bool default_exception_handler(EventLoop* loop, Dict* context) {
  Var message = get_item(context, "message");
  Tri given = truth(message);
  if (given == Tri::Error) return false;
  if (given == Tri::False) message = make_str("Unhandled exception in event loop");
  Var exception = get_item(context, "exception");
  if (loop->current_handle && loop->current_handle->source() && get_item(context, "source_traceback").is_none())
    if (!set_item(context, "handle_traceback", loop->current_handle->source())) return false;
  StrBuilder b;
  if (!b.append_str(message)) return false;
  Ref<List> keys = to_list(context);
  if (!keys || !list_sort(keys.get(), Empty, false)) return false;
  for (uint32_t i = 0; i < keys->size; ++i) {
    Value key = keys->items[i];
    bool text_key = is_kind(key, Kind::Str);
    if (text_key && (equal(key.as<Str>(), "message") || equal(key.as<Str>(), "exception"))) continue;
    Var value = dict_get(context, key);
    if (!value) return false;
    b.append("\n");
    if (!b.append_str(key)) return false;
    b.append(": ");
    bool source = text_key && equal(key.as<Str>(), "source_traceback");
    if (source || (text_key && equal(key.as<Str>(), "handle_traceback"))) {
      Ref<Str> text = format_stack(source ? "Object created at (most recent call last):" : "Handle created at (most recent call last):", value);
      if (!text) return false;
      b.append(text.get());
    } else if (!b.append_repr(value)) {
      return false;
    }
  }
  Ref<Str> text = b.finish();
  if (!text) return false;
  return log_message(LogLevel::Error, text.get(), exception.is_none() ? Value() : exception.get());
}

namespace {

// A subclass may have its own default_exception_handler.
bool call_default(EventLoop* loop, Dict* context) {
  if (!(loop->type->type_flags & kHeapType)) return default_exception_handler(loop, context);
  Value arg = context;
  return bool(call_method(loop, "default_exception_handler", Args{&arg, 1, nullptr}));
}

bool log_failure(const char* text) {
  if (is_fatal()) return false;
  Var error = take_error();
  Ref<Str> message = make_str(text);
  if (!log_message(LogLevel::Error, message.get(), error)) {
    if (is_fatal()) return false;
    clear_error();
  }
  return true;
}

Var context_of(Dict* context) {
  for (const char* key : {"task", "future", "handle"}) {
    Var thing = get_item(context, key);
    if (thing.is_none()) continue;
    Ref<Str> name = intern("get_context");
    Var method = getattr_or_empty(thing, name.get());
    if (!method) {
      clear_error();
      return None;
    }
    return call(method);
  }
  return None;
}

bool call_custom(EventLoop* loop, Dict* context) {
  Var handler = loop->exception_handler;
  Var where = context_of(context);
  if (!where) return false;
  Ref<Str> run = intern("run");
  if (!is_instance(where, context_types.context) && (where.is_none() || !getattr_or_empty(where, run.get()))) {
    clear_error();
    return bool(call(handler, loop, context));
  }
  Value args[] = {loop, context};
  return bool(run_in_context(context_given(where).get(), handler, Args{args, 2, nullptr}));
}

}  // namespace

bool loop_call_exception_handler(EventLoop* loop, Dict* context) {
  if (loop->exception_handler.is_none())
    return call_default(loop, context) || log_failure("Exception in default exception handler");
  if (call_custom(loop, context)) return true;
  if (is_fatal()) return false;
  Var error = take_error();
  error.as<BaseException>()->through_library = true;
  HandlingHere handling(error);
  Ref<Dict> second = new_dict();
  Ref<Str> message = make_str("Unhandled error in exception handler");
  if (!set_item(second.get(), "message", message) || !set_item(second.get(), "exception", error) ||
      !set_item(second.get(), "context", context))
    return false;
  return call_default(loop, second.get()) ||
         log_failure("Exception in default exception handler while handling an unexpected error in custom exception handler");
}

bool call_exception_handler(Value loop, Dict* context) {
  if (is_event_loop(loop) && !(type_of(loop)->type_flags & kHeapType))
    return loop_call_exception_handler(loop.as<EventLoop>(), context);
  Value arg = context;
  return bool(call_method(loop, "call_exception_handler", Args{&arg, 1, nullptr}));
}

bool report(Value loop, Str* message, Value exception, const char* key, Value value, Value source) {
  Ref<Dict> context = new_dict();
  if (!message || !context || !loop) return false;
  // Where there is no exception, CPython names the object first.
  if (!exception && !set_item(context.get(), key, value)) return false;
  if (!set_item(context.get(), "message", message)) return false;
  if (exception && (!set_item(context.get(), "exception", exception) || !set_item(context.get(), key, value))) return false;
  if (source && !source.is_none() && !set_item(context.get(), "source_traceback", source)) return false;
  // Handle._run's frame, which is in the traceback, has the context as a variable: a circle.
  if (exception && std::string_view(key) == "handle") {
    set_error(Var(exception));
    keep_with_error(context);
    clear_error();
  }
  return call_exception_handler(loop, context.get());
}

}  // namespace ap
