// Searches the archive in the browser, in files that the generator wrote below the search page: Palabre.Core/Searching
// says what they hold. It reads words as this does; one fixture of the tests holds both to that.

const ELIDED = /^([ldjmtscnv]|(jus|lors|puis|quoi)?qu|un|gl|(d?a|de|ne|su|co|que)ll|quest|anch)$/;
const ALONE = '(?=[\\p{L}\\p{M}\\p{Nd}〇])[\u0e01-\u0edf\u1000-\u109d\u1780-\u17e9\u3005-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]';
const LETTER = `(?!${ALONE})[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]`;
const JOINER = '\u00ad\u200c\u200d\u2060\ufeff';
const MARK = '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670' + JOINER + ']';
const RUN = new RegExp(`${ALONE}|${LETTER}(${LETTER}|[${JOINER}]|['’](?=${LETTER})(?!${MARK}))*`, 'gu');
const UNSEEN = new RegExp(MARK, 'g');
const LETTERS = {};
for (const [plain, letters] of 'a=ª ae=æ b=ƀɓ c=ƈȼ d=đɖɗð f=ƒ g=ǥɠ h=ħ i=ı ij=ĳ k=ƙĸ l=łŀƚ n=ŉƞ ng=ŋ o=øº oe=œ p=ƥ s=ſ ss=ß t=ŧƫƭ th=þ y=ƴ z=ƶȥ ǯ=ǯ ʹ=ʹ ϓ=ϓ ϔ=ϔ ẛ=ẛ ι=ι е=ё ا=أإآٱ ه=ة ي=ىی ك=ک'.split(' ').map((pair) => pair.split('=')))
  for (const letter of letters) LETTERS[letter] = plain;

// A letter in lower case without accents: '' of an accent alone.
function fold(c) {
  const lower = c.toLowerCase();
  if (LETTERS[lower]) return LETTERS[lower];
  const bare = (c > '\x7f' && /[\p{scx=Latn}\p{scx=Grek}]/u.test(lower) ? lower.normalize('NFD') : lower).replace(UNSEEN, '');
  return LETTERS[bare] ?? bare;
}

const plainOf = (part) => [...part].map(fold).join('');

