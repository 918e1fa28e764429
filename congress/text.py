"""Running text as people type it."""


def paragraphs(text):
    """Return the paragraphs of a text that a person typed: its lines, trimmed, without empty ones.

    Blanks typed as an indent go away, the layout indents; the ideographic space is one of them.
    """
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
