"""Recognition of identifiers in pasted text, and their allocation to countries and providers. Pure.

recognition     entry point: all identifiers of a text, and the version of the rules
kinds           kinds, warnings, and the recognised identifier
passage         the text with its lines, tables, times and the spans that are recognised already
times           dates with times of day
zones           offsets, names and abbreviations of zones after a time of day
abbreviations   tables of abbreviations with one and with several meanings
calendar_names  names of months and weekdays
epochs          times since 1970
mail_headers    fields of mail headers with a date
addresses       IP addresses
ports           ports and protocols beside an address
systems         numbers of autonomous systems
network         MAC addresses, domains, onion addresses, URLs
mail            e-mail addresses
telephony       telephone numbers
equipment       IMEI, IMSI
money           IBAN, wallets
digests         hashes, transactions, PGP fingerprints
accounts        handles
messengers      accounts of messengers that are numbers or keys
plates          vehicle plates; districts has the codes of Germany
names           whether a name with dots is a domain name
software        whether four numbers with dots are an address
spelling        spellings against clicks
checksums       checksums and encodings
top_level       top-level domains by which a domain name is recognised; root_zone has all of them
allocation      look-up in tables that the operator imports

Each kind is documented with its source in `docs/identifiers.md`.
"""
