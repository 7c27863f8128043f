/* The index of the search: its tables, and the pieces that are fetched when a question needs them. The
   files are made by hooks/handbook/search/index.py; each calls handbookSearchData. */
(function () {
  "use strict";

  var words = window.handbookWords;
  var root = "";
  /** @type {Record<string, Promise<void>>} */
  var waiting = {};
  /** @type {Record<string, any[]>} */
  var loaded = { words: [], phrases: [], entries: [] };
  /** @type {SearchIndex} */
  var book = {
    main: null, written: [], folded: [], stems: [], rarity: [], named: [], wordLetters: [], stemLetters: [],
    partsOf: {}, wholesOf: {}, numberOf: new Map(), hidden: new Set(), toParticipants: new Set(), total: 0,
    open: open, need: need, every: every, item: item,
  };

  /** @param {string} file @returns {Promise<void>} */
  function addScript(file) {
    if (!waiting[file]) {
      waiting[file] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = window.handbookOwnScript.createScriptURL(root + file);
        script.onload = function () {
          resolve();
        };
        script.onerror = function () {
          delete waiting[file];
          script.remove();
          reject(new Error(file));
        };
        document.head.appendChild(script);
      });
    }
    return waiting[file];
  }

  window.handbookSearchData = function (name, number, value) {
    if (name === "main") useMain(value);
    else loaded[name][number] = value;
  };

  /** Finds what a compound is made of: words that are named somewhere. @param {string} word @param {number} number */
  function takeApart(word, number) {
    var parts = words
      .split(word, function (part) {
        return part !== book.stems[number] && book.named[book.numberOf.get(part)];
      })
      .map(function (part) {
        return book.numberOf.get(part);
      });
    if (parts.length) book.partsOf[number] = parts;
    parts.forEach(function (part, place) {
      (book.wholesOf[part] = book.wholesOf[part] || []).push([number, place === parts.length - 1]);
    });
  }

  /** @param {any} main */
  function useMain(main) {
    words.use(main.rules);
    book.main = main;
    book.hidden = new Set(main.hidden);
    book.toParticipants = new Set(main.toParticipants);
    book.written = main.written.split(" ");
    book.folded = book.written.map(words.fold);
    book.stems = book.folded.map(words.stemFolded);
    book.wordLetters = book.folded.map(words.lettersIn);
    book.stemLetters = book.stems.map(words.lettersIn);
    book.stems.forEach(function (key, number) {
      book.numberOf.set(key, number);
    });
    Array.prototype.forEach.call(main.marks, function (mark) {
      var value = parseInt(mark, 32);
      book.rarity.push(value >> 1);
      book.named.push((value & 1) === 1);
    });
    book.folded.forEach(takeApart);
    main.kinds.forEach(function (/** @type {[string, number, number]} */ kind) {
      book.total += kind[2];
    });
  }

  /** Number of the chunk that holds an item. */
  function chunkOf(list, item) {
    var low = 0;
    var high = list.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (list[middle][0] <= item) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param {"words"|"phrases"|"entries"} name @param {number[]} items @returns {Promise<unknown>} */
  function need(name, items) {
    var missing = new Set();
    items.forEach(function (item) {
      var chunk = chunkOf(book.main[name], item);
      if (!loaded[name][chunk]) missing.add(chunk);
    });
    if (!missing.size) return Promise.resolve();
    return Promise.all(
      Array.from(missing).map(function (chunk) {
        return addScript("assets/search/" + book.main[name][chunk][1]);
      })
    );
  }

  /** All items of one kind. @param {"phrases"} name @returns {Promise<any[]>} */
  function every(name) {
    var starts = book.main[name].map(function (chunk) {
      return chunk[0];
    });
    return need(name, starts).then(function () {
      return [].concat.apply([], loaded[name]);
    });
  }

  function item(name, number) {
    var chunk = chunkOf(book.main[name], number);
    return loaded[name][chunk][number - book.main[name][chunk][0]];
  }

  /** @param {string} siteRoot way from this page to the site's root @returns {Promise<void>} */
  function open(siteRoot) {
    root = siteRoot;
    return book.main ? Promise.resolve() : addScript("assets/search/index.js");
  }

  window.handbookIndex = book;
})();
