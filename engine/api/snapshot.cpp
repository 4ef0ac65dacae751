#include "api/snapshot.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "asyncio/describe.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/threads.hpp"
#include "object/function.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "vm/generator.hpp"
#include "vm/function.hpp"

namespace ap {
namespace {

// --- values

uint64_t repr_steps_left;

// A __repr__ of the program, within a budget. Output and events are off meanwhile (see snapshot()).
bool run_own_repr(Value v, std::string& text) {
  Ref<Str> name = intern("__repr__");
  if (!is_kind(type_lookup(type_of(v), name.get()), Kind::Function) || !repr_steps_left) return false;
  constexpr uint64_t kBudget = 20'000;
  Value pending = std::exchange(rt.error, Value());
  uint64_t before = rt.steps, budget = std::min(kBudget, repr_steps_left);
  rt.limits.steps = rt.check_at = before + budget;
  Var shown = repr(v);
  rt.limits.steps = rt.check_at = ~0ull;
  repr_steps_left -= std::min(repr_steps_left, rt.steps - before);
  rt.steps = before;
  bool ok = bool(shown);
  if (ok) text = safe_str(shown, 400);
  clear_error();
  rt.error = pending;
  return ok;
}

class Snapshot {
 public:
  explicit Snapshot(const SnapshotOptions& options) : options_(options) {}
  Json make();

 private:
  struct FrameAt {
    Link* link;    // of a coroutine, or nullptr
    Frame* frame;  // interpreted, or nullptr
  };

  std::string show(Value v) { return safe_repr(v, options_.repr_bytes, 4, options_.run_reprs ? run_own_repr : nullptr); }
  Json named(std::string_view name, Value v);
  Json frame(const FrameAt& at, bool runs);
  void add_locals(Json& into, Frame* f);
  void find_running();
  void find_objects();
  void name_objects();
  void name_in(const std::string& prefix, Value v);
  Json task(Task* t);
  Json stack(Task* t);
  Json waits_for(Task* t, const Json& stack);
  Json loop(EventLoop* loop);
  Json sync(Sync* s);
  std::string name_of(Sync* s);

