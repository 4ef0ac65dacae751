// random: CPython's Mersenne Twister and what Lib/random.py makes of it, bit for bit.
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "base/mersenne.hpp"
#include "base/sha512.hpp"
#include "bindings/modules.hpp"
#include "bindings/setup.hpp"
#include "object/bytes.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/sequence.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"
#include "trace/accesses.hpp"

namespace ap {
namespace {

struct Random : Object {
  Mersenne twister;
  Value gauss_next = None;
  Dict* dict = nullptr;
  explicit Random(Type* t) : Object(t, Kind::Other) {}
};

Type* random_type;
Random* self(const Call& c) {
  trace::note_access(trace::AccessKind::touch, trace::kRandomKey);
  return c.self.as<Random>();
}

bool seed_with(Random* r, Value v) {
  decref(std::exchange(r->gauss_next, None));
  if (!v || v.is_none()) {
    r->twister.seed(nullptr, 0);  // "from the system's randomness" is the run's seed here
    if (run_seed()) {
      uint32_t words[2] = {static_cast<uint32_t>(run_seed()), static_cast<uint32_t>(run_seed() >> 32)};
      r->twister.seed(words, words[1] ? 2 : 1);
    }
    return true;
  }
  if (v.is_float()) {
    int64_t h = hash_double(v.as_float());
    v = Value::from_int(0);
    uint64_t u = static_cast<uint64_t>(h);
    uint32_t words[2] = {static_cast<uint32_t>(u), static_cast<uint32_t>(u >> 32)};
    r->twister.seed(words, words[1] ? 2 : words[0] ? 1 : 0);
    return true;
  }
  if (is_kind(v, Kind::Int) && !v.is_small_int()) {
    auto* i = v.as<Int>();
    rt.steps += static_cast<uint32_t>(i->size < 0 ? -i->size : i->size) / 64;
    r->twister.seed(i->digits(), static_cast<size_t>(i->size < 0 ? -i->size : i->size));
    return true;
  }
  if (is_int(v)) {
    int64_t n;
    if (!to_int64(v, &n)) return false;
    uint64_t u = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
    uint32_t words[2] = {static_cast<uint32_t>(u), static_cast<uint32_t>(u >> 32)};
    r->twister.seed(words, words[1] ? 2 : words[0] ? 1 : 0);
    return true;
  }
  std::string text;
  if (is_kind(v, Kind::Str)) text = to_utf8(v.as<Str>());
  else if (is_kind(v, Kind::Bytes)) text = v.as<Bytes>()->view();
  else if (is_kind(v, Kind::ByteArray)) {
    Var bytes = call(rt.types.bytes, Args{&v, 1, nullptr});
    if (!bytes) return false;
    text = bytes.as<Bytes>()->view();
  }
  if (is_kind(v, Kind::Str) || is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) {
    if (!check(text.size() / 16)) return false;
    // The bytes and their digest behind them, read as one number, the highest byte first.
    auto digest = sha512(text);
    text.append(digest.begin(), digest.end());
    std::vector<uint32_t> words((text.size() + 3) / 4);
    for (size_t i = 0; i < text.size(); ++i) words[i / 4] |= uint32_t{static_cast<uint8_t>(text[text.size() - 1 - i])} << i % 4 * 8;
    while (!words.empty() && !words.back()) words.pop_back();
    r->twister.seed(words.data(), words.size());
    return true;
  }
  return type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
}

// _randbelow_with_getrandbits
uint64_t below(Random* r, uint64_t n) {
  if (n == 0) return 0;
  unsigned k = 64 - static_cast<unsigned>(__builtin_clzll(n));
  uint64_t x = r->twister.bits(k);
  while (x >= n) x = r->twister.bits(k);
  return x;
}

Var seed(Call& c) { return seed_with(self(c), c[0]) ? Var(None) : Var(); }
Var random(Call& c) { return Value::from_float(self(c)->twister.random()); }

// getrandbits(k), k > 0.
Var bits_number(Random* r, uint64_t k) {
  if (k <= 64) return make_int_u64(r->twister.bits(static_cast<unsigned>(k)));
  if (k > 1 << 24) return raise_memory_error();
  size_t n = static_cast<size_t>(k + 31) / 32;
  std::vector<uint32_t> words(n);
  r->twister.bits(k, words.data());
  Var total = Value::from_int(0);
  for (size_t i = n; total && i-- > 0;) {
    total = binary(total, Value::from_int(32), BinaryOp::LShift);
    Var low = make_int(words[i]);
    if (total) total = binary(total, low, BinaryOp::Or);
  }
  return total;
}

Var getrandbits(Call& c) {
  int64_t k;
  if (!to_int64(c[0], &k)) return Var();
  if (k < 0) return value_error("Cannot convert negative int");
  if (k == 0) return Value::from_int(0);
  return bits_number(self(c), static_cast<uint64_t>(k));
}

bool is_big(Value v) {
  return is_kind(v, Kind::Int) && !v.is_small_int();
}

// start + step * a number below n, all of any size. Empty without an exception: the range is empty.
Var big_range(Random* r, Value start, Value stop, Value step) {
  Var zero = Value::from_int(0), one = Value::from_int(1);
  Tri up = compare_truth(step, zero, Compare::Gt);
  Var width = binary(stop, start, BinaryOp::Sub);
  if (up == Tri::Error || !width) return Var();
  width = binary(width, step, BinaryOp::Add);
  if (width) width = binary(width, one, up == Tri::True ? BinaryOp::Sub : BinaryOp::Add);
  if (width) width = binary(width, step, BinaryOp::FloorDiv);
  if (!width) return Var();
  Tri some = compare_truth(width, zero, Compare::Gt);
  if (some != Tri::True) return Var();
  Var length = call_method(width, "bit_length", Args{});
  int64_t k;
  if (!length || !to_int64(length, &k)) return Var();
  for (;;) {
    Var n = bits_number(r, static_cast<uint64_t>(k));
    if (!n) return n;
    Tri below = compare_truth(n, width, Compare::Lt);
    if (below == Tri::Error) return Var();
    if (below != Tri::True) continue;
    Var scaled = binary(step, n, BinaryOp::Mul);
    return scaled ? binary(start, scaled, BinaryOp::Add) : Var();
  }
}

Var randrange(Call& c) {
  int64_t start, stop, step = 1;
  Var first = to_index(c[0]);
  if (is_big(c[0]) || (c[1] && is_big(c[1])) || (c[2] && is_big(c[2]))) {
    bool one = !c[1] || c[1].is_none();
    Value from = one ? Value::from_int(0) : c[0], to = one ? c[0] : c[1];
    Var n = big_range(self(c), from, to, c[2] ? c[2] : Value::from_int(1));
    if (n || failed()) return n;
    if (one) return value_error("empty range for randrange()");
    return value_error("empty range in randrange(%R, %R)", from, to);
  }
  if (!first || !to_int64(first, &start)) return Var();
  if (!c[1] || c[1].is_none()) {
    if (c[2] && c[2] != Value::from_int(1)) return type_error("Missing a non-None stop argument");
    if (start > 0) return make_int(static_cast<int64_t>(below(self(c), static_cast<uint64_t>(start))));
    return value_error("empty range for randrange()");
  }
  Var second = to_index(c[1]);
  if (!second || !to_int64(second, &stop)) return Var();
  if (c[2]) {
    Var third = to_index(c[2]);
    if (!third || !to_int64(third, &step)) return Var();
  }
  int64_t width = stop - start;
  if (step == 1) {
    if (width > 0) return make_int(start + static_cast<int64_t>(below(self(c), static_cast<uint64_t>(width))));
    return value_error("empty range in randrange(%lld, %lld)", static_cast<long long>(start), static_cast<long long>(stop));
  }
  if (step == 0) return value_error("zero step for randrange()");
  int64_t n = step > 0 ? (width + step - 1) / step : (width + step + 1) / step;
  if (n <= 0)
    return value_error("empty range in randrange(%lld, %lld, %lld)", static_cast<long long>(start), static_cast<long long>(stop),
                       static_cast<long long>(step));
  return make_int(start + step * static_cast<int64_t>(below(self(c), static_cast<uint64_t>(n))));
}

Var randint(Call& c) {
  int64_t a, b;
  Var first = to_index(c[0]), last = first ? to_index(c[1]) : Var();
  if (last && (is_big(c[0]) || is_big(c[1]))) {
    Var end = binary(last, Value::from_int(1), BinaryOp::Add);
    Var n = end ? big_range(self(c), first, end, Value::from_int(1)) : Var();
    if (n || failed()) return n;
    return value_error("empty range in randint(%R, %R)", first.get(), last.get());
  }
  if (!last || !to_int64(first, &a) || !to_int64(last, &b)) return Var();
  if (b < a) return value_error("empty range in randint(%lld, %lld)", static_cast<long long>(a), static_cast<long long>(b));
  return make_int(a + static_cast<int64_t>(below(self(c), static_cast<uint64_t>(b - a + 1))));
}

// offset + scale * z, of whatever types they are.
Var scaled(Value offset, Value scale, double z, bool scale_first) {
  Var product = scale_first ? binary(scale, Value::from_float(z), BinaryOp::Mul) : binary(Value::from_float(z), scale, BinaryOp::Mul);
  return product ? binary(offset, product, BinaryOp::Add) : Var();
}

Var uniform(Call& c) {
  Var width = binary(c[1], c[0], BinaryOp::Sub);
  return width ? scaled(c[0], width, self(c)->twister.random(), true) : Var();
}

Var choice(Call& c) {
  int64_t n = length(c[0]);
  if (n < 0) return Var();
  if (n == 0) return raise(rt.types.IndexError, "Cannot choose from an empty sequence");
  return getitem(c[0], Value::from_int(static_cast<int64_t>(below(self(c), static_cast<uint64_t>(n)))));
}

Var shuffle(Call& c) {
  int64_t n = length(c[0]);
  if (n < 0) return Var();
  for (int64_t i = n - 1; i > 0; --i) {
    auto j = static_cast<int64_t>(below(self(c), static_cast<uint64_t>(i + 1)));
    Var x = getitem(c[0], Value::from_int(i)), y = getitem(c[0], Value::from_int(j));
    if (!x || !y || !setitem(c[0], Value::from_int(i), y) || !setitem(c[0], Value::from_int(j), x) || !check()) return Var();
  }
  return None;
}

Var choices(Call& c) {
  int64_t n = length(c[0]), k = 1;
  if (n < 0 || (c[3] && !to_int64(c[3], &k))) return Var();
  Random* r = self(c);
  Ref<List> out = new_list();
  Value weights = c.get(1, None), cumulative = c.get(2, None);
  if (weights.is_none() && cumulative.is_none()) {
    for (int64_t i = 0; i < k; ++i) {
      double x = std::floor(r->twister.random() * static_cast<double>(n));
      Var v = getitem(c[0], Value::from_int(static_cast<int64_t>(x)));
      if (!v || !list_append(out.get(), std::move(v)) || !check()) return Var();
    }
    return out;
  }
  if (!weights.is_none() && !cumulative.is_none())
    return type_error("Cannot specify both weights and cumulative weights");
  if (is_int(weights)) return type_error("The number of choices must be a keyword argument: k=%R", weights);
  Ref<List> given = to_list(weights.is_none() ? cumulative : weights);
  if (!given) return Var();
  if (given->size != n) return value_error("The number of weights does not match the population");
  // Sums in the weights' own type, as itertools.accumulate.
  Ref<List> sums = new_list();
  Var total;
  for (uint32_t i = 0; i < given->size; ++i) {
    total = !weights.is_none() && total ? binary(total, given->items[i], BinaryOp::Add) : Var(given->items[i]);
    if (!total || !list_append(sums.get(), total.get())) return Var();
  }
  if (!total) return raise(rt.types.IndexError, "list index out of range");
  double all;
  if (!to_double(total, &all)) return Var();
  if (all <= 0) return value_error("Total of weights must be greater than zero");
  if (!std::isfinite(all)) return value_error("Total of weights must be finite");
  for (int64_t i = 0; i < k; ++i) {
    double x = r->twister.random() * all;
    uint32_t low = 0, high = static_cast<uint32_t>(n) - 1;
    while (low < high) {
      uint32_t middle = (low + high) / 2;
      double s;
      if (!to_double(sums->items[middle], &s)) return Var();
      if (x < s)
        high = middle;
      else
        low = middle + 1;
    }
    Var v = getitem(c[0], Value::from_int(low));
    if (!v || !list_append(out.get(), std::move(v)) || !check()) return Var();
  }
  return out;
}

Var in_python(Call& c, const char* name, uint32_t count);

Var sample(Call& c) {
  Random* r = self(c);
  if (is_kind(c[0], Kind::Set) || is_kind(c[0], Kind::Dict) || !type_of(c[0])->getitem)
    return type_error("Population must be a sequence.  For dicts or sets, use sorted(d).");
  if (c[2] && !c[2].is_none()) return in_python(c, "counted", 3);
  int64_t n = length(c[0]), k;
  if (n < 0) return Var();
  if (!is_index(c[1])) {
    if (compare_truth(Value::from_int(0), c[1], Compare::Le) == Tri::Error) return Var();
    return type_error("can't multiply sequence by non-int of type '%T'", c[1]);
  }
  if (!to_int64(c[1], &k)) return Var();
  Var population = c[0];
  if (k < 0 || k > n) return value_error("Sample larger than population or is negative");
  Ref<List> out = new_list();
  double setsize = 21;
  if (k > 5) setsize += std::pow(4, std::ceil(std::log(static_cast<double>(k) * 3) / std::log(4.0)));
  if (static_cast<double>(n) <= setsize) {
    Ref<List> pool = to_list(population);
    if (!pool) return Var();
    for (int64_t i = 0; i < k; ++i) {
      auto j = static_cast<uint32_t>(below(r, static_cast<uint64_t>(n - i)));
      if (!list_append(out.get(), pool->items[j]) || !check()) return Var();
      Value last = pool->items[n - i - 1];
      incref(last);
      decref(std::exchange(pool->items[j], last));
    }
    return out;
  }
  Ref<Set> selected = new_set();
  for (int64_t i = 0; i < k; ++i) {
    auto j = static_cast<int64_t>(below(r, static_cast<uint64_t>(n)));
    while (set_contains(selected.get(), Value::from_int(j)) == Tri::True) j = static_cast<int64_t>(below(r, static_cast<uint64_t>(n)));
    set_add(selected.get(), Value::from_int(j));
    Var v = getitem(population, Value::from_int(j));
    if (!v || !list_append(out.get(), std::move(v)) || !check()) return Var();
  }
  return out;
}

Var gauss(Call& c) {
  Random* r = self(c);
  double z;
  if (r->gauss_next.is_float()) {
    z = r->gauss_next.as_float();
    r->gauss_next = None;
  } else {
    double x2pi = r->twister.random() * (2.0 * M_PI);
    double g2rad = std::sqrt(-2.0 * std::log(1.0 - r->twister.random()));
    z = std::cos(x2pi) * g2rad;
    r->gauss_next = Value::from_float(std::sin(x2pi) * g2rad);
  }
  return scaled(c.get(0, Value::from_float(0.0)), c.get(1, Value::from_float(1.0)), z, false);
}

// The distributions that few programs ask for are in Python.
Var in_python(Call& c, const char* name, uint32_t count) {
  Value values[4] = {Value(self(c))};
  for (uint32_t i = 0; i < count; ++i) values[i + 1] = c.get(i, Ellipsis);
  Var module = load_module("_distributions");
  return module ? call_method(module, name, Args{values, count + 1, nullptr}) : Var();
}
constexpr const char* kInPython[] = {"triangular",   "normalvariate", "lognormvariate",  "expovariate",    "paretovariate",
                                     "weibullvariate", "gammavariate", "betavariate", "vonmisesvariate", "binomialvariate"};
template <int kWhich, uint32_t kCount>
Var distribution(Call& c) {
  return in_python(c, kInPython[kWhich], kCount);
}

Var randbytes(Call& c) {
  int64_t n;
  if (!to_int64(c[0], &n)) return Var();
  if (n < 0) return value_error("Cannot convert negative int");
  if (n > 1 << 21) return raise_memory_error();
  std::vector<uint32_t> words(static_cast<size_t>(n + 3) / 4);
  if (n) self(c)->twister.bits(static_cast<uint64_t>(n) * 8, words.data());
  std::string out;
  for (size_t i = 0; i < static_cast<size_t>(n); ++i) out += static_cast<char>(words[i / 4] >> i % 4 * 8);
  return make_bytes(out);
}

Var getstate(Call& c) {
  Random* r = self(c);
  Ref<Tuple> words = new_tuple(Mersenne::kWords + 1);
  for (uint32_t i = 0; i < Mersenne::kWords; ++i) words->items()[i] = Value::from_int(r->twister.state[i]);
  words->items()[Mersenne::kWords] = Value::from_int(r->twister.used);
  return tuple_of(Value::from_int(3), words, r->gauss_next);
}
Var setstate(Call& c) {
  Random* r = self(c);
  if (!is_kind(c[0], Kind::Tuple) || c[0].as<Tuple>()->size != 3 || !is_kind((*c[0].as<Tuple>())[1], Kind::Tuple))
    return type_error("state vector must be a tuple");
  auto* words = (*c[0].as<Tuple>())[1].as<Tuple>();
  if (words->size != Mersenne::kWords + 1) return value_error("state vector is the wrong size");
  for (uint32_t i = 0; i <= Mersenne::kWords; ++i) {
    int64_t n;
    if (!to_int64((*words)[i], &n)) return Var();
    if (i < Mersenne::kWords)
      r->twister.state[i] = static_cast<uint32_t>(n);
    else
      r->twister.used = static_cast<uint32_t>(n);
  }
  decref(std::exchange(r->gauss_next, Var((*c[0].as<Tuple>())[2]).release()));
  return None;
}

const MethodDef methods[] = {
    {"seed", "a=None, version=2", seed, kPythonFunction},
    {"random", "", random},
    {"getrandbits", "k, /", getrandbits},
    {"randrange", "start, stop=None, step=1", randrange, kPythonFunction},
    {"randint", "a, b", randint, kPythonFunction},
    {"uniform", "a, b", uniform, kPythonFunction},
    {"choice", "seq", choice, kPythonFunction},
    {"choices", "population, weights=None, *, cum_weights=None, k=1", choices, kPythonFunction},
    {"shuffle", "x", shuffle, kPythonFunction},
    {"sample", "population, k, *, counts=None", sample, kPythonFunction},
    {"gauss", "mu=0.0, sigma=1.0", gauss, kPythonFunction},
    {"normalvariate", "mu=0.0, sigma=1.0", distribution<1, 2>, kPythonFunction},
    {"lognormvariate", "mu, sigma", distribution<2, 2>, kPythonFunction},
    {"expovariate", "lambd=1.0", distribution<3, 1>, kPythonFunction},
    {"triangular", "low=0.0, high=1.0, mode=None", distribution<0, 3>, kPythonFunction},
    {"paretovariate", "alpha", distribution<4, 1>, kPythonFunction},
    {"weibullvariate", "alpha, beta", distribution<5, 2>, kPythonFunction},
    {"randbytes", "n", randbytes, kPythonFunction},
    {"gammavariate", "alpha, beta", distribution<6, 2>, kPythonFunction},
    {"betavariate", "alpha, beta", distribution<7, 2>, kPythonFunction},
    {"vonmisesvariate", "mu, kappa", distribution<8, 2>, kPythonFunction},
    {"binomialvariate", "n=1, p=0.5", distribution<9, 2>, kPythonFunction},
    {"getstate", "", getstate, kPythonFunction},
    {"setstate", "state", setstate, kPythonFunction},
};

Var construct(Type* t, Args args) {
  auto* r = allocate<Random>(t, 0);
  Var made = Var::steal(r);
  if (args.count > 1) return type_error("Random() takes at most 1 argument (%d given)", static_cast<int>(args.count));
  return seed_with(r, args.count ? args.values[0] : Value()) ? std::move(made) : Var();
}
bool initialize(Value, Args) { return true; }
void dealloc(Object* o) {
  auto* r = static_cast<Random*>(o);
  decref(r->gauss_next);
  if (r->dict) decref(r->dict);
  free_object(r, sizeof(Random));
}

}  // namespace

bool fill_random(Module* m) {
  Type* t = random_type = new_type("random.Random", nullptr, sizeof(Random), Kind::Other, kBaseType | kHasDict);
  t->dict_offset = static_cast<int32_t>(offsetof(Random, dict));
  t->dealloc = dealloc;
  t->construct = construct;
  t->initialize = initialize;
  add_methods(t, methods);
  make_type_ready(t);
  module_set(m, "Random", Value(t));
  module_set(m, "SystemRandom", Value(t));
  Var hidden = construct(t, Args{});
  if (!hidden) return false;
  for (const MethodDef& d : methods) {
    Var bound = getattr(hidden, d.name);
    if (!bound) return false;
    module_set(m, d.name, bound);
  }
  return true;
}

}  // namespace ap
