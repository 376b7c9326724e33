// SPDX-License-Identifier: EUPL-1.2
/** How a label is made: engraved plate, text printed on plastic, paper, a warning triangle… */
export type PrintStyle = {
  paper: string
  ink: string
  /** Height of the letters as a share of the height of a line. */
  weight?: 400 | 700
  align?: 'left' | 'center'
  border?: string
}

/** A place of the atlas: `uv` = [left, bottom, right, top] between 0 and 1. */
export type Print = { uv: readonly [number, number, number, number] }

export type PrintJob = {
  lines: string[]; style: PrintStyle
  x: number; y: number; w: number; h: number
  draw?: (pen: CanvasRenderingContext2D, w: number, h: number) => void
}

/** The largest texture that every device takes. */
const TALLEST = 4096

/**
 * Gives places of one atlas to labels, shelf by shelf; it grows taller as it must. The texts are drawn later, when the
 * font is there; where a print is in the atlas is asked when the meshes are made.
 */
export class Press {
  /** Width in pixels. */
  readonly size: number
  /** Height in pixels, as it is now. */
  height: number
  readonly jobs: PrintJob[] = []
  private shelf = { x: 8, y: 0, h: 8 } // the first 8 pixels stay white: what is not printed takes its own colour

  constructor(size: number) {
    this.size = this.height = size
  }

  /** Reserves w × h pixels for these lines of text. */
  text(lines: string[], w: number, h: number, style: PrintStyle): Print {
    return this.place({ lines, style, w, h })
  }

  /** Reserves w × h pixels for a drawing. */
  draw(w: number, h: number, draw: NonNullable<PrintJob['draw']>): Print {
    return this.place({ lines: [], style: { paper: '#ffffff', ink: '#000000' }, w, h, draw })
  }

  private place(job: Omit<PrintJob, 'x' | 'y'>): Print {
    const gap = 4
    if (this.shelf.x + job.w + gap > this.size) this.shelf = { x: 0, y: this.shelf.y + this.shelf.h + gap, h: 0 }
    const { x, y } = this.shelf
    while (y + job.h > this.height) {
      if (this.height >= TALLEST) throw new Error(`the label atlas is full at ${job.lines.join(' ')}`)
      this.height *= 2
    }
    this.shelf = { x: x + job.w + gap, y, h: Math.max(this.shelf.h, job.h) }
    this.jobs.push({ ...job, x, y })
    const uvNow = (): Print['uv'] => [x / this.size, 1 - (y + job.h) / this.height, (x + job.w) / this.size, 1 - y / this.height]
    return { get uv() { return uvNow() } }
  }
}

export const engraved: PrintStyle = { paper: '#1f2125', ink: '#f4f2ec', weight: 700, align: 'center' }
export const onBreaker: PrintStyle = { paper: '#e2e2dd', ink: '#34383c', weight: 700, align: 'center' }
export const onYellow: PrintStyle = { paper: '#eec21b', ink: '#1f2125', weight: 700, align: 'center' }
export const onSleeve: PrintStyle = { paper: '#f0eee6', ink: '#1f2125', weight: 700, align: 'center' }
