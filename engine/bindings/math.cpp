// math.
#include <cmath>
#include <vector>

#include "bindings/modules.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

Raised domain() { return value_error("math domain error"); }
Raised range() { return raise(rt.types.OverflowError, "math range error"); }

// What a function of one double says of an argument outside its domain.
const char* const kExpected[] = {
    "math domain error",
    "expected a number in range from -1 up to 1, got %g",
    "expected a number between -1 and 1, got %g",
    "expected argument value not less than 1, got %g",
    "expected a finite input, got %g",
    "expected a noninteger or positive integer, got %g",
    "expected argument value > -1, got %g",
};
enum Domain { kAny, kUpToOne, kBetween, kFromOne, kFinite, kNoPole, kAboveMinusOne };

// A function of one double that may leave its domain.
template <double (*F)(double), Domain D = kAny>
Var one(Call& c) {
  double x;
  if (!to_double(c[0], &x)) return Var();
  double r = F(x);
  bool pole = std::isinf(r) && std::isfinite(x);
  bool outside = pole && (D == kBetween || D == kAboveMinusOne || (D == kNoPole && x <= 0));
  if (outside || (std::isnan(r) && !std::isnan(x))) return D == kAny ? domain() : value_error(kExpected[D], x);
  if (pole) return range();
  return Value::from_float(r);
}
// gamma and lgamma as CPython computes them, to the last digit: Lanczos' approximation with 13 terms and g = 6.0246800407767296.
constexpr double kLanczosG = 6.024680040776729583740234375, kPi = 3.14159265358979323846;
double lanczos_sum(double x) {
  static constexpr double kTerms[][2] = {
      {23531376880.410759688572007674451636754734846804940, 0}, {42919803642.649098768957899047001988850926355848959, 39916800},
      {35711959237.355668049440185451547166705960488635843, 120543840}, {17921034426.037209699919755754458931112671403265390, 150917976},
      {6039542586.3520280050642916443072979210699388420708, 105258076}, {1439720407.3117216736632230727949123939715485786372, 45995730},
      {248874557.86205415651146038641322942321632125127801, 13339535}, {31426415.585400194380614231628318205362874684987640, 2637558},
      {2876370.6289353724412254090516208496135991145378768, 357423}, {186056.26539522349504029498971604569928220784236328, 32670},
      {8071.6720023658162106380029022722506138218516325024, 1925}, {210.82427775157934587250973392071336271166969580291, 66},
      {2.5066282746310002701649081771338373386264310793408, 1}};
  double above = 0, below = 0;
  if (x < 5.0) {
    for (int i = 12; i >= 0; --i) above = above * x + kTerms[i][0], below = below * x + kTerms[i][1];
  } else {
    for (auto& term : kTerms) above = above / x + term[0], below = below / x + term[1];
  }
  return above / below;
}
double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0);
  int n = static_cast<int>(std::round(2.0 * y));
  double r = n == 0 || n == 4 ? std::sin(kPi * (n ? y - 2.0 : y)) : n == 1 ? std::cos(kPi * (y - 0.5)) : n == 2 ? std::sin(kPi * (1.0 - y)) : -std::cos(kPi * (y - 1.5));
  return std::copysign(1.0, x) * r;
}
double gamma_of(double x) {
  if (!std::isfinite(x)) return x < 0 ? NAN : x;
  if (x == 0.0) return std::copysign(INFINITY, x);
  if (x == std::floor(x)) {
    if (x < 0.0) return INFINITY;
    if (x <= 23.0) {
      double r = 1;
      for (int i = 2; i < x; ++i) r *= i;
      return r;
    }
  }
  double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0.0 ? 0.0 / sin_pi(x) : INFINITY;
  double y = size + kLanczosG - 0.5;
  double z = size > kLanczosG - 0.5 ? y - size - (kLanczosG - 0.5) : y - (kLanczosG - 0.5) - size;
  z = z * kLanczosG / y;
  double r;
  if (x < 0.0) {
    r = -kPi / sin_pi(size) / size * std::exp(y) / lanczos_sum(size);
    r -= z * r;
    if (size < 140.0) return r / std::pow(y, size - 0.5);
    double root = std::pow(y, size / 2.0 - 0.25);
    return r / root / root;
  }
  r = lanczos_sum(size) / std::exp(y);
  r += z * r;
  if (size < 140.0) return r * std::pow(y, size - 0.5);
  double root = std::pow(y, size / 2.0 - 0.25);
  return r * root * root;
}
double lgamma_of(double x) {
  if (!std::isfinite(x)) return std::isnan(x) ? x : INFINITY;
  if (x == std::floor(x) && x <= 2.0) return x <= 0.0 ? INFINITY : 0.0;
  double size = std::fabs(x);
  if (size < 1e-20) return -std::log(size);
  double r = std::log(lanczos_sum(size)) - kLanczosG;
  r += (size - 0.5) * (std::log(size + kLanczosG - 0.5) - 1);
  if (x < 0.0) r = std::log(kPi) - std::log(std::fabs(sin_pi(size))) - std::log(size) - r;
  return r;
}
// The nearest double, whatever the C library makes of it.
double cbrt_of(double x) {
  double r = std::cbrt(x);
  if (!std::isfinite(r) || r == 0) return r;
  double square = r * r, rest = std::fma(square, r, -x) + std::fma(r, r, -square) * r;
  double better = r - rest / (3 * square);
  return std::isfinite(better) ? better : r;
}
Var sqrt_(Call& c) {
  double x;
  if (!to_double(c[0], &x)) return Var();
  if (x < 0) return value_error("expected a nonnegative input, got %g", x);
  return Value::from_float(std::sqrt(x));
}
template <double (*F)(double, double)>
Var two(Call& c) {
  double x, y;
  if (!to_double(c[0], &x) || !to_double(c[1], &y)) return Var();
  double r = F(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain();
  if (std::isinf(r) && std::isfinite(x) && std::isfinite(y)) return range();
  return Value::from_float(r);
}

Var rounded(Call& c, const char* method, double (*f)(double)) {
  if (!is_float(c[0]) || type_of(c[0]) != rt.types.float_) {
    Ref<Str> name = intern(method);
    Var m = lookup_special(c[0], name.get());
    if (m) return call(m);
    if (failed()) return Var();
  }
  double x;
  if (!to_double(c[0], &x)) return Var();
  return int_from_double(f(x));
}
Var floor_(Call& c) { return rounded(c, "__floor__", std::floor); }
Var ceil_(Call& c) { return rounded(c, "__ceil__", std::ceil); }
Var trunc_(Call& c) { return rounded(c, "__trunc__", std::trunc); }

// log of an int of any size.
bool log_of(Value v, double* out) {
  if (is_kind(v, Kind::Int) && !v.is_small_int()) {
    auto* i = v.as<Int>();
    if (i->size <= 0) return domain();
    uint32_t n = static_cast<uint32_t>(i->size);
    double high = 0;
    uint32_t taken = n < 3 ? n : 3;
    for (uint32_t k = 0; k < taken; ++k) high = high * 4294967296.0 + i->digits()[n - 1 - k];
    *out = std::log(high) + (n - taken) * 32 * std::log(2.0);
    return true;
  }
  double x;
  if (!to_double(v, &x)) return false;
  if (x <= 0) return value_error("expected a positive input%s", is_float(v) || v.is_small_int() ? "" : "");
  *out = std::log(x);
  return true;
}
Var log_(Call& c) {
  double x, base;
  if (!log_of(c[0], &x)) return Var();
  if (!c[1]) return Value::from_float(x);
  if (!log_of(c[1], &base)) return Var();
  if (base == 0) return raise(rt.types.ZeroDivisionError, "division by zero");
  return Value::from_float(x / base);
}
Var log2_(Call& c) {
  double x;
  if (!to_double(c[0], &x)) return Var();
  if (x <= 0) return value_error("expected a positive input");
  return Value::from_float(std::log2(x));
}
Var log10_(Call& c) {
  double x;
  if (!to_double(c[0], &x)) return Var();
  if (x <= 0) return value_error("expected a positive input");
  return Value::from_float(std::log10(x));
}
Var isnan_(Call& c) {
  double x;
  return to_double(c[0], &x) ? Var(Value::from_bool(std::isnan(x))) : Var();
}
Var isinf_(Call& c) {
  double x;
  return to_double(c[0], &x) ? Var(Value::from_bool(std::isinf(x))) : Var();
}
Var isfinite_(Call& c) {
  double x;
  return to_double(c[0], &x) ? Var(Value::from_bool(std::isfinite(x))) : Var();
}
Var isclose(Call& c) {
  double a, b, relative = 1e-9, absolute_ = 0;
  if (!to_double(c[0], &a) || !to_double(c[1], &b)) return Var();
  if ((c[2] && !to_double(c[2], &relative)) || (c[3] && !to_double(c[3], &absolute_))) return Var();
  if (relative < 0 || absolute_ < 0) return value_error("tolerances must be non-negative");
  if (a == b) return True;
  if (std::isinf(a) || std::isinf(b)) return False;
  double d = std::fabs(b - a);
  return Value::from_bool(d <= std::fabs(relative * b) || d <= std::fabs(relative * a) || d <= absolute_);
}
Var gcd(Call& c) {
  Var a = Value::from_int(0);
  for (uint32_t i = 0; i < c.rest_count; ++i) {
    Var b = to_index(c.rest[i]);
    if (!b) return b;
    while (int_sign(b) != 0) {
      Var r = binary(a, b, BinaryOp::Mod);
      if (!r || !check()) return Var();
      a = std::move(b);
      b = std::move(r);
    }
    a = absolute(a);
  }
  return a;
}
Var lcm(Call& c) {
  Var total = Value::from_int(1);
  for (uint32_t i = 0; i < c.rest_count; ++i) {
    Var b = to_index(c.rest[i]);
    if (!b) return b;
    if (int_sign(b) == 0) return Value::from_int(0);
    Value pair[] = {total, b};
    Call inner{.self = Value(), .params = nullptr, .rest = pair, .rest_count = 2};
    Var g = gcd(inner);
    Var q = g ? binary(total, g, BinaryOp::FloorDiv) : Var();
    total = q ? binary(q, b, BinaryOp::Mul) : Var();
    if (!total) return total;
    total = absolute(total);
  }
  return total;
}
Var factorial(Call& c) {
  int64_t n;
  Var i = to_index(c[0]);
  if (!i || !to_int64(i, &n)) return Var();
  if (n < 0) return value_error("factorial() not defined for negative values");
  Var r = Value::from_int(1);
  for (int64_t k = 2; k <= n; ++k) {
    r = binary(r, Value::from_int(k), BinaryOp::Mul);
    if (!r || !check()) return Var();
  }
  return r;
}
Var comb(Call& c) {
  int64_t n, k;
  if (!to_int64(c[0], &n) || !to_int64(c[1], &k)) return Var();
  if (n < 0) return value_error("n must be a non-negative integer");
  if (k < 0) return value_error("k must be a non-negative integer");
  if (k > n) return Value::from_int(0);
  if (k > n - k) k = n - k;
  Var r = Value::from_int(1);
  for (int64_t i = 0; i < k; ++i) {
    r = binary(r, Value::from_int(n - i), BinaryOp::Mul);
    if (r) r = binary(r, Value::from_int(i + 1), BinaryOp::FloorDiv);
    if (!r || !check()) return Var();
  }
  return r;
}
Var perm(Call& c) {
  int64_t n, k;
  if (!to_int64(c[0], &n)) return Var();
  k = n;
  if (c[1] && !c[1].is_none() && !to_int64(c[1], &k)) return Var();
  if (n < 0) return value_error("n must be a non-negative integer");
  if (k < 0) return value_error("k must be a non-negative integer");
  Var r = Value::from_int(k > n ? 0 : 1);
  for (int64_t i = 0; i < k && k <= n; ++i) {
    r = binary(r, Value::from_int(n - i), BinaryOp::Mul);
    if (!r || !check()) return Var();
  }
  return r;
}
Var isqrt(Call& c) {
  Var n = to_index(c[0]);
  if (!n) return n;
  if (int_sign(n) < 0) return value_error("isqrt() argument must be nonnegative");
  if (n->is_small_int()) {
    auto x = static_cast<int64_t>(std::sqrt(static_cast<double>(n->as_int())));
    while (x * x > n->as_int()) --x;
    while ((x + 1) * (x + 1) <= n->as_int()) ++x;
    return make_int(x);
  }
  // Newton from above.
  Ref<Str> name = intern("bit_length");
  Var bits = call_method(n, name.get());
  int64_t b;
  if (!bits || !to_int64(bits, &b)) return Var();
  Var x = binary(Value::from_int(1), Value::from_int((b + 1) / 2), BinaryOp::LShift);
  for (;;) {
    Var q = binary(n, x, BinaryOp::FloorDiv);
    Var s = q ? binary(x, q, BinaryOp::Add) : Var();
    Var y = s ? binary(s, Value::from_int(1), BinaryOp::RShift) : Var();
    if (!y || !check()) return Var();
    if (int_compare(y, x) >= 0) return x;
    x = std::move(y);
  }
}
// Shewchuk's partials: a sum that is rounded once.
class ExactSum {
 public:
  void add(double x) {
    if (!std::isfinite(x)) {
      special_ += x;
      return;
    }
    size_t i = 0;
    for (double y : partials_) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y, low = y - (high - x);
      if (low != 0) partials_[i++] = low;
      x = high;
    }
    partials_.resize(i);
    partials_.push_back(x);
  }
  double rounded() const {
    if (special_ != 0) return special_;
    if (partials_.empty()) return 0.0;
    size_t n = partials_.size();
    double high = partials_[--n], low = 0;
    while (n > 0) {
      double x = high, y = partials_[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    if (n > 0 && ((low < 0 && partials_[n - 1] < 0) || (low > 0 && partials_[n - 1] > 0))) {
      double y = low * 2, x = high + y;
      if (y == x - high) high = x;
    }
    return high;
  }

 private:
  std::vector<double, HeapAllocator<double>> partials_;
  double special_ = 0;
};

Var fsum(Call& c) {
  Var it = iterate(c[0]);
  if (!it) return it;
  ExactSum sum;
  while (Var v = next(it)) {
    double x;
    if (!to_double(v, &x) || !check()) return Var();
    sum.add(x);
  }
  return failed() ? Var() : Var(Value::from_float(sum.rounded()));
}
// Integers multiply exactly, floats as a product and what rounding took from it, other numbers as they do.
Var sumprod(Call& c) {
  Var p = iterate(c[0]), q = p ? iterate(c[1]) : Var();
  if (!q) return q;
  ExactSum sum;
  Var total = Value::from_int(0);
  bool floats = false;
  for (;;) {
    Var a = next(p);
    if (failed()) return Var();
    Var b = next(q);
    if (failed() || !check()) return Var();
    if (!a && !b) break;
    if (!a || !b) return value_error("Inputs are not the same length");
    bool real = (a->is_float() || is_int(a)) && (b->is_float() || is_int(b));
    if (real && (a->is_float() || b->is_float())) {
      double x, y;
      if (!to_double(a, &x) || !to_double(b, &y)) return Var();
      double high = x * y;
      sum.add(high);
      if (std::isfinite(high)) sum.add(std::fma(x, y, -high));
      floats = true;
      continue;
    }
    Var product = binary(a, b, BinaryOp::Mul);
    total = product ? binary(total, product, BinaryOp::Add) : Var();
    if (!total) return total;
  }
  if (!floats) return total;
  Var rounded = Value::from_float(sum.rounded());
  if (!is_int(total)) return binary(total, rounded, BinaryOp::Add);
  double whole;
  if (!to_double(total, &whole)) return Var();
  sum.add(whole);
  return Value::from_float(sum.rounded());
}
Var prod(Call& c) {
  Var it = iterate(c[0]);
  if (!it) return it;
  Var total = c.get(1, Value::from_int(1));
  while (Var v = next(it)) {
    total = binary(total, v, BinaryOp::Mul);
    if (!total || !check()) return Var();
  }
  return failed() ? Var() : std::move(total);
}
Var hypot(Call& c) {
  double sum = 0, largest = 0;
  for (uint32_t i = 0; i < c.rest_count; ++i) {
    double x;
    if (!to_double(c.rest[i], &x)) return Var();
    largest = std::fmax(largest, std::fabs(x));
  }
  if (largest == 0 || std::isinf(largest)) return Value::from_float(largest);
  if (c.rest_count == 2) {
    double x, y;
    if (!to_double(c.rest[0], &x) || !to_double(c.rest[1], &y)) return Var();
    return Value::from_float(std::hypot(x, y));
  }
  for (uint32_t i = 0; i < c.rest_count; ++i) {
    double x;
    if (!to_double(c.rest[i], &x)) return Var();
    sum += x / largest * (x / largest);
  }
  return Value::from_float(largest * std::sqrt(sum));
}
Var dist(Call& c) {
  Ref<Tuple> p = to_tuple(c[0]), q = p ? to_tuple(c[1]) : Ref<Tuple>();
  if (!q) return Var();
  if (p->size != q->size) return value_error("both points must have the same number of dimensions");
  Ref<Tuple> d = new_tuple(p->size);
  for (uint32_t i = 0; i < p->size; ++i) {
    Var x = binary((*p)[i], (*q)[i], BinaryOp::Sub);
    if (!x) return x;
    d->items()[i] = x.release();
  }
  Call inner{.self = Value(), .params = nullptr, .rest = d->items(), .rest_count = d->size};
  return hypot(inner);
}
double degrees_of(double x) { return x * (180.0 / M_PI); }
double radians_of(double x) { return x * (M_PI / 180.0); }
Var modf_(Call& c) {
  double x, whole;
  if (!to_double(c[0], &x)) return Var();
  double part = std::modf(x, &whole);
  return tuple_of(Value::from_float(part), Value::from_float(whole));
}
Var frexp_(Call& c) {
  double x;
  int e = 0;
  if (!to_double(c[0], &x)) return Var();
  double m = std::isfinite(x) ? std::frexp(x, &e) : x;
  return tuple_of(Value::from_float(m), Value::from_int(e));
}
Var ldexp_(Call& c) {
  double x;
  int64_t e;
  if (!to_double(c[0], &x) || !to_int64_clamped(c[1], &e)) return Var();
  double r = std::ldexp(x, static_cast<int>(e > 5000 ? 5000 : e < -5000 ? -5000 : e));
  if (std::isinf(r) && std::isfinite(x)) return range();
  return Value::from_float(r);
}
Var pow_(Call& c) {
  double x, y;
  if (!to_double(c[0], &x) || !to_double(c[1], &y)) return Var();
  double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r)) return domain();
    if (std::isinf(r)) return x == 0 ? Var(domain()) : Var(range());
  }
  return Value::from_float(r);
}
double copysign_of(double x, double y) { return std::copysign(x, y); }
double fmod_of(double x, double y) { return std::fmod(x, y); }
double atan2_of(double x, double y) { return std::atan2(x, y); }
double remainder_of(double x, double y) { return std::remainder(x, y); }
double nextafter_of(double x, double y) { return std::nextafter(x, y); }

