// SPDX-License-Identifier: EUPL-1.2
/** A label's lines: the mark, then what it feeds (« Q3 – Extracteur »). */
export const labelLines = (label: string): string[] => label.split(' – ')
