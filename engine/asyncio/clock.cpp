#include "asyncio/clock.hpp"

#include "asyncio/beliefs.hpp"
#include "asyncio/decisions.hpp"
#include "trace/events.hpp"

namespace ap {

Clock main_clock;
Clock* current_clock = &main_clock;
void (*on_clock_moved)(double now) = nullptr;

namespace {

// Who waits busily and where: it is told only when it has ended, and then its step is over.
uint32_t busy_task = 0;
trace::Line busy_line = 0;

}  // namespace

void reset_clock() {
  main_clock = Clock();
  current_clock = &main_clock;
}

void Clock::read_slow() {
  if (reads_ == kFreeReads + 1 && trace::wants(trace::Category::scheduling)) [[unlikely]] {
    busy_task = running_task;
    busy_line = line_now();
  }
  now_ = base_ + (reads_ - kFreeReads) * kReadCost;
  whole_ = false;
  if (beliefs) [[unlikely]] believed_busy_wait(now_);
}

void Clock::tell_busy_wait() {
  double from = told_;
  told_ = now_;
  if (this != &main_clock) return;
  // A thread of its own holds nobody.
  auto cause = believes(Belief::many_threads) ? trace::ClockCause::idle : trace::ClockCause::busy_wait;
  trace::emit(trace::ClockAdvanced{.from = from, .to = now_, .cause = cause, .task = busy_task, .line = busy_line});
  if (on_clock_moved) on_clock_moved(now_);
}

void Clock::jump_to(double when, uint32_t handle, bool whole) {
  move_to(when);
  whole_ = whole;
  double from = told_;
  told_ = now_;
  trace::emit(trace::ClockAdvanced{.from = from, .to = now_, .cause = trace::ClockCause::idle, .handle = handle});
  if (on_clock_moved) on_clock_moved(now_);
}

void Clock::block(double seconds, const char* function) {
  if (seconds > 0) block_until(now_ + (decisions ? decisions->stretch(seconds) : seconds), function);
}

void Clock::block_until(double when, const char* function) {
  move_to(when);
  double from = told_;
  told_ = now_;
  if (this != &main_clock) return;
  if (trace::wants(trace::Category::scheduling)) [[unlikely]]
    trace::emit(trace::ClockAdvanced{.from = from, .to = now_, .cause = trace::ClockCause::blocking, .task = running_task,
                                     .function = function, .line = line_now()});
  if (on_clock_moved) on_clock_moved(now_);
}

}  // namespace ap
