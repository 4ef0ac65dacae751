// The parser's inside: shared by parser*.cpp, included by nothing else.
//
// A program is parsed once by plain recursive descent. Only if that fails it is parsed again with
// `diagnosing_` set: then, at the same places in the grammar as in CPython, common mistakes are looked for
// (the functions named invalid_*, in errors_*.cpp), and the first that is found is the error. If there is none
// the error is "invalid syntax" at the furthest token that the first pass looked at. So two things matter for
// having CPython's messages: the order in which alternatives are tried, and which tokens are looked at.
//
// The rules that all functions here keep:
//   - A function that fails gives nullptr (or false) and leaves pos_ where it was at its start.
//   - The first error that is raised stays in error_. After that whatever is returned does not matter, so
//     nobody needs to check it, save before doing much work.
//   - After an operator whose right side fails, the left side alone is the result: what follows decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/arena.hpp"
#include "syntax/ast.hpp"
#include "syntax/lexer.hpp"
#include "syntax/names.hpp"
#include "syntax/parser.hpp"
#include "syntax/token.hpp"

namespace ap::syntax {

// How tightly operators bind, from loosest.
enum class Level : std::uint8_t {
  Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Sum, Term, Factor, Power,
};

// What is remembered per token while diagnosing, so that trying many alternatives stays linear. The first
// twelve are the operators at each Level.
enum class Rule : std::uint8_t { Expression = 12, InvalidNamed, Primary, Strings };

// Where an assignment may go.
enum class TargetUse : std::uint8_t { Star, For, Del };

class Memo {
 public:
  struct Entry {
    void* node;
    std::uint32_t token;
    std::uint32_t end;
    std::uint32_t generation;
    Rule rule;
  };

  Memo() = default;
  ~Memo();
  Memo(const Memo&) = delete;
  Memo& operator=(const Memo&) = delete;

  const Entry* find(std::uint32_t token, Rule rule) const;
  void insert(std::uint32_t token, Rule rule, void* node, std::uint32_t end);
  void forget() {
    ++generation_;
    used_ = 0;
  }
  // So much that an answer would be late.
  bool full() const { return used_ > 1500000; }

 private:
  Entry* slot(std::uint32_t token, Rule rule) const;
  void grow();

  Entry* entries_ = nullptr;
  std::uint32_t capacity_ = 0;
  std::uint32_t used_ = 0;
  std::uint32_t generation_ = 1;
};

// Pointers gathered while the length of a list is not yet known; lists nest, so it is a stack.
class PointerStack {
 public:
  PointerStack() = default;
  ~PointerStack();
  PointerStack(const PointerStack&) = delete;
  PointerStack& operator=(const PointerStack&) = delete;

  std::uint32_t size() const { return size_; }
  void push(const void* pointer) {
    if (size_ == capacity_) grow();
    data_[size_++] = const_cast<void*>(pointer);
  }
  void* operator[](std::uint32_t index) const { return data_[index]; }
  void cut(std::uint32_t size) { size_ = size; }
  void** from(std::uint32_t index) const { return data_ + index; }

 private:
  void grow();

  void** data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

class Parser {
 public:
  Parser(Arena& arena, std::string_view source, const TokenBuffer& tokens, const Lexer& lexer, Warnings& warnings)
      : arena_(arena), source_(source), tokens_(tokens), lexer_(lexer), warnings_(warnings), suspicions_(arena) {}

  ParseResult run(Mode mode);
  // One pass only: whether this is a program, or becomes one when more follows.
  bool could_go_on();
  std::uint32_t last_compound_line() const { return last_compound_line_; }
  Warnings& suspicions() { return suspicions_; }
  // The last token whose warnings count.
  std::uint32_t last_token() const { return last_token_; }

 private:
  // --- tokens ---

