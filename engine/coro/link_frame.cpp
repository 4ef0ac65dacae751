#include "coro/link_frame.hpp"

#include "coro/co.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/native.hpp"

namespace ap {
namespace {

Type *frame_type, *code_type;

// The code of a function that is C++ here.
struct LibraryCode : Object {
  const char *name, *qualname, *file;
  int first_line;
  explicit LibraryCode(Type* t) : Object(t, Kind::Other) {}
};
LibraryCode* code_of(Value v) { return v.as<LibraryCode>(); }

Ref<Str> filename_of(LibraryCode* c) { return format_str("/usr/lib/python3.14/asyncio/%s", c->file); }

const GetSetDef code_getsets[] = {
    {"co_name", [](Value v) { return Var(make_str(code_of(v)->name)); }},
    {"co_qualname", [](Value v) { return Var(make_str(code_of(v)->qualname)); }},
    {"co_filename", [](Value v) { return Var(filename_of(code_of(v))); }},
    {"co_firstlineno", [](Value v) { return make_int(code_of(v)->first_line); }},
    {"co_flags", [](Value) { return make_int(128 | 1 | 2); }},
};
Var repr_code(Value v) {
  LibraryCode* c = code_of(v);
  return format_str("<code object %s at 0x%llx, file \"%U\", line %d>", c->name,
                    static_cast<unsigned long long>(address_of(c)), filename_of(c).get(), c->first_line);
}

FrameObject* self_of(Value v) { return v.as<FrameObject>(); }
int line_of(FrameObject* f) { return f->ops ? f->ops->line(f) : f->line; }

const GetSetDef frame_getsets[] = {
    {"f_code", [](Value v) { return Var(self_of(v)->code); }},
    {"f_lineno", [](Value v) { return make_int(line_of(self_of(v))); }},
    {"f_back", [](Value v) { return self_of(v)->ops ? self_of(v)->ops->back(self_of(v)) : Var(None); }},
    {"f_generator", [](Value v) {
       if (self_of(v)->ops) return self_of(v)->ops->generator(self_of(v));
       return self_of(v)->generator ? Var(self_of(v)->generator) : Var(None);
     }},
    {"f_locals", [](Value v) { return self_of(v)->ops ? self_of(v)->ops->locals(self_of(v)) : Var(new_dict()); }},
    {"f_globals", [](Value v) { return self_of(v)->ops ? self_of(v)->ops->globals(self_of(v)) : Var(new_dict()); }},
    {"f_builtins", [](Value) { return Var(Value(rt.builtins)); }},
    {"f_lasti", [](Value) { return Var(Value::from_int(0)); }},
    {"f_trace", [](Value) { return Var(None); }},
};
Var clear(Call& c) {
  auto* f = c.self.as<FrameObject>();
  return !f->ops || f->ops->clear(f) ? Var(None) : Var();
}
const MethodDef frame_methods[] = {{"clear", "", clear}};

Var repr_frame(Value v) {
  FrameObject* f = self_of(v);
  Var file = getattr(f->code, "co_filename"), name = getattr(f->code, "co_name");
  if (!file || !name) return Var();
  return format_str("<frame at 0x%llx, file %R, line %d, code %S>", static_cast<unsigned long long>(address_of(f)),
                    file.get(), line_of(f), name.get());
}

}  // namespace

Var new_library_code(const char* name, const char* qualname, const char* file, int first_line) {
  auto* c = allocate<LibraryCode>(code_type, 0);
  c->name = name;
  c->qualname = qualname;
  c->file = file;
  c->first_line = first_line;
  return Var::steal(c);
}

Var new_frame_object(Value code, int line, Value generator) {
  auto* f = allocate<FrameObject>(frame_type, 0);
  f->code = Var(code).release();
  f->generator = Var(generator).release();
  f->line = line;
  return Var::steal(f);
}

Var frame_of(Link* link) {
  if (link->ops->frame) return link->ops->frame(link);
  LinkInfo info;
  link->ops->describe(link, info);
  Object* object = link->ops->object(link);
  for (Link* l = link->awaiter; !object && l; l = l->awaiter) object = l->ops->object(l);
  if (info.def && info.def->file) {
    Var code = new_library_code(info.def->name, info.def->qualname, info.def->file, info.def->first_line);
    return new_frame_object(code, info.line, object ? Value(object) : Value());
  }
  if (info.native || !link->ops->code) return Var();
  Var code = link->ops->code(link);
  return code ? new_frame_object(code, info.line, object ? Value(object) : Value()) : Var();
}

Var awaiting_frame() {
  for (Link* l = driver ? driver->at : nullptr; l; l = l->awaiter)
    if (l->ops->frame) return l->ops->frame(l);
  return None;
}

void init_link_frame_types() {
  Type* t = code_type = new_type("code", nullptr, sizeof(LibraryCode), Kind::Other, 0);
  t->dealloc = [](Object* o) { free_object(o, sizeof(LibraryCode)); };
  t->repr = repr_code;
  add_getsets(t, code_getsets);
  make_type_ready(t);
  t = frame_type = new_type("frame", nullptr, sizeof(FrameObject), Kind::Other, kWeakrefable);
  t->dealloc = [](Object* o) {
    auto* f = static_cast<FrameObject*>(o);
    if (f->ops) return f->ops->dealloc(o);
    decref(f->code);
    decref(f->generator);
    free_object(o, sizeof(FrameObject));
  };
  t->traverse = [](Object* o, Visitor& visit) {
    auto* f = static_cast<FrameObject*>(o);
    visit(f->generator);
    if (f->ops) f->ops->traverse(o, visit);
  };
  t->repr = repr_frame;
  add_getsets(t, frame_getsets);
  add_methods(t, frame_methods);
  make_type_ready(t);
  rt.types.frame = t;
}

}  // namespace ap
