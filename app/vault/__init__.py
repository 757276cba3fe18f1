"""Store files encrypted, hashed and durable. The package knows no users, requests, SQL or HTTP.

Modules, from the assembled vault down to the confined process that parses a file:

vault         the assembled vault; begin and discard a file
places        names of a file's segments and pages, and the encryption context of each
keys          master key, JIT keys, file keys: wrapped, outside the database
encryption    one sealed message (C2SP chunked encryption), and reading any part of it
durable       crash-safe writes
objects       stored objects in a folder; buckets: the same in an object store given by its URL
bundle_store  export packages, sealed like files
locks         one writer per file
memory        tuning of the memory allocator
space         free space on the disk
threads       thread pools for blocking work
hashing       running SHA-256 between the PATCH requests of a file
intake        receive a request body: hash, encrypt and store it in one pass (lanes, sealing: its parts)
checksums     checksum of one PATCH (tus)
reading       any range of a file, decrypted and authenticated
sniffing      media type from the content; signatures: its table
renditions    browser-readable pages, made in a confined process; workshop: starts that process
renderer      the confined process; confinement, pictures, documents, plaintext: its parts
"""
