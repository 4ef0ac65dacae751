// Where asyncio writes when the program has not imported logging: sys.stderr, unless someone sets this.
#pragma once
#include <string_view>

namespace ap {

extern void (*write_stderr)(std::string_view text);
// While asyncio logs: the place in CPython's library that does, for the record; whoever asks takes it.
struct LibraryPlace;
extern const LibraryPlace* log_place;

}  // namespace ap