  const Token& token() const { return tokens_[pos_]; }
  Tok kind() const { return tokens_[pos_].kind; }
  bool at(Tok kind) const { return tokens_[pos_].kind == kind; }
  void advance();
  bool accept(Tok kind);
  std::nullptr_t back(std::uint32_t mark) {
    pos_ = mark;
    return nullptr;
  }
  std::string_view text(const Token& token) const { return source_.substr(token.start, token.end - token.start); }
  Identifier identifier(const Token& token) { return names_.intern(text(token)); }
  bool at_name(std::string_view name) const { return at(Tok::Name) && text(token()) == name; }
  bool at_for() const { return at(Tok::KwFor) || at(Tok::KwAsync); }
  // `name :=` and `name =`
  bool at_walrus() const { return at(Tok::Name) && tokens_[pos_ + 1].kind == Tok::ColonEqual; }
  bool at_keyword() const { return at(Tok::Name) && tokens_[pos_ + 1].kind == Tok::Equal; }
  bool at_comparison() const;

  // --- ranges and nodes ---

  Range range_of(const Token& token) const;
  Range range_from(std::uint32_t first_token) const;  // to the token before pos_
  void place(Range& range, std::uint32_t first_token) const;
  static Range join(const Range& first, const Range& last) {
    return {first.line, first.col, last.end_line, last.end_col};
  }
  // A node from the token `first` to the one before pos_.
  template <class T, class... Args>
  T* make(std::uint32_t first, Args... args) {
    T* node = arena_.make<T>(Expr{T::Kind, Range()}, args...);
    place(node->range, first);
    return node;
  }
  template <class T, class... Args>
  T* make_stmt(std::uint32_t first, Args... args) {
    T* node = arena_.make<T>(Stmt{T::Kind, Range()}, args...);
    place(node->range, first);
    return node;
  }
  template <class T, class... Args>
  T* make_pattern(std::uint32_t first, Args... args) {
    T* node = arena_.make<T>(Pattern{T::Kind, Range()}, args...);
    place(node->range, first);
    return node;
  }
  // A node of the token at pos_, which is taken.
  template <class T, class... Args>
  T* make_of_token(Args... args) {
    advance();
    return make<T>(pos_ - 1, args...);
  }
  // What was pushed on stack_ since `mark`, as a list in the arena.
  template <class T>
  List<T*> take(std::uint32_t mark) {
    const std::uint32_t count = stack_.size() - mark;
    void** copy = arena_.copy(stack_.from(mark), count).data();
    stack_.cut(mark);
    return {reinterpret_cast<T**>(copy), count};
  }
  template <class T>
  List<T*> one(T* only) {
    return arena_.copy(&only, 1);
  }

  // --- expressions: parser_expressions.cpp ---

  Expr* expressions();
  Expr* star_expressions();
  Expr* star_expression();
  Expr* starred_bitwise_or();
  Expr* starred_expression();
  Expr* star_named_expression();
  bool star_named_expressions(Expr* head);
  Expr* walrus();
  Expr* named_expression();
  Expr* walrus_or_expression();
  Expr* expression();
  Expr* conditional(std::uint32_t first, Expr* body);
  Expr* lambda();
  Expr* yield_expression();
  Expr* expression_or_yield();
  Expr* disjunction() { return operators(Level::Or); }
  Expr* bitwise_or() { return operators(Level::BitOr); }
  Expr* operators(Level lowest);
  Expr* operators_plain(Level lowest);
  Expr* boolean(std::uint32_t first, Expr* left, Tok word);
  Expr* comparison(std::uint32_t first, Expr* left);
  Expr* power();
  Expr* primary(bool is_target = false);

  // --- displays, subscripts, calls: parser_atoms.cpp ---

  Expr* name_node(ExprContext context);
  Expr* atom();
  Expr* constant(ConstantKind type);
  Expr* number();
  Expr* comprehension(ExprKind kind, std::uint32_t first, Expr* element, Expr* value, Tok closing);
  bool for_if_clauses(List<Comprehension*>& out);
  Comprehension* for_if_clause();
  Expr* parenthesized();
  Expr* list_display();
  Expr* brace_display();
  Expr* dict_display(std::uint32_t first, Expr* key);
  bool dict_item(Expr* key);
  Expr* slice();
  Expr* slices();
  Expr* call(std::uint32_t first, Expr* func);
  bool call_arguments(Call& node, std::uint32_t open);
  bool arguments(Call& node, Expr* head);
  bool args(Call& node, Expr* head);

  // --- strings: parser_strings.cpp ---

