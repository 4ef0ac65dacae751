// Loading, storing and deleting variables.
#include "compile/codegen.hpp"

namespace ap {

int Compiler::new_slot(Str* name, uint8_t kind) {
  u_->slot_names.push_back(name);
  u_->slot_kinds.push_back(kind);
  return static_cast<int>(u_->slot_names.size()) - 1;
}

Compiler::Place Compiler::place(std::string_view id) { return place(t_.mangled(id, u_->inlined.empty() ? u_->scope : u_->inlined.back())); }

Compiler::Place Compiler::place(Str* name) {
  for (size_t i = u_->inlined.size(); i-- > 0;) {
    Symbol* y = u_->inlined[i]->find(name);
    if (y && y->bound()) return {Binding::Local, y->slot, name};
  }
  Symbol* y = u_->scope->find(name);
  if (!y) {
    // A name the compiler itself uses.
    return {u_->scope->kind == ScopeKind::Module || u_->scope->kind == ScopeKind::Class ? Binding::Name : Binding::GlobalImplicit,
            -1, name};
  }
  return {y->binding, y->slot, name};
}

void Compiler::load(Str* name) {
  Place p = place(name);
  if (options_.beliefs) [[unlikely]] believed_load(p);
  bool in_class = u_->scope->kind == ScopeKind::Class;
  bool sees_class = u_->scope->sees_class;
  switch (p.binding) {
    case Binding::Local:
      a().emit(Op::LOAD_FAST_CHECK, p.slot);
      watch(Watch::LocalRead, static_cast<uint32_t>(p.slot));
      watch_value();
      break;
    case Binding::Cell:
      a().emit(Op::LOAD_DEREF, p.slot);
      watch(Watch::CellRead, static_cast<uint32_t>(p.slot));
      watch_value();
      break;
    case Binding::Free:
      if (in_class) {
        a().emit(Op::LOAD_CLASS_DEREF, p.slot);
      } else if (sees_class && name != t_.name("__classdict__")) {
        a().emit(Op::LOAD_DEREF, place(t_.name("__classdict__")).slot);
        a().emit(Op::LOAD_FROM_DICT_OR_DEREF, p.slot);
      } else {
        a().emit(Op::LOAD_DEREF, p.slot);
        watch(Watch::CellRead, static_cast<uint32_t>(p.slot));
        watch_value();
      }
      break;
    case Binding::Name: a().emit(Op::LOAD_NAME, a().name(name)); break;
    default:
      if (sees_class && p.binding == Binding::GlobalImplicit) {
        a().emit(Op::LOAD_DEREF, place(t_.name("__classdict__")).slot);
        a().emit(Op::LOAD_FROM_DICT_OR_GLOBAL, a().name(name));
      } else {
        a().emit(Op::LOAD_GLOBAL, a().name(name));
        watch(Watch::GlobalRead, a().name(name));
        watch_value();
      }
  }
}

void Compiler::store(Str* name) {
  Place p = place(name);
  switch (p.binding) {
    case Binding::Local:
      a().emit(Op::STORE_FAST, p.slot);
      watch(Watch::LocalWrite, static_cast<uint32_t>(p.slot));
      break;
    case Binding::Cell:
    case Binding::Free:
      a().emit(Op::STORE_DEREF, p.slot);
      watch(Watch::CellWrite, static_cast<uint32_t>(p.slot));
      break;
    case Binding::Name: a().emit(Op::STORE_NAME, a().name(name)); break;
    default:
      a().emit(Op::STORE_GLOBAL, a().name(name));
      watch(Watch::GlobalWrite, a().name(name));
  }
  if (options_.beliefs) [[unlikely]] believed_store(p);
}

void Compiler::remove(Str* name) {
  Place p = place(name);
  switch (p.binding) {
    case Binding::Local: a().emit(Op::DELETE_FAST, p.slot); break;
    case Binding::Cell:
    case Binding::Free: a().emit(Op::DELETE_DEREF, p.slot); break;
    case Binding::Name: a().emit(Op::DELETE_NAME, a().name(name)); break;
    default: a().emit(Op::DELETE_GLOBAL, a().name(name));
  }
}

bool Compiler::fail(ast::Range r, std::string message) {
  if (!error) error = ast::make_error(arena_, source_, r, message);
  return false;
}

}  // namespace ap
