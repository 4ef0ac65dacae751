// Bringing the interpreter up for a run, and down again.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace ap {

// After start_run(): everything above object/.
void init_everything(uint64_t seed);
// What `random` starts from.
uint64_t run_seed();
struct DeadlockFacts {
  bool happened = false;
  double virtual_seconds = 0;
  unsigned long long stdout_bytes = 0;
};
DeadlockFacts deadlock_facts();
// Per run: the clock, the event loop's types.
void init_asyncio(uint64_t seed);
// Answers for input().
void set_input(const std::vector<std::string>& lines);
bool next_input_line(std::string* line);
// How the simulated network answers, as JSON text.
void set_network(const std::string& json);
const std::string& network_options();
// What happens at interpreter exit: module globals go, then all that is left and has something to say.
void finalize_run();

}  // namespace ap