Var ulp(Call& c) {
  double x;
  if (!to_double(c[0], &x)) return Var();
  x = std::fabs(x);
  if (!std::isfinite(x)) return Value::from_float(x);
  double up = std::nextafter(x, HUGE_VAL);
  return Value::from_float(std::isinf(up) ? x - std::nextafter(x, 0.0) : up - x);
}
Var fma_(Call& c) {
  double x, y, z;
  if (!to_double(c[0], &x) || !to_double(c[1], &y) || !to_double(c[2], &z)) return Var();
  double r = std::fma(x, y, z);
  bool finite = std::isfinite(x) && std::isfinite(y) && std::isfinite(z);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z)) return value_error("invalid operation in fma");
  if (std::isinf(r) && finite) return raise(rt.types.OverflowError, "overflow in fma");
  return Value::from_float(r);
}

const MethodDef functions[] = {
    {"sqrt", "x, /", sqrt_},          {"floor", "x, /", floor_},       {"ceil", "x, /", ceil_},
    {"trunc", "x, /", trunc_},        {"log", "x, base=None, /", log_}, {"log2", "x, /", log2_},
    {"log10", "x, /", log10_},        {"log1p", "x, /", one<std::log1p, kAboveMinusOne>}, {"exp", "x, /", one<std::exp>},
    {"exp2", "x, /", one<std::exp2>}, {"expm1", "x, /", one<std::expm1>}, {"cbrt", "x, /", one<cbrt_of>},
    {"sin", "x, /", one<std::sin, kFinite>},   {"cos", "x, /", one<std::cos, kFinite>},  {"tan", "x, /", one<std::tan, kFinite>},
    {"asin", "x, /", one<std::asin, kUpToOne>}, {"acos", "x, /", one<std::acos, kUpToOne>}, {"atan", "x, /", one<std::atan>},
    {"sinh", "x, /", one<std::sinh>}, {"cosh", "x, /", one<std::cosh>}, {"tanh", "x, /", one<std::tanh>},
    {"asinh", "x, /", one<std::asinh>}, {"acosh", "x, /", one<std::acosh, kFromOne>}, {"atanh", "x, /", one<std::atanh, kBetween>},
    {"fabs", "x, /", one<std::fabs>}, {"degrees", "x, /", one<degrees_of>}, {"radians", "x, /", one<radians_of>},
    {"gamma", "x, /", one<gamma_of, kNoPole>}, {"lgamma", "x, /", one<lgamma_of, kNoPole>}, {"erf", "x, /", one<std::erf>},
    {"erfc", "x, /", one<std::erfc>}, {"atan2", "y, x, /", two<atan2_of>}, {"fmod", "x, y, /", two<fmod_of>},
    {"copysign", "x, y, /", two<copysign_of>}, {"remainder", "x, y, /", two<remainder_of>},
    {"nextafter", "x, y, /", two<nextafter_of>}, {"pow", "x, y, /", pow_}, {"hypot", "*coordinates", hypot},
    {"dist", "p, q, /", dist},        {"isnan", "x, /", isnan_},       {"isinf", "x, /", isinf_},
    {"isfinite", "x, /", isfinite_},  {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", isclose},
    {"gcd", "*integers", gcd},        {"lcm", "*integers", lcm},       {"factorial", "n, /", factorial},
    {"comb", "n, k, /", comb},        {"perm", "n, k=None, /", perm},  {"isqrt", "n, /", isqrt},
    {"fsum", "seq, /", fsum},         {"prod", "iterable, /, *, start=1", prod}, {"modf", "x, /", modf_},
    {"frexp", "x, /", frexp_},        {"ldexp", "x, i, /", ldexp_},    {"ulp", "x, /", ulp},
    {"sumprod", "p, q, /", sumprod},  {"fma", "x, y, z, /", fma_},
};

}  // namespace

bool fill_math(Module* m) {
  module_functions(m, functions);
  module_set(m, "pi", Value::from_float(M_PI));
  module_set(m, "e", Value::from_float(M_E));
  module_set(m, "tau", Value::from_float(2 * M_PI));
  module_set(m, "inf", Value::from_float(HUGE_VAL));
  module_set(m, "nan", Value::from_float(__builtin_nan("")));
  return true;
}

}  // namespace ap
