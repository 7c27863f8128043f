/* Reads a page aloud with a voice that lies on the reader's own machine. Nothing is sent anywhere:
   a voice that needs the net is never used, and without a Norwegian one the button stays away. */
'use strict';

(function () {
  /**
   * The voice to use: on this machine, Norwegian, bokmål before others.
   * @param {{lang: string, localService: boolean}[]} voices @returns {any} nothing when there is none
   */
  function chosen(voices) {
    const own = voices.filter((voice) => voice.localService && /^(nb|no|nn)(-|_|$)/i.test(voice.lang));
    return own.find((voice) => /^nb/i.test(voice.lang)) || own[0];
  }

  globalThis.handbookReadAloud = { chosen };
  if (typeof document === 'undefined') return;

  const tool = /** @type {HTMLElement} */ (document.querySelector('[data-read-aloud]'));
  const speech = window.speechSynthesis;
  if (!tool || !speech) return;
  const button = /** @type {HTMLButtonElement} */ (tool.querySelector('[data-listen]'));
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-listen-status]'));
  let reading = false;

  /** What is read: headings, paragraphs and lines, in order, none twice. @returns {string[]} */
  function texts() {
    const article = /** @type {HTMLElement} */ (tool.closest('article'));
    const pieces = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('h1, h2, h3, summary, p, li')]);
    return pieces
      .filter((piece) => !piece.closest('.read-aloud, .page-foot, .on-paper, nav, .basis') && !piece.querySelector('p, li'))
      .map((piece) => (piece.innerText || '').trim())
      .filter(Boolean);
  }

  /** @param {boolean} on */
  function show(on) {
    reading = on;
    button.textContent = on ? 'Stopp' : 'Les opp';
    status.textContent = on ? ' Leser opp.' : '';
  }

  function start() {
    const voice = chosen(speech.getVoices());
    if (!voice) return;
    const said = texts();
    show(true);
    said.forEach((text, at) => {
      const one = new SpeechSynthesisUtterance(text);
      one.voice = voice;
      one.lang = voice.lang;
      one.rate = 0.9;
      if (at === said.length - 1) one.onend = () => show(false);
      speech.speak(one);
    });
  }

  function stop() {
    speech.cancel();
    show(false);
  }

  /** A browser may find its voices after the page is there. */
  function ready() {
    tool.hidden = !chosen(speech.getVoices());
  }

  button.addEventListener('click', () => (reading ? stop() : start()));
  window.addEventListener('pagehide', () => speech.cancel());
  if (speech.addEventListener) speech.addEventListener('voiceschanged', ready);
  ready();
})();
