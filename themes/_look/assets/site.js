// What the look adds where there is script: day or night by choice, marks on what is new, keys. Everything is
// readable without it. Nothing leaves the machine; where storage is refused, nothing is remembered.

const root = document.documentElement;
const shelf = (kind) => ({
  get(key) { try { return window[kind].getItem('palabre ' + key); } catch { return null; } },
  set(key, value) { try { window[kind].setItem('palabre ' + key, value); } catch { /* not remembered, then */ } },
});
const [memory, session] = [shelf('localStorage'), shelf('sessionStorage')];

// Before anything is drawn, as far as the browser lets us.
const shades = ['auto', 'light', 'dark'];
function showShade(shade) {
  if (shade === 'auto') delete root.dataset.shade;
  else root.dataset.shade = shade;
}
let shade = shades.includes(memory.get('shade')) ? memory.get('shade') : 'auto';
showShade(shade);

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

function start() {
  const kit = document.getElementById('kit')?.content;
  if (!kit) return;
  addShade(kit);
  const fresh = markNew(kit);
  addKeys(kit, fresh);
  openBranches();
  followOutline();
  letWideTablesScroll();
  addReferences(kit);
  document.addEventListener('click', dateAnswer, true);
  const form = document.getElementById('search');
  if (form) import('./search.js').then((search) => startSearch(form, form.dataset, search));
  else markHits();
}

function addShade(kit) {
  const button = kit.querySelector('.shade').cloneNode(true);
  const label = () => {
    button.setAttribute('aria-label', button.dataset[shade]);
    button.title = button.dataset[shade];
  };
  button.addEventListener('click', () => {
    shade = shades[(shades.indexOf(shade) + 1) % shades.length];
    memory.set('shade', shade);
    showShade(shade);
    label();
  });
  label();
  document.querySelector('header.site')?.append(button);
}

// New is what is younger than the last visit to this page; it stays new as long as the window is open.
function markNew(kit) {
  const since = Number(session.get('since ' + location.pathname) ?? lastVisit());
  if (!since) return [];
  session.set('since ' + location.pathname, since);
  const fresh = [...document.querySelectorAll('main :is(.comment, .turn-post, .discussion, .summary, .remark)')]
    .filter((entry) => momentOf(entry) > since);
  for (const entry of fresh) {
    entry.classList.add('new');
    (entry.querySelector('header, h3') ?? entry).append(kit.querySelector('.fresh').cloneNode(true));
  }
  if (fresh.length > 0) {
    const button = kit.querySelector('.since').cloneNode(true);
    button.querySelector('b').textContent = fresh.length;
    button.addEventListener('click', () => go(fresh, 1));
    document.body.append(button);
  }
  return fresh;
}

// Remembers this visit, and tells when the one before was; 0 if there was none.
function lastVisit() {
  const most = 500;
  let visits = {};
  try { visits = JSON.parse(memory.get('visits')) ?? {}; } catch { /* as if there had been none */ }
  const before = Number(visits[location.pathname]) || 0;
  delete visits[location.pathname];
  visits[location.pathname] = Date.now();
  memory.set('visits', JSON.stringify(Object.fromEntries(Object.entries(visits).slice(-most))));
  session.set('since ' + location.pathname, before);
  return before;
}

function momentOf(entry) {
  const written = (entry.querySelector('time.latest') ?? entry.querySelector('time'))?.dateTime ?? '';
  const day = 24 * 60 * 60 * 1000;
  return Date.parse(written) + (written.length === 10 ? day : 0); // a bare day lasts until its end
}

// To the next of the entries, or the one before; what is folded away is passed over.
function go(entries, step) {
  const shown = entries.filter((entry) => !entry.closest('details:not([open])'));
  if (shown.length === 0) return;
  const at = shown.indexOf(document.activeElement?.closest?.('.entry, .discussion, .remark'));
  const top = (entry) => entry.getBoundingClientRect().top;
  let next = at + step;
  if (at < 0) {
    next = step > 0 ? shown.findIndex((entry) => top(entry) > 40) : shown.findLastIndex((entry) => top(entry) < -40);
    if (next < 0) next = step > 0 ? 0 : shown.length - 1;
  }
  const entry = shown[Math.max(0, Math.min(shown.length - 1, next))];
  entry.tabIndex = -1;
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: 'start' });
}

function addKeys(kit, fresh) {
  const dialog = kit.querySelector('dialog').cloneNode(true);
  const active = dialog.querySelector('input');
  active.checked = memory.get('keys') !== 'off';
  active.addEventListener('change', () => memory.set('keys', active.checked ? 'on' : 'off'));
  document.body.append(dialog);
  const entries = () => [...document.querySelectorAll('main :is(.entry, .discussion, .remark)')];
  const doings = {
    j: () => go(entries(), 1),
    k: () => go(entries(), -1),
    n: () => go(fresh, 1),
    p: () => go(fresh, -1),
    '/': () => search(dialog.dataset.search),
    '?': () => dialog.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (dialog.open || isTyping(event.target) || !Object.hasOwn(doings, event.key)) return;
    if (!active.checked && event.key !== '?') return;
    if (event.key === '/' && !dialog.dataset.search && !searchField()) return;
    event.preventDefault();
    doings[event.key]();
  });
}

