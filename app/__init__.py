"""Liaison: the workspace of a joint investigation team.

The shelves, from the door to the drawer; imports point down only (`make check` enforces it):

    __main__                       the `liaison` command
    main                           wiring
    routers                        every noun that is spoken over HTTP
    worker · demo                  what happens later · the demonstration teams
    witness                        a party's witness, which runs apart and needs no database
    realtime                       how it is heard: socket, hub, tail, frames
    api                            how it is spoken to: guards, routes, forms, views
    services                       what it does: one module of functions per noun
    exports                        what leaves the house: custody bundle, verifier
    ledger                         what can be proved: facts, journal, sequencer, tree, checkpoints
    access                         who may: roles, permissions, seats, release decisions
    models                         how it is kept: tables only
    database · schema              the unit of work; the only commit · the database's functions, policies, grants and triggers
    connections                    how the database is reached; the driver beneath it
    identity · vault · embedded    who is at the door · where bytes rest · the bundled PostgreSQL
    ocsf                           what the operator's monitoring is told
    settings · errors · clock · log
"""

from typing import Final

VERSION: Final = "0.1.0"
