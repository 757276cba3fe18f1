"""Where bytes rest: encrypted, hashed, durable. Knows neither people nor requests, neither SQL nor HTTP.

The parts, from the whole to the confined process that looks into a file:

vault         the parts put together; hold and discard a file
places        what a file's segments and pages are called, and which context binds them
keys          master key, JIT keys, file keys: wrapped, outside the database
encryption    one sealed message (C2SP chunked encryption) and reading any part of it
durable       writing so that a crash leaves all or nothing
objects       stored objects in a folder; buckets: the same in an object store by its address
locks         one writer a file, without waiting
memory        where blocks of bytes lie while they pass
hashing       running SHA-256 between the PATCHes of a file
intake        a request's body: hash, encrypt, store in one pass
reading       any range of a file, decrypted and authenticated
sniffing      what kind of file it is, by its content
renditions    pages to read in a browser, made in a confined process; workshop: that process from outside
renderer      the confined process; confinement, pictures, plaintext: its parts
"""
