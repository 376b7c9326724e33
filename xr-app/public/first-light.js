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
// At a workshop's address, its room is the first thing to see: it is asked for now, beside the page (xr-app/build/opening.ts).
;(function () {
  var list = document.querySelector('meta[name="workshop-opening"]')
  var wanted = /^\/atelier\/./.test(location.pathname) && !/[?&]input=plain\b/.test(location.search)
  if (!list || !wanted || (navigator.connection && navigator.connection.saveData)) return
  function ask(rel, parts) {
    parts.split(' ').forEach(function (part) {
      var link = document.createElement('link')
      link.rel = rel
      if (rel === 'preload') {
        link.as = 'fetch'
        link.crossOrigin = 'anonymous'
      }
      link.href = part
      document.head.append(link)
    })
  }
  ask('preload', list.dataset.mesh)
  ask('modulepreload', list.content)
  import(list.content.split(' ')[0]).then(function (room) {
    ask('modulepreload', list.dataset.then)
    return room.showRoom()
  }).catch(function (error) {
    console.info('The room could not be shown ahead: the page goes on.', error)
  })
})()
