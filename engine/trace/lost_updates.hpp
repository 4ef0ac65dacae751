// Lost updates: a task computes a new value of a variable, attribute or item from what it read before an await, while
// another task wrote it during that await. Found by following where values come from, a statement at a time: what a
// statement reads flows into what it writes, local variables included.
//
// It is none when the task has looked again after the other one's write, and under a lock there is no such write.
#pragma once
#include <map>
#include <vector>

#include "trace/accesses.hpp"

namespace ap::trace {

struct LostUpdate {
  std::uint64_t object;
  std::uint32_t name;
  TaskId task, other;
  Line read_line, write_line, other_line;
  double read_at, other_at;
};

class LostUpdates {
 public:
  // A task's step, or a callback, begins: what is read from now on is read without an await between.
  void next_step() { ++step_; }
  // True: this access loses an update, told in `lost`.
  bool follow(const Access& access, TaskId task, double t, LostUpdate& lost);
  void forget(TaskId task) { stacks_.erase(task); }

 private:
  using Key = std::pair<std::uint64_t, std::uint32_t>;
  struct Read {
    Key variable;
    std::uint64_t step, order;
    double t;
    Line line;
  };
  using Reads = std::vector<Read>;
  // A function that runs, or waits in an await of the task.
  struct Activation {
    std::uint32_t frame = 0;
    Reads statement;  // read by the statement that runs
    Reads value;      // of those, what an assignment has read for its value
    bool assigns = false;  // only its targets are still to come
    Reads all;        // read at all, and so perhaps returned
    Reads arguments;  // what its caller's statement had read
    std::vector<std::pair<std::uint32_t, Reads>> locals;
  };
  struct Write {
    TaskId task = 0;
    std::uint64_t order = 0;
    double t = 0;
    Line line = 0;
  };
  struct Variable {
    Write last, last_of_another;          // the other one: of a task that did not write last
    std::map<TaskId, std::uint64_t> seen;  // when each task looked at it last
  };
  static constexpr std::size_t kMostReads = 32, kMostFrames = 200, kMostVariables = 100'000;

  static void join(Reads& into, const Reads& reads);
  static void add(Reads& into, const Read& read);
  // The activation of a frame; what it has called since has returned, so that its statement has read what they read.
  Activation& settle(std::vector<Activation>& stack, std::uint32_t frame);

  std::map<TaskId, std::vector<Activation>> stacks_;
  std::map<Key, Variable> variables_;
  std::uint64_t step_ = 0, order_ = 0;
};

}  // namespace ap::trace
