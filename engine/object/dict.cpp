// The table. Its sizes, and when it is compacted, are CPython's, since a loop that removes and adds keys shows them.
#include "object/dict.hpp"

#include <cstring>

#include "object/dict_core.hpp"
#include "object/native.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

constexpr uint32_t kSmallest = 8;           // table sizes are powers of two from here on
constexpr uint32_t kNoEntry = 0xffffffff;   // an index slot that is free
constexpr uint32_t kFirstCapacity = 3;      // most instances have few attributes
constexpr uint16_t kMixed = 1, kGeneral = 2;  // bits of Dict::extra

uint32_t usable(uint32_t size) { return static_cast<uint32_t>(static_cast<uint64_t>(size) * 2 / 3); }
uint32_t slot_bytes(uint32_t mask) { return mask <= 0xff ? 1 : mask <= 0xffff ? 2 : 4; }

uint32_t get_slot(const Dict* d, uint32_t i) {
  if (d->mask <= 0xff) {
    uint32_t entry = static_cast<const uint8_t*>(d->index)[i];
    return entry == 0xff ? kNoEntry : entry;
  }
  if (d->mask <= 0xffff) {
    uint32_t entry = static_cast<const uint16_t*>(d->index)[i];
    return entry == 0xffff ? kNoEntry : entry;
  }
  return static_cast<const uint32_t*>(d->index)[i];
}
void set_slot(Dict* d, uint32_t i, uint32_t entry) {
  if (d->mask <= 0xff)
    static_cast<uint8_t*>(d->index)[i] = static_cast<uint8_t>(entry);
  else if (d->mask <= 0xffff)
    static_cast<uint16_t*>(d->index)[i] = static_cast<uint16_t>(entry);
  else
    static_cast<uint32_t*>(d->index)[i] = entry;
}
// Neighbouring hashes (ints) are spread, so that linear probing does well.
uint32_t home(const Dict* d, int64_t hash) {
  return static_cast<uint32_t>(static_cast<uint64_t>(hash) * 0x9E3779B97F4A7C15ull >> 32) & d->mask;
}
void put_slot(Dict* d, int64_t hash, uint32_t entry) {
  uint32_t at = home(d, hash);
  while (get_slot(d, at) != kNoEntry) at = (at + 1) & d->mask;
  set_slot(d, at, entry);
}

// The slot that names `entry` is freed, and what follows moves up unless that would put it before its own place.
void remove_slot(Dict* d, int64_t hash, uint32_t entry) {
  uint32_t at = home(d, hash);
  while (get_slot(d, at) != entry) at = (at + 1) & d->mask;
  for (uint32_t next = (at + 1) & d->mask;; next = (next + 1) & d->mask) {
    uint32_t other = get_slot(d, next);
    if (other == kNoEntry) break;
    uint32_t wanted = home(d, d->entries[other].hash);
    if (((next - wanted) & d->mask) < ((next - at) & d->mask)) continue;
    set_slot(d, at, other);
    at = next;
  }
  set_slot(d, at, kNoEntry);
}

bool interned_str(Value key) { return is_kind(key, Kind::Str) && key.as<Str>()->is_interned(); }
bool plain_str(Value key) { return is_kind(key, Kind::Str) && key.object()->type == rt.types.str; }

// Makes the table anew with `size` slots and without the removed entries.
bool rebuild(Dict* d, uint32_t size) {
  uint32_t capacity = usable(size);
  auto* entries = static_cast<DictEntry*>(heap.allocate_raw(capacity * sizeof(DictEntry)));
  if (!entries) return raise_memory_error();
  void* index = nullptr;
  if (size > kSmallest) {
    size_t bytes = static_cast<size_t>(size) * slot_bytes(size - 1);
    index = heap.allocate_raw(bytes);
    if (!index) {
      heap.release_raw(entries, capacity * sizeof(DictEntry));
      return raise_memory_error();
    }
    std::memset(index, 0xff, bytes);
  }
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->entry_count; ++i)
    if (d->entries[i].key) entries[n++] = d->entries[i];
  free_dict_table(d);
  d->entries = entries;
  d->entry_count = n;
  d->capacity = capacity;
  d->index = index;
  d->mask = size - 1;
  d->room = capacity - n;
  if (index)
    for (uint32_t i = 0; i < n; ++i) put_slot(d, entries[i].hash, i);
  return true;
}

