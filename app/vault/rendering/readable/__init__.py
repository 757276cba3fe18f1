"""Readings of mail, office documents, tables, web pages and archives, as text.

Runs inside the confined process. Each module turns bytes into text; nothing is fetched, run or unpacked to a disk.
"""
