// Atoms: names, constants, displays and comprehensions; what follows them: subscripts and calls.
#include <cstdlib>
#include <cstring>

#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

Expr* Parser::constant(ConstantKind type) {
  return make_of_token<Constant>(type);
}

Expr* Parser::name_node(ExprContext context) {
  const Identifier name = identifier(token());
  return make_of_token<Name>(name, context);
}

Expr* Parser::atom() {
  switch (kind()) {
    case Tok::Name: return name_node(ExprContext::Load);
    case Tok::Number: return number();
    case Tok::String:
    case Tok::FStringStart: return strings();
    case Tok::LPar: return parenthesized();
    case Tok::LSqb: return list_display();
    case Tok::LBrace: return brace_display();
    case Tok::KwTrue: return constant(ConstantKind::True);
    case Tok::KwFalse: return constant(ConstantKind::False);
    case Tok::KwNone: return constant(ConstantKind::None);
    case Tok::Ellipsis: return constant(ConstantKind::Ellipsis);
    default: return nullptr;
  }
}

// ---------------------------------------------------------------------------------------------------------
// Numbers

Expr* Parser::number() {
  const std::string_view shown = text(token());
  // Digits without underscores, ending in NUL for strtod.
  char* digits = static_cast<char*>(arena_.allocate(shown.size() + 1, 1));
  std::size_t size = 0;
  for (char c : shown) {
    if (c != '_') digits[size++] = c;
  }
  digits[size] = 0;
  const char last = char(digits[size - 1] | 0x20);
  const char letter = size > 1 && digits[0] == '0' ? char(digits[1] | 0x20) : '0';
  const unsigned base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;

  const bool is_real = base == 10 && (last == 'j' || std::strpbrk(digits, ".eE") != nullptr);
  if (is_real) {
    auto* node = make_of_token<Constant>(last == 'j' ? ConstantKind::Imaginary : ConstantKind::Float);
    node->real = std::strtod(digits, nullptr);
    return node;
  }

  std::size_t first = base == 10 ? 0 : 2;
  while (first + 1 < size && digits[first] == '0') ++first;
  const std::string_view plain(digits + first, size - first);
  std::uint64_t value = 0;
  bool fits = true;
  for (char c : plain) {
    const unsigned digit = c <= '9' ? unsigned(c - '0') : unsigned((c | 0x20) - 'a') + 10;
    if (value > (std::uint64_t(INT64_MAX) - digit) / base) {
      fits = false;
      break;
    }
    value = value * base + digit;
  }
  constexpr std::size_t kMaxDecimalDigits = 4300;
  if (base == 10 && plain.size() > kMaxDecimalDigits) {
    raise(concat(arena_, {"Exceeds the limit (4300 digits) for integer string conversion: value has ",
                          Digits(std::uint32_t(plain.size())),
                          " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
                          "for huge integer literals to avoid decimal conversion limits."}));
    error_->offset = error_->end_offset = 0;
    return nullptr;
  }
  auto* node = make_of_token<Constant>(fits ? ConstantKind::Int : ConstantKind::BigInt);
  if (fits) {
    node->integer = std::int64_t(value);
  } else {
    node->base = std::uint8_t(base);
    node->text = plain;
  }
  return node;
}

// ---------------------------------------------------------------------------------------------------------
// Comprehensions

// After an element: the clauses and the closing bracket.
Expr* Parser::comprehension(ExprKind kind, std::uint32_t first, Expr* element, Expr* value, Tok closing) {
  const std::uint32_t mark = pos_;
  List<Comprehension*> clauses;
  if (!for_if_clauses(clauses) || !accept(closing)) return back(mark);
  switch (kind) {
    case ExprKind::ListComp: return make<ListComp>(first, element, clauses);
    case ExprKind::SetComp: return make<SetComp>(first, element, clauses);
    case ExprKind::DictComp: return make<DictComp>(first, element, value, clauses);
    default: return make<GeneratorExp>(first, element, clauses);
  }
}

bool Parser::for_if_clauses(List<Comprehension*>& out) {
  const std::uint32_t mark = stack_.size();
  while (Comprehension* clause = for_if_clause()) stack_.push(clause);
  out = take<Comprehension>(mark);
  return !out.empty();
}

