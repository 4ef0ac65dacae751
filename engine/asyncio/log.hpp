// Where asyncio writes when the program has not imported logging: sys.stderr, unless someone sets this.
#pragma once
#include <string_view>

namespace ap {

extern void (*write_stderr)(std::string_view text);

}  // namespace ap
