// SPDX-License-Identifier: EUPL-1.2
// Runs before the first paint, so that chosen settings never flash as others. Only known words get through; the rest
// is for ui/settings/store.ts, which marks the document the same way.
(function () {
  try {
    var kept = JSON.parse(localStorage.getItem('compagnon.settings') || 'null')
    var settings = (kept && kept.v === 1 && kept.settings) || {}
    var marks = document.documentElement.dataset
    if (/^(light|dark|contrast)$/.test(settings.theme)) marks.theme = settings.theme
    else if (matchMedia('(prefers-contrast: more)').matches) marks.theme = 'contrast'
    if (settings.font === 'dyslexic') marks.font = 'dyslexic'
    if (/^(115|130|150|200)$/.test(settings.textSize)) marks.text = String(settings.textSize)
    if (settings.calm === true) marks.calm = 'yes'
    if (settings.largeTargets === true) marks.targets = 'large'
    if (/^(fr|en)$/.test(settings.language)) document.documentElement.lang = settings.language
  } catch (error) {
    console.info('This browser keeps no choices: the defaults apply.', error)
  }
})()
