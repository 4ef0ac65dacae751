// set and frozenset: CPython's open-addressing table and probe sequence, since a set's order is the table's order.
#pragma once
#include "object/runtime.hpp"

namespace ap {

struct SetEntry {
  Value key;  // Empty: never used; hash -1 with Empty key: removed
  int64_t hash;
};

struct Set : Object {
  uint32_t used = 0, filled = 0, mask = 0;
  uint32_t finger = 0;  // where pop() goes on; of an ordered set: the first place of the list in use
  SetEntry* table = nullptr;
  int64_t hash_cache = -1;  // frozenset
  // asyncio's sets (all_tasks, wait, ...) show their items in the order given, for determinism; see the README of
  // the reference. nullptr for every set that a program builds.
  List* ordered = nullptr;
  explicit Set(Type* t) : Object(t, Kind::Set) {}
};

Ref<Set> new_set(bool frozen = false);
Ref<Set> new_ordered_set();
Tri set_contains(Set* s, Value key);
bool set_add(Set* s, Value key);
Tri set_discard(Set* s, Value key);
bool set_next(const Set* s, uint32_t* position, Value* key);
bool set_update(Set* s, Value iterable);
// The order in which tasks were made, for sets that keep one and take over items from a set that does not; set by
// asyncio. Larger than any task's for other values.
extern uint64_t (*set_creation_number)(Value);
void init_set_types();

}  // namespace ap