  Expr* strings();
  List<Expr*> fold(std::uint32_t mark, bool keep_empty);
  bool string_literal(Constant& out);
  bool decode_escapes(const Token& where, std::uint32_t line, Constant& out);
  bool named_escape(const Token& where, std::string_view body, std::size_t start);
  void warn_escape(std::string_view body, std::size_t at, std::uint32_t line, bool octal);
  void raise_escape(const Token& where, std::string_view body, std::size_t start, std::size_t end, const char* why);
  bool fstring();
  void push_text(bool raw);
  bool fstring_field(bool raw);
  Expr* debug_text(const Token& open, const Token& next);

  // --- parameters: parser_params.cpp ---

  Arg* parameter(bool is_lambda, bool star_annotation);
  Expr* default_value();
  Arguments* parameters(bool is_lambda);
  bool parameters_plain(Arguments& out, bool is_lambda, Tok closing);
  bool type_params(List<TypeParam*>& out);
  TypeParam* type_param();

  // --- targets: parser_targets.cpp ---

  Expr* star_targets();
  Expr* star_target();
  static bool store(Expr* target, ExprContext context);
  static bool is_single_target(const Expr* expr);

  // --- simple statements: parser_statements.cpp ---

  Body statements();
  bool statement();
  bool simple_statements();
  void note_compound(const Stmt* compound) {
    if (compound->range.line > last_compound_line_) last_compound_line_ = compound->range.line;
  }
  Stmt* simple_statement();
  Stmt* raise_statement();
  Stmt* expression_statement(bool strict);
  Stmt* assignment(std::uint32_t first, Expr* value);
  Stmt* annotated_assignment(std::uint32_t first, Expr* target, bool bracketed);
  Stmt* del_statement();
  Stmt* type_alias();
  bool dotted_name(Identifier& out);
  Alias* import_alias(bool dotted);
  Stmt* import_statement();
  Stmt* import_from();

  // --- compound statements: parser_compound.cpp ---

  Stmt* compound_statement();
  bool block(Body& out, const char* after, std::uint32_t keyword);
  bool loop_block(Body& out, const char* after, std::uint32_t keyword);
  bool head_colon();
  bool else_block(Body& out);
  Stmt* if_statement();
  Stmt* while_statement();
  Stmt* for_statement(std::uint32_t first);
  WithItem* with_item();
  bool with_items(List<WithItem*>& out, bool bracketed);
  Stmt* with_statement(std::uint32_t first);
  Stmt* try_statement();
  ExceptHandler* except_block(bool& is_star);
  Stmt* decorated();
  Stmt* function_def(std::uint32_t first, List<Expr*> decorators);
  Stmt* class_def(std::uint32_t first, List<Expr*> decorators);
  bool class_arguments(Call& out);

  // --- match: parser_patterns.cpp ---

  Stmt* match_statement();
  Expr* subject();
  MatchCase* case_block();
  Pattern* patterns();
  Pattern* maybe_star_pattern();
  bool capture_ends_at(std::uint32_t name) const;
  bool capture_target(Identifier& out);
  void positional_after_keywords();
  Pattern* pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Expr* literal();
  Pattern* name_pattern();
  Expr* dotted_expression();
  Pattern* class_pattern(std::uint32_t first, Expr* cls);
  Pattern* bracketed_pattern();
  Pattern* mapping_pattern();

  // --- raising errors: errors.cpp ---

  static std::string_view name_of(const Expr* expr);
  static const Expr* invalid_part(const Expr* expr, TargetUse use);
  void raise(std::string_view message, ErrorType type = ErrorType::SyntaxError);
  void raise_at(const Range& range, std::string_view message, ErrorType type = ErrorType::SyntaxError);
  void raise_expr(const Expr* expr, std::string_view message);
  void raise_range(const Expr* first, const Expr* last, std::string_view message);
  void raise_to(std::uint32_t first, const Expr* last, std::string_view message);
  void raise_tokens(std::uint32_t first, std::uint32_t last, std::string_view message);
  void raise_here(std::string_view message);
  void raise_from(Range first, std::string_view message);
  void raise_indent(std::string_view what, std::uint32_t keyword);
  void raise_target(const Expr* target, TargetUse use);
  void raise_unclosed();
  void raise_too_deep();
  void raise_generic(std::uint32_t last);
  void reach_error();
  void prefer_lexer_error();
  void check_futures(Body body);
  bool expect_forced(Tok kind, std::string_view shown);

