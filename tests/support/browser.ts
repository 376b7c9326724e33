// SPDX-License-Identifier: EUPL-1.2
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium, withOwnLibraries, type Executable } from './chromium.ts'

const flags = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-dev-shm-usage',
  // Pages are put together without the emulated graphics processor, which would otherwise take most of the machine: a
  // page of words costs a twentieth. WebGL itself stays, and is seen in pictures.
  '--disable-gpu-compositing',
]

/** A real Chromium, headless, that never phones home. Close it at the end of the test file. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium()
  try {
    return await launch(found)
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    return await launch(withOwnLibraries(found))
  }
}

const launch = ({ path, env }: Executable) => chromium.launch({
  executablePath: path,
  headless: true,
  // Not Playwright's own list: some of its flags switch off what the pages must live with.
  args: flags,
  env: { ...process.env as Record<string, string>, ...env },
})

export type Visitor = {
  context: BrowserContext
  page: Page
  /** What went wrong so far: requests to another origin, errors of scripts. Empty is what a test expects. */
  troubles: string[]
  /** Closes the context; throws when there was any trouble. */
  leave: () => Promise<void>
}

export type VisitorOptions = BrowserContextOptions & {
  origin: string
  /** Other origins this visit may reach (a ledger given by hand). */
  alsoAllowed?: string[]
}

/** Someone who visits `origin` with a fresh browser profile, in French unless told otherwise. */
export async function newVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { origin, alsoAllowed = [], ...contextOptions } = options
  const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR', ...contextOptions })
  const page = await context.newPage()
  const troubles = watch(context, page, [origin, ...alsoAllowed])
  const leave = async () => {
    await context.close()
    if (troubles.length > 0) throw new Error(`Trouble during the visit:\n${troubles.join('\n')}`)
  }
  return { context, page, troubles, leave }
}

function watch(context: BrowserContext, page: Page, allowed: string[]): string[] {
  const troubles: string[] = []
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !allowed.includes(origin)) troubles.push(`off-origin request: ${request.url()}`)
  })
  page.on('pageerror', (error) => { troubles.push(`script error: ${error.message}`) })
  return troubles
}
