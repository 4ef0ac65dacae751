// collections.deque
#pragma once
#include "object/type.hpp"

namespace ap {

Type* make_deque_type();

}  // namespace ap
