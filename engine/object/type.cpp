// Types as C++ objects: making them, inheriting slots, linearising bases, finding attributes, memory of instances.
#include "object/type.hpp"

#include <cstring>

#include "object/bytes.hpp"
#include "object/class.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/set.hpp"

namespace ap {

namespace {

// What type_lookup() found last, by type version and name. Versions never repeat within a run, so nothing needs
// removing. An entry owns its name: another string at the same address would find it.
struct CacheEntry {
  uint32_t version;
  Str* name;
  Value value;
};
constexpr uint32_t kCacheSize = 2048;
CacheEntry cache[kCacheSize];

uint32_t cache_index(uint32_t version, const Str* name) {
  return (version * 0x9E3779B1u ^ static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4)) & (kCacheSize - 1);
}

// Types that must stand before the first string or dict can be made; new_type() fills in these very objects.
struct Bootstrap {
  const char* name;
  Type* Types::* where;
  uint32_t basic_size;
  Kind kind;
};
constexpr Bootstrap kBootstrap[] = {
    {"object", &Types::object, sizeof(Object), Kind::Other}, {"type", &Types::type, sizeof(Type), Kind::Type},
    {"str", &Types::str, sizeof(Str), Kind::Str},            {"tuple", &Types::tuple, sizeof(Tuple), Kind::Tuple},
    {"dict", &Types::dict, sizeof(Dict), Kind::Dict},        {"list", &Types::list, sizeof(List), Kind::List},
};

Type* raw_type() { return new (heap.allocate_object(sizeof(Type))) Type(rt.types.type); }

// Of a chain of types with dicts, an entry of `dict` that needs no hashing.
Value lookup_uncached(Type* t, Str* name) {
  if (!t->mro) return t->dict ? dict_get_name(t->dict, name) : Empty;
  bool dunder = looks_dunder(name);
  Value* types = t->mro->items();
  for (uint32_t i = 0, n = t->mro->size; i < n; ++i) {
    Type* at = types[i].as<Type>();
    if (dunder && !(at->type_flags & (kDundersReady | kHeapType))) ensure_dunders(at);
    if (Value v = dict_get_name(at->dict, name)) return v;
  }
  return Empty;
}

bool mro_tail_contains(Tuple* mro, uint32_t from, Type* t) {
  for (uint32_t i = from + 1; i < mro->size; ++i)
    if ((*mro)[i] == Value(t)) return true;
  return false;
}

Raised mro_error(Tuple* bases) {
  StrBuilder names;
  for (uint32_t i = 0; i < bases->size; ++i) {
    if (i) names.append(", ");
    names.append((*bases)[i].as<Type>()->name);
  }
  Ref<Str> text = names.finish();
  if (!text) return {};
  return type_error("Cannot create a consistent method resolution order (MRO) for bases %U", text.get());
}

}  // namespace

// C3: repeatedly takes the first head of the lists (the bases' MROs, then the bases) that is in no list's tail.
Ref<Tuple> linearise(Type* t) {
  Tuple* bases = t->bases;
  uint32_t n = bases->size;
  if (n == 0) return tuple_of(Value(t));
  if (n == 1) {
    Tuple* up = (*bases)[0].as<Type>()->mro;
    Ref<Tuple> mro = new_tuple(up->size + 1);
    if (!mro) return {};
    mro->items()[0] = Var(t).release();
    for (uint32_t i = 0; i < up->size; ++i) mro->items()[i + 1] = Var((*up)[i]).release();
    return mro;
  }
  for (uint32_t i = 0; i < n; ++i)
    for (uint32_t j = i + 1; j < n; ++j)
      if ((*bases)[i] == (*bases)[j]) return type_error("duplicate base class %U", (*bases)[i].as<Type>()->name);
  uint32_t total = 1;
  for (uint32_t i = 0; i < n; ++i) total += (*bases)[i].as<Type>()->mro->size;
  Ref<Tuple> collected = new_tuple(total);
  Ref<Tuple> heads = new_tuple(n + 1);  // positions as small ints
  if (!collected || !heads) return {};
  for (uint32_t i = 0; i <= n; ++i) heads->items()[i] = Value::from_int(0);
  auto list = [&](uint32_t i) { return i < n ? (*bases)[i].as<Type>()->mro : bases; };
  uint32_t count = 0;
  collected->items()[count++] = Var(t).release();
  for (;;) {
    Type* next = nullptr;
    bool left = false;
    for (uint32_t i = 0; i <= n && !next; ++i) {
      uint32_t at = static_cast<uint32_t>((*heads)[i].as_int());
      if (at >= list(i)->size) continue;
      left = true;
      Type* candidate = (*list(i))[at].as<Type>();
      bool blocked = false;
      for (uint32_t j = 0; j <= n && !blocked; ++j)
        blocked = mro_tail_contains(list(j), static_cast<uint32_t>((*heads)[j].as_int()), candidate);
      if (!blocked) next = candidate;
    }
    if (!left) break;
    if (!next) {
      for (uint32_t i = count; i < total; ++i) collected->items()[i] = None;
      return mro_error(bases);
    }
    collected->items()[count++] = Var(next).release();
    for (uint32_t i = 0; i <= n; ++i) {
      uint32_t at = static_cast<uint32_t>((*heads)[i].as_int());
      if (at < list(i)->size && (*list(i))[at] == Value(next)) heads->items()[i] = Value::from_int(at + 1);
    }
  }
  Ref<Tuple> mro = make_tuple(collected->items(), count);
  for (uint32_t i = count; i < total; ++i) collected->items()[i] = None;
  return mro;
}

