/* A role's sheet to hang up: as large letters as the paper has room for, on one sheet or else on two.
   The sheet is laid out as on paper, in the width it has there, and measured before it is printed. */
(function () {
  "use strict";

  var WIDE = 186;
  var TALL = 256; // of 297, without margins, the foot and a line to spare
  var TORN = 0.04; // of a sheet: what a column loses where a line does not fit
  var LARGEST = 1.4;
  var SMALLEST = 0.9; // 8.5 points
  var STEP = 0.05;

  var poster = /** @type {HTMLElement} */ (document.querySelector(".kind-my-role, .kind-role"));
  var paper = /** @type {HTMLLinkElement} */ (document.querySelector('link[media="print"]'));
  if (!poster || !paper) return;

  /** @param {number} size @returns {number} the sheets it fills */
  function sheets(size) {
    poster.style.zoom = String(size);
    return poster.getBoundingClientRect().height / millimetres(TALL);
  }

  /** @param {number} count */
  function millimetres(count) {
    return (count * 96) / 25.4;
  }

  /** @param {number} most how many sheets @returns {number} the largest size that fits, or 0 */
  function fitting(most) {
    for (var size = LARGEST; size >= SMALLEST - STEP / 2; size -= STEP) {
      if (sheets(size) <= most) return size;
    }
    return 0;
  }

  function onPaper() {
    paper.media = "all";
    document.body.style.width = millimetres(WIDE) + "px";
    var size = fitting(1) || fitting(2 - TORN) || SMALLEST;
    document.body.style.width = "";
    paper.media = "print";
    poster.style.zoom = String(size);
  }

  window.addEventListener("beforeprint", onPaper);
  window.addEventListener("afterprint", function () {
    poster.style.zoom = "";
  });
})();
