#include "object/iterator.hpp"

#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

void iterator_dealloc(Object* o) {
  auto* it = static_cast<Iterator*>(o);
  decref(it->over);
  decref(it->more[0]);
  decref(it->more[1]);
  free_object(it, sizeof(Iterator));
}

void iterator_traverse(Object* o, Visitor& visit) {
  auto* it = static_cast<Iterator*>(o);
  visit(it->over);
  visit(it->more[0]);
  visit(it->more[1]);
}

Var same(Value v) { return v; }

Type* ready(Type* t, Var (*next)(Value)) {
  t->dealloc = iterator_dealloc;
  t->traverse = iterator_traverse;
  t->iter = same;
  t->next = next;
  make_type_ready(t);
  return t;
}

Ref<Iterator> new_iterator(Type* type, Value over) {
  auto* it = allocate<Iterator>(type, 0);
  if (it) incref(it->over = over);
  return Ref<Iterator>::steal(it);
}

Var length_hint_method(Call& c) {
  auto* it = c.self.as<Iterator>();
  if (!it->over) return Value::from_int(0);
  int64_t n = length(it->over);
  if (n < 0) return {};
  n = it->type == rt.types.reversed || it->type == rt.types.list_reverseiterator ? it->position + 1 : n - it->position;
  return make_int(n < 0 ? 0 : n);
}
const MethodDef kLengthHint[] = {{"__length_hint__", "", length_hint_method}};

// --- iter(sequence), iter(callable, sentinel)

Var sequence_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  Var sequence = it->over;
  Var item = getitem(sequence, Value::from_int(it->position));
  if (item) {
    ++it->position;
    return item;
  }
  if (clear_error_if(rt.types.IndexError) || clear_error_if(rt.types.StopIteration)) return exhaust(it);
  return {};
}

Var callable_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  Var callable = it->over, sentinel = it->more[0];
  Var item = call(callable);
  if (!item) {
    if (clear_error_if(rt.types.StopIteration)) return exhaust(it);
    return {};
  }
  Tri last = equal(sentinel, item);
  if (last == Tri::Error) return {};
  if (last == Tri::True) return exhaust(it);
  return item;
}

// --- enumerate, zip, map, filter

// The tuple given out before, for another use if nobody has kept it.
Ref<Tuple> result_tuple(Value& kept, size_t n) {
  if (kept && kept.object()->refs == 1 && !(kept.object()->flags & kHasSideEntry)) return Ref<Tuple>(kept.as<Tuple>());
  Ref<Tuple> fresh = new_tuple(n);
  if (!fresh) return fresh;
  decref(std::exchange(kept, Value(Ref<Tuple>(fresh).release())));
  return fresh;
}
void put(Tuple* t, size_t i, Var&& v) { decref(std::exchange(t->items()[i], v.release())); }

Var enumerate_construct(Type* type, Args args) {
  Value p[2];
  uint32_t given = args.count + args.keyword_count();
  if (given > 2) return type_error("enumerate() takes at most 2 arguments (%u given)", given);
  for (uint32_t i = 0; i < args.count; ++i) p[i] = args.values[i];
  for (uint32_t i = args.count; i < given; ++i) {
    Str* name = (*args.kwnames)[i - args.count].as<Str>();
    bool start = equal(name, "start");
    if ((!start && !equal(name, "iterable")) || p[start])
      return type_error("'%U' is an invalid keyword argument for enumerate()", name);
    p[start] = args.values[i];
  }
  if (!p[0]) return type_error("enumerate() missing required argument 'iterable'");
  Var count = p[1] ? to_index(p[1]) : Var(Value::from_int(0));
  if (!count) return {};
  Var over = iterate(p[0]);
  if (!over) return {};
  Ref<Iterator> it = new_iterator(type, over);
  if (!it) return {};
  if (count->is_small_int())
    it->position = count->as_int();
  else
    it->more[0] = count.release();
  return it;
}

