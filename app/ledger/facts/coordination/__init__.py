"""Facts about tasks, messages, action days and calendars."""