Comprehension* Parser::for_if_clause() {
  const std::uint32_t first = pos_;
  const bool is_async = accept(Tok::KwAsync);
  if (!accept(Tok::KwFor)) return back(first);
  if (is_async && scope_.function != Scope::kAsync) misplaced_ = true;
  Expr* target = star_targets();
  if (target == nullptr || !accept(Tok::KwIn)) {
    pos_ = first;
    if (diagnosing_) {
      invalid_for_if_clause();
      if (error_ == nullptr) invalid_for_target();
    }
    return nullptr;
  }
  Expr* iter = disjunction();
  if (iter == nullptr) return back(first);
  const std::uint32_t mark = stack_.size();
  for (;;) {
    const std::uint32_t before = pos_;
    Expr* condition = accept(Tok::KwIf) ? disjunction() : nullptr;
    if (condition == nullptr) {
      pos_ = before;
      break;
    }
    stack_.push(condition);
  }
  return arena_.make<Comprehension>(target, iter, take<Expr>(mark), is_async);
}

// ---------------------------------------------------------------------------------------------------------
// Displays

// A tuple, an expression in parentheses, or a generator expression.
Expr* Parser::parenthesized() {
  const std::uint32_t first = pos_;
  advance();
  if (accept(Tok::RPar)) return make<Tuple>(first, List<Expr*>(), ExprContext::Load);
  if (at(Tok::KwYield)) {
    Expr* value = yield_expression();
    if (accept(Tok::RPar)) return value;
  } else {
    const bool starred = at(Tok::Star);
    Expr* head = star_named_expression();
    if (head != nullptr && at(Tok::Comma)) {
      const std::uint32_t mark = stack_.size();
      star_named_expressions(head);
      const auto elts = take<Expr>(mark);
      if (accept(Tok::RPar)) return make<Tuple>(first, elts, ExprContext::Load);
    } else if (head != nullptr && !starred) {
      if (accept(Tok::RPar)) return head;
      if (at_for()) {
        if (Expr* result = comprehension(ExprKind::GeneratorExp, first, head, nullptr, Tok::RPar)) return result;
      }
    }
  }
  pos_ = first;
  if (diagnosing_) {
    invalid_group();
    if (error_ == nullptr) invalid_comprehension();
  }
  return nullptr;
}

Expr* Parser::list_display() {
  const std::uint32_t first = pos_;
  advance();
  if (accept(Tok::RSqb)) return make<ListExpr>(first, List<Expr*>(), ExprContext::Load);
  const bool starred = at(Tok::Star);
  if (Expr* head = star_named_expression()) {
    if (!starred && at_for()) {
      if (Expr* result = comprehension(ExprKind::ListComp, first, head, nullptr, Tok::RSqb)) return result;
    } else {
      const std::uint32_t mark = stack_.size();
      star_named_expressions(head);
      const auto elts = take<Expr>(mark);
      if (accept(Tok::RSqb)) return make<ListExpr>(first, elts, ExprContext::Load);
    }
  }
  pos_ = first;
  if (diagnosing_) invalid_comprehension();
  return nullptr;
}

// One `key: value` or `**mapping`: key (or null) and value are pushed on stack_.
bool Parser::dict_item(Expr* key) {
  const std::uint32_t first = pos_;
  if (key == nullptr && accept(Tok::DoubleStar)) {
    Expr* mapping = bitwise_or();
    if (mapping == nullptr) {
      pos_ = first;
      return false;
    }
    stack_.push(nullptr);
    stack_.push(mapping);
    return true;
  }
  if (key == nullptr) key = expression();
  if (key != nullptr && accept(Tok::Colon)) {
    if (Expr* value = expression()) {
      stack_.push(key);
      stack_.push(value);
      return true;
    }
  }
  pos_ = first;
  return false;
}

// From the first item on, of which the key may have been read.
Expr* Parser::dict_display(std::uint32_t first, Expr* key) {
  const std::uint32_t mark = stack_.size();
  const bool pair = key != nullptr;
  if (dict_item(key)) {
    if (pair && at_for()) {
      auto* key_part = static_cast<Expr*>(stack_[mark]);
      auto* value = static_cast<Expr*>(stack_[mark + 1]);
      stack_.cut(mark);
      return comprehension(ExprKind::DictComp, first, key_part, value, Tok::RBrace);
    }
    while (accept(Tok::Comma) && dict_item(nullptr)) {
    }
    if (accept(Tok::RBrace)) {
      const std::uint32_t count = (stack_.size() - mark) / 2;
      auto keys = arena_.array<Expr*>(count);
      auto values = arena_.array<Expr*>(count);
      for (std::uint32_t i = 0; i < count; ++i) {
        keys[i] = static_cast<Expr*>(stack_[mark + 2 * i]);
        values[i] = static_cast<Expr*>(stack_[mark + 2 * i + 1]);
      }
      stack_.cut(mark);
      return make<Dict>(first, List<Expr*>(keys), List<Expr*>(values));
    }
  }
  stack_.cut(mark);
  return nullptr;
}

