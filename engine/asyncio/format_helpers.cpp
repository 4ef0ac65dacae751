#include "asyncio/format_helpers.hpp"

#include "asyncio/callback.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

// --- reprlib.Repr with its default limits

constexpr int kMaxLevel = 6;

bool append_short(StrBuilder& out, Value v, int level);

// The first part of a text and its last, with dots between, `most` characters together.
void append_middle_cut(StrBuilder& out, Str* s, uint32_t most) {
  if (s->length <= most) return out.append(s);
  uint32_t front = (most - 3) / 2, back = most - 3 - front;
  out.append(s, 0, front);
  out.append("...");
  out.append(s, s->length - back, s->length);
}

bool append_items(StrBuilder& out, Value sequence, int level, const char* open, const char* close, uint32_t most, bool trail) {
  int64_t n = length(sequence);
  if (n < 0) return false;
  if (level <= 0 && n) {
    out.append(open);
    out.append("...");
    out.append(close);
    return true;
  }
  out.append(open);
  Var it = iterate(sequence);
  if (!it) return false;
  for (int64_t i = 0; i < n && i < most; ++i) {
    Var item = next(it);
    if (!item) break;
    if (i) out.append(", ");
    if (!append_short(out, item, level - 1)) return false;
  }
  if (n > most) out.append(", ...");
  else if (n == 1 && trail) out.append(",");
  out.append(close);
  return !failed();
}

bool append_dict(StrBuilder& out, Dict* d, int level) {
  constexpr uint32_t kMost = 4;
  if (!d->used) {
    out.append("{}");
    return true;
  }
  if (level <= 0) {
    out.append("{...}");
    return true;
  }
  out.append("{");
  // In sorted order where the keys can be sorted.
  Ref<List> keys = to_list(d);
  if (!keys) return false;
  if (!list_sort(keys.get(), Empty, false)) {
    clear_error();
    keys = to_list(d);
    if (!keys) return false;
  }
  for (uint32_t i = 0; i < keys->size && i < kMost; ++i) {
    if (i) out.append(", ");
    if (!append_short(out, keys->items[i], level - 1)) return false;
    out.append(": ");
    Var value = dict_get(d, keys->items[i]);
    if (!value || !append_short(out, value, level - 1)) return false;
  }
  if (keys->size > kMost) out.append(", ...");
  out.append("}");
  return true;
}

bool append_set(StrBuilder& out, Value v, int level) {
  if (!v.as<Set>()->used) return out.append_repr(v);
  Ref<List> items = to_list(v);
  if (!items) return false;
  if (!list_sort(items.get(), Empty, false)) {
    clear_error();
    items = to_list(v);
  }
  bool frozen = is_instance(v, rt.types.frozenset);
  return items && append_items(out, items, level, frozen ? "frozenset({" : "{", frozen ? "})" : "}", 6, false);
}

bool append_short(StrBuilder& out, Value v, int level) {
  Type* t = type_of(v);
  if (t == rt.types.tuple) return append_items(out, v, level, "(", ")", 6, true);
  if (t == rt.types.list) return append_items(out, v, level, "[", "]", 6, false);
  if (t == rt.types.set || t == rt.types.frozenset) return append_set(out, v, level);
  if (t == rt.types.dict) return append_dict(out, v.as<Dict>(), level);
  constexpr uint32_t kMaxString = 30, kMaxInt = 40, kMaxOther = 30;
  if (t == rt.types.str) {
    Str* s = v.as<Str>();
    Ref<Str> head = s->length > kMaxString ? substring(s, 0, kMaxString) : Ref<Str>(s);
    Ref<Str> shown = repr_str(head.get());
    if (!shown) return false;
    if (shown->length <= kMaxString && s->length <= kMaxString) {
      out.append(shown.get());
      return true;
    }
    uint32_t front = (kMaxString - 3) / 2, back = kMaxString - 3 - front;
    Ref<Str> cut = concat(substring(s, 0, front < s->length ? front : s->length).get(),
                          substring(s, s->length > back ? s->length - back : 0, s->length).get());
    Ref<Str> text = repr_str(cut.get());
    if (!text) return false;
    out.append(text.get(), 0, front);
    out.append("...");
    out.append(text.get(), text->length - back, text->length);
    return true;
  }
  Ref<Str> shown = repr(v);
  if (!shown) {
    if (is_int(v) || error_is(rt.types.RunLimitReached)) return false;
    clear_error();
    shown = format_str("<%T instance at 0x%llx>", v,
                       static_cast<unsigned long long>(v.is_object() ? address_of(v.object()) : 0));
    if (!shown) return false;
  }
  if (t == rt.types.int_)
    append_middle_cut(out, shown.get(), kMaxInt);
  else if (v.is_none() || v.is_bool() || v.is_float())
    append_middle_cut(out, shown.get(), kMaxOther);
  else
    append_middle_cut(out, shown.get(), kMaxOther);
  return true;
}

