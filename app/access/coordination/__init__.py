"""Pure decisions of coordination: channels, tasks, action days, holidays and languages."""
