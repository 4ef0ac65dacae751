// The timeline of a run as a picture that needs nothing else: a lane for the loop, one for each task under its creator,
// virtual time from left to right. States differ in colour, in pattern and in their words. Light and dark.
#pragma once
#include "trace/timeline.hpp"

namespace ap::trace {

class SvgSink final : public Sink {
 public:
  SvgSink(ByteOut::Write write, void* user) : out_(write, user) {}

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  double x_of(double t) const;
  void head(double height);
  void axis(double bottom);
  void lane(TaskId task, std::string_view name, std::uint32_t depth, double y);
  void span(const Span& span, double y);
  void mark(const Mark& mark, double y, double& last_x);
  void legend(double y);
  // An element's tooltip, and its name for those who cannot see it.
  void title(std::string_view text, double from, double to, Line line);

  Timeline timeline_;
  ByteOut out_;
};

}  // namespace ap::trace
