// weakref.ref. The references to one object hang in a list on its entry in the side table.
#include "object/class.hpp"
#include "object/weakref.hpp"

namespace ap {

namespace {

Weakref* as_ref(Value v) { return v.as<Weakref>(); }

void unlink(Weakref* w) {
  if (!w->target) return;
  SideEntry* entry = find_side_entry(w->target);
  Weakref** at = &entry->weakrefs;
  while (*at != w) at = &(*at)->next;
  *at = w->next;
  w->target = nullptr;
  w->next = nullptr;
}

void ref_dealloc(Object* o) {
  auto* w = static_cast<Weakref*>(o);
  unlink(w);
  decref(w->callback);
  free_object(o, sizeof(Weakref));
}
void ref_traverse(Object* o, Visitor& visit) { visit(static_cast<Weakref*>(o)->callback); }

Var ref_construct(Type* t, Args args) {
  if (args.keyword_count() && t == rt.types.weakref) return type_error("ref() takes no keyword arguments");
  if (args.count == 0) return type_error("ref expected at least 1 argument, got 0");
  if (args.count > 2) return type_error("ref expected at most 2 arguments, got %d", static_cast<int>(args.count));
  return new_weakref(t, args.values[0], args.count == 2 ? args.values[1] : None);
}
bool ref_initialize(Value, Args) { return true; }

Var ref_call(Value v, Args args) {
  if (args.count || args.keyword_count())
    return type_error("weakref expected 0 arguments, got %d", static_cast<int>(args.count));
  return weakref_target(v);
}

Var ref_repr(Value v) {
  auto address = static_cast<unsigned long long>(address_of(v.object()));
  Var target = weakref_target(v);
  if (target.is_none()) return format_str("<weakref at 0x%llx; dead>", address);
  auto to = static_cast<unsigned long long>(address_of(target.get().object()));
  Var name = getattr_or_empty(target, rt.names.__name__);
  if (!name && failed()) return {};
  if (is_kind(name, Kind::Str))
    return format_str("<weakref at 0x%llx; to '%T' at 0x%llx (%U)>", address, target.get(), to, name.as<Str>());
  return format_str("<weakref at 0x%llx; to '%T' at 0x%llx>", address, target.get(), to);
}

bool ref_hash(Value v, int64_t& out) {
  auto* w = as_ref(v);
  if (w->hash == -1) {
    Var target = weakref_target(v);
    if (target.is_none()) return type_error("weak object has gone away");
    if (!hash(target, &w->hash)) return false;
  }
  out = w->hash;
  return true;
}

Var ref_compare(Value a, Value b, Compare op) {
  if ((op != Compare::Eq && op != Compare::Ne) || !is_instance(b, rt.types.weakref)) return NotImplemented;
  Var x = weakref_target(a), y = weakref_target(b);
  if (x.is_none() || y.is_none()) return Value::from_bool((a == b) == (op == Compare::Eq));
  return compare(x, y, op);
}

Var get_callback(Value v) {
  auto* w = as_ref(v);
  return w->target ? w->callback : None;
}
const GetSetDef kGetSets[] = {{"__callback__", get_callback}};

}  // namespace

Var weakref_target(Value v) {
  Object* o = as_ref(v)->target;
  // An object whose count is zero is being destroyed: nobody may get hold of it again.
  if (!o || o->refs == 0) return None;
  return Value(o);
}

uint32_t weakref_count(Value v) {
  SideEntry* entry = v.is_object() ? find_side_entry(v.object()) : nullptr;
  uint32_t n = 0;
  for (Weakref* w = entry ? entry->weakrefs : nullptr; w; w = w->next) ++n;
  return n;
}
Var weakrefs_of(Value v) {
  Ref<List> all = new_list();
  SideEntry* entry = v.is_object() ? find_side_entry(v.object()) : nullptr;
  for (Weakref* w = entry ? entry->weakrefs : nullptr; w; w = w->next)
    if (!list_append(all.get(), Value(w))) return {};
  return all;
}

Var new_weakref(Type* t, Value target, Value callback) {
  if (!target.is_object() || !(type_of(target)->type_flags & kWeakrefable))
    return type_error("cannot create weak reference to '%T' object", target);
  SideEntry* entry = side_entry(target.object());
  if (t == rt.types.weakref && callback.is_none()) {
    // One reference without a callback serves all.
    for (Weakref* w = entry->weakrefs; w; w = w->next)
      if (w->type == t && w->callback.is_none()) return w;
  }
  auto* w = allocate<Weakref>(t, 0);
  w->callback = Var(callback).release();
  w->target = target.object();
  entry = side_entry(target.object());
  w->next = entry->weakrefs;
  entry->weakrefs = w;
  return Var::steal(w);
}

// `o` is going: all its references are dead before the first callback runs; the newest one's goes first.
void clear_weakrefs(Object*, SideEntry* entry) {
  Ref<List> with_callback;
  for (Weakref *w = std::exchange(entry->weakrefs, nullptr), *next; w; w = next) {
    next = std::exchange(w->next, nullptr);
    w->target = nullptr;
    // A reference whose own count is zero is waiting to be destroyed itself.
    if (w->callback.is_none() || w->refs == 0) continue;
    if (!with_callback) with_callback = new_list();
    if (with_callback) (void)list_append(with_callback.get(), Value(w));
  }
  if (!with_callback) return;
  Var pending = take_error();
  for (uint32_t i = 0; i < with_callback->size; ++i) {
    auto* w = with_callback->items[i].as<Weakref>();
    Var callback = Var::steal(std::exchange(w->callback, None));
    Var r = call(callback, Value(w));
    if (r) continue;
    if (rt.hooks.unraisable)
      rt.hooks.unraisable("calling weakref callback", callback);
    else
      clear_error();
  }
  if (pending) set_error(std::move(pending));
}

void init_weakref_type() {
  Type* t = rt.types.weakref = new_type("weakref.ReferenceType", nullptr, sizeof(Weakref), Kind::Other,
                                   kBaseType | kWeakrefable | kDottedName);
  t->dealloc = ref_dealloc;
  t->traverse = ref_traverse;
  t->construct = ref_construct;
  t->initialize = ref_initialize;
  t->call = ref_call;
  t->repr = ref_repr;
  t->hash = ref_hash;
  t->compare = ref_compare;
  add_getsets(t, kGetSets);
  make_type_ready(t);
}

}  // namespace ap
