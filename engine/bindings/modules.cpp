#include "bindings/modules.hpp"

#include <string>

#include "bindings/python_modules.hpp"
#include "compile/compile.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "object/unsupported.hpp"
#include "vm/eval.hpp"
#include "trace/accesses.hpp"

namespace ap {

Ref<Str> file_of_library(Str* module);  // vm/imports.cpp

void module_set(Module* m, const char* name, Value v) {
  Ref<Str> n = intern(name);
  dict_set_name(m->dict, n.get(), v);
}

Var late_attribute_from(std::string_view module, Str* name) {
  Var more = load_module(module);
  if (!more) return more;
  Var v = getattr_or_empty(more, name);
  return v || failed() ? std::move(v) : Var(NotImplemented);
}

void module_functions(Module* m, const MethodDef* defs, size_t n) {
  Value module_name = dict_get_name(m->dict, rt.names.__name__);
  for (size_t i = 0; i < n; ++i) {
    Ref<NativeFunction> f = new_function(&defs[i], module_name.as<Str>());
    module_set(m, defs[i].name, f);
  }
}

bool is_known_module(std::string_view name) {
  bool package;
  return name == "__future__" || name == "__main__" || name == "builtins" || find_native_module(name) || !find_python_module(name, &package).empty();
}

// python/_missing_names.py, written by tests/conformance/missing-names.mjs: a line for each module.
bool is_missing_name(std::string_view module, std::string_view name) {
  bool package;
  std::string_view all = find_python_module("_missing_names", &package);
  std::string key = "\n" + std::string(module) + ": ";
  size_t at = all.find(key);
  if (at == all.npos) return false;
  std::string line(all.substr(at + key.size() - 1, all.find('\n', at + 1) - at - key.size() + 1));
  return (line + " ").find(" " + std::string(name) + " ") != line.npos;
}

namespace {

// Names with an underscore are listed for all modules at once.
bool is_listed(std::string_view module, std::string_view name) {
  return is_missing_name(module, name) || (name.starts_with('_') && module != "builtins" && is_missing_name(kAnyObject, name));
}

}  // namespace

bool library_lacks(std::string_view module, std::string_view name) {
  if (module == kAnyObject) return is_missing_name(module, name);
  // The list is in the pack, which most programs can do without: what a native module has need not be looked up.
  bool native = module == "builtins" || find_native_module(module);
  if (!native && !is_listed(module, name)) return false;
  Var m = load_module(module);
  Ref<Str> id = intern(name);
  clear_error();
  // The list may be older than the module. What a module makes when it is looked at is not made for this question.
  return m && is_kind(m, Kind::Module) && !dict_get_name(m.as<Module>()->dict, id.get()) && is_listed(module, name) && !is_known_module(std::string(module) + "." + std::string(name));
}

namespace {

bool lacks(Str* module, Str* name) { return is_listed(to_utf8(module), to_utf8(name)); }

bool run_python_module(Module* m, std::string_view name, std::string_view source) {
  Arena arena;
  std::string filename = "<" + std::string(name) + ">";
  CompileOptions options{.filename = filename, .watch = trace::live_accesses != nullptr};
  CompileResult compiled = compile_module(source, arena, options);
  if (compiled.error) {
    return raise(rt.types.SystemError, "module %s: line %d: %s", filename.c_str(), compiled.error->lineno,
                 std::string(compiled.error->message).c_str());
  }
  if (!compiled.code) return false;
  register_source(filename, source);
  return bool(run_body(compiled.code.get(), m->dict, Value(m->dict)));
}

}  // namespace

Var load_module(std::string_view name) {
  Ref<Str> key = intern(name);
  if (Value there = dict_get_name(rt.modules, key.get())) {
    if (there.is_none())
      return raise(rt.types.ModuleNotFoundError, "import of %U halted; None in sys.modules", key.get());
    return there;
  }
  Var parent;
  size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    parent = load_module(name.substr(0, dot));
    if (!parent) return parent;
    // Importing the parent may have made it.
    if (Value there = dict_get_name(rt.modules, key.get())) return there;
  }
  const NativeModule* native = find_native_module(name);
  bool package = false;
  std::string_view source = native ? std::string_view() : find_python_module(name, &package);
  if (!native && source.empty()) {
    (void)raise(rt.types.ModuleNotFoundError, "No module named %R", Value(key.get()));
    if (failed()) {
      auto* e = rt.error.as<BaseException>();
      decref(std::exchange(e->field[0], Var(Value(key.get())).release()));
    }
    return Var();
  }
  Ref<Module> m = new_module(name);
  dict_set_name(rt.modules, key.get(), Value(m.get()));
  if (Ref<Str> file = name[0] == '_' ? Ref<Str>() : file_of_library(key.get())) dict_set_name(m->dict, rt.names.__file__, file);
  bool ok = native ? native->fill(m.get()) : run_python_module(m.get(), name, source);
  if (!ok) {
    Var error = take_error();
    dict_remove_name(rt.modules, key.get());
    set_error(std::move(error));
    return Var();
  }
  if (parent) {
    Ref<Str> last = intern(name.substr(dot + 1));
    if (!setattr(parent, last.get(), Value(m.get()))) return Var();
  }
  // A module may have put something else in its place.
  return dict_get_name(rt.modules, key.get());
}

Var import_from_program(Str* name, Dict*, Value fromlist, int level) {
  if (level > 0) return raise(rt.types.ImportError, "attempted relative import with no known parent package");
  std::string full = to_utf8(name);
  Var module = load_module(full);
  if (!module) return module;
  if (!fromlist.is_none() && is_kind(fromlist, Kind::Tuple) && fromlist.as<Tuple>()->size) {
    // `from package import submodule`
    auto* names = fromlist.as<Tuple>();
    for (uint32_t i = 0; i < names->size; ++i) {
      std::string part = to_utf8((*names)[i].as<Str>());
      if (part == "*") continue;
      Var has = getattr_or_empty(module, (*names)[i].as<Str>());
      if (has) continue;
      if (failed()) return Var();
      std::string sub = full + "." + part;
      if (is_known_module(sub) && !load_module(sub)) return Var();
    }
    return module;
  }
  size_t dot = full.find('.');
  if (dot == std::string::npos) return module;
  return load_module(std::string_view(full).substr(0, dot));
}

void init_modules() {
  is_unsupported_name = lacks;
  init_code_functions();
  import_module = import_from_program;
  Ref<Module> builtins = new_module("builtins");
  decref(std::exchange(builtins->dict, rt.builtins));
  incref(rt.builtins);
  dict_set_name(rt.modules, rt.names.builtins, Value(builtins.get()));
}

}  // namespace ap
