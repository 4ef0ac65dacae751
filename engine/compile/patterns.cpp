// The match statement. The subject lies on the stack; captured values are kept below it until the whole pattern has
// matched, so that a failing pattern binds nothing.
#include "compile/codegen.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"

namespace ap {

using P = ast::PatternKind;

bool Compiler::is_wildcard(const ast::Pattern* p) {
  auto* m = ast::try_as<ast::MatchAs>(p);
  return m && !m->pattern && m->name.empty();
}
bool Compiler::is_irrefutable(const ast::Pattern* p) {
  if (auto* m = ast::try_as<ast::MatchAs>(p)) return !m->pattern || is_irrefutable(m->pattern);
  if (auto* m = ast::try_as<ast::MatchOr>(p)) {
    for (auto* x : m->patterns)
      if (is_irrefutable(x)) return true;
  }
  return false;
}

// Label that drops `pops` values and goes on to the next case.
int Compiler::fail_label(PatternContext& c, int pops) {
  while (static_cast<int>(c.fail_pops.size()) <= pops) c.fail_pops.push_back(a().new_label());
  return c.fail_pops[pops];
}

void Compiler::jump_to_fail(PatternContext& c, Op op) {
  a().emit_jump(op, fail_label(c, c.on_top + static_cast<int>(c.stores.size())));
}

// Placed one behind the other, the deepest first: each drops one value and falls through to the next.
void Compiler::emit_fail_labels(PatternContext& c) {
  for (size_t i = c.fail_pops.size(); i-- > 1;) {
    a().place(c.fail_pops[i]);
    a().emit(Op::POP_TOP);
  }
  if (!c.fail_pops.empty()) a().place(c.fail_pops[0]);
}

void Compiler::pattern_capture(Str* name, ast::Range r, PatternContext& c) {
  if (!name) {
    a().emit(Op::POP_TOP);
    return;
  }
  for (Str* s : c.stores)
    if (s == name) {
      fail(r, "multiple assignments to name '" + to_utf8(name) + "' in pattern");
      return;
    }
  // Rotate the value below everything that is on top and the earlier captures.
  int n = c.on_top + static_cast<int>(c.stores.size()) + 1;
  for (int i = n; i > 1; --i) a().emit(Op::SWAP, static_cast<uint32_t>(i));
  c.stores.push_back(name);
}

// A pattern inside another one must be able to fail without ending the whole case.
void Compiler::subpattern(const ast::Pattern* p, PatternContext& c) {
  bool was = c.allow_irrefutable;
  c.allow_irrefutable = true;
  pattern(p, c);
  c.allow_irrefutable = was;
}

void Compiler::pattern(const ast::Pattern* p, PatternContext& c) {
  if (error) return;
  a().at(p->range);
  switch (p->kind) {
    case P::MatchValue:
      if (ast::as<ast::MatchValue>(p)->value->kind == ast::ExprKind::JoinedStr)
        fail(p->range, "patterns may only match literals and attribute lookups");
      expr(ast::as<ast::MatchValue>(p)->value);
      a().at(p->range);
      a().emit(Op::COMPARE, static_cast<uint32_t>(Compare::Eq));
      jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
      break;
    case P::MatchSingleton: {
      auto k = ast::as<ast::MatchSingleton>(p)->value;
      load_const(k == ast::ConstantKind::None ? None : k == ast::ConstantKind::True ? True : False);
      a().emit(Op::IS_OP, 0);
      jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
      break;
    }
    case P::MatchSequence: pattern_sequence(ast::as<ast::MatchSequence>(p), c); break;
    case P::MatchMapping: pattern_mapping(ast::as<ast::MatchMapping>(p), c); break;
    case P::MatchClass: pattern_class(ast::as<ast::MatchClass>(p), c); break;
    case P::MatchStar: {
      auto* m = ast::as<ast::MatchStar>(p);
      pattern_capture(m->name.empty() ? nullptr : place(m->name).name, p->range, c);
      break;
    }
    case P::MatchAs: {
      auto* m = ast::as<ast::MatchAs>(p);
      if (!m->pattern) {
        if (!c.allow_irrefutable) {
          if (m->name.empty())
            fail(p->range, "wildcard makes remaining patterns unreachable");
          else
            fail(p->range, "name capture '" + std::string(m->name) + "' makes remaining patterns unreachable");
          return;
        }
        pattern_capture(m->name.empty() ? nullptr : place(m->name).name, p->range, c);
        break;
      }
      ++c.on_top;
      a().emit(Op::COPY, 1);
      pattern(m->pattern, c);
      --c.on_top;
      pattern_capture(place(m->name).name, p->range, c);
      break;
    }
    case P::MatchOr: pattern_or(ast::as<ast::MatchOr>(p), c); break;
  }
}

void Compiler::pattern_sequence(const ast::MatchSequence* p, PatternContext& c) {
  size_t n = p->patterns.size(), star = n;
  bool star_wildcard = false, only_wildcard = true;
  for (size_t i = 0; i < n; ++i) {
    if (auto* s = ast::try_as<ast::MatchStar>(p->patterns[i])) {
      if (star != n) {
        fail(p->range, "multiple starred names in sequence pattern");
        return;
      }
      star = i;
      star_wildcard = s->name.empty();
      only_wildcard &= star_wildcard;
    } else {
      only_wildcard &= is_wildcard(p->patterns[i]);
    }
  }
  ++c.on_top;
  a().emit(Op::MATCH_SEQUENCE);
  jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
  if (star == n) {
    a().emit(Op::MATCH_LENGTH);
    load_const(Value::from_int(static_cast<int64_t>(n)));
    a().emit(Op::COMPARE, static_cast<uint32_t>(Compare::Eq));
    jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
  } else if (n > 1) {
    a().emit(Op::MATCH_LENGTH);
    load_const(Value::from_int(static_cast<int64_t>(n - 1)));
    a().emit(Op::COMPARE, static_cast<uint32_t>(Compare::Ge));
    jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
  }
  --c.on_top;
  if (only_wildcard) {
    a().emit(Op::POP_TOP);
    return;
  }
  if (star == n) {
    a().emit(Op::UNPACK_SEQUENCE, static_cast<uint32_t>(n));
  } else {
    a().emit(Op::UNPACK_EX, static_cast<uint32_t>(star | (n - star - 1) << 8));
  }
  c.on_top += static_cast<int>(n);
  for (size_t i = 0; i < n; ++i) {
    --c.on_top;
    subpattern(p->patterns[i], c);
  }
}

void Compiler::pattern_mapping(const ast::MatchMapping* p, PatternContext& c) {
  size_t n = p->keys.size();
  ++c.on_top;
  a().emit(Op::MATCH_MAPPING);
  jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
  if (n) {
    a().emit(Op::MATCH_LENGTH);
    load_const(Value::from_int(static_cast<int64_t>(n)));
    a().emit(Op::COMPARE, static_cast<uint32_t>(Compare::Ge));
    jump_to_fail(c, Op::POP_JUMP_IF_FALSE);
  } else if (p->rest.empty()) {
    --c.on_top;
    a().emit(Op::POP_TOP);
    return;
  }
  Ref<Set> seen = new_set();
  for (ast::Expr* k : p->keys) {
    if (Var v = constant_value(k)) {
      if (set_contains(seen.get(), v) == Tri::True) {
        fail(p->range, "mapping pattern checks duplicate key (" + to_utf8(repr(v).get()) + ")");
        return;
      }
      set_add(seen.get(), v);
    }
    expr(k);
  }
  a().at(p->range);
  a().emit(Op::BUILD_TUPLE, static_cast<uint32_t>(n));
  a().emit(Op::MATCH_KEYS);              // subject, keys, values or None
  ++c.on_top;
  ++c.on_top;
  a().emit(Op::COPY, 1);
  {
    // None: no match
    int matched = a().new_label();
    a().emit_jump(Op::POP_JUMP_IF_NOT_NONE, matched);
    jump_to_fail(c, Op::JUMP);
    a().place(matched);
  }
  a().emit(Op::UNPACK_SEQUENCE, static_cast<uint32_t>(n));
  --c.on_top;                            // values are gone: subject, keys below the n values
  c.on_top += static_cast<int>(n);
  for (ast::Pattern* x : p->patterns) {
    --c.on_top;
    subpattern(x, c);
  }
  c.on_top -= 2;
  a().at(p->range);
  if (!p->rest.empty()) {
    a().emit(Op::DICT_WITHOUT_KEYS);
    pattern_capture(place(p->rest).name, p->range, c);
  } else {
    a().emit(Op::POP_TOP);
    a().emit(Op::POP_TOP);
  }
}

void Compiler::pattern_class(const ast::MatchClass* p, PatternContext& c) {
  size_t n = p->patterns.size() + p->kwd_patterns.size();
  for (size_t i = 0; i < p->kwd_attrs.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (p->kwd_attrs[i] == p->kwd_attrs[j]) {
        fail(p->kwd_patterns[i]->range, "attribute name repeated in class pattern: " + std::string(p->kwd_attrs[i]));
        return;
      }
  expr(p->cls);
  Ref<Tuple> names = new_tuple(p->kwd_attrs.size());
  for (size_t i = 0; i < p->kwd_attrs.size(); ++i)
    names->items()[i] = Var(Value(t_.name(p->kwd_attrs[i]))).release();
  load_const(names);
  a().at(p->range);
  a().emit(Op::MATCH_CLASS, static_cast<uint32_t>(p->patterns.size()));
  ++c.on_top;
  a().emit(Op::COPY, 1);
  int matched = a().new_label();
  a().emit_jump(Op::POP_JUMP_IF_NOT_NONE, matched);
  jump_to_fail(c, Op::JUMP);
  a().place(matched);
  --c.on_top;
  a().emit(Op::UNPACK_SEQUENCE, static_cast<uint32_t>(n));
  c.on_top += static_cast<int>(n);
  for (size_t i = 0; i < n; ++i) {
    --c.on_top;
    subpattern(i < p->patterns.size() ? p->patterns[i] : p->kwd_patterns[i - p->patterns.size()], c);
  }
}

void Compiler::pattern_or(const ast::MatchOr* p, PatternContext& c) {
  int end = a().new_label();
  size_t n = p->patterns.size();
  std::vector<Str*> control;
  int depth = a().depth();
  for (size_t i = 0; i < n; ++i) {
    PatternContext alt;
    alt.allow_irrefutable = i + 1 == n && c.allow_irrefutable;
    alt.on_top = 0;
    a().set_depth(depth);
    a().emit(Op::COPY, 1);
    pattern(p->patterns[i], alt);
    if (error) return;
    if (i == 0) {
      control = alt.stores;
    } else {
      if (alt.stores.size() != control.size()) {
        fail(p->range, "alternative patterns bind different names");
        return;
      }
      // Bring the captures into the order of the first alternative.
      for (size_t want = control.size(); want-- > 0;) {
        size_t have = 0;
        while (have < alt.stores.size() && alt.stores[have] != control[want]) ++have;
        if (have == alt.stores.size()) {
          fail(p->range, "alternative patterns bind different names");
          return;
        }
        if (have != want) {
          // The captures lie above the subject, the first on top. Exchange two of them through the top.
          size_t x = have + 1, y = want + 1;
          if (y == 1) std::swap(x, y);
          a().emit(Op::SWAP, static_cast<uint32_t>(x));
          a().emit(Op::SWAP, static_cast<uint32_t>(y));
          a().emit(Op::SWAP, static_cast<uint32_t>(x));
          std::swap(alt.stores[have], alt.stores[want]);
        }
      }
    }
    a().emit_jump(Op::JUMP, end);
    emit_fail_labels(alt);
  }
  // Nothing matched.
  a().set_depth(depth);
  a().emit(Op::POP_TOP);
  jump_to_fail(c, Op::JUMP);
  a().place(end);
  // subject, captures: each capture goes below what the outer pattern has on the stack; then the subject is on top.
  size_t k = control.size();
  a().set_depth(depth + static_cast<int>(k));
  int rotation = static_cast<int>(k + 1 + c.stores.size()) + c.on_top;
  for (Str* name : control) {
    for (int i = rotation; i > 1; --i) a().emit(Op::SWAP, static_cast<uint32_t>(i));
    for (Str* other : c.stores)
      if (other == name) {
        fail(p->range, "multiple assignments to name '" + to_utf8(name) + "' in pattern");
        return;
      }
    c.stores.push_back(name);
  }
  a().emit(Op::POP_TOP);
}

void Compiler::match_stmt(const ast::Match* s) {
  expr(s->subject);
  int end = a().new_label();
  size_t n = s->cases.size();
  int depth = a().depth();
  for (size_t i = 0; i < n; ++i) {
    auto* k = s->cases[i];
    bool last = i + 1 == n;
    a().set_depth(depth);
    a().at(k->pattern->range);
    last_line_event_ = -1;
    line_event(k->pattern->range);
    a().emit(Op::COPY, 1);
    PatternContext c;
    c.allow_irrefutable = k->guard || last;
    pattern(k->pattern, c);
    if (error) return;
    for (Str* name : c.stores) store(name);
    if (k->guard) {
      c.stores.clear();
      c.on_top = 0;
      jump_if(k->guard, fail_label(c, 0), false);
    }
    a().at(k->pattern->range);
    a().emit(Op::POP_TOP);  // the subject
    body(k->body);
    if (a().reachable()) a().emit_jump(Op::JUMP, end);
    a().set_depth(depth);
    emit_fail_labels(c);
  }
  a().set_depth(depth);
  if (a().reachable()) a().emit(Op::POP_TOP);
  a().set_depth(depth - 1);
  a().place(end);
}

}  // namespace ap