uint32_t size_for(uint64_t wanted) {
  uint64_t size = kSmallest;
  while (size < wanted) size *= 2;
  return size > (1u << 30) ? 0 : static_cast<uint32_t>(size);
}

bool rebuild_for(Dict* d, uint64_t wanted) {
  uint32_t size = size_for(wanted);
  return size ? rebuild(d, size) : raise_memory_error();
}

bool make_room(Dict* d) {
  if (d->mask == 0) {
    d->entries = static_cast<DictEntry*>(heap.allocate_raw(kFirstCapacity * sizeof(DictEntry)));
    d->capacity = kFirstCapacity;
    d->mask = kSmallest - 1;
    d->room = usable(kSmallest);
    return true;
  }
  if (d->room == 0) return rebuild_for(d, static_cast<uint64_t>(d->used) * 3);
  uint32_t capacity = usable(kSmallest);
  d->entries = static_cast<DictEntry*>(
      heap.reallocate_raw(d->entries, d->capacity * sizeof(DictEntry), capacity * sizeof(DictEntry)));
  d->capacity = capacity;
  return true;
}

bool insert(Dict* d, Value key, int64_t hash, Value value) {
  if (!interned_str(key)) [[unlikely]] {
    if (!plain_str(key) && !(d->extra & kGeneral)) {
      // CPython has smaller entries for strings alone, and moves all when the first other key comes.
      if (d->mask && !rebuild_for(d, static_cast<uint64_t>(d->used) * 3)) return false;
      d->extra |= kGeneral;
    }
    d->extra |= kMixed;
  }
  if ((d->room == 0 || d->entry_count == d->capacity) && !make_room(d)) [[unlikely]]
    return false;
  incref(key);
  incref(value);
  uint32_t at = d->entry_count++;
  d->entries[at] = {key, value, hash};
  if (d->index) put_slot(d, hash, at);
  --d->room;
  ++d->used;
  ++d->version;
  return true;
}

// The same table, removed entries and all; `to` is empty.
bool clone_table(Dict* to, const Dict* from) {
  Dict copy(to->type);
  copy.mask = from->mask;
  copy.capacity = from->capacity;
  copy.entries = static_cast<DictEntry*>(heap.allocate_raw(from->capacity * sizeof(DictEntry)));
  if (!copy.entries) return raise_memory_error();
  if (from->index) {
    size_t bytes = static_cast<size_t>(from->mask + 1) * slot_bytes(from->mask);
    copy.index = heap.allocate_raw(bytes);
    if (!copy.index) {
      heap.release_raw(copy.entries, from->capacity * sizeof(DictEntry));
      return raise_memory_error();
    }
    std::memcpy(copy.index, from->index, bytes);
  }
  for (uint32_t i = 0; i < from->entry_count; ++i) {
    copy.entries[i] = from->entries[i];
    incref(copy.entries[i].key);
    incref(copy.entries[i].value);
  }
  if (to->mask) free_dict_table(to);
  to->entries = copy.entries;
  to->index = copy.index;
  to->mask = copy.mask;
  to->capacity = copy.capacity;
  to->entry_count = from->entry_count;
  to->used = from->used;
  to->room = from->room;
  to->extra |= from->extra & (kMixed | kGeneral);
  ++to->version;
  return true;
}

void replace(Dict* d, uint32_t at, Value value) {
  incref(value);
  decref(std::exchange(d->entries[at].value, value));
}

