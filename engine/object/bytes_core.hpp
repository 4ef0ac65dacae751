// Between the files about bytes and bytearray.
#pragma once
#include "object/bytes.hpp"

namespace ap {

// The bytes that bytes(...) or bytearray(...) is made of; *keep owns them.
bool bytes_argument(const char* name, Args args, std::string_view* data, Var* keep);
// An item of bytes; false: an exception is set, ValueError with that text when it is no byte.
bool byte_value(Value v, uint8_t* out, const char* out_of_range);
bool bytes_operand(Value self, Value v, std::string_view* out);
Var bytes_compare(Value a, Value b, Compare op);
Ref<Str> bytes_repr_text(std::string_view data, bool bytearray);
Var bytes_percent(Value format, Value args);
void add_bytes_methods(Type* t);
void init_bytearray_type();
bool view_bytes(Value v, std::string_view* out);  // of a memoryview
void init_memoryview_type();

}  // namespace ap
