/* A site that nobody builds again must not lie: what is over by the reader's clock, says so. */
'use strict';

(function () {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const time of document.querySelectorAll('time[data-passed]')) {
    if (!(time instanceof HTMLTimeElement) || time.dateTime >= today) continue;
    time.textContent = time.dataset.passed ?? '';
    time.classList.add('until-passed');
  }
  for (const notice of document.querySelectorAll('[data-from]')) {
    if (notice instanceof HTMLElement) notice.hidden = (notice.dataset.from ?? '') > today;
  }
})();
