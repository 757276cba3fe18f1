"""The demonstration teams: who they are, what they hold, and the files themselves.

Here: people, teams, a catalogue of exhibits as data, and makers that write each exhibit's files in their real formats,
the same bytes for the same reference time. Not here: anything that touches the database or the clock; whoever builds
the teams does it through the services, like anyone else.
"""
