#include "object/dict.hpp"
#include "object/format.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

void str_dealloc(Object* o);  // str.cpp

Var slice_str(Str* s, Value slice) {
  int64_t start, step, count;
  if (!slice_indices(slice, s->length, &start, &step, &count)) return {};
  if (step == 1) return substring(s, static_cast<uint32_t>(start), static_cast<uint32_t>(start + count));
  StrBuilder out;
  for (int64_t i = 0; i < count; ++i) out.append(s->at(static_cast<uint32_t>(start + i * step)));
  return out.finish();
}

namespace {

const SequenceTexts kTexts = {"string indices must be integers, not '%s'", "string index out of range", "str"};

Var str_construct(Type* type, Args args) {
  bool plain = type == rt.types.str;
  Value p[3];
  if (args.count == 1 && !args.kwnames) [[likely]] {
    p[0] = args.values[0];
  } else if (args.count > 3) {
    return type_error("str expected at most 3 arguments, got %d", static_cast<int>(args.count));
  } else if (!match_arguments("str", "object='', encoding='utf-8', errors='strict'", args, p)) {
    return {};
  }
  Ref<Str> text;
  if (!p[0]) {
    text = Ref<Str>(rt.empty_str);
  } else if (p[1] || p[2]) {
    if (is_kind(p[0], Kind::Str)) return type_error("decoding str is not supported");
    std::string_view data;
    for (int i = 1; i < 3; ++i)
      if (p[i] && !is_kind(p[i], Kind::Str))
        return type_error("str() argument '%s' must be str, not %T", i == 1 ? "encoding" : "errors", p[i]);
    if (!bytes_like(p[0], &data)) {
      clear_error();
      return type_error("decoding to str: need a bytes-like object, %T found", p[0]);
    }
    std::string encoding = p[1] ? to_utf8(p[1].as<Str>()) : "utf-8", errors = p[2] ? to_utf8(p[2].as<Str>()) : "strict";
    text = Ref<Str>::from(decode(data, encoding, errors));
  } else {
    text = str(p[0]);
  }
  if (!text || plain) return text;
  Ref<Str> copy = new_str_of(type, text->length, class_of(text.get()));
  if (copy) std::memcpy(copy->data(), text->data(), static_cast<size_t>(text->length) * text->width());
  return copy;
}

Var str_repr(Value v) { return repr_str(v.as<Str>()); }
Var str_str(Value v) { return exact_str(v.as<Str>()); }

bool str_hash(Value v, int64_t& out) {
  out = hash_str(v.as<Str>());
  return true;
}

Var str_compare(Value a, Value b, Compare op) {
  if (!is_kind(a, Kind::Str) || !is_kind(b, Kind::Str)) return NotImplemented;
  auto *x = a.as<Str>(), *y = b.as<Str>();
  if (op == Compare::Eq) return Value::from_bool(equal(x, y));
  if (op == Compare::Ne) return Value::from_bool(!equal(x, y));
  int order = compare_str(x, y);
  switch (op) {
    case Compare::Lt: return Value::from_bool(order < 0);
    case Compare::Le: return Value::from_bool(order <= 0);
    case Compare::Gt: return Value::from_bool(order > 0);
    default: return Value::from_bool(order >= 0);
  }
}

int64_t str_length(Value v) { return v.as<Str>()->length; }

Var str_getitem(Value v, Value key) {
  auto* s = v.as<Str>();
  if (is_kind(key, Kind::Slice)) return slice_str(s, key);
  int64_t i = sequence_index(key, s->length, kTexts);
  if (i < 0) return {};
  return make_char(s->at(static_cast<uint32_t>(i)));
}

Tri str_contains(Value v, Value item) {
  if (!is_kind(item, Kind::Str)) return type_error("'in <string>' requires string as left operand, not %T", item);
  bool there = find_str(v.as<Str>(), item.as<Str>(), 0, v.as<Str>()->length) >= 0;
  return failed() ? Tri::Error : there ? Tri::True : Tri::False;
}

Var str_concat(Value a, Value b) { return concat(a.as<Str>(), b.as<Str>()); }

Var str_repeat(Value v, int64_t n) {
  auto* s = v.as<Str>();
  if (n == 1) return exact_str(s);
  if (n == 0 || s->length == 0) return rt.empty_str;
  if (n > 0x3ffffff0 / s->length) return raise_memory_error();
  size_t bytes = static_cast<size_t>(s->length) * s->width(), total = bytes * static_cast<size_t>(n);
  Ref<Str> out = new_str(static_cast<size_t>(s->length) * static_cast<size_t>(n), class_of(s));
  if (!out) return {};
  if (bytes == 1) {
    std::memset(out->data(), s->data()[0], total);
    return out;
  }
  std::memcpy(out->data(), s->data(), bytes);
  for (size_t done = bytes; done < total; done *= 2)
    std::memcpy(out->data() + done, out->data(), done < total - done ? done : total - done);
  return out;
}

const SequenceOps kOps = {is_str, str_concat, str_repeat, &kTexts};
Var str_binary(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Add && is_str(a) && is_str(b)) [[likely]]
    return concat(a.as<Str>(), b.as<Str>());
  if (op == BinaryOp::Mod) return is_str(a) ? percent_format(a.as<Str>(), b) : Var(NotImplemented);
  return sequence_binary(a, b, op, kOps);
}

