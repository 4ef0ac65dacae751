// The test of the promise that the stream of events tells everything: while a program runs, the state that its events
// rebuild is compared with the engine's own structures, event by event. See trace/facts.hpp for what is compared.
#ifndef __EMSCRIPTEN__
#include <algorithm>
#include <map>

#include "api/snapshot.hpp"
#include "api/verbs.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/taskgroups.hpp"
#include "asyncio/threads.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "trace/facts.hpp"
#include "trace/ndjson.hpp"

namespace ap {
namespace {

using trace::Facts;

// Everything of one kind, by id, as the heap has it.
struct Found {
  std::map<uint32_t, EventLoop*> loops;
  std::map<uint32_t, Future*> futures;
  std::map<uint32_t, Sync*> syncs;
  std::map<uint32_t, TaskGroup*> groups;
};

void find(void* user, void* object) {
  auto* found = static_cast<Found*>(user);
  auto* o = static_cast<Object*>(object);
  if (!o->refs) return;
  if (o->kind == Kind::Future || o->kind == Kind::Task) {
    auto* f = static_cast<Future*>(o);
    if (f->id) found->futures[f->id] = f;
  } else if (o->kind == Kind::Other) {
    Type* t = o->type;
    if (is_subtype(t, base_event_loop_type)) {
      auto* loop = static_cast<EventLoop*>(o);
      if (!loop->closed) found->loops[loop->id] = loop;
    } else if (is_subtype(t, task_group_type)) {
      auto* group = static_cast<TaskGroup*>(o);
      if (group->id) found->groups[group->id] = group;
    } else {
      const LockTypes& l = lock_types;
      for (Type* base : {l.lock, l.event, l.condition, l.semaphore, l.barrier, queue_types.queue})
        if (is_subtype(t, base)) {
          auto* s = static_cast<Sync*>(o);
          if (s->id && !(base == l.event && found->syncs.count(s->id))) found->syncs[s->id] = s;
        }
    }
  }
}

std::vector<uint32_t> ids_of(const WaiterLine& line) {
  std::vector<uint32_t> ids;
  for (uint32_t i = 0; i < line.size(); ++i) ids.push_back(line[i]->id);
  return ids;
}

bool is_driven(Link* link) {
  for (Driver* d = driver; d; d = d->outer)
    if (d->root == link) return true;
  return false;
}

bool is_ready(const Found& found, Task* t) {
  for (auto& [id, loop] : found.loops)
    for (uint32_t i = 0; i < loop->count; ++i) {
      const ReadyEntry& e = loop->ready[(loop->head + i) & loop->mask];
      if (e.kind != ReadyEntry::HandleEntry && e.what == Value(t)) return true;
    }
  return false;
}

// Events say what was seen of a context variable's value when it was set; a list may have grown since.
bool may_change(Value v) {
  return v.is_object() && !is_kind(v, Kind::Str) && !is_kind(v, Kind::Bytes) && !is_kind(v, Kind::Int) && !is_kind(v, Kind::Type);
}

struct Describe {
  Facts facts;
  Found found;
};

void describe_task(void* user, Task* t) {
  auto* d = static_cast<Describe*>(user);
  if (t->done() || t->flags & kFinalized) return;  // a task that is being freed is told as destroyed
  Link* link = task_link(t);
  std::string id = std::to_string(t->id);
  // The coroutine may be that of another task, too, which drives it.
  bool runs = t == current_task || (is_driven(link) && !(current_task && task_link(current_task) == link));
  // One that has yielded stands in the queue while it still runs; where the loop is a program's own, it may stand there as
  // any other callback.
  bool begun = link && link->state != LinkState::Created;
  std::string_view phase = runs ? "running" : is_ready(d->found, t) ? "ready" : t->waiter ? "waiting" : begun ? "ready" : "created";
  uint32_t on = phase == "waiting" && is_future_kind(t->waiter) ? t->waiter.as<Future>()->id : 0;
  d->facts.push_back("task " + id + " " + std::string(phase) + " on=" + std::to_string(on) +
                     " cancels=" + std::to_string(t->cancels_requested) + " context=" + std::to_string(context_id(t->context)));
  std::string awaits;
  for (Link* l = link ? link->awaiting : nullptr; l; l = l->awaiting) {
    if (l->is_async_generator) continue;
    LinkInfo info;
    l->ops->describe(l, info);
    awaits += awaits.empty() ? " " : " > ";
    if (std::string label = label_of(info); !label.empty())
      awaits += label;
    else
      awaits += info.future ? "future " + std::to_string(info.future) : std::string("?");
  }
  if (!awaits.empty()) d->facts.push_back("awaits " + id + ":" + awaits);
  std::string variables;
  for_each_variable(
      t->context,
      [](void* text, ContextVar* var, Value value) {
        *static_cast<std::string*>(text) += " " + to_utf8(var->name) + "=" + (may_change(value) ? "..." : safe_repr(value));
      },
      &variables);
  if (!variables.empty()) d->facts.push_back("variables " + id + ":" + variables);
}

void describe_loops(Describe& d) {
  for (auto& [id, loop] : d.found.loops) {
    std::vector<uint32_t> ids;
    for (uint32_t i = 0; i < loop->count; ++i) {
      const ReadyEntry& e = loop->ready[(loop->head + i) & loop->mask];
      if (e.kind != ReadyEntry::HandleEntry || !e.what.as<Handle>()->cancelled) ids.push_back(e.id);
    }
    if (!ids.empty()) d.facts.push_back("ready " + std::to_string(id) + ":" + trace::list_text(ids));
  }
  for (auto& [id, loop] : d.found.loops) {
    std::vector<Timer> timers(loop->timers, loop->timers + loop->timer_count);
    std::sort(timers.begin(), timers.end(), [](const Timer& a, const Timer& b) { return a.before(b); });
    if (timers.empty()) continue;
    d.facts.push_back("timers " + std::to_string(id) + ":");
    for (const Timer& t : timers) d.facts.back() += " " + std::to_string(t.handle->id) + "@" + trace::seconds_text(t.when);
  }
}

void describe_future(Facts& facts, Future* f) {
  std::string id = std::to_string(f->id);
  bool task = f->kind == Kind::Task;
  if (!task)
    facts.push_back("future " + id + (!f->done() ? " pending" : f->cancelled() ? " cancelled" : f->is_exception ? " exception" : " result"));
  else if (f->done())
    facts.push_back("done " + id + (f->cancelled() ? " cancelled" : f->is_exception ? " raised" : " returned"));
  if (!f->extras || !f->extras->awaited_by || !f->extras->awaited_by->size) return;
  std::vector<uint32_t> who;
  for (uint32_t i = 0; i < f->extras->awaited_by->size; ++i) who.push_back(f->extras->awaited_by->items[i].as<Future>()->id);
  facts.push_back("awaited-by " + id + ":" + trace::list_text(who));
}

void describe_sync(Facts& facts, Sync* s) {
  const LockTypes& l = lock_types;
  int64_t value = 0;
  const char* kind;
  std::vector<uint32_t> waiters = ids_of(s->waiters);
  auto append = [&](const WaiterLine& line) {
    for (uint32_t id : ids_of(line)) waiters.push_back(id);
  };
  if (is_subtype(s->type, l.lock)) {
    kind = "lock";
    value = static_cast<Lock*>(s)->locked;
  } else if (is_subtype(s->type, l.event)) {
    kind = "event";
    value = static_cast<Event*>(s)->value;
  } else if (is_subtype(s->type, l.condition)) {
    kind = "condition";
  } else if (is_subtype(s->type, l.semaphore)) {
    kind = "semaphore";
    value = static_cast<Semaphore*>(s)->value;
  } else if (is_subtype(s->type, l.barrier)) {
    kind = "barrier";
    auto* b = static_cast<Barrier*>(s);
    value = b->count;
  } else {
    kind = "queue";
    auto* q = static_cast<Queue*>(s);
    value = q->object ? length(q->object) : q->count;
    append(q->putters);
    if (q->finished) append(q->finished->waiters);
  }
  facts.push_back("sync " + std::to_string(s->id) + " " + kind + " value=" + std::to_string(value) + " waiters:" + trace::list_text(waiters));
}

Facts engine_facts() {
  Describe d;
  heap.for_each_object(find, &d.found);
  d.facts.push_back("t " + trace::seconds_text(main_clock.now()));
  // A thread runs to its end inside the step that has started it.
  bool thread = !current_thread().is_none();
  d.facts.push_back("current " + (thread ? std::string("-") : std::to_string(current_task ? current_task->id : 0)));
  for_each_task(describe_task, &d);
  describe_loops(d);
  for (auto& [id, f] : d.found.futures) describe_future(d.facts, f);
  for (auto& [id, s] : d.found.syncs) describe_sync(d.facts, s);
  for (auto& [id, group] : d.found.groups) {
    if (group->exiting && !group->parent) continue;  // its `async with` has ended, which is told
    std::vector<uint32_t> members;
    for (uint32_t i = 0; group->tasks && i < group->tasks->size; ++i)
      if (is_future_kind(group->tasks->items[i])) members.push_back(group->tasks->items[i].as<Future>()->id);
    d.facts.push_back("members " + std::to_string(id) + ":" + trace::list_text(members));
  }
  return std::move(d.facts);
}

// The stream's side: a sink that folds, and notes the last event.
struct Told final : trace::Sink {
  trace::RunState state;
  trace::NdjsonSink last;
  std::string line, lines;
  Told() : last([](void* user, const char* data, size_t size) { static_cast<std::string*>(user)->append(data, size); }, &line) {}
  void on_chunk(trace::Chunk chunk) override {
    trace::visit(chunk, state);
    line.clear();
    last.on_chunk(chunk);
    last.flush();
    lines += line;
  }
};

struct Replay {
  Told told;
  uint64_t compared = 0, most = 2000, step = 1, lines = 0;
  bool all = false, snapshots = false;
  Json differences = Json::array(), facts = Json::array();
};

// What inspect answers here has no task of which the stream has not told.
void compare_snapshot(Replay& r, uint64_t seq) {
  Json shot = snapshot({.run_reprs = false});
  for (const Json& task : shot["tasks"])
    if (!r.told.state.task(task["id"].get<trace::TaskId>()) && r.differences.size() < 20)
      r.differences.push_back({{"seq", seq}, {"event", r.told.line}, {"snapshot", task}});
}

void compare(void* user) {
  auto* r = static_cast<Replay*>(user);
  trace::Recorder* recorder = trace::Recorder::live();
  recorder->flush();
  uint64_t seq = recorder->count() - 1;
  // Nothing that is done here is part of the run.
  trace::CategoryMask live = std::exchange(trace::live_categories, 0);
  Value error = std::exchange(rt.error, Value());
  Facts engine = engine_facts();
  rt.error = error;
  trace::live_categories = live;
  if (r->all) r->facts.push_back({{"seq", seq}, {"facts", engine}});
  if (r->snapshots) compare_snapshot(*r, seq);
  Facts told = trace::told_facts(r->told.state, main_clock.now(), engine);
  if (told != engine && r->differences.size() < 20) {
    Json d;
    d["seq"] = seq;
    for (auto& line : engine)
      if (std::find(told.begin(), told.end(), line) == told.end()) d["engine"].push_back(line);
    for (auto& line : told)
      if (std::find(engine.begin(), engine.end(), line) == engine.end()) d["told"].push_back(line);
    if (!d.contains("engine") && !d.contains("told")) d["engine"] = "the order";
    d["event"] = r->told.line;
    r->differences.push_back(std::move(d));
  }
  // Ever thinner where there is much to compare, in number or in size.
  ++r->compared;
  r->lines += engine.size();
  if (r->compared % r->most == 0 || r->lines > 50 * r->most) {
    r->lines = 0;
    r->step *= 2;
  }
  stop_at_event(seq + r->step, compare, r);
}

}  // namespace

Json verb_replay(std::string_view source, const Json& json) {
  RunOptions options;
  OptionReader read(json);
  Replay replay;
  read.run(options);
  read.whole("most", replay.most, 2);
  read.flag("facts", replay.all);
  read.flag("snapshots", replay.snapshots);
  if (std::string wrong = read.finish(); !wrong.empty()) return refusal(wrong);
  options.sinks.push_back(&replay.told);
  options.stop_seq = 0;
  options.at_stop = compare;
  options.stop_user = &replay;
  struct {
    std::string out, err;
  } printed;
  OutputSink sink{.write = [](void* user, Stream stream, std::string_view text) {
                    auto* p = static_cast<decltype(printed)*>(user);
                    (stream == Stream::Out ? p->out : p->err) += text;
                  },
                  .user = &printed};
  RunResult result = run_program(source, options, sink);
  Json r;
  r["stdout"] = printed.out;
  r["stderr"] = printed.err;
  r.update(to_json(result));
  r["compared"] = replay.compared;
  r["differences"] = std::move(replay.differences);
  if (replay.all) {
    std::string array = "[" + replay.told.lines;
    for (char& c : array)
      if (c == '\n') c = ',';
    array.back() = ']';
    r["events"] = Json::parse(array, nullptr, false);
    r["facts"] = std::move(replay.facts);
  }
  return r;
}

}  // namespace ap
#endif
