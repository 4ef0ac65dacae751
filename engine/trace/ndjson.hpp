// Events as NDJSON: one JSON object a line, in UTF-8. events.schema.json describes a line.
#pragma once
#include "trace/events.hpp"

namespace ap::trace {

class NdjsonSink final : public Sink {
 public:
  // Lines go to `write` in large pieces that need not end with a line, and all of them after flush or the end.
  NdjsonSink(ByteOut::Write write, void* user) : out_(write, user) {}

  void on_chunk(Chunk chunk) override { write_ndjson(chunk, state_, out_); }
  void on_end() override { flush(); }
  void flush() { out_.flush(); }

 private:
  NdjsonState state_;
  ByteOut out_;
};

}  // namespace ap::trace
