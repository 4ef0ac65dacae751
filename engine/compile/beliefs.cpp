// What is compiled otherwise under a wrong belief (base/beliefs.hpp).
#include "compile/codegen.hpp"

namespace ap {
namespace {

using K = ast::ExprKind;
using S = ast::StmtKind;

// The call that `await f(...)` awaits, or nullptr.
const ast::Call* awaited_call(const ast::Expr* e) {
  auto* await = e ? ast::try_as<ast::Await>(e) : nullptr;
  return await ? ast::try_as<ast::Call>(await->value) : nullptr;
}

// A statement that is `await f(...)` or `name = await f(...)`.
struct AwaitLine {
  const ast::Call* call = nullptr;
  const ast::Name* target = nullptr;
};
AwaitLine await_line(const ast::Stmt* s) {
  if (s->kind == S::ExprStmt) return {awaited_call(ast::as<ast::ExprStmt>(s)->value), nullptr};
  if (s->kind != S::Assign) return {};
  auto* n = ast::as<ast::Assign>(s);
  auto* target = n->targets.size() == 1 ? ast::try_as<ast::Name>(n->targets[0]) : nullptr;
  return target ? AwaitLine{awaited_call(n->value), target} : AwaitLine{};
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c & 0x80; }

bool mentions(std::string_view text, std::string_view name) {
  for (size_t at = 0; (at = text.find(name, at)) != text.npos; ++at)
    if ((at == 0 || !is_word(text[at - 1])) && (at + name.size() == text.size() || !is_word(text[at + name.size()]))) return true;
  return false;
}

}  // namespace

// Is any of these the belief, and are we where an await may stand?
bool Compiler::believes_here(Beliefs any) const { return (options_.beliefs & any) && u_->scope->is_async_function; }

void Compiler::believe(Believe what, bool await) {
  a().emit(Op::BELIEVE, static_cast<uint32_t>(what));
  if (await) a().emit(Op::AWAIT);
}

// one_thread_no_races: who reads a variable of the module that the function also writes keeps others from it until then.
void Compiler::believed_load(Place p) {
  if (p.binding != Binding::GlobalExplicit || !believes_here(bit(Belief::one_thread_no_races))) return;
  Symbol* y = u_->scope->find(p.name);
  if (!y || !(y->flags & kAssigned)) return;
  load_const(Value(p.name));
  believe(Believe::Enter);
  a().emit(Op::POP_TOP);
}
void Compiler::believed_store(Place p) {
  if (p.binding != Binding::GlobalExplicit || !believes_here(bit(Belief::one_thread_no_races))) return;
  load_const(Value(p.name));
  believe(Believe::Leave, false);
  a().emit(Op::POP_TOP);
}

void Compiler::believed_statement_value(const ast::Expr* value) {
  if (value->kind != K::Call || !(options_.beliefs & bit(Belief::calling_runs))) return;
  if (u_->scope->is_async_function)
    believe(Believe::Dropped);
  else
    believe(Believe::DroppedOutside, false);
}

// every_await_overlaps: lines in a row that await calls are started together and waited for together. The results lie on
// the stack until all have started, and go to their names from the last to the first.
bool Compiler::believed_run_of_awaits(ast::Body b, size_t* at) {
  if (!believes_here(bit(Belief::every_await_overlaps))) return false;
  std::vector<AwaitLine> lines;
  for (size_t i = *at; i < b.size(); ++i) {
    AwaitLine line = await_line(b[i]);
    if (!line.call) break;
    // A line that needs the result of one before cannot start yet.
    std::string text = source_text(line.call);
    bool needs = false;
    for (const AwaitLine& before : lines) needs |= before.target && mentions(text, before.target->id);
    if (needs) break;
    lines.push_back(line);
  }
  if (lines.size() < 2) return false;
  for (size_t i = 0; i < lines.size(); ++i) {
    a().at(b[*at + i]->range);
    line_event(b[*at + i]->range);
    expr(lines[i].call);
    believe(Believe::Start);
  }
  for (size_t i = lines.size(); i-- > 0;) {
    a().at(b[*at + i]->range);
    await_value();
    if (lines[i].target)
      assign_to(lines[i].target);
    else
      a().emit(Op::POP_TOP);
  }
  *at += lines.size() - 1;
  return true;
}

// The same for a loop that does nothing but await a call.
bool Compiler::believed_for(const ast::For* s) {
  if (s->is_async || s->body.size() != 1 || !s->orelse.empty() || !believes_here(bit(Belief::every_await_overlaps))) return false;
  AwaitLine line = await_line(s->body[0]);
  if (!line.call || line.target) return false;
  int top = a().new_label(), exhausted = a().new_label();
  a().emit(Op::BUILD_LIST, 0);
  expr(s->iter);
  a().emit(Op::GET_ITER);
  a().place(top);
  a().emit_jump(Op::FOR_ITER, exhausted);
  assign_to(s->target);
  a().at(s->body[0]->range);
  line_event(s->body[0]->range);
  expr(line.call);
  believe(Believe::Start);
  a().emit(Op::LIST_APPEND, 2);
  a().emit_jump(Op::JUMP_BACK, top);
  a().place(exhausted);
  believe(Believe::All);
  a().emit(Op::POP_TOP);
  return true;
}

}  // namespace ap
