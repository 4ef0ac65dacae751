#include "syntax/words.hpp"

namespace ap::syntax {
namespace {

char plain(char c) { return c == '-' ? '_' : c; }

bool in_word(char c) { return static_cast<signed char>(c) < 0 || c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

unsigned count_in_text(std::string_view text, std::string_view word) {
  unsigned found = 0;
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    std::size_t same = 0;
    while (same < word.size() && plain(text[at + same]) == word[same]) ++same;
    if (same < word.size()) continue;
    const std::size_t end = at + word.size();
    if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end]))) ++found;
  }
  return found;
}

}  // namespace

Words::Words(std::string_view source, Arena& arena) : source_(source) {
  Warnings warnings(arena);
  Lexer(arena, source, tokens_, warnings).run();
}

unsigned Words::count(std::string_view word) const {
  unsigned found = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const std::string_view text = source_.substr(token.start, token.end - token.start);
    if (token.kind == Tok::Name) found += text == word;
    else if (token.kind == Tok::String || token.kind == Tok::FStringMiddle) found += count_in_text(text, word);
  }
  return found;
}

}  // namespace ap::syntax
