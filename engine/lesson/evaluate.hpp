// The repr of an expression in the middle of a run, where the program stands now.
#pragma once
#include <string>
#include <string_view>

namespace ap::lesson {

// In the frame that runs; while the loop runs nobody, in main's coroutine. The program's globals are seen, too. False: the
// exception's text is in `text`. The run goes on as if nothing had been asked, unless the expression itself changes something.
bool evaluate(std::string_view expression, std::string* text);

}  // namespace ap::lesson
