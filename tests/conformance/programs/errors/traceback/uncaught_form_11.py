def long_function_name(argument_one, argument_two):
    return argument_one.something(argument_two)[0].other + argument_two
long_function_name("text", 5)
