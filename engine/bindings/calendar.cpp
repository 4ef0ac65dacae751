#include "bindings/calendar.hpp"

#include <cstdio>

namespace ap {
namespace {

const char* const kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
const char* const kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

// Days from 1970-01-01 (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms).
int64_t days_from_civil(int64_t y, int m, int d) {
  y -= m <= 2;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t yoe = y - era * 400;
  int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

}  // namespace

CivilTime civil_time(int64_t seconds) {
  CivilTime t;
  int64_t days = floor_div(seconds, 86400), rest = seconds - days * 86400;
  int64_t z = days + 719468;
  int64_t era = floor_div(z, 146097), doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153;
  t.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  t.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  t.year = yoe + era * 400 + (t.month <= 2);
  t.hour = static_cast<int>(rest / 3600);
  t.minute = static_cast<int>(rest / 60 % 60);
  t.second = static_cast<int>(rest % 60);
  int64_t w = (days + 3) % 7;
  t.weekday = static_cast<int>(w < 0 ? w + 7 : w);
  t.yearday = static_cast<int>(days - days_from_civil(t.year, 1, 1) + 1);
  return t;
}

int64_t seconds_from_civil(int64_t year, int month, int day, int hour, int minute, int second) {
  return days_from_civil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
}

std::string asctime(const CivilTime& t) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3s %.3s %2d %02d:%02d:%02d %lld", kDays[t.weekday], kMonths[t.month - 1], t.day, t.hour,
                t.minute, t.second, static_cast<long long>(t.year));
  return text;
}

std::string format_time(std::string_view format, const CivilTime& t, std::string_view zone,
                        std::string_view offset) {
  std::string out;
  char text[64];
  auto number = [&](const char* how, int64_t n) {
    std::snprintf(text, sizeof text, how, static_cast<long long>(n));
    out += text;
  };
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    // %[-_0][+][width][E|O]letter: how numbers are filled up; the width is for years only, E and O change nothing here.
    auto next = [&](std::string_view of) { return i + 1 < format.size() && of.find(format[i + 1]) != of.npos ? format[++i] : '\0'; };
    char fill = next("-_0");
    next("+");
    int width = 0;
    while (char digit = next("0123456789")) width = width > 99 ? width : width * 10 + digit - '0';
    next("EO");
    if (++i >= format.size()) return {};
    char c = format[i];
    auto filled = [&](int64_t n, int digits, char usual = '0') {
      char how = fill ? fill : usual;
      number(how == '-' ? "%lld" : how == '_' ? (digits == 3 ? "%3lld" : "%2lld") : digits == 3 ? "%03lld" : "%02lld", n);
    };
    auto year = [&](int64_t n) {
      std::snprintf(text, sizeof text, "%0*lld", width > 50 ? 50 : width, static_cast<long long>(n));
      out += text;
    };
    int hour12 = t.hour % 12 == 0 ? 12 : t.hour % 12;
    // ISO 8601 week.
    auto iso = [&](int64_t* year) {
      int week = (t.yearday - 1 - t.weekday + 10) / 7;
      *year = t.year;
      auto weeks_in = [](int64_t y) {
        auto p = [](int64_t x) { return (x + x / 4 - x / 100 + x / 400) % 7; };
        return p(y) == 4 || p(y - 1) == 3 ? 53 : 52;
      };
      if (week < 1) {
        --*year;
        week = weeks_in(*year);
      } else if (week > weeks_in(t.year)) {
        ++*year;
        week = 1;
      }
      return week;
    };
    int64_t iso_year;
    switch (c) {
      case 'a': out.append(kDays[t.weekday], 3); break;
      case 'A': out += kDays[t.weekday]; break;
      case 'b':
      case 'h': out.append(kMonths[t.month - 1], 3); break;
      case 'B': out += kMonths[t.month - 1]; break;
      case 'c': out += asctime(t); break;
      case 'C': width ? year(t.year / 100) : filled(t.year / 100, 2); break;
      case 'd': filled(t.day, 2); break;
      case 'D': out += format_time("%m/%d/%y", t); break;
      case 'e': filled(t.day, 2, '_'); break;
      case 'F': out += format_time("%Y-%m-%d", t); break;
      case 'G': iso(&iso_year), year(iso_year); break;
      case 'g': iso(&iso_year), filled(iso_year % 100, 2); break;
      case 'V': filled(iso(&iso_year), 2); break;
      case 'H': filled(t.hour, 2); break;
      case 'I': filled(hour12, 2); break;
      case 'j': filled(t.yearday, 3); break;
      case 'k': filled(t.hour, 2, '_'); break;  // k, l and P: as on Linux
      case 'l': filled(hour12, 2, '_'); break;
      case 'm': filled(t.month, 2); break;
      case 'M': filled(t.minute, 2); break;
      case 'n': out += '\n'; break;
      case 'p': out += t.hour < 12 ? "AM" : "PM"; break;
      case 'P': out += t.hour < 12 ? "am" : "pm"; break;
      case 'r': out += format_time("%I:%M:%S %p", t); break;
      case 'R': out += format_time("%H:%M", t); break;
      case 's': number("%lld", seconds_from_civil(t.year, t.month, t.day, t.hour, t.minute, t.second)); break;
      case 'S': filled(t.second, 2); break;
      case 't': out += '\t'; break;
      case 'T':
      case 'X': out += format_time("%H:%M:%S", t); break;
      case 'x': out += format_time("%m/%d/%y", t); break;
      case 'u': number("%lld", t.weekday + 1); break;
      case 'w': number("%lld", (t.weekday + 1) % 7); break;
      case 'U': filled((t.yearday + 6 - (t.weekday + 1) % 7) / 7, 2); break;
      case 'W': filled((t.yearday + 6 - t.weekday) / 7, 2); break;
      case 'y': filled(t.year % 100, 2); break;
      case 'Y': year(t.year); break;
      case 'z': out += offset; break;
      case 'Z': out += zone; break;
      case '%': out += '%'; break;
      default: return {};  // the C library's strftime() gives up
    }
  }
  return out;
}

}  // namespace ap
