#include "trace/tie_run.hpp"

#include <algorithm>
#include <cstdio>

namespace ap::trace {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xbf58476d1ce4e5b9ull;
  return (x ^ x >> 29) * 0x94d049bb133111ebull;
}

}  // namespace

void TieRun::tie(std::vector<HandleId> timers, std::vector<std::uint32_t> streams, std::vector<std::uint32_t> order, double t) {
  Tie tie;
  tie.t = t;
  tie.order = std::move(order);
  for (std::size_t i = 0; i < timers.size(); ++i) tie.timers.push_back({.handle = timers[i], .label = 0, .name = {}, .stream = streams[i]});
  for (std::uint32_t place = 0; place < tie.order.size(); ++place)
    tied_[tie.timers[tie.order[place]].handle] = {static_cast<std::uint32_t>(ties.size()), place};
  for (std::uint32_t a = 0; a < tie.order.size(); ++a)
    for (std::uint32_t b = a + 1; b < tie.order.size(); ++b)
      if (std::uint32_t s = tie.timers[tie.order[a]].stream; s && s == tie.timers[tie.order[b]].stream) tie.edges.emplace_back(a, b);
  ties.push_back(std::move(tie));
}

void TieRun::catch_up(const At& at) {
  accesses_.take_until(at.seq, [&](const Access& a) {
    switch (a.kind) {
      case AccessKind::read:
        if (a.object == kTaskNamesKey) names_matter_ = true;
        [[fallthrough]];
      case AccessKind::write:
      case AccessKind::touch:
      case AccessKind::add: use(a.kind, a.object, a.name); break;
      default: break;
    }
  });
}

void TieRun::use(AccessKind kind, std::uint64_t object, std::uint32_t name) {
  if (root_.tie == kNone) return;
  if (kind == AccessKind::touch) kind = AccessKind::write;
  auto& uses = pass_[{object, name, root_.tie}];
  if (!uses.empty() && uses.back().place == root_.place && uses.back().kind == kind) return;
  uses.push_back({root_.place, kind});
}

void TieRun::edge(std::uint32_t tie, std::uint32_t a, std::uint32_t b) {
  if (a == b) return;
  if (a > b) std::swap(a, b);
  ties[tie].edges.emplace_back(a, b);
}

// Which of the places in a tie have used the same thing in this pass.
void TieRun::end_pass() {
  for (auto& [key, uses] : pass_) {
    std::vector<std::uint32_t> readers, adders;
    std::uint32_t writer = kNone;
    for (const Use& u : uses) {
      bool reads = u.kind == AccessKind::read, adds = u.kind == AccessKind::add;
      if (writer != kNone) edge(key.tie, writer, u.place);
      if (!reads)
        for (std::uint32_t r : readers) edge(key.tie, r, u.place);
      if (!adds)
        for (std::uint32_t a : adders) edge(key.tie, a, u.place);
      if (reads) {
        readers.push_back(u.place);
      } else if (adds) {
        adders.push_back(u.place);
      } else {
        writer = u.place;
        readers.clear();
        adders.clear();
      }
    }
  }
  pass_.clear();
  if (!created_.empty() && created_.back().first != kNone) created_.emplace_back(kNone, 0);
}

void TieRun::finish() {
  accesses_.take_until(~0ull, [&](const Access& a) {
    if (a.object == kTaskNamesKey) names_matter_ = true;
  });
  end_pass();
  // Tasks are numbered as they are created: that matters where the program looks at their names.
  if (names_matter_)
    for (std::size_t i = 0; i + 1 < created_.size(); ++i)
      if (created_[i].first != kNone && created_[i].first == created_[i + 1].first)
        edge(created_[i].first, created_[i].second, created_[i + 1].second);
  for (Tie& t : ties) {
    std::sort(t.edges.begin(), t.edges.end());
    t.edges.erase(std::unique(t.edges.begin(), t.edges.end()), t.edges.end());
    for (TieTimer& timer : t.timers)
      if (auto n = names_.find(timer.task); n != names_.end()) timer.name = n->second;
  }
}

// --- what runs, and what it sets going -----------------------------------------------------------------------------

void TieRun::schedule(HandleId handle) {
  Pending& p = pending_[handle];
  p.root = root_;
  p.label = mix(label_, ++children_);
}

void TieRun::begin(HandleId handle) {
  auto at = pending_.find(handle);
  children_ = 0;
  if (at == pending_.end()) {
    root_ = {};
    label_ = 1;
    return;
  }
  root_ = at->second.root;
  label_ = at->second.label;
  pending_.erase(at);
}

