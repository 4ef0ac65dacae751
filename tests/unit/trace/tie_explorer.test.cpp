#include "trace/tie_explorer.hpp"

#include <doctest/doctest.h>

using namespace ap::trace;

namespace {

// A program of one tie after the other. At each, timers i and j matter to each other if `pairs` has them; what it prints is
// which of the two came first.
struct Model {
  std::vector<std::uint32_t> sizes;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> pairs;
};

Outcome run_model(void* user, const TiePlan& plan, TieRun& run) {
  auto* m = static_cast<Model*>(user);
  Outcome o;
  for (std::size_t k = 0; k < m->sizes.size(); ++k) {
    std::vector<HandleId> handles;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m->sizes[k]; ++i) {
      handles.push_back(static_cast<HandleId>(100 * k + i + 1));
      order.push_back(i);
    }
    if (k < plan.size() && !plan[k].empty()) order = plan[k];
    run.tie(handles, std::vector<std::uint32_t>(handles.size()), order, static_cast<double>(k + 1));
    Tie& t = run.ties.back();
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (std::uint32_t i = 0; i < t.timers.size(); ++i) t.timers[i].label = handles[i];
    for (auto [a, b] : m->pairs[k]) {
      t.edges.emplace_back(std::min(place[a], place[b]), std::max(place[a], place[b]));
      o.out += place[a] < place[b] ? '<' : '>';
    }
  }
  return o;
}

TieExplorer explore(Model m, std::uint64_t most = 10000) {
  TieExplorer e;
  e.explore(run_model, &m, most);
  return e;
}

}  // namespace

TEST_CASE("timers that do not matter to each other need one run") {
  TieExplorer e = explore({{5}, {{}}});
  CHECK(e.runs == 1);
  CHECK(e.outputs.size() == 1);
  CHECK(e.complete);
}

TEST_CASE("each order of timers that all matter to each other is one run") {
  TieExplorer e = explore({{4}, {{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}}});
  CHECK(e.outputs.size() == 24);
  CHECK(e.runs == 24);
  CHECK(e.complete);
}

TEST_CASE("pairs that are apart multiply, and nothing is run twice") {
  TieExplorer e = explore({{4}, {{{0, 1}, {2, 3}}}});
  CHECK(e.outputs.size() == 4);
  CHECK(e.runs == 4);
}

TEST_CASE("two that matter to a third but not to each other") {
  TieExplorer e = explore({{3}, {{{0, 2}, {1, 2}}}});
  CHECK(e.outputs.size() == 4);
  CHECK(e.runs <= 5);
}

TEST_CASE("ties one after the other multiply, and the first other output is one departure away") {
  TieExplorer e = explore({{2, 3}, {{{0, 1}}, {{0, 2}}}});
  CHECK(e.outputs.size() == 4);
  REQUIRE(e.outputs[1].departures.size() == 1);
  CHECK(e.outputs[0].departures.empty());
  CHECK(e.outputs[1].departures[0].t == 1.0);
  CHECK(e.outputs[1].departures[0].first.handle == 2);
  CHECK(e.outputs[1].departures[0].before.handle == 1);
}

TEST_CASE("a search that is cut short says so") {
  TieExplorer e = explore({{5}, {{{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}, {0, 4}, {1, 4}, {2, 4}, {3, 4}}}}, 10);
  CHECK(e.runs == 10);
  CHECK(e.outputs.size() == 10);
  CHECK(!e.complete);
}
