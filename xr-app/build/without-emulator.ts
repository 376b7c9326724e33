// SPDX-License-Identifier: EUPL-1.2
import type { Plugin } from 'vite'

const emulator = /@pmndrs[\\/]xr[\\/]dist[\\/]emulate\.js$/

/**
 * Keeps the emulated headset of @pmndrs/xr out of the app: it weighs 5.9 MB and opens a keyboard back door.
 * Tests bring their own emulator into the page.
 */
export function withoutEmulator(): Plugin {
  return {
    name: 'compagnon:without-emulator',
    enforce: 'pre',
    load: (id) => (emulator.test(id.split('?')[0] ?? '') ? 'export function emulate() { return undefined }' : null),
  }
}
