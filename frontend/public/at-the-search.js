// The shell of search and seizure and of an action day, for when there is no network: the page's text and the program, of one build, and nothing else.
// No answer of the API passes through here, and none is ever kept. The build fills in what belongs to the shell (vite.config.ts).
const SHELL = ['__SHELL__'];
const NAME = 'liaison-at-the-search-__BUILD__';
const PAGE = '/at-the-search-shell';
const PATIENCE_MS = 4000;

async function install() {
  const cache = await caches.open(NAME);
  await cache.addAll(SHELL);
  const page = await fetch('/', { cache: 'no-store', credentials: 'omit' });
  // A page of another build would ask for files that are not here: then the next visit tries again.
  if (!page.ok || !(await page.clone().text()).includes(SHELL[0])) throw new Error('another build');
  await cache.put(PAGE, page);
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith('liaison-at-the-search-') && name !== NAME) await caches.delete(name);
  await self.clients.claim();
}

/** The server's page where it answers in time; else the one that was kept. */
async function page(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    if (answer.status < 500) return answer;
  } catch {
    // No network, or one that leads nowhere.
  } finally {
    clearTimeout(timer);
  }
  return (await caches.match(PAGE, { cacheName: NAME })) ?? Response.error();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (SHELL.includes(pathname)) event.respondWith(caches.match(pathname, { cacheName: NAME }).then((kept) => kept ?? fetch(request)));
});