namespace {

void remember_subclass(Type* base, Type* t) {
  if (!base->subclasses) base->subclasses = new_list(4).release();
  if (base->subclasses && list_append(base->subclasses, Value(t))) --t->refs;  // weak
}

void inherit_slots(Type* t) {
  Type* base = t->base;
  if (!base) return;
  bool own_compare = t->compare != nullptr;
  for (size_t i = 0; i < kSlotCount; ++i) {
    if (slot_at(t, i)) continue;
    if (i == slot::hash && own_compare) continue;  // equal by value and mutable: unhashable unless it says how
    // As in CPython, object's __new__ makes no iterator, generator, code ...: a bare instance has none of what such a type relies on.
    if (i == slot::construct && base == rt.types.object && !(t->type_flags & kBaseType)) continue;
    slot_at(t, i) = slot_at(base, i);
  }
  if (own_compare && !t->hash) dict_set_name(t->dict, rt.names.__hash__, None);
}

size_t item_bytes(const Object* o) {
  switch (o->kind) {
    case Kind::Str: {
      auto* s = static_cast<const Str*>(o);
      return sizeof(Str) + (static_cast<size_t>(s->length) + 1) * s->width();
    }
    case Kind::Tuple: return sizeof(Tuple) + static_cast<const Tuple*>(o)->size * sizeof(Value);
    case Kind::Int: return sizeof(Int) + static_cast<const Int*>(o)->capacity * sizeof(uint32_t);
    case Kind::Bytes: return sizeof(Bytes) + static_cast<const Bytes*>(o)->size + 1;
    default: return o->type->basic_size;
  }
}

}  // namespace

// Where the part that a Python subclass of str, int, tuple or bytes adds begins.
void* added_part(Object* o) { return reinterpret_cast<char*>(o) + ((item_bytes(o) + 7) & ~size_t{7}); }

void forget_type_cache() { std::memset(static_cast<void*>(cache), 0, sizeof cache); }

void bootstrap_types() {
  for (auto& b : kBootstrap) {
    Type* t = raw_type();
    t->basic_size = b.basic_size;
    t->instance_kind = b.kind;
    rt.types.*b.where = t;
  }
  for (auto& b : kBootstrap) (rt.types.*b.where)->type = rt.types.type;
}

Type* new_type(const char* name, Type* base, uint32_t basic_size, Kind kind, uint32_t flags) {
  Type* t = nullptr;
  for (auto& b : kBootstrap)
    if (!std::strcmp(b.name, name) && !(rt.types.*b.where)->name) t = rt.types.*b.where;
  if (!t) t = raw_type();
  std::string_view full = name;
  size_t dot = full.rfind('.');
  t->module = (dot == full.npos ? intern("builtins") : intern(full.substr(0, dot))).release();
  t->qualname = intern(dot == full.npos ? full : full.substr(dot + 1)).release();
  t->name = (flags & kDottedName ? intern(full) : Ref<Str>(t->qualname)).release();
  if (!base && t != rt.types.object) base = rt.types.object;
  t->base = base;
  t->basic_size = basic_size;
  t->instance_kind = kind;
  t->type_flags = flags;
  if (base) {
    t->type_flags |= base->type_flags & (kExceptionType | kHasDict | kWeakrefable | kSequence | kMapping);
    if (!t->dict_offset) t->dict_offset = base->dict_offset;
  }
  t->dict = new_dict().release();
  return t;
}

bool is_subtype(const Type* t, const Type* of) {
  if (t == of) return true;
  if (const Tuple* mro = t->mro) {
    const Value* types = mro->items();
    for (uint32_t i = 1, n = mro->size; i < n; ++i)
      if (types[i] == Value(of)) return true;
    return false;
  }
  for (; t; t = t->base)
    if (t == of) return true;
  return false;
}