Var enumerate_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  Var item = next(it->over);
  if (!item) return {};
  Ref<Tuple> pair = result_tuple(it->more[1], 2);
  if (!pair) return {};
  if (it->more[0]) {
    Var count = it->more[0];
    Var following = int_binary(count, Value::from_int(1), BinaryOp::Add);
    if (!following) return {};
    decref(std::exchange(it->more[0], following.release()));
    put(pair.get(), 0, std::move(count));
  } else {
    put(pair.get(), 0, make_int(it->position++));
  }
  put(pair.get(), 1, std::move(item));
  return pair;
}

// strict= of zip and map; false: an exception is set.
bool strict_argument(const char* name, Args args, bool* strict) {
  *strict = false;
  if (args.keyword_count() > 1)
    return type_error("%s() takes at most 1 keyword argument (%u given)", name, args.keyword_count());
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    Str* key = (*args.kwnames)[i].as<Str>();
    if (!equal(key, "strict")) return type_error("%s() got an unexpected keyword argument '%U'", name, key);
    Tri value = truth(args.values[args.count + i]);
    if (value == Tri::Error) return false;
    *strict = value == Tri::True;
  }
  return true;
}

Ref<Tuple> iterators_of(const Value* values, uint32_t n) {
  Ref<Tuple> iterators = new_tuple(n);
  for (uint32_t i = 0; iterators && i < n; ++i) {
    iterators->items()[i] = iterate(values[i]).release();
    if (!(*iterators)[i]) return nullptr;
  }
  return iterators;
}

// Argument `i` ended first, or (longer) goes on where the ones before it have ended.
Raised strict_error(const char* name, uint32_t i, const char* how) {
  if (i == 1) return value_error("%s() argument 2 is %s than argument 1", name, how);
  return value_error("%s() argument %d is %s than arguments 1-%d", name, static_cast<int>(i + 1), how, static_cast<int>(i));
}

// One item of each; false: exhausted or an exception.
bool next_of_each(Tuple* iterators, bool strict, const char* name, Tuple* out) {
  for (uint32_t i = 0; i < iterators->size; ++i) {
    Var item = next((*iterators)[i]);
    if (item) {
      put(out, i, std::move(item));
      continue;
    }
    if (failed() || !strict) return false;
    if (i) return strict_error(name, i, "shorter");
    for (uint32_t k = 1; k < iterators->size; ++k) {
      if (next((*iterators)[k])) return strict_error(name, k, "longer");
      if (failed()) return false;
    }
    return false;
  }
  return true;
}

Var zip_construct(Type* type, Args args) {
  bool strict = false;
  if (args.kwnames && type == rt.types.zip && !strict_argument("zip", args, &strict)) return {};
  Ref<Tuple> iterators = iterators_of(args.values, args.count);
  if (!iterators) return {};
  Ref<Iterator> it = new_iterator(type, iterators);
  if (it) it->version = strict;
  return it;
}

Var zip_next(Value v) {
  auto* it = v.as<Iterator>();
  auto* iterators = it->over.as<Tuple>();
  if (iterators->size == 0) return {};
  Ref<Tuple> items = result_tuple(it->more[1], iterators->size);
  if (!items || !next_of_each(iterators, it->version, "zip", items.get())) return {};
  return items;
}

Var map_construct(Type* type, Args args) {
  bool strict = false;
  if (args.kwnames && type == rt.types.map && !strict_argument("map", args, &strict)) return {};
  if (args.count < 2) return type_error("map() must have at least two arguments.");
  Ref<Tuple> iterators = iterators_of(args.values + 1, args.count - 1);
  if (!iterators) return {};
  Ref<Iterator> it = new_iterator(type, args.values[0]);
  if (!it) return {};
  it->more[0] = iterators.release();
  it->version = strict;
  return it;
}

Var map_next(Value v) {
  auto* it = v.as<Iterator>();
  auto* iterators = it->more[0].as<Tuple>();
  if (iterators->size == 1) {
    Var item = next((*iterators)[0]);
    if (!item) return {};
    return call(it->over, item);
  }
  Ref<Tuple> items = new_tuple(iterators->size);
  if (!items || !next_of_each(iterators, it->version, "map", items.get())) return {};
  return call(it->over, Args{items->items(), items->size});
}

