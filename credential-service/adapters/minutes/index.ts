// SPDX-License-Identifier: EUPL-1.2
import type { MinutesWriter } from '#service/use-cases/deliberation/ports.ts'
import { signDetached } from './cms.ts'
import { writeDocument } from './document.ts'
import { words } from './words.ts'

/** Room for the signature in the file, in bytes: one of P-256 with its certificate takes about 900. */
const ROOM = 2_048
/** As wide as the largest number that may stand there. */
const LATER = '**********'

/**
 * The signed minutes: the document, its data attached, and a signature over all of it but the signature itself (PAdES baseline
 * B, ETSI EN 319 142-1; PDF 1.7, ISO 32000-1, section 12.8).
 */
export const signedMinutes: MinutesWriter = async (minutes, signer, at) => {
  const { doc } = writeDocument(minutes, { name: signer.name, did: signer.did, at })
  // Strings that pdfkit writes as they are, not as names, are String objects.
  const text = (said: string) => Object(said) as string
  const signature = doc.ref({
    Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached', ByteRange: [0, LATER, LATER, LATER], Contents: Buffer.alloc(ROOM),
    M: at, Name: text(signer.name), Reason: text(`${words.reason.fr} / ${words.reason.en}`),
  })
  const field = doc.ref({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [0, 0, 0, 0], F: 132, T: text('academie'), V: signature, P: doc.page.dictionary })
  doc.page.annotations.push(field)
  // Not by pdfkit's own forms: they ask readers to draw them, which PDF/A forbids; this one shows nothing, in no font.
  doc._acroform = { fonts: {}, defaultFont: 'none' }
  doc._root.data.AcroForm = doc.ref({ SigFlags: 3, Fields: [field], DR: { Font: {} } })
  for (const made of [signature, field]) made.end()
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk) => chunks.push(chunk))
  const whole = new Promise<void>((done, failed) => doc.on('end', () => { done() }).on('error', failed))
  doc.end()
  await whole
  return fillIn(Buffer.concat(chunks), (content) => signDetached(content, signer))
}

/** Writes where the signature is, signs everything around it, and puts it there. */
async function fillIn(file: Buffer, sign: (content: Uint8Array) => Promise<Buffer>): Promise<Uint8Array> {
  const from = file.indexOf(`<${'00'.repeat(ROOM)}>`)
  const to = from + 2 * ROOM + 2
  const range = `[0 /${LATER} /${LATER} /${LATER}]`
  const at = file.indexOf(range)
  if (from < 0 || at < 0) throw new Error('The document has no place for its signature')
  file.write(`[0 ${from} ${to} ${file.length - to}]`.padEnd(range.length), at, 'latin1')
  const signature = await sign(Buffer.concat([file.subarray(0, from), file.subarray(to)]))
  if (signature.length > ROOM) throw new Error(`The signature takes ${signature.length} bytes of ${ROOM}`)
  file.write(signature.toString('hex'), from + 1, 'latin1')
  return file
}
