// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type ReactNode } from 'react'

// The first page leaves the focus where the browser puts it; each later one tells a screen reader where one is.
let pagesSeen = 0

/** Sets the document's title and, after the first page, moves the focus to the page's heading. */
export function usePageTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { document.title = title === 'Compagnon' ? title : `${title} · Compagnon` }, [title])
  useEffect(() => {
    pagesSeen += 1
    if (pagesSeen === 1) return
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

type Props = { title: string; heading?: ReactNode; children: ReactNode; className?: string }

/** A flat page: one heading, which takes the focus on arrival, and what one can do there. */
export function Page({ title, heading, children, className = 'stack-2' }: Props) {
  const ref = usePageTitle(title)
  return (
    <div className={className}>
      <h1 ref={ref} tabIndex={-1}>{heading ?? title}</h1>
      {children}
    </div>
  )
}
