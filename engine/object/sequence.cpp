#include "object/sequence.hpp"

#include "object/class.hpp"
#include "object/int.hpp"
#include "object/range.hpp"

namespace ap {

namespace {
ReprGuard* innermost_repr = nullptr;

bool has_reflected(Value other, Dunder d) {
  Type* t = type_of(other);
  return is_heap(t) && type_lookup(t, dunder_name(d));
}
}  // namespace

bool is_index(Value v) { return is_int(v) || type_of(v)->to_index; }

bool to_size(Value v, int64_t* out) {
  if (v.is_small_int()) return *out = v.as_int(), true;
  Var index = to_index(v);
  if (!index) return false;
  if (int_fits_int64(index, out)) return true;
  return raise(rt.types.OverflowError, "Python int too large to convert to C ssize_t");
}

bool clip_range(Value start, Value end, size_t length, size_t* from, size_t* to) {
  int64_t n = static_cast<int64_t>(length), first = 0, last = n;
  auto read = [](Value v, int64_t* out) {
    if (!is_index(v)) return static_cast<bool>(type_error("slice indices must be integers or None or have an __index__ method"));
    return to_int64_clamped(v, out);
  };
  if (start && !start.is_none() && !read(start, &first)) return false;
  if (end && !end.is_none() && !read(end, &last)) return false;
  if (first < 0 && (first += n) < 0) first = 0;
  if (last < 0 && (last += n) < 0) last = 0;
  *from = static_cast<size_t>(first);
  *to = static_cast<size_t>(last < n ? last : n);
  return true;
}

bool slice_of(Value slice, const uint32_t& length, int64_t* start, int64_t* step, int64_t* count) {
  uint32_t before;
  do {
    before = length;
    if (!slice_indices(slice, before, start, step, count)) return false;
  } while (length != before);
  return true;
}

int64_t sequence_index(Value key, const uint32_t& length, const SequenceTexts& texts) {
  int64_t i;
  if (key.is_small_int()) {
    i = key.as_int();
  } else {
    if (!is_index(key)) {
      Ref<Str> name(type_of(key)->name);
      return type_error(texts.indices, to_utf8(name.get()).c_str());
    }
    Var index = to_index(key);
    if (!index) return -1;
    if (!int_fits_int64(index, &i)) return raise(rt.types.IndexError, "cannot fit '%T' into an index-sized integer", key);
  }
  if (i < 0) i += static_cast<int64_t>(length);
  if (i < 0 || i >= static_cast<int64_t>(length)) return raise(rt.types.IndexError, texts.out_of_range);
  return i;
}

Var sequence_binary(Value left, Value right, BinaryOp op, const SequenceOps& ops) {
  if (op == BinaryOp::Add) {
    if (!ops.is_operand(left)) return NotImplemented;
    if (ops.is_operand(right)) return ops.concat(left, right);
    if (has_reflected(right, Dunder::__radd__)) return NotImplemented;
    const char* name = ops.texts->concat;
    return type_error("can only concatenate %s (not \"%T\") to %s", name, right, name);
  }
  if (op != BinaryOp::Mul) return NotImplemented;
  bool on_left = ops.is_operand(left);
  Value sequence = on_left ? left : right, count = on_left ? right : left;
  int64_t n;
  if (count.is_small_int()) {
    n = count.as_int();
  } else {
    if (on_left && has_reflected(right, Dunder::__rmul__)) return NotImplemented;
    if (!is_index(count)) return type_error("can't multiply sequence by non-int of type '%T'", count);
    Var index = to_index(count);
    if (!index) return {};
    if (!int_fits_int64(index, &n)) return raise(rt.types.OverflowError, "cannot fit '%T' into an index-sized integer", count);
  }
  return ops.repeat(sequence, n < 0 ? 0 : n);
}

Var compare_items(Value a, Value b, Compare op, const Value* (*items)(Value, uint32_t*)) {
  NativeNesting nesting(" in comparison");
  if (!nesting) return {};
  uint32_t n, m;
  items(a, &n);
  items(b, &m);
  bool equality = op == Compare::Eq || op == Compare::Ne;
  if (n != m && equality) return Value::from_bool(op == Compare::Ne);
  for (uint32_t i = 0;; ++i) {
    const Value* x = items(a, &n);
    const Value* y = items(b, &m);
    if (i >= n || i >= m) break;
    Var left = x[i], right = y[i];
    if (left.get() == right.get()) continue;
    Tri same = equal(left, right);
    if (same == Tri::Error || !check()) return {};
    if (same == Tri::True) continue;
    if (equality) return Value::from_bool(op == Compare::Ne);
    return compare(left, right, op);
  }
  switch (op) {
    case Compare::Lt: return Value::from_bool(n < m);
    case Compare::Le: return Value::from_bool(n <= m);
    case Compare::Eq: return Value::from_bool(n == m);
    case Compare::Ne: return Value::from_bool(n != m);
    case Compare::Gt: return Value::from_bool(n > m);
    default: return Value::from_bool(n >= m);
  }
}

ReprGuard::ReprGuard(const Object* o) : object_(o), outer_(innermost_repr) {
  for (ReprGuard* at = outer_; at; at = at->outer_)
    if (at->object_ == o) repeated_ = true;
  innermost_repr = this;
}
ReprGuard::~ReprGuard() { innermost_repr = outer_; }

Ref<Str> repr_items(Value container, const char* open, const char* close, const char* again,
                    const Value* (*items)(Value, uint32_t*)) {
  ReprGuard guard(container.object());
  if (guard.repeated()) return make_str(again);
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return nullptr;
  StrBuilder out;
  out.append(open);
  uint32_t n;
  for (uint32_t i = 0;; ++i) {
    const Value* at = items(container, &n);
    if (i >= n) break;
    Var item = at[i];
    if (i) out.append_ascii(", ", 2);
    if (!out.append_repr(item) || !check()) return nullptr;
  }
  // A tuple of one item says so.
  if (n == 1 && is_kind(container, Kind::Tuple)) out.append(U',');
  out.append(close);
  return out.finish();
}

}  // namespace ap
