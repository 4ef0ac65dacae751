// "...".format(...) and format_map
#include "object/dict.hpp"
#include "object/format_spec.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

// A part of the format string.
struct Part {
  uint32_t from = 0, to = 0;
  uint32_t size() const { return to - from; }
};

struct Field {
  Part name, spec;
  char32_t conversion = 0;
  bool nested = false;  // there are fields in the spec
};

class Formatter {
 public:
  Formatter(Str* format, const Value* args, size_t count, Dict* keywords, Value mapping)
      : s_(format), args_(args), count_(count), keywords_(keywords), mapping_(mapping) {}

  // The text of a part with its fields filled in.
  bool run(Part text, int depth, StrBuilder* out) {
    if (depth < 0) return value_error("Max string recursion exceeded");
    uint32_t at = text.from, end = text.to;
    while (at < end) {
      uint32_t from = at;
      char32_t c = 0;
      while (at < end && (c = s_->at(at)) != '{' && c != '}') ++at;
      if (at > from) out->append(s_, from, at);
      if (at == end) break;
      if (at + 1 < end && s_->at(at + 1) == c) {
        out->append(c);
        at += 2;
        if (!check()) return false;
        continue;
      }
      if (c == '}') return value_error("Single '}' encountered in format string");
      if (++at == end) return value_error("Single '{' encountered in format string");
      Field field;
      if (!parse(&at, end, &field) || !fill(field, depth, out) || !check()) return false;
    }
    return true;
  }

 private:
  bool parse(uint32_t* at, uint32_t end, Field* field) {
    char32_t c = 0;
    field->name.from = *at;
    bool brackets = false, closed = false;
    while (*at < end && !closed) {
      c = s_->at((*at)++);
      if (c == '[')
        brackets = true;
      else if (c == ']')
        brackets = false;
      else if (brackets)
        continue;
      else if (c == '{')
        return value_error("unexpected '{' in field name");
      else if (c == '}' || c == ':' || c == '!')
        closed = true;
    }
    if (!closed) return value_error("expected '}' before end of string");
    field->name.to = *at - 1;
    if (c == '}') return true;
    if (c == '!') {
      if (*at >= end) return value_error("end of string while looking for conversion specifier");
      field->conversion = s_->at((*at)++);
      if (*at < end) {
        c = s_->at((*at)++);
        if (c == '}') return true;
        if (c != ':') return value_error("expected ':' after conversion specifier");
      }
    }
    field->spec.from = *at;
    for (int open = 1; *at < end;) {
      c = s_->at((*at)++);
      if (c == '{') {
        field->nested = true;
        ++open;
      } else if (c == '}' && --open == 0) {
        field->spec.to = *at - 1;
        return true;
      }
    }
    return value_error("unmatched '{' in format spec");
  }

  bool fill(const Field& field, int depth, StrBuilder* out) {
    Var value = lookup(field.name);
    if (!value) return false;
    if (field.conversion) {
      Ref<Str> text;
      switch (field.conversion) {
        case 'r': text = repr(value); break;
        case 's': text = str(value); break;
        case 'a': text = ascii(value); break;
        default: return value_error("Unknown conversion specifier %s", ShownChar(field.conversion).text);
      }
      if (!text) return false;
      value = text;
    }
    Ref<Str> spec;
    if (field.nested) {
      StrBuilder expanded;
      if (!run(field.spec, depth - 1, &expanded)) return false;
      spec = expanded.finish();
    } else {
      spec = field.spec.size() ? substring(s_, field.spec.from, field.spec.to) : Ref<Str>(rt.empty_str);
    }
    if (!spec) return false;
    Var text = format_value(value, spec.get());
    if (!text) return false;
    out->append(text.as<Str>());
    return true;
  }

  // The number that a part is, -1 where it is none. False: ValueError.
  bool number(Part part, int64_t* out) {
    *out = part.size() ? 0 : -1;
    for (uint32_t i = part.from; i < part.to; ++i) {
      char32_t c = s_->at(i);
      if (c < '0' || c > '9') {
        *out = -1;
        return true;
      }
      if (*out > (INT64_MAX - static_cast<int64_t>(c - '0')) / 10)
        return value_error("Too many decimal digits in format string");
      *out = *out * 10 + static_cast<int64_t>(c - '0');
    }
    return true;
  }

  Var first(Part name) {
    int64_t index;
    if (!number(name, &index)) return Var();
    if (name.size() == 0 || index >= 0) {
      Numbering wanted = name.size() ? Numbering::Manual : Numbering::Automatic;
      if (numbering_ == Numbering::None) numbering_ = wanted;
      if (numbering_ != wanted)
        return value_error(wanted == Numbering::Manual
                               ? "cannot switch from automatic field numbering to manual field specification"
                               : "cannot switch from manual field specification to automatic field numbering");
      if (wanted == Numbering::Automatic) index = next_++;
    }
    if (index >= 0) {
      if (mapping_) return value_error("Format string contains positional fields");
      if (static_cast<uint64_t>(index) >= count_)
        return raise(rt.types.IndexError, "Replacement index %lld out of range for positional args tuple",
                     static_cast<long long>(index));
      return args_[index];
    }
    Ref<Str> key = substring(s_, name.from, name.to);
    if (!key) return Var();
    if (mapping_) return getitem(mapping_, key);
    Value found = keywords_ ? dict_get(keywords_, key) : Empty;
    if (!found) return failed() ? Var() : Var(raise_key_error(key));
    return found;
  }

  // "0.name[key]"
  Var lookup(Part name) {
    uint32_t at = name.from;
    while (at < name.to && s_->at(at) != '.' && s_->at(at) != '[') ++at;
    Var value = first({name.from, at});
    while (value && at < name.to) {
      char32_t c = s_->at(at++);
      Part part{at, at};
      if (c == '.') {
        while (at < name.to && s_->at(at) != '.' && s_->at(at) != '[') ++at;
        part.to = at;
      } else if (c == '[') {
        while (at < name.to && s_->at(at) != ']') ++at;
        if (at == name.to) return value_error("Missing ']' in format string");
        part.to = at++;
      } else {
        return value_error("Only '.' or '[' may follow ']' in format field specifier");
      }
      if (part.size() == 0) return value_error("Empty attribute in format string");
      int64_t index = -1;
      if (c == '[' && !number(part, &index)) return Var();
      if (index >= 0) {
        Var key = make_int(index);
        value = getitem(value, key);
        continue;
      }
      Ref<Str> key = substring(s_, part.from, part.to);
      if (!key) return Var();
      if (c == '.') {
        key = intern(key.get());
        value = getattr(value, key.get());
      } else {
        value = getitem(value, key);
      }
    }
    return value;
  }

  enum class Numbering : uint8_t { None, Automatic, Manual };
  Str* s_;
  const Value* args_;
  size_t count_;
  Dict* keywords_;
  Value mapping_;
  Numbering numbering_ = Numbering::None;
  int64_t next_ = 0;
};

Var run(Str* format, const Value* args, size_t n, Dict* keywords, Value mapping) {
  StrBuilder out;
  if (!Formatter(format, args, n, keywords, mapping).run({0, format->length}, 1, &out)) return Var();
  return out.finish();
}

}  // namespace

Var format_method(Str* format, const Value* args, size_t n, Dict* keywords) {
  return run(format, args, n, keywords, Empty);
}
Var format_map_method(Str* format, Value mapping) { return run(format, nullptr, 0, nullptr, mapping); }

}  // namespace ap
