// Whole exceptions as text, the way CPython's traceback module prints them: chains, groups, notes, syntax errors.
#include <algorithm>

#include "object/class.hpp"
#include "object/stopping.hpp"
#include "object/traceback.hpp"

namespace ap {

namespace {

constexpr uint32_t kMaxGroupWidth = 15, kMaxGroupDepth = 10;
constexpr int kRepeatCutoff = 3;
// A group that holds one exception five times, and so on fifty levels down, has a text without end, and so have a million handlers
// that raise: the beginning is all that anyone sees. Both are far past what a run prints by default.
constexpr uint32_t kMostMembers = 100'000;
constexpr size_t kMostText = 8 << 20;

BaseException* as_exception(Value v) { return v.as<BaseException>(); }

std::string text_of(Value v, Ref<Str> (*convert)(Value), const char* otherwise) {
  Ref<Str> s = convert(v);
  if (s) return to_utf8(s.get());
  clear_error();
  return otherwise;
}

void append_line(std::string& out, const std::string& line) {
  out += line;
  out += '\n';
}

// The library's frames are left out, as those that it has in C++ must be: many are in C in CPython.
const Traceback* programs_own(const Traceback* tb) {
  while (tb && is_library_file(tb->filename)) tb = tb->next;
  return tb;
}

void append_stack(std::string& out, const Traceback* tb, int64_t limit) {
  tb = programs_own(tb);
  if (limit < 0) {
    for (const Traceback* at = tb; at; at = programs_own(at->next)) ++limit;
    for (; limit > 0 && tb; --limit) tb = programs_own(tb->next);
    limit = INT64_MAX;
  }
  const Traceback* last = nullptr;
  int count = 0;
  auto repeated = [&] {
    if (count <= kRepeatCutoff) return;
    int n = count - kRepeatCutoff;
    out += "  [Previous line repeated " + std::to_string(n) + " more time" + (n == 1 ? "" : "s") + "]\n";
  };
  for (; tb && limit-- > 0 && out.size() < kMostText; tb = programs_own(tb->next)) {
    if (!last || last->line != tb->line || !equal(last->filename, tb->filename) || !equal(last->function, tb->function)) {
      repeated();
      last = tb;
      count = 0;
    }
    if (++count > kRepeatCutoff) continue;
    out += "  File \"";
    append_utf8(out, tb->filename);
    out += "\", line " + std::to_string(tb->line) + ", in ";
    append_utf8(out, tb->function);
    out += '\n';
    append_source_lines(out, tb);
  }
  repeated();
}

// "ValueError: text"
void append_type_and_text(std::string& out, BaseException* e) {
  Type* t = e->type;
  Value module = is_heap(t) ? dict_get_name(t->dict, rt.names.__module__) : Value(t->module);
  if (!is_kind(module, Kind::Str)) {
    out += "<unknown>.";
  } else if (!equal(module.as<Str>(), "builtins") && !equal(module.as<Str>(), "__main__")) {
    append_utf8(out, module.as<Str>());
    out += '.';
  }
  append_utf8(out, t->qualname);
  std::string text = text_of(e, str, "<exception str() failed>");
  text += suggestion_for(e);
  if (!text.empty()) out += ": " + text;
  out += '\n';
}

void append_notes(std::string& out, BaseException* e) {
  Value notes = e->dict ? dict_get_name(e->dict, rt.names.__notes__) : Empty;
  Var found;
  if (!notes && is_heap(e->type)) {
    found = getattr_or_empty(e, rt.names.__notes__);
    clear_error();
    notes = found;
  }
  if (!notes || notes.is_none()) return;
  if (!is_kind(notes, Kind::List) && !is_kind(notes, Kind::Tuple)) {
    append_line(out, text_of(notes, repr, "<__notes__ repr() failed>"));
    return;
  }
  Ref<List> list = to_list(notes);
  for (uint32_t i = 0; list && i < list->size; ++i) append_line(out, text_of(list->items[i], str, "<note str() failed>"));
}

int code_points(const std::string& s) {
  int n = 0;
  for (char c : s) n += (c & 0xC0) != 0x80;
  return n;
}

int number_or(Value v, int otherwise) { return v.is_small_int() ? static_cast<int>(v.as_int()) : otherwise; }

void append_syntax_error(std::string& out, BaseException* base) {
  auto* e = static_cast<WideException*>(base);
  Value lineno = e->more[0], offset_value = e->more[1], text_value = e->more[2];
  bool has_line = !lineno.is_none();
  if (has_line) {
    out += "  File \"" + (is_kind(e->field[1], Kind::Str) ? to_utf8(e->field[1].as<Str>()) : std::string("<string>")) +
           "\", line " + text_of(lineno, str, "?") + "\n";
  }
  if (is_kind(text_value, Kind::Str)) {
    std::string text = to_utf8(text_value.as<Str>());
    size_t end = text.find_last_not_of('\n');
    std::string right = text.substr(0, end == text.npos ? 0 : end + 1);
    size_t from = right.find_first_not_of(" \n\f");
    std::string left = from == right.npos ? "" : right.substr(from);
    int spaces = static_cast<int>(from == right.npos ? right.size() : from);
    append_line(out, "    " + left);
    if (!offset_value.is_none()) {
      int most = code_points(right) + 1;
      int offset = number_or(offset_value, 0), end_offset = most;
      if (e->more[3] == lineno) end_offset = number_or(e->more[4], offset);
      if (end_offset == 0) end_offset = offset;
      if (offset > most) offset = most;
      if (end_offset > most) end_offset = most;
      if (offset >= end_offset || end_offset < 0) end_offset = offset + 1;
      int column = offset - 1 - spaces, end_column = end_offset - 1 - spaces;
      if (column >= 0) {
        out += "    ";
        std::u32string shown = to_code_points(left);
        auto at = [&](int i) { return i < static_cast<int>(shown.size()) ? shown[static_cast<size_t>(i)] : U' '; };
        for (int i = 0; i < column; ++i) {
          if (at(i) == '\t')
            out += '\t';
          else
            out.append(static_cast<size_t>(display_width(at(i))), ' ');
        }
        for (int i = column; i < end_column; ++i) out.append(static_cast<size_t>(display_width(at(i))), '^');
        out += '\n';
      }
    }
  }
  Type* t = e->type;
  append_utf8(out, t->qualname);
  std::string message = e->field[0].is_none() ? std::string() : text_of(e->field[0], str, "<exception str() failed>");
  out += ": " + (message.empty() ? std::string("<no detail available>") : message);
  if (!has_line && is_kind(e->field[1], Kind::Str)) out += " (" + to_utf8(e->field[1].as<Str>()) + ")";
  out += '\n';
}

void append_exception_only(std::string& out, BaseException* e) {
  if (is_instance(e, rt.types.SyntaxError))
    append_syntax_error(out, e);
  else
    append_type_and_text(out, e);
  append_notes(out, e);
}

// --- chains and groups

// What is to be printed, decided before anything is: an exception that was met already is not followed again.
struct Node {
  BaseException* exception;
  Node *cause = nullptr, *context = nullptr;
  Node** children = nullptr;
  uint32_t child_count = 0;
  Node* all = nullptr;        // every node made, for freeing
  Node* same_hash = nullptr;
  Node* to_do = nullptr;
  uint32_t depth = 0;  // in groups
};

class Tree {
 public:
  Tree(BaseException* root, bool chain) : chain_(chain) {
    grow(root);
    if (members_ < kMostMembers) return;
    // Once more, only what is shown and in that order, so that it is the end that is missing.
    clear();
    in_order_ = true;
    grow(root);
  }
  ~Tree() { clear(); }
  Tree(const Tree&) = delete;
  Node* root() const { return root_; }