// --- callbacks

bool append_arguments(StrBuilder& out, Tuple* args, Value keywords, bool debug) {
  if (!debug) {
    out.append("()");
    return true;
  }
  out.append("(");
  bool first = true;
  for (uint32_t i = 0; args && i < args->size; ++i) {
    if (!std::exchange(first, false)) out.append(", ");
    Ref<Str> text = short_repr((*args)[i]);
    if (!text) return false;
    out.append(text.get());
  }
  if (is_kind(keywords, Kind::Dict)) {
    uint32_t at = 0;
    for (Value key, value; dict_next(keywords.as<Dict>(), &at, &key, &value);) {
      if (!std::exchange(first, false)) out.append(", ");
      Ref<Str> text = short_repr(value);
      if (!text || !out.append_str(key)) return false;
      out.append("=");
      out.append(text.get());
    }
  }
  out.append(")");
  return true;
}

// A functools.partial: a class written in Python, so by its name.
bool is_partial(Value v) {
  Type* t = type_of(v);
  if (!equal(t->name, "functools.partial")) return false;
  Var module = getattr_or_empty(t, rt.names.__module__);
  clear_error();
  return module && is_kind(module, Kind::Str) && equal(module.as<Str>(), "functools");
}

Var attribute(Value v, const char* name) {
  Ref<Str> n = intern(name);
  Var found = getattr_or_empty(v, n.get());
  if (!found) clear_error();
  return found;
}

bool append_callback(StrBuilder& out, Value f, Tuple* args, Value keywords, bool debug) {
  if (is_partial(f)) {
    Var inner = attribute(f, "func"), own = attribute(f, "args"), named = attribute(f, "keywords");
    if (inner && own)
      return append_callback(out, inner, own.as<Tuple>(), named, debug) && append_arguments(out, args, keywords, debug);
  }
  Var name = attribute(f, "__qualname__");
  if (!name || !is_kind(name, Kind::Str) || !name.as<Str>()->length) name = attribute(f, "__name__");
  if (name && is_kind(name, Kind::Str) && name.as<Str>()->length)
    out.append(name.as<Str>());
  else if (!out.append_repr(f))
    return false;
  return append_arguments(out, args, keywords, debug);
}

// Where a function is defined.
void append_source(StrBuilder& out, Value v) {
  Var f = v;
  while (is_partial(f)) {
    f = attribute(f, "func");
    if (!f) return;
  }
  if (is_internal_callback(f)) {
    const CallbackDef* def = f.as<InternalCallback>()->def;
    if (!def->file) return;
    Ref<Str> text = format_str(" at %s%s:%d", kLibrary, def->file, def->line);
    out.append(text.get());
    return;
  }
  for (int i = 0; i < 100; ++i) {
    Var inner = attribute(f, "__wrapped__");
    if (!inner) break;
    f = std::move(inner);
  }
  if (!is_kind(f, Kind::Function)) return;
  Var code = attribute(f, "__code__");
  if (!code) return;
  Var file = attribute(code, "co_filename"), line = attribute(code, "co_firstlineno");
  if (!file || !line) return;
  out.append(" at ");
  if (!out.append_str(file)) return clear_error();
  out.append(":");
  if (!out.append_str(line)) clear_error();
}

}  // namespace

bool is_functools_partial(Value v) { return is_partial(v); }

Ref<Str> format_callback_source(Value callback, Tuple* args, bool debug) {
  StrBuilder out;
  if (!append_callback(out, callback, args, Value(), debug)) return {};
  append_source(out, callback);
  return out.finish();
}

Ref<Str> short_repr(Value v) {
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return {};
  StrBuilder out;
  if (!append_short(out, v, kMaxLevel)) return {};
  return out.finish();
}

std::string callback_for_events(Value callback) {
  if (is_internal_callback(callback)) return callback.as<InternalCallback>()->def->qualname;
  return safe_callable_name(callback);
}

}  // namespace ap
