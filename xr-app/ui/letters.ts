// SPDX-License-Identifier: EUPL-1.2

/** Letters of each file of a face: accents, and the signs of instruments (fonts.css). */
const SAMPLE = 'éÉŒ0Ω✓'
const PATIENCE_MS = 4_000

/**
 * The letters on labels and panels, which must be there before they are drawn. `others` are faces as CSS writes them
 * (`700 20px "Name"`). A missing font is no reason to wait for ever, nor not to begin.
 */
export function letters(...others: string[]): Promise<unknown> {
  const faces = ['400 20px "Atkinson Hyperlegible"', '700 20px "Atkinson Hyperlegible"', ...others]
  return Promise.race([
    Promise.all(faces.map((face) => document.fonts.load(face, SAMPLE))),
    new Promise((done) => setTimeout(done, PATIENCE_MS)),
  ])
}
