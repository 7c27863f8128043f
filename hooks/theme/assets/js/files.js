/* Scripts that are loaded when they are needed, and files handed to the reader. */
'use strict';

(function () {
  const MOST = 60; // signs of a part of a file's name
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /** Scripts of our own, run in this order, each once. @param {string[]} urls @returns {Promise<void>} */
  async function load(urls) {
    await Promise.all(urls.map((url) => {
      if (!loading.has(url)) loading.set(url, run(url));
      return loading.get(url);
    }));
  }

  /** Also once more, for a script that leaves something where another has left its own. @param {string} url @returns {Promise<void>} */
  function run(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = globalThis.handbookOwnScript.createScriptURL(url);
      script.async = false;
      script.onload = () => resolve();
      script.onerror = () => {
        loading.delete(url);
        reject(new Error(url));
      };
      document.head.append(script);
    });
  }

  /** @param {Blob} blob @param {string} name */
  function download(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** What a file system can hold, cut between words. @param {string} text @returns {string} */
  function clean(text) {
    const plain = text.normalize('NFC').replace(/[\u0000-\u001f<>:"/\\|?*\u200b-\u200f\u202a-\u202e]+/g, ' ').replace(/\s+/g, ' ').trim();
    const signs = Array.from(plain);
    if (signs.length <= MOST) return plain;
    const cut = signs.slice(0, MOST + 1).join(''), words = cut.slice(0, cut.lastIndexOf(' '));
    return (words.length > MOST / 2 ? words : signs.slice(0, MOST).join('')).replace(/[\s,;:–-]+$/, '');
  }

  /** `SKJ-09 Referat fra statusmøte – K. N. – 2026-11-29.pdf`. @param {{id: string, title: string}} form @param {string} about @param {string} ending @param {Date} [day] */
  function fileName(form, about, ending, day = new Date()) {
    const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    return [`${form.id} ${form.title}`, about, iso].map(clean).filter(Boolean).join(' – ') + ending;
  }

  globalThis.handbookFiles = { again: run, download, fileName, load };
})();