// A dict, a set or a comprehension for one of them.
Expr* Parser::brace_display() {
  const std::uint32_t first = pos_;
  advance();
  if (accept(Tok::RBrace)) return make<Dict>(first, List<Expr*>(), List<Expr*>());

  Expr* head = nullptr;  // what was read already of a set
  if (!at(Tok::Star) && (diagnosing_ || !at_walrus())) {
    const bool unpacking = at(Tok::DoubleStar);
    if (!unpacking) head = expression();
    if (unpacking || (head != nullptr && at(Tok::Colon))) {
      if (Expr* result = dict_display(first, head)) return result;
      if (!diagnosing_) {
        // Of all mistakes these alone are looked for in the first pass, too.
        memoizing_ = true;
        pos_ = first;
        invalid_double_starred_kvpairs();
        return back(first);
      }
    }
    if (diagnosing_) {
      pos_ = first;
      invalid_double_starred_kvpairs();
      if (error_ != nullptr) return nullptr;
      pos_ = first + 1;
      head = nullptr;
    } else if (head == nullptr) {
      return back(first);
    }
  }

  const bool starred = at(Tok::Star);
  if (head == nullptr) head = star_named_expression();
  if (head != nullptr) {
    if (!starred && at_for()) {
      if (Expr* result = comprehension(ExprKind::SetComp, first, head, nullptr, Tok::RBrace)) return result;
    } else {
      const std::uint32_t mark = stack_.size();
      star_named_expressions(head);
      const auto elts = take<Expr>(mark);
      if (accept(Tok::RBrace)) return make<Set>(first, elts);
    }
  }
  pos_ = first;
  if (diagnosing_) {
    invalid_dict_comprehension();
    if (error_ == nullptr) invalid_comprehension();
  }
  return nullptr;
}

// ---------------------------------------------------------------------------------------------------------
// Subscripts

Expr* Parser::slice() {
  const std::uint32_t first = pos_;
  Expr* lower = nullptr;
  if (!at(Tok::Colon)) {
    if (diagnosing_) {
      lower = expression();
      if (error_ != nullptr) return nullptr;
      if (lower == nullptr || !at(Tok::Colon)) {
        pos_ = first;
        return named_expression();
      }
    } else {
      const bool is_walrus = at_walrus();
      lower = named_expression();
      if (lower == nullptr || is_walrus || !at(Tok::Colon)) return lower;
    }
  }
  advance();
  Expr* upper = expression();
  Expr* step = accept(Tok::Colon) ? expression() : nullptr;
  return make<Slice>(first, lower, upper, step);
}

Expr* Parser::slices() {
  const std::uint32_t first = pos_;
  const auto item = [this] { return at(Tok::Star) ? starred_expression() : slice(); };
  const bool starred = at(Tok::Star);
  Expr* head = item();
  if (head == nullptr || (!starred && !at(Tok::Comma))) return head;
  const std::uint32_t mark = stack_.size();
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Expr* next = item();
    if (next == nullptr) break;
    stack_.push(next);
  }
  const auto elts = take<Expr>(mark);
  return make<Tuple>(first, elts, ExprContext::Load);
}

// ---------------------------------------------------------------------------------------------------------
// Calls

Expr* Parser::call(std::uint32_t first, Expr* func) {
  const std::uint32_t open = pos_;
  advance();
  auto* node = arena_.make<Call>(Expr{ExprKind::Call, Range()}, func);
  if (!at(Tok::RPar) && !call_arguments(*node, open)) return back(open);
  if (!accept(Tok::RPar)) return back(open);
  place(node->range, first);
  suspect_call(func);
  return node;
}

