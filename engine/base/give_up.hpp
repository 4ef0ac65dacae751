// How the heap hears of Stop without knowing runs.
#pragma once

namespace ap {

// Asked while the pages of a large block are touched for the first time, which is the system's work and can take long: true
// where the run is to stop; the block is refused then.
extern bool (*give_up)();

}  // namespace ap
