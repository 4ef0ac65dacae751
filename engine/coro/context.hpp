// contextvars: what each task has of its own. A Context shares its table with its copies until one of them changes.
#pragma once
#include "object/native.hpp"
#include "object/runtime.hpp"

namespace ap {

struct ContextVar : Object {
  Str* name = nullptr;
  Value fallback;  // Empty: no default
  uint32_t hint = 0;
  explicit ContextVar(Type* t) : Object(t, Kind::Other) {}
};

struct ContextTable;
struct Context : Object {
  ContextTable* table = nullptr;  // null: empty
  Context* previous = nullptr;    // owned; the one that was current when this was entered
  bool entered = false;
  uint32_t id = 0;                // in events; given at first need
  explicit Context(Type* t) : Object(t, Kind::Other) {}
};

extern Context* entered_context;  // owned; null: nothing has asked for one yet
Context* first_context();
// The current one; never null.
inline Context* current_context() { return entered_context ? entered_context : first_context(); }
Ref<Context> new_context();
Ref<Context> copy_context(Context* c);
inline Ref<Context> copy_current_context() { return copy_context(current_context()); }
// Context.run() around what stands between them; false: it is entered already, RuntimeError is set.
bool refuse_context(Context* c);
inline bool push_context(Context* c) {
  if (c->entered) [[unlikely]] return refuse_context(c);
  c->entered = true;
  c->previous = current_context();
  incref(c);
  entered_context = c;
  return true;
}
inline void pop_context() {
  Context* c = entered_context;
  entered_context = std::exchange(c->previous, nullptr);
  c->entered = false;
  decref(c);
}
// For events.
uint32_t context_id(Context* c);
// Calls visit for each variable of a context, with its value.
void for_each_variable(Context* c, void (*visit)(void* user, ContextVar* var, Value value), void* user);
// The value in the current context; borrowed, Empty when there is none (the default does not count).
Value context_value(ContextVar* var);

// An emulated thread begins with a context of its own; what it gives is handed back afterwards.
Context* swap_base_context(Context* c);

// contextvars' names, for the module.
struct ContextTypes {
  Type *context, *var, *token;
};
extern ContextTypes context_types;
void init_context_types();
extern const MethodDef copy_context_def;

}  // namespace ap
