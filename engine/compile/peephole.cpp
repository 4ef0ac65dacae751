// Fuses common pairs and triples of instructions into one. Only straight-line neighbours: nothing jumps between them
// and no exception region begins or ends there.
#include "compile/assembler.hpp"

namespace ap {
namespace {

bool fits_a(uint32_t x) { return x < 256; }
bool fits_b(uint32_t x) { return x < 65536; }
uint32_t pack(uint32_t x, uint32_t y) { return x | y << 8; }

}  // namespace

void fuse(Assembler& a) {
  size_t n = a.code.size();
  std::vector<bool> boundary(n + 1, false);
  for (const Label& l : a.labels)
    if (l.at >= 0) boundary[l.at] = true;
  for (const Region& r : a.regions)
    for (auto [from, to] : r.spans) boundary[from] = boundary[to] = true;

  std::vector<Emitted> out;
  std::vector<uint32_t> moved(n + 1);
  out.reserve(n);
  auto free_run = [&](size_t i, size_t count) {
    if (i + count > n) return false;
    for (size_t k = 1; k < count; ++k)
      if (boundary[i + k]) return false;
    return true;
  };
  auto is = [&](size_t i, Op op) { return a.code[i].op == op; };
  auto is_binary = [&](size_t i) { return is(i, Op::BINARY) || is(i, Op::INPLACE); };
  auto binary_op = [&](size_t i) { return a.code[i].arg | (is(i, Op::INPLACE) ? 0x80 : 0); };
  for (size_t i = 0; i < n;) {
    const Emitted& e = a.code[i];
    moved[i] = static_cast<uint32_t>(out.size());
    size_t used = 1;
    Emitted f = e;
    bool fast = e.op == Op::LOAD_FAST;
    if (fast && free_run(i, 4) && (is(i + 1, Op::LOAD_FAST) || is(i + 1, Op::LOAD_CONST)) && is(i + 2, Op::COMPARE) &&
        (is(i + 3, Op::POP_JUMP_IF_FALSE) || is(i + 3, Op::POP_JUMP_IF_TRUE)) && fits_a(e.arg) && fits_b(a.code[i + 1].arg)) {
      f.op = is(i + 1, Op::LOAD_FAST) ? Op::COMPARE_FAST_FAST_JUMP : Op::COMPARE_FAST_CONST_JUMP;
      f.arg = pack(e.arg, a.code[i + 1].arg);
      f.extra = a.code[i + 2].arg | (is(i + 3, Op::POP_JUMP_IF_TRUE) ? 8 : 0);
      f.label = a.code[i + 3].label;
      f.position = a.code[i + 2].position;
      used = 4;
    } else if (fast && free_run(i, 3) && (is(i + 1, Op::LOAD_FAST) || is(i + 1, Op::LOAD_CONST)) && is_binary(i + 2) &&
               fits_a(e.arg) && fits_b(a.code[i + 1].arg)) {
      f.op = is(i + 1, Op::LOAD_FAST) ? Op::BINARY_FAST_FAST : Op::BINARY_FAST_CONST;
      f.arg = pack(e.arg, a.code[i + 1].arg);
      f.extra = binary_op(i + 2);
      f.position = a.code[i + 2].position;
      used = 3;
      if (free_run(i, 4) && is(i + 3, Op::STORE_FAST) && a.code[i + 3].arg < 0xffff) {
        f.extra |= (a.code[i + 3].arg + 1) << 8;
        used = 4;
      }
    } else if ((fast || e.op == Op::LOAD_CONST) && free_run(i, 2) && is_binary(i + 1) && fits_b(e.arg)) {
      f.op = fast ? Op::BINARY_FAST : Op::BINARY_CONST;
      f.arg = pack(binary_op(i + 1), e.arg);
      f.position = a.code[i + 1].position;
      used = 2;
    } else if (e.op == Op::COMPARE && free_run(i, 2) && (is(i + 1, Op::POP_JUMP_IF_FALSE) || is(i + 1, Op::POP_JUMP_IF_TRUE))) {
      f.op = Op::COMPARE_JUMP;
      f.arg = e.arg | (is(i + 1, Op::POP_JUMP_IF_TRUE) ? 8 : 0);
      f.label = a.code[i + 1].label;
      used = 2;
    } else if (e.op == Op::LOAD_GLOBAL && free_run(i, 2) && is(i + 1, Op::PUSH_EMPTY)) {
      f.extra = 1;
      used = 2;
    } else if (e.op == Op::GET_AWAITABLE && free_run(i, 2) && is(i + 1, Op::AWAIT)) {
      f.op = Op::AWAIT;
      f.arg = e.arg + 1;
      used = 2;
    } else if (fast && free_run(i, 2) && is(i + 1, Op::RETURN_VALUE)) {
      f.op = Op::RETURN_FAST;
      used = 2;
    } else if (e.op == Op::LOAD_CONST && free_run(i, 2) && is(i + 1, Op::RETURN_VALUE)) {
      f.op = Op::RETURN_CONST;
      used = 2;
    } else if (fast && free_run(i, 2) && fits_a(e.arg) && fits_b(a.code[i + 1].arg) && is(i + 1, Op::LOAD_FAST)) {
      // Not when the second load begins something better.
      bool better = free_run(i + 1, 2) && i + 2 < n && (is_binary(i + 2) || is(i + 2, Op::LOAD_CONST) || is(i + 2, Op::LOAD_FAST));
      if (!better) {
        f.op = Op::LOAD_FAST_LOAD_FAST;
        f.arg = pack(e.arg, a.code[i + 1].arg);
        used = 2;
      }
    } else if (e.op == Op::STORE_FAST && free_run(i, 2) && fits_a(e.arg) && fits_b(a.code[i + 1].arg) && is(i + 1, Op::STORE_FAST)) {
      f.op = Op::STORE_FAST_STORE_FAST;
      f.arg = pack(e.arg, a.code[i + 1].arg);
      used = 2;
    }
    for (size_t k = 1; k < used; ++k) moved[i + k] = static_cast<uint32_t>(out.size());
    out.push_back(f);
    i += used;
  }
  moved[n] = static_cast<uint32_t>(out.size());
  for (Label& l : a.labels)
    if (l.at >= 0) l.at = static_cast<int>(moved[l.at]);
  for (Region& r : a.regions)
    for (auto& [from, to] : r.spans) {
      from = moved[from];
      to = moved[to];
    }
  a.code = std::move(out);
}

}  // namespace ap
