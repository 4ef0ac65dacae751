// What eval() leaves to functions of their own: everything that is not on the hottest path.
#pragma once
#include "object/function.hpp"
#include "object/list.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"

namespace ap {

// attributes.cpp. `cache` remembers what was found for types of the same version.
Var load_attr(Value owner, Str* name, Cache& cache);
bool store_attr(Value owner, Str* name, Value value, Cache& cache);
// The two values that CALL wants below its arguments. False: AttributeError is set.
bool load_method(Value owner, Str* name, Cache& cache, Var* function, Var* self);
Value load_global_slow(Frame* f, Str* name, Cache& cache);  // borrowed; Empty: NameError is set
Var load_name(Frame* f, Str* name);
// Annotations in a class: its namespace first, then the cell, or globals and builtins where that is null.
Var load_from_class(Frame* f, Value names, Str* name, Cell* cell);
Raised raise_name_error(Str* name);
Raised raise_with_name(Type* type, Ref<Str> message, Str* name);  // NameError and its kin, with their `name`
bool raise_unbound_local(Frame* f, uint32_t slot);
bool raise_unbound_cell(Frame* f, uint32_t slot);

// unpack.cpp
bool unpack_sequence(Value v, uint32_t n, Value* out);                   // out[0] is the first
bool unpack_star(Value v, uint32_t before, uint32_t after, Value* out);  // out: before, list, after
bool extend_with_argument(List* l, Value iterable, Value callable);      // f(*x)
bool merge_keywords(Dict* into, Value mapping, Value callable);          // f(**x)

// raising.cpp
bool raise_statement(Value exception, Value cause);                      // always leaves rt.error set
bool reraise_handled();
bool match_group(Value exception, Value pattern, Var* rest, Var* match);
Var prepare_reraise_star(Value original, List* results);
void add_traceback_here(Frame* f);

// Reports the line; false: a limit was reached.
bool trace_line(Frame* f);

// watch.cpp: notes an access, for diagnoses and the explorer. `top` is one past the top of the value stack.
void watch(Frame* f, Watch what, uint32_t operand, Value* top);

// with_statement.cpp
// Gives the bound __exit__ and __enter__, or those of the async protocol.
bool enter_context(Value manager, bool is_async, Var* exit, Var* enter);
Var exit_with_exception(Value exit, Value exception);

// matching.cpp
bool is_match_sequence(Value v);
bool is_match_mapping(Value v);
Var match_keys(Value subject, Tuple* keys);
Var match_class(Value subject, Value type, uint32_t positional, Tuple* names);
Var dict_without(Value subject, Tuple* keys);

// imports.cpp
Var import_name(Frame* f, Str* name, Value fromlist, Value level);
Var import_from(Value module, Str* name);
bool import_star(Frame* f, Value module);

// making.cpp
Var make_function(Frame* f, Value code, uint32_t flags, Value* operands);
Var convert_value(Value v, uint32_t how);
Var join_strings(Value* parts, uint32_t n);
Var type_parameter(uint32_t kind, Value name, Value bound);
Var type_alias(Value name, Value params, Value compute);
Var build_class_function();

// awaiting.cpp
Var get_awaitable(Value v, uint32_t where);
Var get_yield_from_iter(Frame* f, Value v);
Var get_aiter(Value v);
Var get_anext(Value aiter);
// Where the arguments of a call begin whose callable is at `base`, the self of a bound method among them; counts that in.
[[gnu::always_inline]] inline Value* arguments_of(Value* base, uint32_t& n) {
  if (base[1].is_empty() && is_kind(base[0], Kind::BoundMethod)) {
    auto* m = base[0].as<BoundMethod>();
    incref(m->function);
    incref(m->self);
    base[0] = m->function;
    base[1] = m->self;
    decref(m);
  }
  if (base[1].is_empty()) return base + 2;
  ++n;
  return base + 1;
}
// The link that AWAIT runs; `v` is what GET_AWAITABLE, GET_ANEXT or GET_YIELD_FROM_ITER gave.
Link* link_to_await(Value v, Var* keeper);

}  // namespace ap
