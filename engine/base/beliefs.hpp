// Wrong beliefs about asyncio that a program can be run under, so that a learner's wrong answer can be compared with what
// each belief would have produced (scenarios/misconceptions.json says them in words). A run of its own has none: the word
// is 0, and a place that asks costs a load and a branch that is never taken. What the beliefs do is in
// asyncio/beliefs.cpp, or beside the rule that they break, marked `believes(...)`; those that change how a function is
// compiled (compile/beliefs.cpp) cost nothing at all.
#pragma once
#include <cstdint>
#include <string_view>

namespace ap {

enum class Belief : uint8_t {
  calling_runs,
  every_await_overlaps,
  every_await_switches,
  create_task_starts_now,
  awaited_task_first,
  cancel_is_immediate,
  cancelled_before_start_runs_finally,
  except_exception_catches_cancelled,
  gather_failure_cancels,
  gather_completion_order,
  wait_timeout_cancels,
  wait_for_exact,
  wait_for_does_not_cancel,
  timeout_interrupts_blocking,
  sleep_blocks_only_me,
  sleep_exact,
  as_completed_input_order,
  one_thread_no_races,
  background_tasks_finish,
  errors_surface_at_once,
  many_threads,
  order_random,
  times_add_up,
  wait_timeout_raises,
};
inline constexpr std::string_view kBeliefNames[] = {
    "calling_runs",
    "every_await_overlaps",
    "every_await_switches",
    "create_task_starts_now",
    "awaited_task_first",
    "cancel_is_immediate",
    "cancelled_before_start_runs_finally",
    "except_exception_catches_cancelled",
    "gather_failure_cancels",
    "gather_completion_order",
    "wait_timeout_cancels",
    "wait_for_exact",
    "wait_for_does_not_cancel",
    "timeout_interrupts_blocking",
    "sleep_blocks_only_me",
    "sleep_exact",
    "as_completed_input_order",
    "one_thread_no_races",
    "background_tasks_finish",
    "errors_surface_at_once",
    "many_threads",
    "order_random",
    "times_add_up",
    "wait_timeout_raises",
};
inline constexpr unsigned kBeliefCount = sizeof kBeliefNames / sizeof *kBeliefNames;
static_assert(kBeliefCount == static_cast<unsigned>(Belief::wait_timeout_raises) + 1);

// A set of beliefs; bit n is Belief n.
using Beliefs = uint32_t;
constexpr Beliefs bit(Belief b) { return Beliefs{1} << static_cast<unsigned>(b); }

// The beliefs of the run, set before it starts. 0: the truth. AP_NO_BELIEFS builds an engine that has only the truth, to
// measure what asking costs (tests/bench/beliefs.sh).
#ifdef AP_NO_BELIEFS
struct NoBeliefs {
  constexpr operator Beliefs() const { return 0; }
  constexpr NoBeliefs& operator=(Beliefs) { return *this; }
  constexpr NoBeliefs() = default;
  constexpr NoBeliefs(Beliefs) {}
};
inline constinit NoBeliefs beliefs;
#else
inline constinit Beliefs beliefs = 0;
#endif
// order_random has many outcomes: which of them. 0: the last that is ready comes first.
inline constinit uint32_t belief_variant = 0;

inline bool believes(Belief b) { return (beliefs & bit(b)) != 0; }

// What compiled code asks the runtime (opcode BELIEVE), with the top of the stack.
enum class Believe : uint8_t {
  Call,            // a call gave it; what a blocking call owes is slept off now
  Dropped,         // a statement is about to drop it: a coroutine runs
  DroppedOutside,  // likewise where nothing can be awaited; gives the result itself
  Switch,          // everybody else has a turn first
  Start,           // a coroutine to be started while the next lines go on; gives the task
  All,             // a list of tasks to be waited for
  Enter,           // the name of a shared variable that will be written
  Leave,           // that was written; gives None itself
};

}  // namespace ap
