// sys: the standard streams and what a program asks about its interpreter.
#include "bindings/modules.hpp"

#include "bindings/sys.hpp"
#include "coro/origin.hpp"
#include "object/exception.hpp"
#include "object/list.hpp"
#include "object/tuple.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "vm/builtins.hpp"
#include "vm/frame_object.hpp"
#include "vm/output.hpp"

namespace ap {
namespace {

// sys.stdout and sys.stderr as the run begins with them.
struct TextStream : Object {
  Stream stream;
  explicit TextStream(Type* t) : Object(t, Kind::Other) {}
};

Type* stream_type;
Dict* sys_dict;        // once sys has been imported
Object* first_stdout;  // the stream that print() may bypass
Object* first_stdin;   // what reads the run's answers, once somebody has asked for it

Var write(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("write() argument must be str, not %T", c[0]);
  if (!write_text(c.self.as<TextStream>()->stream, c[0].as<Str>())) return Var();
  return make_int(c[0].as<Str>()->length);
}
Var writelines(Call& c) {
  Var it = iterate(c[0]);
  if (!it) return it;
  while (Var line = next(it)) {
    if (!is_kind(line, Kind::Str)) return type_error("write() argument must be str, not %T", line.get());
    if (!write_text(c.self.as<TextStream>()->stream, line.as<Str>())) return Var();
  }
  return failed() ? Var() : Var(None);
}
Var nothing(Call&) { return None; }
Var no(Call&) { return False; }
Var yes(Call&) { return True; }
Var fileno(Call& c) { return make_int(static_cast<int>(c.self.as<TextStream>()->stream)); }

const MethodDef stream_methods[] = {
    {"write", "text, /", write}, {"writelines", "lines, /", writelines}, {"flush", "", nothing}, {"isatty", "", no},
    {"writable", "", yes},       {"readable", "", no},                   {"fileno", "", fileno}, {"close", "", nothing},
    {"reconfigure", "**kwargs", nothing},
};
// What few programs ask for is in the pack, in _files.
Var from_files(const char* function, Value argument = Value()) {
  Var files = load_module("_files");
  Var make = files ? getattr(files, function) : Var();
  if (!make) return make;
  return argument ? call(make, argument) : call(make);
}

const GetSetDef stream_getsets[] = {
    {"buffer", [](Value v) { return from_files("StandardOutput", v); }},
    {"name", [](Value v) { return Var(make_str(v.as<TextStream>()->stream == Stream::Out ? "<stdout>" : "<stderr>")); }},
    {"encoding", [](Value) { return Var(make_str("utf-8")); }},
    {"errors", [](Value v) { return Var(make_str(v.as<TextStream>()->stream == Stream::Out ? "strict" : "backslashreplace")); }},
    {"mode", [](Value) { return Var(make_str("w")); }},
    {"closed", [](Value) { return Var(False); }},
    {"line_buffering", [](Value) { return Var(True); }},
};
Var stream_repr(Value v) {
  return format_str("<_io.TextIOWrapper name='%s' mode='w' encoding='utf-8'>",
                    v.as<TextStream>()->stream == Stream::Out ? "<stdout>" : "<stderr>");
}
void stream_dealloc(Object* o) { free_object(o, sizeof(TextStream)); }

Ref<TextStream> new_stream(Stream s) {
  auto* t = allocate<TextStream>(stream_type, 0);
  t->stream = s;
  return Ref<TextStream>::steal(t);
}

Value stdout_now() {
  if (!sys_dict) return Value();
  Ref<Str> name = intern("stdout");
  Value v = dict_get_name(sys_dict, name.get());
  if (v.is_object() && v.object() == first_stdout) return Value();
  if (v.is_empty()) (void)raise(rt.types.RuntimeError, "lost sys.stdout");
  return v;
}

// sys.stdin is made when it is looked at.
Var late_attribute(Call& c) {
  if (is_kind(c[0], Kind::Str) && (equal(c[0].as<Str>(), "stdin") || equal(c[0].as<Str>(), "__stdin__")) && !first_stdin) {
    Var in = from_files("standard_input");
    if (!in) return in;
    first_stdin = Var(in).release().object();
    for (const char* name : {"stdin", "__stdin__"}) {
      Ref<Str> id = intern(name);
      dict_set_name(sys_dict, id.get(), in);
    }
    return in;
  }
  // And what few programs ask for.
  if (!is_kind(c[0], Kind::Str) || !c[0].as<Str>()->length || (c[0].as<Str>()->at(0) == '_' && !to_utf8(c[0].as<Str>()).ends_with("hook__"))) return NotImplemented;
  return late_attribute_from("_sys_more", c[0].as<Str>());
}

Var exit_(Call& c) {
  Ref<Tuple> args = c[0] ? tuple_of(c[0]) : Ref<Tuple>(rt.empty_tuple);
  return raise_with_args(rt.types.SystemExit, args.get());
}
Value handled_exception() {
  for (HandledException* h = rt.handled; h; h = h->previous)
    if (!h->exception.is_none()) return h->exception;
  return None;
}
Var exception_(Call&) { return handled_exception(); }
Var exc_info(Call&) {
  Value e = handled_exception();
  if (e.is_none()) return tuple_of(None, None, None);
  auto* b = e.as<BaseException>();
  return tuple_of(Value(b->type), e, b->traceback ? Value(b->traceback) : None);
}
Var getrecursionlimit(Call&) { return make_int(rt.limits.recursion); }
Var setrecursionlimit(Call& c) {
  int64_t n;
  if (!to_int64(c[0], &n)) return Var();
  if (n < 1) return value_error("recursion limit must be greater or equal than 1");
  rt.limits.recursion = static_cast<uint32_t>(n > 20000 ? 20000 : n);
  return None;
}
Var getrefcount(Call& c) { return make_int(c[0].is_object() ? c[0].object()->refs + 1 : 4294967295u); }
Var getsizeof(Call& c) { return make_int(c[0].is_object() ? type_of(c[0])->basic_size + 16 : 28); }
Var intern_(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("intern() argument must be str, not %T", c[0]);
  return intern(c[0].as<Str>());
}
Var getframe(Call& c) {
  int64_t depth = 0;
  if (c[0] && !to_int64(c[0], &depth)) return Var();
  Frame* f = vm.current;
  for (; f && depth > 0; --depth) f = caller_of(f);
  if (!f) return value_error("call stack is not deep enough");
  return Value(frame_object(f));
}
Var get_origin_depth(Call&) { return make_int(origin_depth); }
Var set_origin_depth(Call& c) {
  int64_t n;
  if (!to_int64(c[0], &n)) return Var();
  if (n < 0) return value_error("depth must be >= 0");
  origin_depth = static_cast<uint32_t>(std::min<int64_t>(n, 10000));
  return None;
}
Var getdefaultencoding(Call&) { return make_str("utf-8"); }
Var is_finalizing(Call&) { return Value::from_bool(rt.finalizing); }

const MethodDef functions[] = {
    {"exit", "status=None, /", exit_},
    {"exception", "", exception_},
    {"exc_info", "", exc_info},
    {"getrecursionlimit", "", getrecursionlimit},
    {"setrecursionlimit", "limit, /", setrecursionlimit},
    {"getrefcount", "object, /", getrefcount},
    {"getsizeof", "object, default=None", getsizeof},
    {"_getframe", "depth=0, /", getframe},
    {"intern", "string, /", intern_},
    {"get_coroutine_origin_tracking_depth", "", get_origin_depth},
    {"set_coroutine_origin_tracking_depth", "depth", set_origin_depth},
    {"getdefaultencoding", "", getdefaultencoding},
    {"is_finalizing", "", is_finalizing},
    {"__getattr__", "name, /", late_attribute},
};

}  // namespace

namespace {

void write_error_text(std::string_view utf8) {
  if (sys_dict) {
    Ref<Str> name = intern("stderr");
    Value v = dict_get_name(sys_dict, name.get());
    if (v && !v.is_none() && type_of(v) != stream_type) {
      Ref<Str> text = make_str(utf8);
      Var error = take_error();
      Var r = call_method(v, rt.names.write, text);
      clear_error();
      if (error) set_error(std::move(error));
      return;
    }
  }
  write_output(Stream::Err, utf8);
}

}  // namespace

Value program_stdin() {
  if (!sys_dict) return Value();
  Ref<Str> name = intern("stdin");
  Value v = dict_get_name(sys_dict, name.get());
  return v && !(v.is_object() && v.object() == first_stdin) ? v : Value();
}

void init_sys() {
  Type* t = stream_type = new_type("_io.TextIOWrapper", nullptr, sizeof(TextStream), Kind::Other, 0);
  t->dealloc = stream_dealloc;
  t->repr = stream_repr;
  add_methods(t, stream_methods);
  add_getsets(t, stream_getsets);
  make_type_ready(t);
  sys_dict = nullptr;
  first_stdout = first_stdin = nullptr;
  current_stdout = stdout_now;
  stderr_writer = write_error_text;
}

bool fill_sys(Module* m) {
  module_functions(m, functions);
  sys_dict = m->dict;
  Ref<TextStream> out = new_stream(Stream::Out), err = new_stream(Stream::Err);
  first_stdout = out.get();
  incref(first_stdout);
  for (const char* name : {"stdout", "__stdout__"}) module_set(m, name, out);
  for (const char* name : {"stderr", "__stderr__"}) module_set(m, name, err);
  Ref<Str> program = make_str("main.py");
  Ref<List> argv = make_list(nullptr, 0);
  list_append(argv.get(), Value(program.get()));
  module_set(m, "argv", argv);
  module_set(m, "modules", Value(rt.modules));
  Ref<Str> linux_ = make_str("linux"), version = make_str("3.14.0 (asyncio-playground)"), little = make_str("little");
  module_set(m, "platform", linux_);
  module_set(m, "version", version);
  module_set(m, "byteorder", little);
  Var maxsize = make_int(INT64_MAX);
  module_set(m, "maxsize", maxsize);
  module_set(m, "maxunicode", Value::from_int(0x10FFFF));
  module_set(m, "hexversion", Value::from_int(0x030E00F0));
  module_set(m, "dont_write_bytecode", True);
  Ref<Str> final_ = make_str("final");
  Ref<Tuple> info = tuple_of(Value::from_int(3), Value::from_int(14), Value::from_int(0), final_, Value::from_int(0));
  static const char* const kVersionFields[] = {"major", "minor", "micro", "releaselevel", "serial"};
  Type* version_type = new_struct_type("sys.version_info", kVersionFields, 5);
  Var version_info = make_struct(version_type, info.get());
  module_set(m, "version_info", version_info);
  Ref<List> path = new_list();
  module_set(m, "path", path);
  Ref<List> warnoptions = new_list();
  module_set(m, "warnoptions", warnoptions);
  return true;
}

}  // namespace ap
