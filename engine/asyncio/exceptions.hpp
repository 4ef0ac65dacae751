// asyncio.exceptions. CancelledError and InvalidStateError lie in rt.types.
#pragma once
#include "object/exception.hpp"

namespace ap {

struct AsyncioErrors {
  Type *queue_empty, *queue_full, *queue_shut_down, *broken_barrier, *incomplete_read, *limit_overrun, *sendfile_not_available;
};
extern AsyncioErrors asyncio_errors;
void init_asyncio_errors();

}  // namespace ap
