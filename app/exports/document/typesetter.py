"""The process that typesets one document (`setting.py` starts it).

It imports nothing of the program that it does not need: its start is most of what a short document costs.
"""

import sys
from pathlib import Path
from typing import Final

from app.exports.document.shown import FONTS
from app.vault.rendering import confinement

STANDARD: Final = "a-3a"
_CPU_SECONDS: Final = 120
_MEMORY_BYTES: Final = 3 * 2**30  # of address space: threads reserve far more than they use


def main(folder: str, template: str, made_at: str) -> None:  # pragma: no cover - writes no coverage data
    """Typeset a template and write the document to standard output.

    Args:
        folder: Contains the template, `contents.json` and the files to attach. Empty: the template is a path, the
            contents come from standard input, and no file is read.
        template: File name of the template.
        made_at: The document's time, in seconds since 1970.
    """
    confinement.limit(cpu_seconds=_CPU_SECONDS, memory_bytes=_MEMORY_BYTES)
    import typst  # noqa: PLC0415 - only where it is needed: it costs memory

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    root = folder or str(FONTS)
    compiler = typst.Compiler(
        input=(Path(folder) / template).read_bytes(),
        root=root,
        font_paths=fonts,
        sys_inputs={} if folder else {"contents": sys.stdin.buffer.read().decode()},
        package_path=root,
        package_cache_path=root,
    )
    made = compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=int(made_at))
    assert isinstance(made, bytes)
    sys.stdout.buffer.write(made)
