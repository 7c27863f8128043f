/* A former address leads on to the very spot that was asked for; the page itself forgets the spot. */
'use strict';

(function () {
  const on = /** @type {HTMLAnchorElement|null} */ (document.querySelector('main a[href]'));
  if (on && location.hash && !on.hash) location.replace(on.href + location.hash);
})();
