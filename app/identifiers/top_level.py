"""Top-level domains by which a domain name is told from other text with dots.

Country codes, and the generic ones that are common. A name with another top level is recognised within a URL or an
e-mail address.
"""

from typing import Final

_COUNTRIES: Final = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf "
    "cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg "
    "gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp "
    "kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne "
    "nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl "
    "sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu "
    "wf ws ye yt za zm zw"
)
_GENERIC: Final = (
    "academy agency app art asia bank bet biz blog bot buzz casino cat cc chat city click cloud club com community company "
    "cyou cz dev digital direct domains email energy events example exchange expert express finance fit fun fund games global "
    "goog google gov group guru health help host hosting icu info ink int international jobs lat law legal life link live "
    "loan lol ltd market media men mil mobi money monster museum name network news ninja online org page party pay photo "
    "photos pics plus press pro quest rest rocks run sale school science security services shop show site social software "
    "solutions space store studio support systems team tech technology tel test tips today tools top trade travel tube "
    "university uno ventures video vip watch web website wiki win work works world wtf xxx xyz zip zone net edu"
)
#: Country codes in other scripts: Ukraine, Russia, Serbia, Belarus, North Macedonia, Kazakhstan, Bulgaria, EU, Greece.
_ENCODED: Final = "xn--j1amh xn--p1ai xn--90a3ac xn--90ais xn--d1alf xn--80ao21a xn--90ae xn--qxa6a xn--qxam"
#: Reserved for examples and tests (RFC 2606).
_RESERVED: Final = "example test invalid"
TOP_LEVEL: Final = frozenset(f"{_COUNTRIES} {_GENERIC} {_ENCODED} {_RESERVED}".split())
#: Top levels that are rather endings of file names.
FILE_ENDINGS: Final = frozenset(("py", "sh", "md", "rs", "so", "ps", "zip"))
#: Top levels that can be endings of file names where the text around names a file.
RARE_FILE_ENDINGS: Final = frozenset(("pl", "app", "la", "in", "dev", "info", "cat", "me", "cc"))
