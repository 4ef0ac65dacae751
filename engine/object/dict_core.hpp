// Between the files about dict (and set).
#pragma once
#include "object/dict.hpp"

namespace ap {

inline constexpr uint32_t kDictMissing = 0xffffffff, kDictError = 0xfffffffe;
// The entry of `key`, or one of the above.
uint32_t dict_find(Dict* d, Value key, int64_t hash);
void free_dict_table(Dict* d);
// Removes the newest entry; false: there is none.
bool dict_pop_last(Dict* d, Var* key, Var* value);
// Turns the TypeError of an unhashable key into "cannot use 'T' as a <as> (<text>)"; always false.
bool explain_unhashable(Value key, const char* as);

Var dict_view(Type* type, Dict* d);
Var dict_iterator(Type* type, Dict* d);
void init_dict_views();

}  // namespace ap