// Whether the stored key equals `key`, by Python code if need be. kRestart: that has changed the dict.
enum class Match { No, Yes, Error, Restart };
Match match(Dict* d, uint32_t at, Value key) {
  Value stored = d->entries[at].key;
  if (plain_str(stored) && plain_str(key)) return equal(stored.as<Str>(), key.as<Str>()) ? Match::Yes : Match::No;
  Var keep = stored;
  uint32_t version = d->version;
  Tri same = equal(stored, key);
  if (same == Tri::Error) return Match::Error;
  if (d->version != version) return Match::Restart;
  return same == Tri::True ? Match::Yes : Match::No;
}

uint32_t find_name(const Dict* d, const Str* name) {
  Value key(name);
  const DictEntry* entries = d->entries;
  bool mixed = d->extra & kMixed;
  if (!d->index) {
    for (uint32_t i = 0, n = d->entry_count; i < n; ++i)
      if (entries[i].key == key) return i;
    if (mixed)
      for (uint32_t i = 0, n = d->entry_count; i < n; ++i)
        if (entries[i].key && entries[i].hash == name->full_hash && plain_str(entries[i].key) &&
            equal(entries[i].key.as<Str>(), name))
          return i;
    return kNoEntry;
  }
  int64_t hash = name->full_hash;
  for (uint32_t at = home(d, hash);; at = (at + 1) & d->mask) {
    uint32_t i = get_slot(d, at);
    if (i == kNoEntry || entries[i].key == key) return i;
    if (mixed && entries[i].hash == hash && plain_str(entries[i].key) && equal(entries[i].key.as<Str>(), name)) return i;
  }
}

void remove_at(Dict* d, uint32_t at, Var* removed) {
  DictEntry entry = d->entries[at];
  if (d->index) remove_slot(d, entry.hash, at);
  d->entries[at] = {Value(), Value(), 0};
  --d->used;
  ++d->version;
  if (removed)
    *removed = Var::steal(entry.value);
  else
    decref(entry.value);
  decref(entry.key);
}

}  // namespace

uint32_t dict_find(Dict* d, Value key, int64_t hash) {
  if (d->used == 0) return kDictMissing;
  if (!(d->extra & kMixed) && plain_str(key) && key.as<Str>()->is_interned()) return find_name(d, key.as<Str>());
restart:
  if (!d->index) {
    for (uint32_t i = 0; i < d->entry_count; ++i) {
      const DictEntry& e = d->entries[i];
      if (!e.key) continue;
      if (e.key == key) return i;
      if (e.hash != hash) continue;
      switch (match(d, i, key)) {
        case Match::Yes: return i;
        case Match::No: break;
        case Match::Error: return kDictError;
        case Match::Restart: goto restart;
      }
    }
    return kDictMissing;
  }
  for (uint32_t at = home(d, hash);; at = (at + 1) & d->mask) {
    uint32_t i = get_slot(d, at);
    if (i == kNoEntry) return kDictMissing;
    const DictEntry& e = d->entries[i];
    if (e.key == key) return i;
    if (e.hash != hash) continue;
    switch (match(d, i, key)) {
      case Match::Yes: return i;
      case Match::No: break;
      case Match::Error: return kDictError;
      case Match::Restart: goto restart;
    }
  }
}

void free_dict_table(Dict* d) {
  heap.release_raw(d->entries, d->capacity * sizeof(DictEntry));
  if (d->index) heap.release_raw(d->index, static_cast<size_t>(d->mask + 1) * slot_bytes(d->mask));
}

bool hash_key(Value key, int64_t* out) {
  if (is_kind(key, Kind::Str) && key.object()->type == rt.types.str) {
    *out = hash_str(key.as<Str>());
    return true;
  }
  if (key.is_small_int()) {
    int64_t i = key.as_int();
    *out = i == -1 ? -2 : i;
    return true;
  }
  if (hash(key, out)) return true;
  return explain_unhashable(key, "dict key");
}

