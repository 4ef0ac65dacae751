#include "object/bytes.hpp"

#include "object/bytes_core.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

constexpr size_t kMaxSize = 0x7ffffff0;
const SequenceTexts kTexts = {"byte indices must be integers or slices, not %s", "index out of range", "bytes"};

Ref<Bytes> new_bytes_of(Type* type, size_t n) {
  if (n > kMaxSize) return raise_memory_error();
  return Ref<Bytes>::steal(allocate<Bytes>(type, n + 1, static_cast<uint32_t>(n)));
}

void bytes_dealloc(Object* o) { free_object(o, sizeof(Bytes) + static_cast<Bytes*>(o)->size + 1); }

Var bytes_construct(Type* type, Args args) {
  std::string_view data;
  Var keep;
  if (!bytes_argument("bytes", args, &data, &keep)) return {};
  if (type == rt.types.bytes && keep && type_of(keep) == type) return keep;
  Ref<Bytes> out = new_bytes_of(type, data.size());
  if (!out) return {};
  if (!data.empty()) std::memcpy(out->data(), data.data(), data.size());
  out->data()[data.size()] = 0;
  return out;
}

Var bytes_repr(Value v) { return bytes_repr_text(v.as<Bytes>()->view(), false); }

bool bytes_hash(Value v, int64_t& out) {
  auto* b = v.as<Bytes>();
  if (b->hash_cache == -1) b->hash_cache = hash_bytes(b->data(), b->size);
  out = b->hash_cache;
  return true;
}

int64_t bytes_length(Value v) { return v.as<Bytes>()->size; }

Var bytes_getitem(Value v, Value key) {
  auto* b = v.as<Bytes>();
  if (is_kind(key, Kind::Slice)) {
    int64_t start, step, count;
    if (!slice_indices(key, b->size, &start, &step, &count)) return {};
    if (step == 1) return text_part(text_of(v), start, start + count);
    Ref<Bytes> part = new_bytes_of(rt.types.bytes, count);
    if (!part) return {};
    for (int64_t i = 0; i < count; ++i) part->data()[i] = b->data()[start + i * step];
    return part;
  }
  int64_t i = sequence_index(key, b->size, kTexts);
  if (i < 0) return {};
  return Value::from_int(b->data()[i]);
}

bool is_bytes(Value v) { return is_kind(v, Kind::Bytes); }
Var bytes_repeat(Value v, int64_t n) {
  auto* b = v.as<Bytes>();
  if (b->size && n > static_cast<int64_t>(kMaxSize / b->size)) return raise_memory_error();
  Ref<Bytes> out = new_bytes_of(rt.types.bytes, b->size * static_cast<size_t>(n));
  if (!out) return {};
  for (int64_t i = 0; i < n; ++i) std::memcpy(out->data() + i * b->size, b->data(), b->size);
  return out;
}
const SequenceOps kOps = {is_bytes, nullptr, bytes_repeat, &kTexts};

Var bytes_binary(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Mod) return is_bytes(a) ? bytes_percent(a, b) : Var(NotImplemented);
  if (op != BinaryOp::Add) return sequence_binary(a, b, op, kOps);
  if (!is_bytes(a)) return NotImplemented;
  std::string_view left = a.as<Bytes>()->view(), right;
  if (!bytes_operand(a, b, &right)) return {};
  Ref<Bytes> out = new_bytes_of(rt.types.bytes, left.size() + right.size());
  if (!out) return {};
  std::memcpy(out->data(), left.data(), left.size());
  std::memcpy(out->data() + left.size(), right.data(), right.size());
  return out;
}

Var bytes_iter(Value v) { return make_iterator(rt.types.bytes_iterator, v); }

Var bytes_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* b = it->over.as<Bytes>();
  if (it->position < b->size) return Value::from_int(b->data()[it->position++]);
  return exhaust(it);
}

}  // namespace

Ref<Bytes> make_bytes(std::string_view data) {
  Ref<Bytes> b = new_bytes_of(rt.types.bytes, data.size());
  if (!b) return b;
  if (!data.empty()) std::memcpy(b->data(), data.data(), data.size());
  b->data()[data.size()] = 0;
  return b;
}

bool bytes_like(Value v, std::string_view* out) {
  if (is_kind(v, Kind::Bytes)) {
    *out = v.as<Bytes>()->view();
  } else if (is_kind(v, Kind::ByteArray)) {
    auto* b = v.as<ByteArray>();
    *out = {b->data ? reinterpret_cast<const char*>(b->data) : "", b->size};
  } else if (type_of(v) == rt.types.memoryview) {
    return view_bytes(v, out);
  } else {
    return type_error("a bytes-like object is required, not '%T'", v);
  }
  return true;
}

bool bytes_operand(Value self, Value v, std::string_view* out) {
  if (is_bytes_like(v)) return bytes_like(v, out);
  return type_error("can't concat %T to %T", v, self);
}

Var bytes_compare(Value a, Value b, Compare op) {
  auto is_like = [](Value v) { return is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray); };
  if (!is_like(a) || !is_like(b)) return NotImplemented;
  std::string_view x, y;
  bytes_like(a, &x);
  bytes_like(b, &y);
  int order = x.compare(y);
  switch (op) {
    case Compare::Lt: return Value::from_bool(order < 0);
    case Compare::Le: return Value::from_bool(order <= 0);
    case Compare::Eq: return Value::from_bool(order == 0);
    case Compare::Ne: return Value::from_bool(order != 0);
    case Compare::Gt: return Value::from_bool(order > 0);
    default: return Value::from_bool(order >= 0);
  }
}

