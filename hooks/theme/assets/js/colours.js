/* Before anything is painted: tell the styles that scripts run, and use the colours the reader chose. */
(function () {
  "use strict";
  var root = document.documentElement;
  var sheet = /** @type {HTMLLinkElement} */ (document.getElementById("morke-farger"));
  var media = { auto: "screen and (prefers-color-scheme: dark)", lys: "not all", "mørk": "screen" };
  function read() {
    if (root.hasAttribute("data-preview")) return "auto";
    try {
      return localStorage.getItem("farger") || "auto";
    } catch (error) {
      return "auto";
    }
  }
  function use(choice) {
    var known = media[choice] ? choice : "auto";
    sheet.media = media[known];
    root.dataset.farger = known;
    return known;
  }
  root.classList.add("js");
  use(read());
  window.handbookColours = { use: use };
})();
