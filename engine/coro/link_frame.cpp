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

struct LinkFrame : Object {
  Value code;       // owned
  Value generator;  // owned, or Empty
  int line = 0;
  explicit LinkFrame(Type* t) : Object(t, Kind::Other) {}
};
LinkFrame* self_of(Value v) { return v.as<LinkFrame>(); }

const GetSetDef frame_getsets[] = {
    {"f_code", [](Value v) { return Var(self_of(v)->code); }},
    {"f_lineno", [](Value v) { return make_int(self_of(v)->line); }},
    {"f_back", [](Value) { return Var(None); }},
    {"f_generator", [](Value v) { return self_of(v)->generator ? Var(self_of(v)->generator) : Var(None); }},
    {"f_locals", [](Value) { return Var(new_dict()); }},
    {"f_globals", [](Value) { return Var(new_dict()); }},
    {"f_lasti", [](Value) { return Var(Value::from_int(0)); }},
    {"f_trace", [](Value) { return Var(None); }},
};
Var clear(Call&) { return None; }
const MethodDef frame_methods[] = {{"clear", "", clear}};

Var repr_frame(Value v) {
  LinkFrame* f = self_of(v);
  Var file = getattr(f->code, "co_filename"), name = getattr(f->code, "co_name");
  if (!file || !name) return Var();
  return format_str("<frame at 0x%llx, file %R, line %d, code %S>", static_cast<unsigned long long>(address_of(f)),
                    file.get(), f->line, name.get());
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
  auto* f = allocate<LinkFrame>(frame_type, 0);
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
  if (info.def) {
    Var code = new_library_code(info.def->name, info.def->qualname, info.def->file, info.def->first_line);
    return new_frame_object(code, info.line, object ? Value(object) : Value());
  }
  if (info.native || !link->ops->code) return Var();
  Var code = link->ops->code(link);
  return code ? new_frame_object(code, info.line, object ? Value(object) : Value()) : Var();
}

void init_link_frame_types() {
  Type* t = code_type = new_type("code", nullptr, sizeof(LibraryCode), Kind::Other, 0);
  t->dealloc = [](Object* o) { free_object(o, sizeof(LibraryCode)); };
  t->repr = repr_code;
  add_getsets(t, code_getsets);
  make_type_ready(t);
  t = frame_type = new_type("frame", nullptr, sizeof(LinkFrame), Kind::Other, 0);
  t->dealloc = [](Object* o) {
    decref(self_of(o)->code);
    decref(self_of(o)->generator);
    free_object(o, sizeof(LinkFrame));
  };
  t->repr = repr_frame;
  add_getsets(t, frame_getsets);
  add_methods(t, frame_methods);
  make_type_ready(t);
  if (!rt.types.frame) rt.types.frame = t;
}

}  // namespace ap
