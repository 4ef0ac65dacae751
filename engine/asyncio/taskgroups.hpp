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
  Dict* dict = nullptr;
  uint32_t id = 0;               // in events
  bool entered = false, exiting = false, aborting = false, parent_cancel_requested = false;
  explicit TaskGroup(Type* t) : Object(t, Kind::Other) {}
};

extern Type* task_group_type;
void init_task_group_type();

}  // namespace ap
