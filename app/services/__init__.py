"""What the product does: functions per noun, first arguments (session, seat). No HTTP here."""
