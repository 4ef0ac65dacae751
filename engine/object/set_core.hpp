// Between the files about set.
#pragma once
#include "object/set.hpp"

namespace ap {

inline bool is_set(Value v) { return is_kind(v, Kind::Set); }
inline bool is_frozen(const Set* s) { return is_subtype(s->type, rt.types.frozenset); }
inline bool is_live(const SetEntry& e) { return !e.key.is_empty(); }

Ref<Set> new_set_of(Type* type);
// The hash that a set keeps; false: "cannot use 'list' as a set element (unhashable type: 'list')".
bool hash_element(Value v, int64_t* out);
bool set_add_hashed(Set* s, Value key, int64_t hash);
Tri set_contains_hashed(Set* s, Value key, int64_t hash);
Tri set_discard_hashed(Set* s, Value key, int64_t hash);
bool set_next_entry(const Set* s, uint32_t* position, SetEntry* entry);
bool set_merge(Set* s, Set* other);
bool set_resize(Set* s, uint32_t at_least);
bool set_pop(Set* s, Var* item);  // false: it is empty
void set_clear(Set* s);
void free_set_table(Set* s);
// Everything but the header and hash.
void set_swap(Set* a, Set* b);
// Lets a set iterate in insertion order from now on (it must be empty).
bool make_ordered(Set* s);
// Tasks in the order of their creation, for the convention on ordered sets; nullptr: as they stand in the table.
Ref<List> set_in_creation_order(Set* s);

}  // namespace ap
