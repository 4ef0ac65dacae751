// Where else a word stands in a program: for whoever wants to know what a program has a name for, without walking its tree.
#pragma once

#include <string_view>

#include "syntax/lexer.hpp"

namespace ap::syntax {

class Words {
 public:
  // `source` as ParseResult has it.
  Words(std::string_view source, Arena& arena);
  // How often `word` is a name, and how often it stands within a string, where "max-size" is max_size too (argparse makes
  // the one from the other). Comments do not count.
  unsigned count(std::string_view word) const;

 private:
  std::string_view source_;
  TokenBuffer tokens_;
};

}  // namespace ap::syntax
