// Traceback objects.
#include "object/traceback.hpp"

#include "object/class.hpp"

namespace ap {

namespace {

Traceback* as_traceback(Value v) { return static_cast<Traceback*>(v.object()); }

void traceback_dealloc(Object* o) {
  auto* tb = static_cast<Traceback*>(o);
  // The innermost frame goes first. The chain is as long as the stack was deep: no recursion along it, it is turned round.
  Traceback *next = std::exchange(tb->next, nullptr), *last = nullptr;
  while (next && next->refs == 1 && !(next->flags & kHasSideEntry)) {
    Traceback* after = std::exchange(next->next, last);
    last = std::exchange(next, after);
  }
  if (next) decref(static_cast<Object*>(next));
  while (last) {
    Traceback* before = std::exchange(last->next, nullptr);
    decref(static_cast<Object*>(last));
    last = before;
  }
  decref(tb->frame);
  decref(static_cast<Object*>(tb->filename));
  decref(static_cast<Object*>(tb->function));
  free_object(o, sizeof(Traceback));
}
void traceback_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Traceback*>(o)->next);
  visit(static_cast<Traceback*>(o)->frame);
}

Var get_next(Value v) {
  Traceback* next = as_traceback(v)->next;
  return next ? Var(next) : Var(None);
}
bool set_next(Value v, Value value) {
  if (!value) return type_error("can't delete tb_next attribute");
  Traceback* next = nullptr;
  if (!value.is_none()) {
    if (type_of(value) != rt.types.traceback) return type_error("expected traceback object, got '%T'", value);
    next = as_traceback(value);
    for (Traceback* at = next; at; at = at->next)
      if (at == as_traceback(v)) return value_error("traceback loop detected");
    incref(static_cast<Object*>(next));
  }
  Traceback* old = std::exchange(as_traceback(v)->next, next);
  if (old) decref(static_cast<Object*>(old));
  return true;
}
const GetSetDef kGetSets[] = {
    {"tb_next", get_next, set_next},
    {"tb_lineno", [](Value v) { return Var(Value::from_int(as_traceback(v)->line)); }},
    {"tb_frame", [](Value v) { return Var(as_traceback(v)->frame); }},
    {"tb_lasti", [](Value) { return Var(Value::from_int(0)); }},
    // Not CPython's: what a traceback printed by Python code needs where no frame was kept.
    {"_filename", [](Value v) { return Var(as_traceback(v)->filename); }},
    {"_function", [](Value v) { return Var(as_traceback(v)->function); }},
    {"_positions",
     [](Value v) {
       auto* tb = as_traceback(v);
       return Var(tuple_of(Value::from_int(tb->line), Value::from_int(tb->end_line), Value::from_int(tb->column),
                           Value::from_int(tb->end_column)));
     }},
};

}  // namespace

void add_traceback_entry(BaseException* e, Str* filename, Str* function, int line, int end_line, int column,
                         int end_column, Value frame) {
  auto* tb = allocate<Traceback>(rt.types.traceback, 0);
  tb->next = e->traceback;
  incref(static_cast<Object*>(filename));
  incref(static_cast<Object*>(function));
  incref(frame);
  tb->filename = filename;
  tb->function = function;
  tb->frame = frame;
  tb->line = line;
  tb->end_line = end_line;
  tb->column = column;
  tb->end_column = end_column;
  e->traceback = tb;
}

void init_traceback_type() {
  Type* t = rt.types.traceback = new_type("traceback", nullptr, sizeof(Traceback), Kind::Other, 0);
  t->dealloc = traceback_dealloc;
  t->traverse = traceback_traverse;
  add_getsets(t, kGetSets);
  make_type_ready(t);
}

}  // namespace ap