Ref<Str> bytes_repr_text(std::string_view data, bool bytearray) {
  bool single = data.find('\'') != data.npos, both = single && data.find('"') != data.npos;
  char quote = single && !both ? '"' : '\'';
  StrBuilder out;
  out.append(U'b');
  out.append(static_cast<char32_t>(quote));
  for (char c : data) {
    uint8_t byte = static_cast<uint8_t>(c);
    // bytearray escapes a single quote even between double ones.
    if (c == quote || c == '\\' || (bytearray && c == '\'')) {
      out.append(U'\\');
      out.append(static_cast<char32_t>(c));
    } else if (c == '\t' || c == '\n' || c == '\r') {
      out.append(U'\\');
      out.append(c == '\t' ? U't' : c == '\n' ? U'n' : U'r');
    } else if (byte < 32 || byte >= 127) {
      append_escape(out, byte);
    } else {
      out.append(byte);
    }
  }
  out.append(static_cast<char32_t>(quote));
  return out.finish();
}

bool bytes_argument(const char* name, Args args, std::string_view* data, Var* keep) {
  Value p[3];
  *data = {};
  *keep = None;
  if (!match_arguments(name, "source=b'', encoding='utf-8', errors='strict'", args, p)) return false;
  Value source = p[0];
  if (p[1] || p[2]) {
    if (!source || !is_kind(source, Kind::Str))
      return p[1] ? type_error("encoding without a string argument") : type_error("errors without a string argument");
    for (int i = 1; i < 3; ++i)
      if (p[i] && !is_kind(p[i], Kind::Str))
        return type_error("%s() argument '%s' must be str, not %T", name, i == 1 ? "encoding" : "errors", p[i]);
    std::string encoding = p[1] ? to_utf8(p[1].as<Str>()) : "utf-8", errors = p[2] ? to_utf8(p[2].as<Str>()) : "strict";
    *keep = encode(source.as<Str>(), encoding, errors);
    return *keep && bytes_like(*keep, data);
  }
  if (!source) return true;
  if (is_bytes_like(source)) {
    *keep = source;
    if (type_of(source) == rt.types.memoryview) *keep = call_method(source, "tobytes", Args{});
    return *keep && bytes_like(*keep, data);
  }
  if (Var method = lookup_special(source, intern("__bytes__").get())) {
    *keep = call(method);
    if (*keep && !is_kind(*keep, Kind::Bytes)) return type_error("__bytes__ returned non-bytes (type %T)", keep->get());
    return *keep && bytes_like(*keep, data);
  }
  if (failed()) return false;
  if (is_kind(source, Kind::Str)) return type_error("string argument without an encoding");
  if (is_index(source)) {
    Var index = to_index(source);
    int64_t n;
    if (!index) return false;
    if (!int_fits_int64(index, &n)) return raise(rt.types.OverflowError, "cannot fit '%T' into an index-sized integer", source);
    if (n < 0) return value_error("negative count");
    if (n > static_cast<int64_t>(kMaxSize)) return raise_memory_error();
    Ref<Bytes> zeros = new_bytes_of(rt.types.bytes, static_cast<size_t>(n));
    if (!zeros) return false;
    std::memset(zeros->data(), 0, static_cast<size_t>(n) + 1);
    *data = zeros->view();
    *keep = std::move(zeros);
    return true;
  }
  Var iterator = iterate(source);
  if (!iterator) {
    if (clear_error_if(rt.types.TypeError)) return type_error("cannot convert '%T' object to %s", source, name);
    return false;
  }
  StrBuilder out;
  while (Var item = next(iterator)) {
    uint8_t byte;
    if (!byte_value(item, &byte, "bytes must be in range(0, 256)") || !check()) return false;
    out.append(byte);
  }
  if (failed()) return false;
  Ref<Bytes> made = make_bytes({reinterpret_cast<const char*>(out.data()), out.length()});
  if (!made) return false;
  *data = made->view();
  *keep = std::move(made);
  return true;
}

bool byte_value(Value v, uint8_t* out, const char* out_of_range) {
  Var index = to_index(v);
  if (!index) return false;
  int64_t i;
  if (!int_fits_int64(index, &i) || i < 0 || i > 255) return value_error(out_of_range);
  *out = static_cast<uint8_t>(i);
  return true;
}

void init_bytes_types() {
  Type* t = rt.types.bytes = new_type("bytes", nullptr, sizeof(Bytes), Kind::Bytes);
  t->dealloc = bytes_dealloc;
  t->construct = bytes_construct;
  t->repr = bytes_repr;
  t->hash = bytes_hash;
  t->compare = bytes_compare;
  t->length = bytes_length;
  t->getitem = bytes_getitem;
  t->contains = bytes_contains;
  t->iter = bytes_iter;
  t->binary = bytes_binary;
  add_bytes_methods(t);
  make_type_ready(t);
  rt.types.bytes_iterator = new_iterator_type("bytes_iterator", bytes_next);
  add_length_hint(rt.types.bytes_iterator);
  init_bytearray_type();
  init_memoryview_type();
}

}  // namespace ap