 private:
  void grow(BaseException* root) {
    to_do_ = root_ = make(root, 0);
    while (Node* n = to_do_) {
      to_do_ = n->to_do;
      if (members_ >= kMostMembers && !in_order_) return;
      follow(n);
    }
  }
  void clear() {
    while (Node* n = all_) {
      all_ = n->all;
      delete[] n->children;
      delete n;
    }
    for (Node*& head : buckets_) head = nullptr;
    members_ = 0;
  }
  static size_t bucket(const Object* o) { return reinterpret_cast<uintptr_t>(o) / 16 * 0x9E3779B1u % kBuckets; }
  bool seen(Value v) const {
    for (Node* n = buckets_[bucket(v.object())]; n; n = n->same_hash)
      if (Value(n->exception) == v) return true;
    return false;
  }
  Node* make(BaseException* e, uint32_t depth) {
    auto* n = new Node{e};
    n->depth = depth;
    n->all = all_;
    all_ = n;
    n->same_hash = std::exchange(buckets_[bucket(e)], n);
    return n;
  }
  void push(Node* n) {
    n->to_do = to_do_;
    to_do_ = n;
  }
  void follow(Node* n) {
    BaseException* e = n->exception;
    if (chain_ && !e->cause.is_none() && !seen(e->cause)) n->cause = make(as_exception(e->cause), n->depth);
    if (chain_ && !n->cause && !e->suppress_context && !e->context.is_none() && !seen(e->context))
      n->context = make(as_exception(e->context), n->depth);
    uint32_t wanted = 0;
    if (is_instance(e, rt.types.BaseExceptionGroup) && is_kind(e->field[1], Kind::Tuple) && members_ < kMostMembers) {
      Tuple* parts = e->field[1].as<Tuple>();
      n->child_count = parts->size;
      wanted = !in_order_ ? parts->size : n->depth > kMaxGroupDepth ? 0 : std::min(parts->size, kMaxGroupWidth);
      members_ += wanted;
      n->children = new Node*[wanted];
      for (uint32_t i = 0; i < wanted; ++i) n->children[i] = make(as_exception((*parts)[i]), n->depth + 1);
    }
    auto push_chained = [&] {
      if (n->cause) push(n->cause);
      if (n->context) push(n->context);
    };
    if (!in_order_) push_chained();
    for (uint32_t i = 0; i < wanted; ++i) push(n->children[in_order_ ? wanted - 1 - i : i]);
    if (in_order_) push_chained();
  }
  static constexpr size_t kBuckets = 1024;
  bool chain_, in_order_ = false;
  uint32_t members_ = 0;
  Node* root_;
  Node* buckets_[kBuckets] = {};
  Node* all_ = nullptr;
  Node* to_do_ = nullptr;
};

class Printer {
 public:
  Printer(std::string& out, int64_t limit) : out_(out), limit_(limit) {}