Var str_iter(Value v) {
  return make_iterator(v.as<Str>()->is_ascii() ? rt.types.str_ascii_iterator : rt.types.str_iterator, v);
}

Var str_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* s = it->over.as<Str>();
  if (it->position < s->length) return make_char(s->at(static_cast<uint32_t>(it->position++)));
  return exhaust(it);
}

// --- methods

Var encode_method(Call& c) {
  for (int i = 0; i < 2; ++i)
    if (c[i] && !is_kind(c[i], Kind::Str))
      return type_error("encode() argument '%s' must be str, not %T", i ? "errors" : "encoding", c[i]);
  std::string encoding = c[0] ? to_utf8(c[0].as<Str>()) : "utf-8", errors = c[1] ? to_utf8(c[1].as<Str>()) : "strict";
  return encode(c.self.as<Str>(), encoding, errors);
}

Var format(Call& c) {
  Args a = c.raw;
  Ref<Dict> keywords;
  if (a.keyword_count()) {
    keywords = new_dict();
    for (uint32_t i = 0; i < a.keyword_count(); ++i)
      if (!keywords || !dict_set(keywords.get(), (*a.kwnames)[i], a.values[a.count + i])) return {};
  }
  return ap::format_method(c.self.as<Str>(), a.values, a.count, keywords.get());
}

Var format_map(Call& c) { return format_map_method(c.self.as<Str>(), c[0]); }

Var dunder_format(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("__format__() argument must be str, not %T", c[0]);
  auto* self = c.self.as<Str>();
  if (!c[0].as<Str>()->length && self->type != rt.types.str) return str(c.self);  // str(self), as object's
  return format_string(self, c[0].as<Str>());
}

// What `table` makes of one character, appended; false: an exception is set.
bool translate_char(StrBuilder& out, char32_t c, Value table) {
  Var to = getitem(table, Value::from_int(c));
  if (!to) {
    if (!clear_error_if(rt.types.LookupError)) return false;
    out.append(c);
    return true;
  }
  if (to.is_none()) return true;
  if (is_kind(to, Kind::Str)) {
    out.append(to.as<Str>());
    return true;
  }
  if (!is_int(to)) return type_error("character mapping must return integer, None or str");
  int64_t i;
  if (!int_fits_int64(to, &i) || i < 0 || i > 0x10ffff)
    return value_error("character mapping must be in range(0x110000)");
  out.append(static_cast<char32_t>(i));
  return true;
}

