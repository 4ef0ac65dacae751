// The format mini-language (PEP 3101), %-formatting and str.format.
#pragma once
#include "object/str.hpp"

namespace ap {

// format(value, spec): calls __format__; the built-in types are served here.
Var format_value(Value v, Str* spec);
Var format_int(Value v, Str* spec);
Var format_float(double d, Str* spec, Value shown = Empty);  // `shown`: the object whose type errors name
Var format_string(Str* s, Str* spec);
Var percent_format(Str* format, Value args);                                  // "..." % args
Var format_method(Str* format, const Value* args, size_t n, Dict* keywords);  // "...".format(...)
Var format_map_method(Str* format, Value mapping);                            // "...".format_map(mapping)

}  // namespace ap
