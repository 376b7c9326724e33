// SPDX-License-Identifier: EUPL-1.2
// The part of pdfkit that the minutes use; it comes without types.
declare module 'pdfkit' {
  type TextOptions = { width?: number; align?: 'left' | 'right' | 'center'; continued?: boolean; lineGap?: number; lineBreak?: boolean }
  export type Reference = { data: Record<string, unknown>; end(): void }
  export type Structure = { add(child: Structure): Structure; end(): void }

  export default class PDFDocument {
    on(event: 'data', hear: (chunk: Uint8Array) => void): this
    on(event: 'end', hear: () => void): this
    on(event: 'error', hear: (error: unknown) => void): this
    constructor(options: {
      subset: 'PDF/A-3b'; pdfVersion: '1.7'; tagged: boolean; lang: string; displayTitle: boolean; bufferPages: boolean; font: Uint8Array; size: 'A4'
      info: Record<'Title' | 'Author' | 'Creator' | 'Producer', string> & Record<'CreationDate', Date>
      margins: { top: number; bottom: number; left: number; right: number }
    })
    x: number
    y: number
    page: { width: number; height: number; margins: { top: number; bottom: number; left: number; right: number }; dictionary: Reference; annotations: Reference[] }
    _root: Reference
    _acroform?: { fonts: Record<string, Reference>; defaultFont: string }
    _font: { font: { hasGlyphForCodePoint(code: number): boolean } }
    registerFont(name: string, font: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    fill(colour?: string): this
    stroke(): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    heightOfString(text: string, options?: TextOptions): number
    addPage(): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(page: number): this
    file(content: Uint8Array, options: { name: string; type: string; description: string; relationship: 'Data'; creationDate: Date; modifiedDate: Date }): Reference
    ref(data: Record<string, unknown>): Reference
    struct(type: string, options?: { lang?: string }, draw?: () => void): Structure
    addStructure(structure: Structure): this
    markContent(tag: 'Artifact', options?: { type: 'Pagination' | 'Layout' }): this
    endMarkedContent(): this
    end(): void
  }
}
