// The search over the orders of timers that are due at the same instant. It runs the program in CPython's order, looks which
// pairs of tied timers matter to each other (tie_run.hpp), and runs it again with each such pair turned round, until
// nothing new turns up or the number of runs is used up: dynamic partial-order reduction (Flanagan and Godefroid, POPL
// 2005), with one representative a class of equivalent orders. Breadth first, so that each output is met by the way with
// the fewest turns.
#pragma once
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "trace/tie_run.hpp"

namespace ap::trace {

// Orders for the first ties of a run; all later ones fire in the order of registration. Empty: that order.
using TiePlan = std::vector<std::vector<std::uint32_t>>;

// Where an order is left: of the timers due at `t`, `first` fires before `before`, which was registered earlier.
struct Departure {
  std::uint32_t tie;
  double t;
  TieTimer first, before;
};

struct Outcome {
  std::string out, err;
  int exit = 0;
  double virtual_seconds = 0;
  bool enough = false;  // no more runs, please
};

struct ExploredOutput {
  Outcome outcome;
  std::string lives;                  // TieRun::lives(); empty unless they are told apart
  std::vector<Departure> departures;  // none: CPython's own
  std::uint64_t runs = 0;             // that ended so
  TiePlan plan;
};

class TieExplorer {
 public:
  // Runs the program by a plan and tells `run` about it.
  using Runner = Outcome (*)(void* user, const TiePlan& plan, TieRun& run);
  // `most` runs; `pruned` false: every order of every tie, for tests of the pruning.
  void explore(Runner runner, void* user, std::uint64_t most, bool pruned = true);

  // Runs that print the same are told apart by when each of their tasks began and ended.
  bool tells_lives_apart = false;

  std::vector<ExploredOutput> outputs;  // CPython's own first, then as they were met
  std::uint64_t runs = 0;
  bool complete = true;      // false: there may be more outputs
  std::vector<Tie> own_ties; // of CPython's own run
  std::vector<Printed> own_printed;

 private:
  void note(const TiePlan& plan, const TieRun& run, Outcome outcome);
  void remember_ways(const TieRun& run);
  bool is_covered(std::uint64_t before, const std::vector<std::uint32_t>& order) const;
  void turn_pairs(const TieRun& run);
  void all_orders(const TieRun& run, std::size_t planned);
  void push(TiePlan plan);

  std::deque<TiePlan> work_;
  std::set<TiePlan> seen_;
  std::set<std::uint64_t> classes_;
  // By the orders of all ties before it (hashed): which way the pairs that matter at the next tie have gone in the runs so
  // far. An order of that tie in which they go the same way gives nothing new.
  using Ways = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // the first of two timers, the second
  std::map<std::uint64_t, std::vector<Ways>> gone_;
  std::uint64_t most_ = 0;
};

}  // namespace ap::trace
