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
const GAP = 4
/** The first pixels stay white: what is not printed takes its own colour. */
const WHITE = 8

type Shelf = { x: number; y: number; h: number }

/**
 * Gives places of one atlas to labels; it is as tall as they need and no taller, since a device keeps all of it. What is
 * printed twice alike is printed once. The texts are drawn later, when the font is there; where a print is in the atlas
 * is asked when the meshes are made.
 */
export class Press {
  /** Width in pixels. */
  readonly size: number
  readonly jobs: PrintJob[] = []
  private readonly known = new Map<string, Print>()
  private packed: { height: number; jobs: number } = { height: 0, jobs: -1 }

  constructor(size: number) {
    this.size = size
  }

  /** Height in pixels, as it is now. */
  get height(): number {
    if (this.packed.jobs !== this.jobs.length) this.packed = { height: this.pack(), jobs: this.jobs.length }
    return this.packed.height
  }

  /** Reserves w × h pixels for these lines of text. */
  text(lines: string[], w: number, h: number, style: PrintStyle): Print {
    return this.once(JSON.stringify([lines, w, h, style]), { lines, style, w, h })
  }

  /** Reserves w × h pixels for a drawing; drawings of the same `name` are one. */
  draw(w: number, h: number, draw: NonNullable<PrintJob['draw']>, name?: string): Print {
    const job = { lines: [], style: { paper: '#ffffff', ink: '#000000' }, w, h, draw }
    return name === undefined ? this.place(job) : this.once(`${name} ${w} ${h}`, job)
  }

  private once(name: string, job: Omit<PrintJob, 'x' | 'y'>): Print {
    const print = this.known.get(name) ?? this.place(job)
    this.known.set(name, print)
    return print
  }

  private place(job: Omit<PrintJob, 'x' | 'y'>): Print {
    const placed = { ...job, x: 0, y: 0 }
    this.jobs.push(placed)
    const uvNow = (): Print['uv'] => {
      const { height, size } = this
      const { x, y, w, h } = placed
      return [x / size, 1 - (y + h) / height, (x + w) / size, 1 - y / height]
    }
    return { get uv() { return uvNow() } }
  }

  /** Puts the tallest first, each on the first shelf with room for it; answers the height of them all. */
  private pack(): number {
    const shelves: Shelf[] = []
    let height = WHITE
    for (const job of this.jobs.toSorted((a, b) => b.h - a.h || b.w - a.w)) {
      let shelf = shelves.find(({ x, h }) => x + job.w + GAP <= this.size && job.h <= h)
      if (!shelf) {
        shelf = { x: shelves.length === 0 ? WHITE : 0, y: shelves.length === 0 ? 0 : height, h: job.h }
        shelves.push(shelf)
        height = shelf.y + job.h + GAP
      }
      Object.assign(job, { x: shelf.x, y: shelf.y })
      shelf.x += job.w + GAP
    }
    if (height > TALLEST) throw new Error(`the label atlas is full: ${height} pixels are asked for`)
    return Math.max(64, Math.ceil(height / 32) * 32)
  }
}

export const engraved: PrintStyle = { paper: '#1f2125', ink: '#f4f2ec', weight: 700, align: 'center' }
export const onBreaker: PrintStyle = { paper: '#e2e2dd', ink: '#34383c', weight: 700, align: 'center' }
export const onYellow: PrintStyle = { paper: '#eec21b', ink: '#1f2125', weight: 700, align: 'center' }
export const onSleeve: PrintStyle = { paper: '#f0eee6', ink: '#1f2125', weight: 700, align: 'center' }
