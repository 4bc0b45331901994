# The configuration file: problems in it, and what each option does.
