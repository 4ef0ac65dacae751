// import statements.
#include "object/dict.hpp"
#include "object/function.hpp"
#include "object/int.hpp"
#include "object/tuple.hpp"
#include "object/unsupported.hpp"
#include "vm/eval.hpp"
#include "vm/helpers.hpp"

namespace ap {

Var (*import_module)(Str* name, Dict* globals, Value fromlist, int level);

Var import_name(Frame* f, Str* name, Value fromlist, Value level) {
  if (!import_module) return raise(rt.types.ModuleNotFoundError, "No module named %R", Value(name));
  return import_module(name, f->globals, fromlist, static_cast<int>(level.as_int()));
}

// Where CPython has the file of a module of the library; empty where that is written in C or frozen. Only shown.
Ref<Str> file_of_library(Str* module) {
  std::string name = to_utf8(module);
  for (std::string_view c : {"sys", "math", "time", "itertools", "gc", "atexit", "binascii", "builtins", "__main__"})
    if (name == c) return {};
  bool package = false;
  for (std::string_view p : {"asyncio", "collections", "concurrent", "concurrent.futures", "json", "logging", "pathlib", "re", "string", "unittest", "urllib"})
    package |= name == p;
  if (name == "collections.abc") name = "_collections_abc";
  for (char& c : name)
    if (c == '.') c = '/';
  return make_str("/usr/lib/python3.14/" + name + (package ? "/__init__.py" : ".py"));
}

Var import_from(Value module, Str* name) {
  Var v = getattr_or_empty(module, name);
  if (v || failed()) return v;
  // `from package import submodule`
  Var package = getattr_or_empty(module, rt.names.__name__);
  if (!package && failed()) return Var();
  if (package && is_kind(package, Kind::Str)) {
    Ref<Str> full = format_str("%S.%U", package.get(), name);
    if (Value found = dict_get(rt.modules, full)) return found;
    if (failed()) return Var();
  }
  Var file = getattr_or_empty(module, rt.names.__file__);
  clear_error();
  if (package && is_kind(package, Kind::Str) && is_unsupported_name && is_unsupported_name(package.as<Str>(), name))
    return raise(rt.types.ImportError, "cannot import name %R from %R%s", Value(name), package.get(), kNotSupportedHere);
  Ref<Str> where = file && is_kind(file, Kind::Str) ? str(file) : Ref<Str>();
  if (!where && package && is_kind(package, Kind::Str)) where = file_of_library(package.as<Str>());
  Ref<Str> shown = where ? where : make_str("unknown location");
  (void)raise(rt.types.ImportError, "cannot import name %R from %R (%U)", Value(name), package ? package.get() : Value(None),
              shown.get());
  if (is_instance(rt.error, rt.types.ImportError)) {
    auto* e = static_cast<WideException*>(rt.error.as<BaseException>());
    auto put = [](Value* field, Value v) {
      incref(v);
      decref(std::exchange(*field, v));
    };
    put(&e->field[0], package ? package.get() : Value(None));
    put(&e->field[1], where ? Value(where.get()) : Value(None));
    put(&e->more[1], name);
  }
  return Var();
}

bool import_star(Frame* f, Value module) {
  Ref<Str> all_name = intern("__all__");
  Var all = getattr_or_empty(module, all_name.get());
  if (!all && failed()) return false;
  if (all) {
    Ref<List> names = to_list(all);
    if (!names) return false;
    for (uint32_t i = 0; i < names->size; ++i) {
      Ref<Str> name = intern(names->items[i].as<Str>());
      Var v = getattr(module, name.get());
      if (!v || !setitem(f->namespace_, name, v)) return false;
    }
    return true;
  }
  if (!is_kind(module, Kind::Module)) return raise(rt.types.ImportError, "from-import-* object has no __dict__ and no __all__");
  Ref<Dict> names = dict_copy(module.as<Module>()->dict);
  uint32_t at = 0;
  for (Value key, value; dict_next(names.get(), &at, &key, &value);) {
    if (!is_kind(key, Kind::Str) || (key.as<Str>()->length && key.as<Str>()->at(0) == '_')) continue;
    if (!setitem(f->namespace_, key, value)) return false;
  }
  return true;
}

}  // namespace ap
