// The value word: one Python value in 8 bytes, floats and 48-bit ints inline, everything else a pointer.
//
//   pointer to Object   0x0000'pppp'pppp'pppp   (never null)
//   constants           0x0001'0000'0000'000k   Empty, None, False, True, Ellipsis, NotImplemented
//   float               bits of the double + 2^49
//   int                 0xFFFF'iiii'iiii'iiii   48-bit two's complement
//
// Three types, by ownership:
//   Value   a plain word, borrowed: parameters, and what a container keeps while it owns a reference by hand
//   Var     owns one reference; what functions return. An empty Var means "a Python exception is set" (rt.error)
//   Ref<T>  owns one reference to an object of known C++ type
#pragma once
#include <bit>
#include <cstdint>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace ap {

struct Object;
struct Type;
void destroy(Object*);  // the count has reached zero

#if defined(__clang__)
#define AP_TRIVIAL_ABI [[clang::trivial_abi]]
#else
#define AP_TRIVIAL_ABI
#endif

struct Value {
  uint64_t bits;

  static constexpr uint64_t kPointerEnd = 1ull << 48;
  static constexpr uint64_t kFloatOffset = 2ull << 48;
  static constexpr uint64_t kIntTag = 0xFFFFull << 48;
  static constexpr int64_t kIntMin = -(1ll << 47), kIntMax = (1ll << 47) - 1;

  constexpr Value() : bits(kPointerEnd) {}
  explicit constexpr Value(uint64_t raw) : bits(raw) {}
  Value(const Object* o) : bits(reinterpret_cast<uintptr_t>(o)) {}  // NOLINT: an object is a value

  static constexpr Value from_int(int64_t i) { return Value(kIntTag | (static_cast<uint64_t>(i) & (kPointerEnd - 1))); }
  static constexpr bool fits_int(int64_t i) { return i >= kIntMin && i <= kIntMax; }
  static constexpr Value from_float(double d) {
    if (d != d) return fresh_nan();
    return Value(std::bit_cast<uint64_t>(d) + kFloatOffset);
  }
  // Each nan is an object of its own: it equals itself in a container, and no other one. Nothing else tells them apart.
  static Value fresh_nan();
  static constexpr Value from_bool(bool b) { return Value(kPointerEnd + 2 + (b ? 1 : 0)); }

  constexpr bool is_object() const { return bits < kPointerEnd; }
  constexpr bool is_empty() const { return bits == kPointerEnd; }
  constexpr bool is_none() const { return bits == kPointerEnd + 1; }
  constexpr bool is_bool() const { return (bits | 1) == kPointerEnd + 3; }
  constexpr bool is_true() const { return bits == kPointerEnd + 3; }
  constexpr bool is_false() const { return bits == kPointerEnd + 2; }
  constexpr bool is_ellipsis() const { return bits == kPointerEnd + 4; }
  constexpr bool is_not_implemented() const { return bits == kPointerEnd + 5; }
  constexpr bool is_small_int() const { return bits >= kIntTag; }
  constexpr bool is_float() const { return bits - kFloatOffset < kIntTag - kFloatOffset; }
  constexpr int64_t as_int() const { return static_cast<int64_t>(bits << 16) >> 16; }
  constexpr double as_float() const { return std::bit_cast<double>(bits - kFloatOffset); }
  Object* object() const { return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits)); }
  template <class T>
  T* as() const {
    return static_cast<T*>(object());
  }
  // Identity, as Python's `is`.
  constexpr bool operator==(const Value&) const = default;
  explicit constexpr operator bool() const { return !is_empty(); }
};

inline constexpr Value Empty{};
inline constexpr Value None{Value::kPointerEnd + 1};
inline constexpr Value False{Value::kPointerEnd + 2};
inline constexpr Value True{Value::kPointerEnd + 3};
inline constexpr Value Ellipsis{Value::kPointerEnd + 4};
inline constexpr Value NotImplemented{Value::kPointerEnd + 5};

// What an object is in C++, for checks that need no pointer chase. A Python subclass of list is still a List.
enum class Kind : uint8_t {
  Other, Type, Int, Float, Str, Bytes, Tuple, List, Dict, Set, Range, Slice, Exception,
  Function, NativeFunction, BoundMethod, Property, Cell, Code, Generator, Module, Instance, Iterator,
  Future, Task, NativeCoroutine, ByteArray,
};

struct Object {
  uint32_t refs = 1;
  Kind kind;
  uint8_t flags = 0;   // ObjectFlag
  uint16_t extra = 0;  // free for the C++ type
  Type* type;

