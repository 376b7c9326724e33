// SPDX-License-Identifier: EUPL-1.2
/** A moment as XML Schema writes it, in whole seconds. */
export const stampOf = (moment: Date): string => moment.toISOString().replace(/\.\d+Z$/, 'Z')
