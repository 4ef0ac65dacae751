#include "trace/wording.hpp"

#include "trace/words.hpp"

namespace ap::trace {
namespace {

// Names listed before the rest is only counted.
constexpr std::size_t kListed = 6;
constexpr std::size_t kNameWidth = 24;

}  // namespace

std::string Wording::name_of(TaskId id) {
  auto* t = task(id);
  return t ? shorten(one_line(t->name), kNameWidth) : id ? "task " + number(id) : "the program";
}

std::string Wording::who_is(FutureId id) {
  if (task(id)) return name_of(id);
  auto* f = future(id);
  if (!f) return "a future";
  if (!f->label.empty()) return shorten(one_line(f->label), kNameWidth);
  switch (f->kind) {
    case FutureKind::gather: return "gather";
    case FutureKind::shield: return "shield";
    case FutureKind::sleep: return f->creator ? name_of(f->creator) + "'s sleep" : "a sleep";
    default: return "a future";
  }
}

std::string Wording::name_of(const SyncState& s) {
  std::string text = "the ";
  text += trace::name(s.kind);
  if (!s.name.empty() && s.name != trace::name(s.kind)) {
    text += ' ';
    text += shorten(one_line(s.name), kNameWidth);
  } else if (s.name.empty() && s.number > 1) {
    text += ' ';
    text += number(s.number);
  }
  return text;
}

std::string Wording::names(const std::vector<FutureId>& ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); i++) {
    if (i == kListed && ids.size() > kListed + 1) {
      text += " and " + number(ids.size() - i) + " more";
      break;
    }
    if (i > 0) text += i + 1 == ids.size() ? " and " : ", ";
    text += who_is(ids[i]);
  }
  return text;
}

std::string Wording::ready_queue() {
  std::string text = "  \xe2\x86\x92 ready queue: [";
  std::size_t shown = 0;
  for (HandleId id : ready) {
    if (shown == kListed && ready.size() > kListed + 1) {
      text += ", \xe2\x80\xa6 " + number(ready.size() - shown) + " more";
      break;
    }
    if (shown++ > 0) text += ", ";
    auto* h = handle(id);
    if (!h) {
      text += "?";
    } else if (h->is_step) {
      text += name_of(h->task);
    } else if (h->was_timer) {
      text += "timer";
    } else {
      auto owner = owner_of_callback(h->label);
      text += owner.starts_with("the ") ? std::string(owner.substr(4)) : owner.empty() ? "callback" : std::string(owner);
    }
  }
  return text + "]";
}

std::string Wording::why_it_waits(FutureId id) {
  if (task(id)) return "waits for " + name_of(id);
  auto* f = future(id);
  if (!f) return "waits for a future";
  auto* timer = handle(f->timer);
  switch (f->kind) {
    case FutureKind::sleep: return timer ? "sleeps until " + moment(timer->deadline) : "sleeps";
    case FutureKind::gather: return "waits for " + (f->children.empty() ? "gather" : names(f->children) + " (gather)");
    case FutureKind::shield: return "waits for " + (f->children.empty() ? "what is shielded" : names(f->children) + ", shielded");
    case FutureKind::wait: {
      if (f->children.empty()) return "waits for several tasks";
      std::string which = f->wait == WaitKind::first_completed   ? "the first of "
                          : f->wait == WaitKind::first_exception ? "the first failure among, or all of, "
                          : f->wait == WaitKind::as_completed    ? "the next of "
                                                                 : "";
      return "waits for " + which + names(f->children);
    }
    case FutureKind::group: return "waits until the tasks of its TaskGroup are done";
    case FutureKind::executor: return "waits for a thread";
    case FutureKind::network: return "waits for " + (f->label.empty() ? "the network" : one_line(f->label));
    default: break;
  }
  if (auto* s = sync(f->sync)) {
    std::string what = name_of(*s);
    switch (s->kind) {
      case SyncKind::lock:
        return "waits for " + what + (s->holder ? ", which " + name_of(s->holder) + " holds" : "");
      case SyncKind::event: return "waits until " + what + " is set";
      case SyncKind::condition: return "waits to be notified by " + what;
      case SyncKind::semaphore: return "waits for a permit of " + what;
      case SyncKind::barrier: return "waits at " + what + " for the others";
      case SyncKind::queue:
        if (f->side == WaiterSide::getter) return "waits for an item in " + what;
        if (f->side == WaiterSide::putter) return "waits for room in " + what;
        return "waits until all items of " + what + " are done";
    }
  }
  return "waits for " + who_is(id);
}

// Why a task that waited for this future can go on.
std::string Wording::what_is_over(FutureId id) {
  if (auto* t = task(id)) {
    return name_of(id) + (t->outcome == TaskOutcome::cancelled ? " is cancelled" : " is done");
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
    case FutureKind::network: return f->label.empty() ? "the answer is there" : one_line(f->label) + " is there";
    default: break;
  }
  if (auto* s = sync(f->sync)) {
    std::string what = name_of(*s);
    switch (s->kind) {
      case SyncKind::lock: return "it is its turn at " + what;
      case SyncKind::event: return what + " is set";
      case SyncKind::condition: return what + " has notified it";
      case SyncKind::semaphore: return "there is a permit of " + what;
      case SyncKind::barrier: return "all are at " + what;
      case SyncKind::queue:
        if (f->side == WaiterSide::getter) return "there is an item in " + what;
        if (f->side == WaiterSide::putter) return "there is room in " + what;
        return "all items of " + what + " are done";
    }
  }
  return who_is(id) + " is done";
}

std::string Wording::what_is_due(const HandleState& timer) {
  std::string whose = timer.task ? name_of(timer.task) + "'s " : "a ";
  switch (timer.timer_kind) {
    case TimerKind::sleep: return whose + "sleep ends";
    case TimerKind::timeout: return whose + "timeout expires";
    case TimerKind::network: return "an answer arrives";
    case TimerKind::thread: return "a thread ends";
    default: break;
  }
  return (timer.label.empty() ? whose + "timer" : one_line(timer.label)) + " is due";
}

// "gather.<locals>._done_callback" is gather's.
std::string_view Wording::owner_of_callback(std::string_view label) {
  if (label.starts_with("gather")) return "gather";
  if (label.starts_with("TaskGroup")) return "the TaskGroup";
  if (label.starts_with("_wait") || label.starts_with("wait")) return "wait";
  if (label.starts_with("as_completed") || label.starts_with("_AsCompleted")) return "as_completed";
  if (label.starts_with("shield")) return "shield";
  return {};
}

}  // namespace ap::trace
