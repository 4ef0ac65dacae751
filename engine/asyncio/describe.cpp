// What events and the inspector show of asyncio's objects, in place of reprs, which ask the program's code and give
// addresses away.
#include "asyncio/describe.hpp"

#include "asyncio/locks.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/taskgroups.hpp"
#include "asyncio/timeouts.hpp"
#include "object/list.hpp"
#include "object/safe_repr.hpp"

namespace ap {
namespace {

std::string waiting(const WaiterLine& line) { return line ? ", " + std::to_string(line.size()) + " waiting" : std::string(); }

std::string describe_sync(Sync* s) {
  const LockTypes& l = lock_types;
  Type* t = s->type;
  std::string text;
  if (is_subtype(t, l.lock)) {
    text = static_cast<Lock*>(s)->locked ? " locked" : " unlocked";
  } else if (is_subtype(t, l.event)) {
    text = static_cast<Event*>(s)->value ? " set" : " unset";
  } else if (is_subtype(t, l.semaphore)) {
    text = " value=" + std::to_string(static_cast<Semaphore*>(s)->value);
  } else if (is_subtype(t, l.barrier)) {
    auto* b = static_cast<Barrier*>(s);
    text = " " + std::to_string(b->count) + " of " + std::to_string(b->parties);
  } else if (is_subtype(t, queue_types.queue)) {
    auto* q = static_cast<Queue*>(s);
    text = " size=" + std::to_string(q->object ? 0 : q->count);
    if (q->limit > 0) text += " maxsize=" + std::to_string(q->limit);
    if (q->putters) text += ", " + std::to_string(q->putters.size()) + " waiting to put";
  }
  return text + waiting(s->waiters);
}

}  // namespace

std::string task_name_text(Task* t) {
  return t->name.is_small_int() ? "Task-" + std::to_string(t->name.as_int()) : safe_str(t->name);
}

bool is_sync(Value v) {
  if (!is_kind(v, Kind::Other)) return false;
  const LockTypes& l = lock_types;
  for (Type* base : {l.lock, l.event, l.condition, l.semaphore, l.barrier, queue_types.queue})
    if (is_subtype(type_of(v), base)) return true;
  return false;
}

bool describe_asyncio_object(Value v, std::string& out) {
  Type* t = type_of(v);
  auto named = [&] {
    std::string name = to_utf8(t->name);
    if (size_t dot = name.rfind('.'); dot != name.npos) name.erase(0, dot + 1);
    return name;
  };
  if (is_kind(v, Kind::Task)) {
    auto* task = v.as<Task>();
    out += "<Task " + task_name_text(task) + (!task->done() ? "" : task->cancelled() ? " cancelled" : task->is_exception ? " raised" : " done") + ">";
    return true;
  }
  if (is_kind(v, Kind::Future)) {
    auto* f = v.as<Future>();
    out += "<" + named() + (!f->done() ? " pending>" : f->cancelled() ? " cancelled>" : " done>");
    return true;
  }
  if (is_sync(v)) {
    out += "<" + named() + describe_sync(v.as<Sync>()) + ">";
    return true;
  }
  if (v.is_object() && is_subtype(t, task_group_type)) {
    auto* g = v.as<TaskGroup>();
    out += "<TaskGroup " + std::to_string(g->tasks ? g->tasks->size : 0) + " tasks>";
    return true;
  }
  if (v.is_object() && t->link) {
    if (Link* link = t->link(v)) {
      LinkInfo info;
      link->ops->describe(link, info);
      std::string name = info.def ? std::string("asyncio.") + info.def->qualname : info.qualname ? to_utf8(info.qualname) : std::string();
      if (size_t at = name.rfind("<locals>."); at != name.npos) name.erase(0, at + 9);
      out += "<" + named() + " " + name;
      out += link->state == LinkState::Created ? ", not started>" : link->state == LinkState::Finished ? ", finished>" : ">";
      return true;
    }
  }
  return false;
}

}  // namespace ap
