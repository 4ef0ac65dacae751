#include "trace/tie_explorer.hpp"

#include <algorithm>
#include <numeric>

namespace ap::trace {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xbf58476d1ce4e5b9ull;
  return (x ^ x >> 29) * 0x94d049bb133111ebull;
}

std::uint64_t hash_of(std::uint64_t before, const std::vector<std::uint32_t>& order) {
  for (std::uint32_t place : order) before = mix(before, place);
  return mix(before, order.size());
}

bool in_order(const std::vector<std::uint32_t>& order) { return std::is_sorted(order.begin(), order.end()); }

// What is the same in all orders that give the same run: which way each pair that matters has gone.
std::uint64_t class_of(const TieRun& run) {
  std::uint64_t all = 1;
  for (const Tie& t : run.ties) {
    std::vector<std::uint64_t> ways;
    for (auto [a, b] : t.edges) ways.push_back(mix(t.timers[t.order[a]].label, t.timers[t.order[b]].label));
    std::sort(ways.begin(), ways.end());
    for (std::uint64_t w : ways) all = mix(all, w);
    if (!ways.empty()) all = mix(all, 7);
  }
  return all;
}

// Which places come after place `from` by a chain of pairs that matter.
std::vector<bool> after(const Tie& t, std::uint32_t from, bool but_directly_to, std::uint32_t direct) {
  std::vector<bool> reached(t.order.size(), false);
  // Edges lead from earlier to later places and are sorted by the earlier one.
  for (auto [a, b] : t.edges) {
    if (but_directly_to && a == from && b == direct) continue;
    if (a == from || reached[a]) reached[b] = true;
  }
  return reached;
}

}  // namespace

void TieExplorer::push(TiePlan plan) {
  while (!plan.empty() && (plan.back().empty() || in_order(plan.back()))) plan.pop_back();
  for (auto& order : plan)
    if (in_order(order)) order.clear();
  if (seen_.insert(plan).second) work_.push_back(std::move(plan));
}

void TieExplorer::note(const TiePlan& plan, const TieRun& run, Outcome outcome) {
  std::string lives = tells_lives_apart ? run.lives() : std::string();
  for (ExploredOutput& o : outputs)
    if (o.lives == lives && o.outcome.out == outcome.out && o.outcome.err == outcome.err && o.outcome.exit == outcome.exit) {
      ++o.runs;
      return;
    }
  ExploredOutput o;
  o.outcome = std::move(outcome);
  o.lives = std::move(lives);
  o.runs = 1;
  o.plan = plan;
  for (std::size_t i = 0; i < run.ties.size(); ++i) {
    const Tie& t = run.ties[i];
    for (std::uint32_t place = 0; place < t.order.size(); ++place) {
      // Each one that does not come in its turn, and who should have come.
      std::uint32_t due = 0;
      std::vector<bool> gone(t.order.size(), false);
      for (std::uint32_t k = 0; k < place; ++k) gone[t.order[k]] = true;
      while (gone[due]) ++due;
      if (t.order[place] == due) continue;
      o.departures.push_back({static_cast<std::uint32_t>(i), t.t, t.timers[t.order[place]], t.timers[due]});
    }
  }
  outputs.push_back(std::move(o));
}

void TieExplorer::remember_ways(const TieRun& run) {
  std::uint64_t before = 1;
  for (const Tie& t : run.ties) {
    if (!t.edges.empty()) {
      Ways ways;
      for (auto [a, b] : t.edges) ways.emplace_back(t.order[a], t.order[b]);
      gone_[before].push_back(std::move(ways));
    }
    before = hash_of(before, t.order);
  }
}

bool TieExplorer::is_covered(std::uint64_t before, const std::vector<std::uint32_t>& order) const {
  auto at = gone_.find(before);
  if (at == gone_.end()) return false;
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (const Ways& ways : at->second) {
    bool all = true;
    for (auto [first, second] : ways) all = all && place[first] < place[second];
    if (all) return true;
  }
  return false;
}

// A new plan for each pair that matters and stands next to each other, as far as the others let it.
void TieExplorer::turn_pairs(const TieRun& run) {
  std::uint64_t before = 1;
  for (std::size_t i = 0; i < run.ties.size(); ++i) {
    const Tie& t = run.ties[i];
    std::uint64_t here = before;
    before = hash_of(before, t.order);
    for (auto [a, b] : t.edges) {
      if (std::uint32_t s = t.timers[t.order[a]].stream; s && s == t.timers[t.order[b]].stream) continue;
      // With a chain from a to b through another one, they cannot change places alone; that one's pairs come first.
      if (after(t, a, true, b)[b]) continue;
      std::vector<bool> behind = after(t, a, false, 0);
      std::vector<std::uint32_t> order(t.order.begin(), t.order.begin() + a);
      for (std::uint32_t k = a + 1; k < b; ++k)
        if (!behind[k]) order.push_back(t.order[k]);
      order.push_back(t.order[b]);
      order.push_back(t.order[a]);
      for (std::uint32_t k = a + 1; k < b; ++k)
        if (behind[k]) order.push_back(t.order[k]);
      order.insert(order.end(), t.order.begin() + b + 1, t.order.end());
      if (is_covered(here, order)) continue;
      TiePlan plan;
      for (std::size_t k = 0; k < i; ++k) plan.push_back(run.ties[k].order);
      plan.push_back(std::move(order));
      push(std::move(plan));
      if (work_.size() > 4 * most_ + 64) {
        complete = false;
        return;
      }
    }
  }
}

// Without pruning: every other order of each tie that the plan has left alone.
void TieExplorer::all_orders(const TieRun& run, std::size_t planned) {
  for (std::size_t i = planned; i < run.ties.size(); ++i) {
    std::vector<std::uint32_t> order(run.ties[i].timers.size());
    std::iota(order.begin(), order.end(), 0);
    while (std::next_permutation(order.begin(), order.end())) {
      bool overtakes = false;
      for (std::size_t a = 0; a < order.size(); ++a)
        for (std::size_t b = a + 1; b < order.size(); ++b)
          if (std::uint32_t s = run.ties[i].timers[order[a]].stream; order[a] > order[b] && s && s == run.ties[i].timers[order[b]].stream)
            overtakes = true;
      if (overtakes) continue;
      TiePlan plan;
      for (std::size_t k = 0; k < i; ++k) plan.push_back(run.ties[k].order);
      plan.push_back(order);
      push(std::move(plan));
      if (work_.size() > most_) {
        complete = false;
        return;
      }
    }
  }
}

void TieExplorer::explore(Runner runner, void* user, std::uint64_t most, bool pruned) {
  most_ = most;
  push({});
  while (!work_.empty()) {
    if (runs == most) {
      complete = false;
      break;
    }
    TiePlan plan = std::move(work_.front());
    work_.pop_front();
    AccessLog accesses;
    TieRun run(accesses);
    Outcome outcome = runner(user, plan, run);
    run.finish();
    ++runs;
    if (runs == 1) {
      own_ties = run.ties;
      own_printed = run.printed;
    }
    bool enough = outcome.enough;
    note(plan, run, std::move(outcome));
    if (!pruned)
      all_orders(run, plan.size());
    else if (remember_ways(run); classes_.insert(class_of(run)).second)
      turn_pairs(run);
    if (enough) {
      complete = complete && work_.empty();
      break;
    }
  }
}

}  // namespace ap::trace
