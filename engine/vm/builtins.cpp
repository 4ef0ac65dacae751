#include "vm/generator.hpp"
#include "vm/builtins.hpp"

#include "coro/iterator_link.hpp"
#include "object/class.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/format.hpp"
#include "object/function.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/frame_object.hpp"
#include "vm/fiber.hpp"
#include "vm/output.hpp"

namespace ap {

Value (*current_stdout)();

namespace {

// ------------------------------------------------------------------------------------------------ output

// One print(): the text for stdout or another file of ours is put together and written as a whole. A class of the program gets
// each value, separator and end by itself, as in CPython.
struct Printing : HeldOutput {
  StrBuilder text;
  Value target;  // empty: stdout itself
  bool pieces;

  explicit Printing(Value file) : HeldOutput{write_out_now, nullptr}, target(file), pieces(!file.is_empty() && is_heap(type_of(file))) {}

  static void write_out_now(HeldOutput* held) {
    Var error = take_error();
    static_cast<Printing*>(held)->write_out();
    clear_error();
    if (error) set_error(std::move(error));
  }
  bool write_out() {
    if (!text.length()) return true;
    Ref<Str> out = text.finish();
    text.clear();
    return out && write(out.get());
  }
  bool write(Str* s) {
    if (target.is_empty()) return write_text(Stream::Out, s);
    return bool(call_method(target, rt.names.write, Value(s)));
  }
  bool add(Str* s) {
    if (pieces) return write(s);
    if (has_surrogate(s)) return write_out() && write(s);
    text.append(s);
    return true;
  }
  bool add(Value v) {
    if (is_kind(v, Kind::Str) && type_of(v) == rt.types.str) return add(v.as<Str>());
    bool hold = v.is_object() && !pieces;
    if (hold && output.divert) {  // in a thread, where somebody else may write meanwhile
      if (!write_out()) return false;
      hold = false;
    }
    if (hold) outer = std::exchange(held_output, this);
    Ref<Str> s = str(v);
    if (hold) held_output = outer;
    if (s) return add(s.get());
    write_out_now(this);
    return false;
  }
};

Var print(Call& c) {
  Value separator = c.get(0, None), end = c.get(1, None), file = c.get(2, None);
  for (auto [v, name] : {std::pair{separator, "sep"}, std::pair{end, "end"}})
    if (!v.is_none() && !is_kind(v, Kind::Str)) return type_error("%s must be None or a string, not %T", name, v);
  Value target = !file.is_none() ? file : current_stdout ? current_stdout() : Value();
  if (failed()) return Var();
  if (target.is_none()) return None;  // sys.stdout is None: nowhere
  Var kept(target);
  Printing printing(target);
  Ref<Str> space = make_char(U' '), newline = make_char(U'\n');
  for (uint32_t i = 0; i < c.rest_count; ++i) {
    if (i > 0 && !printing.add(separator.is_none() ? space.get() : separator.as<Str>())) return Var();
    if (!printing.add(c.rest[i])) return Var();
  }
  if (!printing.add(end.is_none() ? newline.get() : end.as<Str>()) || !printing.write_out()) return Var();
  Tri flush = target.is_empty() ? Tri::False : truth(c.get(3, False));
  if (flush == Tri::Error || (flush == Tri::True && !call_method(target, rt.names.flush))) return Var();
  return None;
}

// ------------------------------------------------------------------------------------------ numbers, text

Var abs_(Call& c) { return absolute(c[0]); }
Var ascii_(Call& c) { return ascii(c[0]); }
Var repr_(Call& c) { return repr(c[0]); }
Var hash_(Call& c) {
  int64_t h;
  if (!hash(c[0], &h)) return Var();
  return make_int(h);
}
Var id(Call& c) {
  Value v = c[0];
  if (v.is_object()) return make_int_u64(address_of(v.object()));
  // Inline values are their own identity.
  return make_int(static_cast<int64_t>((v.bits * 0x9E3779B97F4A7C15ull >> 18) | 0x100000000000ll));
}
Var in_base(Value v, int base, const char* prefix) {
  Var i = to_index(v);
  if (!i) return i;
  Ref<Str> digits = int_to_str(i, base);
  if (!digits) return Var();
  bool negative = digits->length && digits->at(0) == '-';
  Ref<Str> bare = negative ? substring(digits.get(), 1, digits->length) : digits;
  return format_str("%s%s%U", negative ? "-" : "", prefix, bare.get());
}
Var bin(Call& c) { return in_base(c[0], 2, "0b"); }
Var oct(Call& c) { return in_base(c[0], 8, "0o"); }
Var hex(Call& c) { return in_base(c[0], 16, "0x"); }
Var chr(Call& c) {
  int64_t i;
  Var index = to_index(c[0]);
  if (!index) return index;
  if (!to_int64_clamped(index, &i)) return Var();
  if (i < 0 || i > 0x10FFFF) return value_error("chr() arg not in range(0x110000)");
  return make_char(static_cast<char32_t>(i));
}
Var ord(Call& c) {
  if (is_kind(c[0], Kind::Str)) {
    auto* s = c[0].as<Str>();
    if (s->length == 1) return make_int(s->at(0));
    return type_error("ord() expected a character, but string of length %d found", static_cast<int>(s->length));
  }
  if (is_kind(c[0], Kind::Bytes)) {
    int64_t n = length(c[0]);
    if (n == 1) return getitem(c[0], Value::from_int(0));
    return type_error("ord() expected a character, but string of length %d found", static_cast<int>(n));
  }
  return type_error("ord() expected string of length 1, but %T found", c[0]);
}
Var divmod_(Call& c) {
  Ref<Str> name = intern("__divmod__");
  Var method = lookup_special(c[0], name.get());
  if (method) {
    Var r = call(method, c[1]);
    if (!r || !r->is_not_implemented()) return r;
  }
  if (failed()) return Var();
  Ref<Str> reflected = intern("__rdivmod__");
  method = lookup_special(c[1], reflected.get());
  if (method) {
    Var r = call(method, c[0]);
    if (!r || !r->is_not_implemented()) return r;
  }
  if (failed()) return Var();
  return type_error("unsupported operand type(s) for divmod(): '%T' and '%T'", c[0], c[1]);
}
Var pow_(Call& c) { return c[2] && !c[2].is_none() ? power(c[0], c[1], c[2]) : binary(c[0], c[1], BinaryOp::Pow); }
Var round_(Call& c) {
  Var method = lookup_special(c[0], rt.names.__round__);
  if (!method) {
    if (failed()) return Var();
    return type_error("type %T doesn't define __round__ method", c[0]);
  }
  return c[1] && !c[1].is_none() ? call(method, c[1]) : call(method);
}
Var format_(Call& c) {
  Value spec = c.get(1, Value(rt.empty_str));
  if (!is_kind(spec, Kind::Str)) return type_error("format() argument 2 must be str, not %T", spec);
  return format_value(c[0], spec.as<Str>());
}

// ------------------------------------------------------------------------------------------- attributes

Var attribute_name(Value v) {
  if (is_kind(v, Kind::Str)) return intern(v.as<Str>());
  return type_error("attribute name must be string, not '%T'", v);
}
Var getattr_(Call& c) {
  Var name = attribute_name(c[1]);
  if (!name) return name;
  if (!c[2]) return getattr(c[0], name.as<Str>());
  Var v = getattr_or_empty(c[0], name.as<Str>());
  if (v || failed()) return v;
  return c[2];
}
Var setattr_(Call& c) {
  Var name = attribute_name(c[1]);
  return name && setattr(c[0], name.as<Str>(), c[2]) ? Var(None) : Var();
}
Var delattr_(Call& c) {
  Var name = attribute_name(c[1]);
  return name && delattr(c[0], name.as<Str>()) ? Var(None) : Var();
}
Var hasattr_(Call& c) {
  Var name = attribute_name(c[1]);
  if (!name) return name;
  Var v = getattr_or_empty(c[0], name.as<Str>());
  if (failed()) return Var();
  return Value::from_bool(bool(v));
}
Var callable_(Call& c) { return Value::from_bool(is_callable(c[0])); }
Var truth_of(Tri t) { return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True)); }
Var isinstance_(Call& c) { return truth_of(isinstance(c[0], c[1])); }
Var issubclass_(Call& c) { return truth_of(issubclass(c[0], c[1])); }

