// The interpreter's loop.
//
//  1. ip points behind the instruction that runs; f->ip is brought up to date (SAVE) before anything that may raise,
//     call Python code, or look at frames.
//  2. The value stack owns its values. A slot below sp always holds an owned reference or Empty.
//  3. Python calls, awaits of interpreted coroutines and `for` over interpreted generators stay in this loop: they only
//     switch `f`. C++ recursion happens through slots alone (Type::call and friends call eval()).
//  4. An exception is in rt.error; `goto error` adds the frame to the traceback, `goto unwind` does not.
//  5. A coroutine that suspends leaves eval(); drive() comes back to the leaf itself (see coro/link.hpp).
//  6. A native function that gives nothing and no error has parked the running fiber: the loop is left with the call's
//     operands where they are, and comes back into that call (see coro/fiber.hpp).
#include "vm/eval.hpp"

#include "coro/co.hpp"
#include "object/float.hpp"
#include "object/format.hpp"
#include "object/function.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/stopping.hpp"
#include "vm/fiber.hpp"
#include "vm/frame_object.hpp"
#include "trace/events.hpp"
#include "vm/helpers.hpp"
#include "vm/quick.hpp"
#include "vm/rare.hpp"
#include "vm/unwinding.hpp"

namespace ap {
namespace {

// How a frame is entered.
enum class Start { Fresh, Send, Throw, Unpark };
Frame* parked_frame = nullptr;  // where a fiber was left

// How run() was left.
enum class Left { Return, Error, Signal };

// A frame for calling `function` (whose reference it takes over) by positional arguments alone, taken over too.
// nullptr: the arguments do not fit so simply; nothing was taken.
[[gnu::always_inline]] inline Frame* simple_call_frame(Function* function, Value* args, uint32_t count) {
  Code* code = function->code;
  int32_t missing = code->plain_params - static_cast<int32_t>(count);
  if (missing < 0) return nullptr;
  int32_t defaults = 0;
  if (missing) [[unlikely]] {
    defaults = function->defaults ? static_cast<int32_t>(function->defaults->size) : 0;
    if (missing > defaults) return nullptr;
  }
  Frame* f = push_frame(code->call_bytes);
  if (!f) return nullptr;
  Value* slots = f->slots();
#pragma clang loop vectorize(disable) unroll(disable)  // mostly one or two
  for (uint32_t i = 0; i < count; ++i) slots[i] = args[i];
  for (int32_t i = 0; i < missing; ++i) {
    Value v = (*function->defaults)[defaults - missing + i];
    incref(v);
    slots[count + i] = v;
  }
  uint32_t bound = code->arg_count;
  for (uint32_t n = code->local_count; bound < n; ++bound) slots[bound] = Value();
  for (uint32_t i = 0; i < code->free_count; ++i) {
    Value cell = (*function->closure)[i];
    incref(cell);
    slots[code->local_count + i] = cell;
  }
  return f;
}

// Calling a generator function or coroutine function: moves a ready plain frame into a new object.
Var object_from_frame(Frame* f, Function* function) {
  Generator* g = new_generator(function);
  Value* from = f->slots();
  Value* to = g->frame.slots();
  for (uint32_t i = 0, n = f->code->slot_count(); i < n; ++i) to[i] = from[i];
  pop_frame(f);
  decref(function);  // the object holds one of its own
  return Var::steal(g);
}

Left run(Frame* f, Start start, Var input, Var* result, Transfer* transfer, Signal* signal) {
  Frame* const outer = vm.current;
  const Instr* ip;
  Value* sp;
  Value* fast;
  const Value* consts;
  Value left_over;  // between labels
  Frame* next_frame = nullptr;
  Instr word = 0;

#define SAVE() (f->ip = ip)
#define LOAD_FRAME()                \
  do {                              \
    vm.current = f;                 \
    ip = f->ip;                     \
    sp = f->sp;                     \
    fast = f->slots();              \
    consts = f->code->consts;       \
  } while (0)
#define PUSH(v) (*sp++ = (v))
#define POP() (*--sp)
#define ARG() (word >> 8)
#define ARG_A() ((word >> 8) & 0xff)
#define ARG_B() (word >> 16)
#define TAKE(var) Var var = Var::steal(POP())
// What `for` has got, to where the next instruction would put it.
#define PUSH_ITEM(v)                                             \
  do {                                                           \
    Value item_ = (v);                                           \
    if (static_cast<Op>(*ip & 0xff) == Op::STORE_FAST)           \
      decref(std::exchange(fast[*ip++ >> 8], item_));            \
    else                                                         \
      PUSH(item_);                                               \
  } while (0)
// Pushes an owned result, or goes to error.
#define PUSH_OR_ERROR(expression)       \
  do {                                  \
    Var made_ = (expression);           \
    if (!made_) goto error;             \
    PUSH(made_.release());              \
  } while (0)

  LOAD_FRAME();
  if (start == Start::Send) {
    // The awaited thing (kept on the stack) has given `input`; a yield receives it.
    if (f->ip != f->code->instrs) {
      if (static_cast<Op>(ip[-1] & 0xff) == Op::AWAIT) decref(POP());
      PUSH(input.release());
    }
  } else if (start == Start::Throw) {
    goto error;
  } else if (start == Start::Unpark) {
    if (!input) goto error;
    word = ip[-1];
    Value* base = sp - (static_cast<Op>(word & 0xff) == Op::CALL_EX ? (ARG() ? 4 : 3) : static_cast<int>(ARG()) + 2);
    while (sp > base) decref(POP());
    PUSH(input.release());
  }

  for (;;) {
    word = *ip++;
    switch (static_cast<Op>(word & 0xff)) {
      case Op::NOP: break;
      case Op::POP_TOP: {
        Value v = POP();
        if (v.is_object()) {
          SAVE();
          decref(v.object());
        }
        break;
      }
      case Op::COPY: {
        Value v = sp[-static_cast<int>(ARG())];
        incref(v);
        PUSH(v);
        break;
      }
      case Op::SWAP: std::swap(sp[-1], sp[-static_cast<int>(ARG())]); break;
      case Op::PUSH_EMPTY: PUSH(Value()); break;

      // -- constants and variables
      case Op::LOAD_CONST: {
        Value v = consts[ARG()];
        incref(v);
        PUSH(v);
        break;
      }
      case Op::LOAD_FAST: {
        Value v = fast[ARG()];
        incref(v);
        PUSH(v);
        break;
      }
      case Op::LOAD_FAST_CHECK: {
        Value v = fast[ARG()];
        if (v.is_empty()) [[unlikely]] {
          SAVE();
          raise_unbound_local(f, ARG());
          goto error;
        }
        incref(v);
        PUSH(v);
        break;
      }
      case Op::LOAD_FAST_AND_CLEAR: PUSH(std::exchange(fast[ARG()], Value())); break;
      case Op::STORE_FAST: {
        Value old = std::exchange(fast[ARG()], POP());
        if (old.is_object()) {
          SAVE();
          decref(old.object());
        }
        break;
      }
      case Op::LOAD_CLOSURE: {
        Value v = fast[ARG()];
        incref(v);
        PUSH(v);
        break;
      }
      case Op::LOAD_DEREF: {
        Value v = fast[ARG()].as<Cell>()->value;
        if (v.is_empty()) [[unlikely]] {
          SAVE();
          raise_unbound_cell(f, ARG());
          goto error;
        }
        incref(v);
        PUSH(v);
        break;
      }
      case Op::STORE_DEREF: {
        SAVE();
        decref(std::exchange(fast[ARG()].as<Cell>()->value, POP()));
        break;
      }
      case Op::LOAD_NAME: {
        SAVE();
        PUSH_OR_ERROR(load_name(f, f->code->names[ARG()]));
        break;
      }
      case Op::LOAD_GLOBAL: {
        uint32_t more = *ip++;  // the top bit: fused with the PUSH_EMPTY of a call
        Cache& cache = f->code->caches[more & 0x7fffffff];
        Str* name = f->code->names[ARG()];
        Value v;
        uint32_t at = cache.hint;
        Dict* from = cache.kind == 2 ? rt.builtins : f->globals;
        if ((cache.kind != 2 || (cache.version == f->globals->version && cache.value == Value(f->globals))) &&
            at < from->entry_count && from->entries[at].key == Value(name)) [[likely]] {
          v = from->entries[at].value;
        } else {
          SAVE();
          v = load_global_slow(f, name, cache);
          if (v.is_empty()) goto error;
        }
        incref(v);
        PUSH(v);
        if (more >> 31) PUSH(Value());
        break;
      }

      // -- attributes, items
      case Op::LOAD_ATTR: {
        Cache& cache = f->code->caches[*ip++];
        SAVE();
        Value owner = sp[-1];
        Var v = load_attr(owner, f->code->names[ARG()], cache);
        if (!v) goto error;
        sp[-1] = v.release();
        decref(owner);
        break;
      }
      case Op::LOAD_METHOD: {
        Cache& cache = f->code->caches[*ip++];
        SAVE();
        Value owner = sp[-1];
        Var function, self;
        if (!load_method(owner, f->code->names[ARG()], cache, &function, &self)) goto error;
        sp[-1] = function.release();
        PUSH(self.release());
        decref(owner);
        break;
      }
      case Op::STORE_ATTR: {
        Cache& cache = f->code->caches[*ip++];
        SAVE();
        TAKE(owner);
        TAKE(v);
        if (!store_attr(owner, f->code->names[ARG()], v, cache)) goto error;
        break;
      }
      case Op::BINARY_SUBSCR: {
        SAVE();
        Value container = sp[-2], key = sp[-1];
        if (container.is_object() && key.is_small_int()) {
          Object* o = container.object();
          int64_t i = key.as_int();
          if (o->type == rt.types.list) {
            auto* l = static_cast<List*>(o);
            if (i < 0) i += l->size;
            if (static_cast<uint64_t>(i) < l->size) {
              Value v = l->items[i];
              incref(v);
              --sp;
              sp[-1] = v;
              decref(o);
              break;
            }
          } else if (o->type == rt.types.tuple) {
            auto* t = static_cast<Tuple*>(o);
            if (i < 0) i += t->size;
            if (static_cast<uint64_t>(i) < t->size) {
              Value v = (*t)[i];
              incref(v);
              --sp;
              sp[-1] = v;
              decref(o);
              break;
            }
          }
        }
        if (container.is_object() && container.object()->type == rt.types.dict) {
          Value v = dict_get(container.as<Dict>(), key);
          if (v) {
            incref(v);
            sp -= 2;
            PUSH(v);
            decref(key);
            decref(container);
            break;
          }
          if (!failed()) (void)raise_key_error(key);
          goto error;
        }
        Var v = getitem(container, key);
        if (!v) goto error;
        sp -= 2;
        PUSH(v.release());
        decref(key);
        decref(container);
        break;
      }
      case Op::STORE_SUBSCR: {
        SAVE();
        TAKE(key);
        TAKE(container);
        TAKE(v);
        if (container->is_object()) {
          Object* o = container->object();
          if (o->type == rt.types.dict) {
            if (!dict_set(static_cast<Dict*>(o), key, v)) goto error;
            break;
          }
          if (o->type == rt.types.list && key->is_small_int()) {
            auto* l = static_cast<List*>(o);
            int64_t i = key->as_int();
            if (i < 0) i += l->size;
            if (static_cast<uint64_t>(i) < l->size) {
              decref(std::exchange(l->items[i], v.release()));
              break;
            }
          }
        }
        if (!setitem(container, key, v)) goto error;
        break;
      }

      // -- operators
      case Op::BINARY: {
        Value b = sp[-1], a = sp[-2];
        if (Value r = quick_arithmetic(a, b, static_cast<BinaryOp>(ARG()))) {
          --sp;
          sp[-1] = r;
          break;
        }
        SAVE();
        Var v = binary(a, b, static_cast<BinaryOp>(ARG()));
        if (!v) goto error;
        sp -= 2;
        PUSH(v.release());
        decref(a);
        decref(b);
        break;
      }
      case Op::INPLACE: {
        Value b = sp[-1], a = sp[-2];
        if (Value r = quick_arithmetic(a, b, static_cast<BinaryOp>(ARG()))) {
          --sp;
          sp[-1] = r;
          break;
        }
        SAVE();
        Var v = inplace(a, b, static_cast<BinaryOp>(ARG()));
        if (!v) goto error;
        sp -= 2;
        PUSH(v.release());
        decref(a);
        decref(b);
        break;
      }
      case Op::COMPARE: {
        Value b = sp[-1], a = sp[-2];
        if (Tri t = quick_compare(a, b, static_cast<Compare>(ARG())); t != Tri::Error) {
          --sp;
          sp[-1] = Value::from_bool(t == Tri::True);
          break;
        }
        SAVE();
        Var v = compare(a, b, static_cast<Compare>(ARG()));
        if (!v) goto error;
        sp -= 2;
        PUSH(v.release());
        decref(a);
        decref(b);
        break;
      }
      case Op::IS_OP: {
        Value b = POP(), a = POP();
        PUSH(Value::from_bool((a == b) != (ARG() != 0)));
        decref(a);
        decref(b);
        break;
      }
      case Op::CONTAINS_OP: {
        SAVE();
        Value container = sp[-1], item = sp[-2];
        Tri found = contains(container, item);
        if (found == Tri::Error) goto error;
        sp -= 2;
        PUSH(Value::from_bool((found == Tri::True) != (ARG() != 0)));
        decref(container);
        decref(item);
        break;
      }
      case Op::UNARY_NOT: {
        SAVE();
        Value v = sp[-1];
        Tri t = quick_truth(v);
        if (t == Tri::Error) goto error;
        sp[-1] = Value::from_bool(t == Tri::False);
        decref(v);
        break;
      }

      // -- displays
      case Op::BUILD_TUPLE: {
        uint32_t n = ARG();
        SAVE();
        Ref<Tuple> t = new_tuple(n);
        if (!t) goto error;
        sp -= n;
        for (uint32_t i = 0; i < n; ++i) t->items()[i] = sp[i];
        PUSH(Value(t.release()));
        break;
      }
      case Op::BUILD_LIST: {
        uint32_t n = ARG();
        SAVE();
        Ref<List> l = new_list(n);
        if (!l) goto error;
        sp -= n;
        for (uint32_t i = 0; i < n; ++i) l->items[i] = sp[i];
        l->size = n;
        PUSH(Value(l.release()));
        break;
      }
      case Op::BUILD_STRING: {
        uint32_t n = ARG();
        SAVE();
        Var v = join_strings(sp - n, n);
        if (!v) goto error;
        for (uint32_t i = 0; i < n; ++i) decref(POP());
        PUSH(v.release());
        break;
      }
      case Op::LIST_APPEND: {
        SAVE();
        TAKE(v);
        if (!list_append(sp[-static_cast<int>(ARG())].as<List>(), std::move(v))) goto error;
        break;
      }
      case Op::UNPACK_SEQUENCE: {
        SAVE();
        uint32_t n = ARG();
        TAKE(v);
        // The first value ends on top.
        if (v->is_object() && v->object()->type == rt.types.tuple && v.as<Tuple>()->size == n) {
          auto* t = v.as<Tuple>();
          for (uint32_t i = n; i-- > 0;) {
            incref((*t)[i]);
            PUSH((*t)[i]);
          }
          break;
        }
        if (!unpack_sequence(v, n, sp)) goto error;
        for (uint32_t i = 0, j = n; i + 1 < j; ++i) std::swap(sp[i], sp[--j]);
        sp += n;
        break;
      }
      case Op::FORMAT_SIMPLE: {
        SAVE();
        if (sp[-1].is_object() && sp[-1].object()->type == rt.types.str) break;
        TAKE(v);
        PUSH_OR_ERROR(format_value(v, rt.empty_str));
        break;
      }

      // -- control
      case Op::JUMP: ip = f->code->instrs + ARG(); break;
      case Op::JUMP_BACK: {
        ip = f->code->instrs + ARG();
        if (!check()) [[unlikely]] {
          f->ip = ip + 1;
          goto error_at_saved;
        }
        break;
      }
      case Op::POP_JUMP_IF_FALSE: {
        Value v = POP();
        if (v.is_bool()) {
          if (v.is_false()) ip = f->code->instrs + ARG();
          break;
        }
        SAVE();
        Var keep = Var::steal(v);
        Tri t = quick_truth(v);
        if (t == Tri::Error) goto error;
        if (t == Tri::False) ip = f->code->instrs + ARG();
        break;
      }
      case Op::POP_JUMP_IF_TRUE: {
        Value v = POP();
        if (v.is_bool()) {
          if (v.is_true()) ip = f->code->instrs + ARG();
          break;
        }
        SAVE();
        Var keep = Var::steal(v);
        Tri t = quick_truth(v);
        if (t == Tri::Error) goto error;
        if (t == Tri::True) ip = f->code->instrs + ARG();
        break;
      }
      case Op::POP_JUMP_IF_NONE: {
        Value v = POP();
        if (v.is_none()) ip = f->code->instrs + ARG();
        decref(v);
        break;
      }
      case Op::POP_JUMP_IF_NOT_NONE: {
        Value v = POP();
        if (!v.is_none()) ip = f->code->instrs + ARG();
        decref(v);
        break;
      }
      case Op::JUMP_IF_FALSE_OR_POP: {
        SAVE();
        Tri t = quick_truth(sp[-1]);
        if (t == Tri::Error) goto error;
        if (t == Tri::False)
          ip = f->code->instrs + ARG();
        else
          decref(POP());
        break;
      }
      case Op::JUMP_IF_TRUE_OR_POP: {
        SAVE();
        Tri t = quick_truth(sp[-1]);
        if (t == Tri::Error) goto error;
        if (t == Tri::True)
          ip = f->code->instrs + ARG();
        else
          decref(POP());
        break;
      }
      case Op::GET_ITER: {
        SAVE();
        TAKE(v);
        PUSH_OR_ERROR(iterate(v));
        break;
      }
      case Op::FOR_ITER: {
        SAVE();
        Value it = sp[-1];
        Object* o = it.object();
        if (o->kind == Kind::Iterator) {
          if (o->type == range_iterator_type) {
            auto* r = static_cast<RangeIterator*>(o);
            int64_t n = r->next;
            if (r->left > 0 && Value::fits_int(n)) [[likely]] {
              --r->left;
              if (r->left) r->next = n + r->step;
              PUSH_ITEM(Value::from_int(n));
              break;
            }
          } else if (o->type == rt.types.list_iterator) {
            auto* i = static_cast<Iterator*>(o);
            if (i->over && i->position < i->over.as<List>()->size) [[likely]] {
              Value v = i->over.as<List>()->items[i->position++];
              incref(v);
              PUSH_ITEM(v);
              break;
            }
          }
        } else if (o->kind == Kind::Generator && o->type == rt.types.generator) {
          auto* g = static_cast<Generator*>(o);
          // One that delegates is a chain of links, which drive() runs.
          Link* leaf = g->leaf ? g->leaf : g;
          if (is_frame_link(leaf) && !g->awaiter && !(g->frame.code->flags & kDelegates) &&
              (g->state == LinkState::Created || g->state == LinkState::Suspended)) {
            if (rt.recursion_depth >= rt.limits.recursion) {
              recursion_error();
              goto error;
            }
            ++rt.recursion_depth;
            f->sp = sp;
            g->frame.back = f;
            g->frame.inline_for = true;
            g->handled.previous = rt.handled;
            auto* running = generator_of(leaf);
            rt.handled = &running->handled;
            bool fresh = running->state == LinkState::Created;
            g->state = running->state = LinkState::Running;
            f = &running->frame;
            LOAD_FRAME();
            if (!fresh) PUSH(None);
            break;
          }
        }
        Var v;
        if (o->type->next)
          v = o->type->next(it);
        else
          v = next(it);
        if (v) {
          PUSH(v.release());
          break;
        }
        if (failed()) {
          if (!clear_error_if(rt.types.StopIteration)) goto error;
        }
        --sp;
        ip = f->code->instrs + ARG();
        decref(it);
        break;
      }
      case Op::RETURN_VALUE: left_over = POP(); goto leave;
      case Op::RETURN_CONST:
        left_over = consts[ARG()];
        incref(left_over);
        goto leave;
      case Op::RETURN_FAST:
        left_over = fast[ARG()];
        incref(left_over);
        goto leave;
      case Op::CALL: {
        SAVE();
        uint32_t n = ARG();
        Value* base = sp - n - 2;
        Value* args = arguments_of(base, n);
        if (is_kind(base[0], Kind::Function)) {
          auto* function = base[0].as<Function>();
          Frame* callee = simple_call_frame(function, args, n);
          if (callee) [[likely]] {
            sp = base;
          } else {
            callee = bound_frame(function, Args{args, n, nullptr});
            if (!callee) goto error;
            incref(function);
            while (sp > base) decref(POP());
          }
          init_frame(callee, function);
          next_frame = callee;
          goto enter;
        }
        f->sp = sp;
        Var v = is_kind(base[0], Kind::NativeFunction) ? base[0].object()->type->call(base[0], Args{args, n, nullptr})
                                                       : call(base[0], Args{args, n, nullptr});
        if (!v) goto error;
        while (sp > base) decref(POP());
        PUSH(v.release());
        break;
      }

      // -- generators and coroutines
      case Op::YIELD_VALUE: {
        left_over = POP();
        Generator* g = f->owner;
        f->ip = ip;
        f->sp = sp;
        g->state = LinkState::Suspended;
        if (g->is_async_generator) {
          // The asend() that awaits this generator ends with the value; the generator stays suspended.
          Link* up = std::exchange(g->awaiter, nullptr);
          up->awaiting = nullptr;
          rt.handled = g->handled.previous;
          transfer->link = up;
          transfer->value = Var::steal(left_over);
          *signal = Signal::Next;
          goto exit_signal;
        }
        Link* root = g;
        while (root->awaiter && is_frame_link(root->awaiter) && root != (driver ? driver->root : nullptr))
          root = root->awaiter;
        Generator* top = generator_of(root);
        if (top->frame.inline_for) {
          top->leaf = g;
          top->state = LinkState::Suspended;
          top->frame.inline_for = false;
          rt.handled = top->handled.previous;
          rt.recursion_depth -= 1 + (g->depth - top->depth);
          f = top->frame.back;
          LOAD_FRAME();
          PUSH(left_over);
          break;
        }
        transfer->link = g;
        transfer->value = Var::steal(left_over);
        *signal = Signal::Yielded;
        goto exit_signal;
      }
      case Op::GET_AWAITABLE: {
        Value v = sp[-1];
        if (v.is_object() && v.object()->type == rt.types.coroutine) break;
        SAVE();
        Var r = get_awaitable(v, ARG());
        if (!r) goto error;
        sp[-1] = r.release();
        decref(v);
        break;
      }
      case Op::AWAIT: {
        SAVE();
        f->sp = sp;
        Frame* at = f;  // not f itself, which is to stay in a register
        After after = begin_await(&at, outer, ARG(), transfer, signal);
        if (after == After::Leave) return Left::Signal;
        f = at;
        LOAD_FRAME();
        if (after == After::Error) goto error;
        break;
      }

      // -- fused forms
      case Op::LOAD_FAST_LOAD_FAST: {
        Value a = fast[ARG_A()], b = fast[ARG_B()];
        incref(a);
        incref(b);
        PUSH(a);
        PUSH(b);
        break;
      }
      case Op::LOAD_FAST_LOAD_CONST: {
        Value a = fast[ARG_A()], b = consts[ARG_B()];
        incref(a);
        incref(b);
        PUSH(a);
        PUSH(b);
        break;
      }
      case Op::STORE_FAST_LOAD_FAST: {
        Value old = std::exchange(fast[ARG_A()], POP());
        Value b = fast[ARG_B()];
        incref(b);
        PUSH(b);
        if (old.is_object()) {
          SAVE();
          decref(old.object());
        }
        break;
      }
      case Op::STORE_FAST_STORE_FAST: {
        Value old_a = std::exchange(fast[ARG_A()], POP());
        Value old_b = std::exchange(fast[ARG_B()], POP());
        SAVE();
        decref(old_a);
        decref(old_b);
        break;
      }
      case Op::BINARY_FAST_FAST:
      case Op::BINARY_FAST_CONST: {
        Value a = fast[ARG_A()];
        Value b = (static_cast<Op>(word & 0xff) == Op::BINARY_FAST_FAST ? fast : consts)[ARG_B()];
        uint32_t more = *ip++;  // BinaryOp, +128 in place; above it the slot that takes the result + 1, or 0: pushed
        auto op = static_cast<BinaryOp>(more & 0x7f);
        Value r = quick_arithmetic(a, b, op);
        if (!r) [[unlikely]] {
          SAVE();
          Var v = more & 0x80 ? inplace(a, b, op) : binary(a, b, op);
          if (!v) goto error;
          r = v.release();
        }
        if (uint32_t into = more >> 8) {
          Value old = std::exchange(fast[into - 1], r);
          if (old.is_object()) {
            SAVE();
            decref(old.object());
          }
          break;
        }
        PUSH(r);
        break;
      }
      case Op::BINARY_FAST:
      case Op::BINARY_CONST: {
        Value a = sp[-1];
        Value b = static_cast<Op>(word & 0xff) == Op::BINARY_FAST ? fast[ARG_B()] : consts[ARG_B()];
        auto op = static_cast<BinaryOp>(ARG_A() & 0x7f);
        if (Value r = quick_arithmetic(a, b, op)) {
          sp[-1] = r;
          break;
        }
        SAVE();
        Var v = ARG_A() & 0x80 ? inplace(a, b, op) : binary(a, b, op);
        if (!v) goto error;
        sp[-1] = v.release();
        decref(a);
        break;
      }
      case Op::COMPARE_JUMP: {
        Value b = sp[-1], a = sp[-2];
        auto op = static_cast<Compare>(ARG_A() & 7);
        bool when = ARG_A() & 8;
        uint32_t target = *ip++;
        Tri t = quick_compare(a, b, op);
        if (t != Tri::Error) {
          sp -= 2;
          if ((t == Tri::True) == when) ip = f->code->instrs + target;
          break;
        }
        SAVE();
        t = compare_truth(a, b, op);
        if (t == Tri::Error) goto error;
        sp -= 2;
        if ((t == Tri::True) == when) ip = f->code->instrs + target;
        decref(a);
        decref(b);
        break;
      }
      case Op::COMPARE_FAST_FAST_JUMP:
      case Op::COMPARE_FAST_CONST_JUMP: {
        Value a = fast[ARG_A()];
        Value b = static_cast<Op>(word & 0xff) == Op::COMPARE_FAST_FAST_JUMP ? fast[ARG_B()] : consts[ARG_B()];
        uint32_t more = *ip++;
        auto op = static_cast<Compare>(more & 7);
        bool when = more & 8;
        Tri t = quick_compare(a, b, op);
        if (t == Tri::Error) [[unlikely]] {
          SAVE();
          t = compare_truth(a, b, op);
          if (t == Tri::Error) goto error;
        }
        if ((t == Tri::True) == when) ip = f->code->instrs + (more >> 8);
        break;
      }
      default: {
        SAVE();
        f->sp = sp;
        Frame* callee = nullptr;
        After after = rare_instructions[word & 0xff](f, word, &callee);
        sp = f->sp;
        if (after == After::Next) [[likely]] break;
        if (after == After::Unwind) goto unwind;
        if (after == After::Error) goto error;
        next_frame = callee;
        goto enter;
      }
    }
    continue;

  enter: {
    // `next_frame` is ready; the operands of the call are gone.
    Frame* callee = next_frame;
    if (callee->code->flags & kMakesObject) {
      PUSH(object_from_frame(callee, static_cast<Function*>(callee->function)).release());
      continue;
    }
    if (rt.recursion_depth >= rt.limits.recursion || !check()) [[unlikely]] {
      if (!failed()) recursion_error();
      leave_plain_frame(callee);
      goto error;
    }
    ++rt.recursion_depth;
    f->sp = sp;
    callee->back = f;
    f = callee;
    LOAD_FRAME();
    continue;
  }

  leave: {
    // f returns `left_over`.
    if (!f->owner) {
      bool entry = f->entry;
      Frame* back = f->back;
      f->ip = ip;
      vm.current = back;  // what its variables have to say when they go is said in the caller's name
      leave_plain_frame_here(f);
      --rt.recursion_depth;
      if (entry) {
        vm.current = outer;
        *result = Var::steal(left_over);
        return Left::Return;
      }
      f = back;
      LOAD_FRAME();
      PUSH(left_over);
      continue;
    }
    Generator* g = f->owner;
    f->ip = ip;
    f->sp = sp;
    bool inline_for = std::exchange(f->inline_for, false);
    Frame* back = f->back;
    g->state = LinkState::Finished;
    rt.handled = g->handled.previous;
    vm.current = back;
    clear_slots(f);
    if (inline_for) {
      // A generator is exhausted inside its consumer's `for`.
      --rt.recursion_depth;
      decref(left_over);
      f = back;
      LOAD_FRAME();
      word = ip[-1];
      Value it = POP();
      ip = f->code->instrs + ARG();
      decref(it);
      continue;
    }
    if (g->is_async_generator) {
      decref(left_over);
      g->extra |= Generator::kClosed;
      (void)raise_with_args(rt.types.StopAsyncIteration, rt.empty_tuple);
      *signal = finish(g, Var(), *transfer);
      goto exit_signal;
    }
    *signal = finish(g, Var::steal(left_over), *transfer);
    goto finished;
  }

  finished: {
    // A link has ended: its awaiter goes on here when it is interpreted too.
    Link* up = transfer->link;
    if (!up || !is_frame_link(up)) goto exit_signal;
    bool thrown_through = driver && up == driver->above;
    if (thrown_through) [[unlikely]]
      driver->count_frames(up);
    else
      --rt.recursion_depth;
    rt.handled = &up->handled;
    up->state = LinkState::Running;
    f = &generator_of(up)->frame;
    LOAD_FRAME();
    if (!transfer->value) {
      // As gen_send_ex, at each step up from where it was thrown in.
      if (thrown_through && !up->handled.exception.is_none()) chain_context(rt.error.as<BaseException>());
      goto error;
    }
    if (static_cast<Op>(ip[-1] & 0xff) == Op::AWAIT) decref(POP());
    PUSH(transfer->value.release());
    continue;
  }

  error_at_saved:
    ip = f->ip;
  error:
    f->ip = ip;
    f->sp = sp;
    if (rt.error.is_empty()) [[unlikely]] {
      parked_frame = f;
      goto exit_signal;
    }
    add_traceback_here(f);
    f = unwind(f, outer, transfer, signal);
    goto unwound;
  unwind:
    f->ip = ip;
    f->sp = sp;
    f = unwind(f, outer, transfer, signal);
  unwound:
    if (f) {
      LOAD_FRAME();
      continue;
    }
    if (!transfer) return Left::Error;
    goto finished;

  exit_signal:
    vm.current = outer;
    return Left::Signal;
  }
}

}  // namespace

Var eval(Frame* f) {
  if (rt.recursion_depth >= rt.limits.recursion || !check()) {
    if (!failed()) recursion_error();
    leave_plain_frame(f);
    return Var();
  }
  NativeNesting nesting("");
  if (!nesting) {
    leave_plain_frame(f);
    return Var();
  }
  ++rt.recursion_depth;
  f->entry = true;
  f->back = vm.current;
  Var result;
  run(f, Start::Fresh, Var(), &result, nullptr, nullptr);
  return result;
}

Frame* frame_of_call(Function* function, Tuple* args, Dict* keywords) {
  Frame* f = bound_frame_star(function, args, keywords);
  if (!f) return nullptr;
  incref(function);
  init_frame(f, function);
  return f;
}

FiberStep run_fiber_frames(Frame* f, bool fresh, Var input, Var* result, Frame** parked) {
  if (fresh) {
    ++rt.recursion_depth;
    f->entry = true;
    f->back = nullptr;
  }
  Left left = run(f, fresh ? Start::Fresh : Start::Unpark, std::move(input), result, nullptr, nullptr);
  if (left != Left::Signal) return FiberStep::Ended;
  *parked = std::exchange(parked_frame, nullptr);
  return FiberStep::Parked;
}

Signal resume_frame(Link* link, Var input, Transfer& t) {
  Generator* g = generator_of(link);
  Frame* f = &g->frame;
  const char* what = g->is_generator ? "generator" : g->is_async_generator ? "async generator" : "coroutine";
  if (g->state == LinkState::Running) {
    (void)value_error("%s already executing", what);
    t.link = nullptr;
    t.value = Var();
    return Signal::Next;
  }
  if (g->state == LinkState::Finished) {
    if (input) {
      if (!g->is_generator && !g->is_async_generator)
        (void)runtime_error("cannot reuse already awaited coroutine");
      else if (g->is_async_generator)
        (void)raise_with_args(rt.types.StopAsyncIteration, rt.empty_tuple);
      else
        return finish(g, None, t);
    }
    return finish(g, Var(), t);
  }
  rt.handled = &g->handled;
  if (is_frame_link(driver->root)) generator_of(driver->root)->frame.back = vm.current;
  if (!g->awaiter || !is_frame_link(g->awaiter))
    f->back = vm.current;
  if (rt.recursion_depth > rt.limits.recursion) {
    // As CPython, which would have failed on its way down to here.
    (void)recursion_error();
    input.reset();
  }
  Start start = Start::Send;
  if (!input) {
    start = Start::Throw;
    // As gen_send_ex: to what the generator itself is handling, not to what its caller is.
    if (!g->handled.exception.is_none()) chain_context(rt.error.as<BaseException>());
    if (g->state == LinkState::Created) {
      // Nothing of it runs.
      f->ip = f->code->instrs + 1;
      add_traceback_entry(rt.error.as<BaseException>(), f->code->filename, f->code->name, f->code->first_line, -1, -1, -1,
                          Value(frame_object(f)));
      g->state = LinkState::Finished;
      Value error = std::exchange(rt.error, Value());
      clear_slots(f);
      rt.error = error;
      rt.handled = g->handled.previous;
      return finish(g, Var(), t);
    }
  } else if (g->state == LinkState::Created) {
    start = Start::Fresh;
    if (!input.is_none()) {
      (void)type_error("can't send non-None value to a just-started %s", what);
      rt.handled = g->handled.previous;
      t.link = nullptr;
      t.value = Var();
      return Signal::Next;
    }
  }
  g->state = LinkState::Running;
  Signal signal = Signal::Next;
  run(f, start, std::move(input), nullptr, &t, &signal);
  return signal;
}

Var run_body(Code* code, Dict* globals, Value names) {
  Frame* f = push_frame(frame_bytes(code));
  if (!f) return raise_memory_error();
  incref(code);
  incref(names);
  f->code = code;
  f->function = code;
  f->globals = globals;
  f->namespace_ = names;
  f->ip = code->instrs;
  Value* slots = f->slots();
  for (uint32_t i = 0; i < code->slot_count(); ++i) slots[i] = Value();
  f->sp = f->stack_base();
  f->owner = nullptr;
  return eval(f);
}

}  // namespace ap
