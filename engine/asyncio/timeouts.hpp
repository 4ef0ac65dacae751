// asyncio.timeout and timeout_at.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

enum class TimeoutState : uint8_t { Created, Active, Expiring, Expired, Finished };

struct Timeout : Object {
  Value when = None;         // owned
  Handle* handler = nullptr;  // owned: the timer that will expire it
  Task* task = nullptr;      // owned: who is inside
  Dict* dict = nullptr;
  uint32_t cancelling = 0;   // requests to cancel that were there before
  uint32_t id = 0;           // in events
  TimeoutState state = TimeoutState::Created;
  explicit Timeout(Type* t) : Object(t, Kind::Other) {}
};

Ref<Timeout> new_timeout(Value when);
Ref<Timeout> timeout_after(Value delay);  // asyncio.timeout(delay)
bool enter_timeout(Timeout* t);
// `error` is what left the body, or Empty. False: an exception is set that replaces it.
bool exit_timeout(Timeout* t, Value error);
// Its deadline has come, whether or not the loop has noticed: cancels who is inside.
bool expire_timeout(Timeout* t);
// Ids of scopes, in events.
uint32_t next_scope_id();
void init_timeout_type();

}  // namespace ap
