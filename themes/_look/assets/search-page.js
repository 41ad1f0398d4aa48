// The search page: what is typed is looked for as it is typed, and stands in the address.

import { hits, isPacked, open, parse, words } from './search.js';

const form = document.getElementById('search');
start(form, form.dataset);

function start(form, say) {
  const field = form.elements.q;
  document.getElementById('search-plain').remove();
  const [status, list, more] = ['status', 'results', 'more'].map((id) => document.getElementById('search-' + id));
  const { title } = document;
  let [archive, turn, timer, back] = [null, 0, 0, history.state];

  // Nothing is shown of a search when another has begun.
  const run = async (isTyped) => {
    const [mine, was] = [++turn, back];
    back = null;
    const text = field.value.replaceAll('\ufeff', '').trim();
    document.title = text ? `${text} · ${title}` : title;
    try { history.replaceState(null, '', location.pathname + (text && '?q=' + encodeURIComponent(text))); } catch { /* a file has its address */ }
    try {
      archive ??= await open(say.start, say.language);
      const asked = parse(text, say.keys);
      const { numbers, unknown } = await archive.search(asked, isTyped &&= /[\p{L}\p{N}]$/u.test(field.value));
      const near = await Promise.all(unknown.slice(0, 3).map((word) => nearest(archive, word)));
      if (mine !== turn) return;
      const wanted = asked.clauses.filter((c) => !c.not && !c.filter && (c.isPhrase || !archive.isStop(c.words[0]))).map((c) => c.words.map((w) => w.plain));
      const last = wanted.at(-1);
      const marks = { wanted, begun: isTyped && !last?.[1] && last?.[0], languages: archive.languages };
      const phrases = asked.clauses.filter((c) => c.isPhrase);
      const hints = near.flatMap((word, i) => word ? [' ', suggestion(say.mean, text, unknown[i], word)] : []);
      let [at, shown] = [0, 0];
      list.replaceChildren();
      const go = async () => {
        // A phrase is known to be there when the entry was read: so many are read before the reader is asked for more, who has something to read first.
        for (const [enough, end] = [shown + 10, Math.min(at + (shown ? 60 : 300), numbers.length)]; at < end && shown < enough;) {
          const some = await Promise.all(numbers.slice(at, at += 10).map((number) => archive.result(number)));
          const good = await Promise.all(some.map(async (r) => !phrases.length || holds(r, r.text = await archive.text(say.root, r).catch(() => ({ words: '' })), phrases)));
          if (mine !== turn) return;
          list.append(...some.filter((_, i) => good[i] && ++shown).map((result) => resultOf(result, marks, say, archive)));
        }
        more.hidden = at >= numbers.length;
        const all = phrases.length ? shown : numbers.length;
        const told = all > 0 ? (phrases.length && !more.hidden ? say.found_yet : say.found).replace('{0}', all.toLocaleString(say.language)) : more.hidden ? say.none : say.none_yet;
        status.replaceChildren(...text ? [told, asked.isCut ? ' ' + say.cut : '', asked.odd ? ' ' + say.odd.replace('{0}', asked.odd) : '', ...hints] : []);
      };
      more.onclick = () => {
        const next = shown;
        go().then(() => (list.children[next]?.querySelector('a') ?? (more.hidden ? field : more)).focus());
      };
      await go();
      // Who comes back finds the list as it was.
      while (was?.shown > shown && !more.hidden && mine === turn) await go();
      if (was?.top > 0 && mine === turn) list.children[was.top]?.scrollIntoView();
    } catch (e) {
      archive = null;
      if (mine === turn) status.textContent = say.failed;
      throw e;
    }
  };

  addEventListener('pagehide', () => {
    if (!list.children.length) return;
    const top = scrollY && [...list.children].findIndex((result) => result.getBoundingClientRect().bottom > 0);
    try { history.replaceState({ shown: list.children.length, top }, ''); } catch { /* not remembered, then */ }
  });
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(run, 200, true); });
  form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(timer); run(false); });
  field.value = new URLSearchParams(location.search).get('q') ?? field.value;
  if (field.value) run(false);
}

