// Slot wrappers: the slots of built-in types as Python sees them, int.__add__ and the like. They are put into a type's
// dict when a special method of it is first looked up by name, so that a run starts fast.
#include "object/class.hpp"
#include "object/int.hpp"

namespace ap {

namespace {

enum class How : uint8_t {
  New, Init, Call, One, Hash, Compare, GetAttr, ClassOnly, SetAttr, DelAttr, Get, Set, Delete, Truth, Length, Two, SetItem,
  DelItem, Contains, Next, Unary, Binary, Reflected, Inplace,
};
const How kCalls[kDunderCount] = {
#define D(name, slot, kind, op) How::kind,
#include "object/dunders.def"
};

Type* method_wrapper_type = nullptr;

Str* name_of(const SlotWrapper* w) { return dunder_name(w->dunder); }

// Which operators `binary` (a bit for each) and `unary` (from bit 16) of a built-in type stand for; the slots serve several.
constexpr uint32_t bit(BinaryOp op) { return 1u << static_cast<int>(op); }
constexpr uint32_t kSequenceOps = bit(BinaryOp::Add) | bit(BinaryOp::Mul);
constexpr uint32_t kBitOps = bit(BinaryOp::And) | bit(BinaryOp::Or) | bit(BinaryOp::Xor);
constexpr uint32_t kFloatOps = kSequenceOps | bit(BinaryOp::Sub) | bit(BinaryOp::Div) | bit(BinaryOp::FloorDiv) |
                               bit(BinaryOp::Mod) | bit(BinaryOp::Pow);
constexpr uint32_t kSigns = 3u << 16, kInvert = 4u << 16;

uint32_t operations(const Type* t) {
  const Types& r = rt.types;
  if (t == r.int_) return kFloatOps | kBitOps | bit(BinaryOp::LShift) | bit(BinaryOp::RShift) | kSigns | kInvert;
  if (t == r.bool_) return kBitOps | kInvert;
  if (t == r.float_) return kFloatOps | kSigns;
  if (t == r.complex)
    return (kFloatOps & ~(bit(BinaryOp::FloorDiv) | bit(BinaryOp::Mod))) | kSigns;
  if (t == r.list || t == r.tuple) return kSequenceOps;
  if (t == r.str || t == r.bytes || t == r.bytearray) return kSequenceOps | bit(BinaryOp::Mod);
  if (t == r.set || t == r.frozenset || t == r.dict_keys || t == r.dict_items) return kBitOps | bit(BinaryOp::Sub);
  if (t == r.dict || t == r.mappingproxy || t == r.type || t == r.generic_alias || t == r.union_type)
    return bit(BinaryOp::Or);
  return ~0u;
}

// Sequences have no __radd__, str no __rmul__ as a number would, but these two: __mul__ and __rmul__.
bool has_reflected(const Type* t, BinaryOp op) {
  const Types& r = rt.types;
  bool sequence = t == r.list || t == r.tuple || t == r.str || t == r.bytes || t == r.bytearray;
  return !sequence || op != BinaryOp::Add;
}

bool stands_for(const Type* t, size_t i) {
  const DunderInfo& info = dunder_info[i];
  uint32_t ops = operations(t);
  switch (kCalls[i]) {
    case How::ClassOnly: case How::New: return false;
    case How::Binary: case How::Inplace: return ops >> info.op & 1;
    case How::Reflected: return (ops >> info.op & 1) && has_reflected(t, static_cast<BinaryOp>(info.op));
    case How::Unary: return ops >> (16 + info.op) & 1;
    case How::Truth: return !t->length || t == rt.types.range;  // len() says it already
    default: return true;
  }
}

// The slot as this very type has it, not by inheritance.
bool owns_slot(Type* t, uint8_t at) {
  SlotFunction own = slot_at(t, at);
  return own && (!t->base || slot_at(t->base, at) != own);
}

// --- calling

bool expect(Args args, uint32_t least, uint32_t most) {
  if (args.keyword_count()) return type_error("wrapper takes no keyword arguments");
  if (args.count >= least && args.count <= most) return true;
  if (least == most)
    return type_error("expected %d argument%s, got %d", static_cast<int>(least), least == 1 ? "" : "s",
                      static_cast<int>(args.count));
  return type_error("expected %s %d arguments, got %d", args.count < least ? "at least" : "at most",
                    static_cast<int>(args.count < least ? least : most), static_cast<int>(args.count));
}
bool expect(Args args, uint32_t n) { return expect(args, n, n); }
// As functions that unpack several arguments say it.
bool expect_named(SlotWrapper* w, Args args, uint32_t least, uint32_t most) {
  if (args.keyword_count() || (args.count >= least && args.count <= most)) return expect(args, least, most);
  bool few = args.count < least;
  uint32_t n = few ? least : most;
  return type_error("%U expected %s%d argument%s, got %d", name_of(w), least == most ? "" : few ? "at least " : "at most ",
                    static_cast<int>(n), n == 1 ? "" : "s", static_cast<int>(args.count));
}

Var done(bool ok) { return ok ? Var(None) : Var(); }
Var from_tri(Tri t) { return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True)); }