Var translate(Call& c) {
  auto* s = c.self.as<Str>();
  StrBuilder out;
  for (uint32_t i = 0; i < s->length; ++i)
    if (!translate_char(out, s->at(i), c[0]) || !check()) return {};
  return out.finish();
}

Var maketrans_from_dict(Value v) {
  if (!is_kind(v, Kind::Dict)) return type_error("if you give only one argument to maketrans it must be a dict");
  Ref<Dict> out = new_dict();
  Value key, value;
  for (uint32_t at = 0; out && dict_next(v.as<Dict>(), &at, &key, &value);) {
    Var code = key;
    if (is_kind(key, Kind::Str)) {
      if (key.as<Str>()->length != 1) return value_error("string keys in translate table must be of length 1");
      code = Value::from_int(key.as<Str>()->at(0));
    } else if (!is_int(key)) {
      return type_error("keys in translate table must be strings or integers");
    }
    if (!dict_set(out.get(), code, value)) return {};
  }
  return out;
}

Var maketrans(Call& c) {
  if (!c[1]) return maketrans_from_dict(c[0]);
  if (!is_str(c[0])) return type_error("first maketrans argument must be a string if there is a second argument");
  for (int i = 1; i < 3; ++i)
    if (c[i] && !is_str(c[i])) return type_error("maketrans() argument %d must be str, not %T", i + 1, c[i]);
  auto *from = c[0].as<Str>(), *to = c[1].as<Str>();
  if (from->length != to->length) return value_error("the first two maketrans arguments must have equal length");
  Ref<Dict> out = new_dict();
  if (!out) return {};
  for (uint32_t i = 0; i < from->length; ++i)
    if (!check() || !dict_set(out.get(), Value::from_int(from->at(i)), Value::from_int(to->at(i)))) return {};
  if (c[2])
    for (uint32_t i = 0; i < c[2].as<Str>()->length; ++i)
      if (!check() || !dict_set(out.get(), Value::from_int(c[2].as<Str>()->at(i)), None)) return {};
  return out;
}

Var getnewargs(Call& c) {
  Ref<Str> text = exact_str(c.self.as<Str>());
  if (!text) return {};
  return tuple_of(text.get());
}

const MethodDef kMethods[] = {
    {"replace", "old, new, /, count=-1", text_replace},
    {"casefold", "", str_casefold},
    {"isdecimal", "", str_isdecimal},
    {"isnumeric", "", str_isnumeric},
    {"isprintable", "", str_isprintable},
    {"isidentifier", "", str_isidentifier},
    {"encode", "encoding='utf-8', errors='strict'", encode_method},
    {"format", nullptr, format},
    {"format_map", "mapping, /", format_map},
    {"__format__", "format_spec, /", dunder_format},
    {"translate", "table, /", translate},
    {"maketrans", "x, y=<unrepresentable>, z=<unrepresentable>, /", maketrans, kStaticMethod},
    {"__getnewargs__", "", getnewargs},
};

}  // namespace

void init_str_type() {
  (void)make_str("");  // the strings that all others need
  Type* t = rt.types.str = new_type("str", nullptr, sizeof(Str), Kind::Str);
  t->dealloc = str_dealloc;
  t->construct = str_construct;
  t->repr = str_repr;
  t->str = str_str;
  t->hash = str_hash;
  t->compare = str_compare;
  t->length = str_length;
  t->getitem = str_getitem;
  t->contains = str_contains;
  t->iter = str_iter;
  t->binary = str_binary;
  add_text_methods(t);
  add_methods(t, kMethods);
  make_type_ready(t);
}

void init_str_iterators() {
  rt.types.str_iterator = new_iterator_type("str_iterator", str_next);
  rt.types.str_ascii_iterator = new_iterator_type("str_ascii_iterator", str_next);
  add_length_hint(rt.types.str_iterator);
  add_length_hint(rt.types.str_ascii_iterator);
}

}  // namespace ap
