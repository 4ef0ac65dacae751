// memoryview over bytes and bytearray, one dimension of unsigned bytes.
#include "object/bytes_core.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

struct MemoryView : Object {
  Value owner;  // bytes or bytearray; Empty once released
  int64_t start = 0, step = 1;
  uint32_t count = 0;
  bool readonly = true;
  explicit MemoryView(Type* t) : Object(t, Kind::Other) {}
};

MemoryView* view_of(Value v) { return v.as<MemoryView>(); }
bool is_view(Value v) { return type_of(v) == rt.types.memoryview; }

// The bytes looked at, from the owner's first on; false: released.
bool content(const MemoryView* m, std::string_view* out) {
  if (!m->owner) return value_error("operation forbidden on released memoryview object");
  return bytes_like(m->owner, out);
}

// Bytes of the view in order; false: an exception is set.
bool gather(const MemoryView* m, std::string* out) {
  std::string_view data;
  if (!content(m, &data)) return false;
  for (uint32_t i = 0; i < m->count; ++i) {
    size_t at = static_cast<size_t>(m->start + i * m->step);
    *out += at < data.size() ? data[at] : '\0';
  }
  return true;
}

Ref<MemoryView> new_view(Value owner, int64_t start, int64_t step, int64_t count, bool readonly) {
  auto m = Ref<MemoryView>::steal(allocate<MemoryView>(rt.types.memoryview, 0));
  if (!m) return m;
  incref(m->owner = owner);
  if (is_kind(owner, Kind::ByteArray)) ++owner.as<ByteArray>()->views;
  m->start = start;
  m->step = step;
  m->count = static_cast<uint32_t>(count);
  m->readonly = readonly;
  return m;
}

void let_go(MemoryView* m) {
  if (is_kind(m->owner, Kind::ByteArray)) --m->owner.as<ByteArray>()->views;
  decref(std::exchange(m->owner, Value()));
}

void view_dealloc(Object* o) {
  let_go(static_cast<MemoryView*>(o));
  free_object(o, sizeof(MemoryView));
}
void view_traverse(Object* o, Visitor& visit) { visit(static_cast<MemoryView*>(o)->owner); }

Var view_construct(Type*, Args args) {
  Value object;
  if (!match_arguments("memoryview", "object", args, &object)) return {};
  if (is_view(object)) {
    MemoryView* m = view_of(object);
    std::string_view data;
    if (!content(m, &data)) return {};
    return new_view(m->owner, m->start, m->step, m->count, m->readonly);
  }
  std::string_view data;
  if (!bytes_like(object, &data)) {
    clear_error();
    return type_error("memoryview: a bytes-like object is required, not '%T'", object);
  }
  return new_view(object, 0, 1, static_cast<int64_t>(data.size()), is_kind(object, Kind::Bytes));
}

int64_t view_length(Value v) {
  std::string_view data;
  return content(view_of(v), &data) ? static_cast<int64_t>(view_of(v)->count) : -1;
}

// The place in the owner's bytes that `key` names, or -1.
int64_t place(MemoryView* m, Value key, std::string_view data) {
  int64_t i;
  if (!is_index(key)) return type_error("memoryview: invalid slice key");
  if (!to_size(key, &i)) return -1;
  if (i < 0) i += m->count;
  int64_t at = m->start + i * m->step;
  if (i < 0 || i >= m->count || at >= static_cast<int64_t>(data.size()))
    return raise(rt.types.IndexError, "index out of bounds on dimension 1");
  return at;
}

Var view_getitem(Value v, Value key) {
  MemoryView* m = view_of(v);
  std::string_view data;
  if (!content(m, &data)) return {};
  if (is_kind(key, Kind::Slice)) {
    int64_t start, step, count;
    if (!slice_indices(key, m->count, &start, &step, &count)) return {};
    return new_view(m->owner, m->start + start * m->step, m->step * step, count, m->readonly);
  }
  int64_t at = place(m, key, data);
  return at < 0 ? Var() : Var(Value::from_int(static_cast<uint8_t>(data[static_cast<size_t>(at)])));
}

bool view_setitem(Value v, Value key, Value value) {
  MemoryView* m = view_of(v);
  std::string_view data, source;
  if (!content(m, &data)) return false;
  if (m->readonly) return type_error("cannot modify read-only memory");
  if (!value) return type_error("cannot delete memory");
  auto* b = m->owner.as<ByteArray>();
  if (!is_kind(key, Kind::Slice)) {
    int64_t at = place(m, key, data), byte;
    if (at < 0) return false;
    if (!is_index(value)) return type_error("memoryview: invalid type for format 'B'");
    if (!to_int64_clamped(value, &byte)) return false;
    if (byte < 0 || byte > 255) return value_error("memoryview: invalid value for format 'B'");
    if (at < b->size) b->data[at] = static_cast<uint8_t>(byte);
    return true;
  }
  int64_t start, step, count;
  if (!slice_indices(key, m->count, &start, &step, &count) || !bytes_like(value, &source)) return false;
  if (static_cast<int64_t>(source.size()) != count)
    return value_error("memoryview assignment: lvalue and rvalue have different structures");
  std::string copy(source);  // it may be the same memory
  for (int64_t i = 0; i < count; ++i) {
    int64_t at = m->start + (start + i * step) * m->step;
    if (at < b->size) b->data[at] = static_cast<uint8_t>(copy[static_cast<size_t>(i)]);
  }
  return true;
}

