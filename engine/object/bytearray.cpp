#include "object/bytes_core.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/range.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

constexpr size_t kMaxSize = 0x7ffffff0;
constexpr const char* kNoByte = "byte must be in range(0, 256)";
const SequenceTexts kTexts = {"bytearray indices must be integers or slices, not %s", "bytearray index out of range",
                              "bytearray"};

std::string_view view(const ByteArray* b) { return {b->data ? reinterpret_cast<const char*>(b->data) : "", b->size}; }

bool may_resize(const ByteArray* b, size_t n) {
  return !b->views || n == b->size || raise(rt.types.BufferError, "Existing exports of data: object cannot be re-sized");
}

bool resize(ByteArray* b, size_t n) {
  if (!may_resize(b, n)) return false;
  if (n > b->capacity) {
    size_t capacity = n + n / 8 + 8;
    void* data = capacity <= kMaxSize ? heap.reallocate_raw(b->data, b->capacity, capacity) : nullptr;
    if (!data) return raise_memory_error();
    b->data = static_cast<uint8_t*>(data);
    b->capacity = static_cast<uint32_t>(capacity);
  }
  b->size = static_cast<uint32_t>(n);
  return true;
}

// Bytes [at, at + gone) give way to `with`, which must not lie in b.
bool replace_range(ByteArray* b, size_t at, size_t gone, std::string_view with) {
  size_t tail = b->size - at - gone, size = b->size - gone + with.size();
  if (!check(tail / 256 + 1) || !may_resize(b, size)) return false;
  if (with.size() > gone && !resize(b, size)) return false;
  if (tail && gone != with.size()) std::memmove(b->data + at + with.size(), b->data + at + gone, tail);
  if (!with.empty()) std::memcpy(b->data + at, with.data(), with.size());
  b->size = static_cast<uint32_t>(size);
  return true;
}

void array_dealloc(Object* o) {
  auto* b = static_cast<ByteArray*>(o);
  heap.release_raw(b->data, b->capacity);
  free_object(b, sizeof(ByteArray));
}

Var array_construct(Type* type, Args) { return Var::steal(allocate<ByteArray>(type, 0)); }

bool array_initialize(Value self, Args args) {
  auto* b = self.as<ByteArray>();
  std::string_view data;
  Var keep;
  if (!bytes_argument("bytearray", args, &data, &keep)) return false;
  if (keep.get() == self) return true;
  return replace_range(b, 0, b->size, data);
}

Var array_repr(Value v) {
  auto* b = v.as<ByteArray>();
  Ref<Str> text = bytes_repr_text(view(b), true);
  if (!text) return {};
  return format_str("%N(%U)", b->type, text.get());
}

int64_t array_length(Value v) { return v.as<ByteArray>()->size; }

Var array_getitem(Value v, Value key) {
  auto* b = v.as<ByteArray>();
  if (is_kind(key, Kind::Slice)) {
    int64_t start, step, count;
    if (!slice_of(key, b->size, &start, &step, &count)) return {};
    if (step == 1) return make_bytearray(view(b).substr(start, count));
    Var part = make_bytearray({});
    if (!part || !resize(part.as<ByteArray>(), count)) return {};
    for (int64_t i = 0; i < count; ++i) part.as<ByteArray>()->data[i] = b->data[start + i * step];
    return part;
  }
  int64_t i = sequence_index(key, b->size, kTexts);
  return i < 0 ? Var() : Var(Value::from_int(b->data[i]));
}

bool is_bytearray(Value v) { return is_kind(v, Kind::ByteArray); }

bool assign_slice(ByteArray* b, Value key, Value value) {
  int64_t start, step, count;
  std::string_view data;
  Var keep;
  if (value) {
    if (is_kind(value, Kind::Str) || is_index(value))
      return type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    Ref<Tuple> args = tuple_of(value);
    if (!args || !bytes_argument("bytearray", {args->items(), 1}, &data, &keep)) return false;
    if (keep.get() == Value(b) && !((keep = make_bytes(data)) && bytes_like(keep, &data))) return false;
  }
  if (!slice_of(key, b->size, &start, &step, &count)) return false;
  if (is_bytearray(keep)) bytes_like(keep, &data);
  if (step == 1) return replace_range(b, start, count, data);
  if (!data.empty()) {
    if (static_cast<int64_t>(data.size()) != count)
      return value_error("attempt to assign bytes of size %zu to extended slice of size %lld", data.size(),
                         static_cast<long long>(count));
    for (int64_t i = 0; i < count; ++i) b->data[start + i * step] = static_cast<uint8_t>(data[i]);
    return true;
  }
  if (count == 0) return true;
  if (!may_resize(b, b->size - static_cast<size_t>(count))) return false;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  size_t to = start;
  for (int64_t i = start, gone = 0; i < b->size; ++i) {
    if (gone < count && i == start + gone * step)
      ++gone;
    else
      b->data[to++] = b->data[i];
  }
  b->size = static_cast<uint32_t>(to);
  return true;
}

