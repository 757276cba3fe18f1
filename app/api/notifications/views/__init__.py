"""Forms and views of the domain `notifications`.

Alerts, notifications, digests, e-mail.
"""
