"""What goes wrong behind an open page: foreign requests, console errors, breaches of the policy."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_TELL_BREACHES = """
document.addEventListener('securitypolicyviolation', (event) => {
  console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
});
"""


class Watch:
    """Listens to a browser context from its first page to its last."""

    def __init__(self, context: BrowserContext, allowed: tuple[str, ...]) -> None:
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._allowed = (*allowed, "data:", "blob:")
        context.add_init_script(_TELL_BREACHES)
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._error)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith(self._allowed):
            self.faults.append(f"{request.frame.url}: request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.url.endswith("/404.html"):
            self.faults.append(f"{response.frame.url}: {response.status} for {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.page.url if message.page else "?"
            self.faults.append(f"{where}: console {message.type}: {message.text}")

    def _error(self, error: WebError) -> None:
        where = error.page.url if error.page else "?"
        self.faults.append(f"{where}: script error: {error.error}")
