// Is this order guaranteed? Runs of a program in every order that timers of one instant can take, or with delays that are
// not exact, and what comes out.
#pragma once
#include <string>
#include <string_view>

#include "api/session.hpp"
#include "trace/tie_explorer.hpp"

namespace ap {

struct ExploreLimits {
  uint64_t runs = 256;             // at most
  uint64_t steps = 100'000'000;    // of the interpreter, in all runs together: a second or two
  bool pruned = true;              // false: blindly every order, for tests
};

// The search over ties; see trace/tie_explorer.hpp.
void explore_ties(std::string_view source, const RunOptions& options, const ExploreLimits& limits, trace::TieExplorer& explorer);
// One run by a plan that explore_ties has found; its events go to the sinks of the options.
RunResult run_by_plan(std::string_view source, const RunOptions& options, const trace::TiePlan& plan, OutputSink sink);
// "Not guaranteed: ..." in words.
std::string answer_in_words(const trace::TieExplorer& explorer);

}  // namespace ap
