"""Reading back a document that was sent."""

from io import BytesIO

from docx import Document


def read(response):
    """The lines of a document that was sent: paragraphs, and the cells of each row joined by |."""
    document = Document(BytesIO(b"".join(response) if response.streaming else response.content))
    rows = [row for table in document.tables for row in table.rows]
    told = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    return [*told, *("|".join(dict.fromkeys(cell.text for cell in row.cells)) for row in rows)]
