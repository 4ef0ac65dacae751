// Co: a coroutine written in C++, a link of a chain of awaits like any interpreted one.
//
//   Co acquire(Ref<Lock> self) {              // free function; what it keeps comes by value
//     ...
//     Outcome got = co_await outcome(future); // CPython's try/except around an await
//     Var value = co_await sleep(1.0, None);  // any other await: an error passes through
//     co_return True;                         // or: co_return value_error("..."), an empty Var = raised
//   }
//
// There are no C++ exceptions. An error met by a plain co_await never resumes this coroutine: the driver destroys it
// (its destructors are the `finally`, innermost coroutine first) and goes up to the nearest awaiter that wrote
// outcome(). The rest of a body after a plain co_await therefore only runs with a value.
#pragma once
#include <coroutine>

#include "coro/link.hpp"

namespace ap {

class Co;

// What outcome() gives: a value, or the exception (a BaseException instance) with nothing set in rt.error.
struct Outcome {
  Var value;
  Var error;
  explicit operator bool() const { return bool(value); }
  bool is(const Type* t) const { return error && is_instance(error, t); }
  // Raises it again: `co_return std::move(r).raise();`
  Var raise() && {
    set_error(std::move(error));
    return Var();
  }
};

// Where a suspended Co takes the answer of what it awaits.
struct Awaiting {
  Var value;           // the result
  bool catches = false;
  // Makes the result from what was sent in (`value`); false: rt.error is set, as if that had been thrown in.
  bool (*arrive)(Awaiting*) = nullptr;
  // References that the body holds while it waits here, apart from its parameters: for the collector.
  Object* held[3] = {};
};

// What Python sees of a coroutine function written in C++: its names, and where CPython's library has it.
struct CoroutineDef {
  const char* name;
  const char* qualname;
  const char* file = nullptr;  // in asyncio/; null: it is none of a file's
  int16_t first_line = 0;
  int16_t line = 0;        // the await it usually stands at
};
struct NativeCoroutine;

struct CoPromise : Link {
  enum class Request : uint8_t { None, AwaitChild, Yield, Fail, Proceed, Return };
  Co* owner = nullptr;          // whoever will destroy the frame, unless `object` does; kept up to date as the Co moves
  Awaiting* pending = nullptr;  // the awaiter it is suspended at
  Link* child = nullptr;        // for Request::AwaitChild
  Var result;                   // for Request::Return (Empty: raised), Request::Yield
  Request request = Request::None;
  NativeCoroutine* object = nullptr;  // null: awaited by another C++ coroutine
  const CoroutineDef* def = nullptr;  // null: a part of its awaiter, as far as anybody is told
  // The objects that came as parameters, for the collector. A body does not move from its parameters, so that they are
  // held as long as the frame stands.
  static constexpr uint32_t kParameters = 2;
  Object* parameters[kParameters] = {};

  template <class... A>
    requires(sizeof...(A) > 0)
  explicit CoPromise(const A&... a) : CoPromise() {
    uint32_t n = 0;
    (note(n, a), ...);
  }
  CoPromise();
  ~CoPromise() = default;
  Co get_return_object();
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_value(Var v) {
    result = std::move(v);
    request = Request::Return;
  }
  void unhandled_exception() {}
  std::coroutine_handle<CoPromise> handle() { return std::coroutine_handle<CoPromise>::from_promise(*this); }
  // Asked by awaiters.
  void await(Link* link, Awaiting* a) {
    pending = a;
    child = link;
    request = Request::AwaitChild;
  }
  void yield(Var v, Awaiting* a) {
    pending = a;
    result = std::move(v);
    request = Request::Yield;
  }
  // rt.error is set: as if the awaited thing had raised at once.
  void fail(Awaiting* a) {
    pending = a;
    request = Request::Fail;
  }
  void note(uint32_t& n, Value v) {
    if (v.is_object() && n < kParameters) parameters[n++] = v.object();
  }
  template <class T>
  void note(uint32_t& n, const Ref<T>& r) {
    if (r && n < kParameters) parameters[n++] = r.get();
  }
  template <class T>
    requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
  void note(uint32_t&, const T&) {}
  // The answer is there already, in a->value.
  void proceed(Awaiting*) { request = Request::Proceed; }
  static void* operator new(size_t n) { return heap.allocate_raw(n); }
  static void operator delete(void* p, size_t n) { heap.release_raw(p, n); }
};

// Owns the coroutine's frame. Null once it has ended.
class [[nodiscard]] Co {
 public:
  using promise_type = CoPromise;
  Co() = default;
  explicit Co(CoPromise* p) : promise_(p) { p->owner = this; }
  Co(Co&& o) noexcept : promise_(std::exchange(o.promise_, nullptr)) {
    if (promise_) promise_->owner = this;
  }
  Co& operator=(Co&& o) noexcept {
    destroy();
    promise_ = std::exchange(o.promise_, nullptr);
    if (promise_) promise_->owner = this;
    return *this;
  }
  ~Co() { destroy(); }
  CoPromise* promise() const { return promise_; }
  Link* link() const { return promise_; }
  explicit operator bool() const { return promise_ != nullptr; }
  void destroy() {
    if (CoPromise* p = std::exchange(promise_, nullptr)) p->handle().destroy();
  }
  void forget() { promise_ = nullptr; }  // the driver has destroyed the frame
  // From now on the caller destroys the frame.
  CoPromise* release() {
    if (promise_) promise_->owner = nullptr;
    return std::exchange(promise_, nullptr);
  }