// -------------------------------------------------------------------------------------------- iterables

Var len(Call& c) {
  int64_t n = length(c[0]);
  return n < 0 ? Var() : make_int(n);
}
Var iter_(Call& c) {
  if (!c[1]) return iterate(c[0]);
  if (!is_callable(c[0])) return type_error("iter(v, w): v must be callable");
  if (running_fiber) {
    // Calling it may block, which a thread can do where no C++ stands between.
    Ref<Str> name = intern("threading");
    Value threading = dict_get_name(rt.modules, name.get());
    if (threading) {
      Value args[] = {c[0], c[1]};
      return call_method(threading, "_iterate", Args{args, 2, nullptr});
    }
  }
  return make_callable_iterator(c[0], c[1]);
}
Var next_(Call& c) {
  if (!type_of(c[0])->next) return type_error("'%T' object is not an iterator", c[0]);
  Var v = next_or_stop(c[0]);
  if (v || !c[1] || !error_is(rt.types.StopIteration)) return v;
  clear_error();
  return c[1];
}
Var all(Call& c) {
  Var it = iterate(c[0]);
  if (!it) return it;
  while (Var v = next(it)) {
    Tri t = truth(v);
    if (t == Tri::Error || !check()) return Var();
    if (t == Tri::False) return False;
  }
  return failed() ? Var() : Var(True);
}
Var any(Call& c) {
  Var it = iterate(c[0]);
  if (!it) return it;
  while (Var v = next(it)) {
    Tri t = truth(v);
    if (t == Tri::Error || !check()) return Var();
    if (t == Tri::True) return True;
  }
  return failed() ? Var() : Var(False);
}

