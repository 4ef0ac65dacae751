#include "compile/assembler.hpp"

#include <algorithm>
#include <cstring>

#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

enum class Operand : uint8_t { None, Const, Name, Slot, Count, Jump, Cached };
struct OpInfo {
  Operand operand;
  int8_t pops, pushes;
};
constexpr OpInfo op_info[] = {
#define OP(name, operand, pops, pushes) {Operand::operand, pops, pushes},
#include "compile/opcodes.def"
};

}  // namespace

bool has_cache_word(Op op) { return op_info[static_cast<int>(op)].operand == Operand::Cached; }
bool is_jump(Op op) { return op_info[static_cast<int>(op)].operand == Operand::Jump; }

int stack_effect(Op op, uint32_t arg) {
  int n = static_cast<int>(arg);
  switch (op) {
    case Op::BUILD_SLICE: return 1 - n;
    case Op::BUILD_TUPLE:
    case Op::BUILD_LIST:
    case Op::BUILD_SET:
    case Op::BUILD_STRING: return 1 - n;
    case Op::BUILD_MAP: return 1 - 2 * n;
    case Op::UNPACK_SEQUENCE: return n - 1;
    case Op::UNPACK_EX: return (n & 0xff) + (n >> 8);
    case Op::MAKE_FUNCTION: return -__builtin_popcount(arg & 15);
    case Op::CALL: return -1 - n;
    case Op::CALL_KW: return -2 - n;
    case Op::CALL_EX: return n ? -3 : -2;
    case Op::RAISE: return -n;
    default: {
      const OpInfo& i = op_info[static_cast<int>(op)];
      return i.pushes - i.pops;
    }
  }
}

Assembler::~Assembler() {
  for (Value v : consts) decref(v);
}

int Assembler::new_label() {
  labels.push_back({});
  return static_cast<int>(labels.size()) - 1;
}

void Assembler::set_depth(int d) {
  depth_ = d;
  max_depth_ = std::max(max_depth_, d);
}

void Assembler::place(int label) {
  Label& l = labels[label];
  l.at = static_cast<int>(code.size());
  if (l.depth >= 0)
    set_depth(l.depth);
  else
    l.depth = depth_;
  reachable_ = reachable_ || l.used;
}

void Assembler::place_handler(int label, int depth) {
  Label& l = labels[label];
  l.at = static_cast<int>(code.size());
  l.depth = depth + 1;
  l.used = true;
  set_depth(depth + 1);
  reachable_ = true;
}

void Assembler::emit(Op op, uint32_t arg) {
  code.push_back({op, arg, -1, 0, position_});
  set_depth(depth_ + stack_effect(op, arg));
  if (op == Op::RETURN_VALUE || op == Op::RERAISE || op == Op::RAISE) reachable_ = false;
}

void Assembler::emit_jump(Op op, int label) {
  code.push_back({op, 0, label, 0, position_});
  int at_target = depth_, after = depth_;
  switch (op) {
    case Op::JUMP:
    case Op::JUMP_BACK: break;
    case Op::FOR_ITER:
      at_target = depth_ - 1;
      after = depth_ + 1;
      break;
    case Op::JUMP_IF_FALSE_OR_POP:
    case Op::JUMP_IF_TRUE_OR_POP: after = depth_ - 1; break;
    default: at_target = after = depth_ - 1; break;
  }
  Label& l = labels[label];
  l.used = true;
  if (l.depth < 0) l.depth = at_target;
  set_depth(after);
  if (op == Op::JUMP || op == Op::JUMP_BACK) reachable_ = false;
}

int Assembler::open_region(int handler, uint32_t depth) {
  regions.push_back({handler, depth, ++level_, static_cast<int>(code.size()), {}});
  return static_cast<int>(regions.size()) - 1;
}
void Assembler::suspend_region(int region) {
  Region& r = regions[region];
  auto here = static_cast<uint32_t>(code.size());
  if (r.open >= 0 && static_cast<uint32_t>(r.open) < here) r.spans.push_back({static_cast<uint32_t>(r.open), here});
  r.open = -1;
}
void Assembler::resume_region(int region) { regions[region].open = static_cast<int>(code.size()); }
void Assembler::close_region(int region) {
  suspend_region(region);
  --level_;
}

namespace {

// Equal as constants: same type and same value, 0.0 and -0.0 apart, also inside tuples.
bool same_constant(Value a, Value b) {
  if (a == b) return true;
  if (type_of(a) != type_of(b)) return false;
  if (a.is_float()) return false;  // equal bits were caught above
  if (is_kind(a, Kind::Tuple)) {
    auto *x = a.as<Tuple>(), *y = b.as<Tuple>();
    if (x->size != y->size) return false;
    for (uint32_t i = 0; i < x->size; ++i)
      if (!same_constant((*x)[i], (*y)[i])) return false;
    return true;
  }
  if (is_kind(a, Kind::Str)) return equal(a.as<Str>(), b.as<Str>());
  if (is_kind(a, Kind::Code) || is_kind(a, Kind::Set)) return false;
  return equal(a, b) == Tri::True;
}

}  // namespace

