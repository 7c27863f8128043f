/* The search dialog: asks as you type, shows hits with their kind, says how many there are. The
   search itself (search-words.js, search-index.js, search-phrases.js, search-engine.js) and its index are loaded
   when the dialog is first opened. Opening, closing and focus are done by theme.js. */
(function () {
  "use strict";

  var dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("sok"));
  if (!dialog || !dialog.showModal) return;
  var form = dialog.querySelector("[data-search-form]");
  var input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
  var status = dialog.querySelector("[data-search-status]");
  var list = dialog.querySelector("[data-search-results]");
  var root = document.body.dataset.root || "";
  var WAIT_TO_SAY = 400;
  var FAILED = "Søket lot seg ikke laste. Last siden på nytt, eller bruk lenkene under.";

  /** @type {Promise<void> | null} */
  var ready = null;
  var asked = 0;
  var goWhenReady = false;
  var saying = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function addScript(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = window.handbookOwnScript.createScriptURL(root + name);
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  function load() {
    if (!ready) {
      ready = addScript("assets/js/search-words.js")
        .then(function () {
          return addScript("assets/js/search-index.js");
        })
        .then(function () {
          return addScript("assets/js/search-phrases.js");
        })
        .then(function () {
          return addScript("assets/js/search-engine.js");
        })
        .then(function () {
          return window.handbookIndex.open(root);
        });
      ready.catch(function () {
        ready = null;
      });
    }
    return ready;
  }

  /* What is shown. */

  /** Screen readers are told when the typing rests, not at every letter. */
  function say(text, later) {
    clearTimeout(saying);
    saying = setTimeout(
      function () {
        status.textContent = text;
      },
      later ? WAIT_TO_SAY : 0
    );
  }

  function link(url, text) {
    var anchor = make("a", "", text);
    anchor.href = root + url;
    return anchor;
  }

  function hitItem(hit) {
    var line = make("li");
    var where = make("p", "search-where");
    where.appendChild(make("span", "search-kind", hit.kind));
    if (hit.where) where.appendChild(document.createTextNode(" · " + hit.where));
    line.appendChild(link(hit.url, hit.title));
    line.appendChild(where);
    if (hit.excerpt) line.appendChild(make("p", "", hit.excerpt));
    if (hit.also.length) line.appendChild(alsoIn(hit.also));
    return line;
  }

  function alsoIn(others) {
    var line = make("p", "search-also", "Også i ");
    others.forEach(function (other, place) {
      if (place) line.appendChild(document.createTextNode(", "));
      line.appendChild(link(other.url, other.where));
    });
    return line;
  }

  /** The header's own links are the way on when nothing is found. @returns {HTMLElement[]} */
  function waysOn() {
    var doors = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".main-nav a"));
    return Array.from(doors).map(function (door) {
      var line = make("li", "search-door");
      var anchor = make("a", "", door.textContent.trim());
      anchor.href = door.href;
      line.appendChild(anchor);
      return line;
    });
  }

  /** Whom to ask when the handbook has nothing to say. @returns {HTMLElement[]} */
  function askNav() {
    var nav = window.handbookIndex.main.nav;
    if (!nav) return [];
    var line = make("li", "search-door", "Ring " + nav.title + ": ");
    var number = make("a", "", nav.phone.replace(/ /g, "\u00a0"));
    number.href = "tel:+47" + nav.phone.replace(/ /g, "");
    line.appendChild(number);
    line.appendChild(document.createTextNode(" (" + nav.hours + ")"));
    return [line];
  }

  function countText(count) {
    return count === 1 ? "1 treff" : count + " treff";
  }

  function summary(query, answer) {
    if (!answer.hits.length) {
      return "Ingen treff på «" + query + "»: håndboka har ikke noe om det. Prøv et annet ord, begynn her, eller spør Nav:";
    }
    var text = countText(answer.hits.length);
    answer.read.forEach(function (word) {
      text += ". Leser «" + word.typed + "» som " + (word.as ? "«" + word.as + "»" : "et lignende ord");
    });
    if (answer.unknown.length) {
      text += ". Håndboka har ikke ordet «" + answer.unknown.join("», «") + "»";
    }
    return text;
  }

  function show(query, answer) {
    var on = answer.hits.length ? answer.hits.map(hitItem) : waysOn();
    list.replaceChildren.apply(list, answer.unknown.length || !answer.hits.length ? on.concat(askNav()) : on);
    list.setAttribute("data-query", query);
    keepInAddress(query);
    say(summary(query, answer), answer.hits.length > 0);
    if (goWhenReady) go();
  }

  function showFailure() {
    list.replaceChildren.apply(list, waysOn());
    say(FAILED, false);
  }

  function ask() {
    var query = input.value;
    var number = ++asked;
    if (!query.trim()) {
      goWhenReady = false;
      list.replaceChildren();
      list.removeAttribute("data-query");
      say("", false);
      return;
    }
    load()
      .then(function () {
        return number === asked ? window.handbookSearch.find(query) : null;
      })
      .then(function (answer) {
        if (answer && number === asked) show(query, answer);
      })
      .catch(showFailure);
  }

  /* The question stands in the address' fragment while the dialog is open, and is never sent. It stays
     when a hit is followed, so that Back comes to the same answers; else the fragment is as it was. */

  var ASKED = /^#sok=(.*)$/;
  var following = false;

  function replaceFragment(fragment, state) {
    try {
      history.replaceState(state, "", location.pathname + location.search + fragment);
    } catch (error) {
      /* From a disk a browser may refuse; the search works without. */
    }
  }

  function keepInAddress(query) {
    if (!dialog.open) return;
    var before = ASKED.test(location.hash) ? (history.state || {}).before || "" : location.hash;
    replaceFragment("#sok=" + encodeURIComponent(query), { before: before });
  }

  function restoreAddress() {
    if (ASKED.test(location.hash)) replaceFragment((history.state || {}).before || "", null);
  }

  function askedInAddress() {
    try {
      return decodeURIComponent((ASKED.exec(location.hash) || ["", ""])[1]);
    } catch (error) {
      return "";
    }
  }

  function askAgain() {
    var query = askedInAddress();
    if (!query || dialog.open) return;
    dialog.showModal();
    input.value = query;
    input.focus();
    ask();
  }

  dialog.addEventListener("close", function () {
    if (!following) restoreAddress();
    following = false;
  });
  addEventListener("hashchange", askAgain);
  addEventListener("pageshow", function () {
    following = false;
    askAgain();
  });

  /* Keys. */

  function links() {
    return Array.prototype.slice.call(list.querySelectorAll("li > a"));
  }

  /** To the first hit, once there are hits for what stands in the box. */
  function go() {
    goWhenReady = list.getAttribute("data-query") !== input.value;
    var first = /** @type {HTMLElement} */ (list.querySelector("li:not(.search-door) > a"));
    if (!goWhenReady && first) first.click();
  }

  function move(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var all = links();
    if (!step || !all.length) return;
    var next = all.indexOf(document.activeElement) + step;
    if (document.activeElement === input && step < 0) return;
    event.preventDefault();
    if (next < 0) input.focus();
    else if (next < all.length) all[next].focus();
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-open-search]"), function (button) {
    button.addEventListener("click", function () {
      load().catch(showFailure);
      input.select();
    });
  });
  list.addEventListener("click", function (event) {
    var mouse = /** @type {MouseEvent} */ (event);
    var inLink = /** @type {HTMLElement} */ (event.target).closest("a");
    if (!inLink || mouse.ctrlKey || mouse.metaKey) return;
    following = true;
    dialog.close();
  });
  input.addEventListener("input", function () {
    goWhenReady = false;
    ask();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (input.value.trim()) go();
  });
  dialog.addEventListener("keydown", move);
})();
