#include "object/exception.hpp"

#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

namespace {

Var make(Type* t, std::initializer_list<Var> args) { return call_with(Value(t), args); }

}  // namespace

TEST_CASE("exceptions: fields and texts") {
  Run run;
  CHECK(shown(make(rt.types.ValueError, {})) == "ValueError()");
  CHECK(shown(make(rt.types.ValueError, {number(1)})) == "ValueError(1)");
  CHECK(shown(make(rt.types.ValueError, {number(1), number(2)})) == "ValueError(1, 2)");
  CHECK(to_utf8(str(make(rt.types.KeyError, {string("k")}).get()).get()) == "'k'");
  CHECK(shown(getattr(make(rt.types.StopIteration, {number(7)}).get(), "value")) == "7");
  CHECK(shown(getattr(make(rt.types.SystemExit, {number(1), number(2)}).get(), "code")) == "(1, 2)");
  Var missing = make(rt.types.OSError, {number(2), string("No such file"), string("f")});
  CHECK(shown(missing) == "FileNotFoundError(2, 'No such file')");
  CHECK(to_utf8(str(missing).get()) == "[Errno 2] No such file: 'f'");
  CHECK(shown(call_keyword(Value(rt.types.ValueError), {}, "x", number(1))) == "TypeError: ValueError() takes no keyword arguments");
}

TEST_CASE("exceptions: what is being handled becomes the context, without cycles") {
  Run run;
  Var first = make(rt.types.ValueError, {string("first")}), second = make(rt.types.KeyError, {string("second")});
  HandledException handled{first.get(), rt.handled};
  rt.handled = &handled;
  (void)raise_value(second);
  CHECK(second.as<BaseException>()->context == first.get());
  clear_error();
  handled.exception = second.get();
  (void)raise_value(first);
  CHECK(first.as<BaseException>()->context == second.get());
  CHECK(second.as<BaseException>()->context.is_none());
  clear_error();
  rt.handled = handled.previous;
}

TEST_CASE("exceptions: matching") {
  Run run;
  Var e = make(rt.types.KeyError, {});
  CHECK(exception_matches(e, Value(rt.types.LookupError)) == Tri::True);
  CHECK(exception_matches(e, Value(rt.types.ValueError)) == Tri::False);
  Var both = tuple_of(Value(rt.types.ValueError), Value(rt.types.Exception));
  CHECK(exception_matches(e, both) == Tri::True);
  CHECK(exception_matches(e, Value(rt.types.int_)) == Tri::Error);
  CHECK(error() == "TypeError: catching classes that do not inherit from BaseException is not allowed");
}

TEST_CASE("exception groups: construction and splitting") {
  Run run;
  auto group = [](Type* t, std::initializer_list<Var> parts) {
    Ref<List> list = new_list();
    for (const Var& v : parts) (void)list_append(list.get(), v.get());
    return call_with(Value(t), {string("g"), Var(list)});
  };
  Var value = make(rt.types.ValueError, {number(1)}), key = make(rt.types.KeyError, {number(2)});
  CHECK(shown(group(rt.types.BaseExceptionGroup, {value})) == "ExceptionGroup('g', [ValueError(1)])");
  CHECK(shown(group(rt.types.ExceptionGroup, {})) == "ValueError: second argument (exceptions) must be a non-empty sequence");
  CHECK(shown(group(rt.types.ExceptionGroup, {make(rt.types.KeyboardInterrupt, {})})) ==
        "TypeError: Cannot nest BaseExceptions in an ExceptionGroup");
  Var inner = group(rt.types.ExceptionGroup, {key, value}), outer = group(rt.types.ExceptionGroup, {value, inner});
  Var match, rest;
  CHECK(split_group(outer, Value(rt.types.KeyError), &match, &rest));
  CHECK(shown(match) == "ExceptionGroup('g', [ExceptionGroup('g', [KeyError(2)])])");
  CHECK(shown(rest) == "ExceptionGroup('g', [ValueError(1), ExceptionGroup('g', [ValueError(1)])])");
  CHECK(split_group(value, Value(rt.types.ValueError), &match, &rest));
  CHECK(shown(match) == "ExceptionGroup('', (ValueError(1),))");
  CHECK(rest.is_none());
  CHECK_FALSE(split_group(outer, Value(rt.types.ExceptionGroup), &match, &rest));
  CHECK(error() == "TypeError: catching ExceptionGroup with except* is not allowed. Use except instead.");
}

TEST_CASE("suggestions") {
  Run run;
  Var list = new_list();
  CHECK(shown(getattr(list, "appendd")) == "AttributeError: 'list' object has no attribute 'appendd'. Did you mean: 'append'?");
  CHECK(shown(getattr(list, "zzz")) == "AttributeError: 'list' object has no attribute 'zzz'");
  Var lost = call_keyword(Value(rt.types.NameError), {string("name 'time' is not defined")}, "name", string("time"));
  CHECK(format_exception_only(lost) == "NameError: name 'time' is not defined. Did you forget to import 'time'?");
}
