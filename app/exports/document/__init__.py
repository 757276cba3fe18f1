"""`custody.pdf`, the human-readable document of an export package.

Data: `account`. Text: `contents`, in the language of `words`. Typesetting: `setting`.
"""
