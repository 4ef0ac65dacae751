#include "object/range.hpp"

#include "object/numbers.hpp"

using namespace ap;
using namespace ap::numbers;

namespace {

Var range(std::string_view start, std::string_view stop, std::string_view step) {
  Var a = integer(start), b = integer(stop), c = integer(step);
  Value args[] = {a, b, c};
  return call(Value(rt.types.range), Args{args, 3, nullptr});
}
std::string item(const Var& r, std::string_view index) {
  Var i = integer(index);
  return text(getitem(r, i));
}

}  // namespace

TEST_CASE("range: items, length, membership") {
  Run run;
  Var r = make_range(0, 20, 3);
  CHECK(length(r) == 7);
  CHECK(item(r, "-1") == "18");
  CHECK(item(r, "7") == "IndexError: range object index out of range");
  CHECK(contains(r, Value::from_int(9)) == Tri::True);
  CHECK(contains(r, Value::from_int(10)) == Tri::False);
  CHECK(contains(r, Value::from_float(9.0)) == Tri::True);
  CHECK(method(r, "index", {Value::from_int(6)}) == "2");
  CHECK(method(r, "index", {Value::from_int(7)}) == "ValueError: range.index(x): x not in range");
  CHECK(text(range("1", "2", "0")) == "ValueError: range() arg 3 must not be zero");
  CHECK(text(compare(make_range(0, 3, 2).get(), make_range(0, 4, 2).get(), Compare::Eq)) == "True");
}

TEST_CASE("range: bounds of any size") {
  Run run;
  std::string ten30 = "1" + std::string(30, '0');
  Var r = range("0", ten30, "7");
  CHECK(item(r, "-1") == "999999999999999999999999999999");
  CHECK(length(r) == -1);
  clear_error();
  CHECK(text(r) == "range(0, 1000000000000000000000000000000, 7)");
  Var near = range("9223372036854775806", "9223372036854775809", "1");
  CHECK(text(Var(to_tuple(near))) == "(9223372036854775806, 9223372036854775807, 9223372036854775808)");
}

TEST_CASE("range: slices are ranges") {
  Run run;
  auto sliced = [](const Var& r, Value start, Value stop, Value step) {
    Var s = make_slice(start, stop, step);
    return text(getitem(r, s));
  };
  Var r = make_range(0, 10, 1);
  CHECK(sliced(r, Value::from_int(2), Value::from_int(5), None) == "range(2, 5)");
  CHECK(sliced(r, None, None, Value::from_int(-1)) == "range(9, -1, -1)");
  CHECK(sliced(r, Value::from_int(20), None, None) == "range(10, 10)");
  CHECK(sliced(r, None, None, Value::from_int(0)) == "ValueError: slice step cannot be zero");
}

TEST_CASE("slice: indices") {
  Run run;
  auto indices = [](Value start, Value stop, Value step, int64_t length) {
    Var s = make_slice(start, stop, step);
    int64_t first, stride, count;
    REQUIRE(slice_indices(s, length, &first, &stride, &count));
    return std::to_string(first) + " " + std::to_string(stride) + " " + std::to_string(count);
  };
  CHECK(indices(None, None, None, 5) == "0 1 5");
  CHECK(indices(Value::from_int(-2), None, None, 5) == "3 1 2");
  CHECK(indices(None, None, Value::from_int(-2), 5) == "4 -2 3");
  CHECK(indices(Value::from_int(4), Value::from_int(1), None, 5) == "4 1 0");
  Var huge = integer("1" + std::string(30, '0'));
  CHECK(indices(None, huge, None, 5) == "0 1 5");
  Var s = make_slice(Value::from_int(-9), None, Value::from_int(2));
  CHECK(method(s, "indices", {Value::from_int(5)}) == "(0, 5, 2)");
  CHECK(text(s) == "slice(-9, None, 2)");
}
