# urllib