bool array_setitem(Value v, Value key, Value value) {
  auto* b = v.as<ByteArray>();
  if (is_kind(key, Kind::Slice)) return assign_slice(b, key, value);
  int64_t i = sequence_index(key, b->size, kTexts);
  if (i < 0) return false;
  if (!value) return replace_range(b, i, 1, {});
  uint8_t byte;
  if (!byte_value(value, &byte, kNoByte)) return false;
  if (i >= b->size) return raise(rt.types.IndexError, kTexts.out_of_range);
  b->data[i] = byte;
  return true;
}

bool extend(ByteArray* b, std::string_view data) {
  size_t old = b->size;
  bool self = reinterpret_cast<const uint8_t*>(data.data()) == b->data;
  if (!resize(b, old + data.size())) return false;
  if (!data.empty()) std::memcpy(b->data + old, self ? reinterpret_cast<char*>(b->data) : data.data(), data.size());
  return true;
}

Var repeat(Value v, int64_t n) {
  auto* b = v.as<ByteArray>();
  if (b->size && n > static_cast<int64_t>(kMaxSize / b->size)) return raise_memory_error();
  Var out = make_bytearray({});
  if (!out || !resize(out.as<ByteArray>(), b->size * static_cast<size_t>(n))) return {};
  for (int64_t i = 0; b->size && i < n; ++i) std::memcpy(out.as<ByteArray>()->data + i * b->size, b->data, b->size);
  return out;
}
const SequenceOps kOps = {is_bytearray, nullptr, repeat, &kTexts};

Var array_inplace(Value a, Value b, BinaryOp op) {
  auto* self = a.as<ByteArray>();
  if (op == BinaryOp::Add) {
    std::string_view data;
    return bytes_operand(a, b, &data) && extend(self, data) ? Var(a) : Var();
  }
  if (op != BinaryOp::Mul || !is_index(b)) return op == BinaryOp::Mod ? bytes_percent(a, b) : Var(NotImplemented);
  Var repeated = sequence_binary(a, b, op, kOps);
  if (!repeated) return {};
  auto* fresh = repeated.as<ByteArray>();
  if (!may_resize(self, fresh->size)) return {};
  std::swap(self->data, fresh->data);
  std::swap(self->size, fresh->size);
  std::swap(self->capacity, fresh->capacity);
  return a;
}

Var array_binary(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Mul) return sequence_binary(a, b, op, kOps);
  if (!is_bytearray(a)) return NotImplemented;
  if (op == BinaryOp::Mod) {
    Var made = bytes_percent(a, b);
    return made ? make_bytearray(made.as<Bytes>()->view()) : Var();
  }
  if (op != BinaryOp::Add) return NotImplemented;
  std::string_view data;
  if (!bytes_operand(a, b, &data)) return {};
  Var sum = make_bytearray(view(a.as<ByteArray>()));
  return sum && extend(sum.as<ByteArray>(), data) ? sum : Var();
}

Var array_iter(Value v) { return make_iterator(rt.types.bytearray_iterator, v); }
Var next_byte(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* b = it->over.as<ByteArray>();
  if (it->position < b->size) return Value::from_int(b->data[it->position++]);
  return exhaust(it);
}

// --- methods

ByteArray* self_of(Call& c) { return c.self.as<ByteArray>(); }
Var none_if(bool ok) { return ok ? Var(None) : Var(); }

Var append(Call& c) {
  uint8_t byte;
  if (!byte_value(c[0], &byte, kNoByte)) return {};
  return none_if(extend(self_of(c), {reinterpret_cast<char*>(&byte), 1}));
}