bool attribute_name(Value v) {
  if (is_kind(v, Kind::Str)) return true;
  return type_error("attribute name must be string, not '%T'", v);
}

// object.__setattr__(SomeClass, ...) and the like must not go round what a more derived built-in type checks.
bool may_set(SlotWrapper* w, Value self) {
  Type* t = builtin_base(type_of(self));
  if (!slot_at(t, slot::setattr) || t->setattr == w->owner->setattr) return true;
  return type_error("can't apply this %U to %T object", name_of(w), self);
}

Var apply(SlotWrapper* w, Value self, Args args) {
  Type* t = w->owner;
  const DunderInfo& info = dunder_info[static_cast<size_t>(w->dunder)];
  const Value* a = args.values;
  switch (kCalls[static_cast<size_t>(w->dunder)]) {
    case How::Init: return done(t->initialize(self, args));
    case How::Call: return t->call(self, args);
    case How::One:
      if (!expect(args, 0)) return {};
      return reinterpret_cast<Var (*)(Value)>(slot_at(t, info.slot))(self);
    case How::Hash: {
      int64_t h;
      if (!expect(args, 0) || !t->hash(self, h)) return {};
      return make_int(h);
    }
    case How::Compare:
      if (!expect(args, 1)) return {};
      return t->compare(self, a[0], static_cast<Compare>(info.op));
    case How::GetAttr:
      if (!expect(args, 1) || !attribute_name(a[0])) return {};
      return t->getattr(self, a[0].as<Str>());
    case How::SetAttr:
      if (!expect_named(w, args, 2, 2) || !attribute_name(a[0]) || !may_set(w, self)) return {};
      return done(t->setattr(self, a[0].as<Str>(), a[1]));
    case How::DelAttr:
      if (!expect(args, 1) || !attribute_name(a[0]) || !may_set(w, self)) return {};
      return done(t->setattr(self, a[0].as<Str>(), Empty));
    case How::Get: {
      if (!expect_named(w, args, 1, 2)) return {};
      Value instance = a[0], owner = args.count == 2 ? a[1] : None;
      if (instance.is_none() && owner.is_none()) return type_error("__get__(None, None) is invalid");
      Type* owner_type = is_kind(owner, Kind::Type) ? owner.as<Type>() : type_of(instance);
      // None stands for "from the class" unless the class is that of None.
      return t->descr_get(self, instance.is_none() && owner_type != rt.types.none ? Empty : instance, owner_type);
    }
    case How::Set:
      if (!expect_named(w, args, 2, 2)) return {};
      return done(t->descr_set(self, a[0], a[1]));
    case How::Delete:
      if (!expect(args, 1)) return {};
      return done(t->descr_set(self, a[0], Empty));
    case How::Truth:
      if (!expect(args, 0)) return {};
      return from_tri(t->truth(self));
    case How::Length: {
      if (!expect(args, 0)) return {};
      int64_t n = t->length(self);
      return n < 0 ? Var() : make_int(n);
    }
    case How::Two:
      if (!expect(args, 1)) return {};
      return t->getitem(self, a[0]);
    case How::SetItem:
      if (!expect_named(w, args, 2, 2)) return {};
      return done(t->setitem(self, a[0], a[1]));
    case How::DelItem:
      if (!expect(args, 1)) return {};
      return done(t->setitem(self, a[0], Empty));
    case How::Contains:
      if (!expect(args, 1)) return {};
      return from_tri(t->contains(self, a[0]));
    case How::Next: {
      if (!expect(args, 0)) return {};
      Var v = t->next(self);
      if (!v && !failed()) return raise_stop_iteration(None);
      return v;
    }
    case How::Unary: {
      if (!expect(args, 0)) return {};
      Var v = t->unary(self, static_cast<UnaryOp>(info.op));
      if (!v && !failed()) return NotImplemented;
      return v;
    }
    case How::Binary: {
      bool power = info.op == static_cast<uint8_t>(BinaryOp::Pow);
      if (!expect(args, 1, power ? 2 : 1)) return {};
      if (args.count == 2 && !a[1].is_none()) {
        if (is_int(self) && is_int(a[0]) && is_int(a[1])) return int_pow_mod(self, a[0], a[1]);
        return NotImplemented;
      }
      return t->binary(self, a[0], static_cast<BinaryOp>(info.op));
    }
    case How::Reflected: {
      bool power = info.op == static_cast<uint8_t>(BinaryOp::Pow);
      if (!expect(args, 1, power ? 2 : 1)) return {};
      return t->binary(a[0], self, static_cast<BinaryOp>(info.op));
    }
    case How::Inplace:
      if (!expect(args, 1)) return {};
      return t->inplace(self, a[0], static_cast<BinaryOp>(info.op));
    default: return NotImplemented;
  }
}

