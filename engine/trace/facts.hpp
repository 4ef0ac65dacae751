// The state of a run as lines of text, in one order, so that two accounts of it can be compared: what the stream of events
// tells (here), and what the engine's own structures hold (api/replay.cpp). A line says one thing:
//
//     t 1.5                                the clock
//     current 3                            the task that runs, 0 for none, - while a thread does
//     task 3 waiting on=7 cancels=0 context=2      each task that is not done; on=0: nothing we know of
//     awaits 3: work > asyncio.sleep       coroutines that wait inside it, outermost first
//     variables 3: request='a'             of the task's context; "..." where the value may have changed since it was set
//     done 4 raised                        a task that is done and still there
//     ready 1: 5 8                         handles of a loop's ready queue, in order
//     timers 1: 9@1.5 11@2.0               of a loop, in the order in which they will fire
//     future 7 pending                     a future that is still there
//     awaited-by 4: 1                      tasks that wait for it by gather and the like
//     sync 1 lock value=1 waiters: 7       a lock, queue ... that is still there; those in its lines
//     members 2: 5 6                       tasks of a TaskGroup that is still there
#pragma once
#include <string>
#include <vector>

#include "trace/run_state.hpp"

namespace ap::trace {

using Facts = std::vector<std::string>;

// What a stream tells. It cannot know which objects are gone, so `subjects` says of which to speak: the facts of the other
// side, of whose lines about futures, tasks that are done, locks and groups the beginnings are read.
Facts told_facts(const RunState& state, double now, const Facts& subjects);

// For both sides.
std::string seconds_text(double seconds);
std::string list_text(const std::vector<std::uint32_t>& ids);

}  // namespace ap::trace
