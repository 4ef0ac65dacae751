// What is left open by asyncio's rules, decided from outside: which of several timers that are due at the same instant fires
// first, and how long a delay takes. The explorer answers otherwise than the convention (order of registration, exact
// delays); without one nothing is asked.
#pragma once
#include <span>

namespace ap {

struct TimerHandle;

class Decisions {
 public:
  // Timers that fire in the same pass, for the same instant, in the order of registration: puts them into another one.
  virtual void order_tie(std::span<TimerHandle*> timers) = 0;
  // How many seconds a delay of a sleep, a timer, a request or a blocking call takes instead of `seconds`, which is > 0.
  virtual double stretch(double seconds) = 0;

 protected:
  ~Decisions() = default;
};

// For a whole run; null: the convention.
extern Decisions* decisions;

}  // namespace ap