Type* type_of_constant(Value v) {
  if (v.is_small_int()) return rt.types.int_;
  if (v.is_float()) return rt.types.float_;
  if (v.is_bool()) return rt.types.bool_;
  if (v.is_none()) return rt.types.none;
  if (v.is_ellipsis()) return rt.types.ellipsis;
  return rt.types.not_implemented;
}

Value type_lookup(Type* t, Str* name) {
  CacheEntry& entry = cache[cache_index(t->version, name)];
  if (entry.version == t->version && entry.name == name && t->version) [[likely]] return entry.value;
  if (!name->is_interned()) {
    Ref<Str> interned = intern(name);
    return interned ? type_lookup(t, interned.get()) : Empty;
  }
  Value found = lookup_uncached(t, name);
  if (!t->version) t->version = rt.next_type_version++;
  CacheEntry& kept = cache[cache_index(t->version, name)];
  Ref<Str> old = Ref<Str>::steal(kept.name);
  incref(static_cast<Object*>(name));
  kept = {t->version, name, found};
  return found;
}

void type_modified(Type* t) {
  t->version = rt.next_type_version++;
  if (!t->subclasses) return;
  for (uint32_t i = 0; i < t->subclasses->size; ++i) type_modified(t->subclasses->items[i].as<Type>());
}

bool make_type_ready(Type* t) {
  if (!t->bases) t->bases = (t->base ? tuple_of(Value(t->base)) : Ref<Tuple>(rt.empty_tuple)).release();
  if (!t->bases) t->bases = new_tuple(0).release();
  if (!t->mro && !(t->mro = linearise(t).release())) return false;
  for (uint32_t i = 0; i < t->bases->size; ++i) remember_subclass((*t->bases)[i].as<Type>(), t);
  t->version = rt.next_type_version++;
  if (is_heap(t)) {
    set_class_slots(t);
    return true;
  }
  inherit_slots(t);
  if (t->dict_offset && (!t->base || t->base->dict_offset != t->dict_offset)) {
    t->type_flags |= kHasDict;
    // Futures may be given attributes, but have no __dict__ that can be asked for.
    if (t != rt.types.future && t != rt.types.task && !dict_get_name(t->dict, rt.names.__dict__)) {
      Ref<GetSetDescriptor> d = new_getset(&dict_getset, t);
      dict_set_name(t->dict, d->name, d);
    }
  }
  return true;
}

void* allocate_instance(Type* type, size_t own_bytes) {
  if (!is_heap(type)) [[likely]] {
    void* memory = heap.allocate_object(own_bytes);
    if (!memory) (void)raise_memory_error();
    return memory;
  }
  size_t total = own_bytes;
  if (type->added_bytes) total = ((own_bytes + 7) & ~size_t{7}) + type->added_bytes;
  void* memory = heap.allocate_object(total);
  if (!memory) {
    (void)raise_memory_error();
    return nullptr;
  }
  incref(static_cast<Object*>(type));
  if (type->added_bytes) {
    auto* at = reinterpret_cast<Value*>(static_cast<char*>(memory) + total - type->added_bytes);
    auto* end = reinterpret_cast<Value*>(static_cast<char*>(memory) + total);
    Value* dict = type->added_dict < 0 ? nullptr : at + type->added_dict;
    for (; at < end; ++at) *at = Value();
    if (dict) *dict = Value(uint64_t{0});
  }
  return memory;
}

void free_instance_extras(Object* o, size_t own_bytes) {
  Type* t = o->type;
  size_t total = own_bytes;
  if (uint32_t added = t->added_bytes) {
    size_t begin = (own_bytes + 7) & ~size_t{7};
    total = begin + added;
    auto* at = reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + begin);
    auto* end = reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + total);
    Value* dict = t->added_dict < 0 ? nullptr : at + t->added_dict;
    for (; at < end; ++at)
      if (at != dict) decref(*at);
    if (Dict* d = dict ? *reinterpret_cast<Dict**>(dict) : nullptr) decref(static_cast<Object*>(d));
  }
  heap.release_object(o, total);
  decref(static_cast<Object*>(t));
}

Dict** dict_slot(Object* o) {
  Type* t = o->type;
  if (t->dict_offset) [[likely]] return reinterpret_cast<Dict**>(reinterpret_cast<char*>(o) + t->dict_offset);
  if (t->type_flags & kDictAtEnd) return static_cast<Dict**>(added_part(o)) + t->added_dict * (8 / sizeof(Dict*));
  return nullptr;
}

Dict* instance_dict(Object* o) {
  Dict** slot = dict_slot(o);
  if (!slot) return nullptr;
  if (!*slot) *slot = new_dict().release();
  return *slot;
}

}  // namespace ap
