// BaseExceptionGroup and ExceptionGroup: construction, splitting, except*.
#include "object/class.hpp"
#include "object/exception.hpp"

namespace ap {

namespace {

BaseException* as_group(Value v) { return v.as<BaseException>(); }
Tuple* parts_of(Value v) { return as_group(v)->field[1].as<Tuple>(); }
Str* message_of(Value v) { return as_group(v)->field[0].as<Str>(); }
bool is_group(Value v) { return is_instance(v, rt.types.BaseExceptionGroup); }
bool is_exception_class(Value v) { return is_kind(v, Kind::Type) && v.as<Type>()->type_flags & kExceptionType; }

bool is_sequence(Value v) {
  Type* t = type_of(v);
  return t->getitem && !is_kind(v, Kind::Dict) && !is_kind(v, Kind::Type);
}

Var group_construct(Type* t, Args args) {
  if (args.count != 2 || args.keyword_count())
    return type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", static_cast<int>(args.count));
  Value message = args.values[0], given = args.values[1];
  if (!is_kind(message, Kind::Str))
    return type_error("BaseExceptionGroup.__new__() argument 1 must be str, not %T", message);
  if (!is_sequence(given)) return type_error("second argument (exceptions) must be a sequence");
  Ref<Tuple> parts = to_tuple(given);
  if (!parts) return {};
  if (!parts->size) return value_error("second argument (exceptions) must be a non-empty sequence");
  bool only_exceptions = true;
  for (uint32_t i = 0; i < parts->size; ++i) {
    if (!is_kind((*parts)[i], Kind::Exception))
      return value_error("Item %d of second argument (exceptions) is not an exception", static_cast<int>(i));
    only_exceptions &= is_instance((*parts)[i], rt.types.Exception);
  }
  if (t == rt.types.BaseExceptionGroup) {
    if (only_exceptions) t = rt.types.ExceptionGroup;
  } else if (t == rt.types.ExceptionGroup) {
    if (!only_exceptions) return type_error("Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (!only_exceptions && is_subtype(t, rt.types.Exception)) {
    return type_error("Cannot nest BaseExceptions in '%N'", t);
  }
  Ref<Tuple> kept = make_tuple(args.values, 2);
  if (!kept) return {};
  auto* e = allocate<BaseException>(t, 0);
  e->args = kept.release();
  e->field[0] = Var(message).release();
  e->field[1] = Var(std::move(parts)).release();
  return Var::steal(e);
}

Var group_str(Value v) {
  int n = static_cast<int>(parts_of(v)->size);
  return format_str("%U (%d sub-exception%s)", message_of(v), n, n == 1 ? "" : "s");
}

// How split() and subgroup() choose: by class, by classes, by a predicate.
bool check_condition(Value c) {
  bool ok = is_exception_class(c);
  if (is_kind(c, Kind::Tuple)) {
    ok = true;
    for (uint32_t i = 0; i < c.as<Tuple>()->size; ++i) ok &= is_exception_class((*c.as<Tuple>())[i]);
  } else if (!ok) {
    ok = !is_kind(c, Kind::Type) && is_callable(c);
  }
  if (ok) return true;
  return type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

Tri matches(Value e, Value condition) {
  if (is_kind(condition, Kind::Type) || is_kind(condition, Kind::Tuple)) return exception_matches(e, condition);
  Var r = call(condition, e);
  return r ? truth(r) : Tri::Error;
}

}  // namespace

Var derive_group(Value original, List* parts) {
  if (!parts->size) return None;
  Var made = call_method(original, intern("derive").get(), Value(parts));
  if (!made) return {};
  if (!is_group(made)) return type_error("derive must return an instance of BaseExceptionGroup");
  auto *from = as_group(original), *to = as_group(made);
  Traceback* old = to->traceback;
  to->traceback = Ref<Traceback>(from->traceback).release();
  to->through_library = from->through_library;
  if (old) decref(static_cast<Object*>(old));
  decref(std::exchange(to->cause, Var(from->cause).release()));
  decref(std::exchange(to->context, Var(from->context).release()));
  to->suppress_context = true;  // as PyException_SetCause has it
  Var notes = getattr_or_empty(original, rt.names.__notes__);
  if (!notes) return failed() ? Var() : made;
  if (is_sequence(notes)) {
    Ref<List> copy = to_list(notes);
    if (!copy || !setattr(made, rt.names.__notes__, copy)) return {};
  }
  return made;
}

namespace {

bool split(Value e, Value condition, Var* match, Var* rest) {
  Tri whole = matches(e, condition);
  if (whole == Tri::Error) return false;
  *match = whole == Tri::True ? e : None;
  if (rest) *rest = whole == Tri::True ? None : e;
  if (whole == Tri::True || !is_group(e)) return true;
  NativeNesting nesting(" in exceptiongroup_split_recursive");
  if (!nesting) return false;
  Ref<List> matching = new_list(), others = new_list();
  Ref<Tuple> parts(parts_of(e));
  for (uint32_t i = 0; i < parts->size; ++i) {
    Var m, r;
    if (!split((*parts)[i], condition, &m, rest ? &r : nullptr)) return false;
    if (!m.is_none() && !list_append(matching.get(), std::move(m))) return false;
    if (rest && !r.is_none() && !list_append(others.get(), std::move(r))) return false;
  }
  *match = derive_group(e, matching.get());
  if (!*match) return false;
  if (!rest) return true;
  *rest = derive_group(e, others.get());
  return bool(*rest);
}

Var split_method(Call& call) {
  if (!check_condition(call[0])) return {};
  Var match, rest;
  if (!split(call.self, call[0], &match, &rest)) return {};
  return tuple_of(match, rest);
}
Var subgroup_method(Call& call) {
  if (!check_condition(call[0])) return {};
  Var match;
  if (!split(call.self, call[0], &match, nullptr)) return {};
  return match;
}
Var derive_method(Call& c) {
  Ref<Tuple> args = tuple_of(Value(message_of(c.self)), c[0]);
  return call_star(Value(rt.types.BaseExceptionGroup), args.get(), nullptr);
}
Var class_getitem(Call& call) {
  Ref<Tuple> args = is_kind(call[0], Kind::Tuple) ? Ref<Tuple>(call[0].as<Tuple>()) : tuple_of(call[0]);
  return new_generic_alias(call.self, args.get());
}

const MethodDef kMethods[] = {
    {"split", "matcher_value, /", split_method},
    {"subgroup", "matcher_value, /", subgroup_method},
    {"derive", "excs, /", derive_method},
    {"__class_getitem__", "object, /", class_getitem, kClassMethod},
};
Var get_message(Value v) { return message_of(v); }
Var get_exceptions(Value v) { return parts_of(v); }
const GetSetDef kGetSets[] = {{"message", get_message}, {"exceptions", get_exceptions}};

}  // namespace

Var new_exception_group(std::string_view message, List* exceptions) {
  Ref<Str> text = make_str(message);
  if (!text) return {};
  return call(Value(rt.types.BaseExceptionGroup), text, Value(exceptions));
}

bool split_group(Value exception, Value pattern, Var* match, Var* rest) {
  Tri whole = exception_matches(exception, pattern);
  if (whole == Tri::Error) return false;
  auto forbidden = [](Value c) { return is_subtype(c.as<Type>(), rt.types.BaseExceptionGroup); };
  bool groups = false;
  if (is_kind(pattern, Kind::Tuple)) {
    for (uint32_t i = 0; i < pattern.as<Tuple>()->size; ++i) groups |= forbidden((*pattern.as<Tuple>())[i]);
  } else {
    groups = forbidden(pattern);
  }
  if (groups) return type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
  if (whole == Tri::True) {
    *rest = None;
    if (is_group(exception)) {
      *match = exception;
      return true;
    }
    // A naked exception is handed on in a group of its own.
    Ref<Tuple> one = tuple_of(exception);
    *match = call(Value(rt.types.BaseExceptionGroup), Value(rt.empty_str), one);
    if (!*match) return false;
    if (rt.hooks.add_traceback) rt.hooks.add_traceback(match->as<BaseException>());
    return true;
  }
  if (!is_group(exception)) {
    *match = None;
    *rest = exception;
    return true;
  }
  Ref<Str> name = intern("split");
  Var pair = call_method(exception, name.get(), pattern);
  if (!pair) return false;
  if (!is_kind(pair, Kind::Tuple)) return type_error("%N.split must return a tuple, not %T", type_of(exception), pair.get());
  if (pair.as<Tuple>()->size < 2)
    return type_error("%N.split must return a 2-tuple, got tuple of size %d", type_of(exception),
                      static_cast<int>(pair.as<Tuple>()->size));
  *match = (*pair.as<Tuple>())[0];
  *rest = (*pair.as<Tuple>())[1];
  return true;
}

// The class exists already; its slots and methods come before ExceptionGroup inherits them.
void init_exception_group(Type* t) {
  t->construct = group_construct;
  t->str = group_str;
  add_methods(t, kMethods);
  add_getsets(t, kGetSets);
}

}  // namespace ap