// --- __new__ of built-in types: a function bound to its type

Var new_wrapper(Call& c) {
  Type* own = c.self.as<Type>();
  Args args = c.raw;
  if (args.count == 0) return type_error("%N.__new__(): not enough arguments", own);
  Value cls = args.values[0];
  if (!is_kind(cls, Kind::Type)) return type_error("%N.__new__(X): X is not a type object (%T)", own, cls);
  Type* t = cls.as<Type>();
  if (!is_subtype(t, own)) return type_error("%N.__new__(%N): %N is not a subtype of %N", own, t, t, own);
  // object.__new__(list) would leave out what list.__new__ does.
  Type* root = builtin_base(t);
  if (root->construct != own->construct)
    return type_error("%N.__new__(%N) is not safe, use %N.__new__()", own, t, root);
  return own->construct(t, Args{args.values + 1, args.count - 1, args.kwnames});
}
const MethodDef kNew = {"__new__", nullptr, new_wrapper};

// --- the objects

SlotWrapper* as_wrapper(Value v) { return v.as<SlotWrapper>(); }

Var wrapper_repr(Value v) {
  return format_str("<slot wrapper '%U' of '%N' objects>", name_of(as_wrapper(v)), as_wrapper(v)->owner);
}

Var wrapper_call(Value callee, Args args) {
  auto* w = as_wrapper(callee);
  if (args.count == 0)
    return type_error("descriptor '%U' of '%N' object needs an argument", name_of(w), w->owner);
  if (!is_instance(args.values[0], w->owner))
    return type_error("descriptor '%U' requires a '%N' object but received a '%T'", name_of(w), w->owner, args.values[0]);
  return call_slot_wrapper(w, args.values[0], Args{args.values + 1, args.count - 1, args.kwnames});
}

Var wrapper_get(Value v, Value instance, Type*) {
  if (!instance) return v;
  auto* m = allocate<BoundMethod>(method_wrapper_type, 0);
  m->function = Var(v).release();
  m->self = Var(instance).release();
  return Var::steal(m);
}

