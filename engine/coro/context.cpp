#include "coro/context.hpp"

#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "trace/events.hpp"

#include <vector>

namespace ap {

extern uint32_t running_task;  // link.hpp

struct ContextEntry {
  ContextVar* var;  // owned
  Value value;      // owned
};
struct ContextTable {
  uint32_t refs, count, capacity;
  ContextEntry entries[1];
};

ContextTypes context_types;
static Type* stand_in_type;
Context* entered_context;

namespace {

uint32_t context_count = 0;  // ids

// What var.set() gives: the way back.
struct Token : Object {
  ContextVar* var;
  Context* context;
  Value old;  // Empty: there was none
  bool used = false;
  explicit Token(Type* t) : Object(t, Kind::Other) {}
};
Value missing;

size_t table_bytes(uint32_t capacity) { return sizeof(ContextTable) + (capacity - 1) * sizeof(ContextEntry); }

ContextTable* new_table(uint32_t capacity) {
  auto* t = static_cast<ContextTable*>(heap.allocate_raw(table_bytes(capacity)));
  if (!t) {
    (void)raise_memory_error();
    return nullptr;
  }
  t->refs = 1;
  t->count = 0;
  t->capacity = capacity;
  return t;
}

void release_table(ContextTable* t) {
  if (!t || --t->refs) return;
  for (uint32_t i = 0; i < t->count; ++i) {
    decref(t->entries[i].var);
    decref(t->entries[i].value);
  }
  heap.release_raw(t, table_bytes(t->capacity));
}

ContextEntry* find(const Context* c, ContextVar* var) {
  ContextTable* t = c->table;
  if (!t) return nullptr;
  if (var->hint < t->count && t->entries[var->hint].var == var) return &t->entries[var->hint];
  for (uint32_t i = 0; i < t->count; ++i)
    if (t->entries[i].var == var) {
      var->hint = i;
      return &t->entries[i];
    }
  return nullptr;
}

// Its own table, with room for one more entry.
bool make_own(Context* c) {
  ContextTable* old = c->table;
  if (old && old->refs == 1 && old->count < old->capacity) return true;
  uint32_t count = old ? old->count : 0;
  ContextTable* t = new_table(count < 4 ? 4 : count + count / 2 + 1);
  if (!t) return false;
  for (uint32_t i = 0; i < count; ++i) {
    t->entries[i] = old->entries[i];
    incref(t->entries[i].var);
    incref(t->entries[i].value);
  }
  t->count = count;
  c->table = t;
  release_table(old);
  return true;
}

bool put(Context* c, ContextVar* var, Value value) {
  if (!make_own(c)) return false;
  incref(value);
  if (ContextEntry* e = find(c, var)) {
    decref(std::exchange(e->value, value));
    return true;
  }
  incref(var);
  c->table->entries[c->table->count++] = {var, value};
  return true;
}

bool remove(Context* c, ContextVar* var) {
  if (!find(c, var)) return true;
  if (!make_own(c)) return false;
  ContextEntry* e = find(c, var);
  ContextEntry old = *e;
  ContextTable* t = c->table;
  for (ContextEntry* end = t->entries + --t->count; e < end; ++e) *e = e[1];
  decref(old.var);
  decref(old.value);
  return true;
}

unsigned long long address(Value v) { return address_of(v.object()); }

// --- Context

Var construct_context(Type* t, Args args) {
  if (args.count || args.keyword_count()) return type_error("Context() does not accept any arguments");
  return Var::steal(allocate<Context>(t, 0));
}
void dealloc_context(Object* o) {
  auto* c = static_cast<Context*>(o);
  release_table(c->table);
  free_object(c, sizeof(Context));
}
void dealloc_stand_in(Object* o) {
  decref(static_cast<StandIn*>(o)->object);
  free_object(o, sizeof(StandIn));
}
void traverse_stand_in(Object* o, Visitor& visit) { visit(static_cast<StandIn*>(o)->object); }
void traverse_context(Object* o, Visitor& visit) {
  auto* c = static_cast<Context*>(o);
  // A shared table's references are its own; they count only where this is the sole owner.
  if (!c->table || c->table->refs != 1) return;
  for (uint32_t i = 0; i < c->table->count; ++i) {
    visit(c->table->entries[i].var);
    visit(c->table->entries[i].value);
  }
}

bool check_key(Value key) {
  if (type_of(key) == context_types.var) return true;
  return type_error("a ContextVar key was expected, got %R", key);
}

int64_t context_length(Value v) {
  auto* c = v.as<Context>();
  return c->table ? c->table->count : 0;
}
Var context_getitem(Value v, Value key) {
  if (!check_key(key)) return Var();
  if (ContextEntry* e = find(v.as<Context>(), key.as<ContextVar>())) return e->value;
  return raise_key_error(key);
}
Tri context_contains(Value v, Value key) {
  if (!check_key(key)) return Tri::Error;
  return find(v.as<Context>(), key.as<ContextVar>()) ? Tri::True : Tri::False;
}
enum class Part { Keys, Values, Items };
Ref<List> listed(Value v, Part part) {
  Ref<List> list = new_list();
  auto* c = v.as<Context>();
  for (uint32_t i = 0; list && c->table && i < c->table->count; ++i) {
    ContextEntry& e = c->table->entries[i];
    Var item = part == Part::Keys ? Var(e.var) : part == Part::Values ? Var(e.value) : Var(tuple_of(Value(e.var), e.value));
    if (!item || !list_append(list.get(), std::move(item))) return {};
  }
  return list;
}
Var iterator_of(Value v, Part part) {
  Ref<List> list = listed(v, part);
  return list ? iterate(list) : Var();
}
Var context_iter(Value v) { return iterator_of(v, Part::Keys); }
Var context_compare(Value a, Value b, Compare op) {
  if ((op != Compare::Eq && op != Compare::Ne) || type_of(b) != context_types.context) return NotImplemented;
  auto *x = a.as<Context>(), *y = b.as<Context>();
  bool same = context_length(a) == context_length(b);
  for (uint32_t i = 0; same && x->table && i < x->table->count; ++i) {
    ContextEntry* other = find(y, x->table->entries[i].var);
    if (!other) {
      same = false;
      break;
    }
    Tri equal_values = equal(x->table->entries[i].value, other->value);
    if (equal_values == Tri::Error) return Var();
    same = equal_values == Tri::True;
  }
  return Value::from_bool(same == (op == Compare::Eq));
}

Var context_run(Call& c) {
  Args args = c.raw;
  if (!args.count) return type_error("run() missing 1 required positional argument");
  auto* self = c.self.as<Context>();
  return run_in_context(self, args.values[0], Args{args.values + 1, args.count - 1, args.kwnames});
}
Var context_get(Call& c) {
  if (!check_key(c[0])) return Var();
  ContextEntry* e = find(c.self.as<Context>(), c[0].as<ContextVar>());
  return e ? e->value : c.get(1, None);
}

const MethodDef context_methods[] = {
    {"run", nullptr, context_run},
    {"get", "key, default=None, /", context_get},
    {"copy", "", [](Call& c) { return Var(copy_context(c.self.as<Context>())); }},
    {"keys", "", [](Call& c) { return iterator_of(c.self, Part::Keys); }},
    {"values", "", [](Call& c) { return iterator_of(c.self, Part::Values); }},
    {"items", "", [](Call& c) { return iterator_of(c.self, Part::Items); }},
};

// --- ContextVar

Var construct_var(Type* t, Args args) {
  Value p[2];
  if (!match_arguments("ContextVar", "name, /, *, default=None", args, p)) return Var();
  if (!is_kind(p[0], Kind::Str)) return type_error("context variable name must be a str");
  auto* var = allocate<ContextVar>(t, 0);
  var->name = p[0].as<Str>();
  incref(var->name);
  var->fallback = Var(p[1]).release();
  return Var::steal(var);
}
void dealloc_var(Object* o) {
  auto* var = static_cast<ContextVar*>(o);
  decref(var->name);
  decref(var->fallback);
  free_object(var, sizeof(ContextVar));
}
void traverse_var(Object* o, Visitor& visit) { visit(static_cast<ContextVar*>(o)->fallback); }
Var repr_var(Value v) {
  auto* var = v.as<ContextVar>();
  if (!var->fallback) return format_str("<ContextVar name=%R at 0x%llx>", Value(var->name), address(v));
  return format_str("<ContextVar name=%R default=%R at 0x%llx>", Value(var->name), var->fallback, address(v));
}

Var var_get(Call& c) {
  auto* var = c.self.as<ContextVar>();
  if (Value found = context_value(var)) return found;
  if (c[0]) return c[0];
  if (var->fallback) return var->fallback;
  Ref<Tuple> args = tuple_of(c.self);
  return raise_with_args(rt.types.LookupError, args.get());
}
Var var_set(Call& c) {
  auto* var = c.self.as<ContextVar>();
  Context* context = current_context();
  ContextEntry* e = find(context, var);
  auto* token = allocate<Token>(context_types.token, 0);
  token->var = var;
  token->context = context;
  token->old = e ? Var(e->value).release() : Value();
  incref(var);
  incref(context);
  Var result = Var::steal(token);
  if (!put(context, var, c[0])) return Var();
  if (trace::wants(trace::Category::contexts)) [[unlikely]] {
    std::string name = to_utf8(var->name), text = safe_repr(c[0]);
    trace::emit(trace::ContextVarSet{.context = context_id(context), .name = name, .value = text, .task = running_task,
                                     .line = static_cast<trace::Line>(rt.hooks.current_line ? rt.hooks.current_line() : 0)});
  }
  return result;
}
Var reset(ContextVar* var, Value v) {
  if (type_of(v) != context_types.token) return type_error("expected an instance of Token, got %R", v);
  auto* token = v.as<Token>();
  if (token->used) return runtime_error("%R has already been used once", v);
  if (token->var != var) return value_error("%R was created by a different ContextVar", v);
  if (token->context != current_context()) return value_error("%R was created in a different Context", v);
  token->used = true;
  if (!(token->old ? put(token->context, var, token->old) : remove(token->context, var))) return Var();
  if (trace::wants(trace::Category::contexts)) [[unlikely]] {
    std::string name = to_utf8(var->name), text = token->old ? safe_repr(token->old) : std::string();
    trace::emit(trace::ContextVarReset{.context = context_id(token->context), .name = name, .value = text, .task = running_task,
                                       .line = static_cast<trace::Line>(rt.hooks.current_line ? rt.hooks.current_line() : 0)});
  }
  return None;
}

const MethodDef var_methods[] = {
    {"get", "default=None, /", var_get},
    {"set", "value, /", var_set},
    {"reset", "token, /", [](Call& c) { return reset(c.self.as<ContextVar>(), c[0]); }},
    {"__class_getitem__", "item, /", [](Call& c) { return Var(c.self); }, kClassMethod},
};
const GetSetDef var_getsets[] = {{"name", [](Value v) { return Var(v.as<ContextVar>()->name); }}};

// --- Token

void dealloc_token(Object* o) {
  auto* token = static_cast<Token*>(o);
  decref(token->var);
  decref(token->context);
  decref(token->old);
  free_object(token, sizeof(Token));
}
void traverse_token(Object* o, Visitor& visit) {
  auto* token = static_cast<Token*>(o);
  visit(token->var);
  visit(token->context);
  visit(token->old);
}
Var repr_token(Value v) {
  auto* token = v.as<Token>();
  return format_str("<Token%s var=%R at 0x%llx>", token->used ? " used" : "", Value(token->var), address(v));
}
Var refuse_construct(Type*, Args) { return runtime_error("Tokens can only be created by ContextVars"); }
const MethodDef token_methods[] = {
    {"__enter__", "", [](Call& c) { return Var(c.self); }},
    {"__exit__", "type, value, traceback, /", [](Call& c) { return reset(c.self.as<Token>()->var, c.self); }},
    {"__class_getitem__", "item, /", [](Call& c) { return Var(c.self); }, kClassMethod},
};
const GetSetDef token_getsets[] = {
    {"var", [](Value v) { return Var(v.as<Token>()->var); }},
    {"old_value", [](Value v) { return v.as<Token>()->old ? Var(v.as<Token>()->old) : Var(missing); }},
};

Var repr_missing(Value) { return make_str("<Token.MISSING>"); }

}  // namespace

Context* first_context() { return entered_context = new_context().release(); }
Ref<Context> new_context() { return Ref<Context>::steal(allocate<Context>(context_types.context, 0)); }
Ref<Context> copy_context(Context* c) {
  auto* copy = allocate<Context>(context_types.context, 0);
  copy->table = c->table;
  if (copy->table) {
    ++copy->table->refs;
    if (trace::wants(trace::Category::contexts)) [[unlikely]]
      trace::emit(trace::ContextCopied{.context = context_id(copy), .from = context_id(c)});
  }
  return Ref<Context>::steal(copy);
}

uint32_t context_id(Context* c) {
  if (!c->id) c->id = ++context_count;
  return c->id;
}

void for_each_variable(Context* c, void (*visit)(void* user, ContextVar* var, Value value), void* user) {
  for (uint32_t i = 0; c->table && i < c->table->count; ++i) visit(user, c->table->entries[i].var, c->table->entries[i].value);
}

bool refuse_context(Context* c) {
  if (is_stand_in(c)) return type_error("an instance of Context was expected");
  return runtime_error("cannot enter context: %R is already entered", Value(c));
}

bool is_stand_in(const Context* c) { return c->type == stand_in_type; }
Value as_given(Context* c) { return is_stand_in(c) ? static_cast<StandIn*>(c)->object : Value(c); }
Ref<Context> context_given(Value v) {
  if (!v || v.is_none()) return copy_current_context();
  if (is_instance(v, context_types.context)) return Ref<Context>(v.as<Context>());
  auto* s = allocate<StandIn>(stand_in_type, 0);
  s->object = Var(v).release();
  return Ref<Context>::steal(s);
}

Var run_in_context(Context* c, Value function, Args args) {
  if (c->entered && is_stand_in(c)) [[unlikely]] {
    Ref<Str> name = intern("run");
    Var run = getattr(as_given(c), name.get());
    if (!run) return Var();
    std::vector<Value> all{function};
    all.insert(all.end(), args.values, args.values + args.count);
    return call(run, Args{all.data(), static_cast<uint32_t>(all.size()), nullptr});
  }
  if (!push_context(c)) return Var();
  Var result = call(function, args);
  pop_context();
  return result;
}

Value context_value(ContextVar* var) {
  ContextEntry* e = find(current_context(), var);
  return e ? e->value : Value();
}

Context* swap_base_context(Context* c) { return std::exchange(entered_context, c); }

const MethodDef copy_context_def = {"copy_context", "", [](Call&) { return Var(copy_current_context()); }};

void init_context_types() {
  entered_context = nullptr;
  context_count = 0;
  Type* t = context_types.context = new_type("_contextvars.Context", nullptr, sizeof(Context), Kind::Other, kWeakrefable | kDottedName);
  t->construct = construct_context;
  t->dealloc = dealloc_context;
  t->traverse = traverse_context;
  t->length = context_length;
  t->getitem = context_getitem;
  t->contains = context_contains;
  t->iter = context_iter;
  t->compare = context_compare;
  add_methods(t, context_methods);
  make_type_ready(t);

  t = stand_in_type = new_type("_contextvars.Context", nullptr, sizeof(StandIn), Kind::Other, 0);
  t->dealloc = dealloc_stand_in;
  t->traverse = traverse_stand_in;
  make_type_ready(t);

  t = context_types.var = new_type("_contextvars.ContextVar", nullptr, sizeof(ContextVar), Kind::Other, kWeakrefable | kDottedName);
  t->construct = construct_var;
  t->dealloc = dealloc_var;
  t->traverse = traverse_var;
  t->repr = repr_var;
  add_methods(t, var_methods);
  add_getsets(t, var_getsets);
  make_type_ready(t);

  t = context_types.token = new_type("_contextvars.Token", nullptr, sizeof(Token), Kind::Other, kDottedName);
  t->construct = refuse_construct;
  t->dealloc = dealloc_token;
  t->traverse = traverse_token;
  t->repr = repr_token;
  add_methods(t, token_methods);
  add_getsets(t, token_getsets);
  Type* missing_type = new_type("Token.MISSING", nullptr, sizeof(Object), Kind::Other, 0);
  missing_type->repr = repr_missing;
  make_type_ready(missing_type);
  missing = Var::steal(new (heap.allocate_object(sizeof(Object))) Object(missing_type, Kind::Other)).release();
  Ref<Str> name = intern("MISSING");
  dict_set_name(t->dict, name.get(), missing);
  make_type_ready(t);
}

}  // namespace ap
