"""Texts that would be more, if they could."""

from __future__ import annotations

_TAGS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>"),
    *("</style><script>x</script>", "</title><b>", "<!--", "-->", "<!-- -->", "]]>"),
    *("<![CDATA[x]]>", "<?php x ?>", "<!doctype html>", "</body></html>", "<base>"),
    *("<iframe src=//x>", "<object data=x>", "<embed src=x>", "<link rel=x>"),
    *(
        "<meta http-equiv=refresh>",
        "<form action=x>",
        "<input autofocus>",
        "<a href=x>",
    ),
    *("<b", "b>", "<", ">", "<<b>>", "</", "</td></table>", "<td>", "</svg><b>", "<p>"),
    *("<details ontoggle=x open>", "<template>", "<noscript><b>", "<textarea>"),
    *("<math><b>", "<table><tr>", "<select><option>", "<plaintext>", "<xmp>"),
)
_QUOTES = (
    *('"', "'", "`", '" onmouseover="x', "' onfocus='x", '"><b>', "'><b>", "`><b>"),
    *("&lt;b&gt;", "&#60;b&#62;", "&amp;lt;b&gt;", "&", "&#x3c;script&#x3e;", "&quot;"),
    *("{{ 7 * 7 }}", "{% raw %}", "{# x #}", "{{ page.__class__ }}", "{%", "}}"),
    *("javascript:alert(1)", "http://x.example", "//x.example", "url(//x)"),
    *("\u202e<b>\u202c", "\u2028<b>", "\uff1cb\uff1e", "\x00<b>", "\x1b]8;;x\x07"),
)
HTML = (*_TAGS, *_QUOTES)

FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(1)", "=A1"),
    *("\t=1", "\r=1", "\n=1", "\x00=1", " =1", "   +1", "\u00a0=1", "\u3000=1"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "\u22121", "'=1", '"=1', "'+1"),
    *("x;=1", "x;+1", "x\t=1", "x\n=1", "x\r\n=1", "x\r@1", "x; -1", "=", "-", "+"),
    *("@", "-2+3+cmd|x", "=IMPORTXML(1)", "+A1", "=1;=2", "-", "\t", "\r", "=\u202e1"),
    *('=""', "=(1)", "=-1"),
)

LABELS = (
    *(":", ";", "#", "%%", "`", "<", ">", '"', "'", "\n", "\r\n", "\t", "\u2028", ""),
    *("a: 5: Bo", "a;b", "a#b", "%%{init: {}}%%", "%% x", "a%%b", "section x"),
    *("\nsection x", "\n  x: 5: y", "title x", "\ntitle x", "journey", "\njourney"),
    *("click a href b", 'click A href "javascript:x"', "href", "javascript:x", "---"),
    *("accTitle: x", "accDescr: x", "accDescr {", "}", "{", "{}", "[x]", "(x)", "|x|"),
    *("#quot;", "#35;", "&lt;b&gt;", "<b>x</b>", "<script>", "</script>", "<br/>"),
    *("a,b", ",", "a, b, c", "::", ": :", ";;", "##", "$$x$$", "\\n", "\\", "end"),
    *(
        "\ufb02\u00b0\u00b060\u00b6\u00df",
        "http://x",
        "https://x",
        "data:x",
        "Zo\u00eb",
    ),
)
