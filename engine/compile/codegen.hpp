// The code generator: walks the tree with the symbol table at hand and fills one Assembler a function.
#pragma once


#include "compile/assembler.hpp"
#include "compile/compile.hpp"
#include "compile/symbol_table.hpp"

namespace ap {

// A construct that `return`, `break` and `continue` have to leave properly.
struct Block {
  enum Kind : uint8_t {
    WhileLoop,      // nothing on the stack
    ForLoop,        // the iterator on the stack
    Try,            // only a region
    Finally,        // a region, and a body to be run on the way out
    Handler,        // previous exception on the stack: POP_EXCEPT
    NamedHandler,   // likewise, and the name is unbound
    With, AsyncWith,  // __exit__ on the stack
    FinallyEnd,     // running a finally body for an exception: prev, exc on the stack
    Pop,            // some values on the stack, dropped
  } kind;
  int continue_label = -1, break_label = -1;
  int region = -1;
  const ast::Body* final_body = nullptr;
  Str* name = nullptr;
  ast::Range range;
  int values = 0;
  bool star = false;  // the body of an except*, which may not be left early
};

// Free variables' slots while their function is being compiled; they move behind the locals at its end.
inline constexpr uint32_t kFreeBase = 1u << 20;

// One function, class body or module being compiled.
struct Unit {
  Unit* outer;
  Scope* scope;
  Assembler code;
  std::vector<Block> blocks;
  std::vector<Scope*> inlined;      // comprehensions running in this frame, innermost last
  std::vector<Str*> slot_names;
  std::vector<uint8_t> slot_kinds;
  std::unordered_map<Str*, int> slots;
  Str* qualname = nullptr;
  std::vector<std::pair<const ast::AnnAssign*, Str*>> annotations;  // of class and module bodies
  std::vector<Str*> static_attributes;
  uint32_t flags = 0;
};

BinaryOp binary_op(ast::BinaryOperator op);
// The operation on two constants; Empty without an error: it has to wait until the program runs.
Var fold(Value left, Value right, BinaryOp op);

class Compiler {
 public:
  Compiler(Arena& arena, std::string_view source, const CompileOptions& options, SymbolTable& table)
      : arena_(arena), source_(source), options_(options), t_(table) {}
  Ref<Code> module(const ast::Module& m);
  Ref<Code> expression(const ast::Expr* e);
  ast::SyntaxError* error = nullptr;
  bool (*is_known_module)(std::string_view) = nullptr;  // set: `uses` are noted
  std::vector<LibraryUse> uses;
  struct AttributeLoad {
    std::string_view name;
    ast::Range range;
    unsigned count;  // times, in different places
  };
  std::vector<AttributeLoad> attribute_loads;  // of names that neither the engine nor the program has used before

 private:
  // names.cpp
  struct Place {
    Binding binding;
    int slot;
    Str* name;
  };
  Place place(std::string_view id);
  Place place(Str* name);
  void load(Str* name);
  void store(Str* name);
  void remove(Str* name);
  int new_slot(Str* name, uint8_t kind);

  // expressions.cpp
  void expr(const ast::Expr* e);
  void binary_chain(const ast::BinOp* outermost);
  void exprs(ast::List<ast::Expr*> list);
  void constant(const ast::Constant* c);
  Var constant_value(const ast::Expr* e);  // Empty (and no error): not a constant
  void load_const(Value v);
  void load_const_steal(Var v);
  void load_str(std::string_view s);
  void display(ast::List<ast::Expr*> elts, Op build, Op add, Op extend);
  void dict_display(const ast::Dict* d);
  void compare(const ast::Compare* c);
  void call(const ast::Call* c);
  void call_arguments(ast::List<ast::Expr*> args, ast::List<ast::Keyword*> keywords, int pushed);
  void call_with_stars(ast::List<ast::Expr*> args, ast::List<ast::Keyword*> keywords, const std::vector<Str*>& pushed);
  void joined(const ast::JoinedStr* j);
  void formatted(const ast::FormattedValue* v);
  void subscript_key(const ast::Expr* slice);
  // Jumps to `target` when the truth of e is `when`; falls through otherwise.
  void jump_if(const ast::Expr* e, int target, bool when);
  void assign_to(const ast::Expr* target);
  void delete_target(const ast::Expr* target);
  void await_value();

  // beliefs.cpp: what is compiled otherwise under a wrong belief
  bool believes_here(Beliefs any) const;
  void believe(Believe what, bool await = true);
  void believed_load(Place p);
  void believed_store(Place p);
  void believed_statement_value(const ast::Expr* value);
  bool believed_run_of_awaits(ast::Body b, size_t* at);
  bool believed_for(const ast::For* s);

  // comprehensions.cpp
  void comprehension(const ast::Expr* node, ast::List<ast::Comprehension*> generators, const ast::Expr* elt,
                     const ast::Expr* value, Op build, Op add);
  void comprehension_loops(ast::List<ast::Comprehension*> generators, size_t i, const ast::Expr* elt, const ast::Expr* value,
                           Op add, int depth);

