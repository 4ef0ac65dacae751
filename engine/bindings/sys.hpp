// The standard streams.
#pragma once
namespace ap {

// Per run, after the types are ready.
void init_sys();

}  // namespace ap
