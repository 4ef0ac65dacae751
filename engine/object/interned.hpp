// Which names there are already.
#pragma once
#include <string_view>

namespace ap {

// Has it been interned? For text in ASCII.
bool is_name_of_anything(std::string_view text);

}  // namespace ap