  // functions.cpp
  void enter(Scope* scope, std::string_view qualname_part);
  Ref<Code> leave(int first_line);
  void function(const ast::FunctionDef* f);
  void function_object(const ast::FunctionDef* f, uint32_t flags, int first_line);
  std::string source_text(const ast::Expr* e);
  size_t offset_of(uint32_t line, uint32_t col);
  Var make_docstring(std::string_view text);
  void lambda(const ast::Lambda* l);
  uint32_t push_defaults(const ast::Arguments* a);
  bool annotations_function(const ast::FunctionDef* f);
  void body_annotations(Scope* key_scope, const void* key);
  void make_closure(const Code* code, Scope* scope, uint32_t flags);
  void class_def(const ast::ClassDef* c);
  void push_type_params(ast::List<ast::TypeParam*> params);
  void type_alias(const ast::TypeAlias* a);
  void decorators_begin(ast::List<ast::Expr*> list);
  void decorators_end(ast::List<ast::Expr*> list);
  void note_static_attribute(const ast::Attribute* a);

  // statements.cpp
  void body(ast::Body b);
  void stmt(const ast::Stmt* s);
  void if_stmt(const ast::If* s);
  void for_stmt(const ast::For* s);
  void async_for(const ast::For* s);
  void while_stmt(const ast::While* s);
  bool leaves_star(ast::Range range, size_t from);
  void return_stmt(const ast::Return* s);
  void leave_loop(const ast::Stmt* s, bool is_break);
  void import_stmt(const ast::Import* s);
  void import_from(const ast::ImportFrom* s);
  void assert_stmt(const ast::Assert* s);
  void aug_assign(const ast::AugAssign* s);
  void ann_assign(const ast::AnnAssign* s);
  void line_event(ast::Range r);
  // A line that the run comes back to: the head of a loop, a `with` at its end.
  void line_again(ast::Range r);
  // For `watch`: the value of this variable or attribute is only looked at.
  void expr_looked_at(const ast::Expr* e);
  void watch_value() { watch(looking_ ? Watch::ValueRead : Watch::Value); }
  void watch(Watch what, uint32_t operand = 0) {
    if (options_.watch) [[unlikely]] a().emit(Op::WATCH, static_cast<uint32_t>(what) | operand << 8);
  }

  // exceptions.cpp
  void try_stmt(const ast::Try* s);
  void try_except(const ast::Try* s);
  void try_except_star(const ast::Try* s);
  void try_finally(const ast::Try* s);
  void with_stmt(const ast::With* s, size_t item);
  // Emits what leaving block `i` needs; with_value: the value to return lies on top.
  void unwind_block(size_t i, bool with_value);
  void unwind_to(size_t keep, bool with_value);
  void resume_regions();
  void cleanup_handler(int depth);

  // unsupported.cpp
  void note_import(std::string_view name, std::string_view module);
  std::string library_module(const ast::Expr* e);  // the module that the expression surely is, or nothing
  void note_use(std::string module, std::string_view name, ast::Range r);
  void note_attribute(const ast::Attribute* a);
  void note_free_name(std::string_view id, ast::Range r);
  std::unordered_map<std::string, std::string> library_;  // global names of imported modules
  int expects_missing_ = 0;                               // inside `try: ... except ImportError` and the like

  // patterns.cpp
  struct PatternContext {
    std::vector<Str*> stores;   // names captured; their values lie above the subject, the first one on top
    std::vector<int> fail_pops; // labels: fail_pops[n] pops n values and goes on to the next case
    int on_top = 0;             // values above the captured ones
    bool allow_irrefutable = false;
  };
  void match_stmt(const ast::Match* s);
  void pattern(const ast::Pattern* p, PatternContext& c);
  void pattern_sequence(const ast::MatchSequence* p, PatternContext& c);
  void pattern_mapping(const ast::MatchMapping* p, PatternContext& c);
  void pattern_class(const ast::MatchClass* p, PatternContext& c);
  void pattern_or(const ast::MatchOr* p, PatternContext& c);
  void pattern_capture(Str* name, ast::Range r, PatternContext& c);
  void subpattern(const ast::Pattern* p, PatternContext& c);
  int fail_label(PatternContext& c, int pops);
  void jump_to_fail(PatternContext& c, Op op);
  void emit_fail_labels(PatternContext& c);
  static bool is_wildcard(const ast::Pattern* p);
  static bool is_irrefutable(const ast::Pattern* p);

  bool fail(ast::Range r, std::string message);
  Assembler& a() { return u_->code; }

  Arena& arena_;
  std::string_view source_;
  const CompileOptions& options_;
  SymbolTable& t_;
  Unit* u_ = nullptr;
  Ref<Str> filename_;
  int nesting_ = 0;
  bool looking_ = false, arguments_looked_at_ = false;
  int last_line_event_ = -1;
  int generic_holder_ = -1;  // slot of the type parameters of the class being made
  std::vector<size_t> line_starts_;
  std::vector<int> suspended_;
  bool future_allowed_ = true;
  friend CompileResult compile_module(std::string_view, Arena&, const CompileOptions&, bool (*)(std::string_view));
  friend CompileResult compile_source(std::string_view, Arena&, const CompileOptions&, int);
};

}  // namespace ap
