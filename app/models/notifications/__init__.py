"""Tables of the domain `notifications`.

Alerts, notifications, digests, e-mail.
"""
