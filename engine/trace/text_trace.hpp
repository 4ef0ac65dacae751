// The debug trace of `asyncio-playground trace`: the narrator's rows in aligned columns.
#pragma once
#include "trace/narrator.hpp"

namespace ap::trace {

class TextTraceSink final : public Sink {
 public:
  TextTraceSink(ByteOut::Write write, void* user) : narrator_(tell, this), out_(write, user) {}
  // The program's text: source lines are shown where line events are recorded.
  void set_source(std::string_view source) { narrator_.set_source(source); }

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  static void tell(void* self, const TraceRow& row) { static_cast<TextTraceSink*>(self)->write(row); }
  void write(const TraceRow& row);

  Narrator narrator_;
  ByteOut out_;
  std::size_t decimals_ = 3, who_width_ = 8;
  // What the last row said, so that a step shows its time and task once.
  double last_t_ = -1;
  std::string last_who_;
  bool started_ = false;
};

// The same rows as NDJSON, for the page's panel: {"seq":..,"t":..,"kind":..,"task":..,"who":..,"line":..,"text":..}
class RowsSink final : public Sink {
 public:
  RowsSink(ByteOut::Write write, void* user) : narrator_(tell, this), out_(write, user) {}
  void set_source(std::string_view source) { narrator_.set_source(source); }

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  static void tell(void* self, const TraceRow& row) { static_cast<RowsSink*>(self)->write(row); }
  void write(const TraceRow& row);

  Narrator narrator_;
  ByteOut out_;
};

}  // namespace ap::trace