Var method_wrapper_repr(Value v) {
  auto* m = v.as<BoundMethod>();
  if (!m->self.is_object())
    return format_str("<method-wrapper '%U' of %T object>", name_of(as_wrapper(m->function)), m->self);
  return format_str("<method-wrapper '%U' of %T object at 0x%llx>", name_of(as_wrapper(m->function)), m->self,
                    static_cast<unsigned long long>(address_of(m->self.object())));
}
Var method_wrapper_call(Value v, Args args) {
  auto* m = v.as<BoundMethod>();
  Var keep = v;
  return call_slot_wrapper(as_wrapper(m->function), m->self, args);
}

void wrapper_dealloc(Object* o) { free_object(o, sizeof(SlotWrapper)); }

const GetSetDef kGetSets[] = {
    {"__name__", [](Value v) { return Var(name_of(as_wrapper(v))); }},
    {"__qualname__",
     [](Value v) { return Var(format_str("%U.%U", as_wrapper(v)->owner->qualname, name_of(as_wrapper(v)))); }},
    {"__objclass__", [](Value v) { return Var(as_wrapper(v)->owner); }},
};
const GetSetDef kMethodGetSets[] = {
    {"__name__", [](Value v) { return Var(name_of(as_wrapper(v.as<BoundMethod>()->function))); }},
    {"__self__", [](Value v) { return Var(v.as<BoundMethod>()->self); }},
    {"__objclass__", [](Value v) { return Var(as_wrapper(v.as<BoundMethod>()->function)->owner); }},
};

}  // namespace

Var call_slot_wrapper(SlotWrapper* w, Value self, Args args) { return apply(w, self, args); }

void ensure_dunders(Type* t) {
  if (t->type_flags & (kDundersReady | kHeapType) || !rt.types.wrapper_descriptor) return;
  t->type_flags |= kDundersReady;
  for (size_t i = 0; i < kDunderCount; ++i) {
    uint8_t at = dunder_info[i].slot;
    Str* name = dunder_names[i];
    if (!owns_slot(t, at) || dict_get_name(t->dict, name)) continue;
    if (static_cast<Dunder>(i) == Dunder::__new__) {
      Ref<NativeFunction> f = new_function(&kNew, nullptr);
      f->self = Value(t);
      incref(static_cast<Object*>(t));
      dict_set_name(t->dict, name, f);
      continue;
    }
    if (!stands_for(t, i)) continue;
    auto* w = allocate<SlotWrapper>(rt.types.wrapper_descriptor, 0);
    w->dunder = static_cast<Dunder>(i);
    w->owner = t;
    Var wrapper = Var::steal(w);
    dict_set_name(t->dict, name, wrapper);
  }
  if (!dict_get_name(t->dict, rt.names.__doc__)) {
    Var doc = t->doc ? Var(make_str(t->doc)) : Var(None);
    dict_set_name(t->dict, rt.names.__doc__, doc);
  }
}

void init_dunder_types() {
  Type* t = new_type("wrapper_descriptor", nullptr, sizeof(SlotWrapper), Kind::Other, 0);
  t->dealloc = wrapper_dealloc;
  t->repr = wrapper_repr;
  t->call = wrapper_call;
  t->descr_get = wrapper_get;
  add_getsets(t, kGetSets);
  make_type_ready(t);
  rt.types.wrapper_descriptor = t;

  t = method_wrapper_type = new_type("method-wrapper", nullptr, sizeof(BoundMethod), Kind::BoundMethod, 0);
  t->dealloc = rt.types.method->dealloc;
  t->traverse = rt.types.method->traverse;
  t->repr = method_wrapper_repr;
  t->call = method_wrapper_call;
  t->compare = rt.types.method->compare;
  t->hash = rt.types.method->hash;
  add_getsets(t, kMethodGetSets);
  make_type_ready(t);
}

}  // namespace ap
