#include "object/type.hpp"

#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

namespace {

std::string mro(const Var& cls) {
  std::string names;
  Tuple* t = cls.as<Type>()->mro;
  for (uint32_t i = 0; i < t->size; ++i) names += to_utf8((*t)[i].as<Type>()->name) + " ";
  return names;
}

Var length_seven(Call&) { return Value::from_int(7); }
const MethodDef kLength = {"__len__", "", length_seven};

}  // namespace

TEST_CASE("type: C3 linearisation") {
  Run run;
  Var a = make("A", {}), b = make("B", {a}), c = make("C", {a}), d = make("D", {b, c});
  CHECK(mro(d) == "D B C A object ");
  CHECK(is_subtype(d.as<Type>(), c.as<Type>()));
  CHECK_FALSE(is_subtype(b.as<Type>(), c.as<Type>()));
  CHECK(shown(make("E", {a, b})) ==
        "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
  CHECK(shown(make("E", {a, a})) == "TypeError: duplicate base class A");
  CHECK(shown(make("E", {Value(rt.types.bool_)})) == "TypeError: type 'bool' is not an acceptable base type");
  CHECK(shown(make("E", {Value(rt.types.int_), Value(rt.types.str)})) ==
        "TypeError: multiple bases have instance lay-out conflict");
}

TEST_CASE("type: lookups see every change of a class on the MRO") {
  Run run;
  Var a = make("A", {}), b = make("B", {a});
  Ref<Str> name = intern("x");
  CHECK_FALSE(bool(type_lookup(b.as<Type>(), name.get())));
  CHECK(setattr(a, name.get(), Value::from_int(1)));
  CHECK(type_lookup(b.as<Type>(), name.get()) == Value::from_int(1));
  CHECK(setattr(b, name.get(), Value::from_int(2)));
  CHECK(type_lookup(b.as<Type>(), name.get()) == Value::from_int(2));
  CHECK(delattr(b, name.get()));
  CHECK(delattr(a, name.get()));
  CHECK_FALSE(bool(type_lookup(b.as<Type>(), name.get())));
  CHECK_FALSE(delattr(a, name.get()));
  CHECK(error() == "AttributeError: type object 'A' has no attribute 'x'");
  CHECK_FALSE(setattr(Value(rt.types.int_), name.get(), None));
  CHECK(error() == "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST_CASE("type: a special method that is set later is used") {
  Run run;
  Var a = make("A", {}), b = make("B", {a}), instance = call(b);
  CHECK(length(instance) == -1);
  CHECK(error() == "TypeError: object of type 'B' has no len()");
  Ref<Str> name = intern("__len__");
  Var seven = function(kLength);  // a native function does not bind, so it gets no arguments
  CHECK(setattr(a, name.get(), seven));
  CHECK(length(instance) == 7);
  CHECK(truth(instance) == Tri::True);
  CHECK(delattr(a, name.get()));
  CHECK(length(instance) == -1);
  clear_error();
}

TEST_CASE("type: instances keep what their class adds, also behind items") {
  Run run;
  for (Type* base : {rt.types.object, rt.types.list, rt.types.tuple, rt.types.str, rt.types.int_, rt.types.dict, rt.types.ValueError}) {
    Var cls = make("Sub", {Value(base)});
    Var instance = call(cls);
    Ref<Str> name = intern("attribute");
    CHECK(setattr(instance, name.get(), Value::from_int(5)));
    CHECK(shown(getattr(instance, name.get())) == "5");
    CHECK(shown(getattr(instance, "__dict__")) == "{'attribute': 5}");
    CHECK(type_of(instance) == cls.as<Type>());
  }
  Var text = call_with(make("Text", {Value(rt.types.str)}), {string("eight chars and more")});
  Ref<Str> name = intern("tag");
  CHECK(setattr(text, name.get(), Value::from_int(5)));
  CHECK(shown(text) == "'eight chars and more'");
  CHECK(shown(getattr(text, "tag")) == "5");
}

TEST_CASE("type: __slots__") {
  Run run;
  Var slots = tuple_of(string("b"), string("a"), string("__private"));
  Var cls = make("S", {}, {{"__slots__", slots}});
  Var s = call(cls);
  Ref<Str> a = intern("a"), z = intern("z");
  CHECK(shown(getattr(s, a.get())) == "AttributeError: 'S' object has no attribute 'a'");
  CHECK(setattr(s, a.get(), Value::from_int(1)));
  CHECK(shown(getattr(s, a.get())) == "1");
  CHECK_FALSE(setattr(s, z.get(), None));
  CHECK(error() == "AttributeError: 'S' object has no attribute 'z' and no __dict__ for setting new attributes");
  CHECK(shown(getattr(cls, "_S__private")) == "<member '_S__private' of 'S' objects>");
  Var sub = make("Sub", {cls}), instance = call(sub);
  CHECK(setattr(instance, z.get(), Value::from_int(2)));
  CHECK(setattr(instance, a.get(), Value::from_int(3)));
  CHECK(shown(getattr(instance, "__dict__")) == "{'z': 2}");
  CHECK(shown(make("I", {Value(rt.types.int_)}, {{"__slots__", slots}})) ==
        "TypeError: nonempty __slots__ not supported for subtype of 'int'");
  CHECK(shown(make("C", {}, {{"__slots__", tuple_of(string("x"))}, {"x", None}})) ==
        "ValueError: 'x' in __slots__ conflicts with class variable");
}

TEST_CASE("type: calling") {
  Run run;
  Var cls = make("A", {});
  CHECK(shown(call_with(cls, {number(1)})) == "TypeError: A() takes no arguments");
  CHECK(shown(call_with(Value(rt.types.type), {number(1)})) == "<class 'int'>");
  CHECK(shown(call(Value(rt.types.type))) == "TypeError: type() takes 1 or 3 arguments");
  Var names = call_with(Value(rt.types.frozenset), {Var(tuple_of(string("g"), string("f")))});
  Ref<Str> abstract = intern("__abstractmethods__");
  CHECK(setattr(cls, abstract.get(), names));
  CHECK(shown(call(cls)) ==
        "TypeError: Can't instantiate abstract class A without an implementation for abstract methods 'f', 'g'");
}
