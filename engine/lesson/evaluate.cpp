#include "lesson/evaluate.hpp"

#include "asyncio/tasks.hpp"
#include "base/beliefs.hpp"
#include "bindings/modules.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "trace/events.hpp"
#include "vm/eval.hpp"
#include "vm/generator.hpp"

namespace ap {
Var frame_locals(Frame* f);  // vm/builtins.cpp
}

namespace ap::lesson {
namespace {

// The frame whose names are meant.
Frame* frame_now() {
  if (current_task || !rt.in_loop) return vm.current;
  Frame* main = nullptr;
  for_each_task(
      [](void* user, Task* t) {
        Frame*& found = *static_cast<Frame**>(user);
        Link* link = task_link(t);
        if (!found && link && is_frame_link(link)) found = &generator_of(link)->frame;
      },
      &main);
  return main ? main : vm.current;
}

Var evaluated(std::string_view expression) {
  Value main = dict_get_name(rt.modules, rt.names.__main__);
  if (!is_kind(main, Kind::Module)) return raise(rt.types.NameError, "the program has not started");
  Ref<Dict> names = dict_copy(main.as<Module>()->dict);
  if (Frame* f = frame_now()) {
    Var locals = frame_locals(f);
    if (!locals) return Var();
    if (is_kind(locals, Kind::Dict)) {
      uint32_t at = 0;
      for (Value key, value; dict_next(locals.as<Dict>(), &at, &key, &value);)
        if (!dict_set(names.get(), key, value)) return Var();
    }
  }
  Ref<Str> name = intern("eval");
  Value eval = dict_get_name(rt.builtins, name.get());
  Value args[] = {Value(make_str(expression).release()), Value(names.get())};
  Var result = call(eval, Args{args, 2, nullptr});
  decref(args[0]);
  return result;
}

}  // namespace

bool evaluate(std::string_view expression, std::string* text) {
  trace::CategoryMask live = std::exchange(trace::live_categories, 0);
  Value error = std::exchange(rt.error, Value());
  Beliefs believed = std::exchange(beliefs, 0);
  Var result = evaluated(expression);
  Ref<Str> shown = result ? repr(result) : Ref<Str>();
  bool ok = bool(shown);
  if (ok) {
    *text = to_utf8(shown.get());
  } else {
    Var e = take_error();
    Ref<Str> why = e ? str(e) : Ref<Str>();
    *text = why ? to_utf8(why.get()) : "it has no value";
    clear_error();
  }
  result.reset();
  beliefs = believed;
  rt.error = error;
  trace::live_categories = live;
  return ok;
}

}  // namespace ap::lesson
