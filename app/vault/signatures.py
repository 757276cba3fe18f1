"""Table of the signatures by which `sniffing` recognises file types, in the order in which they are tried.

Not here: signatures too short to be sufficient, and containers that need a second look (`sniffing`).
"""

from typing import Final

SIGNATURES: Final[tuple[tuple[int, bytes, str], ...]] = (
    # Disk and memory images, as examiners receive them.
    (0, b"EVF\x09\x0d\x0a\xff\x00", "application/x-ewf"),
    (0, b"EVF2\x0d\x0a\x81\x00", "application/x-ewf"),
    (0, b"LVF\x09\x0d\x0a\xff\x00", "application/x-ewf-logical"),
    (0, b"LEF2\x0d\x0a\x81\x00", "application/x-ewf-logical"),
    (0, b"QFI\xfb", "application/x-qemu-disk"),
    (0, b"KDMV", "application/x-vmdk-disk"),
    (0, b"vhdxfile", "application/x-vhdx-disk"),
    (0, b"conectix", "application/x-vhd-disk"),
    (0x40, b"\x7f\x10\xda\xbe", "application/x-virtualbox-vdi"),
    (0, b"AFF10\x0d\x0a\x00", "application/x-aff"),
    (0x8001, b"CD001", "application/x-iso9660-image"),
    (3, b"NTFS    ", "application/x-ntfs-image"),
    (3, b"EXFAT   ", "application/x-exfat-image"),
    (0x52, b"FAT32   ", "application/x-fat-image"),
    (0x36, b"FAT16   ", "application/x-fat-image"),
    (0x36, b"FAT12   ", "application/x-fat-image"),
    (0, b"LUKS\xba\xbe", "application/x-luks-image"),
    (0x20, b"NXSB", "application/x-apfs-image"),
    (0x400, b"H+\x00\x04", "application/x-hfs-image"),
    (0x400, b"HX\x00\x05", "application/x-hfs-image"),
    (0x200, b"EFI PART", "application/x-raw-disk-image"),
    # Captures, records, databases.
    (0, b"\xd4\xc3\xb2\xa1", "application/vnd.tcpdump.pcap"),
    (0, b"\xa1\xb2\xc3\xd4", "application/vnd.tcpdump.pcap"),
    (0, b"\x4d\x3c\xb2\xa1", "application/vnd.tcpdump.pcap"),
    (0, b"\xa1\xb2\x3c\x4d", "application/vnd.tcpdump.pcap"),
    (0, b"\x0a\x0d\x0d\x0a", "application/x-pcapng"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"regf", "application/x-windows-registry-hive"),
    (0, b"ElfFile\x00", "application/x-ms-evtx"),
    (0, b"!BDN", "application/vnd.ms-outlook-pst"),
    (0, b"bplist00", "application/x-bplist"),
    # Documents.
    (0, b"%PDF-", "application/pdf"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    # Images.
    (0, b"\x89PNG\x0d\x0a\x1a\x0a", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    # Archives and compressed streams.
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    # Audio, video, programs.
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS", "application/ogg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"\x1a\x45\xdf\xa3", "video/x-matroska"),
    (0, b"\x7fELF", "application/x-elf"),
    (0, b"MZ", "application/vnd.microsoft.portable-executable"),
)
"""Offset, bytes, media type."""

RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
"""What the form type of a RIFF file means."""

BRANDS: Final = (
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"mif1", "image/heic"),
    (b"avif", "image/avif"),
    (b"qt", "video/quicktime"),
    (b"M4A", "audio/mp4"),
    (b"3g", "video/3gpp"),
)
"""What the major brand of an ISO base media file begins with; any other is a film."""

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"

IN_ZIP: Final = (
    (b"word/", f"{_OFFICE}.wordprocessingml.document"),
    (b"xl/", f"{_OFFICE}.spreadsheetml.sheet"),
    (b"ppt/", f"{_OFFICE}.presentationml.presentation"),
    (b"AndroidManifest.xml", "application/vnd.android.package-archive"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"mimetypeapplication/epub+zip", "application/epub+zip"),
)
"""What a name among the first entries of a zip archive says about the whole."""

BITMAP_HEADERS: Final = frozenset({12, 40, 52, 56, 64, 108, 124})
"""Sizes of the second header of a BMP file."""
