// Short texts for asyncio's objects that run none of the program's code; see object/safe_repr.hpp.
#pragma once
#include <string>

#include "asyncio/tasks.hpp"

namespace ap {

// "Task-2", or the name that it was given.
std::string task_name_text(Task* t);
// A lock, event, condition, semaphore, barrier or queue.
bool is_sync(Value v);
// "<Task Task-2>", "<Lock locked, 2 waiting>": for describe_library_object.
bool describe_asyncio_object(Value v, std::string& out);

// What a future of gather() waits for; nullptr: it is none.
List* gather_children(Future* f);

}  // namespace ap