// The words of a text: plain, exact (with accents, as long), and where they stand.
export const words = (text) => [...text.matchAll(RUN)].flatMap(({ 0: run, index: start }) => {
  const end = start + run.length;
  const parts = run.split(/['’]/);
  if (parts.length > 1 && plainOf(parts.at(-1)) === 's') parts.pop();
  while (parts.length > 1 && ELIDED.test(plainOf(parts[0]))) start += parts.shift().length + 1;
  let [plain, exact] = ['', ''];
  for (const c of parts.join('')) {
    const [letter, lower] = [fold(c), c.toLowerCase()];
    if (plain.length + letter.length > 32) continue;
    plain += letter;
    exact += letter.length === 1 && lower.length === 1 ? lower : letter;
  }
  return plain ? [{ plain, exact, start, end }] : [];
});

// Savoy's minimal procedure (1999), Harman's S stemmer (1991), ends that the archive lists: see Searching/Stems.cs.
const ENDS = {};
export function learn(ends) {
  for (const l in ends) ENDS[l] = ends[l].map(([end, left]) => [new RegExp(end), left]);
}
export function stem(word, language) {
  if (word.length < 4) return word;
  if (ENDS[language]) return ENDS[language].reduce((rest, [end, left]) => rest.replace(end, left), word);
  if (language === 'en') return /[^ea]ies$/.test(word) ? word.slice(0, -3) + 'y'
    : word.replace(/([^us])s$/, '$1').replace(/(..[sxzo]|.[cs]h)e$/, '$1').replace(/zz$/, 'z');
  if (language !== 'fr') return word;
  if (word.endsWith('aux')) return word.endsWith('eaux') ? word.slice(0, -1) : word.slice(0, -2) + 'l';
  const one = word.replace(/[sx]$/, '');
  return one.length < 5 || word.endsWith('x') ? one : one.replace(/r$/, '').replace(/e$/, '').replace(/e$/, '').replace(/(\p{L})\1$/u, '$1').replace(/(...a)il$/, '$1l');
}

// Where a text has words and whole phrases that are wanted, or a word that begins as one that is still being typed.
export function hits(text, { wanted, begun, languages }) {
  const [all, found] = [words(text), []];
  const stems = (word) => languages.map((language) => stem(word, language));
  const lists = wanted.map((list) => ({ list, of: stems(list[0]) })).sort((a, b) => b.list.length - a.list.length);
  for (let i = 0, length; i < all.length; i += length) {
    const { plain, start } = all[i];
    const own = stems(plain);
    const hit = lists.find(({ list, of }) => list[1] ? list.every((word, k) => all[i + k]?.plain === word) : own.some((one, k) => one === of[k]));
    length = hit?.list.length ?? 1;
    if (hit || (begun && plain.startsWith(begun))) found.push({ start, end: all[i + length - 1].end });
  }
  return found;
}

// Words and phrases, wanted or not, and names to filter by; and the days since 1970 to look between. What is quoted is a
// phrase, and so are words with nothing between them, as in Chinese. Filters are named in English, or as `keys` has them.
const KEYS = 'author theme year before after';
export function parse(text, keys = KEYS) {
  const named = [KEYS, keys].map((list) => list.split(' ').map(plainOf));
  const asked = { clauses: [], from: -Infinity, to: Infinity, isCut: false };
  let most = 40;
  for (const [whole, not, key = '', quoted, bare] of text.replace(/\s*[«»“”„]\s*/g, '"').replace(/\s*[:：]\s*/g, ':').matchAll(/(-?)(?:([\p{L}\p{M}]+):)?(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const kind = key && Math.max(...named.map((list) => list.indexOf(plainOf(key))));
    const filter = ['@', '#'][kind] ?? '';
    if (kind > 1 && !not) {
      if (limit(asked, kind, bare)) continue;
      asked.odd ??= whole;
    }
    const all = words(filter || !key ? quoted ?? bare : whole);
    const list = all.slice(0, most);
    most -= list.length;
    asked.isCut ||= list.length < all.length;
    list.forEach((word, i) => {
      const last = asked.clauses.at(-1);
      if (i && !filter && (quoted || list[i - 1].end === word.start)) last.isPhrase = last.words.push(word) > 1;
      else asked.clauses.push({ words: [word], filter, not });
    });
  }
  return asked;
}

// A year, a month or a day: 2010, 2010-05, 2010-05-12. Kinds: 2 in that time, 3 before it, 4 after it.
function limit(asked, kind, said) {
  const first = /^\d{4}(-\d\d){0,2}$/.test(said) ? Date.parse(said) : NaN;
  if (isNaN(first)) return false;
  const beyond = new Date(first + { 4: 366, 7: 31, 10: 1 }[said.length] * 864e5);
  const next = Date.parse(beyond.toISOString().slice(0, said.length));
  if (kind !== 3) asked.from = Math.max(asked.from, (kind > 2 ? next : first) / 864e5);
  if (kind < 4) asked.to = Math.min(asked.to, (kind < 3 ? next : first) / 864e5);
  return true;
}

// The archive as it can be searched. `main` is the language whose stop words are passed over even if another has them.
export async function open(url, main) {
  const folder = new URL(url, location);
  const { entries, perFile, firsts, terms, results, days, stops, ends } = await get(url).then((r) => r.json());
  learn(ends);
  const languages = Object.keys(stops);
  for (const language of languages) stops[language] = new Set(stops[language].split(' '));
  const isStop = ({ plain }) => stops[main]?.has(plain) || languages.every((language) => stops[language].has(plain));
  const files = {};
  const file = (name, read) => files[name] ??= get(isPacked(url) ? new URL(name + '.js', folder) : new URL(name, folder)).then(read);

  // The terms from one to another; of at most so many files.
  async function between(from, to, most = Infinity) {
    let first = firsts.filter((term) => term < from).length;
    if (first > 0 && firsts[first] !== from) first--;
    const names = terms.slice(first, first + most).filter((_, i) => firsts[first + i] <= to);
    const found = await Promise.all(names.map((name) => file(name + '.bin', async (r) => readTerms(new Uint8Array(await r.arrayBuffer())))));
    return found.flat().filter(({ text }) => text >= from && text <= to);
  }

  // What lists show of entries, a file of it.
  const page = (number) => file(results[number] + '.json', async (r) => {
    const all = await r.json();
    const ids = all.ids.split(' ');
    const of = Array(ids.length);
    for (let i = 0, at = 0, day = 0; i < all.days.length; i += 2) of.fill(day += all.days[i + 1], at += all.days[i]);
    return { ...all, ids, days: of };
  });

  async function result(number) {
    const [all, at] = [await page(Math.floor(number / perFile)), number % perFile];
    const [of, by] = [0, 1].map((i) => all.entries.charCodeAt(2 * at + i)).map((code) => code - (code < 256 ? 40 : 169));
    const [path, title, themes, language] = all.pages.slice(4 * of, 4 * of + 4);
    return { path, title, language, themes: themes.map((i) => all.themes[i]), author: all.authors[by], id: all.ids[at], day: all.days[at], number };
  }

  // The number of the first entry of a day or later.
  async function firstOf(day) {
    const before = days.filter((first) => first < day).length - 1;
    if (before < 0 || day === Infinity) return before < 0 ? 0 : entries;
    return before * perFile + (await page(before)).days.filter((d) => d < day).length;
  }

  // The terms of a word: its stems; where it is still being typed, and of names, those that it begins.
  async function find({ plain }, filter, isTyped) {
    const stems = filter ? [filter + plain] : [...new Set(languages.map((l) => stops[l].has(plain) ? plain : stem(plain, l)))];
    const found = (await Promise.all(stems.map((text) => between(text, text)))).flat();
    if (plain.length < 3 || !(isTyped || (filter && !found.length))) return found;
    const begun = await between(filter + plain, filter + plain + '\uffff', 2);
    return found.concat(begun.filter(({ text }) => !stems.includes(text)).slice(0, 50).map((term) => ({ ...term, share: 0.5 })));
  }

  // Tells what each entry of some terms is worth: BM25, exact accents before others. Gives the entries' numbers.
  function score(found, { exact }, own) {
    const touched = [];
    for (const term of found) {
      const count = found.reduce((sum, piece) => sum + (piece.text === term.text && piece.count), 0);
      const weight = (term.share ?? 1) * Math.log(1 + (entries - count + 0.5) / (count + 0.5));
      const wanted = term.spellings.indexOf(exact.slice(0, term.text.length));
      const { numbers, levels, spellings } = occurrences(term);
      numbers.forEach((n, i) => {
        if (own[n] === 0) touched.push(n);
        own[n] = Math.max(own[n], weight * (levels[i] + 0.5) * (wanted < 0 || spellings[i] === wanted ? 1 : 0.6));
      });
    }
    return touched;
  }

  // The numbers of the entries that have all that was asked for, the best first; and words that no entry has.
  async function search({ clauses, from, to }, isTyped) {
    const isNamed = clauses.some((c) => !c.not && !c.filter && !c.words.every(isStop));
    const needs = clauses.flatMap((c) => c.not && c.isPhrase ? [] : c.words.filter((word) => c.filter || !isNamed || !isStop(word))
      .map((word) => ({ ...c, word, isTyped: isTyped && !c.isPhrase && c === clauses.at(-1) })));
    const [first, end, ...found] = await Promise.all([firstOf(from), firstOf(to), ...needs.map((n) => find(n.word, n.filter, n.isTyped))]);
    const [scores, passed] = [new Float32Array(entries), new Uint8Array(entries)];
    let [steps, numbers] = [0, null];
    needs.forEach(({ word, not }, i) => {
      if (not) return;
      const own = new Float32Array(entries);
      numbers = score(found[i], word, own).filter((n) => n >= first && n < end && passed[n] === steps);
      for (const n of numbers) [scores[n], passed[n]] = [scores[n] + own[n], steps + 1];
      steps++;
    });
    const isAsked = clauses.length > 0 || from > -Infinity || to < Infinity;
    numbers ??= Array.from({ length: isAsked ? Math.max(0, end - first) : 0 }, (_, i) => first + i);
    needs.forEach(({ not }, i) => { if (not) for (const term of found[i]) for (const n of occurrences(term).numbers) passed[n] = 255; });
    return {
      numbers: numbers.filter((n) => passed[n] === steps).sort((a, b) => scores[b] - scores[a] || b - a),
      unknown: needs.filter((n, i) => !found[i].length && !n.not && !n.filter).map((n) => n.word.plain),
    };
  }

  // The words of an entry, and their language: from its own page, or, where no page can be read, from a file of many.
  const text = async (root, { path, id, number }) => isPacked(url)
    ? { words: (await file(`texts-${Math.floor(number / perFile)}`, (r) => r.json()))[number % perFile] } : textOf(root, { path, id });

  return { languages, isStop, between, result, search, text };
}

// On a disk nothing can be fetched: there, files are scripts that hand over their name and bytes.
export const isPacked = (url) => String(url).endsWith('.js');
const handed = {};
globalThis.palabre = (name, base64) => { handed[name] = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)); };

const unpack = (url) => new Promise((resolve, reject) => {
  const name = String(url).split('/').at(-1).slice(0, -'.js'.length);
  const script = Object.assign(document.createElement('script'), { src: url, onerror: () => reject(new Error(url)) });
  script.onload = () => { script.remove(); resolve(new Response(handed[name])); };
  document.head.append(script);
});

async function get(url) {
  if (isPacked(url)) return unpack(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

// The terms of a file: see Searching/TermWriter.cs.
function readTerms(bytes) {
  const decoder = new TextDecoder();
  const terms = [];
  let [at, text] = [0, []];
  const number = () => {
    let [value, unit] = [0, 1];
    for (; bytes[at] > 127; unit *= 128) value += (bytes[at++] & 127) * unit;
    return value + bytes[at++] * unit;
  };
  const part = () => { const length = number(); return bytes.subarray(at, at += length); };
  while (at < bytes.length) {
    text = [...text.slice(0, number()), ...part()];
    const [flags, count] = [number(), number()];
    const [word, ...spellings] = flags & 2 ? decoder.decode(part()).split(' ') : [''];
    terms.push({ text: decoder.decode(Uint8Array.from(text)), word, spellings, count, first: number(), k: flags >> 2, hasLevels: !(flags & 1), bits: part() });
  }
  return terms;
}

// Where a term occurs, how much, and how it is spelt there.
function occurrences({ count, first, k, hasLevels, bits, spellings: { length } }) {
  const [numbers, levels, spellings] = [new Uint32Array(count), new Uint8Array(count), new Uint8Array(count)];
  let at = -1;
  const bit = () => bits[++at >> 3] >> (7 - (at & 7)) & 1;
  const low = (width) => { let value = 0; for (; width > 0; width--) value = value * 2 + bit(); return value; };
  for (let i = 0; i < count; i++) {
    let gap = 0;
    if (i > 0) while (bit()) gap++;
    numbers[i] = i > 0 ? numbers[i - 1] + gap * 2 ** k + low(k) + 1 : first;
    if (hasLevels) levels[i] = low(3);
    if (length > 1) while (spellings[i] < length && bit()) spellings[i]++;
  }
  return { numbers, levels, spellings };
}

// The words of an entry, from its own page.
async function textOf(root, { path, id }) {
  const page = new DOMParser().parseFromString(await (await get(root + path)).text(), 'text/html');
  const entry = page.getElementById(id ? 'c-' + id : 'post');
  for (const own of entry?.querySelectorAll('.cited') ?? []) own.remove(); // who is quoted: our words
  const part = entry?.querySelector('.text') ?? entry;
  return { words: part?.textContent ?? '', language: part?.closest('[lang]')?.lang };
}
