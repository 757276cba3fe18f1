"""Recognition of identifiers in pasted text, and their allocation to countries and providers. Pure.

recognition     entry point: all identifiers of a text, and the version of the rules
kinds           kinds, warnings, and the recognised identifier
passage         the text with its lines, times and the spans that are recognised already
times           dates with times of day
zones           offsets, names and abbreviations of zones after a time of day
abbreviations   tables of abbreviations with one and with several meanings
calendar_names  names of months and weekdays
epochs          times since 1970
mail_headers    fields of mail headers with a date
network         addresses, domains, URLs and e-mail addresses
telephony       telephone numbers, IMEI, IMSI
money           IBAN, wallets
digests         hashes, transactions, PGP fingerprints
accounts        handles and vehicle plates
checksums       checksums and encodings
allocation      look-up in tables that the operator imports

Each kind is documented with its source in `docs/identifiers.md`.
"""
