#include "trace/svg.hpp"

#include <algorithm>

namespace ap::trace {
namespace {

constexpr double kWidth = 960, kLeft = 190, kRight = 24, kTop = 62, kLane = 34, kBar = 20, kCharacter = 6.6;
constexpr std::size_t kMaxLanes = 200;

constexpr std::string_view kStyle =
    "svg{--paper:#fff;--ink:#1c2330;--soft:#5b6675;--grid:#dde2e9;--wait:#cfdcf2;--wait-ink:#24497f;"
    "--ready:#f6d98b;--run:#d64545;--idle:#eef1f5;--good:#1d7a4c;--bad:#b3261e;"
    "font:12px ui-sans-serif,system-ui,sans-serif;background:var(--paper);color:var(--ink)}"
    "@media (prefers-color-scheme:dark){svg{--paper:#151a22;--ink:#e6eaf0;--soft:#9aa6b5;--grid:#2c3542;"
    "--wait:#24385a;--wait-ink:#bcd2f5;--ready:#6b5518;--run:#e06060;--idle:#1e2530;--good:#5cc48f;--bad:#ff8a80}}"
    "text{fill:var(--ink)}.soft{fill:var(--soft)}.grid{stroke:var(--grid)}"
    ".waiting{fill:var(--wait)}.ready{fill:var(--ready)}.running{fill:var(--run)}.idle{fill:var(--idle)}"
    ".in-waiting{fill:var(--wait-ink)}.in-running{fill:#fff}"
    ".step{stroke:var(--ink);stroke-width:2}.output{fill:var(--ink)}"
    ".returned{fill:var(--good)}.raised,.problem{fill:var(--bad)}.cancelled,.cancel{stroke:var(--bad);fill:none;stroke-width:2}";

// Pixels, to a tenth.
struct Px {
  char text[32];
  std::size_t length;
  explicit Px(double value) {
    double tenths = static_cast<double>(static_cast<std::int64_t>(value * 10 + 0.5)) / 10;
    char* end = put_seconds(text, tenths < 0 ? 0 : tenths);
    if (end - text > 2 && end[-1] == '0' && end[-2] == '.') end -= 2;
    length = static_cast<std::size_t>(end - text);
  }
  operator std::string_view() const { return {text, length}; }
};

std::string_view word_of(SpanKind kind) {
  constexpr std::string_view words[] = {"ready", "running", "waiting", "idle"};
  return words[static_cast<int>(kind)];
}

std::string_view word_of(MarkKind kind) {
  constexpr std::string_view words[] = {"step", "output", "cancel", "returned", "raised", "cancelled", "problem"};
  return words[static_cast<int>(kind)];
}

// A distance between ticks of 1, 2 or 5 times a power of ten.
double tick_distance(double end) {
  double rough = end / 8, power = 1;
  while (power > rough && power > 1e-12) power /= 10;
  while (power * 10 <= rough && power < 1e12) power *= 10;
  for (double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

}  // namespace

void SvgSink::on_chunk(Chunk chunk) {
  timeline_.say.reset();
  visit(chunk, timeline_);
}

double SvgSink::x_of(double t) const {
  double end = timeline_.end > 0 ? timeline_.end : 1;
  double part = t / end;
  return kLeft + (part > 0 ? std::min(part, 1.0) : 0) * (kWidth - kLeft - kRight);
}

void SvgSink::title(std::string_view text, double from, double to, Line line) {
  out_.add("<title>").add_xml_text(text).add(", ").add(timeline_.say.moment(from));
  if (to > from) out_.add(" to ").add(timeline_.say.moment(to));
  out_.add(" s");
  if (line) out_.add(", line ").add_number(line);
  out_.add("</title>");
}

void SvgSink::head(double height) {
  out_.add("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
  out_.add(Px(kWidth)).add(' ').add(Px(height)).add("\" width=\"").add(Px(kWidth)).add("\" height=\"").add(Px(height));
  out_.add("\" aria-labelledby=\"t d\">\n<title id=\"t\">Timeline of ").add_xml_text(timeline_.program).add("</title>\n");
  // asyncio.run's own tasks, which clean up, are nobody's.
  auto tasks = std::count_if(timeline_.task_order.begin(), timeline_.task_order.end(), [&](TaskId id) { return !timeline_.is_internal(id); });
  out_.add("<desc id=\"d\">").add(timeline_.say.count_of(static_cast<std::uint64_t>(tasks), "task")).add(", ");
  out_.add(timeline_.say.moment(timeline_.end)).add(" virtual seconds.</desc>\n<style>").add(kStyle).add("</style>\n");
  // Patterns, so that states can be told apart without colour.
  out_.add("<defs><pattern id=\"held\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"#fff\" stroke-opacity=\".35\" stroke-width=\"4\"/>"
           "</pattern><pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
           "<circle cx=\"2\" cy=\"2\" r=\"1\" fill=\"#000\" fill-opacity=\".2\"/></pattern></defs>\n");
  out_.add("<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"600\">").add_xml_text(timeline_.program);
  out_.add("</text>\n<text class=\"soft\" x=\"").add(Px(kLeft)).add("\" y=\"24\">virtual seconds; ends at ");
  out_.add(timeline_.say.moment(timeline_.end)).add("</text>\n");
}

void SvgSink::axis(double bottom) {
  double end = timeline_.end > 0 ? timeline_.end : 1;
  double distance = tick_distance(end);
  for (int i = 0; i < 12; i++) {
    double t = distance * i;
    if (t > end * (1 + 1e-9)) break;
    Px x(x_of(t));
    out_.add("<path class=\"grid\" d=\"M").add(x).add(' ').add(Px(kTop - 8)).add('V').add(Px(bottom)).add("\"/>");
    out_.add("<text class=\"soft\" text-anchor=\"middle\" x=\"").add(x).add("\" y=\"").add(Px(kTop - 14)).add("\">");
    out_.add(timeline_.say.moment(t)).add("</text>\n");
  }
}

void SvgSink::span(const Span& span, double y) {
  double x = x_of(span.from), width = std::max(x_of(span.to) - x, 1.0);
  auto rect = [&](std::string_view paint) {
    out_.add("<rect ").add(paint).add(" x=\"").add(Px(x)).add("\" y=\"").add(Px(y)).add("\" width=\"").add(Px(width));
    out_.add("\" height=\"").add(Px(kBar)).add("\" rx=\"3\"/>");
  };
  out_.add("<g>");
  title(span.label, span.from, span.to, span.line);
  rect(timeline_.say.join({"class=\"", word_of(span.kind), "\""}));
  if (span.kind == SpanKind::running) rect("fill=\"url(#held)\"");
  if (span.kind == SpanKind::ready) rect("fill=\"url(#dots)\"");
  auto room = static_cast<std::size_t>(std::max(0.0, (width - 10) / kCharacter));
  if (room >= 4) {
    out_.add("<text class=\"in-").add(word_of(span.kind)).add("\" x=\"").add(Px(x + 6)).add("\" y=\"").add(Px(y + 14));
    out_.add("\">").add_xml_text(timeline_.say.shorten(span.label, room)).add("</text>");
  }
  out_.add("</g>\n");
}

void SvgSink::mark(const Mark& mark, double y, double& last_x) {
  double x = x_of(mark.t);
  // What happens at one instant stands side by side.
  if (mark.kind == MarkKind::step) {
    x = std::max(x, last_x);
  } else {
    x = std::max(x, last_x + 5);
    last_x = x;
  }
  x = std::min(x, kWidth - 8);
  Px cx(x), top(y - 2), bottom(y + kBar + 2);
  out_.add("<g class=\"").add(word_of(mark.kind)).add("\">");
  title(mark.label, mark.t, mark.t, mark.line);
  double middle = y + kBar / 2;
  switch (mark.kind) {
    case MarkKind::step: out_.add("<path d=\"M").add(cx).add(' ').add(top).add('V').add(bottom).add("\"/>"); break;
    case MarkKind::output:
      out_.add("<circle cx=\"").add(cx).add("\" cy=\"").add(Px(y + kBar + 4)).add("\" r=\"2.5\"/>");
      break;
    case MarkKind::returned:
      out_.add("<circle cx=\"").add(cx).add("\" cy=\"").add(Px(middle)).add("\" r=\"6\"/>");
      out_.add("<path d=\"M").add(Px(x - 3)).add(' ').add(Px(middle)).add("l2.2 2.4 4-4.8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.6\"/>");
      break;
    case MarkKind::raised:
    case MarkKind::problem:
      out_.add("<path d=\"M").add(cx).add(' ').add(Px(middle - 7)).add("l7 13h-14z\"/>");
      break;
    case MarkKind::cancel:
      out_.add("<circle cx=\"").add(cx).add("\" cy=\"").add(Px(middle)).add("\" r=\"5\"/>");
      break;
    case MarkKind::cancelled:
      out_.add("<path d=\"M").add(Px(x - 5)).add(' ').add(Px(middle - 5)).add("l10 10m0-10l-10 10\"/>");
      break;
  }
  out_.add("</g>\n");
}

void SvgSink::lane(TaskId task, std::string_view name, std::uint32_t depth, double y) {
  double indent = 12 + 12.0 * std::min(depth, 6u);
  auto room = static_cast<std::size_t>((kLeft - indent - 8) / kCharacter);
  out_.add("<g><text x=\"").add(Px(indent)).add("\" y=\"").add(Px(y + 14)).add("\">");
  out_.add_xml_text(timeline_.say.shorten(name, room)).add("</text>\n");
  for (auto& s : timeline_.spans) {
    if (s.task == task) span(s, y);
  }
  double last_x = 0;
  for (auto& m : timeline_.marks) {
    if (m.task == task) mark(m, y, last_x);
  }
  out_.add("</g>\n");
}

void SvgSink::legend(double y) {
  double x = kLeft;
  struct Entry {
    SpanKind kind;
    std::string_view text;
  };
  for (auto& entry : {Entry{SpanKind::waiting, "waits"}, Entry{SpanKind::ready, "ready, but the loop is held"},
                      Entry{SpanKind::running, "holds the loop"}, Entry{SpanKind::idle, "loop idle"}}) {
    auto swatch = [&](std::string_view paint) {
      out_.add("<rect ").add(paint).add(" x=\"").add(Px(x)).add("\" y=\"").add(Px(y)).add("\" width=\"14\" height=\"12\" rx=\"2\"/>");
    };
    swatch(timeline_.say.join({"class=\"", word_of(entry.kind), "\""}));
    if (entry.kind == SpanKind::running) swatch("fill=\"url(#held)\"");
    if (entry.kind == SpanKind::ready) swatch("fill=\"url(#dots)\"");
    out_.add("<text class=\"soft\" x=\"").add(Px(x + 20)).add("\" y=\"").add(Px(y + 10)).add("\">").add(entry.text);
    out_.add("</text>\n");
    x += 44 + kCharacter * static_cast<double>(entry.text.size());
  }
  out_.add("<text class=\"soft\" x=\"").add(Px(kLeft)).add("\" y=\"").add(Px(y + 30));
  out_.add("\">| a step \xc2\xb7 \xe2\x97\x8f it prints \xc2\xb7 \xe2\x97\x8b asked to cancel \xc2\xb7 \xe2\x9c\x93 done \xc2\xb7 \xe2\x9c\x95 cancelled \xc2\xb7 \xe2\x96\xb2 error</text>\n");
}

void SvgSink::on_end() {
  auto lanes = timeline_.lanes();
  std::size_t shown = std::min(lanes.size(), kMaxLanes);
  double bottom = kTop + kLane * static_cast<double>(shown + 1);
  head(bottom + 56);
  axis(bottom);
  lane(0, "event loop", 0, kTop);
  for (std::size_t i = 0; i < shown; i++) {
    auto& task = timeline_.tasks[lanes[i].task];
    auto name = timeline_.say.join({timeline_.name_of(task.id), " ", task.function});
    lane(task.id, name, lanes[i].depth, kTop + kLane * static_cast<double>(i + 1));
  }
  legend(bottom + 12);
  std::size_t hidden = timeline_.left_out + (lanes.size() - shown);
  if (hidden > 0) {
    out_.add("<text class=\"soft\" x=\"12\" y=\"").add(Px(bottom + 42)).add("\">").add_number(hidden).add(" left out</text>\n");
  }
  out_.add("</svg>\n");
  out_.flush();
}

}  // namespace ap::trace
