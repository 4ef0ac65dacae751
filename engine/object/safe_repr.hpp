// What an observer may show of a value. An ordinary repr() can run code of the program (a __repr__ that prints, counts,
// raises or never ends), gives addresses away in the order of asking, and can be as long as memory. This one runs none of
// the program's code, changes nothing that a program can see, and is bounded in length and depth: events and the inspector
// use it, so that a run that is watched is the run that is not.
//
//   42   'text'   [1, 2, ...]   {'a': 1}   ValueError('no')        as repr() writes them
//   Order(id=3, item='tea')                                         a dataclass, a named tuple
//   <Color.RED: 1>                                                  a member of an enum
//   <Order id=3, item='tea'>                                        any other class of the program: its fields
//   <function work>   <coroutine work>   <class Order>   <Task 'Task-2'>
#pragma once
#include <string>

#include "object/type.hpp"

namespace ap {

// UTF-8, at most `most` bytes and a few more where something was left out ("…"). Never an error; rt.error is left alone.
// `own`, where it is given, is asked first about each instance of the program's classes: it may give a text of its own
// (the inspector lets a __repr__ run, since the run ends there anyway).
using OwnRepr = bool (*)(Value v, std::string& text);
std::string safe_repr(Value v, size_t most = 80, int depth = 4, OwnRepr own = nullptr);
// An exception's text, as str(e) where no class of the program has a __str__ of its own.
std::string safe_message(Value exception, size_t most = 200);
// A str as it is, cut; any other value as safe_repr shows it.
std::string safe_str(Value v, size_t most = 200);
// Name of what will be called: "work", "Order.ship"; of a partial, that of its function.
std::string safe_callable_name(Value callable);

// For types that object/ does not know (futures, locks, queues): appends their text, or gives false. Set from above.
extern bool (*describe_library_object)(Value v, std::string& out);

}  // namespace ap
