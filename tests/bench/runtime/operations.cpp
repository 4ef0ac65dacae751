#include "operations.hpp"

#include <string>

#include "api/session.hpp"
#include "asyncio/base_events.hpp"
#include "bindings/setup.hpp"
#include "object/runtime.hpp"
#include "trace/events.hpp"

namespace ap::bench {
namespace {

constexpr uint32_t kTasks = 1'000;
constexpr CoroutineDef worker_def = {.name = "worker", .qualname = "worker", .file = "bench.py", .first_line = 1};

Limits no_limits() {
  Limits limits;
  limits.steps = limits.loop_iterations = uint64_t{1} << 60;
  limits.memory = size_t{1} << 30;
  return limits;
}

Ref<Task> spawn(Co co) {
  Var coroutine = native_coroutine(std::move(co), worker_def);
  return new_task(rt.types.task, coroutine, Value(running_loop), {});
}

// Runs one coroutine to its end in a run of its own.
template <class Body>
void run_alone(Body body) {
  start_run(no_limits());
  init_everything(0);
  {
    Var loop = new_event_loop();
    Var coroutine = native_coroutine(body(), worker_def);
    (void)run_until_complete(loop, coroutine);
  }
  finalize_run();
  end_run();
}

Co yielding(uint32_t rounds) {
  for (uint32_t i = 0; i < rounds; ++i) co_await yield_value(None);
  co_return None;
}

Co sleeping(uint32_t rounds, double seconds) {
  for (uint32_t i = 0; i < rounds; ++i) co_await awaiting(sleep(Value::from_float(seconds)));
  co_return None;
}

Co all_of(uint32_t rounds, bool sleep_in_them) {
  Ref<Task> last;
  for (uint32_t i = 0; i < kTasks; ++i) {
    last = spawn(sleep_in_them ? sleeping(rounds, 1 + i * 7919 % kTasks / 1000.0) : yielding(rounds));
  }
  // The others are seen to end by the loop's running dry of them: the slowest sleeper is not the last.
  for (uint32_t i = 0; i < rounds + 2; ++i) {
    if (sleep_in_them)
      co_await awaiting(sleep(Value::from_float(2)));
    else
      co_await yield_value(None);
  }
  co_return None;
}

uint64_t run_switches(uint32_t rounds) {
  run_alone([=] { return all_of(rounds, false); });
  return uint64_t{rounds} * kTasks;
}
uint64_t run_sleepers(uint32_t rounds) {
  run_alone([=] { return all_of(rounds, true); });
  return uint64_t{rounds} * kTasks;
}

Co nothing() { co_return None; }

Co spawning(uint32_t rounds) {
  for (uint32_t i = 0; i < rounds; ++i) {
    Ref<Task> task = spawn(nothing());
    Ref<Future> future = std::move(task);
    co_await until(future);
  }
  co_return None;
}
uint64_t run_spawns(uint32_t rounds) {
  run_alone([=] { return spawning(rounds); });
  return rounds;
}

Co calling(uint32_t rounds) {
  for (uint32_t i = 0; i < rounds; ++i) co_await nothing();
  co_return None;
}
uint64_t run_calls(uint32_t rounds) {
  run_alone([=] { return calling(rounds); });
  return rounds;
}

// Two tasks that wake each other by futures.
Ref<Future> ball[2];

Co player(uint32_t me, uint32_t rounds) {
  for (uint32_t i = 0; i < rounds; ++i) {
    Ref<Future> mine = ball[me];
    co_await until(mine);
    ball[me] = new_future(running_loop);
    resolve(ball[1 - me].get(), None);
  }
  co_return None;
}
Co playing(uint32_t rounds) {
  for (auto& b : ball) b = new_future(running_loop);
  Ref<Task> first = spawn(player(0, rounds)), second = spawn(player(1, rounds));
  resolve(ball[0].get(), None);
  Ref<Future> end = std::move(second);
  co_await until(end);
  for (auto& b : ball) b.reset();
  co_return None;
}
uint64_t run_hand_offs(uint32_t rounds) {
  run_alone([=] { return playing(rounds); });
  return uint64_t{rounds} * 2;
}

size_t measured = 0;

Co measuring(uint32_t tasks) {
  size_t before = heap.used();
  for (uint32_t i = 0; i < tasks; ++i) (void)spawn(sleeping(1, 1.0 + i));
  co_await yield_value(None);
  co_await yield_value(None);
  measured = heap.used() - before;
  running_loop->stopping = true;
  co_await yield_value(None);
  co_return None;
}

}  // namespace

const Operation operations[] = {
    {"switch", "a task gives up control and is resumed, among 1,000", run_switches},
    {"spawn", "a task is made and awaited", run_spawns},
    {"handoff", "a future wakes another task", run_hand_offs},
    {"call", "a coroutine is called and awaited", run_calls},
    {"sleep", "one of 1,000 sleepers wakes and sleeps again", run_sleepers},
    {nullptr, nullptr, nullptr},
};

const Operation* find_operation(std::string_view name) {
  for (const Operation* o = operations; o->name; ++o)
    if (name == o->name) return o;
  return nullptr;
}

double bytes_of_native_task(uint32_t tasks) {
  run_alone([=] { return measuring(tasks); });
  return static_cast<double>(measured) / tasks;
}

double bytes_of_python_task(uint32_t tasks) {
  std::string source = "import asyncio\nasync def f(i):\n  await asyncio.sleep(i + 1)\nasync def main():\n  print('before')\n"
                       "  tasks = [asyncio.create_task(f(i)) for i in range(" + std::to_string(tasks) +
                       ")]\n  await asyncio.sleep(0)\n  await asyncio.sleep(0)\n  print('after')\nasyncio.run(main())\n";
  static size_t before;
  RunOptions options;
  options.limits = no_limits();
  run_program(source, options, {.write = [](void*, Stream, std::string_view text) {
                if (text.starts_with("before")) before = heap.used();
                if (text.starts_with("after")) measured = heap.used() - before;
              }});
  return static_cast<double>(measured) / tasks;
}

}  // namespace ap::bench
