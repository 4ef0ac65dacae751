// What any Python value can be asked: the functions of CPython's abstract object layer.
// Results are owned, parameters borrowed; an empty Var, false, -1 or Tri::Error means that rt.error is set.
#pragma once
#include "object/exception.hpp"

namespace ap {

Ref<Str> repr(Value v);
Ref<Str> str(Value v);
Ref<Str> ascii(Value v);
bool hash(Value v, int64_t* out);
Tri truth(Value v);
Var compare(Value a, Value b, Compare op);
Tri compare_truth(Value a, Value b, Compare op);
Tri equal(Value a, Value b);  // identity counts as equal, as in containers
Var binary(Value a, Value b, BinaryOp op);
Var inplace(Value a, Value b, BinaryOp op);
Var power(Value a, Value b, Value modulus);
Var unary(Value v, UnaryOp op);
Var absolute(Value v);

Var getattr(Value v, Str* name);
Var getattr(Value v, const char* name);
// Empty without an error where the attribute does not exist; other errors stay.
Var getattr_or_empty(Value v, Str* name);
bool setattr(Value v, Str* name, Value value);
bool delattr(Value v, Str* name);
// A special method looked up on the type and bound; Empty without an error when there is none.
Var lookup_special(Value v, Str* name);

Var call(Value f, Args args);
Var call(Value f);
Var call(Value f, Value a);
Var call(Value f, Value a, Value b);
Var call(Value f, Value a, Value b, Value c);
Var call_method(Value v, Str* name);
Var call_method(Value v, Str* name, Value a);
Var call_method(Value v, Str* name, Value a, Value b);
Var call_method(Value v, const char* name, Args args);
// callable(*tuple, **dict); `keywords` may be null.
Var call_star(Value f, Tuple* args, Dict* keywords);
bool is_callable(Value v);

Var iterate(Value v);               // iter(v)
Var next(Value iterator);           // exhausted: Empty without rt.error
Var getitem(Value v, Value key);
bool setitem(Value v, Value key, Value value);
bool delitem(Value v, Value key);
int64_t length(Value v);
int64_t length_hint(Value v);       // 0 when unknown
Tri contains(Value container, Value item);
Ref<Tuple> to_tuple(Value iterable);
Ref<List> to_list(Value iterable);
Var to_index(Value v);              // an int, or TypeError "'T' object cannot be interpreted as an integer"

Tri isinstance(Value v, Value class_or_tuple);
Tri issubclass(Value v, Value class_or_tuple);
// "x" of module "m" where names are shown: "m.x", or "x" for builtins.
Ref<Str> type_display_name(const Type* t);
// 0x7f… as repr shows it: the same on every run and every platform.
uint64_t address_of(Object* o);
// "<module.qualname object at 0x7f...>"
Ref<Str> default_repr(Value v);

}  // namespace ap
