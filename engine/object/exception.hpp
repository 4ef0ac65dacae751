// Exceptions: the objects, raising from C++, chaining, groups, tracebacks and how CPython prints them.
#pragma once
#include <string>

#include "object/str.hpp"

namespace ap {

// One frame an exception went through; the outermost first, as in Python.
struct Traceback : Object {
  Traceback* next = nullptr;
  Str* filename;
  Str* function;       // qualified name
  Value frame = None;  // a frame object where one was kept
  int32_t line, end_line, column, end_column;  // columns in UTF-8 bytes from 0; -1: unknown
  explicit Traceback(Type* t) : Object(t, Kind::Other) {}
};

struct BaseException : Object {
  Dict* dict = nullptr;
  Tuple* args = nullptr;
  Value cause = None, context = None;
  Traceback* traceback = nullptr;
  bool suppress_context = false;
  bool through_library = false;  // it has left a coroutine of the library, whose frames tracebacks here leave out
  // Own fields of the subclasses: StopIteration.value, SystemExit.code, KeyError's nothing, OSError.errno/strerror,
  // AttributeError/NameError.name and .obj, ImportError.name, SyntaxError's tuple, a group's message and exceptions.
  Value field[2] = {None, None};
  // What frames of the library, which tracebacks here leave out, would have kept alive: a chain of pairs, or Empty.
  Value kept = Empty;
  explicit BaseException(Type* t) : Object(t, Kind::Exception) {}
};

// Exceptions with more fields than two: OSError (errno, strerror | filename, filename2), ImportError (name, path | msg,
// name_from), SyntaxError (msg, filename | lineno, offset, text, end_lineno, end_offset, print_file_and_line),
// UnicodeErrors (encoding, object | start, end, reason).
struct WideException : BaseException {
  static constexpr uint32_t kMore = 6;
  Value more[kMore] = {None, None, None, None, None, None};
  explicit WideException(Type* t) : BaseException(t) {}
};

// What every raising function returns: converts to "failed" of any result type.
struct [[nodiscard]] Raised {
  operator Var() const { return Var(); }            // NOLINT
  operator bool() const { return false; }           // NOLINT
  operator Tri() const { return Tri::Error; }       // NOLINT
  operator int64_t() const { return -1; }           // NOLINT
  template <class T>
  operator Ref<T>() const {                         // NOLINT
    return Ref<T>();
  }
};

// Sets rt.error to a new exception of `type` with one argument, the formatted message (see format_str).
Raised raise(Type* type, const char* format, ...);
Raised type_error(const char* format, ...);
Raised value_error(const char* format, ...);
Raised runtime_error(const char* format, ...);
Raised raise_value(Value exception);               // an instance
Raised raise_with_args(Type* type, Tuple* args);   // type(*args)
Raised raise_key_error(Value key);
Raised raise_stop_iteration(Value value);
Raised raise_memory_error();
Raised raise_attribute_error(Value object, Str* name);  // "'T' object has no attribute 'x'", with name and obj for suggestions

// The exception being raised.
inline bool failed() { return !rt.error.is_empty(); }
inline Var take_error() { return Var::steal(std::exchange(rt.error, Value())); }  // clears it
inline void clear_error() { take_error().reset(); }
void set_error(Var&& exception);  // as it is: no context is added
inline bool error_is(const Type* t) { return failed() && is_instance(rt.error, t); }
// True, and the error is gone, if the current one is a `t`.
bool clear_error_if(const Type* t);
// The exception being raised keeps `v`, as the traceback would through a frame of the library that has it as a local.
void keep_with_error(Value v);

// new exception object: type(message)
Var new_exception(Type* type, std::string_view message);
Var new_exception_args(Type* type, Tuple* args);
// `type(*args)` through Python (user classes with their own __init__).
// Sets __context__ of `exception` to the one being handled, avoiding cycles (_PyErr_SetObject).
void chain_context(BaseException* exception);
// except clauses: does it match a class or a tuple of classes? TypeError when the pattern is no exception class.
Tri exception_matches(Value exception, Value pattern);
// except*: splits into the matching part and the rest (either may be None).
bool split_group(Value exception, Value pattern, Var* match, Var* rest);
// A group like `original` around other exceptions: derive(), and what belongs to the raise rather than the class. None: no parts.
Var derive_group(Value original, List* parts);
Var new_exception_group(std::string_view message, List* exceptions);  // BaseExceptionGroup if it must

void add_traceback_entry(BaseException*, Str* filename, Str* function, int line, int end_line, int column,
                         int end_column, Value frame);
// Source lines for tracebacks: the program's text by file name. Borrowed for the run.
void register_source(std::string_view filename, std::string_view text);
// Modules of the library that are written in Python, "<contextlib>": events tell of the program's lines, not of theirs.
bool is_library_file(const Str* filename);
std::string source_line(std::string_view filename, int line);  // without the line's end; empty when unknown
// As traceback.format_exception: chained exceptions, groups as trees, notes, suggestions, carets.
std::string format_exception(Value exception);
// Only the last line(s): "ValueError: text".
std::string format_exception_only(Value exception);
// What follows the message of a NameError, AttributeError or ImportError: ". Did you mean: 'x'?"; empty when no name is
// near enough. A NameError's field[1] may hold the scopes it was raised in: a tuple of dicts, the locals first.
std::string suggestion_for(Value exception);
void init_exception_types();

}  // namespace ap
