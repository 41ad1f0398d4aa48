// A former address leads on: to what the anchor names, where it is known, else to the page. Without script the same
// places stand there as links.

let name = location.hash.slice(1);
try { name = decodeURIComponent(name); } catch { /* as it is, then */ }
const place = name && document.getElementById(name)?.querySelector('a');
const page = document.querySelector('.now a');
if (place) location.replace(place.href);
else if (page) location.replace(page.hash ? page.href : page.href + location.hash);
