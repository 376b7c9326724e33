// SPDX-License-Identifier: EUPL-1.2
/** Reads what is kept on this device; null when there is nothing or the browser keeps nothing. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text on this device; a browser that refuses storage simply forgets it with the page. */
export function keepChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch (error) {
    console.info('This browser keeps no choices.', error)
  }
}
