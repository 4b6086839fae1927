"""Sending a list without us: through the visitor's own mail or telephone, or as a code to photograph."""

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import quote

from markupsafe import Markup

from directory.asset import Asset

SUBJECT = "Places to try"


def mail_link(assets: Sequence[Asset], link: str) -> str:
    """A `mailto:` with the names, the telephones and the link of the list."""
    lines = [f"{asset.name}{_phone(asset)}" for asset in assets]
    return f"mailto:?subject={quote(SUBJECT)}&body={quote(chr(10).join([*lines, '', link]))}"


def text_link(link: str) -> str:
    """An `sms:` with the link of the list."""
    return f"sms:?&body={quote(f'{SUBJECT}: {link}')}"


def qr_code(link: str) -> Markup:
    """The link as an SVG to be photographed."""
    import segno  # a tenth of a second that only this page needs

    drawn = BytesIO()
    code = segno.make(link, error="m")
    code.save(drawn, kind="svg", scale=3, border=2, xmldecl=False, svgclass="wm-code", lineclass=None, title=SUBJECT)
    return Markup(drawn.getvalue().decode())  # noqa: S704  (drawn by segno from an address of ours)


def _phone(asset: Asset) -> str:
    return f", {asset.phones[0].number}" if asset.phones else ""
