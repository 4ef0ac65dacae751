// dict: insertion-ordered hash table (dense entries plus an index of slots, after CPython 3.6 and PyPy).
// Namespaces (globals, instances, classes) are dicts too: a caller that keeps an entry's position as a hint finds the
// value of an interned name again with one comparison.
#pragma once
#include "object/str.hpp"

namespace ap {

struct DictEntry {
  Value key;    // Empty: a removed entry
  Value value;
  int64_t hash;
};

struct Dict : Object {
  // `extra`, bit 0: some key is no interned str, so that a name may be there though its pointer is not;
  // bit 1: some key is no plain str
  uint32_t used = 0;         // live entries
  uint32_t entry_count = 0;  // live and removed ones
  uint32_t capacity = 0;     // of entries
  uint32_t mask = 0;         // of the index; 0 before the first entry
  DictEntry* entries = nullptr;
  void* index = nullptr;     // mask+1 slots of 1, 2 or 4 bytes; nullptr while the dict is small (scanned)
  uint32_t version = 0;      // grows with each change of keys
  uint32_t room = 0;         // how many keys can be added before the table is made anew
  explicit Dict(Type* t) : Object(t, Kind::Dict) {}
};

Ref<Dict> new_dict(size_t expected = 0);
// Borrowed; Empty when there is none *or* an exception was raised (by __hash__ or __eq__): check rt.error then.
Value dict_get(Dict* d, Value key);
bool dict_set(Dict* d, Value key, Value value);  // takes new references
// 1 removed, 0 not there, Error. The value goes to *removed when given.
Tri dict_remove(Dict* d, Value key, Var* removed = nullptr);
// For interned names (never fails, never runs Python code).
Value dict_get_name(const Dict* d, const Str* name);
bool dict_set_name(Dict* d, Str* name, Value value);
bool dict_remove_name(Dict* d, Str* name);
// As dict_get_name, and keeps in *hint where the entry is, to look there first the next time.
inline Value dict_get_hinted(const Dict* d, const Str* name, uint32_t* hint);
Value dict_get_name_slow(const Dict* d, const Str* name, uint32_t* hint);
void dict_clear(Dict* d);
Ref<Dict> dict_copy(Dict* d);
bool dict_update(Dict* d, Value mapping_or_pairs);
// Walks the live entries: position 0 first; false at the end.
bool dict_next(const Dict* d, uint32_t* position, Value* key, Value* value);
// The value of `key`, which gets `fallback` when it has none; borrowed. Empty: an exception is set.
Value dict_set_default(Dict* d, Value key, Value fallback);
// For keys whose hash is known; as dict_get and dict_set.
Value dict_get_hashed(Dict* d, Value key, int64_t hash);
bool dict_set_hashed(Dict* d, Value key, int64_t hash, Value value);
// hash(key), with CPython's text when it is unhashable: "cannot use 'list' as a dict key (unhashable type: 'list')".
bool hash_key(Value key, int64_t* out);
// A read-only view of a mapping (types.MappingProxyType).
Var make_mapping_proxy(Value mapping);
void init_dict_type();

inline Value dict_get_hinted(const Dict* d, const Str* name, uint32_t* hint) {
  uint32_t at = *hint;
  if (at < d->entry_count && d->entries[at].key == Value(name)) [[likely]] return d->entries[at].value;
  return dict_get_name_slow(d, name, hint);
}

}  // namespace ap
