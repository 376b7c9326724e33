// SPDX-License-Identifier: EUPL-1.2
/** Registers the service worker once the first page is there, so that it never delays it. Production builds only. */
export function keepShellForOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => {
    navigator.serviceWorker.register('/sw.js').catch((reason: unknown) => {
      console.info('This browser keeps no copy for offline use.', reason)
    })
  }
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
