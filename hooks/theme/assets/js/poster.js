/* A role's sheet to hang up: as large letters as the paper has room for, on one sheet or else on two.
   It is laid out as on paper before it is printed, and measured there. */
(function () {
  "use strict";

  var WIDE = 186;
  var TALL = 254; // of 297, without margins, the foot and a line or two to spare
  var TORN = 0.06; // of a sheet: what two lose where a line does not fit
  var LARGEST = 1.4;
  var SMALLEST = 0.875; // 8.3 points
  var STEP = 0.025;

  var poster = /** @type {HTMLElement} */ (document.querySelector(".kind-my-role, .kind-role"));
  var paper = /** @type {HTMLLinkElement} */ (document.querySelector('link[media="print"]'));
  if (!poster || !paper) return;

  /** @param {number} count */
  function millimetres(count) {
    return (count * 96) / 25.4;
  }

  /** In columns as long as the sheet, what there is no room for stands beside them. */
  function fitsOne() {
    poster.style.columnFill = "auto";
    poster.style.height = millimetres(TALL) / Number(poster.style.zoom) + "px";
    var fits = poster.scrollWidth <= poster.clientWidth + 1;
    poster.style.columnFill = poster.style.height = "";
    return fits;
  }

  function fitsTwo() {
    return poster.getBoundingClientRect().height <= millimetres(TALL) * (2 - TORN);
  }

  /** @param {() => boolean} fits @returns {number} the largest size that fits, or 0 */
  function fitting(fits) {
    for (var size = LARGEST; size >= SMALLEST - STEP / 2; size -= STEP) {
      poster.style.zoom = String(size);
      if (fits()) return size;
    }
    return 0;
  }

  function onPaper() {
    paper.media = "all";
    document.body.style.width = millimetres(WIDE) + "px";
    var size = fitting(fitsOne) || fitting(fitsTwo) || SMALLEST;
    document.body.style.width = "";
    paper.media = "print";
    poster.style.zoom = String(size);
  }

  window.addEventListener("beforeprint", onPaper);
  window.addEventListener("afterprint", function () {
    poster.style.zoom = "";
  });
})();