// sum(): ints exactly, floats with Neumaier's compensation as since 3.12.
Var sum(Call& c) {
  Value start = c.get(1, Value::from_int(0));
  if (is_kind(start, Kind::Str)) return type_error("sum() can't sum strings [use ''.join(seq) instead]");
  if (is_kind(start, Kind::Bytes)) return type_error("sum() can't sum bytes [use b''.join(seq) instead]");
  if (is_kind(start, Kind::ByteArray)) return type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
  Var it = iterate(c[0]);
  if (!it) return it;
  Var total = start;
  Var item;
  bool have = false;
  for (;;) {
    if (!have) {
      if (!check()) return Var();
      item = next(it);
      if (!item) return failed() ? Var() : std::move(total);
    }
    have = false;
    if (total->is_float() && (item->is_float() || item->is_small_int())) {
      double high = total->as_float(), low = 0;
      for (;;) {
        double x = item->is_float() ? item->as_float() : static_cast<double>(item->as_int());
        double t = high + x;
        if (__builtin_fabs(high) >= __builtin_fabs(x))
          low += (high - t) + x;
        else
          low += (x - t) + high;
        high = t;
        if (!check()) return Var();
        item = next(it);
        if (!item && failed()) return Var();
        if (!item || !(item->is_float() || item->is_small_int())) break;
      }
      if (low != 0 && __builtin_isfinite(low)) high += low;
      total = Value::from_float(high);
      if (!item) return total;
      have = true;
      continue;
    }
    total = binary(total, item, BinaryOp::Add);
    if (!total) return total;
  }
}

Var extreme(Call& c, const char* name, Compare better) {
  Value key = c.get(0, None), fallback = c[1];
  Var it;
  Ref<Tuple> many;
  if (c.rest_count == 0) return type_error("%s expected at least 1 argument, got 0", name);
  if (c.rest_count == 1) {
    it = iterate(c.rest[0]);
  } else {
    if (fallback) return type_error("Cannot specify a default for %s() with multiple positional arguments", name);
    many = make_tuple(c.rest, c.rest_count);
    it = iterate(many);
  }
  if (!it) return it;
  Var best, best_key;
  while (Var v = next(it)) {
    if (!check()) return Var();
    Var k = key.is_none() ? Var(v) : call(key, v);
    if (!k) return k;
    if (best) {
      Tri t = compare_truth(k, best_key, better);
      if (t == Tri::Error) return Var();
      if (t == Tri::False) continue;
    }
    best = std::move(v);
    best_key = std::move(k);
  }
  if (failed()) return Var();
  if (best) return best;
  if (fallback) return fallback;
  return value_error("%s() iterable argument is empty", name);
}
Var max_(Call& c) { return extreme(c, "max", Compare::Gt); }
Var min_(Call& c) { return extreme(c, "min", Compare::Lt); }

Var sorted(Call& c) {
  Ref<List> l = to_list(c[0]);
  if (!l) return Var();
  // As CPython: list.sort() looks at the keywords, and names itself where one is wrong.
  Var sort = getattr(l, "sort");
  if (!sort || !call_star(sort, rt.empty_tuple, c.keywords)) return Var();
  return l;
}

// ------------------------------------------------------------------------------------------- namespaces

Var globals_(Call&) {
  return vm.current ? Var(vm.current->globals) : Var(None);
}

Var locals_(Call&) { return vm.current ? frame_locals(vm.current) : Var(None); }

Var vars_(Call& c) {
  if (!c[0]) return locals_(c);
  Var d = getattr_or_empty(c[0], rt.names.__dict__);
  if (d || failed()) return d;
  return type_error("vars() argument must have __dict__ attribute");
}

Var dir_(Call& c) {
  Ref<List> names;
  if (!c[0]) {
    Var d = locals_(c);
    names = to_list(d);
  } else {
    Ref<Str> name = intern("__dir__");
    Var method = lookup_special(c[0], name.get());
    if (!method) return Var();
    Var r = call(method);
    if (!r) return r;
    names = to_list(r);
  }
  if (!names || !list_sort(names.get(), None, false)) return Var();
  return names;
}

