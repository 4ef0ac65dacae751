// The types of type parameters; the module `typing` shows them.
#pragma once
#include "object/type.hpp"

namespace ap {

struct TypeParameterTypes {
  Type *type_var, *param_spec, *type_var_tuple, *type_alias;
};
extern TypeParameterTypes type_parameter_types;
void init_type_parameter_types();

}  // namespace ap
