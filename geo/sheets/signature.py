"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import Literal

from geo.sheets.grid import UnreadableError

Kind = Literal["workbook", "parquet", "page", "json", "text"]

ZIP = b"PK\x03\x04"

_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (.xls) or one with a password",
     "save it without a password as .xlsx, .ods or CSV UTF-8"),
    (b"%PDF", "a PDF document", "export the table as CSV UTF-8"),
    (b"\x89PNG", "a picture", "type the table into a spreadsheet"),
    (b"\xff\xd8\xff", "a picture", "type the table into a spreadsheet"),
    (b"GIF8", "a picture", "type the table into a spreadsheet"),
    (b"\x1f\x8b", "packed with gzip", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"BZh", "packed with bzip2", "unpack it first"),
    (b"SQLite format 3", "a database", "export the table as CSV UTF-8"),
    (b"{\\rtf", "a text document (RTF)", "export the table as CSV UTF-8"),
)  # fmt: skip
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<!--", b"<body", b"<head", b"<div")


# Of Excel and LibreOffice, beside a workbook that is open.
_MARKS = ("~$", ".~lock.")


def refuse_mark(name: str) -> None:
    """Raise :class:`UnreadableError` if a file of this name only marks another."""
    if name.startswith(_MARKS):
        raise UnreadableError(
            "not-a-table", "a spreadsheet leaves this file while a workbook is open",
            "name the workbook itself, or close the spreadsheet",
        )  # fmt: skip


def is_zip(head: bytes) -> bool:
    return head.startswith(ZIP)


def kind_of(head: bytes) -> Kind:
    """Return what a file is by its first bytes; ``text`` may still be anything."""
    if is_zip(head):
        return "workbook"
    if head.startswith(b"PAR1"):
        return "parquet"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    if text.startswith(_PAGES):
        return "page"
    return "json" if text.startswith((b"{", b"[")) else "text"


def refuse_other_kinds(head: bytes) -> None:
    """Raise :class:`UnreadableError` if these first bytes are those of no table."""
    for signature, what, advice in _OTHERS:
        if head.startswith(signature):
            raise UnreadableError(
                "not-a-table", f"the file is {what}, not a table", advice
            )
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    if text.startswith(b"<?xml"):
        raise UnreadableError(
            "not-a-table", "the file is XML, not a table",
            "open it in a spreadsheet and save it as .xlsx or CSV UTF-8",
        )  # fmt: skip
