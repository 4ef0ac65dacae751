#include "vm/output.hpp"

#include <utility>

#include "object/bytes.hpp"
#include "object/str.hpp"
#include "trace/events.hpp"

namespace ap {

OutputSink output;
HeldOutput* held_output;
void (*stderr_writer)(std::string_view) = [](std::string_view utf8) { write_output(Stream::Err, utf8); };

namespace {

void write_held(HeldOutput* held) {
  if (!held) return;
  write_held(held->outer);
  held->write_out(held);
}

}  // namespace

void write_output(Stream stream, std::string_view utf8) {
  if (output.divert) return output.divert(output.divert_user, stream, utf8);
  if (held_output) [[unlikely]] write_held(std::exchange(held_output, nullptr));
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

bool has_surrogate(const Str* text) {
  if (text->width() > 1)
    for (uint32_t i = 0; i < text->length; ++i)
      if (text->at(i) >> 11 == 0xd800 >> 11) return true;
  return false;
}

bool write_text(Stream stream, const Str* text) {
  if (!has_surrogate(text)) {
    write_output(stream, to_utf8(text));
    return true;
  }
  Var bytes = encode(text, "utf-8", stream == Stream::Out ? "strict" : "backslashreplace");
  std::string_view view;
  if (!bytes || !bytes_like(bytes, &view)) return false;
  write_output(stream, view);
  return true;
}

}  // namespace ap