bool explain_unhashable(Value key, const char* as) {
  if (type_of(rt.error) != rt.types.TypeError) return false;
  Var error = take_error();
  Type* t = type_of(key);
  // Classes of the program itself go by their names alone.
  Value module = t->type_flags & kHeapType ? dict_get_name(t->dict, rt.names.__module__) : Value();
  bool own = is_kind(module, Kind::Str) && equal(module.as<Str>(), "__main__");
  Ref<Str> name = own ? Ref<Str>(t->qualname) : type_display_name(t);
  return type_error("cannot use '%U' as a %s (%S)", name.get(), as, error.get());
}

Ref<Dict> new_dict(size_t expected) {
  auto d = Ref<Dict>::steal(allocate<Dict>(rt.types.dict, 0));
  if (d && expected > usable(kSmallest) && !rebuild_for(d.get(), (expected * 3 + 1) / 2)) return nullptr;
  return d;
}

Value dict_get_hashed(Dict* d, Value key, int64_t hash) {
  uint32_t at = dict_find(d, key, hash);
  return at < kDictError ? d->entries[at].value : Value();
}

Value dict_get(Dict* d, Value key) {
  int64_t hash;
  if (!hash_key(key, &hash)) return {};
  return dict_get_hashed(d, key, hash);
}

bool dict_set_hashed(Dict* d, Value key, int64_t hash, Value value) {
  uint32_t at = dict_find(d, key, hash);
  if (at == kDictError) return false;
  if (at == kDictMissing) return insert(d, key, hash, value);
  replace(d, at, value);
  return true;
}

bool dict_set(Dict* d, Value key, Value value) {
  int64_t hash;
  return hash_key(key, &hash) && dict_set_hashed(d, key, hash, value);
}

Value dict_set_default(Dict* d, Value key, Value fallback) {
  int64_t hash;
  if (!hash_key(key, &hash)) return {};
  uint32_t at = dict_find(d, key, hash);
  if (at == kDictError) return {};
  if (at != kDictMissing) return d->entries[at].value;
  return insert(d, key, hash, fallback) ? fallback : Value();
}

Tri dict_remove(Dict* d, Value key, Var* removed) {
  int64_t hash;
  if (!hash_key(key, &hash)) return Tri::Error;
  uint32_t at = dict_find(d, key, hash);
  if (at == kDictError) return Tri::Error;
  if (at == kDictMissing) return Tri::False;
  remove_at(d, at, removed);
  return Tri::True;
}

Value dict_get_name(const Dict* d, const Str* name) {
  uint32_t at = find_name(d, name);
  return at == kNoEntry ? Value() : d->entries[at].value;
}

Value dict_get_name_slow(const Dict* d, const Str* name, uint32_t* hint) {
  uint32_t at = find_name(d, name);
  if (at == kNoEntry) return {};
  *hint = at;
  return d->entries[at].value;
}

bool dict_set_name(Dict* d, Str* name, Value value) {
  uint32_t at = find_name(d, name);
  if (at == kNoEntry) return insert(d, name, name->full_hash, value);
  replace(d, at, value);
  return true;
}

bool dict_remove_name(Dict* d, Str* name) {
  uint32_t at = find_name(d, name);
  if (at == kNoEntry) return false;
  remove_at(d, at, nullptr);
  return true;
}

bool dict_pop_last(Dict* d, Var* key, Var* value) {
  uint32_t at = d->entry_count;
  while (at > 0 && !d->entries[at - 1].key) --at;
  if (at == 0) return false;
  *key = d->entries[at - 1].key;
  remove_at(d, at - 1, value);
  d->entry_count = at - 1;
  return true;
}

