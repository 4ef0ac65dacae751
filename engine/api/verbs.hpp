// What the engine can be asked about a program: a table of names and functions from (source, options) to an answer, JSON
// both. Reached natively by `ap NAME FILE --options JSON`, from wasm by the export ap_call, from TypeScript by
// engine.call(name, source, options). A new verb is a file api/<name>.cpp with a function declared here, and a row in
// verbs.cpp. A verb may run the program as often as it likes; it leaves nothing behind.
#pragma once
#include <string>
#include <string_view>

#include "api/options.hpp"

namespace ap {

// What came from outside as JSON; is_discarded() where it is none, or is nested so deeply that whoever walks through it
// would run out of stack.
Json parse_json(std::string_view text);

using Verb = Json (*)(std::string_view source, const Json& options);

// Runs to the end: {"stdout", "stderr"} and what to_json(RunResult) says. Options: those of all runs.
Json verb_run(std::string_view source, const Json& options);
// diagnose.cpp: the same, with "diagnoses" and "diagnosis_text".
Json verb_diagnose(std::string_view source, const Json& options);
// explore.cpp: the possible outputs, and whether the order is guaranteed.
Json verb_explore(std::string_view source, const Json& options);

// The verdict on answers to a scenario's questions; `source` is the scenario's bundle (lesson/check.hpp).
Json verb_check(std::string_view source, const Json& options);

// The state at an event; see inspect.cpp.
Json verb_inspect(std::string_view source, const Json& options);

// Compares what events tell with the engine's own state after every event: {"events", "compared", "differences": [...]}.
// Options: "most": how many comparisons (2000; then they are spread thinner), "facts": true gives all of them, for tests
// of other models. Only natively.
Json verb_replay(std::string_view source, const Json& options);

// The answer as JSON text; {"error": sentence} where the name or the options are wrong.
std::string call_verb(std::string_view name, std::string_view source, std::string_view options);
bool is_verb(std::string_view name);
// "run, inspect, ...": for help texts and errors.
std::string verb_names();

}  // namespace ap
