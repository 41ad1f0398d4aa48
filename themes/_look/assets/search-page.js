// The search page: what is typed is looked for as it is typed, and stands in the address.

import { hits, holds, isPacked, open, parse, words } from './search.js';

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
    const text = field.value.trim();
    document.title = text ? `${text} · ${title}` : title;
    try { history.replaceState(null, '', location.pathname + (text && '?q=' + encodeURIComponent(text))); } catch { /* a file has its address */ }
    try {
      archive ??= await open(say.start, say.language);
      const asked = parse(text);
      const { numbers, unknown } = await archive.search(asked, isTyped &&= /[\p{L}\p{N}]$/u.test(field.value));
      const near = await Promise.all(unknown.slice(0, 3).map((word) => archive.nearest(word)));
      if (mine !== turn) return;
      const wanted = asked.clauses.flatMap((c) => c.not || c.filter ? [] : c.words.filter((w) => c.isPhrase || !archive.isStop(w)).map((w) => w.plain));
      const marks = { wanted, begun: isTyped && wanted.at(-1), languages: archive.languages };
      const phrases = asked.clauses.filter((c) => c.isPhrase);
      const hints = near.flatMap((word, i) => word ? [' ', suggestion(say.mean, text, unknown[i], word)] : []);
      let [at, shown] = [0, 0];
      list.replaceChildren();
      const go = async () => {
        // A phrase is known to be there when the entry was read: so many are read before the reader is asked for more, who has something to read first.
        for (const [enough, end] = [shown + 10, Math.min(at + (shown ? 60 : 300), numbers.length)]; at < end && shown < enough;) {
          const some = await Promise.all(numbers.slice(at, at += 10).map((number) => archive.result(number)));
          const good = await Promise.all(some.map(async (r) => !phrases.length || holds(r, r.text = await archive.text(say.root, r).catch(() => ''), phrases)));
          if (mine !== turn) return;
          list.append(...some.filter((_, i) => good[i] && ++shown).map((result) => resultOf(result, marks, say, archive)));
        }
        more.hidden = at >= numbers.length;
        const all = phrases.length ? shown : numbers.length;
        const told = all > 0 ? (phrases.length && !more.hidden ? say.found_yet : say.found).replace('{0}', all.toLocaleString(say.language)) : more.hidden ? say.none : say.none_yet;
        status.replaceChildren(...text ? [told, asked.isCut ? ' ' + say.cut : '', ...hints] : []);
      };
      more.onclick = () => {
        const next = shown;
        go().then(() => list.children[next]?.querySelector('a').focus());
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

function suggestion(say, text, plain, word) {
  const { start, end } = words(text).find((w) => w.plain === plain);
  return make('a', { textContent: say.replace('{0}', word), href: '?q=' + encodeURIComponent(text.slice(0, start) + word + text.slice(end)) });
}

function resultOf({ path, id, title, language, author, day, themes, text, number }, marks, say, archive) {
  const result = document.getElementById('search-result').content.firstElementChild.cloneNode(true);
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
      const all = text ?? await archive.text(say.root, { path, id, number });
      excerpt.append(...excerptOf(all, hits(all, marks)));
    } catch { excerpt.remove(); }
  }).observe(excerpt);
  return result;
}

// Some 240 characters from before the first hit, each hit in a mark.
function excerptOf(text, found) {
  let at = found.length ? text.lastIndexOf(' ', Math.max(0, found[0].start - 40)) + 1 : 0;
  const space = text.indexOf(' ', at + 240);
  const to = space < 0 ? text.length : space;
  const parts = [at > 0 ? '… ' : ''];
  for (const { start, end } of found.filter((hit) => hit.end <= to)) {
    parts.push(text.slice(at, start), make('mark', { textContent: text.slice(start, end) }));
    at = end;
  }
  return [...parts, text.slice(at, to), to < text.length ? ' …' : ''];
}
