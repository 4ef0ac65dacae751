#include "lesson/json.hpp"

#include <cmath>
#include <cstdio>

namespace ap::lesson {

const Json* member(const Json& in, std::string_view name) {
  if (!in.is_object()) return nullptr;
  auto at = in.find(name);
  return at == in.end() ? nullptr : &*at;
}

std::string text(const Json& in, std::string_view name, std::string_view otherwise) {
  const Json* at = member(in, name);
  return at && at->is_string() ? at->get<std::string>() : std::string(otherwise);
}

double number(const Json& in, std::string_view name, double otherwise) {
  const Json* at = member(in, name);
  return at && at->is_number() ? at->get<double>() : otherwise;
}

bool flag(const Json& in, std::string_view name, bool otherwise) {
  const Json* at = member(in, name);
  return at && at->is_boolean() ? at->get<bool>() : otherwise;
}

std::vector<std::string> texts(const Json& in, std::string_view name) {
  std::vector<std::string> all;
  const Json* at = member(in, name);
  if (at && at->is_string()) all.push_back(at->get<std::string>());
  if (at && at->is_array())
    for (const Json& item : *at)
      if (item.is_string()) all.push_back(item.get<std::string>());
  return all;
}

const Json& list(const Json& in, std::string_view name) {
  static const Json none = Json::array();
  const Json* at = member(in, name);
  return at && at->is_array() ? *at : none;
}

std::string shown(const Json& value) {
  std::string s = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (s.size() <= 60) return s;
  size_t end = 57;
  while (end && (s[end] & 0xc0) == 0x80) --end;
  return s.substr(0, end) + "…";
}

std::string seconds(double t) {
  // What reading the clock costs (1 µs now and then) is nobody's business here.
  double ms = std::floor(t * 1e3 + 0.5) / 1e3;
  if (std::fabs(t - ms) < 5e-5) t = ms;
  return plain(t) + (std::floor(t * 1e6 + 0.5) == 1e6 * std::floor(t + 5e-7) ? ".0 s" : " s");
}

std::string plain(double n) {
  if (!std::isfinite(n)) return "?";
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.6f", n);
  std::string s = digits;
  while (s.back() == '0') s.pop_back();
  if (s.back() == '.') s.pop_back();
  return s == "-0" ? "0" : s;
}

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i) all += i + 1 == names.size() ? " and " : ", ";
    all += names[i];
  }
  return all;
}

bool matches(std::string_view pattern, std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  size_t p = 0, t = 0, star = pattern.npos, from = 0;
  while (t < text.size()) {
    bool escaped = p + 1 < pattern.size() && pattern[p] == '\\' && pattern[p + 1] == '*';
    if (p < pattern.size() && pattern[p] == '*' && !escaped) {
      star = p++;
      from = t;
    } else if (p < pattern.size() && pattern[p + escaped] == text[t]) {
      p += 1 + escaped;
      ++t;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && (pattern[p] == '*' || pattern[p] == ' ')) ++p;
  return p == pattern.size();
}

void put_in(std::string& text, std::string_view name, std::string_view with) {
  std::string key = "{" + std::string(name) + "}";
  for (size_t at = 0; (at = text.find(key, at)) != text.npos; at += with.size()) text.replace(at, key.size(), with);
}

}  // namespace ap::lesson
