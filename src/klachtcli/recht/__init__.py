"""THE LAW, pure: durations, days, the calendar, terms and regulations. Knows no clock, file or screen."""
