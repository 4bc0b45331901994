# The command line: help, results and errors.
