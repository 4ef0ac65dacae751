#include "object/set.hpp"

#include <cstring>

#include "object/dict_core.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/set_core.hpp"

namespace ap {

uint64_t (*set_creation_number)(Value) = nullptr;

namespace {

constexpr uint32_t kSmallest = 8, kProbes = 9;
constexpr int kPerturbShift = 5;

// Visits places as CPython does: a stretch of ten where it fits into the table, then one that begins somewhere else.
struct Probe {
  uint64_t perturb;
  uint32_t mask, begin, place, left;
  Probe(int64_t hash, uint32_t m) : perturb(static_cast<uint64_t>(hash)), mask(m), begin(static_cast<uint32_t>(hash) & m) {
    start();
  }
  void start() {
    place = begin;
    left = static_cast<uint64_t>(begin) + kProbes <= mask ? kProbes : 0;
  }
  void next() {
    if (left) {
      --left;
      ++place;
      return;
    }
    perturb >>= kPerturbShift;
    begin = static_cast<uint32_t>(static_cast<uint64_t>(begin) * 5 + 1 + perturb) & mask;
    start();
  }
};

bool is_unused(const SetEntry& e) { return e.key.is_empty() && e.hash == 0; }
bool is_removed(const SetEntry& e) { return e.key.is_empty() && e.hash == -1; }

// Puts an entry into a table that has neither an equal one nor removed ones.
void insert_clean(SetEntry* table, uint32_t mask, const SetEntry& entry) {
  Probe probe(entry.hash, mask);
  while (!is_unused(table[probe.place])) probe.next();
  table[probe.place] = entry;
}

SetEntry* new_table(uint32_t size) {
  auto* table = static_cast<SetEntry*>(heap.allocate_raw(size * sizeof(SetEntry)));
  if (!table) return (void)raise_memory_error(), nullptr;
  for (uint32_t i = 0; i < size; ++i) table[i] = {Value(), 0};
  return table;
}

bool ensure_table(Set* s) {
  if (s->table) return true;
  s->table = new_table(kSmallest);
  s->mask = kSmallest - 1;
  return s->table != nullptr;
}

constexpr int64_t kFree = -1, kFailed = -2;

// The place of `key`, or -1 (and in *free the place where it would go: that of the last removed item on the way, or the
// unused one at its end), or -2 with an exception.
int64_t find(Set* s, Value key, int64_t hash, uint32_t* free) {
restart:
  int64_t removed = -1;
  SetEntry* table = s->table;
  if (!table) return kFree;
  Probe probe(hash, s->mask);
  for (;; probe.next()) {
    SetEntry& e = table[probe.place];
    if (is_unused(e)) {
      if (free) *free = removed >= 0 ? static_cast<uint32_t>(removed) : probe.place;
      return kFree;
    }
    if (e.key.is_empty()) removed = probe.place;
    if (e.hash != hash || e.key.is_empty()) continue;
    if (e.key == key) return probe.place;
    bool text = is_kind(e.key, Kind::Str) && is_kind(key, Kind::Str);
    if (text && type_of(e.key) == rt.types.str && type_of(key) == rt.types.str) {
      if (equal(e.key.as<Str>(), key.as<Str>())) return probe.place;
      continue;
    }
    Var stored = e.key;
    Tri same = equal(stored, key);
    if (same == Tri::Error) return kFailed;
    if (s->table != table || table[probe.place].key != stored.get()) goto restart;
    if (same == Tri::True) return probe.place;
  }
}

// --- sets that show their items in insertion order keep them in a list as well; `finger` is where it begins

void forget_ordered(Set* s, Value key) {
  List* l = s->ordered;
  for (uint32_t i = s->finger; i < l->size; ++i) {
    if (l->items[i] != key) continue;
    if (i == s->finger) {
      decref(std::exchange(l->items[i], Value()));
      ++s->finger;
      if (s->finger > 32 && s->finger > l->size / 2) {
        std::memmove(static_cast<void*>(l->items), l->items + s->finger, (l->size - s->finger) * sizeof(Value));
        l->size -= s->finger;
        s->finger = 0;
      }
    } else {
      list_pop(l, i).reset();
    }
    return;
  }
}

}  // namespace

bool hash_element(Value v, int64_t* out) {
  if (is_kind(v, Kind::Str) && v.object()->type == rt.types.str) {
    *out = hash_str(v.as<Str>());
    return true;
  }
  if (hash(v, out)) return true;
  return explain_unhashable(v, "set element");
}

Ref<Set> new_set_of(Type* type) { return Ref<Set>::steal(allocate<Set>(type, 0)); }
Ref<Set> new_set(bool frozen) { return new_set_of(frozen ? rt.types.frozenset : rt.types.set); }

bool make_ordered(Set* s) {
  if (!s->ordered) s->ordered = new_list().release();
  return s->ordered != nullptr;
}

Ref<Set> new_ordered_set() {
  Ref<Set> s = new_set();
  if (s && !make_ordered(s.get())) return nullptr;
  return s;
}

void free_set_table(Set* s) { heap.release_raw(s->table, s->table ? (s->mask + 1) * sizeof(SetEntry) : 0); }

bool set_resize(Set* s, uint32_t at_least) {
  uint64_t size = kSmallest;
  while (size <= at_least) size *= 2;
  if (size > (1u << 28)) return raise_memory_error();
  SetEntry* table = new_table(static_cast<uint32_t>(size));
  if (!table) return false;
  if (s->table)
    for (uint32_t i = 0; i <= s->mask; ++i)
      if (is_live(s->table[i])) insert_clean(table, static_cast<uint32_t>(size) - 1, s->table[i]);
  free_set_table(s);
  s->table = table;
  s->mask = static_cast<uint32_t>(size) - 1;
  s->filled = s->used;
  return true;
}

bool set_add_hashed(Set* s, Value key, int64_t hash) {
  uint32_t free = 0;
  Var keep = key;
  int64_t at;
  do {
    if (!ensure_table(s)) return false;
    at = find(s, key, hash, &free);
  } while (at == kFree && !s->table);  // an __eq__ has cleared the set
  if (at == kFailed) return false;
  if (at >= 0) return true;
  if (s->ordered && !list_append(s->ordered, key)) return false;
  bool reused = is_removed(s->table[free]);
  s->table[free] = {keep.release(), hash};
  ++s->used;
  if (reused) return true;
  ++s->filled;
  if (static_cast<uint64_t>(s->filled) * 5 < static_cast<uint64_t>(s->mask) * 3) return true;
  return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

bool set_add(Set* s, Value key) {
  int64_t hash;
  return hash_element(key, &hash) && set_add_hashed(s, key, hash);
}

Tri set_contains_hashed(Set* s, Value key, int64_t hash) {
  int64_t at = find(s, key, hash, nullptr);
  return at == kFailed ? Tri::Error : at >= 0 ? Tri::True : Tri::False;
}

Tri set_contains(Set* s, Value key) {
  int64_t hash;
  return hash_element(key, &hash) ? set_contains_hashed(s, key, hash) : Tri::Error;
}

Tri set_discard_hashed(Set* s, Value key, int64_t hash) {
  int64_t at = find(s, key, hash, nullptr);
  if (at == kFailed) return Tri::Error;
  if (at < 0) return Tri::False;
  Var old = Var::steal(s->table[at].key);
  s->table[at] = {Value(), -1};
  --s->used;
  if (s->ordered) forget_ordered(s, old);
  return Tri::True;
}

Tri set_discard(Set* s, Value key) {
  int64_t hash;
  return hash_element(key, &hash) ? set_discard_hashed(s, key, hash) : Tri::Error;
}

bool set_pop(Set* s, Var* item) {
  if (s->used == 0) return false;
  if (s->ordered) {
    *item = s->ordered->items[s->finger];
    int64_t hash;
    return hash_element(*item, &hash) && set_discard_hashed(s, *item, hash) == Tri::True;
  }
  uint32_t at = s->finger & s->mask;
  while (!is_live(s->table[at])) at = at < s->mask ? at + 1 : 0;
  *item = Var::steal(s->table[at].key);
  s->table[at] = {Value(), -1};
  --s->used;
  s->finger = at + 1;
  return true;
}

void set_clear(Set* s) {
  SetEntry* table = std::exchange(s->table, nullptr);
  uint32_t mask = std::exchange(s->mask, 0);
  s->used = s->filled = 0;
  s->hash_cache = -1;
  if (s->ordered) {
    s->finger = 0;
    list_clear(s->ordered);
  }
  if (!table) return;
  for (uint32_t i = 0; i <= mask; ++i) decref(table[i].key);
  heap.release_raw(table, (mask + 1) * sizeof(SetEntry));
}

bool set_next_entry(const Set* s, uint32_t* position, SetEntry* entry) {
  if (s->ordered) {
    // Positions count from where the list began, so that removing its front does not shift them.
    uint32_t at = *position < s->finger ? s->finger : *position;
    if (at >= s->ordered->size) return false;
    entry->key = s->ordered->items[at];
    if (!hash_element(entry->key, &entry->hash)) return false;
    *position = at + 1;
    return true;
  }
  if (!s->table) return false;
  for (uint32_t i = *position; i <= s->mask; ++i) {
    if (!is_live(s->table[i])) continue;
    *entry = s->table[i];
    *position = i + 1;
    return true;
  }
  return false;
}

bool set_next(const Set* s, uint32_t* position, Value* key) {
  SetEntry entry;
  if (!set_next_entry(s, position, &entry)) return false;
  *key = entry.key;
  return true;
}

bool set_merge(Set* s, Set* other) {
  if (s == other || other->used == 0) return true;
  if (!ensure_table(s)) return false;
  if ((static_cast<uint64_t>(s->filled) + other->used) * 5 >= static_cast<uint64_t>(s->mask) * 3 &&
      !set_resize(s, (s->used + other->used) * 2))
    return false;
  // A target without any entry, not even a removed one, takes over the places, or at least needs no comparing.
  if (s->filled == 0 && !s->ordered && !other->ordered) {
    if (s->mask == other->mask && other->filled == other->used) {
      for (uint32_t i = 0; i <= s->mask; ++i) {
        s->table[i] = other->table[i];
        incref(s->table[i].key);
      }
    } else {
      for (uint32_t i = 0; i <= other->mask; ++i) {
        if (!is_live(other->table[i])) continue;
        incref(other->table[i].key);
        insert_clean(s->table, s->mask, other->table[i]);
      }
    }
    s->used = s->filled = other->used;
    return true;
  }
  if (s->ordered && !other->ordered && set_creation_number) {
    Ref<List> items = set_in_creation_order(other);
    for (uint32_t i = 0; items && i < items->size; ++i)
      if (!set_add(s, items->items[i])) return false;
    return static_cast<bool>(items);
  }
  SetEntry entry;
  for (uint32_t at = 0; set_next_entry(other, &at, &entry);) {
    Var keep = entry.key;
    if (!set_add_hashed(s, entry.key, entry.hash) || !check()) return false;
  }
  return true;
}

Ref<List> set_in_creation_order(Set* s) {
  Ref<List> items = new_list(s->used);
  Value key;
  for (uint32_t at = 0; items && set_next(s, &at, &key);)
    if (!list_append(items.get(), key)) return nullptr;
  if (!items || !set_creation_number) return items;
  // Insertion sort: stable, and the sets of tasks that programs build are small or in order.
  for (uint32_t i = 1; i < items->size; ++i) {
    Value item = items->items[i];
    uint64_t number = set_creation_number(item);
    uint32_t to = i;
    for (; to > 0 && set_creation_number(items->items[to - 1]) > number; --to) items->items[to] = items->items[to - 1];
    items->items[to] = item;
    if (!check(1 + (i - to) / 16)) return nullptr;
  }
  return items;
}

bool set_update(Set* s, Value iterable) {
  if (is_set(iterable)) return set_merge(s, iterable.as<Set>());
  if (is_kind(iterable, Kind::Dict) && type_of(iterable) == rt.types.dict) {
    auto* d = iterable.as<Dict>();
    if (!ensure_table(s)) return false;
    if ((static_cast<uint64_t>(s->filled) + d->used) * 5 >= static_cast<uint64_t>(s->mask) * 3 &&
        !set_resize(s, (s->used + d->used) * 2))
      return false;
    for (uint32_t i = 0; i < d->entry_count; ++i) {
      if (!d->entries[i].key) continue;
      if (!set_add_hashed(s, d->entries[i].key, d->entries[i].hash) || !check()) return false;
    }
    return true;
  }
  Var iterator = iterate(iterable);
  if (!iterator) return false;
  while (true) {
    Var item = next(iterator);
    if (!item) return !failed();
    if (!set_add(s, item) || !check()) return false;
  }
}

void set_swap(Set* a, Set* b) {
  std::swap(a->used, b->used);
  std::swap(a->filled, b->filled);
  std::swap(a->mask, b->mask);
  std::swap(a->table, b->table);
  std::swap(a->ordered, b->ordered);
  if (a->ordered || b->ordered) std::swap(a->finger, b->finger);
}

}  // namespace ap
