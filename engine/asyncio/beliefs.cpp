#include "asyncio/beliefs.hpp"

#include <vector>

#include "asyncio/locks.hpp"
#include "asyncio/scheduling.hpp"
#include "coro/believe.hpp"
#include "object/float.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"

namespace ap {

Var (*believe)(Believe what, Value top) = nullptr;
Var run(Value main, Value debug, Value loop_factory, Var (*native)(Call&));  // runners.cpp

namespace {

// What is known of a task beyond itself.
struct Known {
  uint32_t id;
  uint32_t creator = 0;
  Task* task = nullptr;
  double first_sleep = -1;
};
// A shared variable that one task has read and not written yet.
struct Claim {
  Str* name;
  Lock* lock;
  Task* owner;
};

struct {
  std::vector<Known> tasks;
  std::vector<Claim> claims;
  std::vector<Timeout*> timeouts;
  double owed = 0;  // seconds of blocking calls that the running task sleeps off instead
  int nested = 0;
} state;

Known& known(uint32_t id) {
  for (Known& k : state.tasks)
    if (k.id == id) return k;
  return state.tasks.emplace_back(Known{id});
}

// --- what compiled code asks for

const CoroutineDef believed_def = {"belief", "belief", "tasks.py", 1};

Co given(Var v) { co_return v; }
Co slept(Var seconds, Var v) {
  (void)co_await awaiting(sleep(seconds));
  co_return v;
}
Co switched() {
  (void)co_await yield_value(None);
  co_return None;
}
Co claimed(Ref<Lock> lock, Ref<Task> task) {
  (void)co_await acquire(lock);
  for (Claim& c : state.claims)
    if (c.lock == lock.get()) c.owner = task.get();
  co_return None;
}

Claim& claim_of(Str* name) {
  for (Claim& c : state.claims)
    if (c.name == name) return c;
  return state.claims.emplace_back(Claim{name, new_lock().release(), nullptr});
}

// A task that has taken its first step already, with its function's name.
Var started(Value coro) {
  EventLoop* loop = get_running_loop();
  if (!loop) return Var();
  LinkInfo info;
  Link* link = link_of(coro);
  link->ops->describe(link, info);
  TaskOptions options;
  if (info.name) options.name = Value(info.name);
  options.eager_start = true;
  return new_task(rt.types.task, coro, loop, options);
}

bool is_unstarted(Value v) {
  if (type_of(v) != rt.types.coroutine) return false;
  Link* link = link_of(v);
  return link && link->state == LinkState::Created && !link->awaiter;
}

Var answer(Believe what, Value top) {
  Var v = top;
  switch (what) {
    case Believe::Call:
      if (double owed = std::exchange(state.owed, 0); owed > 0) return native_coroutine(slept(Value::from_float(owed), v), believed_def);
      break;
    case Believe::Dropped:
      if (is_unstarted(v)) return v;
      break;
    case Believe::DroppedOutside: return is_unstarted(v) ? run(v, None, None, nullptr) : v;
    case Believe::Switch: return native_coroutine(switched(), believed_def);
    case Believe::Start:
      if (is_unstarted(v)) {
        v = started(v);
        if (!v) return v;
      }
      break;
    case Believe::All: {
      auto* tasks = v.as<List>();
      Var all = gather(tasks->items, tasks->size, false);
      return all ? native_coroutine(wrap_awaitable(all), believed_def) : Var();
    }
    case Believe::Enter: {
      Claim& c = claim_of(v.as<Str>());
      if (!current_task || c.owner == current_task) break;
      return native_coroutine(claimed(Ref<Lock>(c.lock), Ref<Task>(current_task)), believed_def);
    }
    case Believe::Leave: {
      Claim& c = claim_of(v.as<Str>());
      if (c.owner && c.owner == current_task) {
        c.owner = nullptr;
        if (!release(c.lock)) return Var();
      }
      return None;
    }
  }
  return native_coroutine(given(v), believed_def);
}

}  // namespace

void reset_beliefs() {
  state.tasks.clear();
  state.claims.clear();
  state.timeouts.clear();
  state.owed = 0;
  state.nested = 0;
  believe = answer;
}

// --- blocking and time

bool believed_block(double seconds, Var* result) {
  if (!current_task || current_clock != &main_clock || !running_loop) return false;
  *result = None;
  if (beliefs & (bit(Belief::sleep_blocks_only_me) | bit(Belief::many_threads))) {
    state.owed += seconds;
    return true;
  }
  double end = current_clock->now() + seconds;
  if (believes(Belief::timeout_interrupts_blocking)) {
    Timeout* first = nullptr;
    double due = end;
    for (Timeout* t : state.timeouts) {
      double when;
      if (t->task != current_task || t->state != TimeoutState::Active || t->when.is_none() || !to_double(t->when, &when)) continue;
      if (when < due) {
        due = when;
        first = t;
      }
    }
    clear_error();
    if (!first) return false;
    current_clock->block(due - current_clock->now(), "time.sleep");
    if (!expire_timeout(first)) {
      *result = Var();
      return true;
    }
    current_task->must_cancel = false;
    set_error(make_cancelled_error(current_task));
    *result = Var();
    return true;
  }
  if (believes(Belief::sleep_exact)) {
    if (!run_meanwhile(running_loop, end, false)) *result = Var();
    if (double left = end - current_clock->now(); left > 0) current_clock->block(left, "time.sleep");
    return true;
  }
  return false;
}

void believed_busy_wait(double now) {
  if (!(beliefs & (bit(Belief::sleep_exact) | bit(Belief::many_threads)))) return;
  if (!current_task || current_clock != &main_clock || !running_loop) return;
  bool all = believes(Belief::many_threads);
  if (!(all && running_loop->count) && !(running_loop->timer_count && running_loop->timers[0].when <= now)) return;
  // What others raise belongs to them; a limit shows again at the next step.
  if (!run_meanwhile(running_loop, now, all)) clear_error();
}

double believed_delay(double seconds) {
  if (!current_task) return seconds;
  Known& k = known(current_task->id);
  double now = current_clock->now();
  if (k.first_sleep < 0) k.first_sleep = now;
  double left = k.first_sleep + seconds - now;
  return left > 0 ? left : 0;
}

// --- tasks

void note_created(Task* t) {
  if (!believes(Belief::errors_surface_at_once)) return;
  uint32_t creator = current_task ? current_task->id : 0;
  Known& k = known(t->id);
  k.task = t;
  k.creator = creator;
}

void note_failed(Task* t, Value error) {
  if (!believes(Belief::errors_surface_at_once)) return;
  uint32_t creator_id = known(t->id).creator;
  Task* creator = creator_id ? known(creator_id).task : nullptr;
  if (!creator || creator->done() || !creator->waiter || !is_future_kind(creator->waiter)) return;
  Var waiter(creator->waiter);
  if (waiter.get() == Value(t)) return;  // it will hear by itself
  if (remove_callback(waiter.as<Future>(), Value(creator)) <= 0) {
    clear_error();
    return;
  }
  creator->waiter.reset();
  t->log_traceback = false;
  (void)schedule_step(static_cast<EventLoop*>(creator->loop), creator, error, trace::ScheduleReason::woken);
}

void note_finished(Task* t) {
  for (Known& k : state.tasks)
    if (k.id == t->id) k.task = nullptr;
  for (Claim& c : state.claims)
    if (c.owner == t) {
      c.owner = nullptr;
      (void)release(c.lock);
    }
}

bool cancel_now(Task* t) {
  for (int depth = 0; depth < 100 && t != current_task && !t->done(); ++depth) {
    bool ok = true;
    if (run_out_of_turn(static_cast<EventLoop*>(t->loop), t, &ok)) return ok;
    // It waits for another task, which has been asked to cancel with it.
    if (!t->waiter || !is_kind(t->waiter, Kind::Task)) return true;
    Ref<Task> inner(t->waiter.as<Task>());
    if (!cancel_now(inner.get())) return false;
    if (!inner->done()) return true;
  }
  return true;
}

void note_timeout(Timeout* t, bool entered) {
  if (entered) return state.timeouts.push_back(t);
  std::erase(state.timeouts, t);
}

// As wait_for was before it could be exact about clean-up: what is awaited runs in a task of its own.
Co believed_wait_for(Var awaitable, Var timeout) {
  Var f = ensure_future(awaitable);
  if (!f) co_return Var();
  Ref<List> one = new_list();
  if (!list_append(one.get(), f.get())) co_return Var();
  Outcome got = co_await outcome(named(wait(one, timeout, make_str("ALL_COMPLETED")), wait_def));
  if (!got) {
    (void)future_cancel(f);
    co_return std::move(got).raise();
  }
  if (future_done(f) == Tri::True) co_return future_get_result(f);
  if (believes(Belief::wait_for_exact) && future_cancel(f) == Tri::Error) co_return Var();
  co_return raise_with_args(rt.types.TimeoutError, rt.empty_tuple);
}

}  // namespace ap
