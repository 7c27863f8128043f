"""What a first visit costs: bytes over the wire, compressed, nothing cached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.built import BuiltSite
from browser.conftest import NewPage

pytestmark = pytest.mark.slow

MOST = 150_000


def test_first_page_view_is_light(
    new_page: NewPage, server: str, site: BuiltSite, report_line: Callable[[str], None]
) -> None:
    faults = []
    total = [0, 0]

    def add(event: dict[str, int]) -> None:
        total[0] += event["encodedDataLength"]
        total[1] += 1

    page = new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    network.on("Network.loadingFinished", add)
    for kind, address in site.kinds.items():
        total[:] = [0, 0]
        page.goto(server + address)
        page.wait_for_timeout(100)
        report_line(f"{total[0] / 1000:6.1f} kB  {total[1]:2} forespørsler  {kind}: {address}")
        if total[0] > MOST:
            faults.append(f"{kind} {address}: {total[0]} bytes")
        assert total[0] > 5_000, f"{address}: the measure measures nothing"
    assert not faults, "\n".join(faults)
