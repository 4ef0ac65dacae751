#include "asyncio/graph.hpp"

#include "asyncio/base_events.hpp"
#include "coro/link_frame.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

Var (*running_frames)() = nullptr;
Type *frame_call_graph_entry_type, *future_call_graph_type;

namespace {

// Both are frozen dataclasses with slots; an entry has only the first field.
struct Graph : Object {
  Value field[3];  // owned: future, call_stack, awaited_by; or frame
  explicit Graph(Type* t) : Object(t, Kind::Other) {}
};
Graph* graph_of(Value v) { return v.as<Graph>(); }
constexpr const char* graph_names[] = {"future", "call_stack", "awaited_by"};
constexpr const char* entry_names[] = {"frame"};

int fields_of(Type* t) { return t == frame_call_graph_entry_type ? 1 : 3; }

Var new_entry(Value frame) {
  auto* g = allocate<Graph>(frame_call_graph_entry_type, 0);
  g->field[0] = Var(frame).release();
  return Var::steal(g);
}

Var repr_graph(Value v) {
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return Var();
  int n = fields_of(type_of(v));
  StrBuilder b;
  b.append(type_of(v)->qualname);
  b.append("(");
  for (int i = 0; i < n; ++i) {
    if (i) b.append(", ");
    b.append(n == 1 ? entry_names[i] : graph_names[i]);
    b.append("=");
    if (!b.append_repr(graph_of(v)->field[i])) return Var();
  }
  b.append(")");
  return b.finish();
}
Var construct(Type* t, Args args) {
  auto* g = allocate<Graph>(t, 0);
  Var result = Var::steal(g);
  Value p[3];
  int n = fields_of(t);
  if (!match_arguments(n == 1 ? "FrameCallGraphEntry.__init__" : "FutureCallGraph.__init__", n == 1 ? "frame" : "future, call_stack, awaited_by", args, p)) return Var();
  for (int i = 0; i < n; ++i) g->field[i] = Var(p[i]).release();
  return result;
}
bool initialize(Value, Args) { return true; }
void dealloc(Object* o) {
  for (Value v : static_cast<Graph*>(o)->field) decref(v);
  free_object(o, sizeof(Graph));
}
void traverse(Object* o, Visitor& visit) {
  for (Value v : static_cast<Graph*>(o)->field) visit(v);
}
const GetSetDef graph_getsets[] = {
    {"future", [](Value v) { return Var(graph_of(v)->field[0]); }},
    {"call_stack", [](Value v) { return Var(graph_of(v)->field[1]); }},
    {"awaited_by", [](Value v) { return Var(graph_of(v)->field[2]); }},
};
const GetSetDef entry_getsets[] = {{"frame", [](Value v) { return Var(graph_of(v)->field[0]); }}};

// stack[:limit] and stack[limit:], as the sign says.
bool apply_limit(List* stack, int64_t limit, bool has_limit) {
  if (!has_limit || limit == 0) return true;
  int64_t n = stack->size;
  int64_t from = limit > 0 ? 0 : n + limit < 0 ? 0 : n + limit;
  int64_t to = limit > 0 ? (limit < n ? limit : n) : n;
  Ref<List> kept = make_list(stack->items + from, static_cast<size_t>(to - from));
  if (!kept) return false;
  list_clear(stack);
  return list_extend(stack, kept);
}

struct Limit {
  bool given = false;
  int64_t value = 0;
};

Var build(Value future, Limit limit);

Ref<Tuple> build_awaited_by(Value future, Limit limit) {
  Ref<List> parents = new_list();
  Var awaited_by = getattr(future, "_asyncio_awaited_by");
  if (!awaited_by) return {};
  if (!awaited_by.is_none()) {
    Ref<List> all = to_list(awaited_by);
    if (!all) return {};
    // In order of creation, since CPython's set has none.
    for (uint32_t i = 1; i < all->size; ++i)
      for (uint32_t k = i; k && all->items[k].as<Future>()->id < all->items[k - 1].as<Future>()->id; --k)
        std::swap(all->items[k], all->items[k - 1]);
    for (uint32_t i = 0; i < all->size; ++i) {
      Var parent = build(all->items[i], limit);
      if (!parent || !list_append(parents.get(), std::move(parent))) return {};
    }
  }
  return make_tuple(parents->items, parents->size);
}

Var new_graph(Value future, List* stack, Limit limit) {
  Ref<Tuple> awaited_by = build_awaited_by(future, limit);
  Ref<Tuple> frames = make_tuple(stack->items, stack->size);
  if (!awaited_by || !frames) return Var();
  auto* g = allocate<Graph>(future_call_graph_type, 0);
  g->field[0] = Var(future).release();
  g->field[1] = Value(frames.release());
  g->field[2] = Value(awaited_by.release());
  return Var::steal(g);
}

Var check_future(Value future) {
  if (is_future_kind(future)) return None;
  return type_error("%R object does not appear to be compatible with asyncio.Future", future);
}

// The graph follows cr_await as long as it leads to a coroutine: not into generators, asend() and the like, nor along a
// chain that runs.
Link* awaited_coroutine(Link* l) {
  Link* next = is_executing(l) ? nullptr : l->awaiting;
  Value seen = next ? awaited_object(l) : Value();
  if (!next || (seen && type_of(seen) != rt.types.coroutine)) return nullptr;
  LinkInfo info;
  next->ops->describe(next, info);
  return info.def && !info.def->file ? nullptr : next;  // anext() is no coroutine
}

// Of a future that does not run.
Var build(Value future, Limit limit) {
  NativeNesting nesting;
  if (!nesting || !check_future(future)) return Var();
  Ref<List> stack = new_list();
  if (is_kind(future, Kind::Task) && !(limit.given && limit.value == 0))
    for (Link* l = future.as<Task>()->coro ? task_link(future.as<Task>()) : nullptr; l; l = awaited_coroutine(l)) {
      if (l->state == LinkState::Finished) {
        // A coroutine that has ended has no frame any more, and formatting that fails as CPython's does.
        if (!list_append(stack.get(), new_entry(None))) return Var();
        break;
      }
      Var frame = frame_of(l);
      if (failed()) return Var();
      if (frame && !list_append(stack.get(), new_entry(frame))) return Var();
    }
  if (!apply_limit(stack.get(), limit.value, limit.given)) return Var();
  for (uint32_t i = 0, n = stack->size; i < n / 2; ++i) std::swap(stack->items[i], stack->items[n - 1 - i]);
  return new_graph(future, stack.get(), limit);
}

// CPython's own functions on the way from the program to sys._getframe(), the innermost first.
struct Outer {
  const char* name;
  int first_line, line;
};
constexpr Outer kCapture = {"capture_call_graph", 103, 182}, kFormat = {"format_call_graph", 215, 260},
                kPrint = {"print_call_graph", 264, 276};

Var capture(Value future_value, int64_t depth, Limit limit, const Outer* outer, int outer_count) {
  Var future = future_value;
  if (!future.is_none()) {
    if (!running_loop || future.get() != (current_task ? Value(current_task) : Value())) return build(future, limit);
  } else {
    if (!running_loop)
      return runtime_error(
          "capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided");
    if (current_task) future = Value(current_task);
  }
  if (future.is_none()) return None;
  if (!check_future(future)) return Var();
  Ref<List> stack = new_list();
  if (!(limit.given && limit.value == 0)) {
    if (depth < 0) depth = 0;
    for (int i = static_cast<int>(depth); i < outer_count; ++i) {
      Var code = new_library_code(outer[i].name, outer[i].name, "graph.py", outer[i].first_line);
      Var frame = new_frame_object(code, outer[i].line, Value());
      if (!list_append(stack.get(), new_entry(frame))) return Var();
    }
    Var frames = running_frames ? running_frames() : Var(new_list());
    if (!frames) return Var();
    List* list = frames.as<List>();
    for (int64_t i = depth > outer_count ? depth - outer_count : 0; i < list->size; ++i) {
      if (!list_append(stack.get(), new_entry(list->items[i]))) return Var();
      // The outermost coroutine: below it is what runs the task.
      Var generator = getattr(list->items[i], "f_generator");
      if (!generator) return Var();
      if (generator.is_none() || i + 1 >= list->size) continue;
      // Below a task that was started eagerly lies asyncio's own function that started it.
      if (current_task && generator.get() == task_coro(current_task).get()) break;
      Var below = getattr(list->items[i + 1], "f_generator");
      if (!below) return Var();
      if (below.is_none()) break;
    }
  }
  if (!apply_limit(stack.get(), -limit.value, limit.given)) return Var();
  return new_graph(future, stack.get(), limit);
}

bool read_arguments(Value depth_value, Value limit_value, int64_t* depth, Limit* limit) {
  *depth = 1;
  if (depth_value && !to_int64(depth_value, depth)) return false;
  if (!limit_value || limit_value.is_none()) return true;
  limit->given = true;
  return to_int64(limit_value, &limit->value);
}

bool append_level(StrBuilder& b, Value graph, int level) {
  NativeNesting nesting;
  if (!nesting) return false;
  auto line = [&](Ref<Str> text) {
    if (!text) return false;
    if (b.length()) b.append("\n");
    for (int i = 0; i < level; ++i) b.append("    ");
    b.append(text.get());
    return true;
  };
  Value future = graph_of(graph)->field[0];
  auto id = static_cast<unsigned long long>(address_of(future.object()));
  if (is_kind(future, Kind::Task)) {
    Var name = call_method(future, "get_name", Args{});
    if (!name || !line(format_str("* Task(name=%R, id=0x%llx)", name.get(), id))) return false;
  } else if (!line(format_str("* Future(id=0x%llx)", id))) {
    return false;
  }
  Ref<Tuple> stack = to_tuple(graph_of(graph)->field[1]), parents = to_tuple(graph_of(graph)->field[2]);
  if (!stack || !parents) return false;
  if (stack->size && !line(make_str("  + Call stack:"))) return false;
  for (uint32_t i = 0; i < stack->size; ++i) {
    Var frame = getattr((*stack)[i], "frame");
    if (frame && frame.is_none()) return bool(getattr(frame, "f_generator"));
    Var code = frame ? getattr(frame, "f_code") : Var(), at = frame ? getattr(frame, "f_lineno") : Var();
    Var generator = frame ? getattr(frame, "f_generator") : Var();
    Var file = code ? getattr(code, "co_filename") : Var(), name = code ? getattr(code, "co_qualname") : Var();
    if (!at || !generator || !file || !name) return false;
    const char* tag = generator.is_none()                                      ? ""
                      : type_of(generator) == rt.types.async_generator ? "async generator "
                      : type_of(generator) == rt.types.generator       ? "generator "
                                                                       : "async ";
    if (!line(format_str("  |   File %R, line %S, in %s%S()", file.get(), at.get(), tag, name.get()))) return false;
  }
  if (parents->size && !line(make_str("  + Awaited by:"))) return false;
  for (uint32_t i = 0; i < parents->size; ++i)
    if (!append_level(b, (*parents)[i], level + 1)) return false;
  return true;
}

Var format(Value future, int64_t depth, Limit limit, const Outer* outer, int outer_count) {
  Var graph = capture(future, depth, limit, outer, outer_count);
  if (!graph) return Var();
  if (graph.is_none()) return rt.empty_str;
  StrBuilder b;
  if (!append_level(b, graph, 0)) return Var();
  return b.finish();
}

}  // namespace

