// What the C++ runtime alone costs, without any interpreted code: full semantics, the same loop, tasks and futures that
// Python programs use.
#pragma once
#include <cstdint>
#include <string_view>

namespace ap::bench {

struct Operation {
  const char* name;
  const char* what;
  // Does it `rounds` times; gives how many operations that were.
  uint64_t (*run)(uint32_t rounds);
};

// All of them, ended by one without a name.
extern const Operation operations[];
// Bytes that a task takes which sleeps: written in C++, and in Python.
double bytes_of_native_task(uint32_t tasks);
double bytes_of_python_task(uint32_t tasks);
const Operation* find_operation(std::string_view name);

}  // namespace ap::bench
