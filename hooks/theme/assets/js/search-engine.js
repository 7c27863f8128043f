/* The search itself, without a page: it understands a question and ranks what fits. Words are handled in
   search-words.js, the index in search-index.js, what people ask in search-phrases.js; search.js loads
   them all when the dialog is first opened. */
(function () {
  "use strict";

  /**
   * @typedef {{stems: number[], trust: number}} Way  One way to understand a word: all these stems.
   * @typedef {{word: string, key: string, ways: Way[], weight: number, known: boolean,
   *            kind?: string, model?: boolean, named?: number, setting?: boolean}} Unit  A word of the question; `kind`
   *            when it asks for a kind of thing, `model` when it only says in which model, `setting`
   *            when it names what everything here is about.
   * @typedef {{kind: string, title: string, url: string, excerpt: string, where: string,
   *            also: {where: string, url: string}[]}} Hit
   * @typedef {{hits: Hit[], unknown: string[], read: {typed: string, as: string}[]}} Answer
   */

  var words = window.handbookWords;
  var book = window.handbookIndex;
  var phrases = window.handbookPhrases;

  var BITS = 64;
  /** What it is worth that a run of words is a topic, another name or the name of an entry. */
  var BONUS = [0, 20, 34, 120];
  /** What it is worth that the question as a whole is like a topic, another name or a name. */
  var LIKE = [0, 56, 112, 60];
  /** The sharper, the less it is worth to be only somewhat like. */
  var SHARPNESS = 2.4;
  /** How much of its worth the nearest phrase of an entry counts, and the next ones. */
  var NEAREST = [1, 0.4, 0.2];
  /** What it is worth that people ask of every word of the question, each perhaps in a phrase of its own. */
  var ASKED = 60;
  /** The steeper, the less a page gets for some of the words; a page with many phrases has some of any. */
  var STEEPNESS = 3;
  var FULL = 16;
  /** All that belongs to a model weighs the same for the model's name, the model itself too. */
  var BELONGS = 14;
  var KIND_ASKED_FOR = 1.3;
  var KIND_OF_QUESTION = 1.2;
  /** What a page to participants weighs when somebody else asks. */
  var TO_ANOTHER = 0.8;
  /** What a page of another model than the named one weighs, and one of the model itself. */
  var OF_ANOTHER = 0.5;
  var OF_THIS = 1.15;
  /** What is left of the worth of a page that holds nothing of the question in titles and leads. */
  var UNCOVERED = 0.25;
  /** How near to its page a part must come to be shown in its place. */
  var PART = 0.2;
  var MOST_HITS = 30;
  var FEW_HITS = 5;
  /** Below this share of the question covered by titles and leads, only few hits are shown. */
  var SURE = 0.35;
  /** How much more a mention may count of a word that no title, lead or search word holds. */
  var SCARCE = 5;
  /** A question with words nobody knows is not answered by less than this share of it. */
  var LEAST = 0.3;
  var RARE = 12;
  /** So rare is a word nobody knows taken to be; the rest of the question tells more. */
  var UNKNOWN = 9;
  /** The shortest beginning or end of an unknown word that is read by itself. */
  var SHORTEST_PART = 5;
  var PREFIXES = 14;

  /* Understanding a question. */

  function isNamed(key) {
    var number = book.numberOf.get(key);
    return number !== undefined && book.named[number];
  }

  /** A compound may hold words that stand only in running text, when they are long enough to be sure. */
  function isPart(key) {
    return isNamed(key) || (key.length >= 6 && book.numberOf.has(key));
  }

  /** The nearest words of the book. @param {string} word folded */
  function nearest(word) {
    var allowed = book.main.rules.fuzzy;
    var best = allowed[Math.min(word.length, allowed.length - 1)];
    var key = words.stemFolded(word);
    var wordBits = words.lettersIn(word);
    var keyBits = words.lettersIn(key);
    /** @type {number[]} */
    var found = [];
    for (var n = 0; best && n < book.folded.length; n++) {
      var sameStart = book.folded[n][0] === word[0];
      if (!book.named[n] || book.folded[n].length < 4 || (!sameStart && (word.length < 6 || best > 1))) continue;
      var far = words.apart(word, wordBits, book.folded[n], book.wordLetters[n], best);
      if (key.length > 5 && book.stems[n].length > 5) {
        if (words.apart(key, keyBits, book.stems[n], book.stemLetters[n], 1) < 2) far = 1;
      }
      if (far > best) continue;
      if (far < best) found = [];
      best = far;
      found.push(n);
    }
    found.sort(function (a, b) {
      return book.rarity[a] - book.rarity[b];
    });
    return { words: found.slice(0, 3), apart: best };
  }

  /** Words of the book that begin so. @param {string} beginning folded @returns {number[]} */
  function beginning(beginning) {
    var found = [];
    for (var n = 0; n < book.folded.length; n++) {
      if (book.folded[n].startsWith(beginning) && book.folded[n] !== beginning) found.push(n);
    }
    found.sort(function (a, b) {
      return Number(book.named[b]) - Number(book.named[a]) || book.folded[a].length - book.folded[b].length;
    });
    return found.slice(0, PREFIXES);
  }

  /** @returns {Unit} */
  function unit(word, key, ways, known) {
    var weight = known ? RARE : UNKNOWN;
    if (ways.length) {
      weight = Math.max.apply(
        null,
        ways[0].stems.map(function (n) {
          return book.rarity[n];
        })
      );
    }
    return { word: word, key: key, ways: ways, weight: 0.35 + weight / 14, known: known };
  }

  /** What a word of the book also may stand for: compounds with it, and its own parts. */
  function related(number, trust) {
    var ways = (book.wholesOf[number] || []).map(function (whole) {
      return { stems: [whole[0]], trust: trust * (whole[1] ? 0.5 : 0.42) };
    });
    var parts = book.partsOf[number];
    if (parts) {
      ways.push({ stems: parts, trust: trust * 0.55 });
      parts.forEach(function (part, place) {
        ways.push({ stems: [part], trust: trust * (place === parts.length - 1 ? 0.25 : 0.3) });
      });
    }
    return ways;
  }

  /** @returns {Unit} a word the book has */
  function knownUnit(word, number, trust) {
    return unit(word, book.stems[number], [{ stems: [number], trust: trust }].concat(related(number, trust)), true);
  }

  function prefixWays(word, trust) {
    return beginning(word).map(function (n) {
      return { stems: [n], trust: trust * Math.sqrt(word.length / book.folded[n].length) };
    });
  }

  /** @returns {Unit[]} a word as it was typed; more than one when it is a compound of others */
  function understand(word, typing, read) {
    var plain = words.fold(word);
    var number = book.numberOf.get(words.stemFolded(plain));
    if (number !== undefined) {
      var one = knownUnit(word, number, 1);
      if (typing && plain.length > 1) one.ways = one.ways.concat(prefixWays(plain, 0.5));
      return [one];
    }
    if (words.hasOwn(book.main.synonyms, words.stemFolded(plain))) return [unit(word, words.stemFolded(plain), [], true)];
    var ahead = plain.length > (typing ? 1 : 3) ? prefixWays(plain, 0.9) : [];
    if (ahead.length) return [unit(word, book.stems[ahead[0].stems[0]], ahead, true)];
    var near = nearest(plain);
    var parts = words.split(plain, isPart);
    if (parts.length && (near.apart > 1 || !near.words.length)) {
      return parts.map(function (part) {
        return knownUnit(part, book.numberOf.get(part), 0.95);
      });
    }
    if (near.words.length) {
      read.push({ typed: word, as: shownWord(near.words) });
      var trust = near.apart > 1 ? 0.65 : 0.85;
      var ways = [];
      near.words.forEach(function (n, place) {
        ways.push({ stems: [n], trust: place ? trust * 0.8 : trust });
      });
      near.words.forEach(function (n) {
        ways = ways.concat(related(n, trust * 0.9));
      });
      return [unit(word, book.stems[near.words[0]], ways, true)];
    }
    return [partlyKnown(word, plain)];
  }

  /** The first word that readers may see; misspelt search words are never shown. */
  function shownWord(numbers) {
    var shown = numbers.filter(function (number) {
      return !book.hidden.has(number);
    });
    return shown.length ? book.written[shown[0]] : "";
  }

  /** A long word that begins or ends with a word of the book. */
  function partlyKnown(word, plain) {
    for (var length = plain.length - 2; length >= SHORTEST_PART; length--) {
      var tries = [plain.slice(0, length), plain.slice(-length)].map(words.stemFolded);
      for (var i = 0; i < 2; i++) {
        if (tries[i].length >= SHORTEST_PART - 1 && isNamed(tries[i])) {
          return unit(word, tries[i], [{ stems: [book.numberOf.get(tries[i])], trust: 0.4 }], true);
        }
      }
    }
    return unit(word, words.stemFolded(plain), [], false);
  }

  /** A word typed as two or three. @returns {{unit: Unit, used: number} | null} */
  function joined(list, at) {
    for (var count = 3; count > 1; count--) {
      if (at + count > list.length) continue;
      var pieces = list.slice(at, at + count).map(words.fold);
      var links = ["", "s", "e"];
      for (var i = 0; i < links.length; i++) {
        var number = book.numberOf.get(words.stemFolded(pieces.join(links[i])));
        if (number === undefined || !book.named[number]) continue;
        var whole = knownUnit(list.slice(at, at + count).join(" "), number, 1);
        pieces.forEach(function (piece) {
          var part = book.numberOf.get(words.stemFolded(piece));
          if (part !== undefined) whole.ways.push({ stems: [part], trust: 0.4 });
        });
        return { unit: whole, used: count };
      }
    }
    return null;
  }

  /** «ROS-analyse» is two words when the book does not have it as one. */
  function apartIfUnknown(word) {
    var one = words.words(word);
    return one.length === 1 && book.numberOf.has(words.stem(one[0])) ? word : word.replace(/[-\u2010\u2011]/g, " ");
  }

  /** @param {string} query @returns {{units: Unit[], read: {typed: string, as: string}[]}} */
  function parse(query) {
    var list = words.telling(query.normalize("NFC").replace(words.HYPHENED, apartIfUnknown));
    var typing = !/\s$/.test(query);
    /** @type {{typed: string, as: string}[]} */
    var read = [];
    /** @type {Unit[]} */
    var units = [];
    for (var at = 0; at < list.length; ) {
      var whole = joined(list, at);
      if (whole) units.push(whole.unit);
      else units = units.concat(understand(list[at], typing && at === list.length - 1, read));
      at += whole ? whole.used : 1;
    }
    addCompounds(units);
    markHints(units);
    addSynonyms(units);
    return { units: units, read: read };
  }

  /** Calls back with every run of neighbouring units, the longest first. */
  function eachRun(units, act) {
    for (var length = Math.min(6, units.length); length > 0; length--) {
      for (var at = 0; at + length <= units.length; at++) {
        var run = units.slice(at, at + length);
        act(
          run,
          run
            .map(function (u) {
              return u.key;
            })
            .join(" ")
        );
      }
    }
  }

  /** «avtale hospitering» is also asked for by whoever wants a hospiteringsavtale. */
  function addCompounds(units) {
    units.forEach(function (one, place) {
      units.slice(place + 1).forEach(function (other) {
        var wholes = book.wholesOf[book.numberOf.get(other.key)] || [];
        (book.wholesOf[book.numberOf.get(one.key)] || []).forEach(function (whole) {
          var both = wholes.some(function (also) {
            return also[0] === whole[0];
          });
          if (!both) return;
          one.ways.push({ stems: [whole[0]], trust: 0.95 });
          other.ways.push({ stems: [whole[0]], trust: 0.95 });
        });
      });
    });
  }

  /** The number of the model that a part of a compound names, as in «AFT-plassen». */
  function partNaming(key) {
    var parts = book.partsOf[book.numberOf.get(key)] || [];
    var names = parts.map(function (part) {
      return book.stems[part];
    });
    var name = names.find(function (part) {
      return words.hasOwn(book.main.modelNames, part);
    });
    return name && book.main.modelNames[name];
  }

  /** In «skjema for avvik» the first word says what kind of thing to find, in «intervju springbrett»
      the last says where. Such words weigh less when there are others. */
  function markHints(units) {
    units.forEach(function (one) {
      if (words.hasOwn(book.main.kindWords, one.key)) one.kind = book.main.kindWords[one.key];
    });
    eachRun(units, function (run, key) {
      if (!words.hasOwn(book.main.modelNames, key)) return;
      run.forEach(function (one) {
        one.model = true;
        one.named = book.main.modelNames[key];
      });
    });
    units.forEach(function (one) {
      one.named = one.named || partNaming(one.key);
    });
    var plain = units.filter(function (one) {
      return !one.kind && !one.model;
    });
    units.forEach(function (one) {
      if (one.model && !plain.length) one.model = false;
      if (one.kind && units.length === 1) one.kind = undefined;
      if (one.kind) one.weight *= 0.4;
      if (one.model) one.weight *= 0.7;
    });
    var told = plain.filter(function (one) {
      return book.main.setting.indexOf(one.key) < 0;
    });
    plain.forEach(function (one) {
      one.setting = told.length > 0 && told.indexOf(one) < 0;
    });
  }

  function addSynonyms(units) {
    eachRun(units, function (run, key) {
      if (!words.hasOwn(book.main.synonyms, key)) return;
      book.main.synonyms[key].forEach(function (phrase) {
        var numbers = phrase.split(" ").map(function (part) {
          return book.numberOf.get(part);
        });
        if (numbers.indexOf(undefined) >= 0) return;
        run.forEach(function (one) {
          one.known = true;
          one.ways.push({ stems: numbers, trust: 0.62 });
        });
      });
    });
  }

  /* Ranking. */

  function eachPosting(number, act) {
    var entry = 0;
    book.item("words", number).forEach(function (code) {
      entry += Math.floor(code / BITS);
      act(entry, code % BITS);
    });
  }

  /** Where a word is only mentioned, the page that says most of it is the best there is. */
  function scarcity(number) {
    var most = 0;
    eachPosting(number, function (entry, weight) {
      most = Math.max(most, weight * kindOf(entry)[1]);
    });
    return most ? Math.max(1, Math.min(SCARCE, FULL / most)) : 1;
  }

  /** Best weight of a unit for each entry. @returns {Map<number, number>} */
  function weigh(one) {
    var best = new Map();
    function offer(entry, weight) {
      if (weight > (best.get(entry) || 0)) best.set(entry, weight);
    }
    one.ways.forEach(function (way) {
      if (way.stems.length === 1) {
        var trust = way.trust * (way === one.ways[0] ? scarcity(way.stems[0]) : 1);
        eachPosting(way.stems[0], function (entry, weight) {
          offer(entry, weight * trust);
        });
        return;
      }
      var sums = new Map();
      way.stems.forEach(function (number, place) {
        eachPosting(number, function (entry, weight) {
          var before = sums.get(entry);
          if (place === 0) sums.set(entry, [1, weight]);
          else if (before && before[0] === place) sums.set(entry, [place + 1, before[1] + weight]);
        });
      });
      sums.forEach(function (sum, entry) {
        if (sum[0] === way.stems.length) offer(entry, (sum[1] / sum[0]) * way.trust);
      });
    });
    return best;
  }

  function kindOf(entry) {
    var first = 0;
    for (var i = 0; i < book.main.kinds.length; i++) {
      first += book.main.kinds[i][2];
      if (entry < first) return book.main.kinds[i];
    }
    return book.main.kinds[book.main.kinds.length - 1];
  }

  /** How a page of this entry fits the models a question names. @param {Set<number>} named */
  function inModel(entry, named) {
    var own = book.main.modelOf[entry];
    if (!named.size || !own) return 1;
    return named.has(own) ? OF_THIS : OF_ANOTHER;
  }

  function isModel(one) {
    return one.model;
  }

  /** What a question tells beside its words: «hva gjør vi hvis …» asks for one kind of thing, «hva betyr …»
      for another, «han» is said by no participant, and who speaks. */
  function asksFor(query) {
    var lower = query.normalize("NFC").toLowerCase();
    var rule = book.main.questions.find(function (one) {
      return new RegExp(one[0]).test(lower);
    });
    return {
      kind: rule ? rule[1] : "",
      ofOthers: new RegExp(book.main.ofOthers).test(lower),
      voices: words.voices(query),
    };
  }

  /** Puts a worth in its place among the best of an entry. @param {Float64Array[]} best the best, the next … */
  function keepBest(best, entry, worth) {
    best.forEach(function (kept) {
      var least = Math.min(kept[entry], worth);
      kept[entry] = Math.max(kept[entry], worth);
      worth = least;
    });
  }

  /** An entry gets what its nearest phrases are worth, and what all its phrases together hold of the
      question: «kan han kjøre truck alene» is answered where one asks of trucks and another of being alone. */
  function addLikeness(units, voices, score, cover, whole) {
    var weight = 0;
    units.forEach(function (one) {
      weight += one.weight;
    });
    var best = NEAREST.map(function () {
      return new Float64Array(book.total);
    });
    var asked = new Float64Array(book.total);
    phrases.eachNear(units, voices, function (owners, ofQuestion, ofPhrase) {
      owners.forEach(function (code) {
        var entry = code >> 2;
        keepBest(best, entry, LIKE[code & 3] * Math.pow(ofQuestion * ofPhrase, SHARPNESS));
        cover[entry] = Math.max(cover[entry], whole * ofQuestion * ofPhrase);
      });
    });
    units.forEach(function (one) {
      askedOf(one).forEach(function (share, entry) {
        asked[entry] += share * (one.weight / weight);
      });
    });
    for (var entry = 0; entry < book.total; entry++) {
      score[entry] += weight * ASKED * Math.pow(asked[entry], STEEPNESS);
      for (var next = 0; next < NEAREST.length; next++) score[entry] += weight * NEAREST[next] * best[next][entry];
      cover[entry] = Math.max(cover[entry], whole * asked[entry]);
    }
  }

  /** How much a word is of what people ask in the phrases of each entry; 1 when it is all of one. */
  function askedOf(one) {
    var most = new Float64Array(book.total);
    phrases.eachWith(one, function (owners, share) {
      owners.forEach(function (code) {
        most[code >> 2] = Math.max(most[code >> 2], Math.sqrt(share));
      });
    });
    return most;
  }

  /**
   * @param {Unit[]} units
   * @param {{kind: string, ofOthers: boolean, voices: number}} asks
   * @returns {{list: {entry: number, score: number}[], few: boolean}} best first
   */
  function rank(units, asks) {
    var score = new Float64Array(book.total);
    var cover = new Float64Array(book.total);
    var whole = 0;
    units.forEach(function (one) {
      if (!one.setting) whole += one.weight;
      weigh(one).forEach(function (weight, entry) {
        if (one.model) weight = Math.min(weight, BELONGS);
        score[entry] += weight * one.weight;
        if (!one.setting) cover[entry] += one.weight * Math.min(1, weight / FULL);
      });
    });
    eachRun(units, function (run, key) {
      var owners = phrases.ownersOf(key);
      if (!owners || run.every(isModel)) return;
      var share = run.length / units.length;
      owners.forEach(function (code) {
        score[code >> 2] += BONUS[code & 3] * share * share * share * (run.length > 1 ? 1.3 : 1);
      });
    });
    addLikeness(units, asks.voices, score, cover, whole);
    var unknown = units.some(function (one) {
      return !one.known;
    });
    var wanted = units
      .map(function (one) {
        return one.kind;
      })
      .filter(Boolean);
    var named = new Set(
      units
        .map(function (one) {
          return one.named;
        })
        .filter(Boolean)
    );
    var found = [];
    var surest = 0;
    for (var entry = 0; entry < book.total; entry++) {
      if (!score[entry]) continue;
      var part = cover[entry] / whole;
      if (unknown && part < LEAST) continue;
      surest = Math.max(surest, part);
      var kind = kindOf(entry);
      var likely = kind[1] * (wanted.indexOf(kind[0]) < 0 ? 1 : KIND_ASKED_FOR);
      likely *= inModel(entry, named);
      if (kind[0] === asks.kind) likely *= KIND_OF_QUESTION;
      if (asks.ofOthers && book.toParticipants.has(entry)) likely *= TO_ANOTHER;
      found.push({ entry: entry, score: score[entry] * (UNCOVERED + (1 - UNCOVERED) * part * part) * likely });
    }
    found.sort(function (a, b) {
      return b.score - a.score || a.entry - b.entry;
    });
    var least = found.length ? found[0].score * 0.08 : 0;
    var best = found.slice(0, 2 * MOST_HITS).filter(function (one) {
      return one.score >= least;
    });
    return { list: best, few: unknown || surest < SURE };
  }

  /** A long page gives way to the part of it that holds most of the question. */
  function bestPart(one, ranked) {
    var page = book.item("entries", one.entry)[1];
    if (kindOf(one.entry)[0] !== "Tema" || page.indexOf("#") >= 0) return one;
    var part = ranked.find(function (other) {
      return book.item("entries", other.entry)[1].startsWith(page + "#");
    });
    return part && part.score > one.score * PART ? part : one;
  }

  /** Entries as hits; those that say the same about other models are put together. */
  function hits(ranked, most) {
    var groups = {};
    var told = new Set();
    /** @type {Hit[]} */
    var list = [];
    ranked.forEach(function (one) {
      one = bestPart(one, ranked);
      var row = book.item("entries", one.entry);
      var group = row[4];
      if (group && groups[group]) {
        groups[group].also.push({ where: row[3], url: row[1] });
        return;
      }
      if (list.length === most || told.has(one.entry)) return;
      told.add(one.entry);
      var hit = {
        kind: kindOf(one.entry)[0], title: row[0], url: row[1], excerpt: row[2] || "",
        where: row[3] || "", also: [],
      };
      if (group) groups[group] = hit;
      list.push(hit);
    });
    return list;
  }

  function needed(units) {
    var numbers = [];
    units.forEach(function (one) {
      one.ways.forEach(function (way) {
        numbers = numbers.concat(way.stems);
      });
      if (book.numberOf.has(one.key)) numbers.push(book.numberOf.get(one.key));
    });
    return numbers;
  }

  /** @param {string} query @returns {Promise<Answer>} */
  function find(query) {
    var parsed = parse(query);
    var units = parsed.units;
    var unknown = units
      .filter(function (one) {
        return !one.known;
      })
      .map(function (one) {
        return one.word;
      });
    return Promise.all([phrases.open(), book.need("words", needed(units))]).then(function () {
      var ranked = unknown.length === units.length ? { list: [], few: true } : rank(units, asksFor(query));
      var entries = ranked.list.map(function (one) {
        return one.entry;
      });
      return book.need("entries", entries).then(function () {
        return {
          hits: hits(ranked.list, ranked.few ? FEW_HITS : MOST_HITS),
          unknown: unknown,
          read: parsed.read,
        };
      });
    });
  }

  window.handbookSearch = {
    find: find,
    named: function () {
      return book.stems.filter(isNamed);
    },
  };
})();
