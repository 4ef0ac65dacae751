#include "trace/wording.hpp"

namespace ap::trace {
namespace {

// Names listed before the rest is only counted.
constexpr std::size_t kListed = 6;
constexpr std::size_t kNameWidth = 24;

constexpr std::string_view kOrdinals[] = {"first ", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth ", "tenth "};

}  // namespace

std::string_view Wording::owner_of_callback(std::string_view label) {
  if (label.starts_with("gather")) return "gather";
  if (label.starts_with("TaskGroup")) return "the TaskGroup";
  if (label.starts_with("_wait") || label.starts_with("wait")) return "wait";
  if (label.starts_with("as_completed") || label.starts_with("_AsCompleted")) return "as_completed";
  if (label.starts_with("shield")) return "shield";
  if (label == "_run_until_complete_cb") return "asyncio.run";
  return {};
}

std::string_view Wording::name_of(TaskId id) {
  auto* t = task(id);
  if (t) return say.one_line(t->name, kNameWidth);
  return id ? say.join({"task ", say.number(id)}) : "the program";
}

std::string_view Wording::who_is(FutureId id) {
  if (task(id)) return name_of(id);
  auto* f = future(id);
  if (!f) return "a future";
  if (!f->label.empty()) return say.join({f->kind == FutureKind::user ? "the future " : "", say.one_line(f->label, kNameWidth)});
  switch (f->kind) {
    case FutureKind::gather: return "gather";
    case FutureKind::shield: return "shield";
    case FutureKind::sleep: return f->creator ? say.join({name_of(f->creator), "'s sleep"}) : "a sleep";
    default: return "a future";
  }
}

std::string_view Wording::name_of(const SyncState& s) {
  auto kind = trace::name(s.kind);
  if (!s.name.empty() && s.name != kind) return say.join({"the ", kind, " ", say.one_line(s.name, kNameWidth)});
  if (s.name.empty() && sync_counts_[static_cast<int>(s.kind)] > 1) {
    if (s.number <= std::size(kOrdinals)) return say.join({"the ", kOrdinals[s.number - 1], kind});
    return say.join({"the ", kind, " ", say.number(s.number)});
  }
  return say.join({"the ", kind});
}

std::string_view Wording::names(const std::vector<FutureId>& ids) {
  std::string_view text;
  for (std::size_t i = 0; i < ids.size(); i++) {
    if (i == kListed && ids.size() > kListed + 1) return say.join({text, " and ", say.number(ids.size() - i), " more"});
    text = say.join({text, i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ", who_is(ids[i])});
  }
  return text;
}

std::string_view Wording::ready_queue() {
  std::string_view text;
  std::size_t shown = 0;
  for (HandleId id : ready) {
    if (shown == kListed && ready.size() > kListed + 1) {
      text = say.join({text, ", \xe2\x80\xa6 ", say.number(ready.size() - shown), " more"});
      break;
    }
    std::string_view who = "callback";
    if (auto* h = handle(id)) {
      if (h->is_step) {
        who = name_of(h->task);
      } else if (h->was_timer) {
        who = "timer";
      } else if (auto owner = owner_of_callback(h->label); !owner.empty()) {
        who = owner.starts_with("the ") ? owner.substr(4) : owner;
      }
    }
    text = say.join({text, shown++ > 0 ? ", " : "", who});
  }
  return say.join({"  \xe2\x86\x92 ready queue: [", text, "]"});
}

std::string_view Wording::why_it_waits(FutureId id) {
  if (task(id)) return say.join({"waits for ", name_of(id)});
  auto* f = future(id);
  if (!f) return "waits for a future";
  auto* timer = handle(f->timer);
  bool known = !f->children.empty();
  switch (f->kind) {
    case FutureKind::sleep: return timer ? say.join({"sleeps until ", say.moment(timer->deadline)}) : "sleeps";
    case FutureKind::gather: return known ? say.join({"waits for ", names(f->children), " (gather)"}) : "waits for gather";
    case FutureKind::shield:
      return known ? say.join({"waits for ", names(f->children), ", shielded"}) : "waits for what is shielded";
    case FutureKind::wait: {
      if (!known) return "waits for several tasks";
      std::string_view which = f->wait == WaitKind::first_completed   ? "the first of "
                               : f->wait == WaitKind::first_exception ? "the first failure among, or all of, "
                               : f->wait == WaitKind::as_completed    ? "the next of "
                                                                      : "";
      return say.join({"waits for ", which, names(f->children)});
    }
    case FutureKind::group: return "waits until the tasks of its TaskGroup are done";
    case FutureKind::executor: return "waits for a thread";
    case FutureKind::network: return say.join({"waits for ", f->label.empty() ? "the network" : say.one_line(f->label, kNameWidth * 2)});
    default: break;
  }
  auto* s = sync(f->sync);
  if (!s) return say.join({"waits for ", who_is(id)});
  auto what = name_of(*s);
  switch (s->kind) {
    case SyncKind::lock:
      return s->holder ? say.join({"waits for ", what, ", which ", name_of(s->holder), " holds"})
                       : say.join({"waits for ", what});
    case SyncKind::event: return say.join({"waits until ", what, " is set"});
    case SyncKind::condition: return say.join({"waits to be notified by ", what});
    case SyncKind::semaphore: return say.join({"waits for a permit of ", what});
    case SyncKind::barrier: return say.join({"waits at ", what, " for the others"});
    case SyncKind::queue: break;
  }
  if (f->side == WaiterSide::getter) return say.join({"waits for an item in ", what});
  if (f->side == WaiterSide::putter) return say.join({"waits for room in ", what});
  return say.join({"waits until all items of ", what, " are done"});
}

std::string_view Wording::what_is_over(FutureId id) {
  if (auto* t = task(id)) {
    return say.join({name_of(id), t->outcome == TaskOutcome::cancelled ? " is cancelled" : " is done"});
  }
  auto* f = future(id);
  if (!f) return "what it waited for is done";
  if (f->outcome == FutureOutcome::cancelled) return "its wait is cancelled";
  switch (f->kind) {
    case FutureKind::sleep: return "its sleep is over";
    case FutureKind::gather: return f->outcome == FutureOutcome::exception ? "gather has failed" : "gather is complete";
    case FutureKind::shield: return "what is shielded is done";
    case FutureKind::wait:
      if (f->wait == WaitKind::first_completed) return "the first is done";
      return f->wait == WaitKind::as_completed ? "the next is done" : "its wait is over";
    case FutureKind::group: return "the tasks of its TaskGroup are done";
    case FutureKind::executor: return "the thread has ended";
    case FutureKind::network: return f->label.empty() ? "the answer is there" : say.join({say.one_line(f->label, kNameWidth * 2), " is there"});
    default: break;
  }
  auto* s = sync(f->sync);
  if (!s) return say.join({who_is(id), " is done"});
  auto what = name_of(*s);
  switch (s->kind) {
    case SyncKind::lock: return say.join({"it is its turn at ", what});
    case SyncKind::event: return say.join({what, " is set"});
    case SyncKind::condition: return say.join({what, " has notified it"});
    case SyncKind::semaphore: return say.join({"there is a permit of ", what});
    case SyncKind::barrier: return say.join({"all are at ", what});
    case SyncKind::queue: break;
  }
  if (f->side == WaiterSide::getter) return say.join({"there is an item in ", what});
  if (f->side == WaiterSide::putter) return say.join({"there is room in ", what});
  return say.join({"all items of ", what, " are done"});
}

std::string_view Wording::what_is_due(const HandleState& timer) {
  auto whose = timer.task ? say.join({name_of(timer.task), "'s "}) : std::string_view("a ");
  switch (timer.timer_kind) {
    case TimerKind::sleep: return say.join({whose, "sleep ends"});
    case TimerKind::timeout: return say.join({whose, "timeout expires"});
    case TimerKind::network: {
      auto* f = future(timer.future);
      return say.join({f && f->request ? say.one_line(f->label, kNameWidth * 2) : "an answer", " arrives"});
    }
    case TimerKind::thread: return "a thread goes on";
    default: break;
  }
  return timer.label.empty() ? say.join({whose, "timer is due"}) : say.join({say.one_line(timer.label), " is due"});
}

}  // namespace ap::trace