Var extend_method(Call& c) {
  std::string_view data;
  Var keep;
  if (is_kind(c[0], Kind::Str)) return type_error("expected iterable of integers; got: 'str'");
  if (is_index(c[0])) return type_error("can't extend bytearray with %T", c[0]);
  Value source = c[0];
  if (is_bytes_like(source)) {
    if (!bytes_like(source, &data)) return {};
    return none_if(extend(self_of(c), data));
  }
  Var iterator = iterate(source);
  if (!iterator) {
    if (clear_error_if(rt.types.TypeError)) return type_error("can't extend bytearray with %T", source);
    return {};
  }
  Var gathered = make_bytearray({});
  while (Var item = next(iterator)) {
    uint8_t byte;
    if (!byte_value(item, &byte, kNoByte) || !check() ||
        !extend(gathered.as<ByteArray>(), {reinterpret_cast<char*>(&byte), 1}))
      return {};
  }
  if (failed()) return {};
  return none_if(extend(self_of(c), view(gathered.as<ByteArray>())));
}

Var insert(Call& c) {
  auto* b = self_of(c);
  int64_t at;
  uint8_t byte;
  if (!to_size(c[0], &at) || !byte_value(c[1], &byte, kNoByte)) return {};
  if (at < 0 && (at += b->size) < 0) at = 0;
  if (at > b->size) at = b->size;
  return none_if(replace_range(b, at, 0, {reinterpret_cast<char*>(&byte), 1}));
}

Var pop(Call& c) {
  auto* b = self_of(c);
  int64_t at = -1;
  if (c[0] && !to_size(c[0], &at)) return {};
  if (b->size == 0) return raise(rt.types.IndexError, "pop from empty bytearray");
  if (at < 0) at += b->size;
  if (at < 0 || at >= b->size) return raise(rt.types.IndexError, "pop index out of range");
  Value byte = Value::from_int(b->data[at]);
  return replace_range(b, at, 1, {}) ? Var(byte) : Var();
}

Var remove(Call& c) {
  auto* b = self_of(c);
  uint8_t byte;
  if (!byte_value(c[0], &byte, kNoByte)) return {};
  size_t at = view(b).find(static_cast<char>(byte));
  if (at == std::string_view::npos) return value_error("value not found in bytearray");
  return none_if(replace_range(b, at, 1, {}));
}

Var clear(Call& c) {
  if (!may_resize(self_of(c), 0)) return {};
  self_of(c)->size = 0;
  return None;
}
Var copy(Call& c) { return make_bytearray(view(self_of(c))); }
Var reverse(Call& c) {
  auto* b = self_of(c);
  if (!check(b->size / 64)) return {};
  for (uint32_t i = 0, j = b->size; i + 1 < j; ++i) std::swap(b->data[i], b->data[--j]);
  return None;
}

const MethodDef kMethods[] = {
    {"append", "item, /", append},   {"extend", "iterable_of_ints, /", extend_method},
    {"insert", "index, item, /", insert}, {"pop", "index=-1, /", pop},
    {"remove", "value, /", remove},  {"clear", "", clear},
    {"copy", "", copy},              {"reverse", "", reverse},
};

}  // namespace

Var make_bytearray(std::string_view data) {
  auto b = Ref<ByteArray>::steal(allocate<ByteArray>(rt.types.bytearray, 0));
  if (!b || !replace_range(b.get(), 0, 0, data)) return {};
  return b;
}

void init_bytearray_type() {
  Type* t = rt.types.bytearray = new_type("bytearray", nullptr, sizeof(ByteArray), Kind::ByteArray);
  t->dealloc = array_dealloc;
  t->construct = array_construct;
  t->initialize = array_initialize;
  t->repr = array_repr;
  t->compare = bytes_compare;
  t->length = array_length;
  t->getitem = array_getitem;
  t->setitem = array_setitem;
  t->contains = bytes_contains;
  t->iter = array_iter;
  t->binary = array_binary;
  t->inplace = array_inplace;
  add_bytes_methods(t);
  add_methods(t, kMethods);
  make_type_ready(t);
  rt.types.bytearray_iterator = new_iterator_type("bytearray_iterator", next_byte);
  add_length_hint(rt.types.bytearray_iterator);
}

}  // namespace ap
