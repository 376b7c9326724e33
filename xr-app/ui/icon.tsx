// SPDX-License-Identifier: EUPL-1.2
// Drawn for this product on a 24-unit grid. An icon never stands alone: a word is always beside it.
const drawings = {
  check: 'M4.5 12.5 9.5 17.5 19.5 7',
  cross: 'M6 6 18 18M18 6 6 18',
  question: 'M9 9.2a3.1 3.1 0 1 1 4.6 2.7c-1 .6-1.6 1.2-1.6 2.3M12 17.9v.1',
  clock: 'M12 7v5l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  history: 'M3.5 12a8.5 8.5 0 1 0 2.7-6.2L3.5 8.3M3.5 3.8v4.5H8M12 7.8V12l2.8 1.8',
  stop: 'M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8ZM12 8v5M12 16.3v.1',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  workshop: 'M5 3.5h14v17H5ZM9 7.5h2v4H9ZM13 7.5h2v4h-2ZM9 15.5h6',
  wallet: 'M4 6.5h14.5A1.5 1.5 0 0 1 20 8v9.5A1.5 1.5 0 0 1 18.5 19H5.5A1.5 1.5 0 0 1 4 17.5ZM4 6.5 15.5 4v2.5M15.8 12.8v.1',
  teach: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.6-4 3.2-5.8 7-5.8s6.4 1.8 7 5.8',
  verify: 'M12 3 19.5 6v5.5c0 4.6-3 7.8-7.5 9.5-4.5-1.7-7.5-4.9-7.5-9.5V6ZM8.8 12.2l2.3 2.3 4.2-4.5',
  headset: 'M3.5 9.5A2 2 0 0 1 5.5 7.5h13a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-3.2L13.2 14h-2.4l-2.1 2.5H5.5a2 2 0 0 1-2-2Z',
  words: 'M4 6.5h16M4 11h16M4 15.5h10M4 20h6',
  display: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9S9.4 5.5 12 3Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  print: 'M7 8.5V3.5h10v5M7 17H4.5V8.5h15V17H17M7 14h10v6.5H7Z',
  file: 'M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5',
  offline: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 5.2-1.2M5 11.8a10 10 0 0 1 4-2.4M14.5 9.5a10 10 0 0 1 4.5 2.3M2 8.3a15 15 0 0 1 4.6-2.9M11 4.3a15 15 0 0 1 11 4M12 19.3v.1',
  retry: 'M20 5v5h-5M4 19v-5h5M19 10a7.5 7.5 0 0 0-13.3-2.5M5 14a7.5 7.5 0 0 0 13.3 2.5',
  play: 'M7.5 4.5v15L19.5 12Z',
  pause: 'M8 5v14M16 5v14',
  next: 'M6 5.5v13L15.5 12ZM18.5 5.5v13',
  before: 'M18 5.5v13L8.5 12ZM5.5 5.5v13',
  hand: 'M8.5 12.5V5.2a1.4 1.4 0 0 1 2.8 0V11M11.3 10.4a1.4 1.4 0 0 1 2.8 0v1M14.1 11a1.4 1.4 0 0 1 2.8 0v1.2M16.9 12a1.3 1.3 0 0 1 2.6 0v3.2c0 3.2-2.2 5.3-5.2 5.3-2.6 0-4.2-1.2-5.5-3.4L6 13.2a1.4 1.4 0 0 1 2.5-1.1',
  sound: 'M4 9.5v5h3.5l5 4v-13l-5 4ZM16 9a4.2 4.2 0 0 1 0 6M18.7 6.5a7.8 7.8 0 0 1 0 11',
  arrow: 'M4.5 12h15M13.5 6l6 6-6 6',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.5-3.4 2.5-5 5.5-5s5 1.6 5.5 5M15.5 5.3a3 3 0 0 1 0 5.4M17 14.4c2 .6 3.2 2.1 3.5 4.6',
  leave: 'M14 4.5H5.5v15H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
} as const

export type IconName = keyof typeof drawings

/** A drawing without meaning of its own: hidden from screen readers, since the word beside it is read. */
export function Icon({ name }: { name: IconName }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={drawings[name]} /></svg>
}
