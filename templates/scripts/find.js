/* Looks a query up in search/*.js, which the build writes: classic scripts added one by one, so that a page opened from a
   folder finds as well as one from a server. Two characters that stand side by side are looked up in shards t*.js, which
   name the documents that hold them; the documents shown come from blocks d*.js and are read before they count, so every
   result holds the words. search.js shows what this finds. */
(function () {
  "use strict";

  const home = document.currentScript.src.replace(/scripts\/find\.js[^/]*$/, "");
  const PAIRS = 6;    // shards asked for by one query, and
  const BLOCKS = 14;  // blocks of documents: together under 300 KB

  /* ── shards ─────────────────────────────────────────────────────────── */
  const shards = new Map();
  const DP = window.DP = { home: home };

  DP.shard = function (name, data) { if (shards.has(name)) shards.get(name).resolve(data); };

  function shard(name) {
    let one = shards.get(name);
    if (!one) {
      one = {};
      one.data = new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        one.resolve = resolve;
        script.src = home + "search/" + name + ".js";
        script.onload = script.onerror = function () {
          script.remove();
          reject(new Error(name));   // too late to matter where the shard has spoken
        };
        document.head.append(script);
      });
      one.data.catch(function () { shards.delete(name); });
      shards.set(name, one);
    }
    return one.data;
  }

  /* ── text, as SearchText.swift folds it ─────────────────────────────── */
  function foldUnit(unit) {
    if (unit >= 0xFF01 && unit <= 0xFF5E) unit -= 0xFEE0;
    if (unit >= 0x41 && unit <= 0x5A || unit >= 0xC0 && unit <= 0xDE && unit !== 0xD7) return unit + 32;
    if (unit >= 0x30 && unit <= 0x39 || unit >= 0x61 && unit <= 0x7A) return unit;
    if (unit === 0x25 || unit === 0x2B || unit === 0x2E) return unit;
    if (unit <= 0xA0 || unit === 0xAD || unit === 0xB7 || unit === 0xFEFF || unit >= 0x2000 && unit <= 0x206F || unit >= 0x3000 && unit <= 0x303F
      || unit >= 0xFE30 && unit <= 0xFE4F || unit === 0x2219 || unit === 0x22C5 || unit === 0x30FB || unit === 0xFF65) return 0x20;
    return unit;
  }

  /** As long as the text, a space where words part. */
  function fold(text) {
    let folded = "";
    for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldUnit(text.charCodeAt(i)));
    return folded;
  }

  function termsOf(query) { return Array.from(new Set(fold(query).split(" ").filter(Boolean))); }

  /** A term as the names' pinyin stands in the index: no tone marks, `u` for the ü that is typed lü, lv or lyu. */
  function pinyinOf(term) {
    const plain = term.normalize("NFD").replace(/[\u0300-\u036F]/g, "").replace(/^([ln])yu/, "$1u").replace(/v/g, "u");
    return /^[a-z]+$/.test(plain) ? plain : term;
  }

  function pairsOf(term) {
    const pairs = [];
    for (let i = 0; i + 1 < term.length; i++) {
      if (!/[\uDC00-\uDFFF]/.test(term[i]) && !/[\uD800-\uDBFF]/.test(term[i + 1])) pairs.push(term.substr(i, 2));
    }
    return pairs;
  }

  /** At most `count` of a list, evenly. */
  function some(list, count) {
    return list.length <= count ? list
      : Array.from({ length: count }, function (_, i) { return list[Math.floor(i * (list.length - 1) / Math.max(1, count - 1))]; });
  }

  /* ── lists, as SearchCode.swift writes them ─────────────────────────── */
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const value = new Uint8Array(128);
  for (let i = 0; i < 64; i++) value[ALPHABET.charCodeAt(i)] = i;

  function numbers(text, from) {
    const list = [];
    let sum = 0, shift = 0;
    for (let i = from || 0; i < text.length; i++) {
      const five = value[text.charCodeAt(i)];
      sum |= (five & 31) << shift;
      if (five & 32) shift += 5;
      else { list.push(sum); sum = shift = 0; }
    }
    return list;
  }

  function documents(text) {
    const list = [];
    if (text[0] !== "*") {
      let next = 0;
      for (const gap of numbers(text)) { list.push(next + gap); next += gap + 1; }
      return list;
    }
    let start = 1;
    while (value[text.charCodeAt(start)] & 32) start++;
    const first = numbers(text.slice(1, start + 1))[0];
    for (let i = start + 1; i < text.length; i++) {
      const bits = value[text.charCodeAt(i)];
      for (let bit = 0; bit < 6; bit++) if (bits >> bit & 1) list.push(first + (i - start - 1) * 6 + bit);
    }
    return list;
  }

  /* ── looking up ─────────────────────────────────────────────────────── */
  const NAME = 4, PART = 3, TITLE = 2, TEXT = 1;   // how well a document matches; a shard's fields count down to text

  let catalogue = null;
  function index() {
    catalogue = catalogue || shard("index").then(function (data) {
      let at = 0;
      data.starts = numbers(data.blocks).map(function (gap) { return at += gap; });
      return data;
    });
    catalogue.catch(function () { catalogue = null; });
    return catalogue;
  }

  function entry(pair, bits) {
    const first = pair.length > 1 ? pair.charCodeAt(0) : 0, second = pair.charCodeAt(pair.length - 1);
    const number = Math.imul(Math.imul(first, 40507) + second | 0, 0x85EBCA6B) >>> (32 - bits);
    return shard("t" + number).then(function (data) {
      const fields = (Object.prototype.hasOwnProperty.call(data, pair) ? data[pair] : "").split(".");
      return function (rank) { return documents(fields[NAME - rank] || ""); };
    });
  }

  /** For each document how well it may match the term, as it is typed or as pinyin. */
  function ranks(term, data, budget) {
    const pinyin = pinyinOf(term);
    if (pinyin === term) return ranksAsTyped(term, data, budget);
    const half = Math.max(1, budget >> 1);
    return Promise.all([ranksAsTyped(term, data, half), ranksAsTyped(pinyin, data, half)]).then(function (found) {
      return found[0].map(function (rank, i) { return Math.max(rank, found[1][i]); });
    });
  }

  /** The pairs may stand apart in a document, so the text decides. */
  function ranksAsTyped(term, data, budget) {
    const alone = term.length === 1;
    const pairs = alone ? [term] : some(pairsOf(term), budget);
    return Promise.all([" " + term[0]].concat(pairs).map(function (pair) { return entry(pair, data.bits); })).then(function (found) {
      const ranked = new Uint8Array(data.count);
      for (const rank of alone ? [TITLE, PART, NAME] : [TEXT, TITLE, PART, NAME]) {
        const fields = rank < PART ? found.slice(1) : alone ? found.slice(0, 1) : found;
        const counts = new Uint8Array(data.count);
        for (const lists of fields) for (const one of lists(rank)) counts[one]++;
        for (let i = 0; i < data.count; i++) if (counts[i] === fields.length) ranked[i] = rank;
      }
      return ranked;
    });
  }

  function formsOf(pinyin, title) {
    const forms = [[title, true], [title.replace(/ /g, ""), true]];
    for (const reading of pinyin.split("|")) {
      const syllables = reading.split(" ");
      syllables.forEach(function (_, i) {
        const rest = syllables.slice(i);
        forms.push([rest.join(""), !i], [rest.map(function (one) { return one[0]; }).join(""), !i]);
      });
    }
    return forms;
  }

  /** A document as read, or nothing when a term is missing after all. */
  function read(row, terms) {
    const one = { title: row[0], href: row[1], note: row[3], body: row[4], terms: terms, score: 0 };
    const title = fold(row[0]), rest = fold(row[3] + "\n" + row[4]);
    const forms = row[2] ? formsOf(row[2], title) : [];
    let score = title.trim() === terms.join(" ") ? 1 : 0;
    for (const term of terms) {
      const pinyin = pinyinOf(term);
      const named = forms.filter(function (form) { return form[0].startsWith(term) || form[0].startsWith(pinyin); });
      if (named.length) {
        score += named.some(function (form) { return form[1]; }) ? 7 : 6;
        one.named = one.named || !title.includes(term);
      }
      else if (title.startsWith(term)) score += 5;
      else if (title.includes(term)) score += 4;
      else if (rest.includes(term)) score += 1;
      else return null;
    }
    one.score = score;
    return one;
  }

  /** Results of one kind, read from their blocks as far as they are asked for. */
  function Group(kind, candidates, best, terms, data) {
    this.kind = kind; this.candidates = candidates; this.best = best; this.terms = terms; this.data = data;
    this.results = []; this.next = 0;
  }

  Group.prototype.blockOf = function (candidate) {
    const starts = this.data.starts;
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= candidate) low = middle; else high = middle - 1;
    }
    return low;
  };

  /** Reads on until `count` more results stand, spending `budget.blocks`. */
  Group.prototype.read = async function (count, budget) {
    const fresh = [];
    while (fresh.length < count && this.next < this.candidates.length) {
      const batch = [];
      while (batch.length < count - fresh.length && this.next < this.candidates.length) {
        const candidate = this.candidates[this.next], block = this.blockOf(candidate);
        if (!shards.has("d" + block) && budget.blocks-- <= 0) break;
        batch.push(this.row(candidate, block));
        this.next++;
      }
      if (!batch.length) break;
      for (const row of await Promise.all(batch)) {
        const result = read(row, this.terms);
        if (result) fresh.push(result);
      }
    }
    fresh.sort(function (a, b) { return b.score - a.score; });
    this.results = this.results.concat(fresh);
  };

  Group.prototype.row = async function (candidate, block) {
    return (await shard("d" + block))[candidate - this.data.starts[block]];
  };

  Object.defineProperty(Group.prototype, "hasMore", { get: function () { return this.next < this.candidates.length; } });

  /** Groups with up to `count` results each, the best first; nothing when the query is too short. */
  DP.find = async function (query, count) {
    const terms = termsOf(query), data = await index();
    const long = terms.filter(function (term) { return pairsOf(term).length > 0; });
    const asked = long.length ? long : terms.slice(0, 1);
    if (!asked.length) return null;
    const share = Math.max(1, Math.floor(PAIRS / asked.length));
    const ranked = await Promise.all(asked.slice(0, PAIRS).map(function (term) { return ranks(term, data, share); }));
    let groups = data.kinds.map(function (kind, position) {
      const end = position + 1 < data.kinds.length ? data.kinds[position + 1][1] : data.count;
      const byRank = [[], [], [], [], []];
      for (let i = kind[1]; i < end; i++) {
        byRank[Math.min.apply(null, ranked.map(function (one) { return one[i]; }))].push(i);
      }
      const best = [NAME, PART, TITLE, TEXT].find(function (rank) { return byRank[rank].length; });
      const candidates = byRank[NAME].concat(byRank[PART], byRank[TITLE], byRank[TEXT]);
      return new Group(kind[0], candidates, best, terms, data);
    });
    groups = groups.filter(function (group) { return group.candidates.length; });
    groups.sort(function (a, b) { return b.best - a.best; });
    const budget = { blocks: BLOCKS };
    // One result of each kind before a second of any.
    for (const step of [1, count - 1]) await Promise.all(groups.map(function (group) { return group.read(step, budget); }));
    return groups.filter(function (group) { return group.results.length || group.hasMore; });
  };

  DP.fold = fold;
  DP.blocks = BLOCKS;
})();
