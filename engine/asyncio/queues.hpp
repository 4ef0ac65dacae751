// Queue, PriorityQueue, LifoQueue.
#pragma once
#include "asyncio/sync.hpp"

namespace ap {

struct Event;

// Where a queue keeps its items.
enum class QueueOrder : uint8_t { Fifo, Priority, Lifo };

struct Queue : Sync {
  WaiterLine putters;            // Sync::waiters are the getters
  Value maxsize = Value::from_int(0);  // owned
  int64_t limit = 0;             // maxsize, where it is an int; 0: none
  int64_t unfinished = 0;
  Event* finished = nullptr;     // owned
  // A ring for Fifo, an array otherwise; once a program has asked for _queue, or a subclass has an _init of its own,
  // `object` holds the items.
  Value* items = nullptr;
  uint32_t head = 0, count = 0, capacity = 0;
  Value object = Empty;          // owned
  QueueOrder order = QueueOrder::Fifo;
  bool shut_down = false;
  bool own_put = false, own_get = false;  // a subclass in Python has _put or _get
  bool own_size = false;                  // ... qsize, empty or full
  explicit Queue(Type* t) : Sync(t) {}
};

Ref<Queue> new_queue();          // an asyncio.Queue() of our own
Co queue_get(Ref<Queue> self);
extern const CoroutineDef queue_get_def;
Co queue_put(Ref<Queue> self, Var item);
bool queue_put_nowait(Queue* self, Value item);
Var queue_get_nowait(Queue* self);

struct QueueTypes {
  Type *queue, *priority_queue, *lifo_queue;
};
extern QueueTypes queue_types;
void init_queue_types();

}  // namespace ap
