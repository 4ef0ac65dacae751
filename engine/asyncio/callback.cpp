#include "asyncio/callback.hpp"

#include "asyncio/task_callbacks.hpp"
#include "object/protocol.hpp"

namespace ap {

Type* internal_callback_type;

namespace {

Type *step_type, *method_type;

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
Var qualname(Value v) {
  auto* self = v.as<InternalCallback>();
  if (self->type != method_type) return make_str(self->def->qualname);
  Type* t = type_of(self->a);
  return format_str("%U.task_wakeup", t->qualname ? t->qualname : t->name);
}
Var name(Value v) {
  const char* text = v.as<InternalCallback>()->def->qualname;
  const char* dot = __builtin_strrchr(text, '.');
  return make_str(dot ? dot + 1 : text);
}
Var bound_to(Value v) { return Var(v.as<InternalCallback>()->a); }
Var show(Value v) {
  auto* self = v.as<InternalCallback>();
  auto place = static_cast<unsigned long long>(address_of(v.object()));
  if (self->type == step_type) return format_str("<_asyncio.%s object at 0x%llx>", self->def->qualname, place);
  if (self->type == internal_callback_type) return format_str("<function %s at 0x%llx>", self->def->qualname, place);
  return format_str("<built-in method %S of _asyncio.Task object at 0x%llx>", name(v).get(),
                    static_cast<unsigned long long>(address_of(self->a.object())));
}
const GetSetDef getsets[] = {{"__self__", bound_to}, {"__qualname__", qualname}, {"__name__", name}};

}  // namespace

Ref<InternalCallback> new_callback(const CallbackDef& def, Value a, Value b) {
  auto* self = allocate<InternalCallback>(&def == &task_step_method ? step_type : &def == &task_wakeup_method ? method_type : internal_callback_type, 0);
  self->def = &def;
  incref(a);
  incref(b);
  self->a = a;
  self->b = b;
  return Ref<InternalCallback>::steal(self);
}

void init_callback_type() {
  // Name, type, and which of the attributes.
  const struct {
    const char* name;
    Type** type;
    int first, last;
  } all[] = {{"function", &internal_callback_type, 1, 3}, {"builtin_function_or_method", &method_type, 0, 3}, {"_asyncio.TaskStepMethWrapper", &step_type, 0, 1}};
  for (const auto& made : all) {
    Type* t = *made.type = new_type(made.name, nullptr, sizeof(InternalCallback), Kind::Other, 0);
    t->dealloc = dealloc;
    t->traverse = traverse;
    t->call = call_it;
    t->repr = show;
    add_getsets(t, getsets + made.first, static_cast<size_t>(made.last - made.first));
    make_type_ready(t);
  }
}

}  // namespace ap
