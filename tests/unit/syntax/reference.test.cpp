// Every program of expected.json, which record/record.mjs has from CPython 3.14: the same tree with the same positions,
// or the same error, shown in the same way; and the same warnings.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "syntax/dump.hpp"
#include "syntax/parser.hpp"

using namespace ap;
using namespace ap::syntax;

namespace {

std::string beside_this_file(const char* name) {
#ifdef AP_TESTS_DIR
  return std::string(AP_TESTS_DIR) + "/unit/syntax/" + name;
#else
  const std::string path = __FILE__;
  return path.substr(0, path.find_last_of('/') + 1) + name;
#endif
}

// CPython writes ints in decimal; the tree keeps large ones in the base in which they were written.
std::string with_decimal_ints(std::string tree) {
  for (std::size_t at = 0; (at = tree.find("I", at)) != tree.npos; ++at) {
    std::size_t digits = at + 1;
    unsigned base = 0;
    while (digits < tree.size() && std::isdigit(static_cast<unsigned char>(tree[digits]))) {
      base = base * 10 + unsigned(tree[digits++] - '0');
    }
    if (base == 0 || tree[digits] != ':') continue;
    const std::size_t start = ++digits;
    std::string decimal = "0";
    for (; digits < tree.size() && std::isalnum(static_cast<unsigned char>(tree[digits])); ++digits) {
      const char c = char(std::tolower(tree[digits]));
      unsigned carry = unsigned(c <= '9' ? c - '0' : c - 'a' + 10);
      for (std::size_t k = decimal.size(); k-- > 0;) {
        const unsigned value = unsigned(decimal[k] - '0') * base + carry;
        decimal[k] = char('0' + value % 10);
        carry = value / 10;
      }
      for (; carry > 0; carry /= 10) decimal.insert(decimal.begin(), char('0' + carry % 10));
    }
    CHECK(start < digits);
    tree.replace(at, digits - at, "i" + decimal);
  }
  return tree;
}

std::string described(const SyntaxError& error) {
  return std::string(type_name(error.type)) + ": " + std::string(error.message) + " at " +
         std::to_string(error.lineno) + ":" + std::to_string(error.offset) + "-" + std::to_string(error.end_lineno) +
         ":" + std::to_string(error.end_offset);
}

std::string described(const nlohmann::json& error) {
  const auto number = [](const nlohmann::json& value) { return std::to_string(value.is_null() ? 0 : value.get<int>()); };
  return error[0].get<std::string>() + ": " + error[1].get<std::string>() + " at " + number(error[2]) + ":" +
         number(error[3]) + "-" + number(error[4]) + ":" + number(error[5]);
}

}  // namespace

TEST_CASE("trees, errors and warnings are CPython's") {
  std::ifstream file(beside_this_file("expected.json"));
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto expected = nlohmann::json::parse(text, nullptr, false);
  REQUIRE(expected.is_array());
  REQUIRE(expected.size() > 1000);

  for (const auto& entry : expected) {
    const std::string source = entry[0];
    CAPTURE(source);
    Arena arena;
    const ParseResult result = parse(source, arena);
    if (entry[1].is_string()) {
      if (result.error != nullptr) {
        CHECK_MESSAGE(false, format_syntax_error(*result.error, "main.py"));
        continue;
      }
      CHECK(with_decimal_ints(Dump::of(*result.module)) == entry[1].get<std::string>());
    } else {
      if (result.error == nullptr) {
        CHECK_MESSAGE(false, "no error, where CPython has " << entry[2].dump());
        continue;
      }
      CHECK(described(*result.error) == described(entry[2]));
      CHECK(format_syntax_error(*result.error, "main.py") == entry[2][6].get<std::string>());
    }

    std::vector<std::pair<int, std::string>> ours;
    std::vector<std::pair<int, std::string>> theirs;
    for (const SyntaxWarning* w = result.warnings; w != nullptr; w = w->next) ours.emplace_back(w->line, w->message);
    for (const auto& w : entry[3]) theirs.emplace_back(w[1].get<int>(), w[0].get<std::string>());
    CHECK(ours == theirs);
  }
}
