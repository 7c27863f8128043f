/* Norwegian words: how a text is taken apart, folded, stemmed and split, and how far two words are from
   each other. The rules are tables that come with the index; analysis.py walks the same tables. */
(function () {
  "use strict";

  /** @type {Rules} */
  var rules;
  /** @type {[string, string][]} */
  var replaced = [];
  /** @type {[RegExp, string][]} */
  var numbered = [];
  /** @type {Set<string>} */
  var stop = new Set();
  /** @type {Set<string>} */
  var endings = new Set();
  var longest = 0;

  /** @param {Rules} given */
  function use(given) {
    rules = given;
    stop = new Set(rules.stop);
    endings = new Set(rules.endings);
    longest = rules.endings[0].length;
    replaced = rules.fold.concat(rules.nynorsk);
    numbered = rules.numbered.map(function (rule) {
      return [new RegExp(rule[0], "g"), rule[1]];
    });
  }

  /** @param {object} table @param {string} key @returns {boolean} */
  function hasOwn(table, key) {
    return Object.prototype.hasOwnProperty.call(table, key);
  }

  var WORD = /[0-9a-zà-öø-ÿ]+/g;
  var HYPHEN = /([0-9a-zà-öø-ÿ])[-\u2010\u2011](?=[a-zà-öø-ÿ])/g;
  var HYPHENED = /[0-9a-zà-öø-ÿ]+(?:[-\u2010\u2011][0-9a-zà-öø-ÿ]+)+/gi;

  /** @param {string} text @returns {string[]} */
  function words(text) {
    var lower = text.normalize("NFC").toLowerCase();
    numbered.forEach(function (rule) {
      lower = lower.replace(rule[0], rule[1]);
    });
    return lower.replace(HYPHEN, "$1").match(WORD) || [];
  }

  /** @param {string} text @returns {string[]} */
  function telling(text) {
    var found = words(text);
    var kept = found.filter(function (word) {
      return !stop.has(word);
    });
    return kept.length ? kept : found;
  }

  /** Who speaks and of whom, a bit for each. @param {string} text @returns {number} */
  function voices(text) {
    var found = words(text);
    return rules.voices.reduce(function (bits, row, bit) {
      var said = row.some(function (word) {
        return found.indexOf(word) >= 0;
      });
      return said ? bits | (1 << bit) : bits;
    }, 0);
  }

  /** @param {string} word @returns {string} */
  function fold(word) {
    if (hasOwn(rules.apart, word)) return rules.apart[word];
    for (var i = 0; i < replaced.length; i++) {
      if (word.indexOf(replaced[i][0]) >= 0) word = word.split(replaced[i][0]).join(replaced[i][1]);
    }
    return word;
  }

  /** @param {string} word @returns {string} */
  function withoutEnding(word) {
    if (hasOwn(rules.same, word)) return word;
    if (word.endsWith("ss")) return word;
    for (var length = Math.min(longest, word.length - rules.shortestStem); length > 0; length--) {
      if (endings.has(word.slice(-length))) return word.slice(0, -length);
    }
    return word;
  }

  /** @param {string} word already folded @returns {string} */
  function stemFolded(word) {
    for (var round = 0; round < rules.rounds; round++) {
      var shorter = withoutEnding(word);
      if (shorter === word) break;
      word = shorter;
    }
    return hasOwn(rules.same, word) ? rules.same[word] : word;
  }

  /** @param {string} word @returns {string} */
  function stem(word) {
    return stemFolded(fold(word));
  }

  /** @param {string} word folded @param {(stem: string) => boolean} known @returns {string[]} */
  function split(word, known) {
    var shortest = rules.splitShortest;
    for (var at = word.length - shortest; at >= shortest; at--) {
      var first = stemFolded(word.slice(0, at));
      if (!known(first)) continue;
      var rest = word.slice(at);
      var last = stemFolded(rest);
      if (known(last)) return [first, last];
      var more = rest.length > 2 * shortest ? split(rest, known) : [];
      if (more.length) return [first].concat(more);
    }
    return [];
  }

  var ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

  /** Damerau–Levenshtein; gives up above `most`. @returns {number} */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > 60) return most + 1;
    var older = ROWS[0];
    var old = ROWS[1];
    var row = ROWS[2];
    for (var j = 0; j <= b.length; j++) old[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var best = i;
      row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, older[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < best) best = cost;
      }
      if (best > most) return most + 1;
      var spare = older;
      older = old;
      old = row;
      row = spare;
    }
    return old[b.length];
  }

  /** A bit for each letter of a word; one typing mistake changes at most two bits. */
  function lettersIn(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
    return bits;
  }

  /** @param {number} number @returns {number} */
  function bitsIn(number) {
    var count = 0;
    for (; number; number &= number - 1) count++;
    return count;
  }

  /** Distance between two words, unless their letters already show that it is above `most`. */
  function apart(word, bits, other, otherBits, most) {
    if (Math.abs(word.length - other.length) > most || bitsIn(bits ^ otherBits) > 2 * most) return most + 1;
    return distance(word, other, most);
  }

  window.handbookWords = {
    HYPHENED: HYPHENED,
    use: use,
    hasOwn: hasOwn,
    words: words,
    telling: telling,
    voices: voices,
    fold: fold,
    stemFolded: stemFolded,
    stem: stem,
    split: split,
    lettersIn: lettersIn,
    bitsIn: bitsIn,
    distance: distance,
    apart: apart,
  };
})();