function isTyping(target) {
  return target instanceof Element && (target.isContentEditable || target.closest('input, textarea, select') !== null);
}

const searchField = () => document.querySelector('main input[type="search"]');

function search(page) {
  const field = searchField();
  if (field) field.focus();
  else if (page) location.href = page;
}

// A link to a comment within a folded branch unfolds it; paper shows all.
function openBranches() {
  const open = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no such name */ }
    for (let branch = target?.closest('details:not([open])'); branch; branch = branch.parentElement.closest('details:not([open])')) branch.open = true;
    return target;
  };
  addEventListener('hashchange', () => open()?.scrollIntoView());
  if (location.hash) open();
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('.branch:not([open])')];
    for (const branch of folded) branch.open = true;
  });
  addEventListener('afterprint', () => { for (const branch of folded) branch.open = false; });
}

function followOutline() {
  const outline = document.querySelector('.outline');
  if (!outline || !('IntersectionObserver' in window)) return;
  const links = new Map([...outline.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
  const inView = new Set();
  let current = null;
  const observer = new IntersectionObserver((changes) => {
    for (const change of changes) {
      if (change.isIntersecting) inView.add(change.target);
      else inView.delete(change.target);
    }
    const first = [...inView].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];
    const link = first && links.get(first.id);
    if (!link || link === current) return;
    current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    current = link;
    outline.scrollTop = link.offsetTop - outline.clientHeight / 3;
  }, { rootMargin: '-10% 0px -60% 0px' });
  for (const entry of document.querySelectorAll('.turns article[id]')) if (links.has(entry.id)) observer.observe(entry);
}

// A post has its reference in the page; a comment gets one when it is asked for.
function addReferences(kit) {
  for (const comment of document.querySelectorAll('.comment > footer')) {
    const cite = kit.querySelector('.cite').cloneNode(true);
    cite.addEventListener('toggle', () => fillReference(comment.parentElement, cite), { once: true });
    comment.append(cite);
  }
}

function fillReference(comment, cite) {
  const text = (selector) => comment.querySelector(selector)?.textContent.trim() ?? '';
  const link = comment.querySelector('a.when');
  const canonical = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  const values = {
    author: [...comment.querySelectorAll('.authors bdi')].map((name) => name.textContent).join(', ') || text('.authors'),
    title: document.querySelector('h1').textContent.trim(),
    date: link.textContent.trim(),
    url: new URL(link.getAttribute('href'), canonical).href,
  };
  cite.querySelector('p').textContent = cite.dataset.text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const tex = (value) => value.replace(/[\\~^]/g, ' ').replace(/[&%$#_{}]/g, '\\$&');
  const field = (name, value) => `  ${name} = {${value}},\n`;
  cite.querySelector('pre').textContent = `@online{${comment.id},\n` + field('author', `{${tex(values.author)}}`)
    + field('title', tex(values.title)) + field('organization', tex(cite.dataset.site))
    + field('date', link.querySelector('time').dateTime.slice(0, 10)) + field('url', values.url) + '}';
}

// What scrolls sideways must be reached by keyboard.
function letWideTablesScroll() {
  for (const table of document.querySelectorAll('.text table')) {
    if (table.scrollWidth <= table.clientWidth + 1) continue;
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.tabIndex = 0;
    table.replaceWith(frame);
    frame.append(table);
  }
}

// Pages do not know the day of the answer.
function dateAnswer(event) {
  const link = event.target.closest?.('a[href*="YYYY-MM-DD"]');
  if (!link) return;
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  link.href = link.getAttribute('href').replaceAll('YYYY-MM-DD', today);
}

// The search page: what is typed is looked for as it is typed, and stands in the address.
function startSearch(form, say, search) {
  const field = form.elements.q;
  document.getElementById('search-plain').remove();
  const [status, list, more] = ['status', 'results', 'more'].map((id) => document.getElementById('search-' + id));
  let [archive, turn, timer] = [null, 0, 0];

  // Nothing is shown of a search when another has begun.
  const run = async (isTyped) => {
    const mine = ++turn;
    const text = field.value.trim();
    history.replaceState(null, '', location.pathname + (text && '?q=' + encodeURIComponent(text)));
    try {
      archive ??= await search.open(say.start, say.language);
      const asked = search.parse(text);
      const { numbers, unknown } = await archive.search(asked, isTyped &&= /[\p{L}\p{N}]$/u.test(field.value));
      const near = await Promise.all(unknown.slice(0, 3).map((word) => archive.nearest(word)));
      if (mine !== turn) return;
      const wanted = asked.clauses.flatMap((c) => c.not || c.filter ? [] : c.words.filter((w) => c.isPhrase || !archive.isStop(w)).map((w) => w.plain));
      const marks = { wanted, begun: isTyped && wanted.at(-1), languages: archive.languages };
      const phrases = asked.clauses.filter((c) => c.isPhrase);
      const hints = near.flatMap((word, i) => word ? [' ', suggestion(search, say.mean, text, unknown[i], word)] : []);
      let [at, shown] = [0, 0];
      list.replaceChildren();
      const go = async () => {
        // A phrase is known to be there when the entry was read: so many are read before the reader is asked for more.
        for (const [enough, end] = [shown + 10, Math.min(at + 60, numbers.length)]; at < end && shown < enough;) {
          const some = await Promise.all(numbers.slice(at, at += 10).map((number) => archive.result(number)));
          for (const result of some) result.text = search.textOf(say.root, result);
          const good = await Promise.all(some.map(async (r) => !phrases.length || search.holds(r, await r.text, phrases)));
          if (mine !== turn) return;
          list.append(...some.filter((_, i) => good[i] && ++shown).map((result) => resultOf(result, marks, say, search)));
        }
        more.hidden = at >= numbers.length;
        const all = phrases.length ? shown : numbers.length;
        const told = all > 0 ? say.found.replace('{0}', all.toLocaleString(say.language)) : more.hidden ? say.none : say.none_yet;
        status.replaceChildren(...text ? [told, asked.isCut ? ' ' + say.cut : '', ...hints] : []);
      };
      more.onclick = () => {
        const next = shown;
        go().then(() => list.children[next]?.querySelector('a').focus());
      };
      await go();
    } catch (e) {
      archive = null;
      if (mine === turn) status.textContent = say.failed;
      throw e;
    }
  };

  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(run, 200, true); });
  form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(timer); run(false); });
  field.value = new URLSearchParams(location.search).get('q') ?? field.value;
  if (field.value) run(false);
}

