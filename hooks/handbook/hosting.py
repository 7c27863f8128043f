"""What a web server must be told: headers, how long to keep a file, and ready set-ups to copy.

Headers and times live here alone; `_headers`, nginx's file and Caddy's are three ways to say them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

POLICY: dict[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "handboka word-xml",
    "frame-ancestors": "'none'",
}
"""Content Security Policy. No page has inline script or style, so nothing is excepted.

Text becomes markup or a script in two places alone, each with its name: theme.js adds scripts of
the site, form-word.js reads the XML of a Word file.
"""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_KEPT = "public, max-age=31536000, immutable"
"""For `/assets/`: each name stands for one content, so a year, which is for ever."""
_ASKED = "no-cache"
"""For everything else: keep it, but ask each time whether it is still right."""
_LOST = "no-store"
"""For what is not there: it may come."""
_HOME = "/var/www/inkluderingshandboka"
_WEBROOT = f"{_HOME}/current"
EXAMPLES = "docs/hosting"
"""The folder where the set-ups to copy lie."""


def content_policy(*, in_page: bool = False) -> str:
    """The policy as one line. In a `<meta>` element a browser ignores `frame-ancestors`."""
    parts = (f"{k} {v}" for k, v in POLICY.items() if not (in_page and k == "frame-ancestors"))
    return "; ".join(parts)


def headers() -> dict[str, str]:
    """The headers of every answer."""
    return {"Content-Security-Policy": content_policy(), **_HEADERS}


def hosting_files(site_url: str) -> dict[str, bytes]:
    """`_headers` as Netlify and Cloudflare Pages read it, and `robots.txt`."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers().items())]
    lines += ["/assets/*", f"  Cache-Control: {_KEPT}"]
    robots = f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
    return {"_headers": ("\n".join(lines) + "\n").encode(), "robots.txt": robots.encode()}


def redirects(moved: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Former addresses as servers read them, so that an answer is 301 with the anchor kept.

    `moved` are pairs of addresses from the root of the site. Netlify and Cloudflare Pages read
    `_redirects`; the set-ups for nginx and Caddy take in the file with their name.
    """
    pairs = sorted((f"/{old}", f"/{new}") for old, new in moved)
    return {
        "_redirects": _lines(f"{old} {new} 301" for old, new in pairs),
        "_redirects.nginx": _lines(f'"{old}" "{new}";' for old, new in pairs),
        "_redirects.caddy": _lines(f'redir "{old}" "{new}" 301' for old, new in pairs),
    }


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def security_file(site_url: str, contact: str, expires: dt.date) -> dict[str, bytes]:
    """`security.txt` at the place where RFC 9116 says that it is looked for."""
    place = ".well-known/security.txt"
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: no, en",
        f"Canonical: {site_url}{place}",
    )
    return {place: ("\n".join(lines) + "\n").encode()}


def server_examples(site_url: str) -> dict[str, bytes]:
    """File name → set-up for a web server of one's own."""
    host = urlsplit(site_url).netloc
    return {"nginx.conf": _nginx(host).encode(), "Caddyfile": _caddy(host).encode()}


_NOTE = f"""\
# Ferdig oppsett for {{server}}.
# Skrevet av «python -m handbook hosting». Hodene står i hooks/handbook/hosting.py.
# «make publish TO={_HOME}» legger nettstedet der tjeneren leter.
# Last oppsettet på nytt etterpå, så tidligere adresser blir med.
"""


def _nginx(host: str) -> str:
    said = "\n".join(
        f'    add_header {name} "{value}" always;' for name, value in headers().items()
    )
    return f"""{_NOTE.format(server="nginx: ta det inn i http-delen")}
map_hash_bucket_size 512; # adresser er lange
map "$status $uri" $handbook_cache {{
    default                   "{_ASKED}";
    "~^(200|206|304) /assets/" "{_KEPT}";
    ~^4                       "{_LOST}";
}}

map $uri $handbook_moved {{
    default "";
    include {_WEBROOT}/_redirects*.nginx; # tidligere adresser
}}

server {{
    listen 80; # bruk certbot eller liknende for å slå på https
    server_name {host};
    root {_WEBROOT};

    include mime.types;
    types {{ text/calendar ics; text/markdown md; }}
    charset utf-8;
    charset_types text/css text/plain text/calendar text/markdown text/xml
        application/javascript;
    gzip_static on;
    add_header Vary Accept-Encoding always;
    access_log off; # loggen ville hatt adressen til hver leser
    server_tokens off;
    absolute_redirect off;

{said}
    add_header Cache-Control $handbook_cache always;

    error_page 404 /404.html;
    if (-f $document_root$uri/index.html) {{ rewrite [^/]$ $uri/ permanent; }}
    if ($handbook_moved) {{ return 301 $handbook_moved; }}
    location / {{ try_files $uri ${{uri}}index.html =404; }}
    location ~ ^/_(headers$|redirects) {{ return 404; }} # er til tjenere, ikke til lesere
}}
"""


def _caddy(host: str) -> str:
    said = "\n".join(f'        {name} "{value}"' for name, value in headers().items())
    return f"""{_NOTE.format(server="Caddy, som ordner https selv")}
{host} {{
    root * {_WEBROOT}
    header {{
{said}
    }}
    header {{
        defer
        Vary Accept-Encoding
    }}
    @assets path /assets/*
    header @assets Cache-Control "{_KEPT}"
    @pages not path /assets/*
    header @pages Cache-Control "{_ASKED}"
    @markdown path *.md
    header @markdown Content-Type "text/markdown; charset=utf-8"

    @servers path /_headers /_redirects*
    error @servers 404
    import {_WEBROOT}/_redirects*.caddy # tidligere adresser
    file_server {{
        precompressed gzip
    }}
    handle_errors {{
        header {{
            defer
            Cache-Control "{_LOST}"
            Vary Accept-Encoding
        }}
        rewrite * /404.html
        file_server {{
            precompressed gzip
        }}
    }}
}}
"""
