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
  leadOn();
  addEventListener('hashchange', leadOn);
  const written = document.getElementById('kit');
  if (!written) return;
  const kit = document.createRange().createContextualFragment(written.innerHTML);
  addShade(kit);
  const fresh = markNew(kit);
  addKeys(kit, fresh);
  openBranches();
  followOutline();
  letWideTablesScroll();
  addReferences(kit);
  for (const kind of ['click', 'auxclick']) document.addEventListener(kind, dateAnswer, true);
  markHits();
}

// A link to a comment that stood on this page and is elsewhere now: on which part of the discussion, the first one knows.
function leadOn() {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* as it is, then */ }
  if (!name) return;
  const place = document.getElementById(name);
  const moved = place?.closest('.moved li')?.querySelector('a');
  const first = !place && name.startsWith('c-') && document.querySelector('.part h1 a');
  if (moved) location.replace(moved.href);
  else if (first) location.replace(first.href + location.hash);
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
    (document.querySelector('.column') ?? document.body).prepend(button);
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
  const opener = kit.querySelector('.keys-open')?.cloneNode(true); // for who has no keys, or has them spoken
  opener?.addEventListener('click', () => dialog.showModal());
  if (opener) document.querySelector('footer.site p')?.append(' ', opener);
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
    if (!active.checked) return;
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
    url: new URL(link.getAttribute('href'), canonical).href.replace('/index.html#', '/#'), // pages on a disk name files
  };
  const shown = { ...values, url: decodeURI(values.url) }; // letters of any script as they are
  cite.querySelector('p').textContent = cite.dataset.text.replace(/\{(\w+)\}/g, (all, name) => shown[name] ?? all);
  const tex = (value) => value.replace(/[\\~^]/g, ' ').replace(/[&%$#_{}]/g, '\\$&');
  const field = (name, value) => `  ${name} = {${value}},\n`;
  cite.querySelector('pre').textContent = `@online{${comment.id},\n` + field('author', `{${tex(values.author)}}`)
    + field('title', tex(values.title)) + field('organization', tex(cite.dataset.site))
    + field('date', link.querySelector('time').dateTime.slice(0, 10)) + field('url', values.url) + '}';
}

// What scrolls sideways must be reached by keyboard: also where the style comes late, or the window becomes narrow.
function letWideTablesScroll() {
  const watch = new ResizeObserver((entries) => { for (const { target } of entries) frameIfWide(target); });
  const frameIfWide = (table) => {
    if (table.scrollWidth <= table.clientWidth + 1) return;
    watch.unobserve(table);
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.tabIndex = 0;
    frame.role = 'region';
    frame.ariaLabel = [...table.querySelectorAll('th')].map((cell) => cell.textContent).join(', ').slice(0, 100);
    table.replaceWith(frame);
    frame.append(table);
  };
  for (const table of document.querySelectorAll('.text table')) {
    watch.observe(table);
    frameIfWide(table);
  }
}

// Pages do not know the moment of the answer.
function dateAnswer(event) {
  const link = event.target.closest?.('a[href*="YYYY-MM-DD"], a[data-answer]');
  if (!link) return;
  const now = new Date();
  const [day, time] = new Date(now - now.getTimezoneOffset() * 60000).toISOString().split(/[T.]/);
  link.href = (link.dataset.answer ??= link.getAttribute('href')).replaceAll('HHMMSS', time.replaceAll(':', '')).replaceAll('YYYY-MM-DD', day);
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