  void print(Node* n) {
    // The oldest of the chain comes first.
    uint32_t length = 0;
    for (Node* at = n; at; at = at->cause ? at->cause : at->context) ++length;
    auto** chain = new Node*[length];
    uint32_t i = length;
    for (Node* at = n; at; at = at->cause ? at->cause : at->context) chain[--i] = at;
    for (i = 0; i < length && out_.size() < kMostText; ++i) {
      if (i)
        emit(chain[i]->cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                             : "\nDuring handling of the above exception, another exception occurred:\n\n");
      print_one(chain[i]);
    }
    delete[] chain;
  }

 private:
  void indent() { out_.append(2 * depth_, ' '); }
  void emit(const std::string& text, char margin = '|') {
    if (!depth_) {
      out_ += text;
      return;
    }
    size_t at = 0;
    while (at < text.size()) {
      size_t end = text.find('\n', at);
      end = end == text.npos ? text.size() : end + 1;
      indent();
      out_ += margin;
      out_ += ' ';
      out_.append(text, at, end - at);
      at = end;
    }
  }

  void print_one(Node* n) {
    BaseException* e = n->exception;
    std::string text;
    if (!n->children) {
      if (e->traceback || e->through_library) {
        text = "Traceback (most recent call last):\n";
        append_stack(text, e->traceback, limit_);
      }
      append_exception_only(text, e);
      emit(text);
    } else if (depth_ > kMaxGroupDepth) {
      emit("... (max_group_depth is 10)\n");
    } else {
      print_group(n);
    }
  }