Var anext_(Call& c) {
  Type* t = type_of(c[0]);
  if (!t->anext) return type_error("'%T' object is not an async iterator", c[0]);
  Var awaitable = t->anext(c[0]);
  if (!awaitable || !c[1]) return awaitable;
  return anext_or(awaitable, c[1]);
}
Var aiter_(Call& c) {
  Type* t = type_of(c[0]);
  if (!t->aiter) return type_error("'%T' object is not an async iterable", c[0]);
  return t->aiter(c[0]);
}

Var import_(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("__import__() argument 1 must be str, not %T", c[0]);
  int64_t level = 0;
  if (c[4] && !to_int64(c[4], &level)) return Var();
  return import_module(c[0].as<Str>(), vm.current ? vm.current->globals : rt.builtins, c.get(3, None), static_cast<int>(level));
}

const MethodDef functions[] = {
    {"print", "*args, sep=' ', end='\\n', file=None, flush=False", print},
    {"abs", "x, /", abs_},
    {"ascii", "obj, /", ascii_},
    {"repr", "obj, /", repr_},
    {"hash", "obj, /", hash_},
    {"id", "obj, /", id},
    {"bin", "number, /", bin},
    {"oct", "number, /", oct},
    {"hex", "number, /", hex},
    {"chr", "i, /", chr},
    {"ord", "c, /", ord},
    {"divmod", "x, y, /", divmod_},
    {"pow", "base, exp, mod=None", pow_},
    {"round", "number, ndigits=None", round_},
    {"format", "value, format_spec='', /", format_},
    {"getattr", "object, name, default=None, /", getattr_},
    {"setattr", "obj, name, value, /", setattr_},
    {"delattr", "obj, name, /", delattr_},
    {"hasattr", "obj, name, /", hasattr_},
    {"callable", "obj, /", callable_},
    {"isinstance", "obj, class_or_tuple, /", isinstance_},
    {"issubclass", "cls, class_or_tuple, /", issubclass_},
    {"len", "obj, /", len},
    {"iter", "object, sentinel=None, /", iter_},
    {"next", "iterator, default=None, /", next_},
    {"all", "iterable, /", all},
    {"any", "iterable, /", any},
    {"sum", "iterable, /, start=0", sum},
    {"max", "*args, key=None, default=None", max_},
    {"min", "*args, key=None, default=None", min_},
    {"sorted", "iterable, /, **kwargs", sorted, kCountsPositional},
    {"globals", "", globals_},
    {"locals", "", locals_},
    {"vars", "object=None, /", vars_},
    {"dir", "object=None, /", dir_},
    {"anext", "aiterator, default=None, /", anext_},
    {"aiter", "async_iterable, /", aiter_},
    {"__import__", "name, globals=None, locals=None, fromlist=(), level=0", import_},
};

void put(const char* name, Value v) {
  Ref<Str> n = intern(name);
  dict_set_name(rt.builtins, n.get(), v);
}

}  // namespace

void init_builtins() {
  held_output = nullptr;
  for (const MethodDef& def : functions) {
    Ref<NativeFunction> f = new_function(&def, rt.names.builtins);
    put(def.name, f);
  }
  const Types& t = rt.types;
  struct {
    const char* name;
    Type* type;
  } types[] = {{"object", t.object}, {"type", t.type}, {"int", t.int_}, {"bool", t.bool_}, {"float", t.float_},
               {"complex", t.complex}, {"str", t.str}, {"bytes", t.bytes}, {"bytearray", t.bytearray}, {"memoryview", t.memoryview},
               {"tuple", t.tuple},
               {"list", t.list}, {"dict", t.dict}, {"set", t.set}, {"frozenset", t.frozenset}, {"range", t.range},
               {"slice", t.slice}, {"enumerate", t.enumerate}, {"zip", t.zip}, {"map", t.map}, {"filter", t.filter},
               {"reversed", t.reversed}, {"property", t.property}, {"staticmethod", t.staticmethod},
               {"classmethod", t.classmethod}, {"super", t.super}};
  for (auto [name, type] : types)
    if (type) put(name, Value(type));
#define EXCEPTION(name, base) \
  if (__builtin_strcmp(#name, "CancelledError") && __builtin_strcmp(#name, "InvalidStateError")) put(#name, Value(t.name));
#include "object/types.def"
  put("IOError", Value(t.OSError));
  put("EnvironmentError", Value(t.OSError));
  put("None", None);
  put("True", True);
  put("False", False);
  put("Ellipsis", Ellipsis);
  put("NotImplemented", NotImplemented);
  put("__debug__", True);
  put("__name__", Value(rt.names.builtins));
}

}  // namespace ap
