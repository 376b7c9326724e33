// SPDX-License-Identifier: EUPL-1.2
/** A text a person sees, in every language the product speaks. Both are required: neither is a fallback. */
export type Text = { fr: string; en: string }

export type Language = keyof Text
