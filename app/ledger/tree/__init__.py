"""The Merkle tree: hashes, nodes, tiles, growth and recomputation."""
