"""A form page loads most of its scripts when somebody begins; tests begin before they measure."""

from __future__ import annotations

from playwright.sync_api import Page

_TOUCHED = "document.querySelector('form[data-form]').dispatchEvent(new Event('focusin'))"


def awake(page: Page) -> Page:
    """The page, with everything a form loads as soon as somebody touches it."""
    page.wait_for_selector("[data-form-tools]:not([hidden])")
    page.evaluate(_TOUCHED)
    page.wait_for_selector("form[data-awake]")
    return page
