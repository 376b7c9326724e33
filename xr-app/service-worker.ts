// SPDX-License-Identifier: EUPL-1.2
/** Lets the shell and the verification page open with the service stopped. Never touches what the service answers. */
declare const self: ServiceWorkerGlobalScope & { __PRECACHE__: { version: string; files: string[] } }

const { version, files } = self.__PRECACHE__
const shell = `compagnon-shell-${version}`
const visited = 'compagnon-visited'
// Files of the shell whose names carry no digest.
const plain = ['/', '/first-light.js', '/ember.svg']

self.addEventListener('install', (event) => {
  // The new version waits until the old pages are closed: a page never meets files of another version.
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([...plain, ...files])))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (isAppPage(url.pathname)) event.respondWith(fetchedOrKept(request, '/'))
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
  else if (plain.includes(url.pathname)) event.respondWith(fetchedOrKept(request, url.pathname))
})

// Addresses that the service answers itself; everything else is a page of the app.
const isAppPage = (path: string) => !/^\/(api|oidc|schools|status|demonstration|health)(\/|$)/.test(path)

async function fetchedOrKept(request: Request, kept: string): Promise<Response> {
  try {
    const answer = await fetch(request)
    if (answer.status < 500) return answer
  } catch (error) {
    console.info('The service does not answer: what was kept opens instead.', error)
  }
  return await caches.match(kept, { cacheName: shell, ignoreVary: true }) ?? Response.error()
}

/** Files under /assets/ carry their digest in their name: a kept one is never stale. */
async function keptOrFetched(request: Request): Promise<Response> {
  const known = await caches.match(request, { ignoreVary: true })
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(visited)
    await cache.put(request, answer.clone())
  }
  return answer
}

async function forgetOldVersions() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('compagnon-') && name !== shell)
  await Promise.all(old.map((name) => caches.delete(name)))
}

export {}
