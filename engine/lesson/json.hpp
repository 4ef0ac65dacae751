// JSON that people wrote: every look at it says what stands there instead of trusting it.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ap::lesson {

using Json = nlohmann::ordered_json;

// A member of an object; nullptr where there is none (or `in` is no object).
const Json* member(const Json& in, std::string_view name);
inline const Json* member(const Json* in, std::string_view name) { return in ? member(*in, name) : nullptr; }
// A member of that type, or what else is given.
std::string text(const Json& in, std::string_view name, std::string_view otherwise = "");
double number(const Json& in, std::string_view name, double otherwise);
bool flag(const Json& in, std::string_view name, bool otherwise = false);
// The items of a list member; of one that is a single text, that.
std::vector<std::string> texts(const Json& in, std::string_view name);
// The items of a list; nothing where it is none.
const Json& list(const Json& in, std::string_view name);
// A value as an error shows it: cut short.
std::string shown(const Json& value);

// "2.0 s", "0.25 s": rounded to microseconds, at least one decimal.
std::string seconds(double t);
// A number as short as it can be.
std::string plain(double n);
// Texts as people list them: "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names);
// `*` stands for any text, `\*` for an asterisk; the whole text must match, trailing spaces do not count.
bool matches(std::string_view pattern, std::string_view text);
// Puts `with` in for every "{name}".
void put_in(std::string& text, std::string_view name, std::string_view with);

}  // namespace ap::lesson
