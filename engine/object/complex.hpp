// complex: a pair of doubles.
#pragma once
#include "object/runtime.hpp"

namespace ap {

struct alignas(8) Complex : Object {
  double real, imaginary;
  Complex(Type* t, double re, double im) : Object(t, Kind::Other), real(re), imaginary(im) {}
};

Var make_complex(double real, double imaginary);
bool is_complex(Value v);
// a ** b for a negative float and a fraction.
Var complex_power(double a, double b);
void init_complex_type();

}  // namespace ap