  Object(Type* t, Kind k) : kind(k), type(t) {}
};

enum ObjectFlag : uint8_t {
  kHasSideEntry = 1,  // weak references or an id() are kept for it in rt.side
  kFinalized = 2,     // __del__ or the warning has run
  kMarked = 4,        // by the collector
};

inline void incref(Object* o) { ++o->refs; }
inline void decref(Object* o) {
  if (--o->refs == 0) destroy(o);
}
inline void incref(Value v) {
  if (v.is_object()) ++v.object()->refs;
}
inline void decref(Value v) {
  if (v.is_object()) decref(v.object());
}

template <class T>
class Ref;

// Owns one reference, or is empty ("an exception is set").
class AP_TRIVIAL_ABI [[nodiscard]] Var {
 public:
  Var() = default;
  Var(Value v) : v_(v) { incref(v_); }  // NOLINT: taking a reference is what a Var is for
  Var(const Object* o) : Var(Value(o)) {}  // NOLINT
  Var(Var&& o) noexcept : v_(o.release()) {}
  Var(const Var& o) : v_(o.v_) { incref(v_); }
  template <class T>
  Var(Ref<T>&& r) noexcept;  // NOLINT
  template <class T>
  Var(const Ref<T>& r);  // NOLINT
  ~Var() { decref(v_); }
  Var& operator=(Var o) noexcept {
    std::swap(v_, o.v_);
    return *this;
  }
  static Var steal(Value v) {
    Var r;
    r.v_ = v;
    return r;
  }
  static Var steal(Object* o) { return steal(Value(o)); }
  [[nodiscard]] Value release() { return std::exchange(v_, Value()); }
  void reset() { decref(release()); }
  operator Value() const& { return v_; }    // NOLINT: an owned value can be lent
  operator Value() const&& = delete;        // but not one that is about to go
  Value get() const { return v_; }
  explicit operator bool() const { return !v_.is_empty(); }
  template <class T>
  T* as() const {
    return v_.as<T>();
  }
  bool is_none() const { return v_.is_none(); }
  Value* operator->() { return &v_; }
  const Value* operator->() const { return &v_; }

 private:
  Value v_;
};

// An object or nothing (Empty), in the width of a pointer: for what there are very many of. Its owner lets go of it by reset().
class ObjectSlot {
 public:
  operator Value() const { return o_ ? Value(o_) : Value(); }  // NOLINT: it is lent
  explicit operator bool() const { return o_ != nullptr; }
  Object* object() const { return o_; }
  template <class T>
  T* as() const {
    return static_cast<T*>(o_);
  }
  // Takes a reference of its own.
  void set(Value v) {
    incref(v);
    Object* old = std::exchange(o_, v.is_object() ? v.object() : nullptr);
    if (old) decref(old);
  }
  void reset() {
    if (Object* old = std::exchange(o_, nullptr)) decref(old);
  }

 private:
  Object* o_ = nullptr;
};

// Owns one reference to a T, or is null.
template <class T>
class AP_TRIVIAL_ABI Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}  // NOLINT
  explicit Ref(T* p) : p_(p) {
    if (p_) incref(static_cast<Object*>(p_));
  }
  Ref(Ref&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  Ref(const Ref& o) : Ref(o.p_) {}
  template <class U>
    requires(!std::is_same_v<U, T> && std::is_base_of_v<T, U>)
  Ref(Ref<U>&& o) : p_(o.release()) {}  // NOLINT
  ~Ref() {
    if (p_) decref(static_cast<Object*>(p_));
  }
  Ref& operator=(Ref o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  static Ref steal(T* p) {
    Ref r;
    r.p_ = p;
    return r;
  }
  // Takes over the reference of a Var that is known to hold a T, or null for an empty one.
  static Ref from(Var&& v) { return v ? steal(static_cast<T*>(v.release().object())) : Ref(); }
  T* get() const { return p_; }
  T* operator->() const { return p_; }
  T& operator*() const { return *p_; }
  explicit operator bool() const { return p_ != nullptr; }
  operator Value() const& { return p_ ? Value(p_) : Value(); }  // NOLINT
  operator Value() const&& = delete;
  [[nodiscard]] T* release() { return std::exchange(p_, nullptr); }
  void reset() { *this = Ref(); }

 private:
  T* p_ = nullptr;
};

template <class T>
Var::Var(Ref<T>&& r) noexcept : v_(r ? Value(r.release()) : Value()) {}
template <class T>
Var::Var(const Ref<T>& r) : Var(r ? Value(r.get()) : Value()) {}

}  // namespace ap
