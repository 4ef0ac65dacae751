#include "object/bytes.hpp"

#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
std::string make(Type* t, std::string_view args) {
  Ref<List> list = Reader(std::string(args) + ")").items(')');
  return text(call(Value(t), Args{list->items, list->size}));
}
}  // namespace

TEST_CASE("bytes: what they are made of") {
  Run run;
  CHECK(make(rt.types.bytes, "3") == "b'\\x00\\x00\\x00'");
  CHECK(make(rt.types.bytes, "[1, 65, 255]") == "b'\\x01A\\xff'");
  CHECK(make(rt.types.bytes, "[256]") == "ValueError: bytes must be in range(0, 256)");
  CHECK(make(rt.types.bytes, "'a'") == "TypeError: string argument without an encoding");
  CHECK(make(rt.types.bytes, "'é', 'latin-1'") == "b'\\xe9'");
  CHECK(make(rt.types.bytes, "-1") == "ValueError: negative count");
  CHECK(make(rt.types.bytes, "1.5") == "TypeError: cannot convert 'float' object to bytes");
  CHECK(make(rt.types.bytearray, "b'it\\'s'") == "bytearray(b\"it\\'s\")");
  CHECK(shown("b'it\\'s'") == "b\"it's\"");
}

TEST_CASE("bytes: subscripts, operators, methods") {
  Run run;
  CHECK(item("b'abc'", "1") == "98");
  CHECK(item("b'abc'", "5") == "IndexError: index out of range");
  CHECK(operate("b'a'", BinaryOp::Add, "'b'") == "TypeError: can't concat str to bytes");
  CHECK(operate("b'%d-%s'", BinaryOp::Mod, "(5, b'x')") == "b'5-x'");
  CHECK(on("b'abc'", "hex", "'-', 2") == "61-6263");
  CHECK(on("b''", "fromhex", "'61 6g'") == "ValueError: non-hexadecimal number found in fromhex() arg at position 4");
  Var abc = value("b'abc'");
  CHECK(contains(abc, Value::from_int(98)) == Tri::True);
  int64_t h;
  CHECK(hash(abc, &h));
  CHECK(h == -4594863902769663758);
}

TEST_CASE("bytearray: changes in place") {
  Run run;
  Var b = make_bytearray("abc");
  CHECK(text(call_on(b, "append", "100")) == "None");
  CHECK(text(call_on(b, "extend", "[101, 102]")) == "None");
  CHECK(text(call_on(b, "insert", "0, 65")) == "None");
  CHECK(text(call_on(b, "pop", "")) == "102");
  CHECK(text(call_on(b, "append", "256")) == "ValueError: byte must be in range(0, 256)");
  CHECK(text(call_on(b, "remove", "0")) == "ValueError: value not found in bytearray");
  CHECK(setitem(b, Value::from_int(1), Value::from_int(90)));
  CHECK(text(b) == "bytearray(b'AZbcde')");
}