  // --- suspicions.cpp ---

  void suspect(const Range& range, std::initializer_list<std::string_view> message);
  void suspect_comparison(const Compare& compare);
  void suspect_call(const Expr* func);
  void suspect_subscript(const Expr* value, const Expr* index);
  void suspect_exit(std::string_view word, std::uint32_t token);

  // --- mistakes in expressions: errors_expressions.cpp ---

  static bool is_legacy(const Expr* expr);
  Expr* quiet_expression();
  bool starts_with_display();
  bool at_soft_keyword(std::uint32_t index) const;
  void invalid_string();
  void invalid_expression();
  void invalid_legacy_expression();
  void invalid_named_expression();
  void invalid_not_operand();
  void invalid_group();
  void invalid_comprehension();
  void invalid_dict_comprehension();
  void invalid_double_starred_kvpairs();
  void invalid_kvpair(bool colon_missed);
  void invalid_for_target();
  void invalid_for_if_clause();
  void invalid_starred_expression_unpacking();
  void invalid_kwarg();
  void invalid_arguments();
  void invalid_replacement_field();

  // --- mistakes in statements: errors_statements.cpp ---

  enum class Default : std::uint8_t { No, Yes, Maybe };
  void visit_target();
  void invalid_assignment();
  void invalid_del();
  void invalid_import();
  void invalid_import_target();
  void invalid_import_from_targets();
  void invalid_with_item();
  void invalid_with_statement();
  void invalid_except_mix(bool is_star);
  void invalid_except();
  void invalid_as_pattern();
  Arg* lone_parameter(Default wanted, bool is_lambda);
  bool slash_parameters(Default wanted, bool is_lambda);
  void invalid_parameters(bool is_lambda);

  // What a statement or an expression stands in.
  struct Scope {
    enum Function : std::uint8_t { kNone, kPlain, kAsync } function = kNone;
    bool loop = false;
    bool finally_block = false;  // in a finally block of this function
    bool finally_loop = false;   // and in none of its loops
  };
  // A scope for as long as a body is read.
  class Within {
   public:
    Within(Parser& parser, Scope scope) : parser_(parser), outer_(parser.scope_) { parser.scope_ = scope; }
    ~Within() { parser_.scope_ = outer_; }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

   private:
    Parser& parser_;
    Scope outer_;
  };
  Scope in_loop() const { return {scope_.function, true, scope_.finally_block, false}; }

  // Recursion counts itself: a program may nest deeper than the stack reaches.
  class Deeper {
   public:
    explicit Deeper(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~Deeper() { --parser_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    bool too_deep() const {
      if (parser_.depth_ <= kMaxDepth) return false;
      parser_.raise_too_deep();
      return true;
    }

   private:
    Parser& parser_;
  };
  static constexpr std::uint32_t kMaxDepth = 600;  // of V8's 1 MB of stack it takes half

  Arena& arena_;
  std::string_view source_;
  const TokenBuffer& tokens_;
  const Lexer& lexer_;
  Warnings& warnings_;
  Warnings suspicions_;
  Names names_;
  Memo memo_;
  PointerStack stack_;

  std::uint32_t pos_ = 0;
  std::uint32_t furthest_ = 0;
  std::uint32_t last_token_ = 0xffffffff;
  std::uint32_t depth_ = 0;
  std::uint32_t first_pass_end_ = 0;  // furthest_ of the first pass
  std::uint32_t last_compound_line_ = 0;
  Scope scope_;
  bool misplaced_ = false;   // something like a `return` stands where it may not
  bool shifting_ = false;    // right of `<<` or `>>`
  bool memoizing_ = false;   // in the second pass, and in the first once something is read twice
  bool diagnosing_ = false;  // in the second pass, save where mistakes are not to be looked for
  bool warned_ = false;            // about the strings that are being read
  std::uint32_t warned_to_ = 0;
  SyntaxError* error_ = nullptr;
};

}  // namespace ap::syntax