uint32_t Assembler::constant(Value v) {
  auto [at, fresh] = quick_consts_.try_emplace(v.bits, static_cast<uint32_t>(consts.size()));
  if (!fresh) return at->second;
  if (v.is_object() && consts.size() < 4096)
    for (size_t i = 0; i < consts.size(); ++i)
      if (same_constant(consts[i], v)) {
        // The bits are those of an object that may go: forget them.
        quick_consts_.erase(at);
        return static_cast<uint32_t>(i);
      }
  incref(v);
  consts.push_back(v);
  return static_cast<uint32_t>(consts.size()) - 1;
}

uint32_t Assembler::name(Str* s) {
  auto [at, fresh] = name_index_.try_emplace(s, static_cast<uint32_t>(names.size()));
  if (fresh) names.push_back(s);
  return at->second;
}

Ref<Code> Assembler::finish(bool optimise) {
  if (optimise) fuse(*this);
  // Addresses: an instruction is one word, or two with a cache or the second word of a fused form.
  std::vector<uint32_t> address(code.size() + 1);
  uint32_t words = 0;
  auto extra_word = [](const Emitted& e) {
    switch (e.op) {
      case Op::BINARY_FAST_FAST:
      case Op::BINARY_FAST_CONST:
      case Op::COMPARE_JUMP:
      case Op::COMPARE_FAST_FAST_JUMP:
      case Op::COMPARE_FAST_CONST_JUMP: return true;
      default: return has_cache_word(e.op);
    }
  };
  for (size_t i = 0; i < code.size(); ++i) {
    address[i] = words;
    words += extra_word(code[i]) ? 2 : 1;
  }
  address[code.size()] = words;

  auto* c = allocate<Code>(rt.types.code, 0);
  Ref<Code> result = Ref<Code>::steal(c);
  auto buffer = [](size_t n, size_t size) { return n ? heap.allocate_raw(n * size) : nullptr; };
  c->instr_count = words;
  c->instrs = static_cast<Instr*>(buffer(words, sizeof(Instr)));
  c->positions = static_cast<Position*>(buffer(words, sizeof(Position)));
  if (words && (!c->instrs || !c->positions)) {
    (void)raise_memory_error();
    return {};
  }
  caches_ = 0;
  uint32_t w = 0;
  for (const Emitted& e : code) {
    uint32_t target = e.label >= 0 ? address[labels[e.label].at] : 0;
    c->positions[w] = e.position;
    if (e.op == Op::COMPARE_JUMP) {
      c->instrs[w++] = make_instr(e.op, e.arg);
      c->positions[w] = e.position;
      c->instrs[w++] = target;
    } else if (e.op == Op::COMPARE_FAST_FAST_JUMP || e.op == Op::COMPARE_FAST_CONST_JUMP) {
      c->instrs[w++] = make_instr(e.op, e.arg);
      c->positions[w] = e.position;
      c->instrs[w++] = e.extra | target << 8;
    } else if (e.op == Op::BINARY_FAST_FAST || e.op == Op::BINARY_FAST_CONST) {
      c->instrs[w++] = make_instr(e.op, e.arg);
      c->positions[w] = e.position;
      c->instrs[w++] = e.extra;
    } else {
      c->instrs[w++] = make_instr(e.op, e.label >= 0 ? target : e.arg);
      if (has_cache_word(e.op)) {
        c->positions[w] = e.position;
        c->instrs[w++] = caches_++ | e.extra << 31;
      }
    }
  }
  c->cache_count = caches_;
  c->caches = static_cast<Cache*>(buffer(caches_, sizeof(Cache)));
  for (uint32_t i = 0; i < caches_; ++i) c->caches[i] = Cache();

  std::vector<const Region*> by_level;
  for (const Region& r : regions) by_level.push_back(&r);
  std::stable_sort(by_level.begin(), by_level.end(), [](const Region* a, const Region* b) { return a->level > b->level; });
  size_t spans = 0;
  for (const Region& r : regions) spans += r.spans.size();
  c->regions = static_cast<ExceptionRegion*>(buffer(spans, sizeof(ExceptionRegion)));
  for (const Region* r : by_level)
    for (auto [from, to] : r->spans)
      c->regions[c->region_count++] = {address[from], address[to], address[labels[r->handler].at], r->depth};

  c->const_count = static_cast<uint32_t>(consts.size());
  c->consts = static_cast<Value*>(buffer(consts.size(), sizeof(Value)));
  for (size_t i = 0; i < consts.size(); ++i) {
    incref(consts[i]);
    c->consts[i] = consts[i];
  }
  c->name_count = static_cast<uint32_t>(names.size());
  c->names = static_cast<Str**>(buffer(names.size(), sizeof(Str*)));
  for (size_t i = 0; i < names.size(); ++i) {
    incref(names[i]);
    c->names[i] = names[i];
  }
  c->stack_size = static_cast<uint32_t>(max_depth_ + 1);
  return result;
}

}  // namespace ap
