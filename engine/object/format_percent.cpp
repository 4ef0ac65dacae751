// "..." % args
#include <cstring>
#include <span>

#include "object/float.hpp"
#include "object/format_spec.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

class PercentFormatter {
 public:
  PercentFormatter(Str* format, Value args) : format_(format), args_(args) {
    tuple_ = is_kind(args, Kind::Tuple) ? args.as<Tuple>() : nullptr;
    count_ = tuple_ ? tuple_->size : 1;
    if (!tuple_ && !is_kind(args, Kind::Str) && type_of(args)->getitem) mapping_ = args;
  }

  Var run() {
    uint32_t end = format_->length;
    for (uint32_t from = 0; at_ < end;) {
      while (at_ < end && format_->at(at_) != '%') ++at_;
      if (at_ > from) out_.append(format_, from, at_);
      if (at_ == end) break;
      ++at_;
      if (!one() || !check()) return Var();
      from = at_;
    }
    if (next_ < count_ && !mapping_) return type_error("not all arguments converted during string formatting");
    return out_.finish();
  }

 private:
  // The conversion after a '%'.
  bool one() {
    spec_ = FormatSpec();
    spec_.align = '>';
    zero_ = false;
    char32_t c;
    if (!take(&c)) return false;
    if (c == '%') {
      out_.append(U'%');
      return true;
    }
    if (c == '(' && (!key() || !take(&c))) return false;
    for (bool flag = true; flag;) {
      switch (c) {
        case '-': spec_.align = '<'; break;
        case '+': spec_.sign = '+'; break;
        case ' ':
          if (spec_.sign != '+') spec_.sign = ' ';
          break;
        case '#': spec_.alternate = true; break;
        case '0': zero_ = true; break;
        default: flag = false;
      }
      if (flag && !take(&c)) return false;
    }
    if (c == '*') {
      if (!star(&spec_.width, INT64_MAX, "Python int too large to convert to C ssize_t") || !take(&c)) return false;
      if (spec_.width < 0) {
        spec_.align = '<';
        spec_.width = -spec_.width;
      }
    } else if (c >= '0' && c <= '9') {
      if (!number(&c, INT64_MAX, "width too big", &spec_.width)) return false;
    }
    if (c == '.') {
      spec_.precision = 0;
      if (!take(&c)) return false;
      if (c == '*') {
        if (!star(&spec_.precision, INT32_MAX, "Python int too large to convert to C int") || !take(&c)) return false;
        if (spec_.precision < 0) spec_.precision = 0;
      } else if (c >= '0' && c <= '9') {
        if (!number(&c, INT32_MAX, "precision too big", &spec_.precision)) return false;
      }
    }
    if ((c == 'h' || c == 'l' || c == 'L') && !take(&c)) return false;
    Value v = argument();
    if (!v) return false;
    return convert(c, v);
  }

  bool take(char32_t* c) {
    if (at_ >= format_->length) return value_error("incomplete format");
    *c = format_->at(at_++);
    return true;
  }

  bool number(char32_t* c, int64_t most, const char* too_big, int64_t* out) {
    int64_t value = 0;
    while (*c >= '0' && *c <= '9') {
      int64_t digit = static_cast<int64_t>(*c - '0');
      if (value > (most - digit) / 10) return value_error("%s", too_big);
      value = value * 10 + digit;
      if (!take(c)) return false;
    }
    *out = value;
    return true;
  }

  bool star(int64_t* out, int64_t most, const char* too_big) {
    Value v = argument();
    if (!v) return false;
    if (!is_int(v)) return type_error("* wants int");
    if (!int_fits_int64(v, out) || *out > most || *out < -most) return raise(rt.types.OverflowError, "%s", too_big);
    return true;
  }