const make = (name, values) => Object.assign(document.createElement(name), values);

function suggestion(search, say, text, plain, word) {
  const { start, end } = search.words(text).find((w) => w.plain === plain);
  return make('a', { textContent: say.replace('{0}', word), href: '?q=' + encodeURIComponent(text.slice(0, start) + word + text.slice(end)) });
}

function resultOf({ path, id, title, language, author, day, themes, text }, marks, say, search) {
  const result = document.getElementById('search-result').content.firstElementChild.cloneNode(true);
  const [link, kind, by, time, about, excerpt] = ['a', '.label', 'bdi', 'time', '.themes', '.excerpt'].map((part) => result.querySelector(part));
  const date = new Date(day * 24 * 60 * 60 * 1000);
  Object.assign(link, { textContent: title, lang: language || say.language, href: say.root + path + (id && '#c-' + id) });
  link.addEventListener('click', () => session.set('hits', JSON.stringify({ ...marks, href: link.href })));
  by.textContent = author;
  time.dateTime = date.toISOString().slice(0, 10);
  time.textContent = date.toLocaleDateString(say.language, { dateStyle: 'long', timeZone: 'UTC' });
  about.textContent = themes.join(', ');
  if (!id) kind.remove();
  text.then((all) => excerpt.append(...excerptOf(all, search.hits(all, marks)))).catch(() => excerpt.remove());
  return result;
}

// Some 240 characters from before the first hit, each hit in a mark.
function excerptOf(text, hits) {
  let at = hits.length ? text.lastIndexOf(' ', Math.max(0, hits[0].start - 40)) + 1 : 0;
  const space = text.indexOf(' ', at + 240);
  const to = space < 0 ? text.length : space;
  const parts = [at > 0 ? '… ' : ''];
  for (const { start, end } of hits.filter((hit) => hit.end <= to)) {
    parts.push(text.slice(at, start), make('mark', { textContent: text.slice(start, end) }));
    at = end;
  }
  return [...parts, text.slice(at, to), to < text.length ? ' …' : ''];
}

// The entry that a search led to shows its hits too.
async function markHits() {
  let marks = null;
  try { marks = JSON.parse(session.get('hits')); } catch { /* nothing to mark */ }
  if (marks?.href !== location.href) return;
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)) || 'post');
  const text = entry?.querySelector('.text') ?? entry;
  if (!text) return;
  const { hits } = await import('./search.js');
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (walker.nextNode()) {
    for (const { start, end } of hits(walker.currentNode.data, marks)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, end);
      ranges.push(range);
    }
  }
  if (window.Highlight && CSS.highlights) CSS.highlights.set('hits', new Highlight(...ranges));
  else for (const range of ranges.reverse()) range.surroundContents(document.createElement('mark'));
}
