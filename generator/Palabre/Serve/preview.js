// The preview's own: shows what was saved as soon as it is there, in place. It listens while the page is in sight, since
// a browser keeps a handful of connections to one host; what it missed meanwhile, the first message tells.
(() => {
  const { page, state: made } = document.currentScript.dataset;
  const panel = document.getElementById('palabre-report');
  const shelf = {
    get(key) { try { return JSON.parse(sessionStorage.getItem('palabre preview ' + key)); } catch { return null; } },
    set(key, value) { try { sessionStorage.setItem('palabre preview ' + key, JSON.stringify(value)); } catch { /* not kept, then */ } },
  };
  let state = JSON.parse(made);
  let events;
  let isReloading = false;
  let renewals = 0;

  keepPanel();
  returnToPlace();
  addEventListener('load', returnToPlace, { once: true });
  addEventListener('pagehide', rest);
  addEventListener('pagehide', rememberPanel);
  // Not before: the browser would return to the old height yet.
  addEventListener('pagehide', () => { if (!isReloading) history.scrollRestoration = 'auto'; });
  addEventListener('pageshow', listen);
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()));
  listen();

  function listen() {
    if (events || document.hidden) return;
    events = new EventSource('/.palabre/events');
    events.addEventListener('state', (event) => meet(JSON.parse(event.data)));
    events.addEventListener('open', () => { document.documentElement.dataset.palabre = 'listening'; });
    // The browser tries again by itself, but where something else answered.
    events.addEventListener('error', ({ target }) => {
      if (target !== events || target.readyState !== EventSource.CLOSED) return;
      events = undefined;
      setTimeout(listen, 3000);
    });
  }

  function rest() {
    events?.close();
    events = undefined;
  }

  async function meet(next) {
    const before = state;
    state = next;
    try {
      await follow(before, next);
    } catch {
      state = before; // the server went away meanwhile: what it says when it is back is news once more
    }
  }

  async function follow(before, next) {
    const isOther = next.run !== before.run;
    if (next.files !== before.files && !isOther) return reload();
    if (!swapStyles(isOther ? {} : before.styles, next.styles)) return reload();
    if ((isOther || next.edition !== before.edition) && await hasChanged()) return reload();
    if (isOther || next.report !== before.report) await renewReport();
  }

  async function hasChanged() {
    const answer = await fetch(location.pathname + location.search, { method: 'HEAD', cache: 'no-store' });
    return answer.headers.get('ETag') !== `"${page}"`;
  }

  // The new style is there before the old one goes, so that nothing flickers. Of several saved in a row, each takes away
  // all before it, whether they have come or not. False: one of them is no style of the page's own, and may be one that
  // another of its styles takes in.
  function swapStyles(before, now) {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
    const own = links.map((link) => new URL(link.href).pathname);
    if (Object.keys(now).some((path) => now[path] !== before[path] && !own.includes(path))) return false;
    const sameAs = (link) => links.filter((one) => new URL(one.href).pathname === new URL(link.href).pathname && one.media === link.media);
    for (const link of links.filter((one) => sameAs(one).at(-1) === one)) {
      const url = new URL(link.href);
      const version = now[url.pathname];
      if (version === undefined || version === before[url.pathname]) continue;
      const old = sameAs(link);
      const fresh = link.cloneNode();
      url.search = '?' + version;
      fresh.href = url.href;
      // A style that is no longer there does not come.
      for (const end of ['load', 'error']) fresh.addEventListener(end, () => old.forEach((one) => one.remove()));
      link.after(fresh);
    }
    return true;
  }

  function reload() {
    let mark;
    for (const { id, top } of [...document.querySelectorAll('main [id]')].map((e) => ({ id: e.id, top: e.getBoundingClientRect().top })))
      if (!mark || Math.abs(top) < Math.abs(mark.top)) mark = { id, top };
    shelf.set('place', { path: location.pathname, x: scrollX, y: scrollY, ...mark });
    isReloading = true;
    history.scrollRestoration = 'manual';
    location.reload();
  }

  // By what stood nearest to the top of the window rather than by height: what was saved may be longer now.
  function returnToPlace(event) {
    const place = shelf.get('place');
    if (place?.path !== location.pathname) return;
    const mark = place.id && document.getElementById(place.id);
    if (mark) scrollBy({ top: mark.getBoundingClientRect().top - place.top, behavior: 'instant' });
    else scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    if (event) shelf.set('place', null);
  }

  async function renewReport() {
    const own = ++renewals;
    const answer = await fetch('/.palabre/report', { cache: 'no-store' });
    const report = await answer.text();
    if (own !== renewals) return; // a later one is on its way, or came first
    rememberPanel();
    panel.innerHTML = report;
    document.getElementById('palabre-status').textContent = panel.querySelector('summary')?.textContent ?? ''; // for who does not see it
    keepPanel();
  }

  // Asked when the panel goes rather than told by its `toggle` event, which a page that goes at once never hears.
  function rememberPanel() {
    const details = panel.querySelector('details');
    if (details) shelf.set('panel', { told: panel.textContent, open: details.open });
  }

  // Closed stays closed, as long as the same is told.
  function keepPanel() {
    const details = panel.querySelector('details');
    if (!details) return;
    const kept = shelf.get('panel');
    if (kept?.told === panel.textContent) details.open = kept.open;
    details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      details.open = false;
      details.querySelector('summary').focus();
    });
  }
})();
