// The coroutine protocol: one chain of awaits, made of links that are interpreted frames or C++20 coroutines.
//
// A link is one coroutine (or generator, or __await__ iterator) in a chain. Its awaiter waits for its result; the one
// that waits for nobody else in the chain is the leaf. Whoever calls send/throw on the chain's root drives it:
// drive() resumes the *leaf* directly, however deep it lies, and follows transfers from link to link in a loop
// (a trampoline: no C++ stack grows with the chain). Only when the leaf yields, or the root is finished, drive() returns.
//
//      Task::step -> drive(root) -> [root] <-awaiter- [middle] <-awaiter- [leaf] --yields a future--> back to Task::step
#pragma once
#include "object/protocol.hpp"

namespace ap {

struct Link;

enum class LinkState : uint8_t { Created, Suspended, Running, Finished };

// What became of resuming a link.
enum class Signal : uint8_t {
  Yielded,  // transfer.link has suspended; transfer.value goes out to the driver
  Next,     // go on with transfer.link (a new child, or the awaiter of one that ended), handing it transfer.value or,
            // where that is Empty, the exception in rt.error. A null link: the root has ended with that.
};
struct Transfer {
  Link* link = nullptr;
  Var value;
};

// What a debugger wants to know of a link. Borrowed strings.
struct LinkInfo {
  Str* name = nullptr;
  Str* qualname = nullptr;
  Str* filename = nullptr;  // null for native ones
  int line = 0;             // where it is suspended, or its first line before it has started
  int first_line = 0;
  bool native = false;
  const struct CoroutineDef* def = nullptr;  // of a native one: its names and its place in CPython's library
  uint32_t future = 0;                       // the wait for a future: its id, and whether it is a task
  bool is_task = false;
};

struct LinkOps {
  // Runs `link` with `input` (the result of what it awaited, or the value sent; None to start it), or with the exception
  // in rt.error where `input` is Empty.
  Signal (*resume)(Link* link, Var input, Transfer& transfer);
  void (*describe)(const Link* link, LinkInfo& info);
  // The Python object of this link; nullptr for a C++ coroutine awaited by another one.
  Object* (*object)(const Link* link);
  // Of the object: for types whose instances may be links of either kind (coroutine).
  void (*dealloc)(Object*) = nullptr;
  void (*traverse)(Object*, Visitor&) = nullptr;
  // For throw(GeneratorExit) and close(): an __await__ iterator's own close(); null for real coroutines.
  bool (*close)(Link* link) = nullptr;
  // cr_frame and cr_code; null: None.
  Var (*frame)(Link* link) = nullptr;
  Var (*code)(const Link* link) = nullptr;
  // What stands in the code of this link as that which it awaits, where that is not always the awaited link's own object:
  // `await x.__await__()` of a coroutine is a wrapper around it. Borrowed; Empty: ask that link.
  Value (*awaited)(const Link* link) = nullptr;
};

struct Link {
  const LinkOps* ops;
  Link* awaiter = nullptr;   // who waits for my result; not owned: the awaiter owns me
  Link* awaiting = nullptr;  // whose result I wait for
  Link* leaf = nullptr;      // the end of the chain; kept in the root while the chain is suspended
  LinkState state = LinkState::Created;
  bool is_generator = false;      // a plain generator: texts say "generator"
  bool is_async_generator = false;
  uint32_t depth = 0;        // frames from the root to here
  uint32_t id = 0;           // in events; 0: not told of
  HandledException handled;  // "the exception being handled" inside this coroutine (interpreted links only)
  explicit Link(const LinkOps* o) : ops(o) {}
};

// The layout of every object that is a link itself.
struct LinkObject : Object, Link {};
inline Link* link_in(Object* o) { return static_cast<LinkObject*>(o); }

// The drive() that is going on; an inner one (a coroutine that drives another by send()) points to its outer one.
extern struct Driver* driver;
struct Driver {
  Link* root;
  Driver* outer;
  uint32_t depth;             // rt.recursion_depth outside
  HandledException* handled;  // rt.handled outside
  // The outermost link that takes part of the recursion limit is the root, when something is sent. What is thrown goes straight
  // to the leaf, as in CPython's _gen_throw, and its awaiters count from when they go on. With a link's own depth `base` makes
  // rt.recursion_depth.
  uint32_t base;
  Link* above = nullptr;      // the awaiter of the outermost that counts; null: that is the root
  Link* at = nullptr;         // the link that was resumed last; an interpreted one may have gone on to others

  Driver(Link* root, Link* outermost)
      : root(root), outer(driver), depth(rt.recursion_depth), handled(rt.handled), base(depth + 1 - outermost->depth) {}
  // `link` goes on, as a frame of the recursion limit.
  void count_frames(Link* link) {
    if (link == above) {
      base = depth + 1 - link->depth;
      above = link == root ? nullptr : link->awaiter;
    }
    rt.recursion_depth = base + link->depth;
  }
};
// The task that runs, as events name it; 0: none.
extern uint32_t running_task;
// For events: the id of a coroutine, given at first need.
uint32_t coroutine_id(Link* link);
// Tells that this coroutine object was made.
void tell_created(Link* link);

struct [[nodiscard]] Step {
  enum Kind : uint8_t { Yielded, Returned, Raised } kind;
  Var value;  // what was yielded or returned; Empty when raised (rt.error)
};

// Sends `input` into the chain (Empty: throws rt.error into it) and runs it until it yields or ends.
Step drive(Link* root, Var input);
Step refuse_to_drive(Link* root);  // it runs already
// Throws rt.error in as throw() does: GeneratorExit closes what the link awaits first and is then thrown into itself alone.
Step throw_into(Link* link);
// GeneratorExit into each link, from the leaf up; false: an exception came out (gen.close()).
// `within`: the root of the chain whose lower end this is, for events.
bool close_chain(Link* root, Link* within = nullptr);

// For __await__ iterators and the like: what the object `iterator` answers to send() and throw(), as one who is asked
// by hand sees it (StopIteration with the result).
Var answer_by_hand(Step step);
// How events and states call a link: its function, "asyncio." before the library's. Empty: it has no name.
std::string label_of(const LinkInfo& info);
// To events: an await that failed before what is awaited could begin.
void untell_await(Link* child);
// Does this link run for Python? One that awaits another is suspended itself, yet runs while its chain does.
bool is_executing(const Link* link);
// cr_await: what a suspended link awaits, as the program sees it; Empty: nothing, or a coroutine without an object.
Value awaited_object(const Link* link);

// throw()'s arguments as the exception in rt.error; false: they make none (TypeError is set).
bool set_thrown(Value type, Value value, Value traceback);

// Called by a link's resume: `child` is to be awaited by `self`.
Signal await_child(Link* self, Link* child, Transfer& t);
// Called by a link's resume: it has ended with `value`, or with rt.error where that is Empty.
Signal finish(Link* self, Var value, Transfer& t);

// The link behind an awaitable, as `await` finds it: a coroutine itself, else what __await__ returns (an iterator that is
// no link gets one, see iterator_link.hpp). *keeper owns it. nullptr: TypeError is set.
Link* await_link(Value awaitable, Var* keeper);
// The link of an object that is one (coroutine, generator, ...), or nullptr.
inline Link* link_of(Value v) {
  Type* t = type_of(v);
  return t->link ? t->link(v) : nullptr;
}

}  // namespace ap
