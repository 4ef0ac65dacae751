// What int(), float() and complex() read: a str with decimal digits and white space of all scripts made ASCII.
#pragma once
#include "object/bigint.hpp"
#include "object/bytes.hpp"
#include "object/str.hpp"

namespace ap {

class NumberText {
 public:
  explicit NumberText(const Str* s);
  explicit operator bool() const { return ok_; }
  std::string_view view() const { return view_; }

 private:
  big::Scratch scratch_;
  bool ok_;
  std::string_view view_;
};

}  // namespace ap
