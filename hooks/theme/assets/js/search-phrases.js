/* What people ask in several words, and names of several words: a question is held against each of them
   as a whole, so that «kan jeg få sparken når jeg er syk» is near «oppsigelse på grunn av sykdom», while
   one word they happen to share tells little. */
(function () {
  "use strict";

  /** @typedef {{row: number, place: number, trust: number}} Use  A stem in a phrase; less trust when the
   *            phrase has another word for it. */

  var words = window.handbookWords;
  var book = window.handbookIndex;
  /** What it is worth that the phrase has an everyday word for what the question says. */
  var ANOTHER_WORD = 0.8;
  /** What it tells who speaks, beside a word of the question. */
  var VOICE = 0.4;

  /** @type {[number[], number[], number?][]} */
  var rows = [];
  /** @type {Map<string, number[]>} */
  var owners = new Map();
  /** @type {Map<number, Use[]>} */
  var uses = new Map();
  /** @type {number[]} */
  var totals = [];

  /** How much a stem tells; as a word of a question does. @param {number} number */
  function telling(number) {
    return 0.35 + book.rarity[number] / 14;
  }

  function use(number, row, place, trust) {
    var list = uses.get(number);
    if (!list) uses.set(number, (list = []));
    list.push({ row: row, place: place, trust: trust });
  }

  /** Other stems for the same, when they are one word. @returns {number[]} */
  function others(number) {
    var key = book.stems[number];
    if (!words.hasOwn(book.main.synonyms, key)) return [];
    return book.main.synonyms[key]
      .map(function (phrase) {
        return book.numberOf.get(phrase);
      })
      .filter(function (other) {
        return other !== undefined && other !== number;
      });
  }

  function take(phrase, row) {
    var key = phrase[0]
      .map(function (number) {
        return book.stems[number];
      })
      .join(" ");
    owners.set(key, (owners.get(key) || []).concat(phrase[1]));
    totals.push(VOICE * words.bitsIn(phrase[2] || 0));
    phrase[0].forEach(function (number, place) {
      totals[row] += telling(number);
      if (phrase[0].length === 1) return;
      use(number, row, place, 1);
      others(number).forEach(function (other) {
        use(other, row, place, ANOTHER_WORD);
      });
    });
  }

  /** @type {Promise<void> | null} */
  var opened = null;

  /** @returns {Promise<void>} when all phrases are at hand; they are taken in once */
  function open() {
    if (!opened) {
      opened = book.every("phrases").then(function (all) {
        rows = all;
        rows.forEach(take);
      });
      opened.catch(function () {
        opened = null;
      });
    }
    return opened;
  }

  /** For each phrase that a word of the question may mean: how surely, and in which places. */
  function meant(unit, places) {
    var best = new Map();
    unit.ways.forEach(function (way) {
      way.stems.forEach(function (number) {
        (uses.get(number) || []).forEach(function (one) {
          var trust = Math.min(1, way.trust) * one.trust;
          if (trust / way.stems.length > (best.get(one.row) || 0)) best.set(one.row, trust / way.stems.length);
          var found = places.get(one.row);
          if (!found) places.set(one.row, (found = new Array(rows[one.row][0].length).fill(0)));
          if (trust > found[one.place]) found[one.place] = trust;
        });
      });
    });
    return best;
  }

  /**
   * Calls back with the owners of each phrase, how much of the question it holds, and how much of the
   * phrase the question holds; both from 0 to 1.
   * @param {{ways: {stems: number[], trust: number}[], weight: number}[]} units
   * @param {number} voices who speaks in the question
   * @param {(owners: number[], ofQuestion: number, ofPhrase: number) => void} act
   */
  function eachNear(units, voices, act) {
    var whole = VOICE * words.bitsIn(voices);
    var held = new Map();
    var places = new Map();
    units.forEach(function (unit) {
      whole += unit.weight;
      meant(unit, places).forEach(function (trust, row) {
        held.set(row, (held.get(row) || 0) + trust * unit.weight);
      });
    });
    held.forEach(function (weight, row) {
      var told = VOICE * words.bitsIn(voices & (rows[row][2] || 0));
      weight += told;
      places.get(row).forEach(function (trust, place) {
        told += trust * telling(rows[row][0][place]);
      });
      act(rows[row][1], weight / whole, told / totals[row]);
    });
  }

  /**
   * Calls back with the owners of each phrase that has a word of the question, and how much of the phrase
   * the word is.
   * @param {{ways: {stems: number[], trust: number}[], weight: number}} unit
   * @param {(owners: number[], share: number) => void} act
   */
  function eachWith(unit, act) {
    meant(unit, new Map()).forEach(function (trust, row) {
      act(rows[row][1], trust * Math.min(1, unit.weight / totals[row]));
    });
  }

  window.handbookPhrases = {
    open: open,
    eachNear: eachNear,
    eachWith: eachWith,
    /** @param {string} key stems with spaces between @returns {number[] | undefined} */
    ownersOf: function (key) {
      return owners.get(key);
    },
  };
})();
