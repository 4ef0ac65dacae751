// try, except*, finally, with: regions of code whose exceptions go to a handler.
#include "compile/codegen.hpp"
#include "compile/unsupported.hpp"

namespace ap {

// At a handler the stack is cut to the region's depth and the exception pushed. PUSH_EXC_INFO then keeps the exception
// that was being handled before. Whatever is raised inside the handler must put that one back before it goes on:
// the cleanup handler does, with the stack [..., previous, new exception].
void Compiler::cleanup_handler(int depth) {
  // depth: values below `previous`.
  a().set_depth(depth + 2);
  a().emit(Op::SWAP, 2);
  a().emit(Op::POP_EXCEPT);
  a().emit(Op::RERAISE);
}

void Compiler::unwind_block(size_t i, bool with_value) {
  Block block = u_->blocks[i];
  switch (block.kind) {
    case Block::WhileLoop: break;
    case Block::ForLoop:
      if (with_value) a().emit(Op::SWAP, 2);
      a().emit(Op::POP_TOP);
      break;
    case Block::Pop:
      for (int k = 0; k < block.values; ++k) {
        if (with_value) a().emit(Op::SWAP, 2);
        a().emit(Op::POP_TOP);
      }
      break;
    case Block::Try: break;
    case Block::Finally: {
      // The body runs here, outside its own region, with the value to return kept below what it does.
      auto blocks = u_->blocks;
      u_->blocks.resize(i);
      if (with_value) u_->blocks.push_back({.kind = Block::Pop, .values = 1});
      body(*block.final_body);
      u_->blocks = blocks;
      break;
    }
    case Block::Handler:
    case Block::NamedHandler:
      if (with_value) a().emit(Op::SWAP, 2);
      a().emit(Op::POP_EXCEPT);
      if (block.kind == Block::NamedHandler) {
        load_const(None);
        store(block.name);
        remove(block.name);
      }
      break;
    case Block::FinallyEnd:
      // previous, exception (and the value)
      if (with_value) a().emit(Op::SWAP, 2);
      a().emit(Op::POP_TOP);
      if (with_value) a().emit(Op::SWAP, 2);
      a().emit(Op::POP_EXCEPT);
      break;
    case Block::With:
    case Block::AsyncWith:
      a().at(block.range);
      line_again(block.range);
      if (with_value) a().emit(Op::SWAP, 2);
      a().emit(Op::WITH_EXIT);
      if (block.kind == Block::AsyncWith) {
        a().emit(Op::GET_AWAITABLE, 2);
        a().emit(Op::AWAIT);
      }
      a().emit(Op::POP_TOP);
      break;
  }
}

void Compiler::unwind_to(size_t keep, bool with_value) {
  size_t n = u_->blocks.size();
  std::vector<int> suspended;
  for (size_t i = n; i-- > keep;) {
    int region = u_->blocks[i].region;
    if (region >= 0 && a().regions[region].open >= 0) {
      a().suspend_region(region);
      suspended.push_back(region);
    }
    unwind_block(i, with_value);
    if (error) return;
  }
  suspended_ = std::move(suspended);
}

// After the jump or return that unwind_to() was for: what follows stands inside the regions again.
void Compiler::resume_regions() {
  for (size_t i = suspended_.size(); i-- > 0;) a().resume_region(suspended_[i]);
  suspended_.clear();
}

void Compiler::try_stmt(const ast::Try* s) {
  if (++nesting_ > 20) {
    fail(s->range, "too many statically nested blocks");
    return;
  }
  if (!s->finalbody.empty())
    try_finally(s);
  else if (s->is_star)
    try_except_star(s);
  else
    try_except(s);
  --nesting_;
}

void Compiler::try_finally(const ast::Try* s) {
  int handler = a().new_label(), end = a().new_label();
  int depth = a().depth();
  int region = a().open_region(handler, static_cast<uint32_t>(depth));
  u_->blocks.push_back({.kind = Block::Finally, .region = region, .final_body = &s->finalbody});
  if (s->handlers.empty())
    body(s->body);
  else if (s->is_star)
    try_except_star(s);
  else
    try_except(s);
  u_->blocks.pop_back();
  a().close_region(region);
  if (a().reachable()) {
    body(s->finalbody);
    a().emit_jump(Op::JUMP, end);
  }
  // An exception: run the body, then go on with it.
  a().at(s->range);
  a().place_handler(handler, depth);
  int cleanup = a().new_label();
  a().emit(Op::PUSH_EXC_INFO);
  int inner = a().open_region(cleanup, static_cast<uint32_t>(depth) + 1);
  u_->blocks.push_back({.kind = Block::FinallyEnd, .region = inner});
  last_line_event_ = -1;
  body(s->finalbody);
  u_->blocks.pop_back();
  if (a().reachable()) a().emit(Op::RERAISE);
  a().close_region(inner);
  a().place_handler(cleanup, depth + 1);
  cleanup_handler(depth);
  a().place(end);
}

void Compiler::try_except(const ast::Try* s) {
  int handler = a().new_label(), end = a().new_label(), cleanup = a().new_label();
  int depth = a().depth();
  int region = a().open_region(handler, static_cast<uint32_t>(depth));
  u_->blocks.push_back({.kind = Block::Try, .region = region});
  bool expects = catches_missing(s);
  expects_missing_ += expects;
  body(s->body);
  expects_missing_ -= expects;
  u_->blocks.pop_back();
  a().close_region(region);
  if (a().reachable()) {
    body(s->orelse);
    if (a().reachable()) a().emit_jump(Op::JUMP, end);
  }
  a().place_handler(handler, depth);
  int inner = a().open_region(cleanup, static_cast<uint32_t>(depth) + 1);
  a().emit(Op::PUSH_EXC_INFO);
  bool bare = false;
  for (auto* h : s->handlers) {
    int next = a().new_label();
    a().at(h->range);
    last_line_event_ = -1;
    line_event(h->range);
    if (!h->type && h != s->handlers.back()) {
      fail(h->range, "default 'except:' must be last");
      return;
    }
    if (h->type) {
      if (bare) break;
      expr(h->type);
      a().at(h->type->range);
      a().emit(Op::CHECK_EXC_MATCH);
      a().emit_jump(Op::POP_JUMP_IF_FALSE, next);
    } else {
      bare = true;
    }
    if (h->name.empty()) {
      a().emit(Op::POP_TOP);
      u_->blocks.push_back({.kind = Block::Handler, .region = inner});
      body(h->body);
      u_->blocks.pop_back();
      if (a().reachable()) {
        a().emit(Op::POP_EXCEPT);
        a().emit_jump(Op::JUMP, end);
      }
    } else {
      // except E as name: the name goes at the end, whatever happens.
      Str* name = place(h->name).name;
      store(name);
      int unbind = a().new_label();
      int named = a().open_region(unbind, static_cast<uint32_t>(depth) + 1);
      u_->blocks.push_back({.kind = Block::NamedHandler, .region = inner, .name = name});
      u_->blocks.push_back({.kind = Block::Try, .region = named});
      body(h->body);
      u_->blocks.pop_back();
      u_->blocks.pop_back();
      a().close_region(named);
      if (a().reachable()) {
        a().emit(Op::POP_EXCEPT);
        load_const(None);
        store(name);
        remove(name);
        a().emit_jump(Op::JUMP, end);
      }
      a().place_handler(unbind, depth + 1);
      load_const(None);
      store(name);
      remove(name);
      a().emit(Op::RERAISE);
    }
    a().set_depth(depth + 2);
    a().place(next);
  }
  if (a().reachable()) a().emit(Op::RERAISE);
  a().close_region(inner);
  a().place_handler(cleanup, depth + 1);
  cleanup_handler(depth);
  a().set_depth(depth);
  a().place(end);
}

// except*: each handler takes its part of the group; what is raised in the handlers and what nobody took goes on together.
//   stack inside: previous, original, results (list), rest
void Compiler::try_except_star(const ast::Try* s) {
  int handler = a().new_label(), end = a().new_label(), cleanup = a().new_label();
  int depth = a().depth();
  int region = a().open_region(handler, static_cast<uint32_t>(depth));
  u_->blocks.push_back({.kind = Block::Try, .region = region});
  body(s->body);
  u_->blocks.pop_back();
  a().close_region(region);
  if (a().reachable()) {
    body(s->orelse);
    if (a().reachable()) a().emit_jump(Op::JUMP, end);
  }
  a().at(s->range);
  a().place_handler(handler, depth);
  int inner = a().open_region(cleanup, static_cast<uint32_t>(depth) + 1);
  a().emit(Op::PUSH_EXC_INFO);     // previous, original
  a().emit(Op::COPY, 1);           // previous, original, rest
  a().emit(Op::BUILD_LIST, 0);
  a().emit(Op::SWAP, 2);           // previous, original, results, rest
  for (size_t i = 0; i < s->handlers.size(); ++i) {
    auto* h = s->handlers[i];
    int no_match = a().new_label(), next = a().new_label(), raised = a().new_label();
    a().at(h->range);
    last_line_event_ = -1;
    line_event(h->range);
    expr(h->type);
    a().at(h->type->range);
    a().emit(Op::CHECK_EG_MATCH);  // ..., results, rest, match
    a().emit(Op::COPY, 1);
    a().emit_jump(Op::POP_JUMP_IF_NONE, no_match);
    Str* name = h->name.empty() ? nullptr : place(h->name).name;
    if (name)
      store(name);
    else
      a().emit(Op::POP_TOP);       // previous, original, results, rest
    int handler_region = a().open_region(raised, static_cast<uint32_t>(depth) + 4);
    u_->blocks.push_back({.kind = Block::Handler, .region = inner});
    u_->blocks.push_back({.kind = Block::Pop, .region = handler_region, .values = 3, .star = true});
    body(h->body);
    u_->blocks.pop_back();
    u_->blocks.pop_back();
    a().close_region(handler_region);
    if (a().reachable()) {
      if (name) {
        load_const(None);
        store(name);
        remove(name);
      }
      a().emit_jump(Op::JUMP, next);
    }
    a().place_handler(raised, depth + 4);   // previous, original, results, rest, raised
    if (name) {
      load_const(None);
      store(name);
      remove(name);
    }
    a().emit(Op::LIST_APPEND, 2);           // to results, below rest
    a().emit_jump(Op::JUMP, next);
    a().set_depth(depth + 5);
    a().place(no_match);
    a().emit(Op::POP_TOP);
    a().place(next);
  }
  // previous, original, results, rest
  a().at(s->range);
  a().emit(Op::LIST_APPEND, 1);             // previous, original, results
  a().emit(Op::PREP_RERAISE_STAR);          // previous, exception or None
  int reraise = a().new_label();
  a().emit(Op::COPY, 1);
  a().emit_jump(Op::POP_JUMP_IF_NOT_NONE, reraise);
  a().emit(Op::POP_TOP);
  a().emit(Op::POP_EXCEPT);
  a().emit_jump(Op::JUMP, end);
  a().set_depth(depth + 2);
  a().place(reraise);
  a().emit(Op::SWAP, 2);
  a().emit(Op::POP_EXCEPT);
  a().close_region(inner);
  a().emit(Op::RERAISE);
  a().place_handler(cleanup, depth + 1);
  cleanup_handler(depth);
  a().set_depth(depth);
  a().place(end);
}

void Compiler::with_stmt(const ast::With* s, size_t item) {
  auto* i = s->items[item];
  if (++nesting_ > 20) {
    fail(s->range, "too many statically nested blocks");
    return;
  }
  int handler = a().new_label(), end = a().new_label(), cleanup = a().new_label(), suppressed = a().new_label();
  int depth = a().depth();
  expr(i->context_expr);
  a().at(i->context_expr->range);
  if (s->is_async) {
    a().emit(Op::ASYNC_WITH_ENTER);
    a().emit(Op::GET_AWAITABLE, 1);
    a().emit(Op::AWAIT);
  } else {
    a().emit(Op::WITH_ENTER);
  }
  int region = a().open_region(handler, static_cast<uint32_t>(depth) + 1);
  u_->blocks.push_back({.kind = s->is_async ? Block::AsyncWith : Block::With, .region = region, .range = i->context_expr->range});
  if (i->optional_vars)
    assign_to(i->optional_vars);
  else
    a().emit(Op::POP_TOP);
  if (item + 1 < s->items.size())
    with_stmt(s, item + 1);
  else
    body(s->body);
  u_->blocks.pop_back();
  a().close_region(region);
  a().at(i->context_expr->range);
  if (a().reachable()) {
    line_again(i->context_expr->range);
    a().emit(Op::WITH_EXIT);
    if (s->is_async) {
      a().emit(Op::GET_AWAITABLE, 2);
      a().emit(Op::AWAIT);
    }
    a().emit(Op::POP_TOP);
    a().emit_jump(Op::JUMP, end);
  }
  a().place_handler(handler, depth + 1);  // exit, exception
  int inner = a().open_region(cleanup, static_cast<uint32_t>(depth) + 2);
  a().emit(Op::PUSH_EXC_INFO);            // exit, previous, exception
  line_again(i->context_expr->range);
  a().emit(Op::WITH_EXCEPT);
  if (s->is_async) {
    a().emit(Op::GET_AWAITABLE, 2);
    a().emit(Op::AWAIT);
  }
  a().emit_jump(Op::POP_JUMP_IF_TRUE, suppressed);
  a().emit(Op::RERAISE);
  a().close_region(inner);
  a().place_handler(cleanup, depth + 2);
  cleanup_handler(depth + 1);
  a().set_depth(depth + 3);
  a().place(suppressed);
  a().emit(Op::POP_TOP);
  a().emit(Op::POP_EXCEPT);
  a().emit(Op::POP_TOP);
  a().place(end);
  --nesting_;
}

}  // namespace ap
