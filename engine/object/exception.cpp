// Raising from C++, the chain of contexts, matching.
#include "object/exception.hpp"

#include "object/class.hpp"

namespace ap {

Var exception_construct(Type*, Args);
bool exception_initialize(Value, Args);

namespace {

// Without going through Python where the class is built in.
Var make_exception(Type* type, Tuple* args) {
  if (type->construct == exception_construct && type->initialize == exception_initialize) {
    Var e = exception_construct(type, Args{args->items(), args->size, nullptr});
    return e;
  }
  return call_star(type, args, nullptr);
}

Raised raise_text(Type* type, Ref<Str> message) {
  if (!message) return {};
  Ref<Tuple> args = tuple_of(message);
  return raise_with_args(type, args.get());
}

void set_field(BaseException* e, size_t i, Value v) { decref(std::exchange(e->field[i], Var(v).release())); }

Value topmost_handled() {
  for (HandledException* h = rt.handled; h; h = h->previous)
    if (!h->exception.is_none() && h->exception) return h->exception;
  return None;
}

bool is_exception_class(Value v) { return is_kind(v, Kind::Type) && v.as<Type>()->type_flags & kExceptionType; }

}  // namespace

void set_error(Var&& exception) {
  Value old = std::exchange(rt.error, exception.release());
  decref(old);
}

bool clear_error_if(const Type* t) {
  if (!error_is(t)) return false;
  clear_error();
  return true;
}

void chain_context(BaseException* e) {
  Value handled = topmost_handled();
  if (handled.is_none() || handled == Value(e)) return;
  // The exception being raised may already stand in the chain that it would now end in.
  auto* at = handled.as<BaseException>();
  auto* slow = at;
  bool advance = false;
  // One raise in another's handler, on and on, makes this walk long: it is work of the program's.
  for (; at->context.is_object(); ++rt.steps) {
    auto* next = at->context.as<BaseException>();
    if (next == e) {
      Value cut = std::exchange(at->context, None);
      decref(cut);
      break;
    }
    at = next;
    if (at == slow) break;  // a cycle that a program made itself
    if (advance) slow = slow->context.as<BaseException>();
    advance = !advance;
  }
  Value old = std::exchange(e->context, Var(handled).release());
  decref(old);
}

Raised raise_value(Value exception) {
  Var keep = exception;
  chain_context(exception.as<BaseException>());
  set_error(std::move(keep));
  return {};
}

Raised raise_with_args(Type* type, Tuple* args) {
  Var e = make_exception(type, args);
  if (!e) return {};
  if (!is_kind(e, Kind::Exception))
    return type_error("calling %R should have returned an instance of BaseException, not %T", Value(type), e.get());
  return raise_value(e);
}

Raised raise(Type* type, const char* format, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, format);
  Ref<Str> message = format_str_v(format, list);
  __builtin_va_end(list);
  return raise_text(type, std::move(message));
}

#define AP_RAISE_AS(function, type)                    \
  Raised function(const char* format, ...) {           \
    __builtin_va_list list;                            \
    __builtin_va_start(list, format);                  \
    Ref<Str> message = format_str_v(format, list);     \
    __builtin_va_end(list);                            \
    return raise_text(rt.types.type, std::move(message)); \
  }
AP_RAISE_AS(type_error, TypeError)
AP_RAISE_AS(value_error, ValueError)
AP_RAISE_AS(runtime_error, RuntimeError)
#undef AP_RAISE_AS

Raised raise_key_error(Value key) {
  Ref<Tuple> args = tuple_of(key);
  return raise_with_args(rt.types.KeyError, args.get());
}

void keep_with_error(Value v) {
  if (!v.is_object() || !failed()) return;
  auto* e = rt.error.as<BaseException>();
  Ref<Tuple> pair = tuple_of(v, e->kept ? e->kept : None);
  if (pair) decref(std::exchange(e->kept, Value(pair.release())));
}

Raised raise_stop_iteration(Value value) {
  Ref<Tuple> args = value.is_none() ? Ref<Tuple>(rt.empty_tuple) : tuple_of(value);
  return raise_with_args(rt.types.StopIteration, args.get());
}

Raised raise_memory_error() {
  // A block that was given up because of Stop was not missing.
  if (!failed() && rt.hooks.interrupted && rt.hooks.interrupted() && !check_slow()) return {};
  return raise_with_args(rt.types.MemoryError, rt.empty_tuple);
}

Raised raise_attribute_error_text(Value object, Str* name, Ref<Str> message) {
  if (!message) return {};
  Ref<Tuple> args = tuple_of(message);
  Var e = make_exception(rt.types.AttributeError, args.get());
  if (!e) return {};
  set_field(e.as<BaseException>(), 0, name);
  set_field(e.as<BaseException>(), 1, object);
  return raise_value(e);
}

Raised raise_attribute_error_as(Value object, Str* name, const char* format) {
  return raise_attribute_error_text(object, name, format_str(format, object, name));
}

Raised raise_attribute_error(Value object, Str* name) {
  if (is_missing_attribute(object, name)) [[unlikely]]
    return raise_attribute_error_as(object, name, "'%T' object has no attribute '%U' in the playground (CPython 3.14 has it)");
  if (is_kind(object, Kind::Type))
    return raise_attribute_error_text(
        object, name, format_str("type object '%U' has no attribute '%U'", object.as<Type>()->name, name));
  return raise_attribute_error_as(object, name, "'%T' object has no attribute '%U'");
}

Var new_exception(Type* type, std::string_view message) {
  Ref<Str> text = make_str(message);
  if (!text) return {};
  Ref<Tuple> args = tuple_of(text);
  return make_exception(type, args.get());
}

Var new_exception_args(Type* type, Tuple* args) { return make_exception(type, args); }

Tri exception_matches(Value exception, Value pattern) {
  constexpr const char* kNoClass = "catching classes that do not inherit from BaseException is not allowed";
  if (is_kind(pattern, Kind::Tuple)) {
    Tuple* classes = pattern.as<Tuple>();
    for (uint32_t i = 0; i < classes->size; ++i)
      if (!is_exception_class((*classes)[i])) return type_error(kNoClass);
    for (uint32_t i = 0; i < classes->size; ++i)
      if (is_instance(exception, (*classes)[i].as<Type>())) return Tri::True;
    return Tri::False;
  }
  if (!is_exception_class(pattern)) return type_error(kNoClass);
  return is_instance(exception, pattern.as<Type>()) ? Tri::True : Tri::False;
}

}  // namespace ap
