#include "asyncio/staggered.hpp"

#include "asyncio/base_events.hpp"
#include "asyncio/locks.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

const CoroutineDef staggered_race_def = {"staggered_race", "staggered_race", "staggered.py", 14, 165};

namespace {

// What the runners of one race share.
struct Race : Object {
  Value functions;              // owned iterator
  Value delay = None;           // owned
  Value loop = None;            // owned
  Task* parent = nullptr;       // owned
  List* running = nullptr;      // owned: tasks
  List* exceptions = nullptr;   // owned: one for each that was started, or None
  List* unhandled = nullptr;    // owned
  Future* completed = nullptr;  // owned
  Value winner = None;          // owned
  int64_t started = 0, winner_index = -1;
  explicit Race(Type* t) : Object(t, Kind::Other) {}
};
Type* race_type;

Race* race_of(Value v) { return v.as<Race>(); }

Var one_done(InternalCallback* self, Value task) {
  Race* race = race_of(self->a);
  for (uint32_t i = 0; i < race->running->size; ++i)
    if (race->running->items[i] == task) {
      Var keep = task;
      list_pop(race->running, i).reset();
      break;
    }
  remove_awaiter(task, race->parent);
  if (race->completed && !race->completed->done() && !race->running->size && !resolve(race->completed, None)) return Var();
  Tri cancelled = future_was_cancelled(task);
  if (cancelled != Tri::False) return cancelled == Tri::Error ? Var() : Var(None);
  Var error = future_get_exception(task);
  if (!error || error.is_none()) return error;
  return list_append(race->unhandled, error.get()) ? Var(None) : Var();
}
const CallbackDef one_done_def = {"staggered_race.<locals>.task_done", "staggered.py", 76, one_done};

Co run_one(Ref<Race> race, Ref<Event> ok_to_start, Ref<Event> previous_failed);
const CoroutineDef run_one_def = {"run_one_coro", "staggered_race.<locals>.run_one_coro", "staggered.py", 94, 122};
const CoroutineDef run_one_call_def = {"run_one_coro", "staggered_race.<locals>.run_one_coro", "staggered.py", 94, 127};

bool start_one(Race* race, Ref<Event> previous_failed) {
  Ref<Event> ok_to_start = new_event();
  Var coro = native_coroutine(run_one(Ref<Race>(race), ok_to_start, std::move(previous_failed)), run_one_def);
  Var task = create_task(race->loop, coro);
  if (!task) return false;
  add_awaiter(task, race->parent);
  Ref<InternalCallback> callback = new_callback(one_done_def, Value(race));
  if (!list_append(race->running, task.get()) || !future_add_callback(task, callback)) return false;
  return set_event(ok_to_start.get());
}

Co run_one(Ref<Race> race, Ref<Event> ok_to_start, Ref<Event> previous_failed) {
  // An eager task starts before it stands among the running ones: it waits until it does.
  (void)co_await named(event_wait(ok_to_start), event_wait_def);
  if (previous_failed) {
    Var failing = native_coroutine(event_wait(previous_failed), event_wait_def);
    Outcome waited = co_await outcome(named(wait_for(failing, race->delay), wait_for_def));
    if (!waited && !waited.is(rt.types.TimeoutError)) co_return std::move(waited).raise();
  }
  Var function = next(race->functions);
  if (!function) co_return failed() ? Var() : Var(None);
  int64_t index = race->started++;
  Ref<Event> this_failed = new_event();
  if (!start_one(race.get(), this_failed)) co_return Var();
  if (!list_append(race->exceptions, None)) co_return Var();
  co_await at_line(run_one_call_def);
  Outcome got = co_await outcome(call(function));
  if (!got) {
    if (got.is(rt.types.SystemExit) || got.is(rt.types.KeyboardInterrupt) || got.is(rt.types.RunLimitReached))
      co_return std::move(got).raise();
    decref(std::exchange(race->exceptions->items[index], got.error.release()));
    co_return set_event(this_failed.get()) ? Var(None) : Var();
  }
  if (race->winner_index >= 0) co_return raise_with_args(rt.types.AssertionError, rt.empty_tuple);
  race->winner_index = index;
  decref(std::exchange(race->winner, got.value.release()));
  Ref<List> running = make_list(race->running->items, race->running->size);
  for (uint32_t i = 0; running && i < running->size; ++i)
    if (running->items[i] != Value(current_task) && future_cancel(running->items[i]) == Tri::Error) co_return Var();
  co_return None;
}

void dealloc(Object* o) {
  auto* race = static_cast<Race*>(o);
  decref(race->functions);
  decref(race->delay);
  decref(race->loop);
  decref(race->winner);
  if (race->parent) decref(race->parent);
  for (List* list : {race->running, race->exceptions, race->unhandled})
    if (list) decref(list);
  if (race->completed) decref(race->completed);
  free_object(race, sizeof(Race));
}
void traverse(Object* o, Visitor& visit) {
  auto* race = static_cast<Race*>(o);
  visit(race->functions);
  visit(race->loop);
  visit(race->winner);
  visit(race->parent);
  visit(race->running);
  visit(race->exceptions);
  visit(race->unhandled);
  visit(race->completed);
}

}  // namespace

Co staggered_race(Var functions, Var delay, Var loop_value) {
  Var loop = loop_value;
  if (loop.is_none()) {
    EventLoop* running = get_running_loop();
    if (!running) co_return Var();
    loop = Value(running);
  }
  Ref<Race> race = Ref<Race>::steal(allocate<Race>(race_type, 0));
  race->functions = iterate(functions).release();
  if (!race->functions) co_return Var();
  race->delay = Var(delay).release();
  race->loop = Var(loop).release();
  if (current_task) race->parent = Ref<Task>(current_task).release();
  race->running = new_list().release();
  race->exceptions = new_list().release();
  race->unhandled = new_list().release();
  if (!start_one(race.get(), Ref<Event>())) co_return Var();
  Var cancelled;
  while (race->running->size) {
    Ref<Future> completed = new_future(loop.as<EventLoop>());
    race->completed = Ref<Future>(completed).release();
    Outcome got = co_await outcome(completed, race.get());
    if (Future* old = std::exchange(race->completed, nullptr)) decref(old);
    if (got) continue;
    if (!got.is(rt.types.CancelledError)) co_return std::move(got).raise();
    cancelled = std::move(got.error);
    Tuple* args = cancelled.as<BaseException>()->args;
    Ref<List> running = make_list(race->running->items, race->running->size);
    for (uint32_t i = 0; running && i < running->size; ++i)
      if (future_cancel(running->items[i], args->size ? (*args)[0] : Value()) == Tri::Error) co_return Var();
  }
  if (race->unhandled->size) {
    // An ExceptionGroup by its own name: with a KeyboardInterrupt among the parts that is a TypeError.
    Ref<Str> message = intern("staggered race failed");
    Value parts[] = {Value(message.get()), Value(race->unhandled)};
    Var group = call(rt.types.ExceptionGroup, Args{parts, 2, nullptr});
    if (group) (void)raise_value(group);
    co_return Var();
  }
  if (cancelled) {
    (void)raise_value(cancelled);
    co_return Var();
  }
  Var index = race->winner_index < 0 ? Var(None) : Var(Value::from_int(race->winner_index));
  co_return tuple_of(race->winner, index.get(), Value(race->exceptions));
}

void init_staggered_type() {
  Type* t = race_type = new_type("asyncio.staggered._Race", nullptr, sizeof(Race), Kind::Other, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  make_type_ready(t);
}

}  // namespace ap
