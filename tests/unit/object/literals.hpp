// For the tests of text and containers: values from the text of Python literals, methods called with such texts.
#pragma once
#include "object/bytes.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/numbers.hpp"
#include "object/set.hpp"

namespace ap::literals {

using numbers::Run;
using numbers::text;

// None, True, False, ints, floats, 'strings' (with \n, \t, \r, \\, \' and plain UTF-8), b'bytes', (tuples), [lists],
// {sets}, {dicts: values}; ... stands for a missing argument.
class Reader {
 public:
  explicit Reader(std::string_view source) : at_(source.data()), end_(at_ + source.size()) {}
  Var value();
  Ref<List> items(char close);

 private:
  void spaces() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == ',')) ++at_;
  }
  bool take(std::string_view word) {
    if (!std::string_view(at_, end_ - at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::string quoted() {
    std::string out;
    for (++at_; *at_ != '\''; ++at_) {
      if (*at_ != '\\') {
        out += *at_;
        continue;
      }
      ++at_;
      out += *at_ == 'n' ? '\n' : *at_ == 't' ? '\t' : *at_ == 'r' ? '\r' : *at_ == 'x' ? static_cast<char>(0xff) : *at_;
    }
    ++at_;
    return out;
  }
  const char* at_;
  const char* end_;
};

inline Ref<List> Reader::items(char close) {
  Ref<List> all = new_list();
  for (spaces(); at_ < end_ && *at_ != close; spaces()) {
    list_append(all.get(), value());
    spaces();
    if (at_ < end_ && *at_ == ':') {
      ++at_;
      list_append(all.get(), value());
    }
  }
  ++at_;
  return all;
}

inline Var Reader::value() {
  spaces();
  if (take("None")) return None;
  if (take("True")) return True;
  if (take("False")) return False;
  if (take("set()")) return new_set();
  if (*at_ == '\'') return make_str(quoted());
  if (*at_ == 'b') {
    ++at_;
    return make_bytes(quoted());
  }
  if (take("(")) {
    Ref<List> all = items(')');
    return make_tuple(all->items, all->size);
  }
  if (take("[")) return items(']');
  if (take("{")) {
    const char* start = at_;
    Ref<List> all = items('}');
    bool dict = all->size == 0 || std::string_view(start, at_ - start).find(':') != std::string_view::npos;
    if (!dict) {
      Ref<Set> s = new_set();
      for (uint32_t i = 0; i < all->size; ++i) CHECK(set_add(s.get(), all->items[i]));
      return s;
    }
    Ref<Dict> d = new_dict();
    for (uint32_t i = 0; i + 1 < all->size; i += 2) CHECK(dict_set(d.get(), all->items[i], all->items[i + 1]));
    return d;
  }
  const char* start = at_;
  while (at_ < end_ && std::string_view("+-.0123456789").find(*at_) != std::string_view::npos) ++at_;
  std::string number(start, at_);
  if (number.find('.') != number.npos) return Value::from_float(std::stod(number));
  return numbers::integer(number);
}

inline Var value(std::string_view literal) { return Reader(literal).value(); }

// receiver.method(*args): "'a b'", "split", "None, 1".
inline Var call_on(const Var& receiver, const char* method, std::string_view args) {
  Var f = getattr(receiver, method);
  if (!f) return f;
  Ref<List> list = Reader(std::string(args) + ")").items(')');
  return call(f, Args{list->items, list->size});
}
inline std::string on(std::string_view receiver, const char* method, std::string_view args = "") {
  return text(call_on(value(receiver), method, args));
}
// The same for what the method leaves behind in its receiver.
inline std::string after(std::string_view receiver, const char* method, std::string_view args = "") {
  Var v = value(receiver);
  Var result = call_on(v, method, args);
  return result ? text(v) : text(result);
}
inline std::string shown(std::string_view literal) {
  Var v = value(literal);
  return to_utf8(repr(v).get());
}
inline std::string item(std::string_view receiver, std::string_view key) {
  Var v = value(receiver), k = value(key);
  return text(getitem(v, k));
}
inline std::string operate(std::string_view a, BinaryOp op, std::string_view b) {
  Var x = value(a), y = value(b);
  return text(binary(x, y, op));
}
inline bool less(std::string_view a, std::string_view b) {
  Var x = value(a), y = value(b);
  return compare_truth(x, y, Compare::Lt) == Tri::True;
}

}  // namespace ap::literals