void dict_clear(Dict* d) {
  if (d->mask == 0) return;
  DictEntry* entries = std::exchange(d->entries, nullptr);
  uint32_t n = std::exchange(d->entry_count, 0), capacity = std::exchange(d->capacity, 0);
  free_dict_table(d);  // only the index is left
  d->index = nullptr;
  d->mask = 0;
  d->used = 0;
  d->room = 0;
  d->extra &= static_cast<uint16_t>(~(kMixed | kGeneral));
  ++d->version;
  for (uint32_t i = 0; i < n; ++i) {
    decref(entries[i].key);
    decref(entries[i].value);
  }
  heap.release_raw(entries, capacity * sizeof(DictEntry));
}

Ref<Dict> dict_copy(Dict* d) {
  Ref<Dict> copy = new_dict();
  if (!copy || d->used == 0) return copy;
  bool few_removed = d->used >= static_cast<uint64_t>(d->entry_count) * 2 / 3;
  bool ok = few_removed ? clone_table(copy.get(), d) : dict_update(copy.get(), d);
  return ok ? copy : nullptr;
}

bool dict_next(const Dict* d, uint32_t* position, Value* key, Value* value) {
  for (uint32_t i = *position; i < d->entry_count; ++i) {
    if (!d->entries[i].key) continue;
    *key = d->entries[i].key;
    *value = d->entries[i].value;
    *position = i + 1;
    return true;
  }
  return false;
}

// Keys and values of a real dict.
static bool update_from_dict(Dict* d, Dict* other) {
  if (d == other) return true;
  Ref<Dict> alive(other);
  uint32_t n = other->used;
  if (n == 0) return true;
  bool fresh = d->used == 0;
  if (fresh && n == other->entry_count && d->type == rt.types.dict &&
      (other->mask < kSmallest || usable((other->mask + 1) / 2) < n))
    return clone_table(d, other);
  if (usable(d->mask ? d->mask + 1 : 0) < n && !rebuild_for(d, (static_cast<uint64_t>(d->used + n) * 3 + 1) / 2)) return false;
  for (uint32_t i = 0; i < other->entry_count; ++i) {
    const DictEntry& e = other->entries[i];
    if (!e.key) continue;
    Var key = e.key, value = e.value;
    if (!dict_set_hashed(d, key, e.hash, value) || !check()) return false;
    if (other->used != n) return runtime_error("dict mutated during update");
  }
  return true;
}

static bool update_from_pairs(Dict* d, Value pairs) {
  Var iterator = iterate(pairs);
  if (!iterator) return false;
  for (int i = 0;; ++i) {
    Var item = next(iterator);
    if (!item) return !failed();
    Var parts = iterate(item);
    if (!parts) {
      if (!clear_error_if(rt.types.TypeError)) return false;
      (void)type_error("object is not iterable");
      Var error = take_error();
      Ref<Str> note = format_str("Cannot convert dictionary update sequence element #%d to a sequence", i);
      if (!note || !call_method(error, intern("add_note").get(), note)) return false;
      set_error(std::move(error));
      return false;
    }
    Ref<Tuple> pair = to_tuple(parts);
    if (!pair) return false;
    if (pair->size != 2)
      return value_error("dictionary update sequence element #%d has length %d; 2 is required", i,
                         static_cast<int>(pair->size));
    if (!dict_set(d, (*pair)[0], (*pair)[1]) || !check()) return false;
  }
}

bool dict_update(Dict* d, Value from) {
  if (is_kind(from, Kind::Dict) && type_of(from)->iter == rt.types.dict->iter) return update_from_dict(d, from.as<Dict>());
  Var keys_method = getattr_or_empty(from, rt.names.keys);
  if (!keys_method) return !failed() && update_from_pairs(d, from);
  Var keys = call(keys_method);
  Var iterator = keys ? iterate(keys) : Var();
  if (!iterator) return false;
  while (true) {
    Var key = next(iterator);
    if (!key) return !failed();
    Var value = getitem(from, key);
    if (!value || !dict_set(d, key, value) || !check()) return false;
  }
}

}  // namespace ap
