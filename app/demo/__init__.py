"""The demonstration: two teams with people, exhibits and work in progress.

The teams are built through the services, as users would build them. The files of the exhibits are in `files/`.
"""