  // "(key)": what follows takes the mapping's item.
  bool key() {
    if (!mapping_) return type_error("format requires a mapping");
    uint32_t from = at_;
    for (int depth = 1; depth > 0; ++at_) {
      if (at_ >= format_->length) return value_error("incomplete format key");
      char32_t c = format_->at(at_);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    Ref<Str> name = substring(format_, from, at_ - 1);
    if (!name) return false;
    item_ = getitem(mapping_, name);
    keyed_ = true;
    return static_cast<bool>(item_);
  }

  Value argument() {
    if (keyed_) {
      // Afterwards there are no positional arguments any more.
      if (item_) {
        holding_ = std::move(item_);
        next_ = count_ = 0;
        return holding_;
      }
    } else if (next_ < count_) {
      Value v = tuple_ ? (*tuple_)[next_] : args_;
      ++next_;
      return v;
    }
    (void)type_error("not enough arguments for format string");
    return Empty;
  }

  bool emit(Var&& text) {
    if (!text) return false;
    out_.append(text.as<Str>());
    return true;
  }
  bool emit_text(Ref<Str> text) {
    if (!text) return false;
    if (spec_.width < 0 && spec_.precision < 0) {
      out_.append(text.get());
      return true;
    }
    return emit(pad_text(spec_, text.get()));
  }

  bool convert(char32_t c, Value v) {
    switch (c) {
      case 's': return emit_text(str(v));
      case 'r': return emit_text(repr(v));
      case 'a': return emit_text(ascii(v));
      case 'c': return character(v);
      default: break;
    }
    if (one_of(c, "diuoxX")) return integer(static_cast<char>(c), v);
    if (one_of(c, "eEfFgG")) {
      double d;
      if (!to_double(v, &d)) return false;
      spec_.type = c;
      if (spec_.precision < 0) spec_.precision = 6;
      zero_padding();
      return emit(format_float_spec(d, spec_));
    }
    return value_error("unsupported format character '%c' (0x%s) at index %lld",
                       c > 31 && c < 128 ? static_cast<int>(c) : '?', HexNumber(c).text,
                       static_cast<long long>(at_) - 1);
  }

  void zero_padding() {
    if (!zero_ || spec_.align == '<') return;
    spec_.fill = '0';
    spec_.align = '=';
  }

  bool character(Value v) {
    if (is_kind(v, Kind::Str)) {
      if (v.as<Str>()->length != 1)
        return type_error("%%c requires an int or a unicode character, not a string of length %lld",
                          static_cast<long long>(v.as<Str>()->length));
      spec_.precision = -1;
      return emit_text(Ref<Str>(v.as<Str>()));
    }
    if (!is_int(v) && !type_of(v)->to_index) return type_error("%%c requires an int or a unicode character, not %T", v);
    Var index = to_index(v);
    if (!index) return false;
    int64_t code;
    if (!int_fits_int64(index, &code) || code < 0 || code > 0x10ffff)
      return raise(rt.types.OverflowError, "%%c arg not in range(0x110000)");
    spec_.precision = -1;
    return emit_text(make_char(static_cast<char32_t>(code)));
  }

  bool integer(char c, Value v) {
    Var number;
    bool digits_only = c == 'o' || c == 'x' || c == 'X';
    if (is_int(v)) {
      number = v;
    } else {
      Type* t = type_of(v);
      if (!digits_only && is_float(v))
        number = int_from_double(float_value(v));
      else if (!digits_only && t->to_int)
        number = call(Value(rt.types.int_), v);
      else if (t->to_index)
        number = to_index(v);
      if (!number && (!failed() || clear_error_if(rt.types.TypeError)))
        return type_error("%%%c format: %s is required, not %T", c, digits_only ? "an integer" : "a real number", v);
      if (!number) return false;
    }
    if (c == 'd' && number->is_small_int() && spec_.width < 0 && spec_.precision < 0 && spec_.sign == '-') {
      Ref<Str> text = int_to_str(number);
      if (!text) return false;
      out_.append(text.get());
      return true;
    }
    spec_.type = digits_only ? static_cast<char32_t>(c) : U'd';
    zero_padding();
    int64_t precision = std::exchange(spec_.precision, -1);
    IntText text(number, c == 'o' ? 8 : digits_only ? 16 : 10);
    if (!text) return false;
    std::string_view digits = text.view();
    if (c == 'X')
      for (char& digit : std::span(const_cast<char*>(digits.data()), digits.size()))
        if (digit >= 'a') digit = static_cast<char>(digit - 32);
    const char* prefix = !spec_.alternate ? "" : c == 'o' ? "0o" : c == 'x' ? "0x" : c == 'X' ? "0X" : "";
    bool negative = int_sign(number) < 0;
    if (precision <= static_cast<int64_t>(digits.size()))
      return emit(lay_out_number(spec_, negative, prefix, digits, ""));
    TextBuffer longer;
    longer.fill('0', precision - static_cast<int64_t>(digits.size()));
    longer.append(digits);
    return longer.ok() && emit(lay_out_number(spec_, negative, prefix, longer.view(), ""));
  }

  Str* format_;
  Value args_;
  Tuple* tuple_;
  Value mapping_;
  uint32_t at_ = 0, next_ = 0, count_;
  bool keyed_ = false;  // a "(key)" has been seen
  bool zero_ = false;
  Var item_, holding_;
  FormatSpec spec_;
  StrBuilder out_;
};

}  // namespace

Var percent_format(Str* format, Value args) { return PercentFormatter(format, args).run(); }

}  // namespace ap
