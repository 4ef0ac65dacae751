// Collects the instructions of one code object: labels, exception regions, positions, and the depth of the value stack.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "compile/code.hpp"
#include "syntax/ast.hpp"

namespace ap {

// Values popped and pushed by an instruction with this argument, as a difference; `pops` too where it is wanted.
int stack_effect(Op op, uint32_t arg);
bool has_cache_word(Op op);
bool is_jump(Op op);

struct Label {
  int at = -1;          // word index once placed
  int depth = -1;       // stack depth on arrival
  bool used = false;
};

// The words in which an exception goes to `handler`.
struct Region {
  int handler;  // label
  uint32_t depth;
  int level;    // nesting: the innermost wins
  int open = -1;
  std::vector<std::pair<uint32_t, uint32_t>> spans;
};

struct Emitted {
  Op op;
  uint32_t arg = 0;
  int label = -1;      // jumps: goes into arg
  uint32_t extra = 0;  // second word of a fused form, without its jump target
  Position position;
};

class Assembler {
 public:
  int new_label();
  void place(int label);
  void emit(Op op, uint32_t arg = 0);
  void emit_jump(Op op, int label);
  void at(syntax::Range r) {
    position_ = {static_cast<int32_t>(r.line), static_cast<int32_t>(r.end_line), static_cast<int32_t>(r.col),
                 static_cast<int32_t>(r.end_col)};
  }
  Position position() const { return position_; }
  void set_position(Position p) { position_ = p; }
  int depth() const { return depth_; }
  void set_depth(int d);
  bool reachable() const { return reachable_; }
  // Exceptions from here on go to `handler`, with the stack cut to `depth` values.
  int open_region(int handler, uint32_t depth);
  void close_region(int region);
  // Cleanup code emitted for `return` lies outside the regions it leaves.
  void suspend_region(int region);
  void resume_region(int region);
  // A handler's first word: `depth` values and the exception.
  void place_handler(int label, int depth);

  uint32_t constant(Value v);        // index; equal constants of equal type share one
  uint32_t name(Str* s);
  uint32_t new_cache() { return caches_++; }

  Ref<Code> finish(bool optimise);

  std::vector<Emitted> code;
  std::vector<Region> regions;
  std::vector<Label> labels;
  std::vector<Value> consts;         // owned
  std::vector<Str*> names;
  ~Assembler();

 private:
  Position position_;
  int depth_ = 0, max_depth_ = 0, level_ = 0;
  bool reachable_ = true;
  uint32_t caches_ = 0;
  std::unordered_map<Str*, uint32_t> name_index_;
  std::unordered_map<uint64_t, uint32_t> quick_consts_;
};

// peephole.cpp: fuses common pairs; every label and region is given as word indices of `code` and stays right.
void fuse(Assembler& a);
// bound.cpp: turns LOAD_FAST_CHECK into LOAD_FAST where the variable is surely bound. `bound_at_entry` slots are.
void remove_bound_checks(Assembler& a, uint32_t slots, uint32_t bound_at_entry);

}  // namespace ap
