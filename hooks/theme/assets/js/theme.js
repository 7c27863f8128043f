/* What the frame does with scripts: menus, colours, the search dialog, the source switch, word
   explanations and print. Everything on the page can be read and reached without this file. */
(function () {
  "use strict";

  var root = document.documentElement;
  var preview = root.hasAttribute("data-preview"); // the site of a proposal keeps nothing

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* The policy of every page lets nothing but our own scripts be added (Trusted Types), and by this way alone.
     Browsers without Trusted Types get the same answer. */
  var types = window.trustedTypes || { createPolicy: function (name, rules) { return rules; } };
  window.handbookOwnScript = types.createPolicy("handboka", {
    createScriptURL: function (url) {
      var home = new URL(document.body.dataset.root, document.baseURI).href;
      if (new URL(url, document.baseURI).href.indexOf(home) !== 0) throw new TypeError("no script of ours: " + url);
      return url;
    },
  });

  /* Menus: a button with aria-expanded shows and hides what it controls. */
  all("[data-menu-button]").forEach(function (button) {
    var menu = document.getElementById(button.getAttribute("aria-controls"));
    var place = button.closest("header, nav");

    function show(open) {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("is-open", open);
    }

    button.addEventListener("click", function () {
      show(button.getAttribute("aria-expanded") !== "true");
    });
    place.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      show(false);
      button.focus();
    });
  });

  /* A printed code names a version: one that this edition does not know is said to be unknown. */
  var printed = location.hash.slice(1);
  var versions = document.getElementById("versjoner");
  if (/^v\d[\w.]*$/.test(printed) && versions && !document.getElementById(printed)) {
    var unknown = make("p", "banner", "Denne utgaven kjenner ikke versjon " + printed.slice(1) + ". Arket kan være nyere enn det du leser her.");
    unknown.setAttribute("role", "status");
    versions.insertAdjacentElement("afterend", unknown);
    versions.scrollIntoView();
  }

  /* Colours: auto, light, dark. Stored only because the reader pressed the button. */
  all("[data-colours]").forEach(function (button) {
    var order = ["auto", "lys", "mørk"];
    var name = button.querySelector("[data-colours-name]");
    name.textContent = root.dataset.farger;
    button.addEventListener("click", function () {
      var next = order[(order.indexOf(root.dataset.farger) + 1) % order.length];
      name.textContent = window.handbookColours.use(next);
      if (preview) return;
      try {
        if (next === "auto") localStorage.removeItem("farger");
        else localStorage.setItem("farger", next);
      } catch (error) {
        /* Opened from a disk without storage: the choice lasts for this page. */
      }
    });
  });

  /* Search: the dialog opens and closes here; search.js fills it. */
  var search = /** @type {HTMLDialogElement} */ (document.getElementById("sok"));
  if (search && search.showModal) {
    all("[data-open-search]").forEach(function (button) {
      button.addEventListener("click", function () {
        search.showModal();
        search.querySelector("input").focus();
      });
    });
    all("[data-close-search]", search).forEach(function (button) {
      button.addEventListener("click", function () {
        search.close();
      });
    });
    search.addEventListener("click", function (event) {
      if (event.target === search) search.close();
    });
    search.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return; // a search field would only empty itself
      event.preventDefault();
      search.close();
    });
    search.addEventListener("submit", function (event) {
      event.preventDefault();
    });
  }

  /* «Vis bare det kildene sier»: hides what is read between the lines or proposed by us. */
  var PLAIN = '[data-basis="interpretation"], [data-basis="proposal"]';
  var OURS = ":is(" + PLAIN + "):not(:has([data-basis]:not(" + PLAIN + ")))";

  function remember(on) {
    if (preview) return;
    try {
      if (on) sessionStorage.setItem("bare-kilder", "ja");
      else sessionStorage.removeItem("bare-kilder");
    } catch (error) {
      /* No storage: the choice lasts for this page. */
    }
  }

  function remembered() {
    if (preview) return false;
    try {
      return sessionStorage.getItem("bare-kilder") === "ja";
    } catch (error) {
      return false;
    }
  }

  function isOurs(element) {
    return element.matches(OURS);
  }

  function isLeftOut(element) {
    return isOurs(element) || element.classList.contains("nothing-left");
  }

  function isHeading(element) {
    return /^H[1-6]$/.test(element.tagName);
  }

  function neighbour(element, side) {
    do {
      element = element[side];
    } while (element && isLeftOut(element));
    return element;
  }

  function leavesNothing(element) {
    if (/^(LI|TR|DIV)$/.test(element.tagName) && /^(UL|OL|TBODY|DL)$/.test(element.parentElement.tagName)) {
      return Array.prototype.every.call(element.parentElement.children, isOurs) && element.parentElement;
    }
    var before = neighbour(element, "previousElementSibling");
    var after = neighbour(element, "nextElementSibling");
    return before && isHeading(before) && (!after || isHeading(after)) && element;
  }

  function markEmptied() {
    all(OURS).forEach(function (element) {
      var emptied = leavesNothing(element);
      if (!emptied) return;
      var place = emptied.closest(".table-scroll") || emptied;
      var next = place.nextElementSibling;
      if (next && next.classList.contains("nothing-left")) return;
      place.insertAdjacentElement(
        "afterend",
        make("p", "nothing-left", "Kildene sier ikke noe om dette.")
      );
    });
  }

  function hiddenCount() {
    return all(OURS).filter(function (element) {
      return !element.parentElement.closest(OURS) && !element.closest(".on-paper");
    }).length;
  }

  /* What one must do by our reading is a must still, also when it is not shown. */
  function hiddenDuties(among) {
    var count = all(".level-must").filter(function (mark) {
      return mark.closest(OURS);
    }).length;
    if (!count) return "";
    if (among === 1) return " Det er noe som må gjøres.";
    return " " + (count === 1 ? "Ett" : count) + " av dem er noe som må gjøres.";
  }

  function paperWords() {
    return (
      "Her er bare det kildene sier. Forslag og tolkninger er ikke skrevet ut" +
      (hiddenDuties() ? ", heller ikke når det er noe som må gjøres." : ".")
    );
  }

  all("[data-source-switch]").forEach(function (box) {
    var line = box.closest(".source-switch");
    var count = hiddenCount();
    if (!count) return;
    var duties = hiddenDuties(count);
    var status = make("span", "source-status");
    status.setAttribute("role", "status");
    line.appendChild(status);
    line.appendChild(make("span", "source-paper", paperWords()));

    function use(on) {
      box.checked = on;
      root.classList.toggle("sources-only", on);
      status.textContent = !on
        ? ""
        : count === 1
          ? "Ett forslag eller én tolkning er skjult." + duties
          : count + " forslag og tolkninger er skjult." + duties;
    }

    markEmptied();
    line.hidden = false;
    use(remembered());
    box.addEventListener("change", function () {
      use(box.checked);
      remember(box.checked);
    });
  });

  /* Explanations of words: on hover and focus, stay while pointed at, go on Escape (WCAG 1.4.13). */
  var terms = all(".term[data-tip]");
  if (terms.length) {
    var tip = make("div", "tip");
    var shownFor = null;
    var timer = 0;
    tip.id = "ordforklaring";
    tip.setAttribute("role", "tooltip");
    tip.hidden = true;
    document.body.appendChild(tip);

    var hide = function () {
      clearTimeout(timer);
      if (!shownFor) return;
      shownFor.removeAttribute("aria-describedby");
      shownFor = null;
      tip.hidden = true;
    };

    var show = function (term) {
      clearTimeout(timer);
      if (shownFor === term) return;
      hide();
      shownFor = term;
      tip.textContent = term.dataset.tip;
      tip.hidden = false;
      term.setAttribute("aria-describedby", tip.id);
      var at = term.getClientRects()[0];
      var room = root.clientWidth - tip.offsetWidth - 8;
      var below = at.bottom + tip.offsetHeight + 8 < window.innerHeight || at.top < tip.offsetHeight;
      tip.style.left = window.scrollX + Math.max(8, Math.min(at.left, room)) + "px";
      tip.style.top =
        window.scrollY + (below ? at.bottom : at.top - tip.offsetHeight) + "px";
    };

    var hideSoon = function () {
      clearTimeout(timer);
      timer = setTimeout(hide, 250);
    };

    terms.forEach(function (term) {
      term.addEventListener("mouseenter", function () {
        clearTimeout(timer);
        timer = setTimeout(function () {
          show(term);
        }, 200);
      });
      term.addEventListener("mouseleave", hideSoon);
      term.addEventListener("focus", function () {
        if (term.matches(":focus-visible")) show(term);
      });
      term.addEventListener("blur", hide);
    });
    tip.addEventListener("mouseenter", function () {
      clearTimeout(timer);
    });
    tip.addEventListener("mouseleave", hideSoon);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") hide();
    });
  }

  /* Marks: a link to a finding shows the words of the source where it stands. They are fetched when first
     asked for; when they can't be, without popovers, or in a new tab, it is the link it always was. */
  var quotations = null;
  var waiting = null;

  window.handbookQuotations = function (found) {
    quotations = found;
  };

  function withQuotations() {
    if (!waiting) {
      waiting = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = window.handbookOwnScript.createScriptURL((document.body.dataset.root || "") + "assets/quotations/quotations.js");
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    return waiting;
  }

  /** The ways to all that a mark rests on, the first of which is its own. @param {HTMLAnchorElement} link */
  function waysOf(link) {
    return [link.getAttribute("href")].concat((link.dataset.more || "").split(" ").filter(Boolean));
  }

  /** @param {string} way */
  function numberOf(way) {
    return way.split("#")[1];
  }

  var panel = null;
  var asked = null;

  /** @param {string[]} numbers */
  function panelFor(numbers) {
    if (!panel) {
      panel = make("div", "tip evidence-panel");
      panel.popover = "auto";
      panel.tabIndex = -1;
      panel.setAttribute("role", "dialog");
      panel.addEventListener("toggle", function (event) {
        if (/** @type {ToggleEvent} */ (event).newState !== "closed" || !asked) return;
        if (panel.contains(document.activeElement) || document.activeElement === document.body) asked.focus();
        asked = null;
      });
      document.body.appendChild(panel);
    }
    panel.setAttribute("aria-label", "Kilden bak merket: funn " + numbers.join(", "));
    return panel;
  }

  /** @param {string} way @param {string[]} found source, day, place, words, how it was read */
  function oneBehind(way, found) {
    var source = make("p", "", found[0] + ". " + found[1]);
    var told = make("p", "");
    told.append(make("strong", "", numberOf(way)), " " + found[2] + (found[3] ? " «" + found[3] + "»" : ""));
    var whole = make("a", "evidence-whole", "Les funnet i kilden");
    whole.setAttribute("href", way);
    return [source, told].concat(found[4] ? make("p", "note", found[4]) : [], whole);
  }

  /** @param {HTMLAnchorElement} link */
  function showBehind(link) {
    var known = waysOf(link).filter(function (way) {
      return quotations[numberOf(way)];
    });
    var shown = panelFor(known.map(numberOf));
    shown.replaceChildren();
    known.forEach(function (way) {
      oneBehind(way, quotations[numberOf(way)]).forEach(function (part) {
        shown.append(part);
      });
    });
    asked = link;
    shown.showPopover();
    var at = link.getBoundingClientRect();
    var room = root.clientWidth - shown.offsetWidth - 8;
    var below = at.bottom + shown.offsetHeight + 8 < window.innerHeight || at.top < shown.offsetHeight;
    shown.style.left = window.scrollX + Math.max(8, Math.min(at.left, room)) + "px";
    shown.style.top = window.scrollY + (below ? at.bottom + 4 : at.top - shown.offsetHeight - 4) + "px";
    shown.focus();
  }

  if ("popover" in HTMLElement.prototype) {
    document.addEventListener("click", function (event) {
      var target = /** @type {Element} */ (event.target);
      var link = /** @type {HTMLAnchorElement} */ (target.closest(".basis a[href*='#']"));
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      var follow = function () {
        location.assign(link.href);
      };
      withQuotations().then(function () {
        if (quotations && quotations[numberOf(link.getAttribute("href"))]) showBehind(link);
        else follow();
      }, follow);
    });
    all(".basis a[href*='#']").forEach(function (link) {
      link.setAttribute("aria-haspopup", "dialog");
    });
  }

  function namedSpot() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return null; // an address that nobody has written right
    }
  }

  /* A link to what is folded opens it. While the page is still read, nothing is `:target` yet. */
  function openTarget() {
    var spot = namedSpot();
    var fold = /** @type {HTMLDetailsElement} */ (spot && spot.closest("details"));
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (spot && spot.closest("details")) spot.scrollIntoView();
  }

  openTarget();
  window.addEventListener("hashchange", openTarget);

  /* Paper: what is folded on the screen lies open, and only the addresses of others are written out. */
  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    var home = new URL(document.body.dataset.root, document.baseURI).href;
    all("a[href^='http']").forEach(function (link) {
      link.toggleAttribute("data-ours", link.href.indexOf(home) === 0);
    });
    unfolded = all("details:not([open], .unprinted)");
    unfolded.forEach(function (details) {
      details.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    unfolded.forEach(function (details) {
      details.open = false;
    });
  });
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
