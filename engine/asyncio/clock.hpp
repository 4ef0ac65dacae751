// Virtual time. Python code takes none; the clock moves when nothing is ready and a timer is pending (to that timer),
// and by time.sleep. Who looks at it again and again pays a microsecond a look in the end, so that busy waits end.
#pragma once
#include <cstdint>

#include "object/value.hpp"

namespace ap {

class Clock {
 public:
  static constexpr double kEpoch = 1767225600.0;  // time.time() at the start of a run
  static constexpr uint32_t kFreeReads = 1000;    // looks that cost nothing, since the clock last moved
  static constexpr double kReadCost = 1e-6;

  double now() const { return now_; }  // asyncio's own looks
  // The same as Python sees it: an int where call_at() was given one and nothing has moved the clock since.
  Value value() const { return whole_ ? Value::from_int(static_cast<int64_t>(now_)) : Value::from_float(now_); }
  double read() {                      // a look by the program
    if (++reads_ > kFreeReads) [[unlikely]] read_slow();
    return now_;
  }
  Value read_value() {
    read();
    return value();
  }
  const double* address() const { return &now_; }
  // Nothing is ready: on to the timer of that handle.
  void jump_to(double when, uint32_t handle, bool whole = false);
  // time.sleep and whatever else blocks: holds the caller, `function` in words.
  void block(double seconds, const char* function);
  void block_until(double when, const char* function);
  // Tells a busy wait that has ended, in events.
  void settle() {
    if (now_ != told_) [[unlikely]] tell_busy_wait();
  }

 private:
  void read_slow();
  void tell_busy_wait();
  void move_to(double when) {
    settle();
    now_ = base_ = when;
    reads_ = 0;
    whole_ = false;
  }
  double now_ = 0, base_ = 0;
  double told_ = 0;  // what events know
  uint32_t reads_ = 0;
  bool whole_ = false;
};

// The clock of the running thread: the program's own, or the private one of an emulated thread.
extern Clock main_clock;
extern Clock* current_clock;
void reset_clock();
// What late output and the like wait for: called whenever the program's own clock has moved.
extern void (*on_clock_moved)(double now);

}  // namespace ap
