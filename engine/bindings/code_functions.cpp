// Built-in functions about source text, input and files.
#include <algorithm>

#include "base/give_up.hpp"
#include "bindings/modules.hpp"
#include "bindings/setup.hpp"
#include "bindings/sys.hpp"
#include "compile/compile.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"
#include "vm/builtins.hpp"
#include "vm/eval.hpp"
#include "vm/frame_object.hpp"
#include "vm/hooks.hpp"
#include "vm/output.hpp"

namespace ap {
namespace {

// What CPython leaves in `text` for source that is no file: the parser's errors have the line with its newline (exec adds a
// missing one), the tokenizer's the line as it was given (the lexer here ends it with a newline), the compiler's none.
// eval() has no newline to point behind where the expression stops short: the column is 0.
Raised raise_syntax_error(const syntax::SyntaxError& e, std::string_view filename, std::string_view source, int mode, bool by_compiler) {
  if (e.type >= syntax::ErrorType::MemoryError) {
    Ref<Str> message = make_str(e.message);
    return raise_with_args(e.type == syntax::ErrorType::MemoryError ? rt.types.MemoryError : rt.types.RecursionError,
                           tuple_of(message).get());
  }
  bool ends_with_newline = source.ends_with('\n'), by_lexer = e.text.ends_with('\n');
  std::string line(e.text);
  if (by_lexer) line.pop_back();
  bool last_line = !ends_with_newline && source.ends_with(line);
  // Where the tokenizer is lines further already, the line is cut before its newline.
  auto lines = 1 + std::count(source.begin(), source.end() - ends_with_newline, '\n');
  bool behind = e.end_lineno > e.lineno || (e.message.ends_with("was never closed") && e.lineno < lines) ||
                (by_lexer && e.end_offset > 0);
  if (!behind && (!last_line || (!by_lexer && mode == 0))) line += '\n';
  bool stops_short = mode == 1 && last_line && !by_lexer && e.message == "invalid syntax" && e.offset > static_cast<int>(line.size());
  Ref<Str> file = make_str(filename), message = make_str(e.message);
  Var text = by_compiler ? Var(None) : Var(make_str(line));
  Ref<Tuple> where = tuple_of(file, Value::from_int(e.lineno), Value::from_int(stops_short ? 0 : e.offset), text,
                              Value::from_int(e.end_lineno), Value::from_int(stops_short ? 0 : e.end_offset));
  Type* types[] = {rt.types.SyntaxError, rt.types.IndentationError, rt.types.TabError};
  Ref<Tuple> args = tuple_of(message, where);
  return raise_with_args(types[static_cast<int>(e.type)], args.get());
}

// mode 0 module, 1 expression
Ref<Code> compile_text(Str* source, std::string_view filename, int mode) {
  Arena arena;
  std::string text = to_utf8(source);
  if (text.find('\0') != text.npos) {
    Ref<Str> message = make_str("source code string cannot contain null bytes");
    return raise_with_args(rt.types.SyntaxError, tuple_of(message).get());
  }
  if (!check(text.size() / 8)) return {};  // some 100 ns a character
  CompileOptions options{.filename = filename};
  CompileResult r = compile_source(text, arena, options, mode);
  if (r.error && give_up() && !check_slow()) return {};  // the error is that the run is to stop
  for (auto* w = r.warnings; w; w = w->next)
    if (!warn_at(rt.types.SyntaxWarning, w->message, filename, static_cast<int>(w->line))) return {};
  if (r.error) return raise_syntax_error(*r.error, filename, text, mode, r.error_by_compiler);
  if (r.unsupported_found) return raise(rt.types.NotImplementedError, "%s", r.unsupported.feature.c_str());
  return std::move(r.code);
}

Ref<Str> source_text(Value v, const char* function, const char* also) {
  if (is_kind(v, Kind::Str)) return Ref<Str>(v.as<Str>());
  if (is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) {
    Ref<Str> name = intern("decode");
    return Ref<Str>::from(call_method(v, name.get()));
  }
  return type_error("%s() arg 1 must be a string, bytes or %s object", function, also);
}

Var run(Call& c, const char* function, int mode) {
  Value globals = c.get(1, None), locals = c.get(2, None);
  if (!globals.is_none() && !is_kind(globals, Kind::Dict)) {
    if (mode == 1) return type_error("globals must be a real dict; try eval(code, {}, mapping)");
    return type_error("%s() globals must be a dict, not %T", function, globals);
  }
  Var names;
  Dict* g;
  if (globals.is_none()) {
    g = vm.current ? vm.current->globals : rt.builtins;
    names = !locals.is_none() ? Var(locals) : vm.current ? frame_locals(vm.current) : Var(g);
  } else {
    g = globals.as<Dict>();
    names = locals.is_none() ? globals : locals;
    if (!dict_get_name(g, rt.names.__builtins__))
      dict_set_name(g, rt.names.__builtins__, dict_get_name(rt.modules, rt.names.builtins));
  }
  Ref<Code> code;
  if (is_kind(c[0], Kind::Code)) {
    code = Ref<Code>(c[0].as<Code>());
  } else {
    Ref<Str> source = source_text(c[0], function, "code");
    if (!source) return Var();
    if (mode == 1) {
      uint32_t blanks = 0;
      while (blanks < source->length && (source->at(blanks) == ' ' || source->at(blanks) == '\t')) ++blanks;
      if (blanks) source = substring(source.get(), blanks, source->length);
    }
    code = compile_text(source.get(), "<string>", mode);
    if (!code) return Var();
  }
  Var r = run_body(code.get(), g, names);
  if (!r || mode == 1) return r;
  return None;
}
Var eval_(Call& c) { return run(c, "eval", 1); }
Var exec_(Call& c) { return run(c, "exec", 0); }

Var compile_(Call& c) {
  Ref<Str> source = source_text(c[0], "compile", "AST");
  if (!source) return Var();
  if (!is_kind(c[1], Kind::Str)) return type_error("compile() argument 'filename' must be str, bytes or os.PathLike, not %T", c[1]);
  if (!is_kind(c[2], Kind::Str)) return type_error("compile() argument 'mode' must be str, not %T", c[2]);
  Str* mode = c[2].as<Str>();
  bool expression = equal(mode, "eval");
  if (!expression && !equal(mode, "exec") && !equal(mode, "single"))
    return value_error("compile() mode must be 'exec', 'eval' or 'single'");
  return compile_text(source.get(), to_utf8(c[1].as<Str>()), expression ? 1 : 0);
}

Var input(Call& c) {
  if (c[0]) {
    Ref<Str> prompt = str(c[0]);
    if (!prompt) return Var();
    Value target = current_stdout ? current_stdout() : Value();
    if (target.is_empty())
      write_output(Stream::Out, to_utf8(prompt.get()));
    else if (!target.is_none() && !call_method(target, rt.names.write, prompt))
      return Var();
  }
  // A program may have put another stream in the place of the run's answers.
  if (Value other = program_stdin()) {
    Ref<Str> readline = intern("readline");
    Var line = call_method(other, readline.get());
    if (!line) return line;
    if (!is_kind(line, Kind::Str)) return type_error("object.readline() returned non-string");
    Str* text = line.as<Str>();
    if (!text->length) return raise(rt.types.EOFError, "EOF when reading a line");
    return text->at(text->length - 1) == '\n' ? Var(substring(text, 0, text->length - 1)) : line;
  }
  std::string line;
  if (!next_input_line(&line)) return raise(rt.types.EOFError, "EOF when reading a line");
  return make_str(line);
}

// The files are in memory, and their module is in the pack.
Var open_(Call& c) {
  Var files = load_module("_files");
  if (!files) return files;
  Ref<Str> name = intern("open");
  Var open = getattr(files, name.get());
  if (!open) return open;
  const Value defaults[] = {Value(), Value(), Value::from_int(-1), None, None, None, True, None};
  Value args[8];
  uint32_t n = 8;
  while (n > 1 && c[n - 1].is_empty()) --n;
  for (uint32_t i = 0; i < n; ++i) args[i] = c[i] ? c[i] : defaults[i];
  Ref<Str> mode;
  if (n > 1 && args[1].is_empty()) args[1] = Value((mode = intern("r")).get());
  return call(open, Args{args, n});
}

Var exit_(Call& c) {
  Ref<Tuple> args = c[0] ? tuple_of(c[0]) : Ref<Tuple>(rt.empty_tuple);
  return raise_with_args(rt.types.SystemExit, args.get());
}

const MethodDef functions[] = {
    {"eval", "source, /, globals=None, locals=None", eval_},
    {"exec", "source, /, globals=None, locals=None, *, closure=None", exec_},
    {"compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", compile_},
    {"input", "prompt='', /", input},
    {"open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", open_},
    {"exit", "code=None", exit_},
    {"quit", "code=None", exit_},
};

}  // namespace

void init_code_functions() {
  for (const MethodDef& def : functions) {
    Ref<NativeFunction> f = new_function(&def, rt.names.builtins);
    Ref<Str> name = intern(def.name);
    dict_set_name(rt.builtins, name.get(), f);
  }
}

}  // namespace ap
