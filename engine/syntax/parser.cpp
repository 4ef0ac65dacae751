#include "syntax/parser.hpp"

#include <cstdlib>
#include <cstring>

#include "syntax/format.hpp"
#include "syntax/keyword_typos.hpp"
#include "syntax/parser_impl.hpp"
#include "syntax/unicode.hpp"

namespace ap::syntax {

// ---------------------------------------------------------------------------------------------------------
// Memo and stack

Memo::~Memo() { std::free(entries_); }

Memo::Entry* Memo::slot(std::uint32_t token, Rule rule) const {
  // Neighbours in the source are neighbours here.
  std::uint32_t at = token * 8 + unsigned(rule);
  for (;; ++at) {
    Entry& entry = entries_[at & (capacity_ - 1)];
    if (entry.generation != generation_ || (entry.token == token && entry.rule == rule)) return &entry;
  }
}

const Memo::Entry* Memo::find(std::uint32_t token, Rule rule) const {
  if (capacity_ == 0) return nullptr;
  const Entry* entry = slot(token, rule);
  return entry->generation == generation_ ? entry : nullptr;
}

void Memo::insert(std::uint32_t token, Rule rule, void* node, std::uint32_t end) {
  if ((used_ + 1) * 2 > capacity_) grow();
  Entry* entry = slot(token, rule);
  if (entry->generation != generation_) ++used_;
  *entry = {node, token, end, generation_, rule};
}

void Memo::grow() {
  Entry* old = entries_;
  const std::uint32_t old_capacity = capacity_;
  capacity_ = old_capacity == 0 ? 256 : old_capacity * 2;
  entries_ = static_cast<Entry*>(std::calloc(capacity_, sizeof(Entry)));
  if (entries_ == nullptr) std::abort();
  for (std::uint32_t i = 0; i < old_capacity; ++i) {
    if (old[i].generation == generation_) *slot(old[i].token, old[i].rule) = old[i];
  }
  std::free(old);
}

PointerStack::~PointerStack() { std::free(data_); }

void PointerStack::grow() {
  capacity_ = capacity_ == 0 ? 32 : capacity_ * 2;
  data_ = static_cast<void**>(std::realloc(data_, capacity_ * sizeof(void*)));
  if (data_ == nullptr) std::abort();
}

// ---------------------------------------------------------------------------------------------------------
// Tokens and ranges

// Called from everywhere, so small code counts for more than a call saved.
[[gnu::noinline]] void Parser::advance() {
  if (++pos_ > furthest_) {
    furthest_ = pos_;
    if (at(Tok::Error) || pos_ % 1024 == 0) reach_error();
  }
}

[[gnu::noinline]] bool Parser::accept(Tok kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

Range Parser::range_of(const Token& token) const {
  Range range{token.line, token.col, token.line, token.col + (token.end - token.start)};
  if (token.multi_line) {
    std::uint32_t line_start = token.start;
    for (std::uint32_t i = token.start; i < token.end; ++i) {
      if (source_[i] == '\n') {
        ++range.end_line;
        line_start = i + 1;
      }
    }
    range.end_col = token.end - line_start;
  }
  return range;
}

void Parser::place(Range& range, std::uint32_t first_token) const {
  // A compound statement ends with its last simple one.
  std::uint32_t at = pos_ - 1;
  while (tokens_[at].kind == Tok::Dedent || tokens_[at].kind == Tok::Newline) --at;
  const Token& first = tokens_[first_token];
  const Token& last = tokens_[at];
  range = {first.line, first.col, last.line, last.col + (last.end - last.start)};
  if (last.multi_line) {
    const Range end = range_of(last);
    range.end_line = end.end_line;
    range.end_col = end.end_col;
  }
}

Range Parser::range_from(std::uint32_t first_token) const {
  Range range;
  place(range, first_token);
  return range;
}

// ---------------------------------------------------------------------------------------------------------
// Both passes

ParseResult Parser::run(Mode mode) {
  ParseResult result;
  // The second pass looks again at what the first accepted, since CPython's sometimes finds fault with it
  // (`match (x)` as a call). For a very long source only the statement that failed is read again.
  constexpr std::size_t kSmall = 1 << 18;
  std::uint32_t failed_at = 0;
  if (tokens_[0].kind == Tok::Error) reach_error();
  for (const bool second : {false, true}) {
    if (error_ != nullptr) break;
    memoizing_ = diagnosing_ = second;
    memo_.forget();
    last_compound_line_ = 0;
    first_pass_end_ = second ? furthest_ : 0;
    pos_ = second && source_.size() > kSmall ? failed_at : 0;
    if (mode == Mode::Eval) {
      Expr* value = expressions();
      if (error_ == nullptr && value != nullptr) {
        while (accept(Tok::Newline)) {
        }
        if (at(Tok::EndMarker)) {
          result.expression = value;
          return result;
        }
      }
    } else {
      const Body body = statements();
      if (error_ == nullptr && at(Tok::EndMarker)) {
        check_futures(body);
        if (error_ == nullptr) result.module = arena_.make<Module>(body);
        result.error = error_;
        return result;
      }
    }
    failed_at = pos_;
    if (second && error_ == nullptr) {
      raise_generic(first_pass_end_);
      if (tokens_[first_pass_end_].kind == Tok::Indent || tokens_[first_pass_end_].kind == Tok::Dedent) {
        // Nothing behind an indent is looked at.
        last_token_ = furthest_;
        result.error = error_;
        return result;
      }
    }
  }
  prefer_lexer_error();
  result.error = error_;
  return result;
}

bool Parser::could_go_on() {
  if (tokens_[0].kind == Tok::Error) reach_error();
  statements();
  if (error_ == nullptr && at(Tok::EndMarker)) return !misplaced_;
  const Token& last = tokens_[furthest_];
  return last.kind == Tok::Error ? lexer_.stopped_at_end() : last.no_column && last.start == source_.size();
}

// Imports from __future__ stand first; what they name must exist.
void Parser::check_futures(Body body) {
  static constexpr std::string_view kFeatures[] = {
      "annotations",      "nested_scopes",    "generators",         "division",      "absolute_import",
      "with_statement",   "print_function",   "unicode_literals",   "generator_stop", "barry_as_FLUFL"};
  for (const Stmt* statement : docstring(body) != nullptr ? body.subspan(1) : body) {
    const auto* import = try_as<ImportFrom>(statement);
    if (import == nullptr || import->level != 0 || import->module != "__future__") return;
    for (const Alias* alias : import->names) {
      bool known = false;
      for (std::string_view feature : kFeatures) known = known || feature == alias->name;
      if (known) continue;
      raise_at(alias->range, alias->name == "braces"
                                 ? "not a chance"
                                 : concat(arena_, {"future feature ", alias->name, " is not defined"}));
    }
  }
}

// An error in the rest of the source, if it is the lexer's, goes before the parser's.
void Parser::prefer_lexer_error() {
  const Token& last = tokens_[tokens_.size() - 1];
  if (last.kind != Tok::Error || furthest_ == tokens_.size() - 1 || lexer_.stopped_in_fstring()) return;
  if (!lexer_.error_is_quiet()) {
    error_ = lexer_.error();
  } else if (const Lexer::Bracket* open = lexer_.open_bracket()) {
    if (tokens_[furthest_].line > open->line) raise_unclosed();
  }
}

// ---------------------------------------------------------------------------------------------------------
// Sources

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// An error at a byte of the source as it was given.
SyntaxError* source_error(Arena& arena, std::string_view source, std::size_t at, std::string_view message) {
  auto* error = arena.make<SyntaxError>();
  error->message = message;
  std::size_t line_start = 0;
  error->lineno = 1;
  for (std::size_t i = 0; i < at; ++i) {
    if (source[i] != '\n') continue;
    ++error->lineno;
    line_start = i + 1;
  }
  error->end_lineno = error->lineno;
  error->text = arena.copy(source.substr(line_start, at - line_start));
  return error;
}

SyntaxError* null_byte_error(Arena& arena, std::string_view source, std::size_t at) {
  return source_error(arena, source, at, "source code cannot contain null bytes");
}

SyntaxError* invalid_utf8_error(Arena& arena, std::string_view source, std::size_t at, std::string_view filename) {
  SyntaxError* error = source_error(arena, source, at, {});
  const auto byte = static_cast<unsigned char>(source[at]);
  const char hex[2] = {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  error->message = concat(
      arena, {"Non-UTF-8 code starting with '\\x", {hex, 2}, filename.empty() ? "'" : "' in file ", filename,
              " on line ", Digits(std::uint32_t(error->lineno)),
              ", but no encoding declared; see https://peps.python.org/pep-0263/ for details"});
  error->offset = error->end_offset = std::int32_t(count_characters(error->text) + 1);
  error->text = concat(arena, {error->text, "\xef\xbf\xbd"});
  return error;
}

// A copy in the arena with "\n" for every newline, one at the end, and a NUL behind it.
std::string_view normalise(std::string_view source, Arena& arena) {
  char* copy = static_cast<char*>(arena.allocate(source.size() + 16, 1));
  std::size_t size = 0;
  if (!source.empty() && std::memchr(source.data(), '\r', source.size()) == nullptr) {
    std::memcpy(copy, source.data(), source.size());
    size = source.size();
  } else {
    for (std::size_t i = 0; i < source.size(); ++i) {
      char c = source[i];
      if (c == '\r') {
        if (i + 1 < source.size() && source[i + 1] == '\n') continue;
        c = '\n';
      }
      copy[size++] = c;
    }
  }
  if (size == 0 || copy[size - 1] != '\n') copy[size++] = '\n';
  std::memset(copy + size, 0, 8);
  return {copy, size};
}

}  // namespace

ParseResult parse(std::string_view source, Arena& arena, Mode mode, std::string_view filename) {
  ParseResult result;
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  if (const std::size_t at = source.find('\0'); at != source.npos) {
    result.error = null_byte_error(arena, source, at);
  } else if (const std::size_t bad = find_invalid_utf8(source); bad != source.npos) {
    result.error = invalid_utf8_error(arena, source, bad, filename);
  } else if (source.size() > 0x7fffffff) {
    result.error = source_error(arena, source, 0, "source code is too long");
  } else if (mode == Mode::Eval && source.empty()) {
    result.error = source_error(arena, source, 0, "invalid syntax");
    result.error->lineno = result.error->end_lineno = 0;
  }
  if (result.error != nullptr) return result;
  source = normalise(source, arena);
  TokenBuffer tokens;
  Warnings lexer_warnings(arena);
  Lexer lexer(arena, source, tokens, lexer_warnings);
  lexer.run();
  Warnings warnings(arena);
  Parser parser(arena, source, tokens, lexer, warnings);
  result = parser.run(mode);
  result.source = source;
  warnings.merge(lexer_warnings, parser.last_token());
  result.warnings = warnings.first();
  if (result.error == nullptr) {
    parser.suspicions().merge(Warnings(arena), 0);
    result.compiler_warnings = parser.suspicions().first();
  }
  if (result.error != nullptr) {
    result.error->shown = suggest_keyword(arena, source, *result.error, parser.last_compound_line());
  }
  return result;
}

}  // namespace ap::syntax
