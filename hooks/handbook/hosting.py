"""What a web server must be told: security headers, and which files robots may read."""

from __future__ import annotations

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
    "frame-ancestors": "'none'",
}
"""Content Security Policy. No page has inline script or style, so nothing is excepted."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def content_policy(*, in_page: bool = False) -> str:
    """The policy as one line. In a `<meta>` element a browser ignores `frame-ancestors`."""
    parts = (f"{k} {v}" for k, v in POLICY.items() if not (in_page and k == "frame-ancestors"))
    return "; ".join(parts)


def hosting_files(site_url: str) -> dict[str, bytes]:
    """`_headers` as Netlify and Cloudflare Pages read it, and `robots.txt`."""
    rules = {"Content-Security-Policy": content_policy(), **_HEADERS}
    lines = ["/*", *(f"  {name}: {value}" for name, value in rules.items())]
    lines += ["/assets/*", "  Cache-Control: public, max-age=3600"]
    robots = f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
    return {"_headers": ("\n".join(lines) + "\n").encode(), "robots.txt": robots.encode()}
