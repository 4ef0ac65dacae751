// What is assigned to and deleted.
#include "compile/codegen.hpp"

namespace ap {

using K = ast::ExprKind;

void Compiler::assign_to(const ast::Expr* target) {
  Position outer = a().position();
  a().at(target->range);
  switch (target->kind) {
    case K::Name: store(place(ast::as<ast::Name>(target)->id).name); break;
    case K::Attribute: {
      auto* n = ast::as<ast::Attribute>(target);
      note_static_attribute(n);
      expr(n->value);
      a().at(target->range);
      watch(Watch::AttributeWrite, a().name(t_.mangled(n->attr, u_->scope)));
      a().emit(Op::STORE_ATTR, a().name(t_.mangled(n->attr, u_->scope)));
      break;
    }
    case K::Subscript: {
      auto* n = ast::as<ast::Subscript>(target);
      expr(n->value);
      subscript_key(n->slice);
      a().at(target->range);
      watch(Watch::ItemWrite);
      a().emit(Op::STORE_SUBSCR);
      break;
    }
    case K::List:
    case K::Tuple: {
      auto elts = target->kind == K::List ? ast::as<ast::ListExpr>(target)->elts : ast::as<ast::Tuple>(target)->elts;
      size_t star = elts.size();
      for (size_t i = 0; i < elts.size(); ++i)
        if (elts[i]->kind == K::Starred) {
          if (star != elts.size()) {
            fail(target->range, "multiple starred expressions in assignment");
            return;
          }
          star = i;
        }
      if (star == elts.size()) {
        a().emit(Op::UNPACK_SEQUENCE, static_cast<uint32_t>(elts.size()));
      } else {
        if (star > 255) {
          fail(target->range, "too many expressions in star-unpacking assignment");
          return;
        }
        a().emit(Op::UNPACK_EX, static_cast<uint32_t>(star | (elts.size() - star - 1) << 8));
      }
      for (ast::Expr* e : elts) assign_to(e->kind == K::Starred ? ast::as<ast::Starred>(e)->value : e);
      break;
    }
    case K::Starred: fail(target->range, "starred assignment target must be in a list or tuple"); break;
    default: fail(target->range, "cannot assign here");
  }
  a().set_position(outer);
}

void Compiler::delete_target(const ast::Expr* target) {
  a().at(target->range);
  switch (target->kind) {
    case K::Name: remove(place(ast::as<ast::Name>(target)->id).name); break;
    case K::Attribute: {
      auto* n = ast::as<ast::Attribute>(target);
      expr(n->value);
      a().at(target->range);
      a().emit(Op::DELETE_ATTR, a().name(t_.mangled(n->attr, u_->scope)));
      break;
    }
    case K::Subscript: {
      auto* n = ast::as<ast::Subscript>(target);
      expr(n->value);
      subscript_key(n->slice);
      a().at(target->range);
      a().emit(Op::DELETE_SUBSCR);
      break;
    }
    case K::List:
      for (ast::Expr* e : ast::as<ast::ListExpr>(target)->elts) delete_target(e);
      break;
    case K::Tuple:
      for (ast::Expr* e : ast::as<ast::Tuple>(target)->elts) delete_target(e);
      break;
    default: fail(target->range, "cannot delete here");
  }
}

void Compiler::note_static_attribute(const ast::Attribute* n) {
  auto* owner = ast::try_as<ast::Name>(n->value);
  if (!owner || owner->id != "self" || !u_->outer) return;
  for (Unit* u = u_->outer; u; u = u->outer)
    if (u->scope->kind == ScopeKind::Class) {
      Str* name = t_.name(n->attr);
      for (Str* s : u->static_attributes)
        if (s == name) return;
      u->static_attributes.push_back(name);
      return;
    }
}

}  // namespace ap