Var filter_construct(Type* type, Args args) {
  if (args.keyword_count() && type == rt.types.filter) return type_error("filter() takes no keyword arguments");
  if (args.count != 2)
    return type_error("filter expected 2 arguments, got %d", static_cast<int>(args.count));
  Var over = iterate(args.values[1]);
  if (!over) return {};
  Ref<Iterator> it = new_iterator(type, over);
  if (it) incref(it->more[0] = args.values[0]);
  return it;
}

Var filter_next(Value v) {
  auto* it = v.as<Iterator>();
  bool plain = it->more[0].is_none() || it->more[0] == Value(rt.types.bool_);
  while (true) {
    Var item = next(it->over);
    if (!item || !check()) return {};
    Tri good;
    if (plain) {
      good = truth(item);
    } else {
      Var answer = call(it->more[0], item);
      if (!answer) return {};
      good = truth(answer);
    }
    if (good == Tri::Error) return {};
    if (good == Tri::True) return item;
  }
}

// --- reversed

Var reversed_construct(Type* type, Args args) {
  if (args.keyword_count() && type == rt.types.reversed) return type_error("reversed() takes no keyword arguments");
  if (args.count != 1) return type_error("reversed expected 1 argument, got %d", static_cast<int>(args.count));
  Value sequence = args.values[0];
  Value found = type_lookup(type_of(sequence), rt.names.__reversed__);
  if (found && !found.is_none()) {
    Var method = lookup_special(sequence, rt.names.__reversed__);
    return method ? call(method) : Var();
  }
  Type* t = type_of(sequence);
  if (found || !t->getitem || is_kind(sequence, Kind::Dict))
    return type_error("'%T' object is not reversible", sequence);
  if (!t->length) return type_error("object of type '%T' has no len()", sequence);
  int64_t n = length(sequence);
  if (n < 0) return {};
  Ref<Iterator> it = new_iterator(type, sequence);
  if (it) it->position = n - 1;
  return it;
}

Var reversed_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  if (it->position >= 0) {
    Var sequence = it->over;
    Var item = getitem(sequence, Value::from_int(it->position));
    if (item) {
      --it->position;
      return item;
    }
    if (!clear_error_if(rt.types.IndexError) && !clear_error_if(rt.types.StopIteration)) return {};
  }
  return exhaust(it);
}

struct Definition {
  Type* Types::* where;
  const char* name;
  Var (*construct)(Type*, Args);
  Var (*next)(Value);
};
constexpr Definition kDefinitions[] = {
    {&Types::enumerate, "enumerate", enumerate_construct, enumerate_next},
    {&Types::zip, "zip", zip_construct, zip_next},
    {&Types::map, "map", map_construct, map_next},
    {&Types::filter, "filter", filter_construct, filter_next},
    {&Types::reversed, "reversed", reversed_construct, reversed_next},
};

}  // namespace

Var exhaust(Iterator* it) {
  decref(std::exchange(it->over, Value()));
  return {};
}

Type* new_iterator_type(const char* name, Var (*next)(Value)) {
  return ready(new_type(name, nullptr, sizeof(Iterator), Kind::Iterator, 0), next);
}

Var make_iterator(Type* iterator_type, Value over) { return new_iterator(iterator_type, over); }
void add_length_hint(Type* iterator_type) { add_methods(iterator_type, kLengthHint); }
Var make_sequence_iterator(Value sequence) { return make_iterator(rt.types.iterator, sequence); }

Var make_callable_iterator(Value callable, Value sentinel) {
  Ref<Iterator> it = new_iterator(rt.types.callable_iterator, callable);
  if (it) incref(it->more[0] = sentinel);
  return it;
}

void init_str_iterators();  // str_methods.cpp

void init_iterator_types() {
  init_str_iterators();
  rt.types.iterator = new_iterator_type("iterator", sequence_next);
  rt.types.callable_iterator = new_iterator_type("callable_iterator", callable_next);
  for (const Definition& d : kDefinitions) {
    Type* t = rt.types.*d.where = new_type(d.name, nullptr, sizeof(Iterator), Kind::Iterator);
    t->construct = d.construct;
    ready(t, d.next);
  }
  add_length_hint(rt.types.reversed);
}

}  // namespace ap
