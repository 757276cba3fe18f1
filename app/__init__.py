"""Liaison: the workspace of a joint investigation team.

The layers, from the command line to the storage. Imports go only down this list (`make check` enforces it):

    __main__                       the `liaison` command
    main                           wiring of the application
    routers                        the list of HTTP routers
    worker · demo                  background jobs · the demonstration teams
    witness                        a party's log co-signer, which runs separately and needs no database
    realtime                       the live channel: socket, hub, frames
    api                            HTTP: guards, routes, request and response models
    services                       use cases: a package per domain, a module of functions per noun
    exports                        export packages, and their verifier
    jobs                           the queue of background jobs and its runner
    ledger                         the audit log: facts, journal, sequencer, tree, checkpoints
    access                         authorisation: roles, permissions, memberships, release decisions
    models                         database tables
    database · schema              transactions; the only commit · database functions, policies, grants and triggers
    connections                    database connections and the driver
    identity · vault · embedded    authentication · encrypted file storage · the bundled PostgreSQL
    ocsf · identifiers             access log for the operator's monitoring · recognition of identifiers in text
    reference                      types and shipped files of the reference data
    settings · errors · clock · log
    i18n                           translations of the server's sentences
"""

from typing import Final

VERSION: Final = "0.1.0"