 private:
  CoPromise* promise_ = nullptr;
};

inline Co CoPromise::get_return_object() { return Co(this); }

// co_await some_coroutine(...)
struct CoAwaiter : Awaiting {
  Co child;
  explicit CoAwaiter(Co c, bool catches_errors) : child(std::move(c)) { catches = catches_errors; }
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<CoPromise> self) {
    if (child)
      self.promise().await(child.link(), this);
    else
      self.promise().fail(this);
  }
};
struct PlainCoAwaiter : CoAwaiter {
  explicit PlainCoAwaiter(Co c) : CoAwaiter(std::move(c), false) {}
  Var await_resume() { return std::move(value); }
};
struct OutcomeCoAwaiter : CoAwaiter {
  explicit OutcomeCoAwaiter(Co c) : CoAwaiter(std::move(c), true) {}
  Outcome await_resume();
};
// The coroutine that CPython awaits at this place, for call stacks.
inline Co named(Co c, const CoroutineDef& def) {
  if (c) c.promise()->def = &def;
  return c;
}
// co_await at_line(def): from here on the body stands at another line of the function in CPython's library.
struct AtLine {
  const CoroutineDef& def;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<CoPromise> self) {
    self.promise().def = &def;
    self.promise().proceed(nullptr);
  }
  void await_resume() {}
};
inline AtLine at_line(const CoroutineDef& def) { return {def}; }
inline PlainCoAwaiter operator co_await(Co&& c) { return PlainCoAwaiter(std::move(c)); }
inline OutcomeCoAwaiter outcome(Co c) { return OutcomeCoAwaiter(std::move(c)); }

// co_await object: anything that Python can await.
struct ObjectAwaiter : Awaiting {
  Var object, keeper;
  explicit ObjectAwaiter(Var o, bool catches_errors, Object* other = nullptr) : object(std::move(o)) {
    catches = catches_errors;
    held[0] = other;
  }
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<CoPromise> self) {
    Link* link = object ? await_link(object, &keeper) : nullptr;
    if (!link) return self.promise().fail(this);
    object.reset();  // what it gave keeps it
    self.promise().await(link, this);
  }
};
struct PlainObjectAwaiter : ObjectAwaiter {
  explicit PlainObjectAwaiter(Var o) : ObjectAwaiter(std::move(o), false) {}
  Var await_resume() { return std::move(value); }
};
struct OutcomeObjectAwaiter : ObjectAwaiter {
  explicit OutcomeObjectAwaiter(Var o, Object* other) : ObjectAwaiter(std::move(o), true, other) {}
  Outcome await_resume();
};
inline PlainObjectAwaiter awaiting(Var o) { return PlainObjectAwaiter(std::move(o)); }
// `other`: an object that the body holds meanwhile.
inline OutcomeObjectAwaiter outcome(Var o, Object* other = nullptr) { return OutcomeObjectAwaiter(std::move(o), other); }

// co_await yield_value(x): the bare `yield x` of a generator-based coroutine; x goes out to the driver (the Task).
// sleep(0) is yield_value(None); a future yields itself. What is sent in comes back.
struct YieldAwaiter : Awaiting {
  Var out;
  explicit YieldAwaiter(Var v) : out(std::move(v)) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<CoPromise> self) { self.promise().yield(std::move(out), this); }
  Var await_resume() { return std::move(value); }
};
struct OutcomeYieldAwaiter : YieldAwaiter {
  explicit OutcomeYieldAwaiter(Var v) : YieldAwaiter(std::move(v)) { catches = true; }
  Outcome await_resume();
};
inline YieldAwaiter yield_value(Var v) { return YieldAwaiter(std::move(v)); }
inline OutcomeYieldAwaiter outcome_yield(Var v) { return OutcomeYieldAwaiter(std::move(v)); }

// Inside a coroutine, what an `except` block is: `error` counts as being handled, so that what is raised meanwhile has
// it as its context.
class Handling {
 public:
  explicit Handling(Value error) : at_(rt.handled) {
    incref(error);
    before_ = std::exchange(at_->exception, error);
  }
  ~Handling() { decref(std::exchange(at_->exception, before_)); }
  Handling(const Handling&) = delete;

 private:
  HandledException* at_;
  Value before_;
};

// A Co as Python sees it: a coroutine object. Not started and dropped: "was never awaited".
struct NativeCoroutine : Object {
  static constexpr uint16_t kIsLink = 1;  // in Object::extra: a NativeLink
  Link* body;  // null once it has ended
  const CoroutineDef* def;
  uint32_t born = ++births;
  NativeCoroutine(Type* t, Link* body, const CoroutineDef* def) : Object(t, Kind::NativeCoroutine), body(body), def(def) {}
  Link* link() const { return body ? body : ended_link(); }

 private:
  static Link* ended_link();  // it refuses
};
Var native_coroutine(Co co, const CoroutineDef& def);

// A coroutine of the library that is a link itself, its body written out where a C++ frame would be too large.
struct NativeLink : NativeCoroutine, Link {
  NativeLink(Type* t, const LinkOps* ops, const CoroutineDef* def) : NativeCoroutine(t, this, def), Link(ops) { extra = kIsLink; }
};
// For LinkOps.
void describe_native_link(const Link* link, LinkInfo& info);
Object* object_of_native_link(const Link* link);
// For resume: it has ended, as finish() says; it runs already.
Signal finish_native(NativeLink* self, Var value, Transfer& t);
Signal refuse_running(Transfer& t);
// What it does before it goes: "never awaited", close().
void finalize_native_coroutine(NativeCoroutine* c);
void free_native_coroutine(NativeCoroutine* c);

// coroutine.close(), generator.close(): the value it returned, or None; Empty: an exception came out.
Var close_link(Link* link);
// The `coroutine` type, of interpreted and native ones.
void init_coroutine_types();

}  // namespace ap