Var view_compare(Value a, Value b, Compare op) {
  if (op != Compare::Eq && op != Compare::Ne) return NotImplemented;
  std::string x, y;
  for (auto [v, out] : {std::pair(a, &x), std::pair(b, &y)}) {
    if (is_view(v)) {
      if (!gather(view_of(v), out)) return {};
    } else if (is_bytes_like(v)) {
      std::string_view data;
      bytes_like(v, &data);
      *out = data;
    } else {
      return NotImplemented;
    }
  }
  return Value::from_bool((x == y) == (op == Compare::Eq));
}

bool view_hash(Value v, int64_t& out) {
  if (!view_of(v)->readonly) return value_error("cannot hash writable memoryview object");
  std::string data;
  if (!gather(view_of(v), &data)) return false;
  out = hash_bytes(data.data(), data.size());
  return true;
}

Var view_repr(Value v) {
  char text[40];
  uint64_t address = address_of(v.object());
  char* at = text + sizeof text - 1;
  *at = 0;
  do *--at = "0123456789abcdef"[address & 15];
  while (address >>= 4);
  return format_str("<%s at 0x%s>", view_of(v)->owner ? "memory" : "released memory", at);
}

Var view_iter(Value v) { return make_iterator(rt.types.memory_iterator, v); }
Var view_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  if (it->position >= view_of(it->over)->count) return exhaust(it);
  Var over = it->over;
  return view_getitem(over, Value::from_int(it->position++));
}

// --- methods

Var tobytes(Call& c) {
  std::string data;
  return gather(view_of(c.self), &data) ? Var(make_bytes(data)) : Var();
}
Var hex(Call& c) {
  Var data = tobytes(c);
  return data ? call_method(data, "hex", c.raw) : Var();
}
Var tolist(Call& c) { return to_list(c.self); }
Var release(Call& c) {
  let_go(view_of(c.self));
  return None;
}
Var enter(Call& c) {
  std::string_view data;
  return content(view_of(c.self), &data) ? Var(c.self) : Var();
}
Var toreadonly(Call& c) {
  MemoryView* m = view_of(c.self);
  std::string_view data;
  return content(m, &data) ? Var(new_view(m->owner, m->start, m->step, m->count, true)) : Var();
}

template <Var (*kGet)(MemoryView*)>
Var of_unreleased(Value v) {
  std::string_view data;
  return content(view_of(v), &data) ? kGet(view_of(v)) : Var();
}
Var get_obj(MemoryView* m) { return m->owner; }
Var get_nbytes(MemoryView* m) { return Value::from_int(m->count); }
Var get_one(MemoryView*) { return Value::from_int(1); }
Var get_format(MemoryView*) { return make_char('B'); }
Var get_readonly(MemoryView* m) { return Value::from_bool(m->readonly); }
Var get_contiguous(MemoryView* m) { return Value::from_bool(m->step == 1 || m->count < 2); }
Var get_shape(MemoryView* m) { return tuple_of(Value::from_int(m->count)); }
Var get_strides(MemoryView* m) { return tuple_of(Value::from_int(m->step)); }

const MethodDef kMethods[] = {
    {"tobytes", "order='C'", tobytes}, {"tolist", "", tolist},         {"hex", nullptr, hex},
    {"release", "", release},          {"toreadonly", "", toreadonly}, {"__enter__", "", enter},
    {"__exit__", "*args", release},
};
const GetSetDef kGetSets[] = {
    {"obj", of_unreleased<get_obj>},
    {"nbytes", of_unreleased<get_nbytes>},
    {"itemsize", of_unreleased<get_one>},
    {"ndim", of_unreleased<get_one>},
    {"format", of_unreleased<get_format>},
    {"readonly", of_unreleased<get_readonly>},
    {"contiguous", of_unreleased<get_contiguous>},
    {"c_contiguous", of_unreleased<get_contiguous>},
    {"shape", of_unreleased<get_shape>},
    {"strides", of_unreleased<get_strides>},
};

}  // namespace

bool view_bytes(Value v, std::string_view* out) {
  MemoryView* m = view_of(v);
  std::string_view data;
  if (!content(m, &data)) return false;
  if (m->step != 1) return raise(rt.types.BufferError, "memoryview: underlying buffer is not C-contiguous");
  size_t start = static_cast<size_t>(m->start);
  *out = start <= data.size() ? data.substr(start, m->count) : std::string_view("", 0);
  return true;
}

void init_memoryview_type() {
  Type* t = rt.types.memoryview = new_type("memoryview", nullptr, sizeof(MemoryView), Kind::Other, kSequence);
  t->dealloc = view_dealloc;
  t->traverse = view_traverse;
  t->construct = view_construct;
  t->repr = view_repr;
  t->hash = view_hash;
  t->compare = view_compare;
  t->length = view_length;
  t->getitem = view_getitem;
  t->setitem = view_setitem;
  t->iter = view_iter;
  add_methods(t, kMethods);
  add_getsets(t, kGetSets);
  make_type_ready(t);
  rt.types.memory_iterator = new_iterator_type("memory_iterator", view_next);
}

}  // namespace ap