Var capture_call_graph(Call& c) {
  int64_t depth;
  Limit limit;
  if (!read_arguments(c[1], c[2], &depth, &limit)) return Var();
  return capture(c.get(0, None), depth, limit, &kCapture, 1);
}
Var format_call_graph(Call& c) {
  int64_t depth;
  Limit limit;
  if (!read_arguments(c[1], c[2], &depth, &limit)) return Var();
  const Outer outer[] = {kCapture, kFormat};
  return format(c.get(0, None), depth + 1, limit, outer, 2);
}
Var print_call_graph(Call& c) {
  int64_t depth;
  Limit limit;
  if (!read_arguments(c[2], c[3], &depth, &limit)) return Var();
  const Outer outer[] = {kCapture, kFormat, kPrint};
  Var text = format(c.get(0, None), depth + 1, limit, outer, 3);
  if (!text) return Var();
  Ref<Str> name = intern("print");
  Value print = dict_get_name(rt.builtins, name.get());
  Ref<Tuple> names = tuple_of(Value(rt.names.file));
  Value args[] = {text, c.get(1, None)};
  return call(print, Args{args, 1, names.get()});
}

void init_graph_types() {
  running_frames = nullptr;
  struct {
    const char* name;
    Type** where;
  } const types[] = {{"asyncio.graph.FrameCallGraphEntry", &frame_call_graph_entry_type},
                     {"asyncio.graph.FutureCallGraph", &future_call_graph_type}};
  for (auto& def : types) {
    Type* t = *def.where = new_type(def.name, nullptr, sizeof(Graph), Kind::Other, kBaseType);
    t->construct = construct;
    t->initialize = initialize;
    t->dealloc = dealloc;
    t->traverse = traverse;
    t->repr = repr_graph;
    if (def.where == &future_call_graph_type)
      add_getsets(t, graph_getsets);
    else
      add_getsets(t, entry_getsets);
    make_type_ready(t);
  }
}

}  // namespace ap
