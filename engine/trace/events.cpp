#include "trace/events.hpp"

namespace ap::trace {

bool parse_categories(std::string_view list, CategoryMask& mask, std::string_view& unknown) {
  CategoryMask result = bit(Category::run);
  while (!list.empty()) {
    std::size_t comma = list.find(',');
    std::string_view word = list.substr(0, comma);
    list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
    if (word.empty()) continue;
    bool without = word[0] == '-';
    std::string_view wanted = without ? word.substr(1) : word;
    CategoryMask bits = wanted == "all" ? kAllCategories : wanted == "default" ? kDefaultCategories : 0;
    for (std::size_t i = 0; i < kCategoryCount; i++) {
      if (wanted == name(static_cast<Category>(i))) bits = CategoryMask{1} << i;
    }
    if (bits == 0) {
      unknown = word;
      return false;
    }
    result = without ? result & ~bits : result | bits;
  }
  mask = result | bit(Category::run);
  return true;
}

}  // namespace ap::trace
