#include "vm/output.hpp"

#include "trace/events.hpp"

namespace ap {

OutputSink output;
void (*stderr_writer)(std::string_view) = [](std::string_view utf8) { write_output(Stream::Err, utf8); };

void write_output(Stream stream, std::string_view utf8) {
  if (output.divert) return output.divert(output.divert_user, stream, utf8);
  if (!output.write || utf8.empty()) return;
  if (output.cut) {
    // What ends the program is still told.
    if (stream != Stream::Err || output.reserve < utf8.size()) return;
    output.reserve -= utf8.size();
    return output.write(output.user, stream, utf8);
  }
  if (output.written + utf8.size() > output.limit) {
    // Cut between characters.
    size_t room = output.limit - output.written;
    while (room > 0 && (static_cast<unsigned char>(utf8[room]) & 0xC0) == 0x80) --room;
    output.write(output.user, stream, utf8.substr(0, room));
    output.cut = true;
    if (trace::wants(trace::Category::problems))
      trace::emit(trace::LimitReached{.limit = "output", .message = "the output is longer than the limit of this run; the rest is cut off"});
    output.write(output.user, Stream::Err, "\n[the output is cut here: it is longer than the limit of this run]\n");
    return;
  }
  output.written += utf8.size();
  if (stream == Stream::Out) output.stdout_written += utf8.size();
  output.write(output.user, stream, utf8);
}

}  // namespace ap
