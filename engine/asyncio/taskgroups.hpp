// asyncio.TaskGroup.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

struct TaskGroup : Object {
  Value loop = None;             // owned
  Task* parent = nullptr;        // owned: who entered
  List* tasks = nullptr;         // owned: members that are not done, by creation
  List* errors = nullptr;        // owned
  Value base_error = None;       // owned: SystemExit or KeyboardInterrupt
  Future* on_completed = nullptr;  // owned
  Value propagate = None;        // owned: the cancellation that __aexit__ may have to pass on, here for the collector to see
  Dict* dict = nullptr;
  uint32_t id = 0;               // in events
  bool entered = false, exiting = false, aborting = false, parent_cancel_requested = false;
  explicit TaskGroup(Type* t) : Object(t, Kind::Other) {}
};

extern Type* task_group_type;
void init_task_group_type();

}  // namespace ap
