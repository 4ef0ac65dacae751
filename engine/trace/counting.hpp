// While a run is only on its way to an event, its events are counted and nobody reads them: `inspect` runs the program
// again, and what costs something to prepare (a repr, a name, a line found by walking frames) may be left out. Which events
// there are must not depend on it.
#pragma once

namespace ap::trace {

extern bool counting;

}  // namespace ap::trace
