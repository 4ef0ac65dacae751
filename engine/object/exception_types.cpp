// The exception classes: their fields, constructors and texts.
#include "base/beliefs.hpp"
#include "object/bytes.hpp"
#include "object/class.hpp"
#include "object/exception.hpp"
#include "object/int.hpp"

namespace ap {

Var exception_construct(Type* t, Args args);
bool exception_initialize(Value self, Args args);
Var exception_repr(Value v);

namespace {

BaseException* as_exception(Value v) { return v.as<BaseException>(); }
WideException* as_wide(Value v) { return v.as<WideException>(); }
bool is_wide(const Type* t) { return t->basic_size >= sizeof(WideException); }

void assign(Value* at, Value v) {
  Value old = std::exchange(*at, Var(v).release());
  decref(old);
}
void assign_args(BaseException* e, Ref<Tuple> args) {
  Tuple* old = std::exchange(e->args, args.release());
  if (old) decref(static_cast<Object*>(old));
}


void release_common(BaseException* e) {
  if (e->dict) decref(static_cast<Object*>(e->dict));
  if (e->args) decref(static_cast<Object*>(e->args));
  decref(e->cause);
  decref(e->context);
  if (e->traceback) decref(static_cast<Object*>(e->traceback));
  decref(e->field[0]);
  decref(e->field[1]);
  decref(e->kept);
}
void exception_dealloc(Object* o) {
  release_common(static_cast<BaseException*>(o));
  free_object(o, sizeof(BaseException));
}
void wide_dealloc(Object* o) {
  auto* e = static_cast<WideException*>(o);
  for (Value& v : e->more) decref(v);
  release_common(e);
  free_object(o, sizeof(WideException));
}
void exception_traverse(Object* o, Visitor& visit) {
  auto* e = static_cast<BaseException*>(o);
  visit(e->dict);
  visit(e->args);
  visit(e->cause);
  visit(e->context);
  visit(e->traceback);
  visit(e->field[0]);
  visit(e->field[1]);
  visit(e->kept);
}
void wide_traverse(Object* o, Visitor& visit) {
  for (Value& v : static_cast<WideException*>(o)->more) visit(v);
  exception_traverse(o, visit);
}

Var exception_str(Value v) {
  Tuple* args = as_exception(v)->args;
  if (args->size == 0) return rt.empty_str;
  if (args->size == 1) return str((*args)[0]);
  return repr(args);
}

bool no_keywords(Value self, Args args) {
  if (!args.keyword_count()) return true;
  return type_error("%N() takes no keyword arguments", type_of(self));
}

// Keyword arguments of ImportError, NameError, AttributeError, taken out of `args` into `out`, in the order of `names`.
bool take_keywords(const char* type_name, Args args, const char* const* names, size_t n, Value* out) {
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Str* name = (*args.kwnames)[k].as<Str>();
    size_t i = 0;
    while (i < n && !equal(name, names[i])) ++i;
    if (i == n) return type_error("%s() got an unexpected keyword argument '%U'", type_name, name);
    out[i] = args.values[args.count + k];
  }
  return true;
}
Args without_keywords(Args args) { return Args{args.values, args.count, nullptr}; }

bool stop_iteration_initialize(Value self, Args args) {
  if (!exception_initialize(self, args)) return false;
  assign(&as_exception(self)->field[0], args.count ? args.values[0] : None);
  return true;
}
bool system_exit_initialize(Value self, Args args) {
  if (!exception_initialize(self, args)) return false;
  auto* e = as_exception(self);
  assign(&e->field[0], args.count == 0 ? None : args.count == 1 ? args.values[0] : Value(e->args));
  return true;
}
bool name_error_initialize(Value self, Args args) {
  static const char* const kNames[] = {"name"};
  Value given[1] = {None};
  if (!exception_initialize(self, without_keywords(args)) || !take_keywords("NameError", args, kNames, 1, given))
    return false;
  assign(&as_exception(self)->field[0], given[0]);
  return true;
}
bool attribute_error_initialize(Value self, Args args) {
  static const char* const kNames[] = {"name", "obj"};
  Value given[2] = {None, None};
  if (!exception_initialize(self, without_keywords(args)) || !take_keywords("AttributeError", args, kNames, 2, given))
    return false;
  assign(&as_exception(self)->field[0], given[0]);
  assign(&as_exception(self)->field[1], given[1]);
  return true;
}
bool import_error_initialize(Value self, Args args) {
  static const char* const kNames[] = {"name", "path", "name_from"};
  Value given[3] = {None, None, None};
  if (!exception_initialize(self, without_keywords(args)) || !take_keywords("ImportError", args, kNames, 3, given))
    return false;
  auto* e = as_wide(self);
  assign(&e->field[0], given[0]);
  assign(&e->field[1], given[1]);
  assign(&e->more[0], args.count == 1 ? args.values[0] : None);
  assign(&e->more[1], given[2]);
  return true;
}
Var import_error_str(Value v) {
  Value message = as_wide(v)->more[0];
  if (is_kind(message, Kind::Str)) return message;
  return exception_str(v);
}

Var key_error_str(Value v) {
  Tuple* args = as_exception(v)->args;
  return args->size == 1 ? Var(repr((*args)[0])) : exception_str(v);
}

// --- OSError

struct ErrnoClass {
  int16_t number;
  Type* Types::* type;
};
constexpr ErrnoClass kErrnoClasses[] = {
    {1, &Types::PermissionError},         {2, &Types::FileNotFoundError},      {3, &Types::ProcessLookupError},
    {4, &Types::InterruptedError},        {10, &Types::ChildProcessError},     {11, &Types::BlockingIOError},
    {13, &Types::PermissionError},        {17, &Types::FileExistsError},       {20, &Types::NotADirectoryError},
    {21, &Types::IsADirectoryError},      {32, &Types::BrokenPipeError},       {103, &Types::ConnectionAbortedError},
    {104, &Types::ConnectionResetError},  {108, &Types::BrokenPipeError},      {110, &Types::TimeoutError},
    {111, &Types::ConnectionRefusedError}, {114, &Types::BlockingIOError},     {115, &Types::BlockingIOError},
};

bool os_error_initialize(Value self, Args args);

void fill_os_error(WideException* e, Args args) {
  uint32_t kept = args.count;
  if (args.count >= 2 && args.count <= 5) {
    assign(&e->field[0], args.values[0]);
    assign(&e->field[1], args.values[1]);
    if (args.count >= 3) {
      assign(&e->more[0], args.values[2]);
      kept = 2;
    }
    if (args.count == 5) assign(&e->more[1], args.values[4]);
  }
  assign_args(e, make_tuple(args.values, kept));
}

// A subclass with its own __init__ and no __new__ gets its fields from the call of OSError.__init__.
bool filled_by_initialize(const Type* t) { return t->initialize != os_error_initialize; }

Var os_error_construct(Type* t, Args args) {
  if (filled_by_initialize(t)) {
    auto* e = allocate<WideException>(t, 0);
    e->args = Ref<Tuple>(rt.empty_tuple).release();
    return Var::steal(e);
  }
  if (args.keyword_count()) return type_error("%N() takes no keyword arguments", t);
  if (t == rt.types.OSError && args.count >= 2 && args.count <= 5 && args.values[0].is_small_int()) {
    for (auto& c : kErrnoClasses)
      if (c.number == args.values[0].as_int()) t = rt.types.*c.type;
  }
  auto* e = allocate<WideException>(t, 0);
  Var made = Var::steal(e);
  fill_os_error(e, args);
  return made;
}

bool os_error_initialize(Value self, Args args) {
  if (!filled_by_initialize(type_of(self))) return true;
  if (!no_keywords(self, args)) return false;
  fill_os_error(as_wide(self), args);
  return true;
}

Var os_error_str(Value v) {
  auto* e = as_wide(v);
  if (!e->more[0].is_none()) {
    if (!e->more[1].is_none())
      return format_str("[Errno %S] %S: %R -> %R", e->field[0], e->field[1], e->more[0], e->more[1]);
    return format_str("[Errno %S] %S: %R", e->field[0], e->field[1], e->more[0]);
  }
  if (!e->field[0].is_none() && !e->field[1].is_none()) return format_str("[Errno %S] %S", e->field[0], e->field[1]);
  return exception_str(v);
}

// --- SyntaxError

bool syntax_error_initialize(Value self, Args args) {
  if (!exception_initialize(self, args)) return false;
  auto* e = as_wide(self);
  if (args.count >= 1) assign(&e->field[0], args.values[0]);
  if (args.count != 2) return true;
  Ref<Tuple> info = to_tuple(args.values[1]);
  if (!info) return false;
  if (info->size < 4)
    return type_error("function takes at least 4 arguments (%d given)", static_cast<int>(info->size));
  if (info->size > 7)
    return type_error("function takes at most 7 arguments (%d given)", static_cast<int>(info->size));
  if (info->size == 5) return type_error("end_offset must be provided when end_lineno is provided");
  assign(&e->field[1], (*info)[0]);
  for (uint32_t i = 1; i < info->size && i < 6; ++i) assign(&e->more[i - 1], (*info)[i]);
  return true;
}
Var syntax_error_str(Value v) {
  auto* e = as_wide(v);
  bool file = is_kind(e->field[1], Kind::Str), line = e->more[0].is_small_int();
  if (!file && !line) return str(e->field[0]);
  Ref<Str> name;
  if (file) {
    auto* path = e->field[1].as<Str>();
    uint32_t from = path->length;
    while (from && path->at(from - 1) != '/') --from;
    name = substring(path, from, path->length);
  }
  if (file && line) return format_str("%S (%U, line %S)", e->field[0], name.get(), e->more[0]);
  if (file) return format_str("%S (%U)", e->field[0], name.get());
  return format_str("%S (line %S)", e->field[0], e->more[0]);
}

// --- UnicodeErrors: field encoding, object; more start, end, reason

bool unicode_initialize(Value self, Args args, bool has_encoding) {
  if (!exception_initialize(self, args)) return false;
  uint32_t wanted = has_encoding ? 5 : 4;
  if (args.count != wanted)
    return type_error("function takes exactly %d arguments (%d given)", static_cast<int>(wanted),
                      static_cast<int>(args.count));
  const Value* a = args.values;
  auto* e = as_wide(self);
  if (has_encoding) {
    if (!is_kind(*a, Kind::Str)) return type_error("argument 1 must be str, not %T", *a);
    assign(&e->field[0], *a++);
  }
  assign(&e->field[1], a[0]);
  assign(&e->more[0], a[1]);
  assign(&e->more[1], a[2]);
  assign(&e->more[2], a[3]);
  return true;
}
bool unicode_encoding_initialize(Value self, Args args) { return unicode_initialize(self, args, true); }
bool unicode_translate_initialize(Value self, Args args) { return unicode_initialize(self, args, false); }

Var unicode_decode_str(Value v) {
  auto* e = as_wide(v);
  int64_t start, end;
  std::string_view data;
  if (e->more[2].is_none()) return rt.empty_str;
  if (!to_int64(e->more[0], &start) || !to_int64(e->more[1], &end)) return {};
  if (end == start + 1 && bytes_like(e->field[1], &data) && start >= 0 && static_cast<size_t>(start) < data.size()) {
    auto byte = static_cast<uint8_t>(data[static_cast<size_t>(start)]);
    return format_str("'%S' codec can't decode byte 0x%c%c in position %lld: %S", e->field[0],
                      "0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15], static_cast<long long>(start),
                      e->more[2]);
  }
  clear_error();
  return format_str("'%S' codec can't decode bytes in position %lld-%lld: %S", e->field[0],
                    static_cast<long long>(start), static_cast<long long>(end - 1), e->more[2]);
}
Var unicode_text_str(Value v) {
  auto* e = as_wide(v);
  bool translate = e->field[0].is_none();
  int64_t start, end;
  if (e->more[2].is_none()) return rt.empty_str;
  if (!to_int64(e->more[0], &start) || !to_int64(e->more[1], &end)) return {};
  Ref<Str> head = translate ? make_str("can't translate") : format_str("'%S' codec can't encode", e->field[0]);
  if (!head) return {};
  if (end == start + 1 && is_kind(e->field[1], Kind::Str) && start >= 0 && start < e->field[1].as<Str>()->length) {
    char32_t c = e->field[1].as<Str>()->at(static_cast<uint32_t>(start));
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    char escaped[12] = {'\\', digits == 2 ? 'x' : digits == 4 ? 'u' : 'U'};
    for (int i = 0; i < digits; ++i) escaped[2 + i] = "0123456789abcdef"[c >> (digits - 1 - i) * 4 & 15];
    return format_str("%U character '%s' in position %lld: %S", head.get(), escaped, static_cast<long long>(start),
                      e->more[2]);
  }
  return format_str("%U characters in position %lld-%lld: %S", head.get(), static_cast<long long>(start),
                    static_cast<long long>(end - 1), e->more[2]);
}

// --- attributes of BaseException

Var get_args(Value v) { return as_exception(v)->args; }
bool set_args(Value v, Value value) {
  if (!value) return type_error("args may not be deleted");
  Ref<Tuple> args = to_tuple(value);
  if (!args) return false;
  assign_args(as_exception(v), std::move(args));
  return true;
}
Var get_cause(Value v) { return as_exception(v)->cause; }
Var get_context(Value v) { return as_exception(v)->context; }
bool set_link(Value* at, Value value, const char* what) {
  if (!value) return type_error("__%s__ may not be deleted", what);
  if (!value.is_none() && !is_kind(value, Kind::Exception))
    return type_error("exception %s must be None or derive from BaseException", what);
  assign(at, value);
  return true;
}
bool set_cause(Value v, Value value) {
  if (!set_link(&as_exception(v)->cause, value, "cause")) return false;
  as_exception(v)->suppress_context = true;
  return true;
}
bool set_context(Value v, Value value) { return set_link(&as_exception(v)->context, value, "context"); }
Var get_suppress(Value v) { return Value::from_bool(as_exception(v)->suppress_context); }
bool set_suppress(Value v, Value value) {
  if (!value) return type_error("can't delete numeric/char attribute");
  if (!value.is_bool()) return type_error("attribute value type must be bool");
  as_exception(v)->suppress_context = value.is_true();
  return true;
}
Var get_traceback(Value v) {
  Traceback* tb = as_exception(v)->traceback;
  return tb ? Var(tb) : Var(None);
}
bool set_traceback(Value v, Value value) {
  if (!value) return type_error("__traceback__ may not be deleted");
  if (!value.is_none() && type_of(value) != rt.types.traceback)
    return type_error("__traceback__ must be a traceback or None");
  Traceback* tb = nullptr;
  if (!value.is_none()) tb = static_cast<Traceback*>(Var(value).release().object());
  Traceback* old = std::exchange(as_exception(v)->traceback, tb);
  if (!tb) as_exception(v)->through_library = false;
  if (old) decref(static_cast<Object*>(old));
  if (!tb) decref(std::exchange(as_exception(v)->kept, Value()));
  return true;
}

Var with_traceback(Call& call) {
  if (!set_traceback(call.self, call[0])) return {};
  return call.self;
}
Var add_note(Call& call) {
  if (!is_kind(call[0], Kind::Str)) return type_error("add_note() argument must be str, not %T", call[0]);
  Dict* d = instance_dict(call.self.object());
  Value notes = dict_get_name(d, rt.names.__notes__);
  if (!notes) {
    Ref<List> fresh = new_list();
    if (!fresh || !list_append(fresh.get(), call[0]) || !dict_set_name(d, rt.names.__notes__, fresh)) return {};
    return None;
  }
  if (!is_kind(notes, Kind::List)) return type_error("Cannot add note: __notes__ is not a list");
  if (!list_append(notes.as<List>(), call[0])) return {};
  return None;
}
Var reduce(Call& call) {
  auto* e = as_exception(call.self);
  if (e->dict && e->dict->used) return tuple_of(Value(type_of(call.self)), Value(e->args), Value(e->dict));
  return tuple_of(Value(type_of(call.self)), Value(e->args));
}
Var set_state(Call& call) {
  if (!is_kind(call[0], Kind::Dict)) {
    if (call[0].is_none()) return None;
    return type_error("state is not a dictionary");
  }
  uint32_t at = 0;
  Value key, value;
  while (dict_next(call[0].as<Dict>(), &at, &key, &value)) {
    Ref<Str> name = intern(key.as<Str>());
    if (!setattr(call.self, name.get(), value)) return {};
  }
  return None;
}

const MethodDef kMethods[] = {
    {"with_traceback", "tb, /", with_traceback},
    {"add_note", "note, /", add_note},
    {"__reduce__", "", reduce},
    {"__setstate__", "state, /", set_state},
};
const GetSetDef kGetSets[] = {
    {"args", get_args, set_args},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", get_context, set_context},
    {"__cause__", get_cause, set_cause},
    {"__suppress_context__", get_suppress, set_suppress},
};

// Plain fields as attributes.
template <size_t i>
Var get_field(Value v) {
  return as_exception(v)->field[i];
}
template <size_t i>
bool set_field(Value v, Value value) {
  assign(&as_exception(v)->field[i], value ? value : None);
  return true;
}
template <size_t i>
Var get_more(Value v) {
  return as_wide(v)->more[i];
}
template <size_t i>
bool set_more(Value v, Value value) {
  assign(&as_wide(v)->more[i], value ? value : None);
  return true;
}
#define F(name, i) {name, get_field<i>, set_field<i>}
#define M(name, i) {name, get_more<i>, set_more<i>}
const GetSetDef kValue[] = {F("value", 0)};
const GetSetDef kCode[] = {F("code", 0)};
const GetSetDef kName[] = {F("name", 0)};
const GetSetDef kNameAndObject[] = {F("name", 0), F("obj", 1)};
const GetSetDef kImport[] = {M("msg", 0), F("name", 0), F("path", 1), M("name_from", 1)};
const GetSetDef kOsError[] = {F("errno", 0), F("strerror", 1), M("filename", 0), M("filename2", 1)};
const GetSetDef kSyntax[] = {F("msg", 0),  F("filename", 1),   M("lineno", 0),     M("offset", 1),
                             M("text", 2), M("end_lineno", 3), M("end_offset", 4), M("print_file_and_line", 5)};
const GetSetDef kUnicode[] = {F("encoding", 0), F("object", 1), M("start", 0), M("end", 1), M("reason", 2)};
#undef F
#undef M

struct Special {
  Type* Types::* type;
  bool wide;
  bool (*initialize)(Value, Args);
  Var (*str)(Value);
  const GetSetDef* fields;
  size_t field_count;
};
template <size_t N>
constexpr size_t count_of(const GetSetDef (&)[N]) {
  return N;
}
const Special kSpecial[] = {
    {&Types::StopIteration, false, stop_iteration_initialize, nullptr, kValue, count_of(kValue)},
    {&Types::SystemExit, false, system_exit_initialize, nullptr, kCode, count_of(kCode)},
    {&Types::KeyError, false, nullptr, key_error_str, nullptr, 0},
    {&Types::NameError, false, name_error_initialize, nullptr, kName, count_of(kName)},
    {&Types::AttributeError, false, attribute_error_initialize, nullptr, kNameAndObject, count_of(kNameAndObject)},
    {&Types::ImportError, true, import_error_initialize, import_error_str, kImport, count_of(kImport)},
    {&Types::OSError, true, os_error_initialize, os_error_str, kOsError, count_of(kOsError)},
    {&Types::SyntaxError, true, syntax_error_initialize, syntax_error_str, kSyntax, count_of(kSyntax)},
    {&Types::UnicodeDecodeError, true, unicode_encoding_initialize, unicode_decode_str, kUnicode, count_of(kUnicode)},
    {&Types::UnicodeEncodeError, true, unicode_encoding_initialize, unicode_text_str, kUnicode, count_of(kUnicode)},
    {&Types::UnicodeTranslateError, true, unicode_translate_initialize, unicode_text_str, kUnicode, count_of(kUnicode)},
};

struct ExceptionEntry {
  Type* Types::* where;
  Type* Types::* base;
  const char* name;
};
const ExceptionEntry kTypes[] = {
#define EXCEPTION(name, base) {&Types::name, &Types::base, #name},
#include "object/types.def"
};

const char* full_name(const char* name) {
  std::string_view n = name;
  return n == "CancelledError" ? "asyncio.exceptions.CancelledError"
         : n == "InvalidStateError" ? "asyncio.exceptions.InvalidStateError" : name;
}

}  // namespace

