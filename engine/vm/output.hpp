// Where stdout and stderr go: to whoever runs the program, in order, cut at the limit.
#pragma once
#include <string_view>

namespace ap {

struct Str;

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
bool has_surrogate(const Str* text);
// A str of the program; false: it has surrogates, which stdout cannot say (UnicodeEncodeError) and stderr shows as their escapes.
bool write_text(Stream stream, const Str* text);
// What a print() has put together while it still asks its next value for its text: it stands before whatever that writes.
struct HeldOutput {
  void (*write_out)(HeldOutput*);
  HeldOutput* outer;
};
extern HeldOutput* held_output;
// Text from the interpreter itself (tracebacks, warnings): through sys.stderr where a program has replaced it,
// which the module sys arranges.
extern void (*stderr_writer)(std::string_view utf8);
inline void write_to_stderr(std::string_view utf8) { stderr_writer(utf8); }

}  // namespace ap
