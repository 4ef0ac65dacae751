#include "syntax/keyword_typos.hpp"

#include <cstring>

#include "syntax/format.hpp"
#include "syntax/lexer.hpp"
#include "syntax/parser_impl.hpp"
#include "syntax/unicode.hpp"

namespace ap::syntax {

namespace {

constexpr std::size_t kMaxCode = 1024;  // characters; in a longer text nothing is looked for
constexpr int kMaxNames = 10;
constexpr unsigned kMaxMatches = 3;
constexpr std::size_t kMaxName = 40;

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Edit distance: 2 for a letter more, less or other, 1 for one in the other case.
unsigned edit_distance(std::string_view a, std::string_view b) {
  unsigned row[kMaxName + 1];
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = unsigned(2 * j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    unsigned diagonal = row[0];
    row[0] = unsigned(2 * i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned replace =
          diagonal + (a[i - 1] == b[j - 1] ? 0 : lower(a[i - 1]) == lower(b[j - 1]) ? 1 : 2);
      const unsigned shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 2;
      diagonal = row[j];
      row[j] = replace < shift ? replace : shift;
    }
  }
  return row[b.size()];
}

// Letters in common as difflib counts them: those of the longest common piece, then of what is left and right of it.
unsigned common_letters(std::string_view a, std::string_view b) {
  std::size_t best_a = 0;
  std::size_t best_b = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t length = 0;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length]) ++length;
      if (length > best) {
        best = length;
        best_a = i;
        best_b = j;
      }
    }
  }
  if (best == 0) return 0;
  return unsigned(best) + common_letters(a.substr(0, best_a), b.substr(0, best_b)) +
         common_letters(a.substr(best_a + best), b.substr(best_b + best));
}

// Up to three keywords like `name`, the likeliest first.
struct Matches {
  std::string_view items[1 + kMaxMatches];
  unsigned count = 0;
};

Matches similar_keywords(std::string_view text) {
  Matches matches;
  // difflib compares characters, and gets one byte for each; the edit distance is between bytes.
  char letters[64];
  std::size_t size = 0;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && byte < 0xc0) continue;
    if (size == sizeof letters) return matches;
    letters[size++] = byte < 0x80 ? c : '?';
  }
  const std::string_view name(letters, size);
  if (text.size() <= kMaxName) {
    unsigned best = ~0u;
    for (unsigned i = 0; !keyword_text(i).empty(); ++i) {
      const std::string_view keyword = keyword_text(i);
      const unsigned most = unsigned(text.size() + keyword.size() + 3) * 2 / 6;
      const unsigned distance = edit_distance(text, keyword);
      if (distance > most || distance >= best) continue;
      best = distance;
      matches.items[0] = keyword;
      matches.count = 1;
    }
  }
  // Those of which at least half is alike, by how much.
  struct {
    std::string_view keyword;
    unsigned common = 0;
    unsigned total = 1;
  } close[kMaxMatches];
  for (unsigned i = 0; !keyword_text(i).empty(); ++i) {
    const std::string_view keyword = keyword_text(i);
    std::string_view candidate = keyword;
    unsigned common = common_letters(keyword, name);
    unsigned total = unsigned(keyword.size() + name.size());
    if (common * 4 < total) continue;
    for (auto& place : close) {
      const unsigned ours = common * place.total;
      const unsigned theirs = place.common * total;
      if (ours < theirs || (ours == theirs && candidate < place.keyword)) continue;
      std::swap(place.keyword, candidate);
      std::swap(place.common, common);
      std::swap(place.total, total);
    }
  }
  for (const auto& place : close) {
    if (place.common > 0 && matches.count < kMaxMatches) matches.items[matches.count++] = place.keyword;
  }
  return matches;
}

// The lines from `first` to `last` without the indentation that they share, a newline after each and NULs at the end.
std::string_view dedented(Arena& arena, std::string_view source, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = 1; i < first; ++i) source.remove_prefix(source.find('\n') + 1);
  std::size_t size = 0;
  for (std::uint32_t i = first; i <= last && size < source.size(); ++i) size = source.find('\n', size) + 1;
  source = source.substr(0, size);

  constexpr std::size_t kUnknown = ~std::size_t();
  std::size_t margin = kUnknown;
  const char* model = nullptr;  // the first line that has an indentation
  char* copy = static_cast<char*>(arena.allocate(size + 8, 1));
  for (const bool copying : {false, true}) {
    char* to = copy;
    for (std::string_view rest = source; !rest.empty();) {
      std::string_view line = rest.substr(0, rest.find('\n') + 1);
      rest.remove_prefix(line.size());
      const std::size_t text = line.find_first_not_of(" \t");
      const bool blank = line[text] == '\n';
      if (copying) {
        line.remove_prefix(blank ? text : margin);
        std::memcpy(to, line.data(), line.size());
        to += line.size();
      } else if (!blank) {
        if (model == nullptr) {
          model = line.data();
          margin = text;
        }
        if (margin > text) margin = text;
        for (std::size_t k = 0; k < margin; ++k) {
          if (line[k] != model[k]) margin = k;
        }
      }
    }
    size = std::size_t(to - copy);
  }
  std::memset(copy + size, 0, 8);
  return {copy, size};
}

// Whether it is a program, or the beginning of one.
bool could_be_program(std::string_view before, std::string_view keyword, std::string_view after) {
  Arena arena;
  std::string_view code = concat(arena, {before, keyword, after, std::string_view("\0\0\0\0\0\0\0", 8)});
  code.remove_suffix(8);
  TokenBuffer tokens;
  Warnings warnings(arena);
  Lexer lexer(arena, code, tokens, warnings);
  lexer.run();
  return Parser(arena, code, tokens, lexer, warnings).could_go_on();
}

}  // namespace

SyntaxError* suggest_keyword(Arena& arena, std::string_view source, const SyntaxError& error,
                             std::uint32_t statement_line) {
  if (error.message != "invalid syntax" && error.message.find("Perhaps you forgot a comma") == error.message.npos) {
    return nullptr;
  }
  if (error.lineno < 1) return nullptr;
  const std::string_view code =
      dedented(arena, source, statement_line > 0 ? statement_line : 1, std::uint32_t(error.lineno));
  if (count_characters(code) > kMaxCode + 1) return nullptr;

  TokenBuffer tokens;
  Warnings warnings(arena);
  Lexer lexer(arena, code, tokens, warnings);
  lexer.run();
  int names = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind != Tok::Name) continue;
    if (++names > kMaxNames) break;
    const std::string_view name = code.substr(token.start, token.end - token.start);
    const Matches matches = similar_keywords(name);
    for (unsigned k = 0; k < matches.count; ++k) {
      const std::string_view keyword = matches.items[k];
      if (!could_be_program(code.substr(0, token.start), keyword, code.substr(token.end))) continue;

      auto* shown = arena.make<SyntaxError>(error);
      const std::uint32_t line_start = token.start - token.col;
      const std::string_view line = code.substr(line_start, code.find('\n', line_start) - line_start);
      shown->message = concat(arena, {"invalid syntax. Did you mean '", keyword, "'?"});
      shown->text = line;
      shown->offset = std::int32_t(count_characters(line.substr(0, token.col)) + 1);
      shown->end_offset = shown->offset + std::int32_t(count_characters(name));
      shown->end_lineno = shown->lineno;
      shown->shown = nullptr;
      return shown;
    }
  }
  return nullptr;
}

}  // namespace ap::syntax
