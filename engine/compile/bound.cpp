// Which local variables are surely bound at each instruction: a forward data-flow analysis over the whole function.
#include <algorithm>

#include "compile/assembler.hpp"

namespace ap {

void remove_bound_checks(Assembler& a, uint32_t slots, uint32_t bound_at_entry) {
  size_t n = a.code.size();
  // Large or pathological functions keep their checks.
  if (slots == 0 || slots > 64 || n > 20000) return;
  bool any = false;
  for (const Emitted& e : a.code) any |= e.op == Op::LOAD_FAST_CHECK;
  if (!any) return;
  constexpr uint64_t kUnknown = ~0ull;  // not reached yet: everything is bound
  std::vector<uint64_t> in(n + 1, kUnknown);
  std::vector<bool> seen(n + 1, false);
  std::vector<uint32_t> work;
  auto flow = [&](size_t to, uint64_t bits) {
    uint64_t merged = in[to] & bits;
    if (merged == in[to] && seen[to]) return;
    seen[to] = true;
    in[to] = merged;
    work.push_back(static_cast<uint32_t>(to));
  };
  // Regions that cover an instruction, by instruction.
  std::vector<std::vector<int>> handlers(n);
  for (size_t r = 0; r < a.regions.size(); ++r)
    for (auto [from, to] : a.regions[r].spans)
      for (uint32_t i = from; i < to && i < n; ++i) handlers[i].push_back(a.labels[a.regions[r].handler].at);
  flow(0, bound_at_entry >= 64 ? kUnknown : (1ull << bound_at_entry) - 1);
  while (!work.empty()) {
    uint32_t i = work.back();
    work.pop_back();
    if (i >= n) continue;
    uint64_t bits = in[i];
    for (int h : handlers[i]) flow(static_cast<size_t>(h), bits);
    const Emitted& e = a.code[i];
    switch (e.op) {
      case Op::STORE_FAST: {
        // PUSH_EMPTY before it: unbinds.
        bool unbinds = i > 0 && a.code[i - 1].op == Op::PUSH_EMPTY;
        if (unbinds)
          bits &= ~(1ull << e.arg);
        else
          bits |= 1ull << e.arg;
        break;
      }
      case Op::DELETE_FAST:
      case Op::LOAD_FAST_AND_CLEAR: bits &= ~(1ull << e.arg); break;
      case Op::LOAD_FAST_CHECK: bits |= 1ull << e.arg; break;
      default: break;
    }
    // A handler may be reached after the change, too.
    for (int h : handlers[i]) flow(static_cast<size_t>(h), bits & in[i]);
    if (e.label >= 0) flow(static_cast<size_t>(a.labels[e.label].at), bits);
    bool ends = e.op == Op::JUMP || e.op == Op::JUMP_BACK || e.op == Op::RETURN_VALUE || e.op == Op::RAISE || e.op == Op::RERAISE;
    if (!ends) flow(i + 1, bits);
  }
  for (size_t i = 0; i < n; ++i)
    if (a.code[i].op == Op::LOAD_FAST_CHECK && in[i] >> a.code[i].arg & 1) a.code[i].op = Op::LOAD_FAST;
}

}  // namespace ap
