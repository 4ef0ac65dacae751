#include "object/signature.hpp"

#include <cstring>

#include "object/class.hpp"

namespace ap {

namespace {

struct Known {
  const char* text;
  const Signature* signature;
};
Known* known = nullptr;
uint32_t known_count = 0, known_capacity = 0;

uint32_t slot_of(const char* text, uint32_t capacity) {
  return static_cast<uint32_t>((reinterpret_cast<uintptr_t>(text) * 0x9E3779B97F4A7C15ull) >> 40) & (capacity - 1);
}

bool is_name(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

const Signature* parse(const char* text) {
  Signature s;
  Str* names[Signature::kMost];
  bool keyword_only = false;
  const char* p = text;
  for (;;) {
    while (*p == ' ' || *p == ',') ++p;
    if (!*p) break;
    if (*p == '/') {
      s.positional_only = s.count;
      ++p;
    } else if (p[0] == '*' && p[1] == '*') {
      s.double_star = true;
      while (*p && *p != ',') ++p;
    } else if (*p == '*') {
      keyword_only = true;
      s.star = is_name(p[1]);
      while (*p && *p != ',') ++p;
    } else {
      const char* begin = p;
      while (is_name(*p)) ++p;
      names[s.count] = intern(std::string_view(begin, static_cast<size_t>(p - begin))).release();
      // The default's text may hold brackets and quotes with commas in them.
      int depth = 0;
      char quote = 0;
      bool has_default = false;
      for (; *p && (depth || quote || *p != ','); ++p) {
        if (quote) {
          if (*p == quote) quote = 0;
        } else if (*p == '\'' || *p == '"') {
          quote = *p;
        } else if (*p == '(' || *p == '[' || *p == '{') {
          ++depth;
        } else if (*p == ')' || *p == ']' || *p == '}') {
          --depth;
        } else if (*p == '=' && !depth) {
          has_default = true;
        }
      }
      if (!keyword_only) {
        ++s.positional;
        if (!has_default) s.required = s.positional;
      } else if (!has_default) {
        s.required_keywords |= 1u << s.count;
      }
      ++s.count;
    }
  }
  s.simple = !s.star && !s.double_star && s.positional == s.count;
  size_t bytes = sizeof(Signature) + s.count * sizeof(Str*);
  auto* kept = static_cast<Signature*>(heap.allocate_raw(bytes));
  *kept = s;
  for (uint32_t i = 0; i < s.count; ++i) kept->names[i] = names[i];
  return kept;
}

// --- errors in the manner of functions written in C

const char* plural(uint32_t n) { return n == 1 ? "" : "s"; }

// "list.append" for methods, "len" and "math.sin" for functions.
Ref<Str> full_name(const Callee& c) {
  if (c.style == ErrorStyle::Method) return format_str("%U.%s", c.function->owner->qualname, c.name);
  Value module = c.style == ErrorStyle::Function && c.function ? c.function->module : None;
  if (is_kind(module, Kind::Str) && !equal(module.as<Str>(), "builtins")) return format_str("%U.%s", module.as<Str>(), c.name);
  return make_str(c.name);
}

Raised no_keywords(const Callee& c) {
  Ref<Str> name = full_name(c);
  return type_error("%U() takes no keyword arguments", name.get());
}

Raised count_error(const Callee& c, const Signature* s, uint32_t given) {
  if (s->positional == 0 && !s->star) {
    Ref<Str> name = full_name(c);
    return type_error("%U() takes no arguments (%d given)", name.get(), given);
  }
  bool counts = c.function && (c.function->def->flags & kCountsPositional);
  if (s->count == 1 && s->required == 1 && !s->star && c.style != ErrorStyle::Constructor && !counts) {
    Ref<Str> name = full_name(c);
    return type_error("%U() takes exactly one argument (%d given)", name.get(), given);
  }
  bool few = given < s->required;
  uint32_t wanted = few ? s->required : s->positional;
  const char* how = s->required == s->positional && !s->star ? "" : few ? "at least " : "at most ";
  return type_error("%s expected %s%d argument%s, got %d", c.name, how, wanted, plural(wanted), given);
}

Raised positional_error(const Callee& c, const Signature* s, uint32_t given, uint32_t keywords) {
  if (given + keywords > s->count && !s->double_star) {
    return type_error("%s() takes at most %d %sargument%s (%d given)", c.name, s->count, given ? "" : "keyword ",
                      plural(s->count), given + keywords);
  }
  if (s->positional == 0) return type_error("%s() takes no positional arguments", c.name);
  bool exact = s->required == s->positional;
  return type_error("%s() takes %s %d positional argument%s (%d given)", c.name, exact ? "exactly" : "at most",
                    s->positional, plural(s->positional), given);
}

// --- errors in the manner of functions written in Python

Ref<Str> join_names(const Signature* s, const Value* params, uint32_t from, uint32_t to, uint32_t* n) {
  uint32_t missing[Signature::kMost];
  *n = 0;
  for (uint32_t i = from; i < to; ++i) {
    bool required = i < s->positional ? i < s->required : s->required_keywords >> i & 1;
    if (!params[i] && required) missing[(*n)++] = i;
  }
  StrBuilder b;
  for (uint32_t i = 0; i < *n; ++i) {
    if (i) b.append(i + 1 < *n ? ", " : *n > 2 ? ", and " : " and ");
    b.append("'");
    b.append(s->names[missing[i]]);
    b.append("'");
  }
  return b.finish();
}

Raised missing_error(const Callee& c, const Signature* s, const Value* params) {
  uint32_t n;
  const char* kind = "positional";
  Ref<Str> names = join_names(s, params, 0, s->positional, &n);
  if (n == 0) {
    names = join_names(s, params, s->positional, s->count, &n);
    kind = "keyword-only";
  }
  if (!names) return {};
  return type_error("%U() missing %d required %s argument%s: %U", native_qualname(c.function), n, kind, plural(n),
                    names.get());
}

Raised too_many_error(const Callee& c, const Signature* s, uint32_t given, uint32_t keyword_only) {
  uint32_t self = c.function->owner && !(c.function->def->flags & kStaticMethod) ? 1 : 0;
  uint32_t most = s->positional + self, least = s->required + self;
  given += self;
  Ref<Str> takes = least == most ? format_str("%d", most) : format_str("from %d to %d", least, most);
  Ref<Str> extra = keyword_only ? format_str(" positional argument%s (and %d keyword-only argument%s)", plural(given),
                                             keyword_only, plural(keyword_only))
                                : make_str("");
  if (!takes || !extra) return {};
  return type_error("%U() takes %U positional argument%s but %d%U %s given", native_qualname(c.function), takes.get(),
                    plural(least == most ? most : 2), given, extra.get(), given == 1 && !keyword_only ? "was" : "were");
}

int find_name(const Signature* s, Str* name) {
  for (uint32_t i = 0; i < s->count; ++i)
    if (s->names[i] == name) return static_cast<int>(i);
  if (name->is_interned()) return -1;
  for (uint32_t i = 0; i < s->count; ++i)
    if (equal(s->names[i], name)) return static_cast<int>(i);
  return -1;
}

Raised unexpected_keyword(const Callee& c, const Signature* s, Str* name) {
  bool python = c.style == ErrorStyle::Python;
  if (python && find_name(s, name) >= 0)
    return type_error("%U() got some positional-only arguments passed as keyword arguments: '%U'",
                      native_qualname(c.function), name);
  Ref<Str> shown = python ? Ref<Str>(native_qualname(c.function)) : make_str(c.name);
  Ref<List> candidates = new_list();
  for (uint32_t i = s->positional_only; i < s->count; ++i)
    if (!list_append(candidates.get(), Value(s->names[i]))) return {};
  Ref<Str> near = nearest_keyword(name, candidates.get());
  if (near)
    return type_error("%U() got an unexpected keyword argument '%U'. Did you mean '%U'?", shown.get(), name, near.get());
  return type_error("%U() got an unexpected keyword argument '%U'", shown.get(), name);
}

bool match_keywords(const Callee& c, const Signature* s, Args args, uint32_t positional, Matched& m) {
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Str* name = (*args.kwnames)[k].as<Str>();
    Value value = args.values[args.count + k];
    int at = find_name(s, name);
    if (at < static_cast<int>(s->positional_only)) {
      if (!s->double_star) return unexpected_keyword(c, s, name);
      if (!dict_set(m.keywords.get(), name, value)) return false;
      continue;
    }
    if (m.own()[at]) {
      if (c.style == ErrorStyle::Python)
        return type_error("%U() got multiple values for argument '%U'", native_qualname(c.function), name);
      if (at < static_cast<int>(positional))
        return type_error("argument for %s() given by name ('%U') and position (%d)", c.name, name, at + 1);
      return type_error("%s() got multiple values for keyword argument '%U'", c.name, name);
    }
    m.own()[at] = value;
  }
  return true;
}

}  // namespace

void forget_signatures() {
  known = nullptr;
  known_count = known_capacity = 0;
}

const Signature* signature_of(const char* text) {
  if (known_count * 2 >= known_capacity) {
    uint32_t capacity = known_capacity ? known_capacity * 2 : 128;
    auto* grown = static_cast<Known*>(heap.allocate_raw(capacity * sizeof(Known)));
    std::memset(static_cast<void*>(grown), 0, capacity * sizeof(Known));
    for (uint32_t i = 0; i < known_capacity; ++i) {
      if (!known[i].text) continue;
      uint32_t at = slot_of(known[i].text, capacity);
      while (grown[at].text) at = (at + 1) & (capacity - 1);
      grown[at] = known[i];
    }
    heap.release_raw(known, known_capacity * sizeof(Known));
    known = grown;
    known_capacity = capacity;
  }
  uint32_t at = slot_of(text, known_capacity);
  while (known[at].text) {
    if (known[at].text == text) return known[at].signature;
    at = (at + 1) & (known_capacity - 1);
  }
  known[at] = {text, parse(text)};
  ++known_count;
  return known[at].signature;
}

bool match(const Callee& c, const Signature* s, Args args, Matched& m) {
  uint32_t given = args.count, keywords = args.keyword_count();
  bool python = c.style == ErrorStyle::Python;
  bool takes_keywords = s->double_star || s->count > s->positional_only;
  if (!python) {
    if (keywords && !takes_keywords) return no_keywords(c);
    bool only_positional = s->positional_only == s->count && !s->double_star;
    bool counts = c.function && (c.function->def->flags & kCountsPositional);
    if (only_positional || counts) {
      if (given < s->required || (given > s->positional && !s->star)) return count_error(c, s, given);
    } else if (!s->star && (given > s->positional || (given + keywords > s->count && !s->double_star))) {
      return positional_error(c, s, given, keywords);
    } else if (given < s->positional_only && given < s->required) {
      uint32_t least = s->required < s->positional_only ? s->required : s->positional_only;
      return type_error("%s() takes %s %d positional argument%s (%d given)", c.name,
                        least < s->positional || s->star ? "at least" : "exactly", least, plural(least), given);
    }
  }
  uint32_t taken = given < s->positional ? given : s->positional;
  for (uint32_t i = 0; i < taken; ++i) m.own()[i] = args.values[i];
  for (uint32_t i = taken; i < s->count; ++i) m.own()[i] = Value();
  m.params = m.own();
  if (s->star && given > taken) {
    m.rest = args.values + taken;
    m.rest_count = given - taken;
  }
  if (keywords) {
    if (s->double_star && !(m.keywords = new_dict())) return false;
    if (!match_keywords(c, s, args, taken, m)) return false;
  }
  if (python && given > taken && !s->star) {
    uint32_t keyword_only = 0;
    for (uint32_t i = s->positional; i < s->count; ++i) keyword_only += bool(m.own()[i]);
    return too_many_error(c, s, given, keyword_only);
  }
  for (uint32_t i = 0; i < s->count; ++i) {
    bool required = i < s->positional ? i < s->required : s->required_keywords >> i & 1;
    if (!required || m.own()[i]) continue;
    if (python) return missing_error(c, s, m.own());
    if (i < s->positional)
      return type_error("%s() missing required argument '%U' (pos %d)", c.name, s->names[i], i + 1);
    return type_error("%s() missing required keyword-only argument '%U'", c.name, s->names[i]);
  }
  return true;
}

bool match_arguments(const char* name, const char* signature, Args args, Value* params) {
  const Signature* s = signature_of(signature);
  Matched m;
  if (!match(Callee{ErrorStyle::Constructor, name, nullptr}, s, args, m)) return false;
  for (uint32_t i = 0; i < s->count; ++i) params[i] = m.own()[i];
  return true;
}

}  // namespace ap
