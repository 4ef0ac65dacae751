#include "object/safe_repr.hpp"

#include "object/class.hpp"
#include "object/int.hpp"
#include "object/set.hpp"

namespace ap {

bool (*describe_library_object)(Value v, std::string& out) = nullptr;

namespace {

// Cuts between characters.
void cut(std::string& text, size_t most) {
  if (text.size() <= most) return;
  while (most && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
  text += "…";
}

std::string utf8(const Str* s) { return s ? to_utf8(s) : std::string(); }

// The value of an attribute that stands in the instance's dict; Empty: none. Borrowed.
Value field_of(Value v, const char* name) {
  if (!v.is_object()) return Empty;
  Dict** slot = dict_slot(v.object());
  if (!slot || !*slot) return Empty;
  Ref<Str> key = intern(name);
  return dict_get_name(*slot, key.get());
}
// The same for one of __slots__.
Value slot_of(Value v, const char* name) {
  if (!v.is_object() || !is_heap(type_of(v))) return Empty;
  Ref<Str> key = intern(name);
  Value found = type_lookup(type_of(v), key.get());
  if (!found.is_object() || type_of(found) != rt.types.member_descriptor) return Empty;
  return *member_slot(v.object(), found.as<MemberDescriptor>());
}
// ... in a dict of the class's MRO.
Value class_field(Type* t, const char* name) {
  Ref<Str> key = intern(name);
  return type_lookup(t, key.get());
}

// The end of a qualified name: "main.<locals>.work" is "work" to its reader.
std::string short_name(const Str* qualname) {
  std::string s = utf8(qualname);
  if (size_t at = s.rfind("<locals>."); at != s.npos) s.erase(0, at + 9);
  return s;
}

class Shower {
 public:
  Shower(size_t most, OwnRepr own) : most_(most), own_(own) {}
  std::string out;

  // False: there is no room for more.
  bool show(Value v, int depth) {
    if (out.size() >= most_) return leave_out();
    if (v.is_empty()) return add("<unbound>");
    if (!v.is_object()) return scalar(v);
    Object* o = v.object();
    Type* t = o->type;
    Type* own = builtin_base(t);
    bool program = is_heap(t);
    if (program && o->kind != Kind::Type) {
      if (std::string text; own_ && own_(v, text)) {
        cut(text, most_ - out.size());
        out += text;
        return !text.ends_with("…");
      }
      if (Value name = field_of(v, "_name_"); is_kind(name, Kind::Str) && field_of(v, "_value_"))
        return add("<") && add(short_name(t->qualname)) && add(".") && add(utf8(name.as<Str>())) && add(": ") &&
               show(field_of(v, "_value_"), depth - 1) && add(">");
    }
    switch (o->kind) {
      case Kind::Int:
      case Kind::Float: return own == t || !program ? scalar(v) : wrapped(t, v, depth);
      case Kind::Str: return text(v.as<Str>());
      case Kind::Bytes:
      case Kind::ByteArray:
      case Kind::Range:
      case Kind::Slice: return own->repr ? by_slot(own, v) : fallback(t);
      case Kind::Tuple: {
        Value fields = program ? class_field(t, "_fields") : Empty;
        auto* items = v.as<Tuple>();
        if (is_kind(fields, Kind::Tuple) && fields.as<Tuple>()->size == items->size) return named(t, fields.as<Tuple>(), items, depth);
        return sequence("(", v, items->size == 1 ? ",)" : ")", depth);
      }
      case Kind::List: return prefix(program, t) && sequence("[", v, "]", depth) && suffix(program);
      case Kind::Dict: return prefix(program, t) && mapping(v.as<Dict>(), depth) && suffix(program);
      case Kind::Set: return set(v.as<Set>(), t, depth);
      case Kind::Exception: return exception(v, depth);
      case Kind::Type: return add("<class ") && add(short_name(v.as<Type>()->qualname)) && add(">");
      case Kind::Function:
      case Kind::NativeFunction:
      case Kind::BoundMethod:
        return add(o->kind == Kind::BoundMethod ? "<method " : "<function ") && add(safe_callable_name(v)) && add(">");
      case Kind::Module: {
        Value name = dict_get_name(v.as<Module>()->dict, rt.names.__name__);
        return add("<module ") && add(is_kind(name, Kind::Str) ? utf8(name.as<Str>()) : std::string("?")) && add(">");
      }
      case Kind::Cell: return show(v.as<Cell>()->value, depth);
      default: break;
    }
    if (describe_library_object && describe_library_object(v, out)) return out.size() < most_ || leave_out();
    if (program) return instance(v, t, depth);
    // deque and the like: C++ all through.
    if (own->length && own->getitem && own->type_flags & kSequence) return items(v, own, depth);
    return fallback(t);
  }

 private:
  bool leave_out() {
    if (!out.ends_with("…")) out += "…";
    return false;
  }
  bool add(std::string_view s) {
    if (out.size() + s.size() > most_ + 16) {
      out += s.substr(0, most_ > out.size() ? most_ - out.size() : 0);
      cut(out, out.size());
      while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
      if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
      return leave_out();
    }
    out += s;
    return true;
  }
  bool fallback(Type* t) { return add("<") && add(short_name(t->qualname ? t->qualname : t->name)) && add(">"); }

  // repr() by the built-in type's own slot, which runs nothing of the program's for these kinds.
  bool by_slot(Type* own, Value v) {
    Var shown = own->repr(v);
    if (!shown) {
      clear_error();
      return fallback(type_of(v));
    }
    std::string s = utf8(shown.as<Str>());
    cut(s, most_ > out.size() ? most_ - out.size() : 0);
    out += s;
    return !s.ends_with("…");
  }
  bool scalar(Value v) {
    Type* own = builtin_base(type_of(v));
    return own->repr ? by_slot(own, v) : fallback(own);
  }
  bool text(const Str* s) {
    size_t room = most_ - out.size();
    bool whole = s->length <= room;
    Ref<Str> part = whole ? Ref<Str>() : substring(s, 0, static_cast<uint32_t>(room));
    Ref<Str> shown = repr_str(whole ? s : part.get());
    std::string t = shown ? utf8(shown.get()) : std::string("''");
    if (!whole) {
      char quote = t.back();
      t.pop_back();
      t += "…";
      t += quote;
    }
    return add(t);
  }
  // A subclass of int or float.
  bool wrapped(Type* t, Value v, int depth) { return add(short_name(t->qualname)) && add("(") && scalar(v) && add(")"); }

  bool prefix(bool program, Type* t) { return !program || (add(short_name(t->qualname)) && add("(")); }
  bool suffix(bool program) { return !program || add(")"); }

  // A list or tuple. A __repr__ that is run may change the list meanwhile, so that it is asked again for each item.
  bool sequence(std::string_view open, Value v, std::string_view close, int depth) {
    auto size = [&] { return v.object()->kind == Kind::List ? v.as<List>()->size : v.as<Tuple>()->size; };
    if (depth <= 0 && size()) return add(open) && add("…") && add(close);
    if (!add(open)) return false;
    for (uint32_t i = 0; i < size(); ++i) {
      Var item = v.object()->kind == Kind::List ? v.as<List>()->items[i] : (*v.as<Tuple>())[i];
      if ((i && !add(", ")) || !show(item, depth - 1)) return false;
    }
    return add(close);
  }
  bool items(Value v, Type* own, int depth) {
    int64_t n = own->length(v);
    if (!add(short_name(own->name).substr(utf8(own->name).rfind('.') == std::string::npos ? 0 : utf8(own->name).rfind('.') + 1)) || !add("(["))
      return false;
    if (depth <= 0 && n) return add("…])");
    for (int64_t i = 0; i < n; ++i) {
      Var item = own->getitem(v, Value::from_int(i));
      if (!item) {
        clear_error();
        break;
      }
      if ((i && !add(", ")) || !show(item, depth - 1)) return false;
    }
    return add("])");
  }
  bool mapping(const Dict* d, int depth) {
    if (depth <= 0 && d->used) return add("{…}");
    if (!add("{")) return false;
    uint32_t at = 0, i = 0;
    for (Value key, value; dict_next(d, &at, &key, &value); ++i) {
      Var keep_key = key, keep_value = value;
      if ((i && !add(", ")) || !show(key, depth - 1) || !add(": ") || !show(keep_value, depth - 1)) return false;
    }
    return add("}");
  }
  bool set(const Set* s, Type* t, int depth) {
    bool plain = t == rt.types.set;
    if (!s->used) return add(short_name(t->qualname ? t->qualname : t->name)) && add("()");
    if (!plain && (!add(short_name(t->qualname ? t->qualname : t->name)) || !add("("))) return false;
    if (depth <= 0) return add("{…}") && suffix(!plain);
    if (!add("{")) return false;
    uint32_t at = 0, i = 0;
    for (Value key; set_next(s, &at, &key); ++i) {
      Var keep = key;
      if ((i && !add(", ")) || !show(keep, depth - 1)) return false;
    }
    return add("}") && suffix(!plain);
  }
  bool named(Type* t, const Tuple* fields, const Tuple* values, int depth) {
    if (!add(short_name(t->qualname)) || !add("(")) return false;
    for (uint32_t i = 0; i < fields->size; ++i) {
      if (i && !add(", ")) return false;
      if (is_kind((*fields)[i], Kind::Str) && (!add(utf8((*fields)[i].as<Str>())) || !add("="))) return false;
      if (!show((*values)[i], depth - 1)) return false;
    }
    return add(")");
  }
  bool exception(Value v, int depth) {
    auto* e = v.as<BaseException>();
    if (!add(short_name(e->type->qualname ? e->type->qualname : e->type->name))) return false;
    if (!e->args) return add("()");
    return sequence("(", Value(e->args), ")", depth);
  }
  bool instance(Value v, Type* t, int depth) {
    bool data = !class_field(t, "__dataclass_fields__").is_empty();
    if (!add(data ? "" : "<") || !add(short_name(t->qualname))) return false;
    bool any = false;
    auto one = [&](Value name, Value value) {
      if (!is_kind(name, Kind::Str)) return true;
      if (!add(any ? ", " : data ? "(" : " ")) return false;
      any = true;
      Var keep = value;
      return add(utf8(name.as<Str>())) && add("=") && show(keep, depth - 1);
    };
    if (depth > 0) {
      Dict** dict = dict_slot(v.object());
      uint32_t at = 0;
      if (dict && *dict)
        for (Value key, value; dict_next(*dict, &at, &key, &value);)
          if (!one(key, value)) return false;
      for (uint32_t i = t->mro ? t->mro->size : 0; i-- > 0;) {  // __slots__, those of the bases first
        auto* base = (*t->mro)[i].as<Type>();
        if (!is_heap(base) || !base->slots_count) continue;
        at = 0;
        for (Value key, value; dict_next(base->dict, &at, &key, &value);) {
          if (!value.is_object() || type_of(value) != rt.types.member_descriptor) continue;
          Value held = *member_slot(v.object(), value.as<MemberDescriptor>());
          if (held && !one(key, held)) return false;
        }
      }
    } else if (data) {
      return add("(…)");
    }
    return add(data ? any ? ")" : "()" : ">");
  }

  size_t most_;
  OwnRepr own_;
};

}  // namespace

std::string safe_repr(Value v, size_t most, int depth, OwnRepr own) {
  if (v.is_small_int() && most >= 20) return std::to_string(v.as_int());
  Value pending = std::exchange(rt.error, Value());
  Shower shower(most, own);
  shower.show(v, depth);
  clear_error();
  rt.error = pending;
  return std::move(shower.out);
}

std::string safe_str(Value v, size_t most) {
  if (!is_kind(v, Kind::Str)) return safe_repr(v, most);
  auto* s = v.as<Str>();
  std::string text;
  if (s->length > most) {
    Ref<Str> part = substring(s, 0, static_cast<uint32_t>(most));
    text = utf8(part.get()) + "…";
  } else {
    text = utf8(s);
  }
  cut(text, most + 3);
  return text;
}

std::string safe_message(Value exception, size_t most) {
  if (!is_kind(exception, Kind::Exception)) return safe_repr(exception, most);
  auto* e = exception.as<BaseException>();
  if (!e->args || !e->args->size) return {};
  Value first = (*e->args)[0];
  if (is_instance(exception, rt.types.BaseExceptionGroup)) {
    Value parts = e->field[1];
    uint32_t n = is_kind(parts, Kind::Tuple) ? parts.as<Tuple>()->size : 0;
    return safe_str(first, most) + " (" + std::to_string(n) + (n == 1 ? " sub-exception)" : " sub-exceptions)");
  }
  if (e->args->size == 1) return is_instance(exception, rt.types.KeyError) ? safe_repr(first, most) : safe_str(first, most);
  if (e->args->size == 2 && is_instance(exception, rt.types.OSError))
    return "[Errno " + safe_repr(first, most) + "] " + safe_str((*e->args)[1], most);
  return safe_repr(e->args, most);
}

std::string safe_callable_name(Value v) {
  for (int i = 0; i < 20; ++i) {
    if (is_kind(v, Kind::BoundMethod)) {
      auto* m = v.as<BoundMethod>();
      v = m->function;
      continue;
    }
    // functools.partial, written in Python
    if (equal(type_of(v)->name, "functools.partial")) {
      Value inner = slot_of(v, "func");
      if (!inner) inner = field_of(v, "func");
      if (!inner) break;
      v = inner;
      continue;
    }
    break;
  }
  if (is_kind(v, Kind::Type)) return utf8(v.as<Type>()->qualname ? v.as<Type>()->qualname : v.as<Type>()->name);
  if (is_kind(v, Kind::Function) || is_kind(v, Kind::NativeFunction)) {
    // The built-in types' own getters, which run none of the program's code.
    Value pending = std::exchange(rt.error, Value());
    Ref<Str> key = intern("__qualname__");
    Var name = generic_getattr(v, key.get());
    std::string text = name && is_kind(name, Kind::Str) ? utf8(name.as<Str>()) : std::string("function");
    clear_error();
    rt.error = pending;
    return text;
  }
  std::string text;
  if (v.is_object() && describe_library_object && describe_library_object(v, text)) return text;
  return utf8(type_of(v)->name);
}

}  // namespace ap