void TieRun::on_iteration_started(const At& at, const IterationStarted&) {
  catch_up(at);
  end_pass();
}
void TieRun::on_handle_scheduled(const At& at, const HandleScheduled& e) {
  catch_up(at);
  schedule(e.handle);
}
void TieRun::on_task_scheduled(const At& at, const TaskScheduled& e) {
  catch_up(at);
  schedule(e.handle);
}
void TieRun::on_timer_added(const At& at, const TimerAdded& e) {
  catch_up(at);
  schedule(e.handle);
  Pending& p = pending_[e.handle];
  p.root = {};
  p.timer = true;
  p.task = e.task;
  // The line that awaits the sleep; the coroutine that sets the timer is the library's.
  auto at_line = lines_.find(e.task);
  p.line = at_line != lines_.end() && e.task ? at_line->second : e.line;
  p.kind = e.kind;
}
void TieRun::on_await_started(const At&, const AwaitStarted& e) {
  if (e.line) lines_[e.task] = e.line;
}
void TieRun::on_timer_fired(const At& at, const TimerFired& e) {
  catch_up(at);
  auto tied = tied_.find(e.handle);
  if (tied == tied_.end()) return;
  Pending& p = pending_[e.handle];
  p.root = tied->second;
  Tie& tie = ties[p.root.tie];
  TieTimer& timer = tie.timers[tie.order[p.root.place]];
  timer.label = p.label;
  timer.task = p.task;
  timer.line = p.line;
  timer.kind = p.kind;
}
void TieRun::on_handle_run_started(const At& at, const HandleRunStarted& e) {
  catch_up(at);
  begin(e.handle);
}
void TieRun::on_handle_run_finished(const At& at, const HandleRunFinished&) {
  catch_up(at);
  root_ = {};
  label_ = 1;
}
void TieRun::on_task_step_started(const At& at, const TaskStepStarted& e) {
  catch_up(at);
  if (e.handle) begin(e.handle);
  if (Life& life = lives_[e.task]; life.start < 0) life.start = at.t;
}
void TieRun::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  catch_up(at);
  if (e.future) use(AccessKind::write, kFutureKey | e.future);
}

std::string TieRun::lives() const {
  std::vector<std::string> lines;
  char text[80];
  for (const auto& [task, life] : lives_) {
    std::snprintf(text, sizeof text, " %.9f %.9f ", life.start, life.end);
    auto name = names_.find(task);
    lines.push_back((name != names_.end() ? name->second : std::string()) + text + std::string(trace::name(life.outcome)) + '\n');
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

// --- what events say is used -----------------------------------------------------------------------------------------

void TieRun::on_task_created(const At& at, const TaskCreated& e) {
  catch_up(at);
  names_[e.task] = std::string(e.name);
  lives_[e.task];
  if (root_.tie != kNone) created_.emplace_back(root_.tie, root_.place);
}
void TieRun::on_task_renamed(const At&, const TaskRenamed& e) { names_[e.task] = std::string(e.name); }
void TieRun::on_task_finished(const At& at, const TaskFinished& e) {
  catch_up(at);
  use(AccessKind::write, kFutureKey | e.task);
  Life& life = lives_[e.task];
  life.end = at.t;
  life.outcome = e.outcome;
}
void TieRun::on_cancel_requested(const At& at, const CancelRequested& e) {
  catch_up(at);
  use(AccessKind::write, kFutureKey | e.task);
  if (e.future) use(AccessKind::write, kFutureKey | e.future);
}
void TieRun::on_future_resolved(const At& at, const FutureResolved& e) {
  catch_up(at);
  use(AccessKind::write, kFutureKey | e.future);
}
void TieRun::on_sync_changed(const At& at, const SyncChanged& e) {
  catch_up(at);
  use(AccessKind::write, kSyncKey | e.sync);
}
void TieRun::on_waiter_added(const At& at, const WaiterAdded& e) {
  catch_up(at);
  use(AccessKind::write, kSyncKey | e.sync);
}
void TieRun::on_waiter_removed(const At& at, const WaiterRemoved& e) {
  catch_up(at);
  use(AccessKind::write, kSyncKey | e.sync);
}
void TieRun::on_output(const At& at, const Output& e) {
  catch_up(at);
  use(AccessKind::write, kStdoutKey);
  printed.push_back({at.t, e.task, e.line, std::string(e.text)});
}

}  // namespace ap::trace