  const SnapshotOptions& options_;
  std::vector<EventLoop*> loops_;
  std::vector<Future*> futures_;  // and tasks
  std::vector<Sync*> syncs_;
  std::unordered_map<Link*, std::vector<FrameAt>> running_;  // by the root of a chain: what runs in it, innermost first
  std::vector<FrameAt> outside_;                             // what runs in no task, innermost first
  std::unordered_map<Object*, std::string> names_;           // variables that hold locks and futures
  std::unordered_map<Task*, std::vector<trace::TaskId>> awaited_by_;
  std::unordered_set<Task*> ready_;
  std::unordered_map<Future*, std::pair<Sync*, const char*>> in_line_;
  std::unordered_map<Future*, double> due_;
};

Json Snapshot::named(std::string_view name, Value v) {
  Json j;
  j["name"] = name;
  if (!v) {
    j["repr"] = "";
    j["type"] = "";
    return j;
  }
  j["type"] = to_utf8(type_of(v)->name);
  j["repr"] = show(v);
  return j;
}

void Snapshot::add_locals(Json& into, Frame* f) {
  Json locals = Json::array();
  const Code* code = f->code;
  auto add = [&](std::string_view name, Value v) {
    if (locals.size() < options_.most_names)
      locals.push_back(named(name, v));
    else
      into["locals_left_out"] = into.value("locals_left_out", 0) + 1;
  };
  if (f->namespace_) {
    // A class body; a module's names are the globals.
    if (is_kind(f->namespace_, Kind::Dict) && f->namespace_ != Value(f->globals)) {
      uint32_t at = 0;
      for (Value key, value; dict_next(f->namespace_.as<Dict>(), &at, &key, &value);)
        if (is_kind(key, Kind::Str) && !to_utf8(key.as<Str>()).starts_with("__")) add(to_utf8(key.as<Str>()), value);
    }
  } else {
    for (uint32_t i = 0; i < code->slot_count(); ++i) {
      if (code->slot_kinds[i] == kHiddenSlot) continue;
      Value v = f->slots()[i];
      std::string name = to_utf8(code->slot_names[i]);
      if ((code->slot_kinds[i] == kCellSlot || code->slot_kinds[i] == kFreeSlot) && is_kind(v, Kind::Cell)) v = v.as<Cell>()->value;
      // Names that are not bound yet would only lengthen the list.
      if (v && name != "__class__" && name.find('.') == std::string::npos) add(name, v);
    }
  }
  into["locals"] = std::move(locals);
}

Json Snapshot::frame(const FrameAt& at, bool runs) {
  Json j;
  if (!at.frame) {
    LinkInfo info;
    at.link->ops->describe(at.link, info);
    j["function"] = info.def ? std::string("asyncio.") + info.def->qualname : info.qualname ? to_utf8(info.qualname) : std::string("?");
    j["library"] = true;
    j["file"] = info.def && info.def->file ? std::string("asyncio/") + info.def->file : std::string();
    j["line"] = 0;
    j["source"] = "";
    j["locals"] = Json::array();
    return j;
  }
  Frame* f = at.frame;
  std::string file = to_utf8(f->code->filename);
  bool started = !at.link || at.link->state != LinkState::Created;
  int line = started ? f->line() : f->code->first_line;
  j["function"] = to_utf8(f->code->qualname);
  j["file"] = file;
  j["line"] = line;
  std::string source = source_line(file, line);
  size_t from = source.find_first_not_of(" \t\f"), to = source.find_last_not_of(" \t\f\r");
  j["source"] = from == source.npos ? std::string() : source.substr(from, to - from + 1);
  if (is_library_file(f->code->filename)) {
    j["library"] = true;
    j["locals"] = Json::array();
    return j;
  }
  if (!started) j["not_started"] = true;
  add_locals(j, f);
  return j;
}

// --- what runs

// The frames that run, innermost first: plain calls, then the coroutines of the task whose step it is, then whoever
// drives that; a task that started eagerly has another one below it.
void Snapshot::find_running() {
  Frame* f = vm.current;
  Link* link = nullptr;
  std::vector<FrameAt> part;
  Driver* d = driver;
  if (rt.in_loop && f == rt.loop_caller && d) link = d->at;  // one of asyncio's coroutines runs
  for (;;) {
    if (!link && f && f->owner) link = f->owner;
    if (link) {
      Link* root = link;
      for (; link; link = link->awaiter) {
        Frame* of_link = is_frame_link(link) ? &generator_of(link)->frame : nullptr;
        if (of_link) f = of_link;
        part.push_back({link, of_link});
        root = link;
      }
      running_[root] = std::move(part);
      part.clear();
      if (!f || f == rt.loop_caller) {
        if (!f) break;
      } else if (f->owner) {
        f = f->back;
        continue;
      }
    }
    if (!f) break;
    part.push_back({nullptr, f});
    f = f->back;
  }
  outside_ = std::move(part);
}

// --- what there is

void Snapshot::find_objects() {
  heap.for_each_object(
      [](void* user, void* object) {
        auto* s = static_cast<Snapshot*>(user);
        auto* o = static_cast<Object*>(object);
        if (!o->refs) return;
        if (o->kind == Kind::Future || o->kind == Kind::Task) {
          auto* f = static_cast<Future*>(o);
          if (f->id && (f->kind == Kind::Future || is_made(static_cast<Task*>(f)))) s->futures_.push_back(f);
        } else if (o->kind == Kind::Other) {
          if (is_subtype(o->type, base_event_loop_type)) {
            if (!static_cast<EventLoop*>(o)->closed) s->loops_.push_back(static_cast<EventLoop*>(o));
          } else if (is_sync(Value(o)) && static_cast<Sync*>(o)->id) {
            s->syncs_.push_back(static_cast<Sync*>(o));
          }
        }
      },
      this);
  auto by_id = [](auto* a, auto* b) { return a->id < b->id; };
  std::sort(loops_.begin(), loops_.end(), by_id);
  std::sort(futures_.begin(), futures_.end(), by_id);
  std::stable_sort(syncs_.begin(), syncs_.end(), by_id);
  // The event inside a queue has the queue's id once someone joins.
  syncs_.erase(std::remove_if(syncs_.begin(), syncs_.end(),
                              [&](Sync* s) {
                                return is_subtype(s->type, lock_types.event) &&
                                       std::any_of(syncs_.begin(), syncs_.end(), [&](Sync* q) { return q != s && q->id == s->id; });
                              }),
               syncs_.end());
  for (Sync* s : syncs_) {
    auto note = [&](const WaiterLine& line, const char* side) {
      for (uint32_t i = 0; i < line.size(); ++i) in_line_[line[i]] = {s, side};
    };
    bool queue = is_subtype(s->type, queue_types.queue);
    note(s->waiters, queue ? "getter" : "waiter");
    if (queue) {
      note(static_cast<Queue*>(s)->putters, "putter");
      if (static_cast<Queue*>(s)->finished) note(static_cast<Queue*>(s)->finished->waiters, "joiner");
    }
  }
  for (EventLoop* loop : loops_) {
    for (uint32_t i = 0; i < loop->timer_count; ++i) {
      TimerHandle* h = loop->timers[i].handle;
      if (h->def && is_future_kind(h->a)) due_[h->a.as<Future>()] = loop->timers[i].when;
    }
    for (uint32_t i = 0; i < loop->count; ++i) {
      const ReadyEntry& e = loop->ready[(loop->head + i) & loop->mask];
      if (e.kind == ReadyEntry::Step || e.kind == ReadyEntry::Wakeup) ready_.insert(e.what.as<Task>());
    }
  }
  for (Future* f : futures_) {
    if (f->kind == Kind::Task && !f->done()) {
      auto* t = static_cast<Task*>(f);
      if (is_kind(t->waiter, Kind::Task)) awaited_by_[t->waiter.as<Task>()].push_back(t->id);
    }
    if (f->kind == Kind::Task && f->extras && f->extras->awaited_by)
      for (uint32_t i = 0; i < f->extras->awaited_by->size; ++i)
        awaited_by_[static_cast<Task*>(f)].push_back(f->extras->awaited_by->items[i].as<Task>()->id);
  }
}

// Locks and futures are known by the variables that hold them.
void Snapshot::name_in(const std::string& name, Value v) {
  if (!v.is_object() || name.starts_with("__")) return;
  if (is_future_kind(v) || is_sync(v)) {
    names_.emplace(v.object(), name);
    return;
  }
  if (is_kind(v, Kind::Cell)) return name_in(name, v.as<Cell>()->value);
  if (!is_kind(v, Kind::Instance)) return;
  Dict* dict = v.as<Instance>()->dict;
  uint32_t at = 0;
  for (Value key, value; dict && dict_next(dict, &at, &key, &value);)
    if (is_kind(key, Kind::Str) && (is_future_kind(value) || is_sync(value)))
      names_.emplace(value.object(), name + "." + to_utf8(key.as<Str>()));
}

void Snapshot::name_objects() {
  auto in_dict = [&](Dict* d) {
    uint32_t at = 0;
    for (Value key, value; d && dict_next(d, &at, &key, &value);)
      if (is_kind(key, Kind::Str)) name_in(to_utf8(key.as<Str>()), value);
  };
  auto in_frame = [&](Frame* f) {
    if (!f || is_library_file(f->code->filename) || f->namespace_) return;
    for (uint32_t i = 0; i < f->code->slot_count(); ++i)
      if (f->code->slot_kinds[i] != kHiddenSlot) name_in(to_utf8(f->code->slot_names[i]), f->slots()[i]);
  };
  if (Value main = dict_get_name(rt.modules, rt.names.__main__); is_kind(main, Kind::Module)) in_dict(main.as<Module>()->dict);
  for (auto& at : outside_) in_frame(at.frame);
  for (Future* f : futures_) {
    if (f->kind != Kind::Task || f->done()) continue;
    for (Link* l = task_link(static_cast<Task*>(f)); l; l = l->awaiting)
      if (is_frame_link(l) && l->state != LinkState::Finished) in_frame(&generator_of(l)->frame);
  }
}

// --- tasks

Json Snapshot::stack(Task* t) {
  Json frames = Json::array();
  Link* root = task_link(t);
  if (auto it = running_.find(root); it != running_.end()) {
    for (size_t i = it->second.size(); i-- > 0;) frames.push_back(frame(it->second[i], true));
    return frames;
  }
  for (Link* l = root; l && l->state != LinkState::Finished; l = l->awaiting) {
    if (is_frame_link(l)) {
      frames.push_back(frame({l, &generator_of(l)->frame}, false));
    } else {
      LinkInfo info;
      l->ops->describe(l, info);
      if (info.def || info.qualname) frames.push_back(frame({l, nullptr}, false));
    }
  }
  return frames;
}

std::string Snapshot::name_of(Sync* s) {
  auto it = names_.find(s);
  if (it != names_.end()) return it->second;
  std::string kind = to_utf8(s->type->name);
  if (size_t dot = kind.rfind('.'); dot != kind.npos) kind.erase(0, dot + 1);
  return kind + " " + std::to_string(s->id);
}

// What a task stands at, as ids and in words.
Json Snapshot::waits_for(Task* t, const Json& stack) {
  Json j;
  if (!is_future_kind(t->waiter)) {
    j["text"] = "an object of the program's own";
    return j;
  }
  auto* f = t->waiter.as<Future>();
  j["future"] = f->id;
  if (f->kind == Kind::Task) {
    j["kind"] = "task";
    j["text"] = task_name_text(static_cast<Task*>(f));
  } else if (auto due = due_.find(f); due != due_.end()) {
    j["kind"] = "timer";
    j["until"] = due->second;
    j["text"] = "a timer";
  } else if (auto line = in_line_.find(f); line != in_line_.end()) {
    auto [s, side] = line->second;
    j["kind"] = "lock";
    j["lock"] = s->id;
    j["side"] = side;
    j["text"] = name_of(s);
  } else if (List* children = gather_children(f)) {
    j["kind"] = "gather";
    std::string text;
    Json ids = Json::array();
    for (uint32_t i = 0; i < children->size; ++i) {
      Value child = children->items[i];
      if (!is_future_kind(child)) continue;
      ids.push_back(child.as<Future>()->id);
      if (child.as<Future>()->done()) continue;
      if (!text.empty()) text += ", ";
      text += is_kind(child, Kind::Task) ? task_name_text(child.as<Task>()) : "a future";
    }
    j["children"] = std::move(ids);
    j["text"] = text;
  } else {
    j["kind"] = "future";
    // A future of the library's own has no name; what the program has called says more.
    auto called = std::find_if(stack.begin(), stack.end(), [](const Json& frame) { return frame.contains("library"); });
    auto it = names_.find(f);
    j["text"] = it != names_.end() ? it->second : called != stack.end() ? (*called)["function"].get<std::string>() + "()" : std::string("a future");
  }
  return j;
}

Json Snapshot::task(Task* t) {
  Json j;
  j["id"] = t->id;
  j["name"] = task_name_text(t);
  Link* root = task_link(t);
  bool runs = t == current_task || running_.count(root);
  if (t->done()) {
    j["state"] = t->cancelled() ? "cancelled" : t->is_exception ? "raised" : "returned";
    if (t->is_exception)
      j["exception"] = to_utf8(type_of(t->result)->name) + ": " + safe_message(t->result);
    else if (!t->cancelled())
      j["result"] = show(t->result);
    j["stack"] = Json::array();
    return j;
  }
  j["state"] = runs ? "running" : ready_.count(t) ? "ready" : t->waiter ? "waiting" : root && root->state != LinkState::Created ? "ready" : "created";
  Json frames = stack(t);
  if (j["state"] == "waiting") j["waits_for"] = waits_for(t, frames);
  if (auto it = awaited_by_.find(t); it != awaited_by_.end()) j["awaited_by"] = it->second;
  if (t->cancels_requested) j["cancel_requests"] = t->cancels_requested;
  j["stack"] = std::move(frames);
  Json variables = Json::array();
  std::pair<Snapshot*, Json*> into{this, &variables};
  for_each_variable(
      t->context,
      [](void* user, ContextVar* var, Value value) {
        auto [self, list] = *static_cast<std::pair<Snapshot*, Json*>*>(user);
        list->push_back(self->named(to_utf8(var->name), value));
      },
      &into);
  if (!variables.empty()) j["context"] = std::move(variables);
  return j;
}

// --- loops, locks

Json Snapshot::loop(EventLoop* loop) {
  Json j;
  j["id"] = loop->id;
  j["running"] = loop->running;
  j["iteration"] = loop->iteration;
  Json ready = Json::array();
  for (uint32_t i = 0; i < loop->count; ++i) {
    const ReadyEntry& e = loop->ready[(loop->head + i) & loop->mask];
    Json item;
    item["handle"] = e.id;
    if (e.kind == ReadyEntry::HandleEntry) {
      auto* h = e.what.as<Handle>();
      if (h->cancelled) continue;
      item["callback"] = h->def ? std::string(h->def->qualname) : safe_callable_name(h->a);
    } else if (e.kind == ReadyEntry::Callback) {
      item["callback"] = safe_callable_name(e.what);
    } else {
      item["task"] = e.what.as<Task>()->id;
      item["name"] = task_name_text(e.what.as<Task>());
    }
    ready.push_back(std::move(item));
  }
  j["ready"] = std::move(ready);
  std::vector<Timer> timers(loop->timers, loop->timers + loop->timer_count);
  std::sort(timers.begin(), timers.end(), [](const Timer& a, const Timer& b) { return a.before(b); });
  Json list = Json::array();
  std::unordered_map<Future*, Task*> sleepers;
  for (Future* f : futures_)
    if (f->kind == Kind::Task && !f->done() && is_future_kind(static_cast<Task*>(f)->waiter))
      sleepers.emplace(static_cast<Task*>(f)->waiter.as<Future>(), static_cast<Task*>(f));
  for (const Timer& t : timers) {
    if (list.size() == 1000) {
      j["timers_left_out"] = timers.size() - 1000;
      break;
    }
    Json item;
    item["handle"] = t.handle->id;
    item["deadline"] = t.when;
    item["callback"] = t.handle->def ? std::string(t.handle->def->qualname) : safe_callable_name(t.handle->a);
    if (t.handle->def && is_future_kind(t.handle->a)) {
      auto* f = t.handle->a.as<Future>();
      item["future"] = f->id;
      if (auto it = sleepers.find(f); it != sleepers.end()) {
        item["task"] = it->second->id;
        item["name"] = task_name_text(it->second);
      }
    }
    list.push_back(std::move(item));
  }
  j["timers"] = std::move(list);
  return j;
}

Json Snapshot::sync(Sync* s) {
  Json j;
  j["id"] = s->id;
  std::string kind = to_utf8(s->type->name);
  if (size_t dot = kind.rfind('.'); dot != kind.npos) kind.erase(0, dot + 1);
  j["kind"] = kind;
  if (auto it = names_.find(s); it != names_.end()) j["name"] = it->second;
  const LockTypes& l = lock_types;
  if (is_subtype(s->type, l.lock)) {
    j["locked"] = static_cast<Lock*>(s)->locked;
  } else if (is_subtype(s->type, l.event)) {
    j["set"] = static_cast<Event*>(s)->value;
  } else if (is_subtype(s->type, l.semaphore)) {
    j["value"] = static_cast<Semaphore*>(s)->value;
  } else if (is_subtype(s->type, l.barrier)) {
    j["arrived"] = static_cast<Barrier*>(s)->count;
    j["parties"] = static_cast<Barrier*>(s)->parties;
  } else if (is_subtype(s->type, queue_types.queue)) {
    auto* q = static_cast<Queue*>(s);
    int64_t size = q->object && !(type_of(q->object)->type_flags & kHeapType) ? length(q->object) : q->count;
    j["size"] = size < 0 ? 0 : size;
    j["maxsize"] = q->limit > 0 ? q->limit : 0;
    j["unfinished"] = q->unfinished;
    Json items = Json::array();
    for (uint32_t i = 0; i < q->count && i < 20; ++i) items.push_back(show(q->items[(q->head + i) % q->capacity]));
    if (q->object) items.push_back(show(q->object));
    j["items"] = std::move(items);
  }
  Json waiters = Json::array();
  for (auto& [f, where] : in_line_) {
    if (where.first != s) continue;
    Json w;
    w["future"] = f->id;
    w["side"] = where.second;
    for (Future* t : futures_)
      if (t->kind == Kind::Task && !t->done() && static_cast<Task*>(t)->waiter == Value(f)) {
        w["task"] = t->id;
        w["name"] = task_name_text(static_cast<Task*>(t));
      }
    waiters.push_back(std::move(w));
  }
  std::sort(waiters.begin(), waiters.end(), [](const Json& a, const Json& b) { return a["future"] < b["future"]; });
  j["waiters"] = std::move(waiters);
  return j;
}

Json Snapshot::make() {
  repr_steps_left = 200'000;
  find_running();
  find_objects();
  name_objects();
  Json j;
  j["current"] = current_task ? current_task->id : 0;
  if (Var thread = current_thread(); !thread.is_none()) j["thread"] = safe_str(thread);
  Json tasks = Json::array();
  size_t left_out = 0;
  for (bool done : {false, true})
    for (Future* f : futures_)
      if (f->kind == Kind::Task && f->done() == done) {
        if (tasks.size() < options_.most_tasks)
          tasks.push_back(task(static_cast<Task*>(f)));
        else
          ++left_out;
      }
  std::stable_sort(tasks.begin(), tasks.end(), [](const Json& a, const Json& b) { return a["id"] < b["id"]; });
  j["tasks"] = std::move(tasks);
  if (left_out) j["tasks_left_out"] = left_out;
  Json frames = Json::array();
  for (size_t i = outside_.size(); i-- > 0;) frames.push_back(frame(outside_[i], true));
  j["frames"] = std::move(frames);
  Json globals = Json::array();
  if (Value main = dict_get_name(rt.modules, rt.names.__main__); is_kind(main, Kind::Module)) {
    uint32_t at = 0;
    for (Value key, value; dict_next(main.as<Module>()->dict, &at, &key, &value) && globals.size() < options_.most_names;) {
      if (!is_kind(key, Kind::Str)) continue;
      std::string name = to_utf8(key.as<Str>());
      // Modules and functions are in the source already.
      if (name.starts_with("__") || is_kind(value, Kind::Module) || is_kind(value, Kind::Function) || is_kind(value, Kind::Type)) continue;
      Var keep = value;
      globals.push_back(named(name, keep));
    }
  }
  j["globals"] = std::move(globals);
  Json loops = Json::array();
  for (EventLoop* l : loops_) loops.push_back(loop(l));
  j["loops"] = std::move(loops);
  Json locks = Json::array();
  for (Sync* s : syncs_)
    if (locks.size() < 200) locks.push_back(sync(s));
  j["locks"] = std::move(locks);
  return j;
}

}  // namespace

Json snapshot(const SnapshotOptions& options) {
  // Nothing that is done here is part of the run.
  trace::CategoryMask live = std::exchange(trace::live_categories, 0);
  auto write = std::exchange(output.write, nullptr);
  auto divert = std::exchange(output.divert, nullptr);
  Value error = std::exchange(rt.error, Value());
  uint64_t steps = rt.limits.steps, check_at = rt.check_at;
  rt.limits.steps = rt.check_at = ~0ull;
  Json j = Snapshot(options).make();
  rt.limits.steps = steps;
  rt.check_at = check_at;
  clear_error();
  rt.error = error;
  output.write = write;
  output.divert = divert;
  trace::live_categories = live;
  return j;
}

}  // namespace ap