const make = (name, values) => Object.assign(document.createElement(name), values);

// On a disk, a folder's page is its file.
const addressOf = (say, path) => isPacked(say.start)
  ? say.root.replace(/index\.html$/, '') + path.replace(/(^|\/)$/, '$1index.html') : say.root + path;

// A word that entries have and that is nearly this one, or undefined.
async function nearest(archive, plain) {
  const near = await archive.between(plain.slice(0, 2), plain.slice(0, 2) + '\uffff', 6);
  return near.filter(({ word }) => word).map(({ word, count }) => ({ word, count, far: edits(plain, words(word)[0].plain) }))
    .filter(({ far }) => far < (plain.length > 4 ? 3 : 2)).sort((a, b) => a.far - b.far || b.count - a.count)[0]?.word;
}

// How many letters to add, drop, change or swap.
function edits(a, b) {
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}

function suggestion(say, text, plain, word) {
  const { start, end } = words(text).find((w) => w.plain === plain);
  return make('a', { textContent: say.replace('{0}', word), href: '?q=' + encodeURIComponent(text.slice(0, start) + word + text.slice(end)) });
}

function resultOf({ path, id, title, language, author, day, themes, text, number }, marks, say, archive) {
  const result = document.createRange().createContextualFragment(document.getElementById('search-result').innerHTML).firstElementChild;
  const [link, kind, by, time, about, excerpt] = ['a', '.label', 'bdi', 'time', '.themes', '.excerpt'].map((part) => result.querySelector(part));
  const date = new Date(day * 24 * 60 * 60 * 1000);
  Object.assign(link, { textContent: title, lang: language || say.language, href: addressOf(say, path) + (id && '#c-' + id) });
  // site.js marks the same words on the page that follows.
  if (!isPacked(say.start)) link.addEventListener('click', () => {
    try { sessionStorage.setItem('palabre hits', JSON.stringify({ ...marks, href: link.href })); } catch { /* not remembered, then */ }
  });
  by.textContent = author;
  time.dateTime = date.toISOString().slice(0, 10);
  const said = date.toLocaleDateString(say.language, { dateStyle: 'long', timeZone: 'UTC' });
  time.textContent = /^fr\b/.test(say.language) ? said.replace(/^1 /, '1er\u00A0') : said;
  about.textContent = themes.join(', ');
  if (!id) kind.remove();
  // Pages are read for their excerpts as they come into view.
  new IntersectionObserver(async ([change], observer) => {
    if (!change.isIntersecting) return;
    observer.disconnect();
    try {
      const read = text ?? await archive.text(say.root, { path, id, number });
      if (read.language) excerpt.lang = read.language;
      excerpt.append(...excerptOf(read.words, hits(read.words, marks)));
    } catch { excerpt.remove(); }
  }).observe(excerpt);
  return result;
}

// Whether an entry has all phrases that are wanted, and none that is not.
function holds({ title, author, id }, text, phrases) {
  const line = (list) => ` ${list.map((word) => word.plain).join(' ')} `;
  const said = [id ? '' : title, author, text.words].map((part) => line(words(part)));
  return phrases.every((c) => said.some((part) => part.includes(line(c.words))) === !c.not);
}

// Where no space is near, as in Chinese: not within a letter.
function whole(text, at) {
  while (/[\udc00-\udfff\p{M}]/u.test(text[at])) at++;
  return at;
}

// Some 240 characters from before the first hit, each hit in a mark.
function excerptOf(text, found) {
  let at = found.length ? Math.max(0, found[0].start - 40) : 0;
  const before = text.lastIndexOf(' ', at) + 1;
  at = at - before < 40 ? before : whole(text, at);
  const space = text.indexOf(' ', at + 240);
  const end = space < 0 ? text.length : space;
  const to = end - at < 300 ? end : whole(text, at + 240);
  const parts = [at > 0 ? '… ' : ''];
  for (const { start, end } of found.filter((hit) => hit.end <= to)) {
    parts.push(text.slice(at, start), make('mark', { textContent: text.slice(start, end) }));
    at = end;
  }
  return [...parts, text.slice(at, to), to < text.length ? ' …' : ''];
}
