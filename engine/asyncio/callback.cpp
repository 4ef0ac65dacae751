#include "asyncio/callback.hpp"

#include "object/protocol.hpp"

namespace ap {

Type* internal_callback_type;

namespace {

void dealloc(Object* o) {
  auto* self = static_cast<InternalCallback*>(o);
  decref(self->a);
  decref(self->b);
  decref(self->c);
  free_object(self, sizeof(InternalCallback));
}
void traverse(Object* o, Visitor& visit) {
  auto* self = static_cast<InternalCallback*>(o);
  visit(self->a);
  visit(self->b);
  visit(self->c);
}
Var call_it(Value v, Args args) {
  auto* self = v.as<InternalCallback>();
  Var keep = v;
  return self->def->run(self, args.count ? args.values[0] : Value());
}
Var qualname(Value v) { return make_str(v.as<InternalCallback>()->def->qualname); }
Var show(Value v) {
  return format_str("<function %s at 0x%llx>", v.as<InternalCallback>()->def->qualname,
                    static_cast<unsigned long long>(address_of(v.object())));
}
const GetSetDef getsets[] = {{"__qualname__", qualname}, {"__name__", qualname}};

}  // namespace

Ref<InternalCallback> new_callback(const CallbackDef& def, Value a, Value b) {
  auto* self = allocate<InternalCallback>(internal_callback_type, 0);
  self->def = &def;
  incref(a);
  incref(b);
  self->a = a;
  self->b = b;
  return Ref<InternalCallback>::steal(self);
}

void init_callback_type() {
  Type* t = internal_callback_type = new_type("function", nullptr, sizeof(InternalCallback), Kind::Other, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->call = call_it;
  t->repr = show;
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