Var exception_construct(Type* t, Args args) {
  Ref<Tuple> kept = args.count ? make_tuple(args.values, args.count) : Ref<Tuple>(rt.empty_tuple);
  if (!kept) return {};
  BaseException* e = is_wide(builtin_base(t)) ? allocate<WideException>(t, 0) : allocate<BaseException>(t, 0);
  e->args = kept.release();
  return Var::steal(e);
}

bool exception_initialize(Value self, Args args) {
  if (!no_keywords(self, args)) return false;
  auto* e = as_exception(self);
  // __new__ has put the same arguments there already, unless a subclass passed others on.
  bool same = e->args->size == args.count;
  for (uint32_t i = 0; same && i < args.count; ++i) same = (*e->args)[i] == args.values[i];
  if (same) return true;
  Ref<Tuple> kept = make_tuple(args.values, args.count);
  if (!kept) return false;
  assign_args(e, std::move(kept));
  return true;
}

Var exception_repr(Value v) {
  Tuple* args = as_exception(v)->args;
  if (args->size == 1) return format_str("%N(%R)", type_of(v), (*args)[0]);
  return format_str("%N%R", type_of(v), Value(args));
}

void init_exception_types() {
  for (auto& entry : kTypes) {
    Type* base = rt.types.*entry.base;
    if (believes(Belief::except_exception_catches_cancelled) && entry.where == &Types::CancelledError) [[unlikely]] base = rt.types.Exception;
    Type* t = new_type(full_name(entry.name), base, base == rt.types.object ? sizeof(BaseException) : base->basic_size,
                       Kind::Exception, kBaseType | kHasDict | kExceptionType | kWeakrefable);
    rt.types.*entry.where = t;
    if (base == rt.types.object) {
      t->construct = exception_construct;
      t->initialize = exception_initialize;
      t->repr = exception_repr;
      t->str = exception_str;
      t->dealloc = exception_dealloc;
      t->traverse = exception_traverse;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
      t->dict_offset = offsetof(BaseException, dict);
#pragma clang diagnostic pop
      add_methods(t, kMethods);
      add_getsets(t, kGetSets);
    }
    for (auto& s : kSpecial) {
      if (s.type != entry.where) continue;
      t->initialize = s.initialize;
      t->str = s.str;
      if (s.wide) {
        t->basic_size = sizeof(WideException);
        t->dealloc = wide_dealloc;
        t->traverse = wide_traverse;
      }
      if (s.fields) add_getsets(t, s.fields, s.field_count);
      if (t == rt.types.OSError) t->construct = os_error_construct;
    }
    if (t == rt.types.BaseExceptionGroup) init_exception_group(t);
    // ExceptionGroup has two bases.
    if (t == rt.types.ExceptionGroup) t->bases = tuple_of(Value(base), Value(rt.types.Exception)).release();
    make_type_ready(t);
  }
}

}  // namespace ap
