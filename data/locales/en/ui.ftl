# The screen: status line, sidebar, popups.