// Up to the closing parenthesis, which stays; or the generator that is the only argument.
bool Parser::call_arguments(Call& node, std::uint32_t open) {
  const std::uint32_t first = pos_;
  if (!at(Tok::Star) && !at(Tok::DoubleStar) && !(at_keyword() && !diagnosing_)) {
    Expr* head = walrus_or_expression();
    if (head != nullptr && at_for()) {
      Expr* generator = comprehension(ExprKind::GeneratorExp, open, head, nullptr, Tok::RPar);
      if (generator != nullptr) {
        node.args = one(generator);
        --pos_;
        return true;
      }
    }
    if (diagnosing_ || head == nullptr) {
      pos_ = open;
      if (diagnosing_) invalid_comprehension();
      pos_ = first;
      if (error_ != nullptr || (head == nullptr && !diagnosing_)) return false;
      head = nullptr;
    }
    if (arguments(node, head)) return true;
  } else {
    if (diagnosing_) {
      pos_ = open;
      invalid_comprehension();
      pos_ = first;
      if (error_ != nullptr) return false;
    }
    if (arguments(node, nullptr)) return true;
  }
  pos_ = first;
  if (diagnosing_) invalid_arguments();
  return false;
}

bool Parser::arguments(Call& node, Expr* head) {
  if (!args(node, head)) return false;
  accept(Tok::Comma);
  return at(Tok::RPar);
}

// Arguments with commas between them. They come in three phases: first positional ones (or `*x`), then
// keywords (or `*x`), then, from the first `**x` on, keywords only. What does not fit ends the list, before
// the comma. `head` is the first one if it was read already.
bool Parser::args(Call& node, Expr* head) {
  enum { kPositional, kKeywords, kDoubleStarred } phase = kPositional;
  const std::uint32_t first = pos_;
  const std::uint32_t mark = stack_.size();
  std::uint32_t keyword_count = 0;
  std::uint32_t before_comma = pos_;
  for (;;) {
    Expr* positional = head;
    Keyword* keyword = nullptr;
    const std::uint32_t start = pos_;
    if (head != nullptr) {
      head = nullptr;
      if (at(Tok::Equal)) return false;
    } else if (phase == kPositional && !at(Tok::DoubleStar) && (!at_keyword() || diagnosing_)) {
      positional = at(Tok::Star) ? starred_expression() : walrus_or_expression();
      // `a.b=1`: the mistake is found below.
      if (positional != nullptr && at(Tok::Equal)) positional = back(start);
    }
    if (positional == nullptr) {
      if (error_ != nullptr) break;
      if (phase == kPositional) phase = kKeywords;
      if (diagnosing_) {
        pos_ = start;
        invalid_kwarg();
        if (error_ != nullptr) break;
      }
      if (at_keyword()) {
        const Identifier name = identifier(token());
        advance();
        advance();
        if (Expr* value = expression()) keyword = arena_.make<Keyword>(name, value, range_from(start));
      } else if (at(Tok::Name)) {
        // It might have been a keyword's.
        advance();
        pos_ = start;
      } else if (at(Tok::Star) && phase == kKeywords) {
        positional = starred_expression();
      } else if (accept(Tok::DoubleStar)) {
        phase = kDoubleStarred;
        if (Expr* value = expression()) keyword = arena_.make<Keyword>(Identifier(), value, range_from(start));
      }
    }
    if (positional == nullptr && keyword == nullptr) {
      pos_ = before_comma;
      break;
    }
    // The two kinds share the stack: a null goes before a keyword.
    if (keyword != nullptr) {
      stack_.push(nullptr);
      ++keyword_count;
    }
    stack_.push(keyword != nullptr ? static_cast<void*>(keyword) : positional);
    before_comma = pos_;
    if (!accept(Tok::Comma)) break;
  }
  const std::uint32_t size = stack_.size() - mark;
  if (size == 0) {
    pos_ = first;
    return false;
  }
  auto positionals = arena_.array<Expr*>(size - 2 * keyword_count);
  auto keywords = arena_.array<Keyword*>(keyword_count);
  std::uint32_t p = 0;
  std::uint32_t k = 0;
  for (std::uint32_t i = mark; i < mark + size; ++i) {
    if (stack_[i] == nullptr) {
      keywords[k++] = static_cast<Keyword*>(stack_[++i]);
    } else {
      positionals[p++] = static_cast<Expr*>(stack_[i]);
    }
  }
  stack_.cut(mark);
  node.args = positionals;
  node.keywords = keywords;
  place(node.range, first);
  return true;
}

}  // namespace ap::syntax
