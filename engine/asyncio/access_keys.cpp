#include "asyncio/access_keys.hpp"

#include <cstring>

#include "asyncio/callback.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/queues.hpp"
#include "object/function.hpp"
#include "object/protocol.hpp"
#include "trace/accesses.hpp"

namespace ap {

uint64_t access_key_of(Object* o) {
  if (o->kind == Kind::Future || o->kind == Kind::Task) return trace::kFutureKey | static_cast<Future*>(o)->id;
  if (o->kind != Kind::Other) return 0;
  for (Type* t : {lock_types.lock, lock_types.event, lock_types.condition, lock_types.semaphore, lock_types.barrier, queue_types.queue})
    if (is_instance(Value(o), t)) return trace::kSyncKey | static_cast<Sync*>(o)->id;
  return 0;
}

void note_callback(Value callback, Value future) {
  if (!callback.is_object()) return;
  if (is_kind(callback, Kind::BoundMethod)) {
    Value self = callback.as<BoundMethod>()->self;
    if (self.is_object()) trace::note_access(trace::AccessKind::touch, reinterpret_cast<uintptr_t>(self.object()));
    return;
  }
  if (!is_internal_callback(callback)) return;
  // Those that only count how many are done come to the same in any order, unless one fails.
  const char* name = callback.as<InternalCallback>()->def->qualname;
  bool counts = !std::strcmp(name, "gather.<locals>._done_callback") || !std::strcmp(name, "_wait.<locals>._on_completion") ||
                !std::strcmp(name, "TaskGroup._on_task_done");
  if (counts && is_future_kind(future)) {
    auto* f = future.as<Future>();
    counts = f->done() && !f->cancelled() && !f->is_exception;
  }
  trace::note_access(counts ? trace::AccessKind::add : trace::AccessKind::touch, reinterpret_cast<uintptr_t>(callback.object()));
}

}  // namespace ap
