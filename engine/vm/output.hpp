// Where stdout and stderr go: to whoever runs the program, in order, cut at the limit.
#pragma once
#include <string_view>

namespace ap {

enum class Stream : int { Out = 1, Err = 2 };

struct OutputSink {
  void (*write)(void* user, Stream stream, std::string_view utf8) = nullptr;
  void* user = nullptr;
  unsigned long long written = 0, limit = ~0ull;
  unsigned long long stdout_written = 0;
  bool cut = false;
  // Bytes of stderr that are shown after the cut: the traceback that says how the run ended.
  unsigned long long reserve = 16'384;
  // A thread of the simulation: its writes are kept with the time they were made at.
  void (*divert)(void* user, Stream stream, std::string_view utf8) = nullptr;
  void* divert_user = nullptr;
};
extern OutputSink output;

void write_output(Stream stream, std::string_view utf8);
// Text from the interpreter itself (tracebacks, warnings): through sys.stderr where a program has replaced it,
// which the module sys arranges.
extern void (*stderr_writer)(std::string_view utf8);
inline void write_to_stderr(std::string_view utf8) { stderr_writer(utf8); }

}  // namespace ap
