// "Did you mean: 'x'?": the nearest name by edit distance, with CPython's costs and cut-offs.
#include "object/class.hpp"

namespace ap {

namespace {

constexpr uint32_t kMostCandidates = 750, kLongest = 40;
constexpr uint32_t kMove = 2, kCase = 1;

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
uint32_t substitution(char32_t a, char32_t b) { return a == b ? 0 : lower(a) == lower(b) ? kCase : kMove; }

// Above `most` the exact figure does not matter.
uint32_t distance(Str* a, Str* b, uint32_t most) {
  uint32_t from = 0, n = a->length, m = b->length;
  while (from < n && from < m && a->at(from) == b->at(from)) ++from;
  while (n > from && m > from && a->at(n - 1) == b->at(m - 1)) --n, --m;
  n -= from;
  m -= from;
  if (!n || !m) return kMove * (n + m);
  if (n > kLongest || m > kLongest) return most + 1;
  uint32_t gap = n > m ? n - m : m - n;
  if (gap * kMove > most) return most + 1;
  uint32_t row[kLongest + 1];
  for (uint32_t i = 0; i <= n; ++i) row[i] = i * kMove;
  for (uint32_t j = 1; j <= m; ++j) {
    uint32_t diagonal = row[0], smallest = row[0] = j * kMove;
    for (uint32_t i = 1; i <= n; ++i) {
      uint32_t change = diagonal + substitution(a->at(from + i - 1), b->at(from + j - 1));
      uint32_t move = (row[i - 1] < row[i] ? row[i - 1] : row[i]) + kMove;
      diagonal = row[i];
      row[i] = change < move ? change : move;
      if (row[i] < smallest) smallest = row[i];
    }
    if (smallest > most) return most + 1;
  }
  return row[n];
}

bool starts_private(Str* s) { return s->length && s->at(0) == '_'; }

bool add_keys(List* names, Value dict) {
  uint32_t at = 0;
  Value key, value;
  while (dict_next(dict.as<Dict>(), &at, &key, &value))
    if (is_kind(key, Kind::Str) && !list_append(names, key)) return false;
  return true;
}

Ref<List> names_of(Value object, Str* wrong) {
  Ref<Str> dir = intern("__dir__");
  Var method = lookup_special(object, dir.get());
  Var all = method ? call(method) : Var();
  Ref<List> names = all ? to_list(all) : Ref<List>();
  if (!names || !list_sort(names.get(), Empty, false)) return {};
  if (starts_private(wrong)) return names;
  Ref<List> shown = new_list();
  for (uint32_t i = 0; i < names->size; ++i)
    if (is_kind(names->items[i], Kind::Str) && !starts_private(names->items[i].as<Str>()))
      if (!list_append(shown.get(), names->items[i])) return {};
  return shown;
}

const char kStandardModules[] =
    " abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs"
    " codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg csv"
    " ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler"
    " fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip"
    " hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale"
    " logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers"
    " opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint"
    " profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource"
    " rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3"
    " sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig"
    " syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace"
    " traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref"
    " webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";

bool is_standard_module(Str* name) {
  std::string padded = " ";
  append_utf8(padded, name);
  padded += ' ';
  return std::string_view(kStandardModules).find(padded) != std::string_view::npos;
}

// The names that the innermost frame saw.
Ref<Str> for_name_error(BaseException* e, Str* wrong) {
  Ref<List> names = new_list();
  Traceback* innermost = e->traceback;
  while (innermost && innermost->next) innermost = innermost->next;
  if (!innermost || innermost->frame.is_none()) return {};
  for (const char* scope : {"f_locals", "f_globals"}) {
    Var in = getattr(innermost->frame, scope);
    if (!is_kind(in, Kind::Dict)) continue;
    Value self = scope[2] == 'l' ? dict_get_name(in.as<Dict>(), rt.names.self) : Value();
    if (self) {
      Var attribute = getattr_or_empty(self, wrong);
      if (attribute) return format_str("self.%U", wrong);
      clear_error();
    }
    if (!add_keys(names.get(), in)) return {};
  }
  return add_keys(names.get(), rt.builtins) ? nearest_name(wrong, names.get()) : Ref<Str>();
}

Ref<Str> find(BaseException* e, Str** wrong) {
  Value name = is_instance(e, rt.types.ImportError) ? static_cast<WideException*>(e)->more[1] : e->field[0];
  if (!is_kind(name, Kind::Str)) return {};
  *wrong = name.as<Str>();
  if (is_instance(e, rt.types.NameError)) return for_name_error(e, *wrong);
  Value object = e->field[1];
  if (is_instance(e, rt.types.ImportError)) {
    object = is_kind(e->field[0], Kind::Str) ? dict_get(rt.modules, e->field[0]) : Empty;
    if (!object) return {};
  } else if (object.is_none() && !is_instance(e, rt.types.AttributeError)) {
    return {};
  }
  Ref<List> names = names_of(object, *wrong);
  return names ? nearest_name(*wrong, names.get()) : Ref<Str>();
}

}  // namespace

namespace {

Ref<Str> nearest(Str* name, List* candidates, uint32_t best_distance) {
  if (candidates->size > kMostCandidates || name->length > kLongest) return {};
  Str* best = nullptr;
  for (uint32_t i = 0; i < candidates->size; ++i) {
    if (!is_kind(candidates->items[i], Kind::Str)) continue;
    Str* candidate = candidates->items[i].as<Str>();
    if (equal(candidate, name)) continue;
    // No more than a third of the characters involved may need a change.
    uint32_t most = (candidate->length + name->length + 3) * kMove / 6;
    if (best_distance == 0) break;
    if (most > best_distance - 1) most = best_distance - 1;
    uint32_t d = distance(name, candidate, most);
    if (d > most || (best && d >= best_distance)) continue;
    best = candidate;
    best_distance = d;
  }
  return best ? Ref<Str>(best) : Ref<Str>();
}

}  // namespace

Ref<Str> nearest_name(Str* name, List* candidates) { return nearest(name, candidates, UINT32_MAX); }
Ref<Str> nearest_keyword(Str* name, List* candidates) { return nearest(name, candidates, UINT32_MAX); }

std::string suggestion_for(Value exception) {
  if (!is_instance(exception, rt.types.NameError) && !is_instance(exception, rt.types.AttributeError) &&
      !is_instance(exception, rt.types.ImportError))
    return {};
  if (is_instance(exception, rt.types.UnboundLocalError)) return {};
  Var pending = take_error();
  std::string text;
  Str* wrong = nullptr;
  Ref<Str> near = find(exception.as<BaseException>(), &wrong);
  clear_error();
  if (pending) set_error(std::move(pending));
  if (near) {
    text = ". Did you mean: '";
    append_utf8(text, near.get());
    text += "'?";
  }
  if (wrong && is_instance(exception, rt.types.NameError) && is_standard_module(wrong)) {
    text += near ? " Or did you forget to import '" : ". Did you forget to import '";
    append_utf8(text, wrong);
    text += "'?";
  }
  return text;
}

}  // namespace ap