  void print_group(Node* n) {
    BaseException* e = n->exception;
    bool top = depth_ == 0;
    if (top) depth_ = 1;
    std::string text;
    if (e->traceback || e->through_library) {
      emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
      append_stack(text, e->traceback, limit_);
    }
    append_exception_only(text, e);
    emit(text);
    uint32_t count = n->child_count, shown = count <= kMaxGroupWidth ? count : kMaxGroupWidth + 1;
    need_close_ = false;
    for (uint32_t i = 0; i < shown && out_.size() < kMostText; ++i) {
      bool last = i == shown - 1, truncated = i >= kMaxGroupWidth;
      if (last) need_close_ = true;
      indent();
      out_ += i ? "  " : "+-";
      out_ += "+---------------- " + (truncated ? std::string("...") : std::to_string(i + 1)) + " ----------------\n";
      ++depth_;
      if (!truncated) {
        print(n->children[i]);
      } else {
        uint32_t left = count - kMaxGroupWidth;
        emit("and " + std::to_string(left) + " more exception" + (left > 1 ? "s" : "") + "\n");
      }
      if (last && need_close_) {
        indent();
        out_ += "+------------------------------------\n";
        need_close_ = false;
      }
      --depth_;
    }
    if (top) depth_ = 0;
  }

  std::string& out_;
  int64_t limit_;
  uint32_t depth_ = 0;
  bool need_close_ = false;
};

}  // namespace

namespace {

// Telling what went wrong calls Python code (__str__), also when a limit or Stop has ended the run.
class MoreSteps {
 public:
  MoreSteps() : limit_(rt.limits.steps), check_at_(rt.check_at), interrupted_(rt.hooks.interrupted), memory_(heap.limit()) {
    if (heap.used() > memory_) {  // a program that has used up its memory
      heap.set_limit(heap.used() + Heap::kOverdraft);
      heap.clear_exhausted();
    }
    bool stopped = interrupted_ && interrupted_();
    if (rt.steps < limit_ && !stopped && !told_too_much_ && times_refused_ <= kStopPatience) return;
    told_too_much = false;
    times_refused = 0;
    rt.limits.steps = rt.steps + 1'000'000;
    rt.check_at = rt.steps;
    rt.hooks.interrupted = nullptr;
  }
  ~MoreSteps() {
    rt.limits.steps = limit_;
    rt.check_at = check_at_;
    rt.hooks.interrupted = interrupted_;
    told_too_much |= told_too_much_;
    times_refused = times_refused_;
    heap.set_limit(memory_);
  }
  MoreSteps(const MoreSteps&) = delete;

 private:
  uint64_t limit_, check_at_;
  bool (*interrupted_)();
  bool told_too_much_ = told_too_much;
  uint32_t times_refused_ = times_refused;
  size_t memory_;
};

}  // namespace

std::string format_exception(Value exception) { return format_exception(exception, INT64_MAX, true); }

std::string format_exception(Value exception, int64_t limit, bool chain) {
  MoreSteps more;
  Var keep = exception, pending = take_error();
  std::string out;
  {
    Tree tree(as_exception(exception), chain);
    Printer(out, limit).print(tree.root());
  }
  if (out.size() >= kMostText) out += "[the traceback is cut here]\n";
  if (pending) set_error(std::move(pending));
  return out;
}

std::string format_unraisable(Value exception) {
  MoreSteps more;
  Var keep = exception, pending = take_error();
  auto* e = as_exception(exception);
  std::string out;
  if (e->traceback || e->through_library) {
    out = "Traceback (most recent call last):\n";
    append_stack(out, e->traceback, INT64_MAX);
  }
  out += to_utf8(type_display_name(e->type).get()) + ": ";
  Ref<Str> text = str(exception);
  out += text ? to_utf8(text.get()) : "<exception str() failed>";
  out += '\n';
  clear_error();
  if (pending) set_error(std::move(pending));
  return out;
}

std::string format_exception_only(Value exception) {
  MoreSteps more;
  Var keep = exception, pending = take_error();
  std::string out;
  append_exception_only(out, as_exception(exception));
  if (!out.empty() && out.back() == '\n') out.pop_back();
  if (pending) set_error(std::move(pending));
  return out;
}

}  // namespace ap
