#include "vm/rare.hpp"

#include "coro/believe.hpp"
#include "object/format.hpp"
#include "object/function.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/set.hpp"
#include "vm/helpers.hpp"

namespace ap {
namespace {

#define RARE(name) After name([[maybe_unused]] Frame* f, [[maybe_unused]] Instr word, [[maybe_unused]] Frame** callee)
#define OP() static_cast<Op>(word & 0xff)
#define PUSH(v) (*f->sp++ = (v))
#define POP() (*--f->sp)
#define ARG() (word >> 8)
#define ARG_A() ((word >> 8) & 0xff)
#define ARG_B() (word >> 16)
#define TAKE(var) Var var = Var::steal(POP())
#define PUSH_OR_ERROR(expression)           \
  do {                                      \
    Var made_ = (expression);               \
    if (!made_) return After::Error;        \
    PUSH(made_.release());                  \
  } while (0)

RARE(DELETE_FAST) {
  Value old = std::exchange(f->slots()[ARG()], Value());
  if (old.is_empty()) {
    raise_unbound_local(f, ARG());
    return After::Error;
  }
  decref(old);
  return After::Next;
}
RARE(MAKE_CELL) {
  Value& slot = f->slots()[ARG()];
  Ref<Cell> cell = new_cell(Value());
  cell->value = slot;
  slot = Value(cell.release());
  return After::Next;
}
RARE(DELETE_DEREF) {
  Value old = std::exchange(f->slots()[ARG()].as<Cell>()->value, Value());
  if (old.is_empty()) {
    raise_unbound_cell(f, ARG());
    return After::Error;
  }
  decref(old);
  return After::Next;
}
RARE(LOAD_CLASS_DEREF) {
  Var v;
  if (is_kind(f->namespace_, Kind::Dict)) {
    v = dict_get_name(f->namespace_.as<Dict>(), f->code->slot_names[ARG()]);
  } else {
    v = getitem(f->namespace_, f->code->slot_names[ARG()]);
    if (!v && !clear_error_if(rt.types.KeyError)) return After::Error;
  }
  if (!v) v = f->slots()[ARG()].as<Cell>()->value;
  if (!v) {
    raise_unbound_cell(f, ARG());
    return After::Error;
  }
  PUSH(v.release());
  return After::Next;
}
RARE(LOAD_FROM_DICT_OR_DEREF) {
  TAKE(names);
  bool deref = OP() == Op::LOAD_FROM_DICT_OR_DEREF;
  PUSH_OR_ERROR(load_from_class(f, names, deref ? f->code->slot_names[ARG()] : f->code->names[ARG()],
                                deref ? f->slots()[ARG()].as<Cell>() : nullptr));
  return After::Next;
}
RARE(STORE_NAME) {
  TAKE(v);
  Str* name = f->code->names[ARG()];
  if (is_kind(f->namespace_, Kind::Dict) && f->namespace_.object()->type == rt.types.dict) {
    if (!dict_set_name(f->namespace_.as<Dict>(), name, v)) return After::Error;
  } else if (!setitem(f->namespace_, name, v)) {
    return After::Error;
  }
  return After::Next;
}
RARE(DELETE_NAME) {
  Str* name = f->code->names[ARG()];
  if (!delitem(f->namespace_, name)) {
    if (clear_error_if(rt.types.KeyError)) (void)raise_name_error(name);
    return After::Error;
  }
  return After::Next;
}
RARE(STORE_GLOBAL) {
  TAKE(v);
  if (!dict_set_name(f->globals, f->code->names[ARG()], v)) return After::Error;
  return After::Next;
}
RARE(DELETE_GLOBAL) {
  if (!dict_remove_name(f->globals, f->code->names[ARG()])) {
    (void)raise_name_error(f->code->names[ARG()]);
    return After::Error;
  }
  return After::Next;
}
RARE(LOAD_BUILD_CLASS) {
  PUSH_OR_ERROR(build_class_function());
  return After::Next;
}
RARE(LOAD_ASSERTION_ERROR) {
  PUSH(Var(Value(rt.types.AssertionError)).release());
  return After::Next;
}
RARE(LOAD_LOCALS) {
  PUSH(Var(f->namespace_).release());
  return After::Next;
}
RARE(SETUP_ANNOTATIONS) {
  return After::Next;
}
RARE(DELETE_ATTR) {
  TAKE(owner);
  if (!delattr(owner, f->code->names[ARG()])) return After::Error;
  return After::Next;
}
RARE(DELETE_SUBSCR) {
  TAKE(key);
  TAKE(container);
  if (!delitem(container, key)) return After::Error;
  return After::Next;
}
RARE(BUILD_SLICE) {
  Var step = ARG() == 3 ? Var::steal(POP()) : Var(None);
  TAKE(stop);
  TAKE(first);
  PUSH_OR_ERROR(make_slice(first, stop, step));
  return After::Next;
}
RARE(UNARY_NEGATIVE) {
  Op op = OP();
  TAKE(v);
  PUSH_OR_ERROR(unary(v, op == Op::UNARY_NEGATIVE   ? UnaryOp::Neg
                         : op == Op::UNARY_POSITIVE ? UnaryOp::Pos
                                                    : UnaryOp::Invert));
  return After::Next;
}
RARE(BUILD_SET) {
  uint32_t n = ARG();
  Ref<Set> s = new_set();
  for (uint32_t i = 0; i < n; ++i)
    if (!set_add(s.get(), f->sp[static_cast<int>(i) - static_cast<int>(n)])) return After::Error;
  for (uint32_t i = 0; i < n; ++i) decref(POP());
  PUSH(Value(s.release()));
  return After::Next;
}
RARE(BUILD_MAP) {
  uint32_t n = ARG();
  Ref<Dict> d = new_dict(n);
  for (uint32_t i = 0; i < n; ++i) {
    Value* pair = f->sp - 2 * static_cast<int>(n - i);
    if (!dict_set(d.get(), pair[0], pair[1])) return After::Error;
  }
  for (uint32_t i = 0; i < 2 * n; ++i) decref(POP());
  PUSH(Value(d.release()));
  return After::Next;
}
RARE(SET_ADD) {
  TAKE(v);
  if (!set_add(f->sp[-static_cast<int>(ARG())].as<Set>(), v)) return After::Error;
  return After::Next;
}
RARE(MAP_ADD) {
  TAKE(v);
  TAKE(key);
  if (!dict_set(f->sp[-static_cast<int>(ARG())].as<Dict>(), key, v)) return After::Error;
  return After::Next;
}
RARE(LIST_EXTEND) {
  TAKE(iterable);
  if (!extend_with_argument(f->sp[-static_cast<int>(ARG())].as<List>(), iterable, Value())) return After::Error;
  return After::Next;
}
RARE(SET_UPDATE) {
  TAKE(iterable);
  if (!set_update(f->sp[-static_cast<int>(ARG())].as<Set>(), iterable)) return After::Error;
  return After::Next;
}
RARE(DICT_UPDATE) {
  TAKE(mapping);
  Value into = f->sp[-static_cast<int>(ARG())];
  if (!type_of(mapping)->getitem || !merge_keywords(into.as<Dict>(), mapping, Value())) {
    if (!failed() || error_is(rt.types.AttributeError)) {
      clear_error();
      (void)type_error("'%T' object is not a mapping", mapping.get());
    }
    return After::Error;
  }
  return After::Next;
}
RARE(DICT_MERGE) {
  TAKE(mapping);
  Value* into = f->sp - ARG();
  if (!merge_keywords(into->as<Dict>(), mapping, into[-3])) return After::Error;
  return After::Next;
}
RARE(LIST_TO_TUPLE) {
  TAKE(l);
  auto* list = l.as<List>();
  PUSH_OR_ERROR(make_tuple(list->items, list->size));
  return After::Next;
}
RARE(UNPACK_EX) {
  TAKE(v);
  uint32_t n = ARG_A() + 1 + ARG_B();
  if (!unpack_star(v, ARG_A(), ARG_B(), f->sp)) return After::Error;
  for (uint32_t i = 0, j = n; i + 1 < j; ++i) std::swap(f->sp[i], f->sp[--j]);
  f->sp += n;
  return After::Next;
}
RARE(CONVERT) {
  TAKE(v);
  PUSH_OR_ERROR(convert_value(v, ARG()));
  return After::Next;
}
RARE(FORMAT_WITH_SPEC) {
  TAKE(spec);
  TAKE(v);
  PUSH_OR_ERROR(format_value(v, spec.as<Str>()));
  return After::Next;
}

// -- functions and calls
RARE(MAKE_FUNCTION) {
  uint32_t flags = ARG();
  int n = 1 + __builtin_popcount(flags & 15);
  Var v = make_function(f, f->sp[-1], flags, f->sp - n);
  if (!v) return After::Error;
  for (int i = 0; i < n; ++i) decref(POP());
  PUSH(v.release());
  return After::Next;
}
RARE(CALL_KW) {
  TAKE(names);
  uint32_t n = ARG();
  Value* base = f->sp - n - 2;
  Value* args = arguments_of(base, n);
  Args given{args, n - names.as<Tuple>()->size, names.as<Tuple>()};
  if (is_kind(base[0], Kind::Function)) {
    auto* function = base[0].as<Function>();
    Frame* frame = bound_frame(function, given);
    if (!frame) return After::Error;
    incref(function);
    while (f->sp > base) decref(POP());
    init_frame(frame, function);
    *callee = frame;
    return After::Enter;
  }
  Var v = call(base[0], given);
  if (!v) return After::Error;
  while (f->sp > base) decref(POP());
  PUSH(v.release());
  return After::Next;
}
RARE(CALL_EX) {
  Value* base = f->sp - (ARG() ? 4 : 3);
  Value keywords = ARG() ? f->sp[-1] : Value();
  if (!is_kind(base[2], Kind::Tuple)) {  // f(*x)
    Ref<List> items = new_list();
    if (!extend_with_argument(items.get(), base[2], base[0])) return After::Error;
    Ref<Tuple> as_tuple = make_tuple(items->items, items->size);
    if (!as_tuple) return After::Error;
    decref(std::exchange(base[2], Value(as_tuple.release())));
  }
  auto* positional = base[2].as<Tuple>();
  if (is_kind(base[0], Kind::BoundMethod) && is_kind(base[0].as<BoundMethod>()->function, Kind::Function)) {
    auto* m = base[0].as<BoundMethod>();
    Ref<Tuple> all = new_tuple(positional->size + 1);
    if (!all) return After::Error;
    all->items()[0] = Var(m->self).release();
    for (uint32_t i = 0; i < positional->size; ++i) all->items()[i + 1] = Var((*positional)[i]).release();
    incref(m->function);
    base[0] = m->function;
    decref(m);
    decref(positional);
    positional = all.get();
    base[2] = Value(all.release());
  }
  if (is_kind(base[0], Kind::Function)) {
    auto* function = base[0].as<Function>();
    Frame* frame = bound_frame_star(function, positional, keywords ? keywords.as<Dict>() : nullptr);
    if (!frame) return After::Error;
    incref(function);
    while (f->sp > base) decref(POP());
    init_frame(frame, function);
    *callee = frame;
    return After::Enter;
  }
  Var v = call_star(base[0], positional, keywords ? keywords.as<Dict>() : nullptr);
  if (!v) return After::Error;
  while (f->sp > base) decref(POP());
  PUSH(v.release());
  return After::Next;
}
RARE(BELIEVE) {
  Value v = f->sp[-1];
  Var r = believe(static_cast<Believe>(ARG()), v);
  if (!r) return After::Error;
  f->sp[-1] = r.release();
  decref(v);
  return After::Next;
}
RARE(GET_YIELD_FROM_ITER) {
  TAKE(v);
  PUSH_OR_ERROR(get_yield_from_iter(f, v));
  return After::Next;
}
RARE(GET_AITER) {
  TAKE(v);
  PUSH_OR_ERROR(get_aiter(v));
  return After::Next;
}
RARE(GET_ANEXT) {
  PUSH_OR_ERROR(get_anext(f->sp[-1]));
  return After::Next;
}
RARE(END_ASYNC_FOR) {
  TAKE(exception);
  TAKE(aiter);
  if (is_instance(exception, rt.types.StopAsyncIteration)) return After::Next;
  set_error(std::move(exception));
  return After::Unwind;
}

// -- exceptions
RARE(PUSH_EXC_INFO) {
  Value exception = POP();
  PUSH(std::exchange(rt.handled->exception, exception));
  incref(exception);
  PUSH(exception);
  return After::Next;
}
RARE(POP_EXCEPT) {
  decref(std::exchange(rt.handled->exception, POP()));
  return After::Next;
}
RARE(CHECK_EXC_MATCH) {
  TAKE(pattern);
  Tri t = exception_matches(f->sp[-1], pattern);
  if (t == Tri::Error) return After::Error;
  PUSH(Value::from_bool(t == Tri::True));
  return After::Next;
}
RARE(CHECK_EG_MATCH) {
  TAKE(pattern);
  Var rest, match;
  if (!match_group(f->sp[-1], pattern, &rest, &match)) return After::Error;
  if (!match.is_none()) {
    if (rest.is_none() && match.get() != f->sp[-1] && match.as<BaseException>()->traceback == nullptr) {
      // What was no group has been put into one here.
      set_error(std::move(match));
      add_traceback_here(f);
      match = take_error();
    }
    incref(match.get());
    decref(std::exchange(rt.handled->exception, match.get()));
  }
  decref(POP());
  PUSH(rest.release());
  PUSH(match.release());
  return After::Next;
}
RARE(PREP_RERAISE_STAR) {
  TAKE(results);
  TAKE(original);
  PUSH_OR_ERROR(prepare_reraise_star(original, results.as<List>()));
  return After::Next;
}
RARE(RAISE) {
  if (ARG() == 0) {
    if (reraise_handled()) return After::Unwind;
    return After::Error;
  }
  Var cause = ARG() == 2 ? Var::steal(POP()) : Var();
  TAKE(exception);
  raise_statement(exception, cause);
  return After::Error;
}
RARE(RERAISE) {
  TAKE(exception);
  set_error(std::move(exception));
  return After::Unwind;
}
RARE(WITH_ENTER) {
  TAKE(manager);
  Var leave, entered;
  if (!enter_context(manager, OP() == Op::ASYNC_WITH_ENTER, &leave, &entered)) return After::Error;
  if (is_kind(entered, Kind::BoundMethod) && is_kind(entered.as<BoundMethod>()->function, Kind::Function)) {
    auto* m = entered.as<BoundMethod>();
    auto* function = m->function.as<Function>();
    Frame* frame = bound_frame(function, Args{&m->self, 1, nullptr});
    if (!frame) return After::Error;
    incref(function);
    PUSH(leave.release());
    init_frame(frame, function);
    *callee = frame;
    return After::Enter;
  }
  entered = call(entered);
  if (!entered) return After::Error;
  PUSH(leave.release());
  PUSH(entered.release());
  return After::Next;
}
RARE(WITH_EXIT) {
  TAKE(leave);
  PUSH_OR_ERROR(call(leave, None, None, None));
  return After::Next;
}
RARE(WITH_EXCEPT) {
  PUSH_OR_ERROR(exit_with_exception(f->sp[-3], f->sp[-1]));
  return After::Next;
}

// -- match statement
RARE(MATCH_SEQUENCE) {
  PUSH(Value::from_bool(is_match_sequence(f->sp[-1])));
  return After::Next;
}
RARE(MATCH_MAPPING) {
  PUSH(Value::from_bool(is_match_mapping(f->sp[-1])));
  return After::Next;
}
RARE(MATCH_LENGTH) {
  int64_t n = length(f->sp[-1]);
  if (n < 0) return After::Error;
  PUSH(Value::from_int(n));
  return After::Next;
}
RARE(MATCH_KEYS) {
  PUSH_OR_ERROR(match_keys(f->sp[-2], f->sp[-1].as<Tuple>()));
  return After::Next;
}
RARE(MATCH_CLASS) {
  TAKE(names);
  TAKE(type);
  TAKE(subject);
  PUSH_OR_ERROR(match_class(subject, type, ARG(), names.as<Tuple>()));
  return After::Next;
}
RARE(DICT_WITHOUT_KEYS) {
  TAKE(keys);
  TAKE(subject);
  PUSH_OR_ERROR(dict_without(subject, keys.as<Tuple>()));
  return After::Next;
}

// -- imports
RARE(IMPORT_NAME) {
  TAKE(fromlist);
  TAKE(level);
  PUSH_OR_ERROR(import_name(f, f->code->names[ARG()], fromlist, level));
  return After::Next;
}
RARE(IMPORT_FROM) {
  PUSH_OR_ERROR(import_from(f->sp[-1], f->code->names[ARG()]));
  return After::Next;
}
RARE(IMPORT_STAR) {
  TAKE(module);
  if (!import_star(f, module)) return After::Error;
  return After::Next;
}
RARE(TYPE_PARAMETER) {
  TAKE(bound);
  TAKE(name);
  PUSH_OR_ERROR(type_parameter(ARG(), name, bound));
  return After::Next;
}
RARE(TYPE_ALIAS) {
  TAKE(compute);
  TAKE(params);
  TAKE(name);
  PUSH_OR_ERROR(type_alias(name, params, compute));
  return After::Next;
}
RARE(LINE) {
  if (!trace_line(f)) return After::Error;
  return After::Next;
}
RARE(WATCH) {
  watch(f, static_cast<Watch>(ARG_A()), ARG_B(), f->sp);
  return After::Next;
}

}  // namespace

constinit const RareInstructions rare_instructions = [] {
  RareInstructions table{};
#define ENTRY(op, function) table[static_cast<size_t>(Op::op)] = function;
#define SAME(op) ENTRY(op, op)
  SAME(DELETE_FAST) SAME(MAKE_CELL) SAME(DELETE_DEREF) SAME(LOAD_CLASS_DEREF) SAME(LOAD_FROM_DICT_OR_DEREF)
  ENTRY(LOAD_FROM_DICT_OR_GLOBAL, LOAD_FROM_DICT_OR_DEREF) SAME(STORE_NAME) SAME(DELETE_NAME) SAME(STORE_GLOBAL)
  SAME(DELETE_GLOBAL) SAME(LOAD_BUILD_CLASS) SAME(LOAD_ASSERTION_ERROR) SAME(LOAD_LOCALS) SAME(SETUP_ANNOTATIONS)
  SAME(DELETE_ATTR) SAME(DELETE_SUBSCR) SAME(BUILD_SLICE) SAME(UNARY_NEGATIVE) ENTRY(UNARY_POSITIVE, UNARY_NEGATIVE)
  ENTRY(UNARY_INVERT, UNARY_NEGATIVE) SAME(BUILD_SET) SAME(BUILD_MAP) SAME(SET_ADD) SAME(MAP_ADD) SAME(LIST_EXTEND)
  SAME(SET_UPDATE) SAME(DICT_UPDATE) SAME(DICT_MERGE) SAME(LIST_TO_TUPLE) SAME(UNPACK_EX) SAME(CONVERT)
  SAME(FORMAT_WITH_SPEC) SAME(MAKE_FUNCTION) SAME(CALL_KW) SAME(CALL_EX) SAME(BELIEVE) SAME(GET_YIELD_FROM_ITER)
  SAME(GET_AITER) SAME(GET_ANEXT) SAME(END_ASYNC_FOR) SAME(PUSH_EXC_INFO) SAME(POP_EXCEPT) SAME(CHECK_EXC_MATCH)
  SAME(CHECK_EG_MATCH) SAME(PREP_RERAISE_STAR) SAME(RAISE) SAME(RERAISE) SAME(WITH_ENTER) ENTRY(ASYNC_WITH_ENTER, WITH_ENTER)
  SAME(WITH_EXIT) SAME(WITH_EXCEPT) SAME(MATCH_SEQUENCE) SAME(MATCH_MAPPING) SAME(MATCH_LENGTH) SAME(MATCH_KEYS)
  SAME(MATCH_CLASS) SAME(DICT_WITHOUT_KEYS) SAME(IMPORT_NAME) SAME(IMPORT_FROM) SAME(IMPORT_STAR) SAME(TYPE_PARAMETER)
  SAME(TYPE_ALIAS) SAME(LINE) SAME(WATCH)
#undef SAME
#undef ENTRY
  return table;
}();

}  // namespace ap
